import Diagnostics
import LocatedJSON
import Templating
import Testing

// The pains of lists, sections, tables and references; see `PainTests`.

private let data: JSONValue = [
  "ds": ["1", "2", "3"], "co": true, "tat": false, "mon": ["Toán", "Lý"],
  "nguoi": [
    ["ten": "An", "phong": "A"], ["ten": "Bình", "phong": "A"], ["ten": "Chi", "phong": "B"],
  ],
]

private func filled(_ body: String, _ format: DocumentFormat) throws -> String {
  try RawDocument.filled(body, format, data)
}

@Suite("What users of template engines suffer from: layout")
struct PainLayoutTests {
  private func numbered(_ items: [String], _ format: DocumentFormat) -> String {
    switch format {
    case .docx:
      items.map {
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>"
          + run($0, format) + "</w:p>"
      }.joined()
    case .odt:
      "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">"
        + items.map { "<text:list-item>\(p($0, format))</text:list-item>" }.joined()
        + "</text:list>"
    }
  }

  @Test(
    "pain 3: a numbered list begins anew in each round", arguments: DocumentFormat.allCases)
  func numberingRestarts(format: DocumentFormat) throws {
    let list = numbered(["a <<p>>", "b"], format)
    let body = p("<<mỗi p trong ds>>", format) + list + p("<<hết>>", format)
    // The list of the template says itself that it goes on from the one before.
    let goesOn = format == .docx ? "<w:numId w:val=\"7\"/>" : "text:continue-numbering=\"true\""
    #expect(body.contains(goesOn))
    let bytes = try RawDocument.bytes(
      body, format,
      also: [
        (
          "word/numbering.xml",
          RawDocument.root(
            "w:numbering",
            "<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/></w:lvl>"
              + "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"4\"/></w:num>")
        )
      ].filter { _ in format == .docx })
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let document = try #require(template.checked(data).value)
    let part = format == .docx ? "word/document.xml" : "content.xml"
    let text = try RawDocument.markup(document, part: part)
    switch format {
    case .docx:
      let lists = between("<w:numId w:val=\"", "\"", in: text)
      #expect(lists.count == 6 && Set(lists).count == 3)
      let numbering = try RawDocument.markup(document, part: "word/numbering.xml")
      #expect(count(numbering, of: "<w:startOverride w:val=\"1\"/>") == 3)
    case .odt:
      #expect(count(text, of: "<text:list ") == 3 && count(text, of: goesOn) == 0)
    }
    #expect(broken(document, template: bytes).isEmpty)
  }

  @Test(
    "pain 9: a section in a loop keeps its breaks and headers", arguments: [DocumentFormat.docx])
  func sectionsInLoops(format: DocumentFormat) throws {
    let section =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId9\"/><w:pgNumType w:start=\"1\"/>"
      + "</w:sectPr>"
    let body =
      p("<<mỗi p trong ds>>", format) + p("<<p>>", format)
      + "<w:p><w:pPr>\(section)</w:pPr>\(run("<<hết>>", format))</w:p>" + p("sau", format)
    // The break stands in the very paragraph that ends the loop and would otherwise be consumed.
    #expect(body.contains("</w:sectPr></w:pPr><w:r><w:t xml:space=\"preserve\">&lt;&lt;hết>>"))
    let list =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\""
      + " Target=\"header1.xml\"/></Relationships>"
    let bytes = try RawDocument.bytes(
      body, format,
      also: [
        ("word/_rels/document.xml.rels", list),
        ("word/header1.xml", RawDocument.root("w:hdr", p("Trang", format))),
      ])
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let document = try #require(template.checked(data).value)
    let text = try RawDocument.markup(document, part: "word/document.xml")
    #expect(count(text, of: section) == 3)
    #expect(broken(document, template: bytes).isEmpty)
  }

  @Test(
    "pain 9: a page style in a loop is kept in every copy", arguments: [DocumentFormat.odt])
  func pageStylesInLoops(format: DocumentFormat) throws {
    let body =
      p("<<mỗi p trong ds>>", format) + "<text:p text:style-name=\"NewPage\">&lt;&lt;p>></text:p>"
      + p("<<hết>>", format)
    let text = try filled(body, format)
    #expect(count(text, of: "<text:p text:style-name=\"NewPage\">") == 3)
    #expect(text.hasPrefix("<text:p text:style-name=\"NewPage\">1"), "no page before the first")
    #expect(text.hasSuffix("3</text:p>"), "and none behind the last")
  }

