import Diagnostics
import LocatedJSON
import Templating
import Testing

/// A row of the matrix of features: what it is, the tags that show it, and what proves it.
///
/// The list of features is the list of arguments of the test that runs the proofs, and the page
/// `docs/tinh-nang-bo-dien.md` is written from the same list: no row can stand there unproved.
struct Feature: CustomTestStringConvertible, Sendable {
  /// What a format does with the feature.
  enum Claim: Sendable {
    /// It has it; the proof fails when it has not.
    case has(Proof)
    /// It has it not; the proof fails when it has it after all.
    case lacks(why: String, Proof)
    /// The format has no such thing.
    case doesNotApply(why: String)
  }

  /// How a claim is shown to hold.
  enum Proof: Sendable {
    /// By running it in this format.
    case run(@Sendable (DocumentFormat) throws -> Void)
    /// By a test function of another room, which runs with its suite.
    case function(String, in: String)
  }

  /// The feature in Vietnamese, as the page shows it.
  let name: String
  /// The tags that show it; empty when no tag does.
  let written: String
  /// How many of the 19 engines that were read have it in full and for free, in November 2026;
  /// nil where they were not read for it.
  let others: Int?
  let word: Claim
  let writer: Claim

  var testDescription: String { name }

  func claim(in format: DocumentFormat) -> Claim { format == .docx ? word : writer }
}

// MARK: Rows

extension Feature {
  /// A row that both formats have, with one proof.
  init(
    _ name: String, _ others: Int?, written: String = "",
    _ proof: @escaping @Sendable (DocumentFormat) throws -> Void
  ) {
    self.init(
      name: name, written: written, others: others, word: .has(.run(proof)),
      writer: .has(.run(proof)))
  }

  /// A paragraph of tags and the lines it becomes.
  init(_ name: String, _ others: Int?, _ written: String, gives expected: String...) {
    self.init(
      DocumentCase(name, [MiniDocument.p(written)], FeatureData.values, expected), others, written)
  }

  /// Paragraphs of tags and the lines they become.
  init(_ name: String, _ others: Int?, lines: [String], gives expected: String...) {
    self.init(
      DocumentCase(name, lines.map { MiniDocument.p($0) }, FeatureData.values, expected), others,
      lines.joined(separator: " ¶ "))
  }

  /// The rows of a table of tags, and the lines of cells they become.
  init(_ name: String, _ others: Int?, rows: [[String]], gives expected: String...) {
    let blocks: [[[MiniDocument.Block]]] = rows.map { $0.map { [MiniDocument.p($0)] } }
    let written = rows.map { $0.joined(separator: " ┆ ") }.joined(separator: " ¶ ")
    self.init(
      DocumentCase(name, [.table(blocks)], FeatureData.values, expected), others, written)
  }

  /// A small document of tags and the lines it becomes.
  init(_ situation: DocumentCase, _ others: Int?, _ written: String) {
    self.init(situation.testDescription, others, written: written) { try situation.check($0) }
  }

  /// A row that neither format has: the tag someone might try is refused with this code.
  static func lacking(
    _ name: String, _ others: Int?, _ written: String = "", refusedWith code: String, why: String
  ) -> Feature {
    let claim = Claim.lacks(
      why: why,
      .run { format in
        let told = try codes([MiniDocument.p(written)], format, FeatureData.values)
        #expect(told == [code])
      })
    return Feature(name: name, written: written, others: others, word: claim, writer: claim)
  }

  /// A row that neither format has: the value is printed as it is.
  static func lacking(
    _ name: String, _ others: Int?, _ written: String, prints text: String, why: String
  ) -> Feature {
    let situation = DocumentCase(name, [MiniDocument.p(written)], FeatureData.values, [text])
    let claim = Claim.lacks(why: why, .run { try situation.check($0) })
    return Feature(name: name, written: written, others: others, word: claim, writer: claim)
  }

  /// A row that both formats have, proved by a test of another room.
  static func elsewhere(
    _ name: String, _ others: Int?, written: String = "", function: String, in file: String
  ) -> Feature {
    let claim = Claim.has(.function(function, in: file))
    return Feature(name: name, written: written, others: others, word: claim, writer: claim)
  }
}

/// What the rows of the matrix are filled with.
enum FeatureData {
  static let values: JSONValue = [
    "ten": "Lò Thị Xuân", "don_vi": ["ten": "Phòng A"], "so": 1_250_000, "ngay": "2026-05-04",
    "co": true, "tat": false, "loai": "B", "vang": [], "mon": ["Toán", "Lý"], "chua": nil,
    "nam": 3, "nu": 2, "ngay_dung": "2026-09-05",
    "ds": [
      ["ten": "Cầm Văn Dũng", "phong": "A", "diem": 2],
      ["ten": "Lò Thị Ánh", "phong": "A", "diem": 3],
      ["ten": "Vì Văn Bình", "phong": "B", "diem": 5],
    ],
    "nhom": [["ten": "I", "ds": ["a", "b"]], ["ten": "II", "ds": ["c"]]],
    "dong": "một\nhai\tba  bốn", "ma": "A & <b>",
  ]

  static func filled(_ body: String, _ format: DocumentFormat) throws -> String {
    try RawDocument.filled(body, format, values)
  }
}
