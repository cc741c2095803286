import Diagnostics
import LocatedJSON
import Templating
import Testing

/// Markup as office programs leave it, and what it becomes.
private struct Situation: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let body: String
  let expected: String

  init(_ name: String, _ body: String, _ expected: String) {
    testDescription = name
    self.body = body
    self.expected = expected
  }
}

private let data: JSONValue = [
  "ten": "An", "dai": 12345, "ds": ["1", "2"], "co": true, "tat": false, "vang": [],
  "nhom": [["ds": ["x"]], ["ds": ["y"]]],
]

private func t(_ text: String) -> String {
  "<w:t xml:space=\"preserve\">"
    + text.replacing("<", with: "&lt;").replacing(">", with: "&gt;") + "</w:t>"
}
private func r(_ text: String) -> String { "<w:r>\(t(text))</w:r>" }
private func p(_ text: String) -> String { "<w:p>\(r(text))</w:p>" }
private func row(_ text: String) -> String { "<w:tr><w:tc>\(p(text))</w:tc></w:tr>" }
private func orow(_ text: String) -> String {
  "<table:table-row><table:table-cell>\(o(text))</table:table-cell></table:table-row>"
}
private func o(_ text: String) -> String {
  "<text:p>" + text.replacing("<", with: "&lt;").replacing(">", with: "&gt;") + "</text:p>"
}

