internal import Glibc

/// Where LibreOffice and typefaces are looked for, and how long a run of it may take.
package struct PrintingSetup: Sendable {
  /// The folders in which programs are looked for, the first one first.
  package var programs: [String]
  /// The folders, with those below them, in which typefaces are looked for.
  package var typefaces: [String]
  /// The folder for what is in work.
  package var temporary: String
  /// How many seconds a start of LibreOffice may take.
  package var startSeconds = 120
  /// How many seconds each document may take beside the start.
  package var documentSeconds = 20

  /// Creates a setup.
  package init(programs: [String], typefaces: [String], temporary: String) {
    self.programs = programs
    self.typefaces = typefaces
    self.temporary = temporary
  }

  /// What this machine has.
  package static var ofSystem: PrintingSetup {
    let path = variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    let home = variable("HOME").map { [$0 + "/.local/share/fonts", $0 + "/.fonts"] } ?? []
    return PrintingSetup(
      programs: path.split(separator: ":").map(String.init) + [
        "/usr/lib/libreoffice/program", "/opt/libreoffice/program",
      ],
      typefaces: ["/usr/share/fonts", "/usr/local/share/fonts"] + home,
      temporary: variable("TMPDIR") ?? "/tmp")
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
