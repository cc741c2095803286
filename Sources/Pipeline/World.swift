internal import Glibc
package import Publishing

/// Everything outside the program that a run may touch; tests give one of their own.
package struct World: Sendable {
  /// The disk.
  package let files: any FileOperations
  /// How many documents are filled at the same time.
  package let workers: Int
  /// What files from anywhere may cost.
  package let limits: SafetyLimits

  /// Creates a world.
  package init(
    files: any FileOperations = SystemFiles(), workers: Int = 1, limits: SafetyLimits = .standard
  ) {
    self.limits = limits
    self.files = files
    self.workers = max(1, workers)
  }

  /// The size of a file before it is read; nil where it is not known.
  func size(of path: String) throws(PublishingFailure) -> Int? {
    guard case .file(let bytes) = try files.kind(of: path) else { return nil }
    return bytes
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
