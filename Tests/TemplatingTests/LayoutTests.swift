import Diagnostics
import LocatedJSON
import Templating
import Testing

private func w(_ text: String) -> String {
  "<w:p><w:r><w:t xml:space=\"preserve\">\(text.replacing("<", with: "&lt;"))</w:t></w:r></w:p>"
}
private func o(_ text: String) -> String { "<text:p>\(text.replacing("<", with: "&lt;"))</text:p>" }
private func section(_ content: String) -> String {
  "<w:p><w:pPr><w:sectPr>\(content)</w:sectPr></w:pPr></w:p>"
}
private let last = "<w:sectPr>\(header)</w:sectPr>"
private let header = "<w:headerReference w:type=\"first\"/>"

private func codes(_ body: String, _ format: DocumentFormat) throws -> [String] {
  Template.compile(try RawDocument.bytes(body, format), name: "mẫu").findings.map(
    \.code.description)
}

@Suite("Sections on a condition")
struct SectionConditionTests {
  private let data: JSONValue = ["co": true, "tat": false]

  @Test("a section of Word goes with its break; the next keeps its headers")
  func word() throws {
    let second = w("<<vùng chỉ khi tat>>b") + w("c") + section("")
    let body = w("<<vùng chỉ khi co>>a") + section(header) + second + w("d")
    let filled = try RawDocument.filled(body, .docx, data)
    #expect(filled == w("a") + section(header) + w("d") + last)
  }

  @Test("the first section of Word goes; its headers come to the next")
  func first() throws {
    let body = w("<<vùng chỉ khi tat>>a") + section(header) + w("b") + section("") + w("c")
    #expect(
      try RawDocument.filled(body, .docx, data) == w("b") + section(header) + w("c") + last)
  }

  @Test("a section of Writer")
  func writer() throws {
    let body = { (name: String, condition: String) in
      "<text:section text:name=\"\(name)\">" + o("<<vùng chỉ khi \(condition)>>\(name)") + o("x")
        + "</text:section>"
    }
    let filled = try RawDocument.filled(body("A", "tat") + body("B", "co") + o("c"), .odt, data)
    #expect(
      filled == "<text:section text:name=\"B\">" + o("B") + o("x") + "</text:section>" + o("c"))
  }

  @Test("the last section of Word ends with the document; Writer without one has none")
  func none() throws {
    #expect(try codes(w("a") + section("") + w("<<vùng chỉ khi a>>b"), .docx) == ["TE025"])
    #expect(try codes(o("<<vùng chỉ khi a>>b"), .odt) == ["TE025"])
  }
}

@Suite("Equal neighbours down a column are merged")
struct CellMergeTests {
  private static let data: JSONValue = [
    "ds": [
      ["pb": "A", "q": "1", "ten": "x"], ["pb": "A", "q": "1", "ten": "y"],
      ["pb": "A", "q": "2", "ten": "z"],
      ["pb": "B", "q": "2", "ten": "u"], ["pb": "A", "q": "2", "ten": "v"],
    ],
    "nhom": [
      ["ten": "I", "ds": [["k": "a"], ["k": "a"]]], ["ten": "II", "ds": [["k": "a"], ["k": "b"]]],
    ],
  ]

  private func word(_ cells: [(String, String)]) -> String {
    "<w:tr>" + cells.map { properties, text in "<w:tc>\(properties)\(text)</w:tc>" }.joined()
      + "</w:tr>"
  }

