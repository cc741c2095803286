import Diagnostics
import LocatedJSON
import Templating
import Testing

private let data: JSONValue = ["a": ["x", "y"], "b": [["c": "z"], ["c": "t"]]]

/// Markup whose numbers are changed: `#` stands for the one under test, `@` for the others.
private let bodies: [(DocumentFormat, String)] = [
  (
    .docx,
    """
    <w:tbl><w:tblGrid><w:gridCol w:w="#"/><w:gridCol w:w="@"/></w:tblGrid><w:tr><w:trPr>\
    <w:gridBefore w:val="@"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="@" w:type="dxa"/>\
    <w:gridSpan w:val="1"/></w:tcPr><w:p><w:r><w:t>&lt;&lt;mỗi cột m trong a>>&lt;&lt;m>>\
    &lt;&lt;hết>></w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
    """
  ),
  (
    .docx,
    """
    <w:tbl><w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc><w:p><w:r>\
    <w:t>&lt;&lt;mỗi cột m trong a>>&lt;&lt;m>></w:t></w:r></w:p></w:tc><w:tc><w:tcPr>\
    <w:gridSpan w:val="#"/></w:tcPr><w:p><w:r><w:t>&lt;&lt;hết>></w:t></w:r></w:p></w:tc></w:tr>\
    <w:tr><w:trPr><w:gridAfter w:val="@"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="@"/></w:tcPr>\
    <w:p/></w:tc></w:tr></w:tbl>
    """
  ),
  (
    .docx,
    """
    <w:p><w:r><w:t>&lt;&lt;mỗi m trong b>></w:t></w:r></w:p><w:p><w:pPr><w:numPr>\
    <w:ilvl w:val="@"/><w:numId w:val="#"/></w:numPr></w:pPr><w:bookmarkStart w:id="@" w:name="n"/>\
    <w:bookmarkEnd w:id="@"/><w:r><w:t>&lt;&lt;m.c>></w:t></w:r><w:r><w:drawing><wp:inline>\
    <wp:extent cx="@" cy="@"/><wp:docPr id="#" name="h"/></wp:inline></w:drawing></w:r><w:r>\
    <w:footnoteReference w:id="#"/></w:r></w:p><w:p><w:r><w:t>&lt;&lt;hết>></w:t></w:r></w:p>
    """
  ),
  (
    .odt,
    """
    <table:table><table:table-column table:number-columns-repeated="@"/><table:table-row>\
    <table:table-cell table:number-columns-spanned="#"><text:p>&lt;&lt;mỗi cột m trong a>>\
    &lt;&lt;m>>&lt;&lt;hết>></text:p></table:table-cell><table:table-cell \
    table:number-columns-repeated="@" table:number-rows-spanned="@"><text:p/></table:table-cell>\
    </table:table-row><table:table-row><table:table-cell/><table:table-cell \
    table:number-columns-spanned="#"/></table:table-row></table:table>
    """
  ),
  (
    .odt,
    """
    <text:p>&lt;&lt;mỗi m trong b>></text:p><text:list text:style-name="L" \
    text:continue-numbering="@"><text:list-item text:start-value="#"><text:p>&lt;&lt;m.c>>\
    <text:s text:c="#"/><draw:frame svg:width="#cm" svg:height="@cm" draw:z-index="#"/></text:p>\
    </text:list-item></text:list><text:p>&lt;&lt;hết>></text:p>
    """
  ),
]

private let values = [
  "9223372036854775807", "-9223372036854775808", "99999999999999999999", "4294967295",
  "2147483647", "-2147483648", "900000000", "1025", "3", "0", "-1", "", "1e9", "NaN",
]

