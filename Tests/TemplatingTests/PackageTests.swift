import Diagnostics
import LocatedJSON
import Templating
import Testing
import ZipContainer

@Suite("The package around the text")
struct PackageTests {
  private static let body = "<w:p><w:r><w:t>&lt;&lt;ten>></w:t></w:r></w:p>"
  private static let types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"

  private static func override(_ part: String, _ type: String) -> String {
    "<Override PartName=\"\(part)\" ContentType=\"\(type)\"/>"
  }

  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  private func filled(_ bytes: [UInt8]) throws -> ZipArchive {
    let compiled = Template.compile(bytes, name: "mẫu")
    let template = try #require(compiled.value, "\(compiled.findings)")
    return try ZipArchive(reading: try #require(template.checked(["ten": "An"]).value))
  }

  @Test("untouched entries keep their bytes and their order", arguments: DocumentFormat.allCases)
  func untouched(format: DocumentFormat) throws {
    let others = [("z.bin", "zzz"), ("a.xml", "<a />\n<!-- x -->")]
    let body = format == .docx ? Self.body : "<text:p>&lt;&lt;ten>></text:p>"
    let bytes = try RawDocument.bytes(body, format, also: others)
    let before = try ZipArchive(reading: bytes)
    let after = try filled(bytes)
    #expect(after.entries.map(\.name) == before.entries.map(\.name))
    for (old, new) in zip(before.entries, after.entries)
    where !["word/document.xml", "content.xml"].contains(old.name) {
      #expect(old == new, "\(old.name)")
    }
    if format == .odt {
      #expect(after.entries.first?.name == "mimetype" && after.entries.first?.method == .stored)
    }
  }

  @Test("a package without tags is copied entry by entry", arguments: DocumentFormat.allCases)
  func withoutTags(format: DocumentFormat) throws {
    let body = format == .docx ? "<w:p ><w:r/></w:p>" : "<text:p >x</text:p>"
    let bytes = try RawDocument.bytes(body, format)
    #expect(try filled(bytes).entries == ZipArchive(reading: bytes).entries)
  }

  @Test("a template of Word becomes a document")
  func wordTemplate() throws {
    let types =
      Self.types + Self.override("/word/document.xml", Self.word + "template.main+xml") + "</Types>"
    let document = RawDocument.root("w:document", "<w:body>\(Self.body)</w:body>")
    let archive = try filled(
      try RawDocument.package([
        ("[Content_Types].xml", types), ("word/document.xml", document),
      ]))
    let entry = try #require(archive.entries.first)
    let text = String(decoding: try archive.contents(of: entry), as: UTF8.self)
    #expect(text.contains("document.main+xml") && !text.contains("template.main+xml"))
  }

  @Test("a template of Writer becomes a document")
  func writerTemplate() throws {
    let media = "application/vnd.oasis.opendocument.text-template"
    let manifest =
      "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry"
      + " m:full-path=\"/\" m:media-type=\"\(media)\"/></m:manifest>"
    let content = RawDocument.root("office:document-content", "")
    let archive = try filled(
      try RawDocument.package([
        ("mimetype", media), ("content.xml", content), ("META-INF/manifest.xml", manifest),
      ]))
    for name in ["mimetype", "META-INF/manifest.xml"] {
      let entry = try #require(archive.entry(named: name))
      let text = String(decoding: try archive.contents(of: entry), as: UTF8.self)
      #expect(text.contains("opendocument.text") && !text.contains("template"), "\(name)")
    }
    #expect(archive.entries.first?.method == .stored)
  }

  @Test("parts are found under the names the package gives them")
  func oddNames() throws {
    let types =
      Self.types + Self.override("/word/document2.xml", Self.word + "document.main+xml")
      + Self.override("/word/kop.xml", Self.word + "header+xml") + "</Types>"
    let archive = try filled(
      try RawDocument.package([
        ("[Content_Types].xml", types),
        ("word/document2.xml", RawDocument.root("w:document", "<w:body>\(Self.body)</w:body>")),
        ("word/kop.xml", RawDocument.root("w:hdr", Self.body)),
      ]))
    for name in ["word/document2.xml", "word/kop.xml"] {
      let entry = try #require(archive.entry(named: name))
      let text = String(decoding: try archive.contents(of: entry), as: UTF8.self)
      #expect(text.contains(">An<"), "\(name)")
    }
  }

  private static let strict =
    "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body/></w:document>"

  @Test(
    "what is refused",
    arguments: [
      ("strict Open XML", [("word/document.xml", strict)], "TE004"),
      (
        "macros",
        [
          (
            "[Content_Types].xml",
            types
              + override(
                "/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")
              + "</Types>"
          ), ("word/document.xml", "<a/>"),
        ], "TE006"
      ),
      (
        "a spreadsheet",
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")],
        "TE002"
      ),
      ("a workbook", [("xl/workbook.xml", "<a/>")], "TE002"),
    ] as [(String, [(String, String)], String)])
  func refused(name: String, entries: [(String, String)], code: String) throws {
    let compiled = Template.compile(try RawDocument.package(entries), name: "mẫu")
    #expect(compiled.value == nil)
    #expect(compiled.findings.map(\.code.description) == [code], "\(name)")
  }

  @Test("tags where this version fills none are told")
  func unfilled() throws {
    let others = [
      ("word/_rels/document.xml.rels", "<R><Relationship Target=\"http://x/%3C%3Cma%3E%3E\"/></R>"),
      ("word/charts/chart1.xml", "<c><v>{{nam}}</v></c>"),
    ]
    let compiled = Template.compile(
      try RawDocument.bytes(Self.body, .docx, also: others), name: "mẫu")
    #expect(compiled.value != nil)
    #expect(compiled.findings.map(\.code.description) == ["TE005", "TE005"])
    #expect(
      compiled.findings.map(\.place.part) == [
        "word/_rels/document.xml.rels", "word/charts/chart1.xml",
      ])
  }
}
