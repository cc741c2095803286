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
  /// What reading and rules found.
  let findings: [Diagnostic]
  /// The program's own packs.
  let packs: PackSet

  /// A text of a file and what stands there instead, wherever it occurs.
  struct Change: Sendable {
    let file: String
    let from: String
    let to: String

    init(_ file: String, _ from: String, _ to: String) {
      self.file = file
      self.from = from
      self.to = to
    }
  }

  /// Reads another committed period with the shared folder that its `dot.json` names.
  init(period: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    func files(in folder: String, isShared: Bool) throws -> [InputFile] {
      let root = Fixture.projectURL.appendingPathComponent("Samples/\(folder)")
      return try FileManager.default.contentsOfDirectory(atPath: root.path)
        .filter { $0.hasSuffix(".json") }.sorted().map { name in
          InputFile(
            path: "\(folder)/\(name)",
            bytes: [UInt8](try Data(contentsOf: root.appendingPathComponent(name))),
            isShared: isShared)
        }
    }
    let own = try files(in: period, isShared: false)
    let dot = try #require(
      own.first { $0.path.hasSuffix("/dot.json") }, sourceLocation: sourceLocation)
    let named = try #require(Intake.sharedFolder(in: dot), sourceLocation: sourceLocation)
    let shared = try #require(named.split(separator: "/").last).description
    try self.init(
      PeriodFiles(
        folder: period, sharedFolder: .read(shared),
        files: try files(in: shared, isShared: true) + own), sourceLocation: sourceLocation)
  }

  private init(_ period: PeriodFiles, sourceLocation: SourceLocation) throws {
    let read = Intake.read(period)
    dossier = try #require(
      read.value, "\(read.findings.map(\.message))", sourceLocation: sourceLocation)
    packs = try #require(PackSet.embedded.value, sourceLocation: sourceLocation)
    let decided = Regulations.decide(dossier, packs: packs)
    decisions = try #require(decided.value, sourceLocation: sourceLocation)
    findings = read.findings + decided.findings
  }

  /// Reads the sample; see ``init(_:sourceLocation:)``.
  init(_ changes: Change..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    try self.init(changes, sourceLocation: sourceLocation)
  }

  /// Reads the sample, without one of its files or with further ones when that is asked for; a
  /// change that meets nothing is a fault of the test.
  init(
    _ changes: [Change], without absent: String? = nil,
    adding further: [(name: String, text: String)] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var files: [InputFile] = []
    for folder in ["chung", "2026-hang-nam"] {
      let root = Fixture.projectURL.appendingPathComponent("Samples/\(folder)")
      let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
      for name in names.filter({ $0.hasSuffix(".json") && $0 != absent }).sorted() {
        var text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        for change in changes where change.file == name {
          try #require(
            text.contains(change.from), "\(name): \(change.from)", sourceLocation: sourceLocation)
          text = text.replacing(change.from, with: change.to)
        }
        files.append(
          InputFile(
            path: "\(folder)/\(name)", bytes: [UInt8](text.utf8), isShared: folder == "chung"))
      }
    }
    for file in further {
      files.append(
        InputFile(
          path: "2026-hang-nam/\(file.name)", bytes: [UInt8](file.text.utf8), isShared: false))
    }
    try self.init(
      PeriodFiles(folder: "2026-hang-nam", sharedFolder: .read("chung"), files: files),
      sourceLocation: sourceLocation)
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

  /// The data of the paper of one unit.
  func data(_ kind: DocumentKind, of unit: String) throws -> JSONValue {
    try #require(orders(kind).first { $0.subject == unit }).data
  }

  /// The messages of the findings with one code.
  func messages(_ code: String) -> [String] {
    compose().findings.filter { $0.code == Code(code) }.map(\.message)
  }
}

extension ReviewSample {
  /// The number and the day of the decision changed.
  static func decision(number: String? = "412", date: String?) -> Change {
    func value(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
    let row = "\"ma\": \"qd-giay-khen\", \"loai\": \"quyet-dinh-khen-thuong\", "
    return Change(
      "van-ban.json", row + "\"so\": \"412\", \"ngay\": \"2026-12-22\"",
      row + "\"so\": \(value(number)), \"ngay\": \(value(date))"
    )
  }

  /// A decision of summer; the meetings before it are moved to spring.
  static func decided(in summer: String) -> [Change] {
    [
      decision(date: summer), Change("binh-xet.json", "\"2026-12-", "\"2026-05-"),
      Change("hoi-dong.json", "\"2026-12-", "\"2026-06-"),
      Change("van-ban.json", "\"2026-12-1", "\"2026-06-1"),
    ]
  }

  /// Rows put at the end of the register, as a clerk pastes them.
  static func register(with rows: [JSONValue]) -> Change {
    let texts = rows.map { String(decoding: JSONWriter.pretty($0), as: UTF8.self) }
    return Change("so-khen-thuong.json", "\n  ]\n", "," + texts.joined(separator: ",") + "\n  ]\n")
  }
}

/// Compares the data of an order with its golden file.
func expectData(_ order: DocumentOrder?, equals name: String) throws {
  let order = try #require(order)
  let golden = Fixture.folderURL("data").appendingPathComponent("\(name).expected.json")
  try expectText(String(decoding: JSONWriter.pretty(order.data), as: UTF8.self), equals: golden)
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
