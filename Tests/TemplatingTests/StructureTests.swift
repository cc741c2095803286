import Diagnostics
import LocatedJSON
import Templating
import Testing

/// What the rendering broke: the faults of a document that its template did not have.
func broken(_ document: [UInt8], template: [UInt8]) -> [StructureCheck.Fault] {
  let known = StructureCheck.faults(in: template)
  return StructureCheck.faults(in: document).filter { !known.contains($0) }
}

@Suite("The structural checker sees what is broken")
struct StructureTests {
  @Test(
    "Word",
    arguments: [
      ("<w:tbl><w:tr/></w:tbl>", "hàng không có ô"), ("<w:tbl/>", "bảng không có hàng"),
      (
        "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
        "ô không kết thúc"
      ),
      (
        "<w:p><w:r><w:drawing><wp:docPr id=\"1\"/><wp:docPr id=\"1\"/></w:drawing></w:r></w:p>",
        "hai hình vẽ “1”"
      ),
      (
        "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"a\"/><w:bookmarkStart w:id=\"2\" w:name=\"a\"/></w:p>",
        "hai dấu trang (name) “a”"
      ),
      ("<w:p w14:paraId=\"1\"/><w:p w14:paraId=\"1\"/>", "hai đoạn"),
      ("<w:p><w:hyperlink r:id=\"rId9\"/></w:p>", "không có quan hệ “rId9”"),
      ("<w:sdt><w:sdtContent/></w:sdt>", "điều khiển nội dung trống"),
      ("<w:p><w:r><w:txbxContent/></w:r></w:p>", "phần “txbxContent” trống"),
      ("<w:p><w:r><w:t>{{a}}</w:t></w:r></w:p>", "còn thẻ “{{a}}” chưa điền"),
      (
        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        "không đủ số cột"
      ),
    ])
  func word(body: String, fault: String) throws {
    let faults = StructureCheck.faults(in: try RawDocument.bytes(body, .docx))
    #expect(faults.count == 1 && faults[0].message.contains(fault), "\(faults)")
  }

  @Test(
    "Writer",
    arguments: [
      ("<table:table/>", "bảng không có hàng"),
      ("<table:table><table:table-row/></table:table>", "hàng không có ô"),
      ("<text:p xml:id=\"a\"/><text:p xml:id=\"a\"/>", "hai xml:id"),
      ("<text:section text:name=\"a\"/><text:section text:name=\"a\"/>", "hai vùng “a”"),
      ("<draw:image xlink:href=\"Pictures/x.png\"/>", "không có tệp “Pictures/x.png”"),
      (
        "<table:table><table:table-column table:number-columns-repeated=\"2\"/><table:table-row><table:table-cell/>"
          + "</table:table-row></table:table>", "không đủ số cột"
      ),
    ])
  func writer(body: String, fault: String) throws {
    let faults = StructureCheck.faults(in: try RawDocument.bytes(body, .odt))
    #expect(faults.count == 1 && faults[0].message.contains(fault), "\(faults)")
  }

  @Test("packages")
  func packages() throws {
    let list =
      "<R><Relationship Id=\"a\" Target=\"x.xml\"/><Relationship Id=\"a\" Target=\"http://x\" TargetMode=\"External\"/></R>"
    let word = try RawDocument.bytes(
      "<w:p/>", .docx, also: [("word/_rels/document.xml.rels", list), ("word/y.xml", "<a")])
    #expect(
      StructureCheck.faults(in: word).map { "\($0.part): \($0.message)" } == [
        "word/y.xml: XML không đọc được",
        "word/_rels/document.xml.rels: không có đích “x.xml”",
        "word/_rels/document.xml.rels: hai quan hệ “a”",
      ])
    #expect(
      StructureCheck.faults(in: [1, 2]).map(\.message) == ["không phải gói DOCX hay ODT"])
    for format in DocumentFormat.allCases {
      #expect(StructureCheck.faults(in: try RawDocument.bytes("", format)).isEmpty)
    }
  }

  @Test("findings name file and part; what the template had is passed over, but no tag")
  func findings() throws {
    let body = "<w:tbl/><w:p><w:r><w:t>{{a}}</w:t></w:r></w:p>"
    let bytes = try RawDocument.bytes(body, .docx)
    let found = StructureCheck.check(bytes, file: "a.docx")
    #expect(found.map(\.code) == [Code("TE054"), Code("TE055")])
    #expect(found.allSatisfy { $0.place.file == "a.docx" && $0.place.part == "word/document.xml" })
    let known = Set(StructureCheck.faults(in: bytes))
    #expect(
      StructureCheck.check(bytes, file: "a.docx", known: known).map(\.code) == [Code("TE055")])
  }
}
