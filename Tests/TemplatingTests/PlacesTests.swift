import Diagnostics
import LocatedJSON
import Templating
import Testing

private let data: JSONValue = [
  "so": "12/KH & 3", "web": "https://sonla.gov.vn/tra cứu?a=1&b=2", "js": "javascript:alert(1)",
  "ten": "Lò \"Xuân\"\n<A>", "ds": [["ma": "a b"], ["ma": "c"], ["ma": "a b"]], "co": true,
]

private let relationships =
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
private let linkType =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

private func relationship(_ id: String, _ target: String, mode: String = " TargetMode=\"External\"")
  -> String
{
  "<Relationship Id=\"\(id)\" Type=\"\(linkType)\" Target=\"\(target)\"\(mode)/>"
}

private func t(_ text: String) -> String { "<w:t xml:space=\"preserve\">\(text)</w:t>" }

/// A package of Word with one link of its own, and what becomes of body and list.
private func linked(_ body: String, _ targets: [(String, String)]) throws -> (String, String) {
  let list = relationships + targets.map { relationship($0.0, $0.1) }.joined() + "</Relationships>"
  let bytes = try RawDocument.bytes(
    body, .docx, also: [("word/_rels/document.xml.rels", list)])
  let compiled = Template.compile(bytes, name: "mẫu")
  let template = try #require(compiled.value, "\(compiled.findings)")
  let result = template.checked(data)
  let document = try #require(result.value, "\(result.findings)")
  #expect(template.checked(data).value == document)
  #expect(broken(document, template: bytes).isEmpty)
  return (
    try RawDocument.markup(document, part: "word/document.xml"),
    try RawDocument.markup(document, part: "word/_rels/document.xml.rels")
  )
}

private func writer(_ body: String) throws -> String { try RawDocument.filled(body, .odt, data) }

@Suite("Links whose targets hold tags")
struct LinkTests {
  private static let link =
    "<w:p><w:hyperlink r:id=\"rId5\"><w:r>\(t("x"))</w:r></w:hyperlink></w:p>"

  @Test(
    "a target is filled and encoded; what stood encoded stays so",
    arguments: [
      (
        "https://x.vn/%C3%A1?so=%3C%3Cso%3E%3E&amp;k=1",
        "https://x.vn/%C3%A1?so=12%2FKH%20%26%203&amp;k=1"
      ),
      ("%3c%3cweb%3e%3e", "https://sonla.gov.vn/tra%20c%E1%BB%A9u?a=1&amp;b=2"),
      ("mailto:&lt;&lt;so%20%7C%20ch%E1%BB%AF%20th%C6%B0%E1%BB%9Dng>>", "mailto:12%2Fkh%20%26%203"),
      ("https://x/%7B%7B#if%20co%7D%7Da%7B%7B/if%7D%7D", "https://x/a"),
    ])
  func target(written: String, expected: String) throws {
    let (body, list) = try linked(Self.link, [("rId4", "https://a"), ("rId5", written)])
    #expect(body.contains("<w:hyperlink r:id=\"rIdTD1000001\">"))
    #expect(list.contains(relationship("rId4", "https://a")))
    #expect(list.contains(relationship("rIdTD1000001", expected)), "\(list)")
    #expect(!list.contains("\"rId5\""))
    let odt = try writer(
      "<text:p><text:a xlink:href=\"\(written)\">x</text:a></text:p>")
    #expect(odt == "<text:p><text:a xlink:href=\"\(expected)\">x</text:a></text:p>")
  }

