/// Writes one file so that its name bears the old bytes or the new ones, never half of them.
package enum FilePublisher {
  /// Writes a file; one that is there is replaced.
  ///
  /// - Throws: ``PublishingFailure/notAFile(path:)`` when a folder, a link or a device stands
  ///   there; what stood there before stands there still.
  package static func write(
    _ bytes: [UInt8], to path: String, files: any FileOperations = SystemFiles()
  ) throws(PublishingFailure) {
    guard !path.hasSuffix("/") else { throw .unnamed(path: path) }
    let paths = try TargetPaths(path)
    try FileTree.makeFolders(paths.parent, files: files)
    let lock = try TargetLock(target: path, files: files)
    defer { _ = lock }
    switch try files.kind(of: path) {
    case nil, .file: break
    case .folder, .link, .special: throw .notAFile(path: path)
    }
    try FileTree.remove(paths.staging, files: files)
    do throws(PublishingFailure) {
      try files.writeNew(bytes, to: paths.staging)
      try files.sync(paths.staging)
      try files.rename(paths.staging, over: path)
    } catch {
      try? FileTree.remove(paths.staging, files: files)
      throw error
    }
    // The name is new already; that the disk may learn of it later takes nothing back.
    try? files.sync(paths.parent)
  }
}
