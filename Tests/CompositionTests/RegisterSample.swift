import Composition
import Diagnostics
import Dossier
import Foundation
import Intake
import LocatedJSON
import Regulations
import TestSupport
import Testing

/// The yearly review of 2026, read after changes to the text of its files.
struct RegisterSample {
  /// What `Intake` found.
  let findings: [Diagnostic]
  let dossier: Dossier
  let decisions: [Decision]
  let packs: PackSet

  /// A text of a file and what stands in its place; the text must be there.
  typealias Change = (file: String, from: String, to: String)

  init(_ changes: Change...) throws { try self.init(changes) }

  init(_ changes: [Change]) throws {
    var files: [InputFile] = []
    for folder in ["chung", "2026-hang-nam"] {
      let root = Fixture.projectURL.appendingPathComponent("Samples/\(folder)")
      for name in try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
      where name.hasSuffix(".json") {
        var text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        for change in changes where change.file == name {
          try #require(text.contains(change.from), "\(name) lacks “\(change.from)”")
          text = text.replacing(change.from, with: change.to)
        }
        files.append(
          InputFile(path: "\(folder)/\(name)", bytes: Array(text.utf8), isShared: folder == "chung")
        )
      }
    }
    let read = Intake.read(
      PeriodFiles(folder: "2026-hang-nam", sharedFolder: .read("chung"), files: files))
    findings = read.findings
    dossier = try #require(read.value, "\(read.findings)")
    packs = try #require(PackSet.embedded.value)
    decisions = try #require(Regulations.decide(dossier, packs: packs).value)
  }

  /// The number and the day of the decision changed.
  static func decision(number: String? = "412", date: String?) -> Change {
    func value(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
    let row = "\"ma\": \"qd-giay-khen\", \"loai\": \"quyet-dinh-khen-thuong\", "
    return (
      "van-ban.json", row + "\"so\": \"412\", \"ngay\": \"2026-12-22\"",
      row + "\"so\": \(value(number)), \"ngay\": \(value(date))"
    )
  }

  /// A decision of summer; the meetings before it are moved to spring.
  static func decided(in summer: String) -> [Change] {
    [
      decision(date: summer), ("binh-xet.json", "\"2026-12-", "\"2026-05-"),
      ("hoi-dong.json", "\"2026-12-", "\"2026-06-"), ("van-ban.json", "\"2026-12-1", "\"2026-06-1"),
    ]
  }

  /// Rows put at the end of the register, as a clerk pastes them.
  static func register(with rows: [JSONValue]) -> Change {
    let texts = rows.map { String(decoding: JSONWriter.pretty($0), as: UTF8.self) }
    return ("so-khen-thuong.json", "\n  ]\n", "," + texts.joined(separator: ",") + "\n  ]\n")
  }

  var composed: Diagnosed<[DocumentOrder]> {
    Composition.compose(dossier, decisions: decisions, packs: packs)
  }

  func orders(_ kind: DocumentKind) throws -> [DocumentOrder] {
    try #require(composed.value).filter { $0.kind == kind }
  }

  /// The codes of the findings on money and register.
  var codes: [String] {
    composed.findings.map(\.code.description).filter { $0.hasPrefix("CO06") }
  }
}