  @Test("each copy in a loop leads to its own target; equal targets share a relationship")
  func loop() throws {
    let body =
      "<w:p><w:r>\(t("&lt;&lt;mỗi p trong ds>>"))</w:r><w:hyperlink r:id=\"rId5\"><w:r>"
      + "\(t("&lt;&lt;p.ma>>"))</w:r></w:hyperlink><w:r>\(t("&lt;&lt;hết>>"))</w:r></w:p>"
    let (text, list) = try linked(body, [("rId5", "https://x/%3C%3Cp.ma%3E%3E")])
    let ids = ["rIdTD1000001", "rIdTD1000002", "rIdTD1000001"]
    #expect(
      text.contains(
        zip(ids, ["a b", "c", "a b"]).map {
          "<w:hyperlink r:id=\"\($0)\"><w:r>\(t($1))</w:r></w:hyperlink>"
        }.joined()))
    #expect(
      list.hasSuffix(
        relationship(ids[0], "https://x/a%20b") + relationship(ids[1], "https://x/c")
          + "</Relationships>"))
    let odt = try writer(
      "<text:p>&lt;&lt;mỗi p trong ds>><text:a xlink:href=\"https://x/&lt;&lt;p.ma>>\">"
        + "&lt;&lt;p.ma>></text:a>&lt;&lt;hết>></text:p>")
    #expect(odt.contains("<text:a xlink:href=\"https://x/c\">c</text:a>"))
  }

  @Test("a target that runs code is refused", arguments: DocumentFormat.allCases)
  func scheme(format: DocumentFormat) throws {
    let body =
      format == .docx
      ? Self.link : "<text:p><text:a xlink:href=\"%3C%3Cjs%3E%3E\">x</text:a></text:p>"
    let list = relationships + relationship("rId5", "%3C%3Cjs%3E%3E") + "</Relationships>"
    let others = format == .docx ? [("word/_rels/document.xml.rels", list)] : []
    let template = try #require(
      Template.compile(try RawDocument.bytes(body, format, also: others), name: "mẫu").value)
    #expect(template.tags.first?.place.context?.contains("đích của liên kết") == true)
    let result = template.checked(data)
    #expect(result.findings.map(\.code) == [Code("TE046")])
    #expect(result.value == nil)
  }

  @Test(
    "faults in a target have their place",
    arguments: ["%3C%3Cso", "%3C%3Ch%C3%A0ng%20ch%E1%BB%89%20khi%20a%3E%3E"])
  func faults(target: String) throws {
    let body = "<text:p><text:a xlink:href=\"https://x/\(target)\">x</text:a></text:p>"
    let compiled = Template.compile(try RawDocument.bytes(body, .odt), name: "mẫu")
    #expect(compiled.value == nil)
    let context = try #require(compiled.findings.first?.place.context)
    #expect(context.hasPrefix("thân văn bản, đoạn 1, đích của liên kết"), "\(context)")
  }
}

@Suite("Texts that stand in no paragraph")
struct PropertyTests {
  @Test("an alternative text is read like a line")
  func alternative() throws {
    let word = try RawDocument.filled(
      "<w:p><w:r><w:drawing><wp:docPr id=\"1\" descr=\"Ảnh &lt;&lt;ten>>&lt;&lt;nếu co>>!&lt;&lt;hết>>\"/>"
        + "</w:drawing></w:r></w:p>", .docx, data)
    #expect(word.contains("descr=\"Ảnh Lò &quot;Xuân&quot; &lt;A&gt;!\""))
    let odt = try writer(
      "<text:p><draw:frame><svg:desc>Ảnh &lt;&lt;so>></svg:desc></draw:frame></text:p>")
    #expect(odt.contains("<svg:desc>Ảnh 12/KH &amp; 3</svg:desc>"))
  }

  @Test(
    "properties are filled",
    arguments: [
      (DocumentFormat.docx, "docProps/core.xml"), (.docx, "docProps/custom.xml"),
      (.odt, "meta.xml"),
    ])
  func properties(format: DocumentFormat, part: String) throws {
    let text =
      "<p><t>Số &lt;&lt;so>> </t><u>&lt;&lt;mỗi p trong ds>>{{p.ma}};&lt;&lt;hết>></u><v/></p>"
    let body = format == .docx ? "<w:p/>" : "<text:p/>"
    let template = try #require(
      Template.compile(try RawDocument.bytes(body, format, also: [(part, text)]), name: "mẫu").value
    )
    #expect(template.tags.first?.place.context == "thuộc tính văn bản: “Số <<so>> ”")
    let document = try #require(template.checked(data).value)
    let filled = try RawDocument.markup(document, part: part)
    #expect(filled.hasSuffix("<p><t>Số 12/KH &amp; 3 </t><u>a b;c;a b;</u><v/></p>"), "\(filled)")
  }

  @Test("tags left in properties of a finished document are found")
  func leftOver() throws {
    let bytes = try RawDocument.bytes(
      "<w:p/>", .docx, also: [("docProps/core.xml", "<p><t>{{so}}</t></p>")])
    #expect(Template.leftOverTags(in: bytes) == ["{{so}}"])
  }
}
