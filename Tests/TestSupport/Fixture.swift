public import Foundation
public import Testing

/// A file beside the tests of a room, with its golden file beside it.
///
/// `name.json` and `name.expected.txt`; the name says the situation.
public struct Fixture: CustomTestStringConvertible, Sendable {
  /// The file, or the folder, that holds the situation.
  public let input: URL

  /// The situation's name.
  public var testDescription: String { input.deletingPathExtension().lastPathComponent }

  /// The fixtures in a folder beside the calling test file, in the order of their names.
  public static func all(
    in folder: String, extension suffix: String, file: String = #filePath
  ) -> [Fixture] {
    let root = folderURL(folder, file: file)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.filter { $0.hasSuffix("." + suffix) }.sorted()
      .map { Fixture(input: root.appendingPathComponent($0)) }
  }

  /// The folder `Fixtures/<name>` beside the calling test file.
  public static func folderURL(_ name: String, file: String = #filePath) -> URL {
    URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent(name)
  }

  /// The project's top folder.
  public static var projectURL: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// Compares with the golden file; rewrites it when `UPDATE_GOLDEN` is set.
  public func expectGolden(
    _ actual: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let golden = input.deletingPathExtension().appendingPathExtension("expected.txt")
    try expectText(actual, equals: golden, sourceLocation: sourceLocation)
  }
}

/// Compares a text with a golden file byte for byte; rewrites it when `UPDATE_GOLDEN` is set.
public func expectText(
  _ actual: String, equals golden: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(actual.utf8).write(to: golden)
  }
  let expected = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
  // Swift's == takes composed and decomposed letters as equal; a golden file does not.
  let same = Array(actual.utf8) == Array(expected.utf8)
  #expect(
    same, "\(golden.lastPathComponent): run scripts/update-golden, then read the diff\n\(actual)",
    sourceLocation: sourceLocation)
}
