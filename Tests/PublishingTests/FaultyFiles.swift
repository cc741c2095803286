import Glibc
import Publishing
import Synchronization

/// The system's file operations, of which some fail on purpose.
final class FaultyFiles: FileOperations {
  /// What goes wrong, and at which operation, counted from 1.
  enum Fault: Hashable {
    case nothing
    /// One operation fails; what follows works.
    case failure(at: Int)
    /// The process dies: this operation and all that follow do nothing.
    case death(at: Int)
  }

  /// What the file system does not know at all.
  enum Lack: Hashable, CaseIterable {
    case nothing
    case exchange
    case hardLinks
  }

  private let base = SystemFiles()
  private let fault: Fault
  private let lack: Lack
  private let count = Mutex(0)

  init(_ fault: Fault = .nothing, lacking lack: Lack = .nothing) {
    self.fault = fault
    self.lack = lack
  }

  /// How many operations were asked for.
  var calls: Int { count.withLock { $0 } }

  private var isDead: Bool {
    if case .death(let at) = fault { calls >= at } else { false }
  }

  /// Counts an operation and fails when it is its turn.
  private func step(
    _ action: FileFailure.Action, _ path: String
  ) throws(PublishingFailure) {
    let number = count.withLock {
      $0 += 1
      return $0
    }
    let code = action == .read ? EIO : ENOSPC
    switch fault {
    case .failure(number): throw .file(FileFailure(action, path, code: code))
    case .death(let at) where number >= at: throw .file(FileFailure(action, path, code: code))
    default: break
    }
  }

  func kind(of path: String) throws(PublishingFailure) -> FileKind? {
    try step(.read, path)
    return try base.kind(of: path)
  }

  func names(in folder: String) throws(PublishingFailure) -> [String] {
    try step(.read, folder)
    return try base.names(in: folder)
  }

  func read(_ path: String) throws(PublishingFailure) -> [UInt8] {
    try step(.read, path)
    return try base.read(path)
  }

  func read(
    _ path: String, from offset: Int, count: Int
  ) throws(PublishingFailure) -> [UInt8] {
    try step(.read, path)
    return try base.read(path, from: offset, count: count)
  }

  func writeNew(_ bytes: [UInt8], to path: String) throws(PublishingFailure) {
    let wasDead = isDead
    do throws(PublishingFailure) {
      try step(.write, path)
    } catch {
      // A full disk leaves half a file.
      if !wasDead { try base.writeNew(Array(bytes.prefix(bytes.count / 2)), to: path) }
      throw error
    }
    try base.writeNew(bytes, to: path)
  }

  func append(_ bytes: [UInt8], to path: String) throws(PublishingFailure) {
    let wasDead = isDead
    do throws(PublishingFailure) {
      try step(.write, path)
    } catch {
      if !wasDead { try base.append(Array(bytes.prefix(bytes.count / 2)), to: path) }
      throw error
    }
    try base.append(bytes, to: path)
  }

  func makeFolder(_ path: String) throws(PublishingFailure) {
    try step(.create, path)
    try base.makeFolder(path)
  }

  func sync(_ path: String) throws(PublishingFailure) {
    try step(.write, path)
    try base.sync(path)
  }

  func syncFileSystem(of path: String) throws(PublishingFailure) {
    try step(.write, path)
    try base.syncFileSystem(of: path)
  }

  func link(_ path: String, as name: String) throws(PublishingFailure) {
    try step(.write, name)
    if lack == .hardLinks { throw .file(FileFailure(.write, name, code: EPERM)) }
    try base.link(path, as: name)
  }

  func rename(_ path: String, toFree name: String) throws(PublishingFailure) {
    try step(.write, name)
    try base.rename(path, toFree: name)
  }

  func rename(_ path: String, over name: String) throws(PublishingFailure) {
    try step(.write, name)
    try base.rename(path, over: name)
  }

  func exchange(_ first: String, _ second: String) throws(PublishingFailure) {
    try step(.write, second)
    if lack == .exchange { throw .file(FileFailure(.write, second, code: EINVAL)) }
    try base.exchange(first, second)
  }

  func removeFile(_ path: String) throws(PublishingFailure) {
    try step(.write, path)
    try base.removeFile(path)
  }

  func removeFolder(_ path: String) throws(PublishingFailure) {
    try step(.write, path)
    try base.removeFolder(path)
  }

  func lock(_ path: String) throws(PublishingFailure) -> Int32? {
    try step(.create, path)
    return try base.lock(path)
  }

  func unlock(_ path: String, descriptor: Int32) {
    // A dead process gives its lock back but leaves the file. Here it lives on, and a child that
    // another test is about to start may have the file open: closing alone would not do.
    if isDead {
      flock(descriptor, LOCK_UN)
      close(descriptor)
    } else {
      base.unlock(path, descriptor: descriptor)
    }
  }
}
