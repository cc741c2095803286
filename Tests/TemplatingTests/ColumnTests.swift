import Diagnostics
import LocatedJSON
import Templating
import Testing

private let data: JSONValue = [
  "mon": ["Toán", "Lý", "Hóa"], "vang": [], "co": true, "tat": false,
  "ds": [
    ["ten": "An", "mon": "không phải danh sách", "diem": ["Toán": 1]],
    ["ten": "Bình", "mon": "x", "diem": ["Toán": 2]],
  ],
]

/// A table in both formats: columns with widths, rows of cells with spans.
private enum Grid {
  static func text(_ text: String, _ format: DocumentFormat) -> String {
    let text = text.replacing("<", with: "&lt;")
    return format == .docx
      ? "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
      : "<text:p>\(text)</text:p>"
  }

  static func cell(_ content: String, _ span: Int, _ width: Int, _ format: DocumentFormat) -> String
  {
    switch format {
    case .docx:
      "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
        + (span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : "")
        + "</w:tcPr>\(text(content, format))</w:tc>"
    case .odt:
      "<table:table-cell" + (span > 1 ? " table:number-columns-spanned=\"\(span)\"" : "")
        + ">\(text(content, format))</table:table-cell>"
        + String(repeating: "<table:covered-table-cell/>", count: span - 1)
    }
  }

  static func table(_ widths: [Int], _ rows: [[(String, Int)]], _ format: DocumentFormat) -> String
  {
    let body = rows.map { cells in
      var column = 0
      let content = cells.map { content, span in
        defer { column += span }
        return cell(content, span, widths[column..<(column + span)].reduce(0, +), format)
      }.joined()
      return format == .docx
        ? "<w:tr>\(content)</w:tr>" : "<table:table-row>\(content)</table:table-row>"
    }.joined()
    switch format {
    case .docx:
      return "<w:tbl><w:tblGrid>" + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        + "</w:tblGrid>\(body)</w:tbl>"
    case .odt:
      return "<table:table>"
        + widths.map { "<table:table-column table:style-name=\"C\($0)\"/>" }.joined()
        + "\(body)</table:table>"
    }
  }
}

private struct Situation: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let widths: [Int]
  let rows: [[(String, Int)]]
  /// The widths that Word's columns have then.
  let newWidths: [Int]
  let expected: [[(String, Int)]]
}

private let situations = [
  Situation(
    testDescription: "a column for each item, in every row; the table keeps its width",
    widths: [300, 100],
    rows: [
      [("Tên", 1), ("<<mỗi cột m trong mon>><<m>><<hết>>", 1)],
      [("<<mỗi p trong ds>><<p.ten>>", 1), ("<<vòng.stt>><<m>>", 1)],
    ],
    newWidths: [200, 66, 66, 66],
    expected: [
      [("Tên", 1), ("Toán", 1), ("Lý", 1), ("Hóa", 1)],
      [("An", 1), ("1Toán", 1), ("2Lý", 1), ("3Hóa", 1)],
      [("Bình", 1), ("1Toán", 1), ("2Lý", 1), ("3Hóa", 1)],
    ]),
  Situation(
    testDescription:
      "two columns an item under a heading that spans them; a heading over all grows",
    widths: [100, 50, 50],
    rows: [
      [("Tất cả", 3)], [("Tên", 1), ("<<mỗi cột m trong mon>><<m>>", 1), ("số<<hết>>", 1)],
      [("x", 1), ("chung", 2)],
    ],
    newWidths: [50, 25, 25, 25, 25, 25, 25],
    expected: [
      [("Tất cả", 7)],
      [("Tên", 1), ("Toán", 1), ("số", 1), ("Lý", 1), ("số", 1), ("Hóa", 1), ("số", 1)],
      [("x", 1), ("chung", 2), ("chung", 2), ("chung", 2)],
    ]),
  Situation(
    testDescription: "no items, no column; a heading over it shrinks", widths: [100, 100, 100],
    rows: [
      [("a", 2), ("b", 1)], [("c", 1), ("<<mỗi cột m trong vang>><<m>><<hết>>", 1), ("d", 1)],
    ],
    newWidths: [150, 150], expected: [[("a", 1), ("b", 1)], [("c", 1), ("d", 1)]]),
  Situation(
    testDescription: "a heading that begins over the columns", widths: [100, 100],
    rows: [[("a", 2)], [("<<mỗi cột m trong mon>><<m>><<hết>>", 1), ("d", 1)]],
    newWidths: [50, 50, 50, 50],
    expected: [[("a", 4)], [("Toán", 1), ("Lý", 1), ("Hóa", 1), ("d", 1)]]),
  Situation(
    testDescription: "a heading over two blocks and one column more", widths: [100, 100, 100],
    rows: [
      [("a", 3)],
      [
        ("<<mỗi cột m trong vang>><<m>><<hết>>", 1), ("<<mỗi cột m trong mon>><<m>><<hết>>", 1),
        ("d", 1),
      ],
    ],
    newWidths: [75, 75, 75, 75],
    expected: [[("a", 4)], [("Toán", 1), ("Lý", 1), ("Hóa", 1), ("d", 1)]]),
  Situation(
    testDescription: "columns on a condition", widths: [100, 100, 100],
    rows: [
      [("<<cột chỉ khi co>>a", 1), ("<<cột chỉ khi tat>>b", 1), ("c", 1)],
      [("d", 1), ("e", 1), ("f", 1)],
    ],
    newWidths: [150, 150], expected: [[("a", 1), ("c", 1)], [("d", 1), ("f", 1)]]),
  Situation(
    testDescription: "a row of block tags alone goes", widths: [200, 100],
    rows: [[("", 1), ("<<mỗi cột m trong mon>><<hết>>", 1)], [("x", 1), ("<<m>>", 1)]],
    newWidths: [120, 60, 60, 60], expected: [[("x", 1), ("Toán", 1), ("Lý", 1), ("Hóa", 1)]]),
]

