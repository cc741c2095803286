import Foundation

/// A folder of one test, removed with the value.
final class TemporaryFolder: Sendable {
  /// The folder's path, without a slash at its end.
  let path: String

  /// Makes the folder; in memory where hundreds of runs would each wait for the disk.
  init(inMemory: Bool = false) throws {
    let memory = "/dev/shm"
    let isMemory = inMemory && FileManager.default.isWritableFile(atPath: memory)
    let root = isMemory ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
    let url =
      root
      .appendingPathComponent("thidua-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it.
  func put(_ text: String, at name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The text of a file, or nil when it is not there.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: destination)
  }

  /// The names in the folder, hidden ones included, sorted.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The files below a folder and their texts; nil when the folder is not there.
  func snapshot(_ name: String) -> [String: String]? {
    let root = path + "/" + name
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: root) else { return nil }
    var files: [String: String] = [:]
    for path in paths {
      guard let data = FileManager.default.contents(atPath: root + "/" + path) else { continue }
      files[path] = String(decoding: data, as: UTF8.self)
    }
    return files
  }
}
