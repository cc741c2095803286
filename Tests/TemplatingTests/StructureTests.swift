import LocatedJSON
import Templating
import Testing

/// What the rendering broke: the faults of a document that its template did not have.
func broken(_ document: [UInt8], template: [UInt8]) -> [String] {
  let known = StructureCheck.faults(in: template)
  return StructureCheck.faults(in: document).filter { !known.contains($0) }
}

@Suite("The structural checker sees what is broken")
struct StructureTests {
  @Test(
    "Word",
    arguments: [
      ("<w:tbl><w:tr/></w:tbl>", "a row without cells"), ("<w:tbl/>", "a table without rows"),
      (
        "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
        "a cell that does not end"
      ),
      (
        "<w:p><w:r><w:drawing><wp:docPr id=\"1\"/><wp:docPr id=\"1\"/></w:drawing></w:r></w:p>",
        "two drawing 1"
      ),
      (
        "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"a\"/><w:bookmarkStart w:id=\"2\" w:name=\"a\"/></w:p>",
        "two bookmark name a"
      ),
      ("<w:p w14:paraId=\"1\"/><w:p w14:paraId=\"1\"/>", "two paragraph"),
      ("<w:p><w:hyperlink r:id=\"rId9\"/></w:p>", "no relationship rId9"),
      ("<w:sdt><w:sdtContent/></w:sdt>", "an empty content control"),
      ("<w:p><w:r><w:txbxContent/></w:r></w:p>", "an empty txbxContent"),
      ("<w:p><w:r><w:t>{{a}}</w:t></w:r></w:p>", "left-over tag {{a}}"),
      (
        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        "does not fill"
      ),
    ])
  func word(body: String, fault: String) throws {
    let faults = StructureCheck.faults(in: try RawDocument.bytes(body, .docx))
    #expect(faults.count == 1 && faults[0].contains(fault), "\(faults)")
  }

  @Test(
    "Writer",
    arguments: [
      ("<table:table/>", "a table without rows"),
      ("<table:table><table:table-row/></table:table>", "a row without cells"),
      ("<text:p xml:id=\"a\"/><text:p xml:id=\"a\"/>", "two xml:id"),
      ("<text:section text:name=\"a\"/><text:section text:name=\"a\"/>", "two section a"),
      ("<draw:image xlink:href=\"Pictures/x.png\"/>", "no entry Pictures/x.png"),
      (
        "<table:table><table:table-column table:number-columns-repeated=\"2\"/><table:table-row><table:table-cell/>"
          + "</table:table-row></table:table>", "does not fill"
      ),
    ])
  func writer(body: String, fault: String) throws {
    let faults = StructureCheck.faults(in: try RawDocument.bytes(body, .odt))
    #expect(faults.count == 1 && faults[0].contains(fault), "\(faults)")
  }

  @Test("packages")
  func packages() throws {
    let list =
      "<R><Relationship Id=\"a\" Target=\"x.xml\"/><Relationship Id=\"a\" Target=\"http://x\" TargetMode=\"External\"/></R>"
    let word = try RawDocument.bytes(
      "<w:p/>", .docx, also: [("word/_rels/document.xml.rels", list), ("word/y.xml", "<a")])
    #expect(
      StructureCheck.faults(in: word) == [
        "word/_rels/document.xml.rels: no target x.xml",
        "word/_rels/document.xml.rels: two relationships a",
        "word/y.xml: not well-formed",
      ])
    #expect(StructureCheck.faults(in: [1, 2]) == ["no package"])
    for format in DocumentFormat.allCases {
      #expect(StructureCheck.faults(in: try RawDocument.bytes("", format)).isEmpty)
    }
  }
}
