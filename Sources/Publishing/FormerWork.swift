/// A finished document of an earlier run whose bytes were looked at again just now.
package struct FormerDocument: Sendable {
  /// The bytes with their hash.
  package let content: HashedBytes
  /// Where it stands in the folder that grows; nil when it stands in the published one.
  let staged: String?
}

/// The documents that earlier runs left in the target and in the folder a dead run had begun.
///
/// Workers share the value: looking for a document reads and hashes it, beside other work.
package struct FormerWork: Sendable {
  private let files: any FileOperations
  private let ledger: Ledger
  private let staging: String
  private let target: String
  /// The documents in the staging folder, with the key of each; for look-up only.
  let staged: [String: SHA256Sum]
  /// The folders in the staging folder, those above others before them.
  let folders: [String]

  /// Reads what the program named wrote down, and clears the staging folder of all else.
  init(
    of paths: TargetPaths, program: String, files: any FileOperations
  ) throws(PublishingFailure) {
    var ledger = Ledger()
    for path in [paths.ledger, paths.stagedLedger] {
      guard case .file = try files.kind(of: path) else { continue }
      ledger.read(try files.read(path), of: program)
    }
    if let kind = try files.kind(of: paths.staging), kind != .folder {
      try files.removeFile(paths.staging)
    }
    if try files.kind(of: paths.staging) == nil {
      try files.makeFolder(paths.staging)
      (staged, folders) = ([:], [])
    } else {
      staged = try Self.clear(paths.staging, ledger, files)
      folders = try FileTree.folders(in: paths.staging, files: files)
    }
    self.files = files
    self.ledger = ledger
    staging = paths.staging
    target = paths.target
    try begin(paths, program)
  }

  /// Begins the ledger of the folder that grows with the documents that are there already.
  ///
  /// A new file takes the old one's place in one step: a run that dies here too leaves one of them.
  private func begin(_ paths: TargetPaths, _ program: String) throws(PublishingFailure) {
    var lines = Ledger.header(program)
    for path in staged.keys.sorted() {
      guard let (key, entry) = ledger.last(at: path) else { continue }
      lines += Ledger.line(key, entry)
    }
    let fresh = paths.stagedLedger + "-new"
    try files.writeNew(lines, to: fresh)
    try files.rename(fresh, over: paths.stagedLedger)
  }

  /// The document that was made of the same inputs, if its bytes are still there unaltered.
  ///
  /// - Parameter key: The SHA-256 of everything the document is made from.
  /// - Returns: nil also when it cannot be read: then it is made anew.
  package func document(madeOf key: SHA256Sum) -> FormerDocument? {
    guard let entry = ledger[key] else { return nil }
    let isStaged = staged[entry.path] == key
    for folder in isStaged ? [staging, target] : [target] {
      let path = folder + "/" + entry.path
      guard case .file(entry.bytes)? = try? files.kind(of: path), let bytes = try? files.read(path)
      else { continue }
      let content = HashedBytes(bytes)
      guard content.sha256 == entry.sha256 else { continue }
      return FormerDocument(content: content, staged: folder == staging ? entry.path : nil)
    }
    return nil
  }

  /// Removes what is in a folder but its ledger and the documents of the ledger, and gives these
  /// with their keys.
  ///
  /// Links go first of all: nothing is ever written through one.
  private static func clear(
    _ folder: String, _ ledger: Ledger, _ files: any FileOperations
  ) throws(PublishingFailure) -> [String: SHA256Sum] {
    var kept: [String: SHA256Sum] = [:]
    for entry in try FileTree.entries(in: folder, files: files) {
      if let (key, former) = ledger.last(at: entry.path), entry.kind == .file(bytes: former.bytes) {
        kept[entry.path] = key
      } else if entry.path != Ledger.stagedName {
        try files.removeFile(folder + "/" + entry.path)
      }
    }
    return kept
  }
}
