internal import Diagnostics

/// Brings what a person did in the old folder into the new one, under `da-sua-tay/`.
///
/// Nothing is moved: until the exchange the old folder stays as it is. A kept file is a second
/// name for the same bytes where the file system has such, else a copy.
struct CarryOver {
  let files: any FileOperations
  /// The folder that is about to be replaced.
  let old: String
  /// The folder that will stand in its place.
  let new: String
  /// What the old folder is.
  let occupant: Occupant

  /// Keeps every file that the old manifest does not vouch for.
  ///
  /// - Returns: a warning for each file kept for the first time.
  func run() throws(PublishingFailure) -> [Diagnostic] {
    let hashes: [String: SHA256Sum]
    switch occupant {
    case .nothing: return []
    case .ours(let known): hashes = known
    case .foreign: return try runForeign()
    }
    var warnings: [Diagnostic] = []
    let (kept, others) = try entries()
    // First what was kept before, so that it keeps its names.
    for entry in kept { _ = try keep(entry, at: entry.path) }
    for entry in others where entry.path != RelativePath.manifestName {
      let known = hashes[entry.path]
      if let known, try hash(entry) == known { continue }
      let name = try keep(entry, at: RelativePath.keptName + "/" + entry.path)
      warnings.append(.kept(entry.path, at: name, in: old, edited: known != nil))
    }
    return warnings
  }

  private func runForeign() throws(PublishingFailure) -> [Diagnostic] {
    let (kept, others) = try entries()
    for entry in kept { _ = try keep(entry, at: entry.path) }
    for entry in others { _ = try keep(entry, at: RelativePath.keptName + "/" + entry.path) }
    return [.keptForeign(others.count + kept.count, old)]
  }

  private func entries() throws(PublishingFailure) -> (
    kept: [FileTree.Entry], others: [FileTree.Entry]
  ) {
    let entries = try FileTree.entries(in: old, files: files).filter { entry in
      !RelativePath.isOfficeLock(String(entry.path.split(separator: "/").last ?? ""))
    }
    let prefix = RelativePath.keptName + "/"
    return (
      entries.filter { $0.path.hasPrefix(prefix) }, entries.filter { !$0.path.hasPrefix(prefix) }
    )
  }

  /// The SHA-256 of a file; nil for a link or a device, which no manifest vouches for.
  private func hash(_ entry: FileTree.Entry) throws(PublishingFailure) -> SHA256Sum? {
    guard case .file = entry.kind else { return nil }
    return SHA256Sum(of: try files.read(old + "/" + entry.path))
  }

  /// Keeps one file and returns the name it got in the new folder.
  private func keep(
    _ entry: FileTree.Entry, at path: String
  ) throws(PublishingFailure) -> String {
    let names = path.split(separator: "/").map(String.init)
    var place = ""
    for name in names.dropLast() {
      place = try free(name, in: place) { $0 == .folder }
      if try files.kind(of: new + "/" + place) == nil { try files.makeFolder(new + "/" + place) }
    }
    place = try free(names.last ?? path, in: place) { _ in false }
    try copy(entry, to: new + "/" + place)
    return place
  }

  /// The first of `name`, `name (2)`, … in a folder that is free, or that `accept` takes as it is.
  private func free(
    _ name: String, in folder: String, accept: (FileKind) -> Bool
  ) throws(PublishingFailure) -> String {
    let prefix = folder.isEmpty ? "" : folder + "/"
    var candidate = prefix + name
    var number = 2
    while let kind = try files.kind(of: new + "/" + candidate), !accept(kind) {
      candidate = prefix + Self.numbered(name, number)
      number += 1
    }
    return candidate
  }

  /// A file name with a number before its ending: `001-a.docx` and 2 give `001-a (2).docx`.
  static func numbered(_ name: String, _ number: Int) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return "\(name) (\(number))"
    }
    return "\(name[..<dot]) (\(number))\(name[dot...])"
  }

  private func copy(_ entry: FileTree.Entry, to path: String) throws(PublishingFailure) {
    do throws(PublishingFailure) {
      try files.link(old + "/" + entry.path, as: path)
    } catch {
      // Some disks have no second names, or not for files of another user.
      guard case .file(let failure) = error, !failure.isDiskFull, case .file = entry.kind else {
        throw error
      }
      try files.writeNew(try files.read(old + "/" + entry.path), to: path)
    }
  }
}

extension Diagnostic {
  fileprivate static func kept(
    _ path: String, at name: String, in target: String, edited: Bool
  ) -> Diagnostic {
    edited
      ? .warning(
        Code("PB009"), "“\(path)” đã được sửa bằng tay; bản sửa được giữ ở “\(name)”",
        at: .file(target + "/" + name),
        help: "đối chiếu bản sửa với bản vừa lập, rồi sửa dữ liệu hoặc mẫu")
      : .warning(
        Code("PB010"), "“\(path)” không do chương trình lập; tệp được giữ ở “\(name)”",
        at: .file(target + "/" + name), help: "chuyển tệp này sang thư mục khác nếu còn dùng")
  }

  fileprivate static func keptForeign(_ count: Int, _ target: String) -> Diagnostic {
    .warning(
      Code("PB011"),
      "\(count) tệp có sẵn trong “\(target)” được giữ ở “\(RelativePath.keptName)”",
      at: .file(target), help: "chuyển các tệp này sang thư mục khác nếu còn dùng")
  }
}