  @Test("Word")
  func wordTable() throws {
    let body =
      "<w:tbl>"
      + word([
        ("<w:tcPr><w:tcW w:w=\"9\"/><w:vAlign/></w:tcPr>", w("<<mỗi p trong ds>><<p.pb | gộp ô>>")),
        ("", w("<<q | gộp ô>>!")), ("", w("<<ten>>")),
      ]) + "</w:tbl>"
    func cell(_ merge: String, _ text: String) -> (String, String) {
      ("<w:tcPr><w:tcW w:w=\"9\"/>\(merge)<w:vAlign/></w:tcPr>", text)
    }
    func plain(_ merge: String, _ text: String) -> (String, String) {
      ("<w:tcPr>\(merge)</w:tcPr>", text)
    }
    let start = "<w:vMerge w:val=\"restart\"/>"
    let expected = [
      word([cell(start, w("A")), plain(start, w("1!")), ("", w("x"))]),
      word([cell("<w:vMerge/>", "<w:p/>"), plain("<w:vMerge/>", "<w:p/>"), ("", w("y"))]),
      word([cell("<w:vMerge/>", "<w:p/>"), plain(start, w("2!")), ("", w("z"))]),
      word([cell(start, w("B")), plain("<w:vMerge/>", "<w:p/>"), ("", w("u"))]),
      word([cell(start, w("A")), plain("<w:vMerge/>", "<w:p/>"), ("", w("v"))]),
    ]
    #expect(
      try RawDocument.filled(body, .docx, Self.data) == "<w:tbl>" + expected.joined() + "</w:tbl>")
  }

  @Test("Writer")
  func writerTable() throws {
    func cell(_ rows: Int, _ text: String) -> String {
      "<table:table-cell table:number-rows-spanned=\"000000\(rows)\">\(o(text))</table:table-cell>"
    }
    func row(_ cells: String...) -> String {
      "<table:table-row>\(cells.joined())</table:table-row>"
    }
    let plain = { "<table:table-cell>\(o($0))</table:table-cell>" }
    let covered = "<table:covered-table-cell/>"
    let body =
      "<table:table>"
      + row(plain("<<mỗi p trong ds>><<p.pb | gộp ô>>"), plain("<<q | gộp ô>>!"), plain("<<ten>>"))
      + "</table:table>"
    #expect(
      try RawDocument.filled(body, .odt, Self.data) == "<table:table>"
        + row(cell(3, "A"), cell(2, "1!"), plain("x")) + row(covered, covered, plain("y"))
        + row(covered, cell(3, "2!"), plain("z")) + row(cell(1, "B"), covered, plain("u"))
        + row(cell(1, "A"), covered, plain("v")) + "</table:table>")
  }

  @Test("a row between ends the run", arguments: DocumentFormat.allCases)
  func interrupted(format: DocumentFormat) throws {
    let cells = [
      "<<mỗi n trong nhom>>", "<<n.ten>>", "<<mỗi p trong n.ds>>", "<<p.k | gộp ô>>", "<<hết>>",
      "<<hết>>",
    ]
    let body =
      format == .docx
      ? "<w:tbl>" + cells.map { word([("", w($0))]) }.joined() + "</w:tbl>"
      : "<table:table>"
        + cells.map {
          "<table:table-row><table:table-cell>\(o($0))</table:table-cell></table:table-row>"
        }
        .joined() + "</table:table>"
    let filled = try RawDocument.filled(body, format, Self.data)
    let merged = format == .docx ? "<w:vMerge/>" : "<table:covered-table-cell/>"
    #expect(filled.split(separator: merged, omittingEmptySubsequences: false).count == 2)
  }

  @Test("a long run, longer than a chunk of output", arguments: DocumentFormat.allCases)
  func long(format: DocumentFormat) throws {
    let rows = (0..<3000).map { index in
      JSONValue(
        .object([
          .init("k", index < 2500 ? "a" : "b"),
          .init("t", .string(String(repeating: "x", count: 40))),
        ]))
    }
    let body =
      format == .docx
      ? "<w:tbl>" + word([("", w("<<mỗi p trong ds>><<k | gộp ô>>")), ("", w("<<t>>"))])
        + "</w:tbl>"
      : "<table:table><table:table-row><table:table-cell>\(o("<<mỗi p trong ds>><<k | gộp ô>>"))</table:table-cell>"
        + "<table:table-cell>\(o("<<t>>"))</table:table-cell></table:table-row></table:table>"
    let filled = try RawDocument.filled(body, format, ["ds": .array(rows)])
    if format == .odt {
      #expect(
        filled.contains("rows-spanned=\"0002500\"") && filled.contains("rows-spanned=\"0000500\""))
    } else {
      #expect(filled.split(separator: "<w:vMerge/>").count == 2999)
    }
  }

  @Test(
    "cells that cannot be merged",
    arguments: [
      (w("<<a | gộp ô>>"), DocumentFormat.docx), (o("<<a | gộp ô>>"), .odt),
      (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>\(w("<<a | gộp ô>>"))</w:tc></w:tr></w:tbl>",
        .docx
      ),
      (
        "<table:table><table:table-row><table:table-cell table:number-rows-spanned=\"2\">\(o("<<a | gộp ô>>"))"
          + "</table:table-cell></table:table-row></table:table>", .odt
      ),
      ("<w:tbl><w:tr><w:tc>\(w("<<a | gộp ô>><<b | gộp ô>>"))</w:tc></w:tr></w:tbl>", .docx),
    ])
  func refused(body: String, format: DocumentFormat) throws {
    #expect(try codes(body, format) == ["TE050"])
  }
}

@Suite("Numbered lists inside loops")
struct ListNumberingTests {
  private static let data: JSONValue = [
    "ds": ["x", "y"], "nhom": [["ten": "A", "ds": ["1", "2"]], ["ten": "B", "ds": ["3"]]],
  ]
  private static let numbering = RawDocument.root(
    "w:numbering",
    "<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/></w:lvl>"
      + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"3\"/></w:lvl></w:abstractNum>"
      + "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"4\"/></w:num><w:numIdMacAtCleanup w:val=\"1\"/>"
  )
  private static let styles = RawDocument.root(
    "w:styles",
    "<w:style w:type=\"paragraph\" w:styleId=\"N\"><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>"
  )

  private func item(_ text: String, _ level: Int = 0, id: Int = 7) -> String {
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(id)\"/></w:numPr></w:pPr>"
      + "<w:r><w:t xml:space=\"preserve\">\(text.replacing("<", with: "&lt;"))</w:t></w:r></w:p>"
  }

