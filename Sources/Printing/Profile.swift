/// What LibreOffice is told before it opens anything: nothing in a document may run, ask for another
/// file or bring itself up to date.
enum Profile {
  /// The file in the profile's folder `user`.
  static let name = "registrymodifications.xcu"

  static var content: String {
    let items = settings.map { path, name, value in
      """
      <item oor:path="/org.openoffice.\(path)"><prop oor:name="\(name)" oor:op="fuse">\
      <value>\(value)</value></prop></item>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" \
      xmlns:xs="http://www.w3.org/2001/XMLSchema" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      \(items.joined(separator: "\n"))
      </oor:items>

      """
  }

  private static let settings = [
    // 3: only signed macros of trusted places; there are no trusted places.
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Save/Document", "CreateBackup", "false"),
    // 0: links are never brought up to date.
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Java/VirtualMachine", "Enable", "false"),
  ].map { (path: $0.0, name: $0.1, value: $0.2) }
}
