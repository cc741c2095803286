/// The right to write to one target, held until the value goes out of scope.
///
/// The system drops the lock with the process, so a dead run never blocks the next one.
package struct TargetLock: ~Copyable, Sendable {
  private let files: any FileOperations
  private let path: String
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: ``PublishingFailure/inUse(path:)`` when another run holds it.
  package init(
    target: String, files: any FileOperations = SystemFiles()
  ) throws(PublishingFailure) {
    let paths = try TargetPaths(target)
    guard let descriptor = try files.lock(paths.lock) else { throw .inUse(path: target) }
    self.files = files
    self.path = paths.lock
    self.descriptor = descriptor
  }

  deinit { files.unlock(path, descriptor: descriptor) }
}
