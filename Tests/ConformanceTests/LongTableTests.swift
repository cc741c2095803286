import Diagnostics
import Testing

@testable import Conformance

@Suite("Rows of long tables are judged as they are read, and change no finding")
struct LongTableTests {
  /// What stands in a row that must not be forgotten.
  struct Remarkable: CustomTestStringConvertible, Sendable {
    let what: String
    /// The check that has something to say; nil where the row only means something to others.
    let check: String?
    let paragraph: @Sendable (inout SketchParagraph) -> Void
    var testDescription: String { what }
  }

  static let remarkable: [Remarkable] = [
    Remarkable(what: "another typeface", check: "FN01") { $0.font = "Arial" },
    Remarkable(what: "another colour", check: "FN02") { $0.colour = "FF0000" },
    Remarkable(what: "marks that stand apart", check: "FN03") { $0.text = "Sơn La\u{0301}" },
    Remarkable(what: "a citation in small letters", check: "VH02") { $0.text = "Theo điều 5" },
    Remarkable(what: "a type in small letters", check: "VH03") { $0.text = "Tại quyết định số 5" },
    Remarkable(what: "a conjunction in capitals", check: "VH04") { $0.text = "Sở Kế hoạch Và Đầu" },
    Remarkable(what: "a province in capitals", check: "VH05") { $0.text = "Cán bộ Tỉnh Sơn La" },
    Remarkable(what: "the people in small letters", check: "VH06") {
      $0.text = "Đã phục vụ nhân dân"
    },
    Remarkable(what: "a tag", check: "ND09") { $0.text = "<<ho_ten>>" },
    Remarkable(what: "a blank", check: "ND09") { $0.text = "Số ....... của" },
    Remarkable(what: "two spaces", check: "ND07") { $0.text = "Nguyễn  Văn A" },
    Remarkable(what: "the nation's name", check: "HD01") {
      $0.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    },
    Remarkable(what: "a page that begins", check: nil) { $0.breaksPage = true },
    Remarkable(what: "a drawn line", check: nil) { $0.drawn = (20, true, true) },
    Remarkable(what: "a picture", check: nil) { $0.pictures = [SketchPicture()] },
    Remarkable(what: "the word for recipients", check: nil) { $0.text = "Nơi nhận hồ sơ" },
    Remarkable(what: "a mention of an annex", check: nil) { $0.text = "Xem Phụ lục I" },
  ]

  private static let rows = 40
  private static let kept = 5

  /// A sound plan with a long table in its body, in which one row far down is changed.
  private func bytes(
    _ format: FinishedDocument.Format, bordered: Bool = true,
    changing change: ((inout SketchParagraph) -> Void)? = nil
  ) throws -> [UInt8] {
    var sections = SoundDocument.plan.sketch.sections
    let rows = (0..<Self.rows).map { index in
      ["\(index + 1)", "Nguyễn Văn A", "Phòng Tổng hợp"].map { text in
        var cell = SketchParagraph(text)
        if index == 30, text.hasPrefix("Nguyễn") { change?(&cell) }
        return [cell]
      }
    }
    let place = sections[0].blocks.count - 4
    sections[0].blocks.insert(
      .table(widths: [20, 80, 60], rows: rows, bordered: bordered), at: place)
    return try SketchWriter.bytes(sections, format)
  }

  private func lint(_ bytes: [UInt8], keeping kept: Int) -> LintReport {
    var settings = LintSettings(form: .nd30, state: .issued, medium: .paper)
    settings.rowsKept = kept
    return Conformance.lint(bytes, name: "a", settings: settings)
  }

  private func rowsKept(_ bytes: [UInt8]) throws -> Int {
    let document = try #require(
      FinishedDocument.read(bytes, name: "a", keepingRows: Self.kept).value)
    let tables = document.sections.flatMap(\.blocks).compactMap { block -> Int? in
      if case .table(let table) = block { table.rows.count } else { nil }
    }
    return try #require(tables.max())
  }

  @Test(
    "a row to which there is something to say stays, and is told at its place",
    arguments: remarkable, FinishedDocument.Format.allCases)
  func told(row: Remarkable, format: FinishedDocument.Format) throws {
    let bytes = try bytes(format, changing: row.paragraph)
    // The first ones, the last one, and this one.
    #expect(try rowsKept(bytes) == Self.kept + 2)
    let (sifted, whole) = (lint(bytes, keeping: Self.kept), lint(bytes, keeping: .max))
    #expect(sifted.findings == whole.findings)
    #expect(sifted.results.map(\.verdict) == whole.results.map(\.verdict))
    #expect(sifted.results.map(\.texts) == whole.results.map(\.texts))
    if let check = row.check {
      #expect(whole.faults.map(\.code.description) == [check])
    }
  }

  @Test(
    "of rows to which there is nothing to say few stay", arguments: FinishedDocument.Format.allCases
  )
  func forgotten(format: FinishedDocument.Format) throws {
    let bytes = try bytes(format)
    #expect(try rowsKept(bytes) == Self.kept + 1)
    #expect(lint(bytes, keeping: Self.kept).findings == lint(bytes, keeping: .max).findings)
  }

  @Test(
    "a table without lines, which may set the columns of a signature, stays whole",
    arguments: FinishedDocument.Format.allCases)
  func withoutLines(format: FinishedDocument.Format) throws {
    #expect(try rowsKept(try bytes(format, bordered: false)) == Self.rows)
  }

  @Test(
    "each fault of the other tests is found as well when hardly a row is kept",
    arguments: FaultSituation.all, FinishedDocument.Format.allCases)
  func everyFault(situation: FaultSituation, format: FinishedDocument.Format) throws {
    let bytes = try situation.base.sketch.with(situation.change).bytes(format)
    var settings = situation.base.settings
    situation.setting(&settings)
    settings.rowsKept = .max
    let whole = Conformance.lint(bytes, name: "a", settings: settings)
    settings.rowsKept = 1
    #expect(Conformance.lint(bytes, name: "a", settings: settings).findings == whole.findings)
  }
}
