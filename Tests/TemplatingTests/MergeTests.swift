import Diagnostics
import LocatedJSON
import Templating
import Testing
import XMLTree
import ZipContainer

private typealias D = PageDocument

@Suite("Many records, one document")
struct MergeTests {
  /// The document of some records, and what was found.
  private func merged(
    _ bytes: [UInt8], _ records: [JSONValue], limits: RenderLimits = .standard
  ) throws -> Diagnosed<[UInt8]> {
    let compiled = MergeTemplate.compile(bytes, name: "mẫu")
    var printer = try #require(compiled.value, "\(compiled.findings)").printer(limits: limits)
    var findings: [Diagnostic] = []
    for record in records { findings += printer.add(record) }
    let done = printer.finish()
    return Diagnosed(done.value, findings + done.findings)
  }

  private func document(_ bytes: [UInt8], _ records: [JSONValue]) throws -> [UInt8] {
    let result = try merged(bytes, records)
    let document = try #require(result.value, "\(result.findings)")
    #expect(result.findings.isEmpty)
    #expect(broken(document, template: bytes).isEmpty, "\(broken(document, template: bytes))")
    #expect(try merged(bytes, records).value == document, "the same bytes again")
    return document
  }

  private static let records: [JSONValue] = [
    ["ten": "Xuân", "viec": ["a", "b"]], ["ten": "Hạ", "viec": []], ["ten": "Thu", "viec": ["c"]],
  ]

  @Test(
    "each record has its pages, its header, its own count; no page stands behind the last",
    arguments: DocumentFormat.allCases)
  func pages(format: DocumentFormat) throws {
    let body = ["<<stt>>. <<ten>>", "<<mỗi v trong viec>>", "<<v>>", "<<hết>>"].map {
      D.p($0, format)
    }.joined()
    let shown = try ShownPages(
      document(try D.bytes(body, format, header: "của <<ten>>"), Self.records), format)
    #expect(shown.pages == ["[của Xuân] 1. Xuân/a/b", "[của Hạ] 2. Hạ", "[của Thu] 3. Thu/c"])
    #expect(shown.starts == ["1", "1", "1"])
    let alone = try ShownPages(
      document(try D.bytes(body, format, header: "x"), [Self.records[0]]), format)
    #expect(alone.pages == ["[x] 1. Xuân/a/b"])
  }

  @Test("a header without tags is one for all", arguments: DocumentFormat.allCases)
  func sharedHeader(format: DocumentFormat) throws {
    let bytes = try D.bytes(D.p("<<ten>>", format), format, header: "x")
    let archive = try ZipArchive(reading: try document(bytes, Self.records))
    #expect(archive.entries.map(\.name) == (try ZipArchive(reading: bytes)).entries.map(\.name))
    // The part that was not filled is the template's own, byte for byte.
    let name = format == .docx ? "word/header1.xml" : "styles.xml"
    #expect(archive.entry(named: name) == (try ZipArchive(reading: bytes)).entry(named: name))
  }

  @Test("equal headers and pictures are stored once", arguments: DocumentFormat.allCases)
  func stored(format: DocumentFormat) throws {
    let names = ["Xuân", "Hạ", "Xuân", "Xuân", "Hạ"].map {
      JSONValue(.object([.init("ten", .string($0))]))
    }
    let bytes = try D.bytes(D.p("<<ten>> <<stt>>", format), format, header: "<<ten>>")
    let archive = try ZipArchive(reading: try document(bytes, names))
    if format == .docx {
      #expect(archive.entries.count { $0.name.hasPrefix("word/header") } == 2)
    }
  }

