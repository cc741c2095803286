internal import Glibc
package import Publishing

/// Everything outside the program that a run may touch; tests give one of their own.
package struct World: Sendable {
  /// The disk.
  package let files: any FileOperations
  /// How many documents are filled at the same time.
  package let workers: Int

  /// Creates a world.
  package init(files: any FileOperations = SystemFiles(), workers: Int = 1) {
    self.files = files
    self.workers = max(1, workers)
  }

  /// A path from the root of the disk; the path itself where there is none.
  func absolutePath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The version of the program, as manifests name it.
  package static let version = "0.1.0"
}