private let wordSituations: [Situation] = [
  Situation(
    "a tag across a hyperlink, a smart tag and a content control",
    "<w:p>\(r("a<"))<w:hyperlink r:id=\"r1\">\(r("<te"))</w:hyperlink><w:smartTag>\(r("n>"))"
      + "</w:smartTag><w:sdt><w:sdtContent>\(r(">b"))</w:sdtContent></w:sdt></w:p>",
    "<w:p>\(r("a"))<w:hyperlink r:id=\"r1\">\(r("An"))</w:hyperlink>"
      + "<w:sdt><w:sdtContent>\(r("b"))</w:sdtContent></w:sdt></w:p>"),
  Situation(
    "a tag in a simple field",
    "<w:p><w:fldSimple w:instr=\"TITLE\">\(r("<<ten>>"))</w:fldSimple></w:p>",
    "<w:p><w:fldSimple w:instr=\"TITLE\">\(r("An"))</w:fldSimple></w:p>"),
  Situation(
    "formatting follows the name, not the sign before it",
    "<w:p>\(r("<< "))<w:r><w:rPr><w:b/></w:rPr>\(t("ten"))</w:r>\(r(">>"))</w:p>",
    "<w:p><w:r><w:rPr><w:b/></w:rPr>\(t("An"))</w:r></w:p>"),
  Situation(
    "a soft hyphen, a zero-width and a no-break space inside a tag",
    "<w:p>\(r("«\u{A0}t\u{200B}e"))<w:r><w:softHyphen/></w:r>\(r("n\u{AD}\u{A0}»"))</w:p>",
    "<w:p>\(r("An"))</w:p>"),
  Situation(
    "spaces that Word did not show stay unseen",
    "<w:p><w:r><w:t>\n  Ông &lt;&lt;ten&gt;&gt;\n</w:t></w:r><w:r><w:t> x</w:t></w:r></w:p>",
    "<w:p>\(r("Ông An"))<w:r><w:t> x</w:t></w:r></w:p>"),
  Situation(
    "both branches of a text box",
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>\(p("<<ten>>"))"
      + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>\(p("<<ten>>"))</w:txbxContent>"
      + "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>\(p("An"))"
      + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>\(p("An"))</w:txbxContent>"
      + "</mc:Fallback></mc:AlternateContent></w:r></w:p>"),
  Situation(
    "a paragraph of block tags goes with its tab, its bookmark and its reviewer's comment",
    "<w:p><w:commentRangeStart w:id=\"1\"/><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/>"
      + "<w:bookmarkEnd w:id=\"0\"/><w:r><w:tab/></w:r>\(r("<<nếu co>>"))"
      + "<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>\(p("x"))\(p("<<hết>>"))", p("x")),
  Situation(
    "a bookmark has a name of its own in each copy",
    "\(p("<<mỗi v trong ds>>"))<w:p><w:bookmarkStart w:id=\"0\" w:name=\"b\"/>\(r("<<v>>"))"
      + "<w:bookmarkEnd w:id=\"0\"/></w:p>\(p("<<hết>>"))",
    "<w:p><w:bookmarkStart w:id=\"0\" w:name=\"b\"/>\(r("1"))<w:bookmarkEnd w:id=\"0\"/></w:p>"
      + "<w:p><w:bookmarkStart w:id=\"1000001\" w:name=\"b_1000001\"/>\(r("2"))"
      + "<w:bookmarkEnd w:id=\"1000001\"/></w:p>"),
  Situation(
    "drawings are numbered past those of the template",
    "\(p("<<mỗi v trong ds>>"))<w:p><w:r><w:drawing><wp:docPr id=\"1000001\"/></w:drawing></w:r>"
      + "</w:p>\(p("<<hết>>"))",
    "<w:p><w:r><w:drawing><wp:docPr id=\"1000002\"/></w:drawing></w:r></w:p>"
      + "<w:p><w:r><w:drawing><wp:docPr id=\"1000003\"/></w:drawing></w:r></w:p>"),
  Situation(
    "shapes of the old kind have no names in copies; their type keeps its own",
    "\(p("<<mỗi v trong ds>>"))<w:p><w:r><w:pict><v:shapetype id=\"t\"/><v:shape id=\"s1\" o:spid=\"q\""
      + " type=\"#t\"/></w:pict></w:r></w:p>\(p("<<hết>>"))",
    String(
      repeating:
        "<w:p><w:r><w:pict><v:shapetype id=\"t\"/><v:shape type=\"#t\"/></w:pict></w:r></w:p>",
      count: 2)),
  Situation(
    "copies of a table do not melt into one",
    "\(p("<<mỗi v trong ds>>"))<w:tbl><w:tr><w:tc>\(p("<<v>>"))</w:tc></w:tr></w:tbl>"
      + p("<<hết>>"),
    "<w:tbl><w:tr><w:tc>\(p("1"))</w:tc></w:tr></w:tbl><w:p/>"
      + "<w:tbl><w:tr><w:tc>\(p("2"))</w:tc></w:tr></w:tbl>"),
  Situation(
    "a cell that ended with block tags still ends with a paragraph",
    "<w:tbl><w:tr><w:tc>\(p("<<nếu co>>"))<w:tbl><w:tr><w:tc>\(p("x"))</w:tc></w:tr></w:tbl>"
      + "\(p("<<hết>>"))</w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>\(p("x"))</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr>"
      + "</w:tbl>"),
  Situation(
    "a paragraph of block tags goes from the cell of a row that they repeat",
    "<w:tbl><w:tr><w:tc>\(p("<<mỗi v trong ds>>"))\(p("<<v>>"))</w:tc><w:tc>\(p("<<hết>>"))"
      + "</w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc>\(p("1"))</w:tc><w:tc><w:p/></w:tc></w:tr>"
      + "<w:tr><w:tc>\(p("2"))</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
  Situation(
    "a row loop over two rows, the first of them a heading",
    "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>\(p("<<mỗi v trong ds>><<v>>"))</w:tc></w:tr>"
      + "<w:tr><w:tc>\(p("=<<hết>>"))</w:tc></w:tr></w:tbl>",
    ["1", "2"].map {
      "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>\(p($0))</w:tc></w:tr><w:tr><w:tc>\(p("="))"
        + "</w:tc></w:tr>"
    }.joined().wrapped("w:tbl")),
  Situation(
    "section and page breaks inside a loop",
    "\(p("<<mỗi v trong ds>>"))<w:p><w:r><w:br w:type=\"page\"/></w:r>\(r("<<v>>"))</w:p>"
      + "<w:p><w:pPr><w:sectPr/></w:pPr>\(r("<<hết>>"))</w:p>",
    ["1", "2"].map {
      "<w:p><w:r><w:br w:type=\"page\"/></w:r>\(r($0))</w:p><w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    }.joined()),
  Situation(
    "a nested table in a repeated row",
    "<w:tbl><w:tr><w:tc>\(p("<<mỗi n trong nhom>>a"))<w:tbl><w:tr><w:tc>"
      + "\(p("<<mỗi v trong n.ds>><<v>>"))</w:tc></w:tr></w:tbl>\(p("b"))</w:tc></w:tr></w:tbl>",
    ["x", "y"].map {
      "<w:tr><w:tc>\(p("a"))<w:tbl><w:tr><w:tc>\(p($0))</w:tc></w:tr></w:tbl>\(p("b"))</w:tc></w:tr>"
    }.joined().wrapped("w:tbl")),
  Situation(
    "rows and paragraphs in content controls stay",
    "<w:tbl>\(row("<<hàng chỉ khi tat>>"))<w:sdt><w:sdtContent>\(row("y"))</w:sdtContent></w:sdt>"
      + "</w:tbl><w:tbl><w:tr><w:tc>\(p("<<chỉ khi tat>>"))<w:sdt><w:sdtContent>\(p("z"))"
      + "</w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>",
    "<w:tbl><w:sdt><w:sdtContent>\(row("y"))</w:sdtContent></w:sdt></w:tbl><w:tbl><w:tr><w:tc>"
      + "<w:sdt><w:sdtContent>\(p("z"))</w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>"),
  Situation("the English clause with a capital", p("{{#If co}}x{{Else}}y{{/If}}"), p("x")),
  Situation(
    "`in` is a word of a name before `trong`", p("<<mỗi máy in trong ds>>a<<hết>>"), p("aa")),
]

private let writerSituations: [Situation] = [
  Situation(
    "a tag across spans in a link, with text:s inside",
    "<text:p>a&lt;<text:a xlink:href=\"http://x\"><text:span>&lt;<text:s text:c=\"2\"/>ten</text:span>"
      + "</text:a> &gt;&gt;b</text:p>",
    "<text:p>a<text:a xlink:href=\"http://x\"><text:span>An</text:span></text:a>b</text:p>"),
  Situation(
    "an item that a condition takes away leaves no bare number",
    "<text:list><text:list-item>\(o("<<chỉ khi tat>>x"))</text:list-item><text:list-item>\(o("y"))"
      + "</text:list-item></text:list>",
    "<text:list><text:list-item>\(o("y"))</text:list-item></text:list>"),
  Situation(
    "items of a list, repeated",
    "<text:list><text:list-item>\(o("<<mỗi v trong ds>>"))</text:list-item><text:list-item>"
      + "\(o("<<v>>"))</text:list-item><text:list-item>\(o("<<hết>>"))</text:list-item></text:list>",
    "<text:list><text:list-item>\(o("1"))</text:list-item><text:list-item>\(o("2"))"
      + "</text:list-item></text:list>"),
  Situation(
    "block tags in lists of their own",
    "<text:list><text:list-item>\(o("<<mỗi v trong ds>>"))</text:list-item></text:list>\(o("<<v>>"))"
      + "<text:list><text:list-item>\(o("<<hết>>"))</text:list-item></text:list>",
    o("1") + o("2")),
  Situation(
    "rows beside heading rows, covered cells kept",
    "<table:table table:name=\"B\"><table:table-header-rows><table:table-row><table:table-cell>"
      + "\(o("TT"))</table:table-cell><table:covered-table-cell/></table:table-row>"
      + "</table:table-header-rows><table:table-row><table:table-cell>\(o("<<mỗi v trong ds>><<v>>"))"
      + "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>",
    "<table:table table:name=\"B\"><table:table-header-rows><table:table-row><table:table-cell>"
      + "\(o("TT"))</table:table-cell><table:covered-table-cell/></table:table-row>"
      + "</table:table-header-rows>"
      + ["1", "2"].map {
        "<table:table-row><table:table-cell>\(o($0))</table:table-cell><table:covered-table-cell/>"
          + "</table:table-row>"
      }.joined() + "</table:table>"),
  Situation(
    "a row of block tags at the end of the heading opens a loop over the rows below",
    "<table:table><table:table-header-rows>\(orow("TT"))\(orow("<<mỗi v trong ds>>"))"
      + "</table:table-header-rows>\(orow("<<v>>"))\(orow("<<hết>>"))</table:table>",
    "<table:table><table:table-header-rows>\(orow("TT"))</table:table-header-rows>\(orow("1"))"
      + "\(orow("2"))</table:table>"),
  Situation(
    "a heading of block tags alone goes with its group",
    "<table:table><table:table-header-rows>\(orow("<<mỗi v trong ds>>"))</table:table-header-rows>"
      + "\(orow("<<v>>"))\(orow("<<hết>>"))</table:table>",
    "<table:table>\(orow("1"))\(orow("2"))</table:table>"),
  Situation(
    "notes in copies have no number of their own",
    "\(o("<<mỗi v trong ds>>"))<text:p>x<text:note text:id=\"ftn1\"><text:note-body>\(o("<<v>>"))"
      + "</text:note-body></text:note></text:p>\(o("<<hết>>"))",
    ["1", "2"].map {
      "<text:p>x<text:note><text:note-body>\(o($0))</text:note-body></text:note></text:p>"
    }.joined()),
  Situation(
    "names of copies are their own",
    "\(o("<<mỗi v trong ds>>"))<text:section text:name=\"S\"><table:table table:name=\"B\">"
      + "<table:table-row><table:table-cell>\(o("<<v>>"))</table:table-cell></table:table-row>"
      + "</table:table></text:section>\(o("<<hết>>"))",
    ["1", "2"].map {
      "<text:section text:name=\"S 100000\($0)\"><table:table><table:table-row><table:table-cell>"
        + "\(o($0))</table:table-cell></table:table-row></table:table></text:section>"
    }.joined()),
  Situation(
    "a drawn line is as long as its alternative text says, from where it begins",
    "<text:p><draw:line svg:x1=\"1.5cm\" svg:x2=\"2cm\"><svg:desc>Kẻ &lt;&lt;dai | rộng>></svg:desc>"
      + "</draw:line></text:p>",
    "<text:p><draw:line svg:x1=\"1.5cm\" svg:x2=\"27.345mm\"><svg:desc>Kẻ</svg:desc>"
      + "</draw:line></text:p>"),
  Situation(
    "the shown text of a placeholder is its own",
    "<text:p><text:placeholder>«ten»</text:placeholder>&lt;&lt;ten&gt;&gt;</text:p>",
    "<text:p>AnAn</text:p>"),
]

extension String {
  fileprivate func wrapped(_ name: String) -> String { "<\(name)>\(self)</\(name)>" }
}

@Suite("What office programs leave in a file")
struct RealFilesTests {
  @Test("Word", arguments: wordSituations)
  private func word(situation: Situation) throws {
    let filled = try RawDocument.filled(situation.body, .docx, data)
    #expect(filled == situation.expected)
  }

  @Test("Writer", arguments: writerSituations)
  private func writer(situation: Situation) throws {
    let filled = try RawDocument.filled(situation.body, .odt, data)
    #expect(filled == situation.expected)
  }

  @Test("headers, footers and notes of Word are filled")
  func wordStories() throws {
    let parts = [
      ("word/header2.xml", RawDocument.root("w:hdr", p("<<ten>>"))),
      ("word/footer1.xml", RawDocument.root("w:ftr", p("<<ten>>"))),
      ("word/footnotes.xml", RawDocument.root("w:footnotes", p("<<ten>>").wrapped("w:footnote"))),
    ]
    let bytes = try RawDocument.bytes(p("x"), .docx, also: parts)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let document = try #require(template.checked(data).value)
    for (name, text) in parts {
      let expected = text.replacing("&lt;&lt;ten&gt;&gt;", with: "An")
      #expect(
        try RawDocument.markup(document, part: name).hasSuffix(
          expected.drop { $0 != ">" }.dropFirst()), "\(name)")
    }
  }

  @Test("the headers of Writer stand in its styles")
  func writerHeaders() throws {
    let header =
      "<office:master-styles><style:master-page><style:header>\(o("<<tên>>"))</style:header>"
      + "</style:master-page></office:master-styles>"
    let bytes = try RawDocument.bytes(
      o("x"), .odt, also: [("styles.xml", RawDocument.root("office:document-styles", header))])
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    #expect(template.tags.map(\.place.context) == ["đầu trang, đoạn 1: “<<tên>>”"])
    let document = try #require(template.checked(data).value)
    #expect(try RawDocument.markup(document, part: "styles.xml").contains(o("An")))
  }
}

@Suite("What a clerk is told of a file")
struct RealFileFindingTests {
  private static func codes(_ body: String, _ format: DocumentFormat) throws -> [String] {
    Template.compile(try RawDocument.bytes(body, format), name: "mẫu").findings.map {
      $0.code.description
    }
  }

  @Test(
    "Word",
    arguments: [
      ("an inserted tag", "<w:p><w:ins w:author=\"Hà\">\(r("{{ten}}"))</w:ins></w:p>", ["TE019"]),
      (
        "a deleted tag",
        "<w:p><w:del w:author=\"Hà\"><w:r><w:delText>«ten»</w:delText></w:r></w:del></w:p>",
        ["TE019"]
      ),
      ("an insertion beside the tag", "<w:p><w:ins>\(r("x"))</w:ins>\(r("<<ten>>"))</w:p>", []),
      (
        "a forgotten closing sign", p("<<ten, <<ten>> «ten"), ["TE010", "TE010"]
      ),
      (
        "a row cut in two by `không thì`",
        "<w:tbl><w:tr><w:tc>\(p("<<nếu a>>x"))</w:tc><w:tc>\(p("<<không thì>>y<<hết>>"))</w:tc></w:tr>"
          + "</w:tbl>", ["TE024"]
      ),
      (
        "a forgotten end behind a row of block tags",
        "<w:tbl><w:tr><w:tc>\(p("<<mỗi n trong nhom>>"))</w:tc></w:tr><w:tr><w:tc>\(p("x"))</w:tc></w:tr>"
          + "</w:tbl>", ["TE020"]
      ),
      (
        "a tag in the instruction of a field",
        "<w:p><w:r><w:instrText>HYPERLINK \"http://x/&lt;&lt;</w:instrText></w:r><w:r>"
          + "<w:instrText>ten>>\"</w:instrText></w:r></w:p>", ["TE005"]
      ),
      ("Telex", p("<<ten>> {ten} [ten | in hoa] ƠtenƯ, ơn [1] {x}"), ["TE012", "TE012", "TE012"]),
    ] as [(String, String, [String])])
  func word(name: String, body: String, expected: [String]) throws {
    #expect(try Self.codes(body, .docx) == expected, "\(name)")
  }

  @Test("Writer's tracked insertion names author and day")
  func writerChange() throws {
    let body =
      "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:insertion><office:change-info>"
      + "<dc:creator>Hà</dc:creator><dc:date>2026-05-04</dc:date></office:change-info>"
      + "</text:insertion></text:changed-region></text:tracked-changes>"
      + "<text:p><text:change-start text:change-id=\"c1\"/>«ten»<text:change-end"
      + " text:change-id=\"c1\"/> «ten»</text:p>"
    let findings = Template.compile(try RawDocument.bytes(body, .odt), name: "mẫu").findings
    #expect(findings.map(\.code.description) == ["TE019"])
    #expect(findings.first?.message.contains("Hà ngày 2026-05-04") == true)
  }

  @Test("a name of the data in brackets that Telex made", arguments: DocumentFormat.allCases)
  func telexOfData(format: DocumentFormat) throws {
    let body = format == .docx ? p("<<ten>> {ho_ten} {x}") : o("<<ten>> {ho_ten} {x}")
    let template = try #require(
      Template.compile(try RawDocument.bytes(body, format), name: "mẫu").value)
    let findings = template.checked(["ten": "An", "Họ tên": "B"]).findings
    #expect(findings.map(\.code.description) == ["TE012"])
    #expect(findings.map(\.message).first?.contains("{ho_ten}") == true)
  }

  @Test("the place shows the text around the tag")
  func around() throws {
    let long = String(repeating: "chữ ", count: 30)
    let compiled = Template.compile(
      try RawDocument.bytes(p(long + "<<a | xyz>> cuối"), .docx), name: "mẫu")
    let context = try #require(compiled.findings.first?.place.context)
    #expect(context.contains("<<a | xyz>> cuối”") && context.count < 70, "\(context)")
  }
}
