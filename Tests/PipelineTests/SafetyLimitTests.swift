import Conformance
import Diagnostics
import LocatedJSON
import Pipeline
import Templating
import Testing
import XMLTree
import ZipContainer

@Suite("Limits on files from anywhere")
struct SafetyLimitTests {
  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let pixel =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg=="

  private func template(_ text: String) throws -> [UInt8] {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\" w:a=\"1\">\(text)</w:t></w:r></w:p>"
    var writer = try ZipWriter()
    try writer.add(ZipEntry(name: "[Content_Types].xml", contents: Array("<Types/>".utf8)))
    let document =
      "<w:document xmlns:w=\"\(Self.word)\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
      + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\(body)"
      + "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"36000\" cy=\"36000\"/><wp:docPr id=\"1\""
      + " name=\"k\" descr=\"&lt;&lt;anh | vừa khung>>\"/><a:graphic><a:blip r:embed=\"r1\"/></a:graphic>"
      + "</wp:inline></w:drawing></w:r></w:p><w:sectPr/></w:body></w:document>"
    try writer.add(ZipEntry(name: "word/document.xml", contents: Array(document.utf8)))
    let list =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
    try writer.add(ZipEntry(name: "word/_rels/document.xml.rels", contents: Array(list.utf8)))
    return try writer.finish()
  }

  /// A template whose header every record fills in its own way.
  private func headedTemplate() throws -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let parts = [
      "[Content_Types].xml": "<Types/>",
      "word/_rels/document.xml.rels":
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r1\" Type=\"\(office)/header\" Target=\"header1.xml\"/></Relationships>",
      "word/document.xml":
        "<w:document xmlns:w=\"\(Self.word)\" xmlns:r=\"\(office)\"><w:body><w:p/><w:sectPr>"
        + "<w:headerReference w:type=\"default\" r:id=\"r1\"/></w:sectPr></w:body></w:document>",
      "word/header1.xml":
        "<w:hdr xmlns:w=\"\(Self.word)\"><w:p><w:r><w:t>&lt;&lt;ten>></w:t></w:r></w:p></w:hdr>",
    ]
    var writer = try ZipWriter()
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
      try writer.add(ZipEntry(name: name, contents: Array(text.utf8)))
    }
    return try writer.finish()
  }

  /// What is said of a print file of so many records under these limits, and the file.
  private func merged(
    _ records: Int, _ limits: SafetyLimits
  ) throws -> (findings: [Diagnostic], document: [UInt8]?) {
    let compiled = MergeTemplate.compile(
      try headedTemplate(), name: "mẫu", limits: limits.compile)
    guard let template = compiled.value else { return (compiled.findings, nil) }
    var printer = template.printer(limits: limits.render)
    var findings = compiled.findings
    for record in 0..<records { findings += printer.add(["ten": .string("Số \(record)")]) }
    let printed = printer.finish()
    return (findings + printed.findings, printed.value)
  }

  /// Everything that is said of a template and of data under these limits.
  private func findings(_ limits: SafetyLimits) throws -> [Diagnostic] {
    let text = "&lt;&lt;nếu co>>&lt;&lt;nếu co>>&lt;&lt;ten>>&lt;&lt;hết>>&lt;&lt;hết>>"
    let json = "{\"co\": [[true]], \"n\": 123456}"
    let data: JSONValue = ["co": true, "ten": "An", "anh": .string(Self.pixel)]
    let compiled = Template.compile(try template(text), name: "mẫu", limits: limits.compile)
    return compiled.findings
      + (compiled.value?.render(data, limits: limits.render).findings ?? [])
      + (try merged(3, limits).findings)
      + JSONReader.read(Array(json.utf8), file: "x.json", limits: limits.json).findings
  }

  @Test("a template and data within them are taken without a word")
  func within() throws {
    let said = try findings(.standard).map(\.message)
    #expect(said.isEmpty, "\(said)")
  }

  @Test("each that is met says so, and how it is widened", arguments: SafetyLimits.all.map(\.name))
  func met(name: String) throws {
    let entry = try #require(SafetyLimits.all.first { $0.name == name })
    var limits = SafetyLimits.standard
    try limits.set("\(name)=1")
    // Only what is a bomb by its ratio needs more than a page.
    let said =
      name == "muc-ti-le"
      ? Template.compile(
        try template(String(repeating: " ", count: 2 << 20)), name: "mẫu", limits: limits.compile
      ).findings : try findings(limits).filter { $0.severity == .error }
    let told = said.filter { ($0.help ?? "").contains("--limit \(name)=") }
    #expect(!told.isEmpty, "\(said)")
    #expect(told.allSatisfy { $0.code.description == entry.code }, "\(told)")
    #expect(Catalogue.explain(entry.code).status == .done)
  }

  @Test("a print file has more entries than a template may, and is linted")
  func printFile() throws {
    let (findings, document) = try merged(1_100, .standard)
    #expect(findings.isEmpty)
    let bytes = try #require(document)
    #expect(try ZipArchive(reading: bytes, limits: .finished).entries.count > 1_100)
    var settings = LintSettings()
    settings.limits = SafetyLimits.standard.lint
    #expect(!Conformance.lint(bytes, name: "in.docx", settings: settings).results.isEmpty)
    #expect(StructureCheck.check(bytes, file: "in.docx").isEmpty)
    #expect(Template.compile(bytes, name: "in.docx").findings.map(\.code) == [Code("TE001")])
    settings.limits.package.entries = 1_000
    let refused = Conformance.lint(bytes, name: "in.docx", settings: settings).findings
    #expect(refused.map(\.code) == [Code("CF002")])
    #expect(refused.allSatisfy { $0.help?.contains("--limit goi-muc=") == true })
  }

  @Test("a setting has a name and a number")
  func settings() throws {
    var limits = SafetyLimits.standard
    try limits.set("goi-muc=2000")
    try limits.set("xml-byte=64M")
    try limits.set("muc-ten=1K")
    #expect(limits.compile.package.entries == 2_000)
    #expect(limits.compile.xml.bytes == 64 << 20)
    #expect(limits.compile.package.name == 1 << 10)
    #expect(limits.lint.package.entries == 2_000)
    #expect(limits.lint.xml.bytes == 64 << 20)
    let wrong = [
      "", "goi-muc", "goi-muc=", "goi-muc=x", "goi-muc=0", "goi-muc=-1", "khong-co=1",
      "goi-muc=9223372036854775807M", "goi-muc=M", "xml-tang=257",
    ]
    for setting in wrong {
      #expect(throws: SafetyLimits.Refusal.self, "\(setting)") { try limits.set(setting) }
    }
  }

  @Test("what cannot be widened is not advised")
  func fixedDepth() throws {
    let deepest = XMLFailure.tooDeep(line: 1, limit: XMLLimits.mostDepth)
    #expect(deepest.limit == nil)
    #expect(!deepest.help.contains("--limit"))
    var limits = SafetyLimits.standard
    try limits.set("xml-tang=\(XMLLimits.mostDepth)")
  }

  @Test("names are told apart, and each has words")
  func names() {
    #expect(Set(SafetyLimits.all.map(\.name)).count == SafetyLimits.all.count)
    #expect(Set(SafetyLimits.all.map(\.meaning)).count == SafetyLimits.all.count)
  }
}
