import Diagnostics
import LocatedJSON
import Templating
import Testing

private let data: JSONValue = ["ds": ["1", "2"]]

@Suite("Marks in loops, and what refers to them")
struct MarkTests {
  private static func loop(_ body: String, _ format: DocumentFormat) -> String {
    PageDocument.p("<<mỗi v trong ds>>", format, style: "P") + body
      + PageDocument.p("<<hết>>", format, style: "P")
  }

  @Test("Word: links and fields of a copy lead to the copy; the first keeps its name")
  func word() throws {
    let body =
      "<w:p><w:r><w:instrText> REF a \\h </w:instrText></w:r><w:hyperlink w:anchor=\"a\"/>"
      + "<w:bookmarkStart w:id=\"7\" w:name=\"a\"/><w:bookmarkEnd w:id=\"7\"/></w:p>"
    let outside = "<w:p><w:hyperlink w:anchor=\"a\"/></w:p>"
    let filled = try RawDocument.filled(Self.loop(body, .docx) + outside, .docx, data)
    let copy =
      body.replacing("REF a ", with: "REF a_1000001 ")
      .replacing("\"a\"", with: "\"a_1000001\"").replacing("\"7\"", with: "\"1000001\"")
    #expect(filled == body + copy + outside)
  }

  @Test("Writer: references, links and lists that go on")
  func writer() throws {
    let body =
      "<text:p><text:bookmark-ref text:ref-name=\"a\"/><text:a xlink:href=\"#a\"/>"
      + "<text:bookmark-start text:name=\"a\"/><text:bookmark-end text:name=\"a\"/></text:p>"
      + "<text:list xml:id=\"l1\" text:style-name=\"L\"><text:list-item><text:p>x</text:p></text:list-item></text:list>"
      + "<text:p/><text:list text:continue-list=\"l1\"><text:list-item><text:p>y</text:p></text:list-item></text:list>"
    let filled = try RawDocument.filled(Self.loop(body, .odt), .odt, data)
    let copy = filled.dropFirst(filled.count / 2 - 40)
    #expect(
      filled.hasPrefix(
        "<text:p><text:bookmark-ref text:ref-name=\"a\"/><text:a xlink:href=\"#a\"/>"))
    #expect(filled.ranges(of: "xml:id=\"l1\"").count == 1)
    #expect(copy.contains("text:ref-name=\"a_1000001\""), "\(filled)")
    #expect(copy.contains("xlink:href=\"#a_1000001\""))
    #expect(copy.contains("text:bookmark-end text:name=\"a_1000001\""))
    #expect(copy.contains("xml:id=\"l1_1000002\""))
    #expect(copy.contains("text:continue-list=\"l1_1000002\""))
  }
}
