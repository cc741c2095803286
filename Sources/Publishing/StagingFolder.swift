package import Diagnostics

/// A file that was written, with what a manifest says of it.
package struct WrittenFile: Hashable, Sendable {
  /// The path relative to the folder.
  package let path: String
  /// The SHA-256 of its bytes.
  package let sha256: SHA256Sum
  /// Its size in bytes.
  package let bytes: Int

  /// Creates the record of a file.
  package init(path: String, sha256: SHA256Sum, bytes: Int) {
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
  private var written = FileTally()
  private var folders: Set<String> = []
  /// Documents of a dead run that were not asked for yet, and the folders it made.
  private var leftOver: Set<String> = []
  private var isPublished = false
  private var isLedgerOut = false
  private let formerWork: FormerWork?

  /// Takes the target's lock, heals what a dead run left, and makes the staging folder.
  ///
  /// - Parameters:
  ///   - target: The folder to be replaced.
  ///   - replacement: What may be replaced.
  ///   - program: What tells this program from any that would make other bytes of the same
  ///     inputs. With it a ledger is kept beside the target, and documents of earlier runs may be
  ///     taken over; without it the folder begins empty.
  ///   - files: The file operations.
  /// - Throws: ``PublishingFailure/notOurs(path:)`` already here, before the work is done that
  ///   could not be published.
  package init(
    target: String, replacing replacement: Replacement = .ownFolder, program: String? = nil,
    files: any FileOperations = SystemFiles()
  ) throws(PublishingFailure) {
    let paths = try TargetPaths(target)
    try FileTree.makeFolders(paths.parent, files: files)
    let lock = try TargetLock(target: target, files: files)
    try Exchange(files: files, paths: paths).recover()
    _ = try Self.occupant(of: paths, replacing: replacement, files: files)
    if let program {
      do throws(PublishingFailure) {
        let former = try FormerWork(of: paths, program: program, files: files)
        leftOver = Set(former.staged.keys)
        formerWork = former
      } catch {
        try? FileTree.remove(paths.staging, files: files)
        throw error
      }
    } else {
      try FileTree.remove(paths.staging, files: files)
      try files.makeFolder(paths.staging)
      formerWork = nil
    }
    self.files = files
    self.paths = paths
    self.replacement = replacement
    self.lock = lock
  }

  deinit {
    // What cannot be removed now, the next run removes.
    guard !isPublished else { return }
    try? FileTree.remove(paths.staging, files: files)
    if isLedgerOut { try? files.removeFile(paths.ledger) }
  }

  /// What earlier runs made; nil when nothing may be taken over.
  package var former: FormerWork? { formerWork }

  /// Writes one file; ``publish(_:)`` waits until the disk has it.
  ///
  /// - Parameters:
  ///   - content: The whole file.
  ///   - path: The path relative to the folder, folders included.
  ///   - key: The SHA-256 of everything the file is made from; with it a later run may take the file
  ///     over instead of making it.
  /// - Returns: what the manifest says of the file.
  /// - Throws: ``PublishingFailure/unsafePath(_:)`` for a path that leads out of the folder, is the
  ///   room's own (`manifest.json`, `da-sua-tay/`) or was written before.
  package mutating func write(
    _ content: HashedBytes, to path: String, madeOf key: SHA256Sum? = nil
  ) throws(PublishingFailure) -> WrittenFile {
    guard let place = RelativePath(path), !place.isReserved else { throw .unsafePath(path) }
    if leftOver.remove(path) != nil { try files.removeFile(paths.staging + "/" + path) }
    try makeFolders(of: place)
    do throws(PublishingFailure) {
      try files.writeNew(content.bytes, to: paths.staging + "/" + path)
    } catch .file(let failure) where failure.isTaken {
      // Everything in the folder was written by this run.
      throw .unsafePath(path)
    }
    let file = WrittenFile(path: path, sha256: content.sha256, bytes: content.bytes.count)
    written.add(file)
    if let key, formerWork != nil {
      let entry = Ledger.Entry(path: path, sha256: file.sha256, bytes: file.bytes)
      try files.append(Ledger.line(key, entry), to: paths.stagedLedger)
    }
    return file
  }

  /// Takes over a document of an earlier run: one that stands in its place already stays there, any
  /// other is written as a copy, since the published one stays what it is until the exchange.
  package mutating func take(
    _ document: FormerDocument, to path: String, madeOf key: SHA256Sum
  ) throws(PublishingFailure) -> WrittenFile {
    guard document.staged == path, leftOver.remove(path) != nil else {
      return try write(document.content, to: path, madeOf: key)
    }
    let content = document.content
    let file = WrittenFile(path: path, sha256: content.sha256, bytes: content.bytes.count)
    written.add(file)
    if let place = RelativePath(path) { try makeFolders(of: place) }
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
  /// - Parameters:
  ///   - manifest: What the folder holds, file by file.
  ///   - committing: Called when nothing can take the folder back any more: a run that is asked to
  ///     stop from here on finishes.
  /// - Returns: warnings about files kept in `da-sua-tay/` and about what could not be tidied up.
  ///   They speak of the folder that stood there before and so are not part of the manifest.
  /// - Throws: what kept it from happening; the target is as it was.
  package consuming func publish(
    _ manifest: Manifest, committing: () -> Void = {}
  ) throws(PublishingFailure) -> [Diagnostic] {
    try removeLeftOvers()
    try checkAgreement(with: manifest)
    try write(manifest)
    // Asked again: a long run gives people time to put something here.
    let occupant = try Self.occupant(of: paths, replacing: replacement, files: files)
    var warnings = try CarryOver(
      files: files, old: paths.target, new: paths.staging, occupant: occupant
    ).run()
    // Beside the folder from now on. It speaks of the folder that is not there yet: until then the
    // next run finds the documents here by their hashes, or makes them anew.
    if formerWork != nil {
      try files.rename(paths.stagedLedger, over: paths.ledger)
      isLedgerOut = true
    }
    try files.syncFileSystem(of: paths.staging)
    committing()
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
      guard folders.insert(name).inserted, formerWork?.folders.contains(name) != true else {
        continue
      }
      try files.makeFolder(paths.staging + "/" + name)
    }
  }

  /// Removes what a dead run had made and this one did not ask for.
  private func removeLeftOvers() throws(PublishingFailure) {
    for path in leftOver.sorted() { try files.removeFile(paths.staging + "/" + path) }
    for folder in (formerWork?.folders ?? []).reversed() where !folders.contains(folder) {
      try files.removeFolder(paths.staging + "/" + folder)
    }
  }

  private func write(_ manifest: Manifest) throws(PublishingFailure) {
    let path = paths.staging + "/" + RelativePath.manifestName
    var isBegun = false
    try manifest.write { [files] (piece) throws(PublishingFailure) in
      if isBegun { try files.append(piece, to: path) } else { try files.writeNew(piece, to: path) }
      isBegun = true
    }
  }

  /// Compares the manifest's files with the files written.
  private func checkAgreement(with manifest: Manifest) throws(PublishingFailure) {
    var listed = FileTally()
    for file in manifest.everyFile { listed.add(file) }
    guard listed != written else { return }
    // A fault of the program: the folder itself tells at which file.
    var open = Set(try FileTree.entries(in: paths.staging, files: files).map(\.path))
    open.remove(Ledger.stagedName)
    for file in manifest.everyFile {
      guard open.remove(file.path) != nil,
        SHA256Sum(of: try files.read(paths.staging + "/" + file.path)) == file.sha256
      else { throw .manifestDisagrees(path: file.path) }
    }
    throw .manifestDisagrees(path: open.min() ?? RelativePath.manifestName)
  }
}

/// The same for the same files in whatever order, and as small for many files as for one.
///
/// It is the sum of the SHA-256 of their records, so that a file counted twice, or left out, shows.
/// That two lists which differ have one sum is no more likely than that two files have one SHA-256,
/// and both lists are this program's own: nobody gains by making such.
private struct FileTally: Equatable {
  private var sum = SIMD4<UInt64>()

  mutating func add(_ file: WrittenFile) {
    sum &+= SHA256Sum(of: Array("\(file.sha256.text) \(file.bytes) \(file.path)".utf8)).words
  }
}