@Suite("Columns that come and go")
struct ColumnTests {
  @Test("situation", arguments: situations, DocumentFormat.allCases)
  private func renders(situation: Situation, format: DocumentFormat) throws {
    let body = Grid.table(situation.widths, situation.rows, format)
    let filled = try RawDocument.filled(body, format, data)
    switch format {
    case .docx:
      let grid = filled.split(separator: "<w:gridCol w:w=\"").dropFirst().map {
        Int($0.prefix { $0 != "\"" })
      }
      #expect(grid == situation.newWidths)
      let expected = Grid.table(situation.newWidths, situation.expected, format)
      #expect(Self.withoutWidths(filled) == Self.withoutWidths(expected))
    case .odt:
      let expected = Grid.table(
        Array(repeating: 1, count: situation.newWidths.count), situation.expected, format)
      #expect(Self.withoutStyles(filled) == Self.withoutStyles(expected))
    }
  }

  private static func withoutWidths(_ text: String) -> String {
    text.replacing(#/ w:w="[0-9]+"/#, with: "").replacing("<w:gridSpan w:val=\"1\"/>", with: "")
  }

  /// What once spanned columns says so still when it stands in one.
  private static func withoutStyles(_ text: String) -> String {
    text.replacing(#/ table:style-name="C[0-9]+"/#, with: "").replacing(
      " table:number-columns-spanned=\"1\"", with: "")
  }

  @Test(
    "a table that loses all its columns goes, and its cell keeps a paragraph",
    arguments: DocumentFormat.allCases)
  func all(format: DocumentFormat) throws {
    let inner = Grid.table([100], [[("<<mỗi cột m trong vang>><<m>><<hết>>", 1)]], format)
    let body = inner + Grid.text("sau", format)
    #expect(try RawDocument.filled(body, format, data) == Grid.text("sau", format))
    let kept = Grid.table([100], [[("<<mỗi cột m trong mon>><<m>><<hết>>", 1)]], format)
    #expect(try RawDocument.filled(kept, format, data).contains("Hóa"))
  }

  @Test("columns of Writer that are written as one are told apart")
  func repeated() throws {
    let body =
      "<table:table><table:table-column table:number-columns-repeated=\"3\"/><table:table-row>"
      + ["a", "<<cột chỉ khi tat>>b", "c"].map { Grid.cell($0, 1, 0, .odt) }.joined()
      + "</table:table-row></table:table>"
    let filled = try RawDocument.filled(body, .odt, data)
    #expect(
      filled.split(separator: "<table:table-column/>", omittingEmptySubsequences: false).count == 3)
  }

  @Test(
    "columns that could be read in two ways",
    arguments: [
      ([[("<<mỗi cột m trong mon>>", 1), ("x", 1)], [("<<hết>>", 1), ("y", 1)]], "TE052"),
      (
        [[("a", 1), ("b", 2)], [("<<mỗi cột m trong mon>>", 1), ("<<hết>>", 1), ("c", 1)]], "TE052"
      ),
      (
        [[("<<cột chỉ khi a>>x", 1), ("<<cột chỉ khi a>>y", 1), ("z", 1)], [("a", 2), ("b", 1)]],
        "TE052"
      ),
      ([[("<<cột chỉ khi a>>x<<cột chỉ khi b>>", 1), ("y", 1)]], "TE052"),
      ([[("<<mỗi cột m trong mon>>x", 1), ("<<không có>><<hết>>", 1)]], "TE052"),
      ([[("<<mỗi cột m trong mon>>x", 1), ("y", 1)]], "TE020"),
    ] as [([[(String, Int)]], String)], DocumentFormat.allCases)
  func refused(table: ([[(String, Int)]], String), format: DocumentFormat) throws {
    let count = table.0[0].reduce(0) { $0 + $1.1 }
    let body = Grid.table(Array(repeating: 10, count: count), table.0, format)
    let findings = Template.compile(try RawDocument.bytes(body, format), name: "mẫu").findings
    #expect(Set(findings.map(\.code.description)) == [table.1], "\(findings.map(\.message))")
  }

  @Test("columns outside a table", arguments: DocumentFormat.allCases)
  func outside(format: DocumentFormat) throws {
    for (text, code) in [("<<cột chỉ khi a>>", "TE025"), ("<<mỗi cột m trong a>><<hết>>", "TE052")]
    {
      let findings = Template.compile(
        try RawDocument.bytes(Grid.text(text, format), format), name: "mẫu"
      ).findings
      #expect(findings.map(\.code.description) == [code])
    }
  }

  @Test("what columns ask of the data")
  func needs() throws {
    let body = Grid.table(
      [10, 10], [[("a", 1), ("<<mỗi cột m trong mon>><<m.ten>><<hết>>", 1)]], .docx)
    let template = try #require(
      Template.compile(try RawDocument.bytes(body, .docx), name: "mẫu").value)
    #expect(template.sample["mon"]?.array?.first?["ten"]?.string == "ten")
    #expect(template.checked(template.sample).findings.isEmpty)
  }
}
