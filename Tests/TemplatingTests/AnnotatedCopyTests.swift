import Diagnostics
import LocatedJSON
import Templating
import Testing

@Suite("The author's document with comments at the faults")
struct AnnotatedCopyTests {
  /// Five faults in the body, one of them in a run of its own inside a paragraph; one in a header.
  private func faulty(_ format: DocumentFormat) throws -> [UInt8] {
    let body =
      p("Họ tên: <<ho_ten", format)
      + paragraph(
        run("trước ", format) + run("<<a | in hao>>", format) + run(" sau", format), format)
      + table([["TT", "x <<hết>>"]], format) + p("<<mỗi p trong ds>>", format)
    let header = p("<<b | in hao>>", format)
    switch format {
    case .docx:
      return try RawDocument.bytes(
        body, format, also: [("word/header1.xml", RawDocument.root("w:hdr", header))])
    case .odt:
      let styles =
        "<office:master-styles><style:master-page style:name=\"A\"><style:header>\(header)"
        + "</style:header></style:master-page></office:master-styles>"
      return try RawDocument.bytes(
        body, format, also: [("styles.xml", RawDocument.root("office:document-styles", styles))])
    }
  }

  @Test("each fault has its comment, in its place", arguments: DocumentFormat.allCases)
  func comments(format: DocumentFormat) throws {
    let bytes = try faulty(format)
    let findings = Template.compile(bytes, name: "mẫu").findings
    #expect(findings.count == 5)
    let copy = try #require(Template.annotated(bytes, with: findings).value)
    let comments = try RawDocument.markup(
      copy, part: format == .docx ? "word/comments.xml" : "content.xml")
    for finding in findings {
      let message = finding.message.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      #expect(comments.contains("\(finding.code): \(message)."), "\(message)")
    }
    #expect(comments.contains("Ở: đầu trang, đoạn 1: "), "a header shows no comments")
    #expect(count(comments, of: "Cách sửa: ") == 5)
    let body = try RawDocument.markup(
      copy, part: format == .docx ? "word/document.xml" : "content.xml")
    // The run of the tag alone is enclosed.
    let tag = run("<<a | in hao>>", format).replacing(">>", with: "&gt;&gt;")
    let before = try #require(body.firstRange(of: tag)).lowerBound
    #expect(
      body[..<before].hasSuffix(
        format == .docx ? "<w:commentRangeStart w:id=\"1\"/>" : "</office:annotation>"),
      "\(body[..<before].suffix(80))")
  }

  @Test(
    "the copy is the same document to the engine, comments apart",
    arguments: DocumentFormat.allCases)
  func again(format: DocumentFormat) throws {
    let bytes = try faulty(format)
    let findings = Template.compile(bytes, name: "mẫu").findings
    let copy = try #require(Template.annotated(bytes, with: findings).value)
    let again = Template.compile(copy, name: "mẫu").findings
    #expect(again.map(\.message) == findings.map(\.message))
    #expect(again.map(\.place.context) == findings.map(\.place.context))
    #expect(Template.annotated(bytes, with: findings).value == copy, "the same bytes again")
  }

  @Test("faults of the data stand at their tags too", arguments: DocumentFormat.allCases)
  func data(format: DocumentFormat) throws {
    let bytes = try RawDocument.bytes(p("a", format) + p("Ông <<họ tê>>", format), format)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let findings = template.checked(["ho_ten": "An"]).findings
    let copy = try #require(Template.annotated(bytes, with: findings).value)
    let part = format == .docx ? "word/comments.xml" : "content.xml"
    #expect(
      try RawDocument.markup(copy, part: part).contains("Cách sửa: có phải là “ho_ten”?."))
  }

  @Test("without findings nothing is touched", arguments: DocumentFormat.allCases)
  func nothing(format: DocumentFormat) throws {
    let bytes = try RawDocument.bytes(p("a", format), format)
    let copy = try #require(Template.annotated(bytes, with: []).value)
    #expect(
      try RawDocument.markup(copy, part: format == .docx ? "word/document.xml" : "content.xml")
        .contains(">a<"))
  }

  @Test("what is no document has no copy")
  func notADocument() {
    let result = Template.annotated(Array("không phải gói nén".utf8), with: [])
    #expect(result.value == nil && result.findings.map(\.code) == [Code("TE070")])
  }
}
