/// Paths as text, brought to their shortest form without asking the disk.
enum PathText {
  /// The path of a name inside a folder, `..` and `.` resolved.
  static func join(_ folder: String, _ name: String) -> String {
    if name.hasPrefix("/") { return normalised(name) }
    return normalised(folder.isEmpty ? name : folder + "/" + name)
  }

  /// The path without `.`, and without `..` behind a name.
  static func normalised(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : (joined.isEmpty ? "." : joined)
  }

  /// The last component.
  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The folder a path lies in.
  static func folder(_ path: String) -> String { join(path, "..") }
}
