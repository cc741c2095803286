import Composition
import Diagnostics
import Dossier
import Foundation
import Intake
import LocatedJSON
import Regulations
import TestSupport
import Testing

/// The sample of the yearly review of 2026 as the program reads it, with stretches of its files
/// replaced by what a test is about.
struct YearlySample {
  let dossier: Dossier
  let decisions: [Decision]

  /// One stretch of a file, and what stands there instead.
  struct Change: Sendable {
    let file: String
    let old: String
    let new: String

    init(_ file: String, _ old: String, _ new: String) {
      self.file = file
      self.old = old
      self.new = new
    }
  }

  init(_ changes: Change...) throws {
    var files: [InputFile] = []
    var left = changes
    for folder in ["chung", "2026-hang-nam"] {
      let root = Fixture.projectURL.appendingPathComponent("Samples/\(folder)")
      let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
        .filter { $0.hasSuffix(".json") }.sorted()
      for name in names {
        var text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        for change in left where change.file == name {
          let range = try #require(text.firstRange(of: change.old), "\(name): \(change.old)")
          text.replaceSubrange(range, with: change.new)
        }
        left.removeAll { $0.file == name }
        files.append(
          InputFile(
            path: "\(folder)/\(name)", bytes: [UInt8](text.utf8), isShared: folder == "chung"))
      }
    }
    try #require(left.isEmpty)
    let read = Intake.read(
      PeriodFiles(folder: "2026-hang-nam", sharedFolder: .read("chung"), files: files))
    dossier = try #require(read.value, "\(read.findings)")
    let packs = try #require(PackSet.embedded.value)
    decisions = try #require(Regulations.decide(dossier, packs: packs).value)
  }

  /// The orders for one kind of paper.
  func orders(_ kind: DocumentKind) throws -> [DocumentOrder] {
    try #require(Composition.compose(dossier, decisions: decisions).value)
      .filter { $0.kind == kind }
  }

  /// The data of the paper of one unit.
  func data(_ kind: DocumentKind, of unit: String) throws -> JSONValue {
    try #require(try orders(kind).first { $0.subject == unit }).data
  }

  /// The messages of the findings with one code.
  func messages(_ code: String) -> [String] {
    Composition.compose(dossier, decisions: decisions).findings
      .filter { $0.code == Code(code) }.map(\.message)
  }
}

extension JSONValue {
  /// Every text, number and truth in the value as it is written, in its order.
  var texts: [String] {
    switch kind {
    case .string(let text), .number(let text): [text]
    case .boolean(let truth): [String(truth)]
    case .array(let items): items.flatMap(\.texts)
    case .object(let members): members.flatMap(\.value.texts)
    case .null: []
    }
  }
}
