package import Diagnostics

/// A file that was written, with what a manifest says of it.
package struct WrittenFile: Hashable, Sendable {
  /// The path relative to the folder.
  package let path: String
  /// The SHA-256 of its bytes, hexadecimal.
  package let sha256: String
  /// Its size in bytes.
  package let bytes: Int

  /// Creates the record of a file.
  package init(path: String, sha256: String, bytes: Int) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
  }
}

/// What a run may put its folder in the place of.
package enum Replacement: Hashable, Sendable {
  /// Nothing, or a folder that this program made.
  case ownFolder
  /// Any folder: `--force`.
  case anyFolder
}

/// A new folder that grows, hidden, beside its target and takes the target's place in one step.
///
/// The value owns the lock of the target. Forgetting ``publish(_:)`` discards what was written and
/// leaves the target as it was, and using the folder after it does not compile.
package struct StagingFolder: ~Copyable, Sendable {
  private let files: any FileOperations
  private let paths: TargetPaths
  private let replacement: Replacement
  private let lock: TargetLock
  private var written: [WrittenFile] = []
  private var names: Set<String> = []
  private var folders: Set<String> = []
  private var isPublished = false

  /// Takes the target's lock, heals what a dead run left, and makes an empty staging folder.
  ///
  /// - Throws: ``PublishingFailure/notOurs(path:)`` already here, before the work is done that
  ///   could not be published.
  package init(
    target: String, replacing replacement: Replacement = .ownFolder,
    files: any FileOperations = SystemFiles()
  ) throws(PublishingFailure) {
    let paths = try TargetPaths(target)
    try FileTree.makeFolders(paths.parent, files: files)
    let lock = try TargetLock(target: target, files: files)
    try Exchange(files: files, paths: paths).recover()
    _ = try Self.occupant(of: paths, replacing: replacement, files: files)
    try FileTree.remove(paths.staging, files: files)
    try files.makeFolder(paths.staging)
    self.files = files
    self.paths = paths
    self.replacement = replacement
    self.lock = lock
  }

  deinit {
    // What cannot be removed now, the next run removes.
    if !isPublished { try? FileTree.remove(paths.staging, files: files) }
  }

  /// Writes one file; ``publish(_:)`` waits until the disk has it.
  ///
  /// - Parameters:
  ///   - content: The whole file.
  ///   - path: The path relative to the folder, folders included.
  /// - Returns: what the manifest says of the file.
  /// - Throws: ``PublishingFailure/unsafePath(_:)`` for a path that leads out of the folder, is the
  ///   room's own (`manifest.json`, `da-sua-tay/`) or was written before.
  package mutating func write(
    _ content: HashedBytes, to path: String
  ) throws(PublishingFailure) -> WrittenFile {
    guard let place = RelativePath(path), !place.isReserved, !names.contains(path) else {
      throw .unsafePath(path)
    }
    try makeFolders(of: place)
    try files.writeNew(content.bytes, to: paths.staging + "/" + path)
    let file = WrittenFile(path: path, sha256: content.sha256, bytes: content.bytes.count)
    written.append(file)
    names.insert(path)
    return file
  }

  /// Writes one file of bytes that nobody has hashed yet.
  package mutating func write(
    _ bytes: [UInt8], to path: String
  ) throws(PublishingFailure) -> WrittenFile {
    try write(HashedBytes(bytes), to: path)
  }

  /// Writes the manifest, keeps what a person edited by hand, and takes the target's place.
  ///
  /// - Returns: warnings about files kept in `da-sua-tay/` and about what could not be tidied up.
  ///   They speak of the folder that stood there before and so are not part of the manifest.
  /// - Throws: what kept it from happening; the target is as it was.
  package consuming func publish(_ manifest: Manifest) throws(PublishingFailure) -> [Diagnostic] {
    try checkAgreement(with: manifest)
    try files.writeNew(manifest.bytes, to: paths.staging + "/" + RelativePath.manifestName)
    // Asked again: a long run gives people time to put something here.
    let occupant = try Self.occupant(of: paths, replacing: replacement, files: files)
    var warnings = try CarryOver(
      files: files, old: paths.target, new: paths.staging, occupant: occupant
    ).run()
    try files.syncFileSystem(of: paths.staging)
    warnings += try Exchange(files: files, paths: paths).run()
    isPublished = true
    return warnings
  }

  private static func occupant(
    of paths: TargetPaths, replacing replacement: Replacement, files: any FileOperations
  ) throws(PublishingFailure) -> Occupant {
    let occupant = try Occupant.of(paths.target, files: files)
    if case .foreign = occupant, replacement == .ownFolder { throw .notOurs(path: paths.target) }
    return occupant
  }

  private mutating func makeFolders(of place: RelativePath) throws(PublishingFailure) {
    for count in 1..<place.components.count {
      let name = place.components.prefix(count).joined(separator: "/")
      if folders.contains(name) { continue }
      try files.makeFolder(paths.staging + "/" + name)
      folders.insert(name)
    }
  }

  /// Compares the manifest's files with the files written, one by one.
  private func checkAgreement(with manifest: Manifest) throws(PublishingFailure) {
    var open = Set(written)
    for file in manifest.everyFile {
      guard open.remove(file) != nil else { throw .manifestDisagrees(path: file.path) }
    }
    if let file = written.first(where: open.contains) {
      throw .manifestDisagrees(path: file.path)
    }
  }
}
