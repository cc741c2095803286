import Diagnostics
import LocatedJSON
import Templating
import Testing

private typealias M = MiniDocument

private let data: JSONValue = [
  "ds": [["ten": "An"], ["ten": "Bình"]], "vang": [], "don_vi": ["ten": "Phòng A", "so": 0],
  "co": true, "khong": false, "chua": nil, "chu": "chữ", "trong": "", "so": 0, "ten": "ngoài",
]

private let cases: [DocumentCase] = [
  DocumentCase(
    "a list is repeated", [M.p("{{#ds}}{{ten}}{{vòng.stt}} {{/ds}}")], data, ["An1 Bình2 "]),
  DocumentCase(
    "an object is entered", [M.p("<<#đơn vị>><<tên>>/<<..tên>><</don_vi>>")], data,
    ["Phòng A/ngoài"]),
  DocumentCase(
    "what holds stands once and is the item",
    [M.p("<<#chữ>>[<<.>>]<</chữ>><<#so>>[<<.>>]<</>><<#co>>co<</co>>")], data, ["[chữ][0]co"]),
  DocumentCase(
    "what does not hold stands not at all",
    [M.p("a<<#khong>>1<</khong>><<#chua>>2<</chua>><<#vang>>3<</>><<#trong>>4<</trong>>b")], data,
    ["ab"]),
  DocumentCase(
    "the opposite",
    [
      M.p(
        "<<^khong>>1<</khong>><<^chua>>2<</>><<^vang>>3<</vang>><<^trong>>4<</>><<^ds>>5<</ds>><<^so>>6<</>>"
      )
    ],
    data, ["1234"]),
  DocumentCase(
    "sections over paragraphs and rows",
    [
      M.p("{{#ds}}"), M.p("- {{ten}}"), M.p("{{/ds}}"),
      .table([M.row("{{#ds}}{{ten}}", "{{vòng.số lượng}}{{/ds}}")]),
    ], data, ["- An", "- Bình", "|An|2", "|Bình|2"]),
  DocumentCase(
    "sections through filters, with a separator, closed by the name",
    [M.p("<<#ds | sắp xếp theo ten>><<tên>><<giữa>>, <<hết giữa>><</ds>>")], data, ["An, Bình"]),
  DocumentCase(
    "a section inside an object inside a loop has the loop's number",
    [M.p("<<mỗi p trong ds>><<#p>><<tên>><<vòng.stt>><</p>><<hết>>")], data, ["An1Bình2"]),
]

@Suite("Sections as in Mustache")
struct SectionTests {
  @Test("situation", arguments: cases, DocumentFormat.allCases)
  func renders(situation: DocumentCase, format: DocumentFormat) throws {
    try situation.check(format)
  }

  @Test("a missing name is an error in a section too", arguments: DocumentFormat.allCases)
  func missing(format: DocumentFormat) throws {
    #expect(try codes([M.p("<<#lạ>>x<</lạ>>")], format, data) == ["TE030"])
    #expect(try codes([M.p("<<^lạ>>x<</lạ>>")], format, data) == ["TE030"])
  }
}

@Suite("One pair of signs fixed by the document")
struct FixedDelimiterTests {
  private static func properties(_ value: String, _ format: DocumentFormat) -> (String, String) {
    switch format {
    case .docx:
      (
        "docProps/custom.xml",
        "<Properties xmlns:vt=\"urn:vt\"><property name=\"thidua.delimiters\"><vt:lpwstr>\(value)"
          + "</vt:lpwstr></property></Properties>"
      )
    case .odt:
      (
        "meta.xml",
        "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"><office:meta>"
          + "<meta:user-defined meta:name=\"thidua.delimiters\">\(value)</meta:user-defined>"
          + "</office:meta></office:document-meta>"
      )
    }
  }

  private static func bytes(
    _ text: String, _ value: String, _ format: DocumentFormat
  ) throws -> [UInt8] {
    let body =
      format == .docx ? "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" : "<text:p>\(text)</text:p>"
    return try RawDocument.bytes(body, format, also: [properties(value, format)])
  }

  @Test(
    "the others become plain text",
    arguments: [("{ }", "{ten} &lt;&lt;ten>>"), ("[[[ ]]", "[[[ten]] {ten}")],
    DocumentFormat.allCases)
  func fixed(pair: (String, String), format: DocumentFormat) throws {
    let bytes = try Self.bytes("«x» \(pair.1)", pair.0, format)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let tags = template.tags.map(\.text)
    #expect(tags.first == String(pair.1.split(separator: " ")[0]))
    #expect(template.checked(["ten": "An"], own: bytes).value != nil)
  }

  @Test(
    "what is no pair is refused", arguments: ["{", "{ } }", "", "% %"], DocumentFormat.allCases)
  func malformed(value: String, format: DocumentFormat) throws {
    #expect(
      Template.compile(try Self.bytes("x", value, format), name: "mẫu").findings.map(\.code) == [
        Code("TE007")
      ])
  }
}