  @Test(
    "pain 10: equal neighbours of a repeated row become one cell",
    arguments: DocumentFormat.allCases)
  func mergedFromData(format: DocumentFormat) throws {
    let cells = { (filter: String) in
      table([["<<mỗi p trong nguoi>><<phong\(filter)>>", "<<ten>>"]], format)
    }
    let plain = try filled(cells(""), format)
    #expect(count(plain, of: ">A<") == 2, "without the filter the unit stands in every row")
    let text = try filled(cells(" | gộp ô"), format)
    #expect(count(text, of: ">A<") == 1 && count(text, of: ">B<") == 1)
    switch format {
    case .docx:
      #expect(count(text, of: "<w:vMerge w:val=\"restart\"/>") == 2)
      #expect(count(text, of: "<w:vMerge/>") == 1)
    case .odt:
      #expect(count(text, of: "<table:covered-table-cell/>") == 1)
      #expect(count(text, of: "table:number-rows-spanned=\"0000002\"") == 1)
    }
  }

  @Test(
    "pain 10: the author's merged cells of a group of rows stay merged in every copy",
    arguments: DocumentFormat.allCases)
  func mergedByAuthor(format: DocumentFormat) throws {
    let body: String
    let merged: String
    switch format {
    case .docx:
      merged = "<w:tcPr><w:vMerge/></w:tcPr>"
      body =
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"
        + "\(p("<<mỗi p trong nguoi>><<ten>>", format))</w:tc><w:tc>\(p("a", format))</w:tc></w:tr>"
        + "<w:tr><w:tc>\(merged)<w:p/></w:tc><w:tc>\(p("b<<hết>>", format))</w:tc></w:tr></w:tbl>"
    case .odt:
      merged = "<table:covered-table-cell/>"
      body =
        "<table:table><table:table-row><table:table-cell table:number-rows-spanned=\"2\">"
        + "\(p("<<mỗi p trong nguoi>><<ten>>", format))</table:table-cell><table:table-cell>"
        + "\(p("a", format))</table:table-cell></table:table-row><table:table-row>\(merged)"
        + "<table:table-cell>\(p("b<<hết>>", format))</table:table-cell></table:table-row></table:table>"
    }
    let text = try filled(body, format)
    #expect(count(text, of: merged) == 3)
    #expect(
      count(text, of: format == .docx ? "w:val=\"restart\"" : "table:number-rows-spanned=\"2\"")
        == 3)
  }

  @Test(
    "pain 20: columns come and go, the width of the table stays",
    arguments: DocumentFormat.allCases)
  func columns(format: DocumentFormat) throws {
    let cells = ["Tên", "<<mỗi cột m trong mon>><<m>><<hết>>", "<<cột chỉ khi tat>>ghi chú"]
    let body: String
    switch format {
    case .docx:
      body =
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"400\"/><w:gridCol w:w=\"400\"/><w:gridCol w:w=\"400\"/>"
        + "</w:tblGrid>\(row(cells.map { p($0, format) }, format))</w:tbl>"
    case .odt:
      body =
        "<table:table><table:table-column table:number-columns-repeated=\"3\"/>"
        + row(cells.map { p($0, format) }, format) + "</table:table>"
    }
    let text = try filled(body, format)
    #expect(count(text, of: format == .docx ? "<w:tc>" : "<table:table-cell") == 3)
    #expect(!text.contains("ghi chú") && text.contains("Toán") && text.contains("Lý"))
    switch format {
    case .docx:
      let widths = between("<w:gridCol w:w=\"", "\"", in: text).compactMap { Int($0) }
      #expect(widths.count == 3 && abs(widths.reduce(0, +) - 1200) <= 3, "\(widths)")
    case .odt: #expect(count(text, of: "<table:table-column") == 3)
    }
  }

  @Test(
    "pain 20: a table of one column loops over rows like any other",
    arguments: DocumentFormat.allCases)
  func oneColumn(format: DocumentFormat) throws {
    let body = table([["Tên"], ["<<mỗi p trong nguoi>><<ten>>"]], format)
    let text = try filled(body, format)
    #expect(count(text, of: format == .docx ? "<w:tr>" : "<table:table-row>") == 4)
  }

  @Test(
    "pain 21: bookmarks, references and page fields are as the author left them",
    arguments: DocumentFormat.allCases)
  func references(format: DocumentFormat) throws {
    let kept: String
    switch format {
    case .docx:
      kept =
        "<w:p><w:bookmarkStart w:id=\"0\" w:name=\"_Toc1\"/>\(run("Điều 1", format))<w:bookmarkEnd w:id=\"0\"/>"
        + "</w:p><w:p><w:fldSimple w:instr=\" REF _Toc1 \\h \">\(run("Điều 1", format))</w:fldSimple>"
        + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> NUMPAGES </w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run("9", format))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    case .odt:
      kept =
        "<text:p><text:bookmark-start text:name=\"_Toc1\"/>Điều 1<text:bookmark-end text:name=\"_Toc1\"/></text:p>"
        + "<text:p><text:bookmark-ref text:reference-format=\"text\" text:ref-name=\"_Toc1\">Điều 1</text:bookmark-ref>"
        + "<text:page-count>9</text:page-count></text:p>"
    }
    let settings = "<w:settings xmlns:w=\"\(RawDocument.word)\"/>"
    let text = try filled(kept + p("<<mỗi p trong ds>><<p>><<hết>>", format), format)
    #expect(text.hasPrefix(kept), "outside loops byte for byte")
    if format == .docx {
      let bytes = try RawDocument.bytes(
        p("<<ds | nối>>", format), format, also: [("word/settings.xml", settings)])
      let template = try #require(Template.compile(bytes, name: "mẫu").value)
      let document = try #require(template.checked(data).value)
      let after = try RawDocument.markup(document, part: "word/settings.xml")
      #expect(!after.contains("updateFields"), "Word asks nobody whether fields shall be updated")
    }
  }

  @Test(
    "pain 21: a bookmark in a loop is not there twice", arguments: DocumentFormat.allCases)
  func bookmarksInLoops(format: DocumentFormat) throws {
    let mark =
      format == .docx
      ? "<w:bookmarkStart w:id=\"0\" w:name=\"b\"/>\(run("<<p>>", format))<w:bookmarkEnd w:id=\"0\"/>"
      : "<text:bookmark-start text:name=\"b\"/>\(run("<<p>>", format))<text:bookmark-end text:name=\"b\"/>"
    let copied = try RawDocument.bytes(
      (paragraph(mark, format) + paragraph(mark, format)).replacing("&lt;&lt;p>>", with: "1"),
      format)
    #expect(!StructureCheck.faults(in: copied).isEmpty, "plain copies are broken")
    let body =
      p("<<mỗi p trong ds>>", format) + paragraph(mark, format) + p("<<hết>>", format)
    let text = try filled(body, format)
    #expect(count(text, of: "name=\"b\"") == (format == .docx ? 1 : 2))
    #expect(text.contains(">3<"))
  }

  @Test(
    "pain 27: the heading row, rows that stay whole and lines kept together",
    arguments: DocumentFormat.allCases)
  func rowsOverPages(format: DocumentFormat) throws {
    switch format {
    case .docx:
      let heading =
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc>\(p("Họ tên", format))</w:tc></w:tr>"
      let whole =
        "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:p><w:pPr><w:keepNext/></w:pPr>"
        + "\(run("<<mỗi p trong nguoi>><<ten>>", format))</w:p></w:tc></w:tr>"
      let text = try filled("<w:tbl>\(heading)\(whole)</w:tbl>", format)
      #expect(text.hasPrefix("<w:tbl>" + heading), "the heading once, as it was")
      #expect(count(text, of: "<w:trPr><w:cantSplit/></w:trPr>") == 3)
      #expect(count(text, of: "<w:keepNext/>") == 3)
    case .odt:
      let heading =
        "<table:table-header-rows><table:table-row><table:table-cell>\(p("Họ tên", format))"
        + "</table:table-cell></table:table-row></table:table-header-rows>"
      let whole =
        "<table:table-row table:style-name=\"KeepWhole\"><table:table-cell>"
        + "<text:p text:style-name=\"KeepNext\">&lt;&lt;mỗi p trong nguoi>>&lt;&lt;ten>></text:p>"
        + "</table:table-cell></table:table-row>"
      let text = try filled("<table:table>\(heading)\(whole)</table:table>", format)
      #expect(text.hasPrefix("<table:table>" + heading), "the heading once, as it was")
      #expect(count(text, of: "<table:table-row table:style-name=\"KeepWhole\">") == 3)
      #expect(count(text, of: "<text:p text:style-name=\"KeepNext\">") == 3)
    }
  }
}
