import Diagnostics
import Testing
import ZipContainer

@testable import Conformance

@Suite("Documents made to harm")
struct HostileTests {
  @Test(
    "numbers that no page could hold",
    arguments: FinishedDocument.Format.allCases,
    [
      "99999999999999999999", "-9223372036854775808", "NaN", "inf", "1e308", "1e400", "", "-1", "0",
      "1e9cm", "99999999mm", "999999999999%", "-%", "nan%", "１２", "abc",
    ])
  func numbers(format: FinishedDocument.Format, value: String) throws {
    // Every number of the document, first all at once, then one kind of attribute at a time.
    let document = try SoundDocument.annexed.sketch.bytes(format)
    let names = ["val", "w", "left", "line", "before", "cx", "font-size", "margin-top", "x2"]
    for name in ["[a-z0-9-]+"] + names {
      let pattern = try Regex(#"([ :]\#(name)=")-?[0-9.]+(mm|pt|%)?""#)
      let bytes = try rewrite(document) { text in
        text.replacing(pattern) { match in "\(match.output[1].substring ?? "")\(value)\"" }
      }
      let report = Conformance.lint(bytes, name: "a", settings: LintSettings(form: .nd30))
      #expect(!report.results.isEmpty || report.findings.hasErrors)
    }
  }

  @Test("styles that are based on themselves", arguments: ["A", "B"])
  func circles(parent: String) throws {
    let styles = """
      <w:styles xmlns:w="\(Namespace.word.address)">
      <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="\(parent)"/></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>
      """
    let body = """
      <w:document xmlns:w="\(Namespace.word.address)"><w:body><w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>\
      <w:r><w:t>chữ</w:t></w:r></w:p></w:body></w:document>
      """
    var writer = try ZipWriter()
    try writer.add(ZipEntry(name: "word/styles.xml", contents: Array(styles.utf8)))
    try writer.add(ZipEntry(name: "word/document.xml", contents: Array(body.utf8)))
    let document = FinishedDocument.read(try writer.finish(), name: "a").value
    #expect(document?.sections.first?.blocks.paragraphs.first?.text == "chữ")
  }

  @Test("a table inside tables, as deep as XML may be")
  func nested() throws {
    let depth = 50
    let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: depth)
    let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: depth)
    let body = """
      <w:document xmlns:w="\(Namespace.word.address)"><w:body>\(open)<w:p><w:r><w:t>chữ</w:t></w:r></w:p>\
      \(close)</w:body></w:document>
      """
    var writer = try ZipWriter()
    try writer.add(ZipEntry(name: "word/document.xml", contents: Array(body.utf8)))
    let report = Conformance.lint(
      try writer.finish(), name: "a", settings: LintSettings(form: .nd30))
    #expect(report.results.count == Check.all.count)
  }

  private func rewrite(_ bytes: [UInt8], _ change: (String) -> String) throws -> [UInt8] {
    let archive = try ZipArchive(reading: bytes)
    var writer = try ZipWriter()
    for entry in archive.entries {
      guard entry.name.hasSuffix(".xml") else {
        try writer.add(entry)
        continue
      }
      let text = change(String(decoding: try archive.contents(of: entry), as: UTF8.self))
      try writer.add(ZipEntry(name: entry.name, contents: Array(text.utf8)))
    }
    return try writer.finish()
  }
}
