import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Intake

/// The small good period, with the files of one situation laid over it.
struct Situation: CustomTestStringConvertible {
  /// The folder of the situation; its `chung` and `dot` replace files of the good period.
  let folder: URL

  var testDescription: String { folder.lastPathComponent }

  /// The situations in `Fixtures/bad`, in the order of their names.
  static func all() -> [Situation] {
    let root = Fixture.folderURL("bad")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { Situation(folder: root.appendingPathComponent($0)) }
  }

  /// The good period alone.
  static let good = Situation(folder: Fixture.folderURL("none"))

  /// A review after the launch, which has a file of every kind but the launch's own.
  static let review = Situation(folder: Fixture.folderURL("review"))

  /// The files of the period; `removed.txt` names those that the situation lacks.
  func period() throws -> PeriodFiles {
    let removed = (try? String(contentsOf: folder.appending(path: "removed.txt"), encoding: .utf8))?
      .split(separator: "\n").map(String.init)
    var bytes: [String: [UInt8]] = [:]
    for root in [Fixture.folderURL("good"), folder] {
      for part in ["chung", "dot"] {
        for name in Self.jsonNames(in: root.appending(path: part)) {
          let url = root.appending(path: part).appending(path: name)
          bytes["\(part)/\(name)"] = [UInt8](try Data(contentsOf: url))
        }
      }
    }
    for path in removed ?? [] { bytes[path] = nil }
    let shared = bytes.keys.contains { $0.hasPrefix("chung/") }
    let files = bytes.sorted { $0.key < $1.key }.map { path, bytes in
      InputFile(path: path, bytes: bytes, isShared: path.hasPrefix("chung/"))
    }
    let dot = files.first { $0.path == "dot/dot.json" }
    let named = dot.flatMap { Intake.sharedFolder(in: $0) }
    return PeriodFiles(
      folder: "dot",
      sharedFolder: named == nil ? .notNamed : shared ? .read("chung") : .missing("chung"),
      files: files.filter { named != nil || !$0.isShared })
  }

  private static func jsonNames(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }
  }
}

/// One line for each finding, as the golden files hold them.
func lines(_ findings: [Diagnostic]) -> String {
  findings.map { finding in
    let place = finding.place
    let at = [place.file, place.span.map { "\($0.line)" }, place.span.map { "\($0.column)" }]
      .compactMap(\.self).joined(separator: ":")
    let pointer = place.pointer.map { " \($0)" } ?? ""
    return "\(finding.severity.rawValue) \(finding.code) \(at)\(pointer) \(finding.message)"
      + (finding.help.map { " | \($0)" } ?? "") + "\n"
  }.joined()
}