@Suite("Numbers of a template that no page could hold")
struct HostileNumberTests {
  @Test("are told or filled, and soon", arguments: values, bodies.indices)
  func numbers(value: String, body: Int) throws {
    let (format, markup) = bodies[body]
    let notes =
      "<w:footnote w:id=\"\(value)\"><w:p><w:r><w:t>&lt;&lt;m.c>></w:t></w:r></w:p></w:footnote>"
    let numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl><w:start w:val=\"\(value)\"/></w:lvl>"
      + "</w:abstractNum><w:num w:numId=\"\(value)\"><w:abstractNumId w:val=\"1\"/></w:num>"
    let parts = [
      ("word/footnotes.xml", RawDocument.root("w:footnotes", notes)),
      ("word/numbering.xml", RawDocument.root("w:numbering", numbering)),
      (
        "word/_rels/document.xml.rels",
        "<R><Relationship Id=\"n\" Target=\"footnotes.xml\" Type=\"x/footnotes\"/>"
          + "<Relationship Id=\"l\" Target=\"numbering.xml\" Type=\"x/numbering\"/></R>"
      ),
    ]
    for (own, other) in [(value, "1"), ("1", value), (value, value)] {
      let text = markup.replacing("#", with: own).replacing("@", with: other)
      let bytes = try RawDocument.bytes(text, format, also: format == .docx ? parts : [])
      let compiled = Template.compile(bytes, name: "mẫu")
      guard let template = compiled.value else {
        #expect(compiled.findings.hasErrors)
        continue
      }
      let filled = template.checked(data, own: bytes)
      #expect(filled.value != nil || filled.findings.hasErrors)
    }
  }

  @Test("cells beyond the columns that the table says it has", arguments: DocumentFormat.allCases)
  func fewerColumns(format: DocumentFormat) throws {
    let cell = { (text: String) in
      format == .docx
        ? "<w:tc><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
        : "<table:table-cell><text:p>\(text)</text:p></table:table-cell>"
    }
    let row = cell("&lt;&lt;mỗi cột m trong a>>") + cell("&lt;&lt;m>>&lt;&lt;hết>>")
    let table =
      format == .docx
      ? "<w:tbl><w:tblGrid><w:gridCol w:w=\"9\"/></w:tblGrid><w:tr>\(row)</w:tr></w:tbl>"
      : "<table:table><table:table-column/><table:table-row>\(row)</table:table-row></table:table>"
    let findings = Template.compile(try RawDocument.bytes(table, format), name: "mẫu").findings
    #expect(findings.map(\.code.description) == ["TE052"])
  }

  @Test("one cell written once for very many is not made as often")
  func repeatedCell() throws {
    let row = { (content: String, count: Int) in
      "<table:table-row><table:table-cell><text:p>&lt;&lt;mỗi cột m trong a>>&lt;&lt;m>>"
        + "&lt;&lt;hết>></text:p></table:table-cell><table:table-cell"
        + " table:number-columns-repeated=\"\(count)\"><text:p>\(content)</text:p>"
        + "</table:table-cell></table:table-row>"
    }
    func codes(_ content: String, _ count: Int) throws -> [String] {
      let table =
        "<table:table><table:table-column table:number-columns-repeated=\"\(count + 1)\"/>"
        + "\(row(content, count))</table:table>"
      return Template.compile(try RawDocument.bytes(table, .odt), name: "mẫu").findings
        .map(\.code.description)
    }
    #expect(try codes("x", 60) == [])
    #expect(try codes("x", 1_024) == ["TE052"])
    #expect(try codes(String(repeating: "<text:span/>", count: 20_000), 900) == ["TE052"])
  }

  @Test("very many column blocks, or cells beside them, are refused before they cost anything")
  func manyBlocks() throws {
    let condition = "<w:tc><w:p><w:r><w:t>&lt;&lt;cột chỉ khi c>></w:t></w:r></w:p></w:tc>"
    func codes(_ blocks: Int, _ rows: Int) throws -> Set<String> {
      let table =
        "<w:tbl><w:tblGrid>" + String(repeating: "<w:gridCol/>", count: blocks)
        + "</w:tblGrid><w:tr>"
        + String(repeating: condition, count: blocks) + "</w:tr>"
        + String(repeating: "<w:tr><w:tc><w:p/></w:tc></w:tr>", count: rows) + "</w:tbl>"
      return Set(
        Template.compile(try RawDocument.bytes(table, .docx), name: "mẫu").findings
          .map(\.code.description))
    }
    #expect(try codes(40, 20) == [])
    #expect(try codes(1_025, 1) == ["TE052"])
    #expect(try codes(100, 20_000) == ["TE052"])
  }
}