  @Test(
    "a template without tags is printed as often as there are records",
    arguments: DocumentFormat.allCases)
  func withoutTags(format: DocumentFormat) throws {
    let bytes = try D.bytes(D.p("x", format), format, header: "y")
    #expect(
      try ShownPages(document(bytes, Self.records), format).pages == ["[y] x", "[y] x", "[y] x"])
  }

  @Test("a section of its own inside a record stays one", arguments: [DocumentFormat.docx])
  func innerSection(format: DocumentFormat) throws {
    let inner =
      "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/></w:sectPr>"
      + "</w:pPr><w:r><w:t>ngang &lt;&lt;ten>></w:t></w:r></w:p>"
    let bytes = try D.bytes(inner + D.p("dọc", format), format, header: "<<ten>>")
    let result = try document(bytes, Array(Self.records.prefix(2)))
    let text = try RawDocument.markup(result, part: "word/document.xml")
    #expect(text.ranges(of: "w:orient=\"landscape\"").count == 2)
    // Counting begins with a record's first section and goes on in its second.
    #expect(text.ranges(of: "w:start=\"1\"").count == 2)
    #expect(text.ranges(of: "<w:sectPr>").count == 4)
  }

  @Test("a value of two paragraphs stays in its record", arguments: DocumentFormat.allCases)
  func paragraphs(format: DocumentFormat) throws {
    let bytes = try D.bytes(D.p("<<ten>>", format), format, header: "x")
    let result = try document(bytes, [["ten": "a\n\nb"], ["ten": "c"]])
    let shown = try ShownPages(result, format)
    #expect(shown.pages == (format == .docx ? ["[x] ab", "[x] c"] : ["[x] a/b", "[x] c"]))
  }

  @Test("a page break at the end of the template leaves no blank page")
  func trailingBreak() throws {
    let bytes = try D.bytes(
      D.p("<<ten>>", .docx) + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>", .docx, header: "x")
    let text = try RawDocument.markup(
      try document(bytes, Self.records), part: "word/document.xml")
    #expect(!text.contains("w:br"))
  }

  @Test("faults of each record are told; nothing is printed", arguments: DocumentFormat.allCases)
  func faults(format: DocumentFormat) throws {
    let bytes = try D.bytes(D.p("<<ten>>", format), format, header: "<<lop>>")
    let result = try merged(bytes, [["ten": "a", "lop": "1"], ["lop": "2"], ["ten": "c"]])
    #expect(result.value == nil)
    #expect(result.findings.map(\.code) == [Code("TE030"), Code("TE030")])
    #expect(
      result.findings.map { $0.place.part } == [
        format == .docx ? "word/document.xml" : "content.xml",
        format == .docx ? "word/header1.xml" : "styles.xml",
      ])
    #expect(try merged(bytes, []).value == nil)
  }

  @Test("a budget ends it", arguments: DocumentFormat.allCases)
  func budget(format: DocumentFormat) throws {
    let bytes = try D.bytes(D.p("<<ten>>", format), format, header: "x")
    var limits = RenderLimits.standard
    limits.bytes = 4_000
    let result = try merged(
      bytes, Array(repeating: ["ten": .string(String(repeating: "a", count: 400))], count: 400),
      limits: limits)
    #expect(result.value == nil)
    #expect(Set(result.findings.map(\.code)) == [Code("TE041")])
  }

  @Test("pages inside a record are refused", arguments: DocumentFormat.allCases)
  func pagesInRecord(format: DocumentFormat) throws {
    let bytes = try D.bytes(
      D.p("<<mỗi trang v trong viec>>x<<hết>>", format), format, header: "x")
    #expect(MergeTemplate.compile(bytes, name: "m").findings.map(\.code) == [Code("TE057")])
  }

  @Test("lists are numbered anew", arguments: [DocumentFormat.docx])
  func lists(format: DocumentFormat) throws {
    let item =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>&lt;&lt;ten>>"
      + "</w:t></w:r></w:p>"
    let numbering =
      "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/></w:lvl></w:abstractNum>"
      + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>"
    let bytes = try RawDocument.bytes(
      item, format, also: [("word/numbering.xml", RawDocument.root("w:numbering", numbering))])
    let result = try document(bytes, Self.records)
    let made = try RawDocument.markup(result, part: "word/numbering.xml")
    #expect(made.ranges(of: "<w:startOverride w:val=\"1\"/>").count == 3)
  }
}
