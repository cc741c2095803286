import Composition
import Diagnostics
import Dossier
import Foundation
import Intake
import LocatedJSON
import Regulations
import TestSupport
import Testing

/// The committed yearly review of 2026, in which each test changes words of its files.
struct ReviewSample {
  /// The dossier read from the files.
  let dossier: Dossier
  /// What the rules say of it.
  let decisions: [Decision]
  /// What the rules found.
  let findings: [Diagnostic]
  /// The program's own packs.
  let packs: PackSet

  /// A word of a file and what stands there instead.
  struct Change {
    let file: String
    let from: String
    let to: String

    init(_ file: String, _ from: String, _ to: String) {
      self.file = file
      self.from = from
      self.to = to
    }
  }

  /// Reads the sample; each change must meet exactly one place, so that none is without effect.
  init(_ changes: [Change] = [], sourceLocation: SourceLocation = #_sourceLocation) throws {
    var files: [InputFile] = []
    for folder in ["chung", "2026-hang-nam"] {
      let root = Fixture.projectURL.appendingPathComponent("Samples/\(folder)")
      let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
      for name in names.filter({ $0.hasSuffix(".json") }).sorted() {
        var text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        for change in changes where change.file == name {
          try #require(
            text.components(separatedBy: change.from).count == 2, "\(name): \(change.from)",
            sourceLocation: sourceLocation)
          text = text.replacingOccurrences(of: change.from, with: change.to)
        }
        files.append(
          InputFile(
            path: "\(folder)/\(name)", bytes: [UInt8](text.utf8), isShared: folder == "chung"))
      }
    }
    let read = Intake.read(
      PeriodFiles(folder: "2026-hang-nam", sharedFolder: .read("chung"), files: files))
    dossier = try #require(
      read.value, "\(read.findings.map(\.message))", sourceLocation: sourceLocation)
    packs = try #require(PackSet.embedded.value, sourceLocation: sourceLocation)
    let decided = Regulations.decide(dossier, packs: packs)
    decisions = try #require(decided.value, sourceLocation: sourceLocation)
    findings = decided.findings
  }

  /// The papers and what was found while composing them.
  func compose() -> Diagnosed<[DocumentOrder]> {
    Composition.compose(dossier, decisions: decisions, packs: packs)
  }

  /// The papers of one kind, in their order.
  func orders(_ kind: DocumentKind) -> [DocumentOrder] {
    (compose().value ?? []).filter { $0.kind == kind }
  }

  /// The codes found while composing that begin so, in their order, without the notes on the
  /// originals of the law.
  func codes(_ prefix: String) -> [String] {
    compose().findings.map(\.code.description)
      .filter { $0.hasPrefix(prefix) && !["CO034", "CO035"].contains($0) }
  }
}

/// Compares the data of an order with its golden file.
func expectData(_ order: DocumentOrder?, equals name: String) throws {
  let order = try #require(order)
  let golden = Fixture.folderURL("data").appendingPathComponent("\(name).expected.json")
  try expectText(String(decoding: JSONWriter.pretty(order.data), as: UTF8.self), equals: golden)
}
