/// A file of a period's folder or of its shared folder, as it was read from the disk.
package struct InputFile: Sendable {
  /// The path as the clerk sees it in findings.
  package let path: String
  /// The bytes.
  package let bytes: [UInt8]
  /// True when the file lies in the shared folder.
  package let isShared: Bool

  /// Creates an input file.
  package init(path: String, bytes: [UInt8], isShared: Bool) {
    self.path = path
    self.bytes = bytes
    self.isShared = isShared
  }

  /// The last component of the path.
  package var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What the file holds, when its name is a known one.
  var kind: FileKind? {
    FileKind.allCases.first { $0.fileName == name }
  }
}

/// Everything a period is read from: the `.json` files of its folder and of the shared folder.
package struct PeriodFiles: Sendable {
  /// The period's folder, as the clerk named it.
  package let folder: String
  /// What became of the shared folder.
  package let sharedFolder: SharedFolder
  /// The files that end in `.json`, in any order.
  package let files: [InputFile]

  /// What became of the shared folder.
  package enum SharedFolder: Hashable, Sendable {
    /// `dot.json` names none.
    case notNamed
    /// The folder at this path was read.
    case read(String)
    /// There is no folder at this path.
    case missing(String)
  }

  /// Creates the files of a period.
  package init(folder: String, sharedFolder: SharedFolder, files: [InputFile]) {
    self.folder = folder
    self.sharedFolder = sharedFolder
    self.files = files
  }

  /// Where a clerk creates the file of a kind that is not there.
  func path(of kind: FileKind) -> String {
    let home = if kind.isShared, case .read(let shared) = sharedFolder { shared } else { folder }
    return "\(home)/\(kind.fileName)"
  }
}
