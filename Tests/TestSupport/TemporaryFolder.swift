public import Foundation

/// A folder of one test, removed with the value.
public final class TemporaryFolder: Sendable {
  /// The folder's path, without a slash at its end.
  public let path: String

  /// Makes the folder; in memory where hundreds of runs would each wait for the disk.
  public init(inMemory: Bool = false) throws {
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
  public func put(_ text: String, at name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The text of a file, or nil when it is not there.
  public func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Removes a file or a folder.
  public func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// Makes a symbolic link.
  public func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: destination)
  }

  /// The names in the folder, hidden ones included, sorted.
  public var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The files below a folder and their texts; nil when the folder is not there.
  public func snapshot(_ name: String) -> [String: String]? {
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

extension TemporaryFolder {
  /// Lays a copy of a file or folder into the folder, over what is there.
  public func lay(_ source: URL, at name: String) throws {
    let target = URL(fileURLWithPath: path).appendingPathComponent(name)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder) else {
      return
    }
    guard isFolder.boolValue else {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contentsOf: source).write(to: target)
      return
    }
    for child in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      try lay(source.appendingPathComponent(child), at: name + "/" + child)
    }
  }
}