  /// The numbers of the lists in the body, in order, and the list of numberings.
  private func lists(_ body: String) throws -> (ids: [String], numbering: String) {
    let bytes = try RawDocument.bytes(
      body, .docx, also: [("word/numbering.xml", Self.numbering), ("word/styles.xml", Self.styles)])
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let result = template.checked(Self.data)
    let document = try #require(result.value, "\(result.findings)")
    #expect(broken(document, template: bytes).isEmpty)
    let text = try RawDocument.markup(document, part: "word/document.xml")
    let ids = text.split(separator: "<w:numId w:val=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    return (ids, try RawDocument.markup(document, part: "word/numbering.xml"))
  }

  @Test("a body of one item goes on counting")
  func one() throws {
    let body = w("<<mỗi p trong ds>>") + item("<<p>>") + w("của <<p>>") + w("<<hết>>")
    let (ids, numbering) = try lists(body)
    #expect(ids == ["7", "7"])
    #expect(!numbering.contains("100000"))
  }

  @Test("one item with its sub-items goes on counting")
  func nested() throws {
    let body = w("<<mỗi p trong ds>>") + item("<<p>>") + item("a", 1) + item("b", 1) + w("<<hết>>")
    #expect(try lists(body).ids == ["7", "7", "7", "7", "7", "7"])
  }

  @Test("a body that holds a list begins it anew")
  func many() throws {
    let body = item("đầu") + w("<<mỗi p trong ds>>") + item("<<p>>") + item("hai") + w("<<hết>>")
    let (ids, numbering) = try lists(body)
    #expect(ids == ["7", "1000001", "1000001", "1000002", "1000002"])
    #expect(
      numbering.contains(
        "<w:num w:numId=\"1000001\"><w:abstractNumId w:val=\"4\"/><w:lvlOverride w:ilvl=\"0\">"
          + "<w:startOverride w:val=\"1\"/></w:lvlOverride><w:lvlOverride w:ilvl=\"1\">"
          + "<w:startOverride w:val=\"3\"/></w:lvlOverride></w:num><w:num w:numId=\"1000002\">"))
    #expect(numbering.hasSuffix("</w:num><w:numIdMacAtCleanup w:val=\"1\"/></w:numbering>"))
  }

  @Test("the items of an inner loop are a list of the outer one")
  func inner() throws {
    let body =
      w("<<mỗi n trong nhom>>") + w("<<n.ten>>") + w("<<mỗi v trong n.ds>>") + item("<<v>>")
      + w("<<hết>>")
      + w("<<hết>>")
    #expect(try lists(body).ids == ["1000001", "1000001", "1000002"])
  }

  @Test("a list that a style gives")
  func styled() throws {
    let styled = { (text: String) in
      "<w:p><w:pPr><w:pStyle w:val=\"N\"/><w:jc/></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let body = w("<<mỗi p trong ds>>") + styled("a") + styled("b") + w("<<hết>>")
    let (ids, _) = try lists(body)
    #expect(ids == ["1000001", "1000001", "1000002", "1000002"])
  }

  @Test("rows numbered by Word go on counting")
  func rows() throws {
    let body =
      "<w:tbl><w:tr><w:tc>\(item("<<mỗi p trong ds>>"))</w:tc><w:tc>\(w("<<p>>"))</w:tc></w:tr></w:tbl>"
    #expect(try lists(body).ids == ["7", "7"])
  }

  private func list(_ items: [String], _ attributes: String = "") -> String {
    "<text:list text:style-name=\"L\"\(attributes)>"
      + items.map { "<text:list-item>\(o($0))</text:list-item>" }.joined() + "</text:list>"
  }
  private let goesOn = " text:continue-numbering=\"true\""

  @Test("Writer: a body of one item goes on counting, a list begins anew")
  func writer() throws {
    let one = o("<<mỗi p trong ds>>") + list(["<<p>>"]) + o("<<hết>>")
    #expect(
      try RawDocument.filled(one, .odt, Self.data) == list(["x"]) + list(["y"], goesOn))
    let said = list(["<<p>>"], " text:continue-numbering=\"false\"")
    #expect(
      try RawDocument.filled(o("<<mỗi p trong ds>>") + said + o("<<hết>>"), .odt, Self.data)
        == list(["x"]) + list(["y"], goesOn))
    let many =
      list(["đầu"]) + o("<<mỗi p trong ds>>") + list(["<<p>>", "hai"], goesOn) + o("<<hết>>")
    #expect(
      try RawDocument.filled(many, .odt, Self.data)
        == list(["đầu"]) + list(["x", "hai"]) + list(["y", "hai"]))
  }

  @Test(
    "Writer: the items of an inner loop begin anew with the outer one", arguments: [true, false])
  func writerInner(wentOn: Bool) throws {
    let inner = list(["<<v>>"], wentOn ? goesOn : "")
    let body =
      o("<<mỗi n trong nhom>>") + o("<<n.ten>>") + o("<<mỗi v trong n.ds>>") + inner + o("<<hết>>")
      + o("<<hết>>")
    #expect(
      try RawDocument.filled(body, .odt, Self.data)
        == o("A") + list(["1"]) + list(["2"], goesOn) + o("B") + list(["3"]))
  }
}
