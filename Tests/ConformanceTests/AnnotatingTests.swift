import Diagnostics
import Testing
import ZipContainer

@testable import Conformance

@Suite("Findings as comments in a copy")
struct AnnotatingTests {
  private static let sketch = PlanSketch().with {
    $0.sheet.left = 25
    $0.body[3].size = 13
    $0.recipients[0].size = 12
    $0.sheet.header[0].bold = true
  }

  @Test(
    "each finding is told where it stands, with its source and what to do",
    arguments: FinishedDocument.Format.allCases)
  func places(format: FinishedDocument.Format) throws {
    let bytes = try Self.sketch.bytes(format)
    let report = Conformance.lint(bytes, name: "a", settings: SoundDocument.plan.settings)
    let codes = report.faults.map(\.code.description)
    #expect(codes == ["PG05", "PG10", "ND01", "NN02"])
    let copy = Conformance.annotate(
      bytes, name: "a", findings: report.findings, day: "2026-04-27")
    #expect(copy.findings.isEmpty)
    let made = try #require(copy.value)
    let again = Conformance.annotate(
      bytes, name: "a", findings: report.findings, day: "2026-04-27")
    #expect(again.value == made)
    let parts = try texts(of: made)
    switch format {
    case .docx:
      let comments = try #require(parts["word/comments.xml"])
      for code in codes { #expect(comments.contains("\(code): ")) }
      #expect(comments.contains("Căn cứ: Nghị định 30/2020/NĐ-CP"))
      #expect(comments.contains("Chỗ này ở đầu trang"))
      let body = try #require(parts["word/document.xml"])
      // The comments on page and header stand at the first paragraph, the others at theirs.
      try expectMark("w:id=\"2\"", before: "hoàn thành tốt nhiệm vụ", in: body)
      try expectMark("w:id=\"3\"", before: "Lãnh đạo Văn phòng", in: body)
    case .odt:
      let body = try #require(parts["content.xml"])
      try expectMark("ND01: ", before: "hoàn thành tốt nhiệm vụ", in: body)
      try expectMark("NN02: ", before: "Lãnh đạo Văn phòng", in: body)
      #expect(body.contains("<dc:date>2026-04-27T00:00:00</dc:date>"))
    }
    // Comments are no text of the document: the copy has the same findings.
    let repeated = Conformance.lint(made, name: "a", settings: SoundDocument.plan.settings)
    #expect(repeated.faults.map(\.message) == report.faults.map(\.message))
  }

  @Test("a sound document gets no comment, whatever was noted of the run")
  func sound() throws {
    let bytes = try PlanSketch().bytes(.docx)
    let report = Conformance.lint(bytes, name: "a", settings: LintSettings())
    #expect(!report.findings.isEmpty)
    let copy = Conformance.annotate(bytes, name: "a", findings: report.findings, day: nil)
    #expect(try texts(of: try #require(copy.value))["word/comments.xml"] == nil)
  }

  @Test("what is no document is refused with a finding")
  func refused() {
    let copy = Conformance.annotate(Array("chữ".utf8), name: "a", findings: [], day: nil)
    #expect(copy.value == nil)
    #expect(copy.findings.map(\.code.description) == ["CF002"])
  }

  /// The mark stands before the text, and no paragraph ends between them.
  private func expectMark(_ mark: String, before text: String, in body: String) throws {
    let place = try #require(body.firstRange(of: text))
    let before = body[..<place.lowerBound]
    let opening = before.ranges(of: "<w:p>") + before.ranges(of: "<text:p text:style-name")
    let start = try #require(opening.map(\.lowerBound).max())
    #expect(before[start...].contains(mark))
  }

  private func texts(of bytes: [UInt8]) throws -> [String: String] {
    let archive = try ZipArchive(reading: bytes)
    return try archive.entries.reduce(into: [:]) { texts, entry in
      texts[entry.name] = String(decoding: try archive.contents(of: entry), as: UTF8.self)
    }
  }
}
