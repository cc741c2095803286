import Diagnostics
import Testing
import ZipContainer

@testable import Conformance

@Suite("Rows of long tables are judged as they are read, and change no finding")
struct LongTableTests {
  /// What stands in a row that must not be forgotten.
  struct Remarkable: CustomTestStringConvertible, Sendable {
    let what: String
    /// The check that has something to say; nil where the row only means something to others.
    let check: String?
    /// True when what follows it in the table may belong to it.
    var opensPart = false
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
    Remarkable(what: "the nation's name", check: "HD01", opensPart: true) {
      $0.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    },
    Remarkable(what: "a page that begins", check: nil) { $0.breaksPage = true },
    Remarkable(what: "a drawn line", check: nil) { $0.drawn = (20, true, true) },
    Remarkable(what: "a picture", check: nil) { $0.pictures = [SketchPicture()] },
    Remarkable(what: "the word for recipients", check: nil, opensPart: true) {
      $0.text = "Nơi nhận hồ sơ"
    },
    Remarkable(what: "a mention of an annex", check: nil) { $0.text = "Xem Phụ lục I" },
    Remarkable(what: "one in capitals", check: nil) { $0.text = "XEM PHỤ LỤC" },
    Remarkable(what: "what is enclosed, in capitals", check: nil) { $0.text = "QUY CHẾ KÈM THEO" },
    Remarkable(what: "the time of an invitation", check: nil) { $0.text = "Thời gian: 8 giờ" },
  ]

  private static let rows = 40
  private static let kept = 5
  /// The row that is changed.
  private static let changed = 30

  /// A sound plan with a long table in its body, in which one row far down is changed.
  private func bytes(
    _ format: FinishedDocument.Format, bordered: Bool = true,
    changing change: ((inout SketchParagraph) -> Void)? = nil
  ) throws -> [UInt8] {
    var sections = SoundDocument.plan.sketch.sections
    let rows = (0..<Self.rows).map { index in
      ["\(index + 1)", "Nguyễn Văn A", "Phòng Tổng hợp"].map { text in
        var cell = SketchParagraph(text)
        if index == Self.changed, text.hasPrefix("Nguyễn") { change?(&cell) }
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

  private func rowsKept(_ bytes: [UInt8], keeping kept: Int = kept) throws -> Int {
    let document = try #require(
      FinishedDocument.read(bytes, name: "a", keepingRows: kept).value)
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
    // The first ones, one that shows lines, this one or all from it on, and the last one.
    let own = row.opensPart ? Self.rows - Self.changed : 2
    #expect(try rowsKept(bytes) == Self.kept + 1 + own)
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
    #expect(try rowsKept(bytes) == Self.kept + 2)
    #expect(lint(bytes, keeping: Self.kept).findings == lint(bytes, keeping: .max).findings)
  }

  @Test(
    "a table without lines, which may set the columns of a signature, stays whole",
    arguments: FinishedDocument.Format.allCases)
  func withoutLines(format: FinishedDocument.Format) throws {
    #expect(try rowsKept(try bytes(format, bordered: false)) == Self.rows)
  }

  @Test(
    "each fault of the other tests is found beside a long table as well",
    arguments: FaultSituation.all, FinishedDocument.Format.allCases)
  func everyFault(situation: FaultSituation, format: FinishedDocument.Format) throws {
    var sections = situation.base.sketch.with(situation.change).sections
    let rows = (0..<240).map { [[SketchParagraph("Hàng \($0)")]] }
    sections[0].blocks.insert(
      .table(widths: [100], rows: rows, bordered: true), at: sections[0].blocks.count - 1)
    let bytes = try SketchWriter.bytes(sections, format)
    var settings = situation.base.settings
    situation.setting(&settings)
    #expect(try rowsKept(bytes, keeping: settings.rowsKept) < rows.count)
    let sifted = Conformance.lint(bytes, name: "a", settings: settings)
    settings.rowsKept = .max
    #expect(sifted.findings == Conformance.lint(bytes, name: "a", settings: settings).findings)
  }

  @Test(
    "a fault behind rows that went, some of them, is told at its paragraph", arguments: [1, 2, 7])
  func places(every: Int) throws {
    // Rows that stay and rows that go take turns.
    let rows = (0..<100).map { index in
      [[SketchParagraph("Hàng \(index)").with { if index % every == 0 { $0.font = "Arial" } }]]
    }
    var sections = SoundDocument.plan.sketch.sections
    sections[0].blocks.insert(.table(widths: [100], rows: rows, bordered: true), at: 3)
    for format in FinishedDocument.Format.allCases {
      let bytes = try SketchWriter.bytes(sections, format)
      func indices(keeping kept: Int?) throws -> [Int] {
        let document = FinishedDocument.read(bytes, name: "a", keepingRows: kept).value
        return try #require(document).sections.flatMap(\.blocks.paragraphs)
          .filter { !$0.text.hasPrefix("Hàng") || $0.runs.contains { $0.face.font == "Arial" } }
          .map(\.index)
      }
      let whole = try indices(keeping: nil)
      // The one that shows lines, and the last one, stay whatever they say.
      #expect(try indices(keeping: 1) == whole)
    }
  }

  @Test("rows that nobody reads are not counted")
  func unread() throws {
    let names =
      "xmlns:office='\(Namespace.office.address)' xmlns:text='\(Namespace.text.address)'"
      + " xmlns:table='\(Namespace.table.address)' xmlns:style='\(Namespace.style.address)'"
      + " xmlns:fo='\(Namespace.fo.address)'"
    let row =
      "<table:table-row><table:table-cell table:style-name='C'><text:p>a</text:p></table:table-cell>"
      + "</table:table-row>"
    let table = "<table:table>\(String(repeating: row, count: 50))</table:table>"
    let content =
      "<office:document-content \(names)><office:automatic-styles><style:style style:name='C'"
      + " style:family='table-cell'><style:table-cell-properties fo:border='1pt solid #000000'/>"
      + "</style:style></office:automatic-styles><office:body><office:text><text:tracked-changes>"
      + "<text:changed-region><text:deletion>\(table)</text:deletion></text:changed-region>"
      + "</text:tracked-changes><text:p>một</text:p>\(table)<text:p>hai</text:p></office:text>"
      + "</office:body></office:document-content>"
    var writer = try ZipWriter()
    let mime = "application/vnd.oasis.opendocument.text"
    try writer.add(ZipEntry(name: "mimetype", contents: Array(mime.utf8), stored: true))
    try writer.add(ZipEntry(name: "content.xml", contents: Array(content.utf8)))
    let bytes = try writer.finish()
    let document = try #require(FinishedDocument.read(bytes, name: "a", keepingRows: 2).value)
    let paragraphs = document.sections.flatMap(\.blocks.paragraphs)
    #expect(paragraphs.map(\.text) == ["một", "a", "a", "a", "a", "hai"])
    #expect(paragraphs.map(\.index) == [0, 1, 2, 3, 50, 51])
  }
}
