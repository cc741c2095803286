import Diagnostics
import LocatedJSON
import Templating
import Testing
import ZipContainer

private typealias M = MiniDocument

private let data: JSONValue = [
  "ten": "lò văn XUÂN", "ty_le": 85, "ngay": "2026-01-05", "so": 5, "a": false, "b": true,
  "ds": ["x", "y", "z"], "vang": [],
]

/// The rows of the language page that no other suite shows.
@Suite("Every word of the language")
struct LanguageTests {
  private static let cases = [
    DocumentCase(
      "filters of letters, dates and numbers",
      [
        M.p("<<ten | hoa chữ đầu>>/<<ten | hoa mỗi chữ>>/<<ten | chữ thường>>"),
        M.p("<<ngay | ngày đầy đủ>>/<<ngay | năm>>/<<so | chữ cái>>/<<ten | viết liền>>"),
        M.p("<<ty_le | phần trăm>>"),
      ], data,
      [
        "Lò văn XUÂN/Lò Văn XUÂN/lò văn xuân",
        "ngày 05 tháng 01 năm 2026/2026/đ/lò\u{A0}văn\u{A0}XUÂN", "85%",
      ]),
    DocumentCase(
      "English block tags",
      [
        M.p("{{#if a}}1{{else if b}}2{{else}}3{{/if}}"),
        M.p("{{#each v in vang}}v{{empty}}none{{/each}}"),
        M.p("{{#each v in ds}}{{v}}{{sep}}, {{/sep}}{{/each}}"),
      ], data, ["2", "none", "x, y, z"]),
    DocumentCase(
      "what a loop says of itself",
      [
        M.p(
          "<<mỗi v trong ds>><<nếu vòng.đầu>>[<<hết>><<v>><<vòng.stt>>/<<vòng.số lượng>>"
            + "<<nếu vòng.cuối>>]<<hết>><<hết>>")
      ], data, ["[x1/3y2/3z3/3]"]),
    DocumentCase(
      "scopes said aloud",
      [
        M.p("<<mỗi đoạn v trong ds>><<v>>"),
        .table([M.row("<<mỗi hàng v trong ds>><<v>>", "1")]),
        M.p("|"),
        .table([M.row("<<mỗi dòng v trong ds>><<v>>", "2"), M.row("<<dòng chỉ khi a>>q", "3")]),
      ], data, ["x", "y", "z", "|x|1", "|y|1", "|z|1", "|", "|x|2", "|y|2", "|z|2"]),
  ]

  @Test("word", arguments: cases.indices, DocumentFormat.allCases)
  func word(index: Int, format: DocumentFormat) throws { try Self.cases[index].check(format) }

  @Test(
    "Writer: every header and footer, frames and shapes, headings",
    arguments: ["header", "header-left", "header-first", "footer", "footer-left", "footer-first"])
  func writerPlaces(story: String) throws {
    let styles = RawDocument.root(
      "office:document-styles",
      "<office:master-styles><style:master-page style:name=\"Standard\"><style:\(story)><text:p>&lt;&lt;so>></text:p>"
        + "</style:\(story)></style:master-page></office:master-styles>")
    let body =
      "<text:h>&lt;&lt;so>></text:h><text:p><draw:frame><draw:text-box><text:p>&lt;&lt;so>></text:p></draw:text-box>"
      + "</draw:frame><draw:custom-shape><text:p>&lt;&lt;so>></text:p></draw:custom-shape></text:p>"
    let bytes = try RawDocument.bytes(body, .odt, also: [("styles.xml", styles)])
    let document = try #require(Template.compile(bytes, name: "m").value?.checked(data).value)
    #expect(try RawDocument.markup(document, part: "styles.xml").contains("<text:p>5</text:p>"))
    let content = try RawDocument.markup(document, part: "content.xml")
    #expect(content.contains("<text:h>5</text:h>"))
    #expect(content.ranges(of: "<text:p>5</text:p>").count == 2)
    #expect(StructureCheck.check(document, file: "m").isEmpty)
  }

  @Test(
    "Word: headers, footers and both kinds of notes",
    arguments: ["header3.xml", "footer2.xml", "footnotes.xml", "endnotes.xml"])
  func wordPlaces(part: String) throws {
    let paragraph = "<w:p><w:r><w:t>&lt;&lt;so>></w:t></w:r></w:p>"
    let root: String
    let content: String
    if part.contains("notes") {
      root = part.hasPrefix("foot") ? "w:footnotes" : "w:endnotes"
      let note = root.dropLast()
      content = "<\(note) w:id=\"2\">\(paragraph)</\(note)>"
    } else {
      root = part.hasPrefix("header") ? "w:hdr" : "w:ftr"
      content = paragraph
    }
    let bytes = try RawDocument.bytes(
      "<w:p/>", .docx, also: [("word/" + part, RawDocument.root(root, content))])
    let document = try #require(Template.compile(bytes, name: "m").value?.checked(data).value)
    let text = try RawDocument.markup(document, part: "word/" + part)
    #expect(text.contains(">5</w:t>"), "\(text)")
  }
}
