import Diagnostics
import LocatedJSON
import Templating
import Testing
import XMLTree
import ZipContainer

/// A template that means harm, and what is said of it.
private struct Attack: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let format: DocumentFormat
  let body: String
  var others: [(String, String)] = []
  let codes: [String]
  /// What the message or the place must quote.
  var quotes = ""
  /// What the filled document must not hold any more.
  var gone: [String] = []

  init(
    _ name: String, _ format: DocumentFormat, _ body: String = "",
    also others: [(String, String)] = [], codes: [String], quotes: String = "", gone: [String] = []
  ) {
    testDescription = "\(name), \(format)"
    self.format = format
    self.body = body
    self.others = others
    self.codes = codes
    self.quotes = quotes
    self.gone = gone
  }
}

private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

private func relationship(_ type: String, _ target: String, id: String = "r1") -> String {
  "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\""
    + " TargetMode=\"External\"/>"
}

private func rels(_ content: String, of part: String = "document.xml") -> (String, String) {
  ("word/_rels/\(part).rels", "<Relationships>\(content)</Relationships>")
}

private func field(_ runs: String...) -> String {
  let texts = runs.map { "<w:r><w:instrText>\($0)</w:instrText></w:r>" }.joined()
  return "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\(texts)"
    + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>kết quả</w:t></w:r>"
    + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
}

private let listener =
  "<office:event-listeners xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\">"
  + "<script:event-listener xlink:href=\"vnd.sun.star.script:A.B\"/></office:event-listeners>"

private let refused: [Attack] = [
  Attack("macros", .docx, also: [("word/vbaProject.bin", "x")], codes: ["TE006"]),
  Attack(
    "macros under another name", .docx,
    also: [
      (
        "word/_rels/document.xml.rels",
        "<R><Relationship Id=\"m\" Target=\"a.bin\""
          + " Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\"/></R>"
      ), ("word/a.bin", "x"),
    ], codes: ["TE006"]),
  Attack("macros", .odt, also: [("Basic/Standard/Module1.xml", "<m/>")], codes: ["TE006"]),
  Attack("scripts", .odt, also: [("Scripts/python/a.py", "x")], codes: ["TE006"]),
  Attack(
    "an object of another program", .docx,
    "<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.8\" r:id=\"r1\"/></w:object></w:r></w:p>",
    also: [
      (
        "word/_rels/document.xml.rels",
        "<R><Relationship Id=\"r1\" Type=\"\(office)/oleObject\" Target=\"embeddings/o.bin\"/></R>"
      ), ("word/embeddings/o.bin", "x"),
    ], codes: ["TE091", "TE091"], quotes: "Excel.Sheet.8"),
  Attack(
    "an object of another program", .odt,
    "<text:p><draw:frame><draw:object-ole xlink:href=\"./Object 1\"/></draw:frame></text:p>",
    codes: ["TE091"], quotes: "Object 1"),
  Attack(
    "a linked object", .odt,
    "<text:p><draw:frame><draw:object xlink:href=\"file:///C:/a.xls\"/></draw:frame></text:p>",
    codes: ["TE091"], quotes: "a.xls"),
  Attack("a control", .docx, also: [("word/activeX/activeX1.xml", "<a/>")], codes: ["TE091"]),
  Attack("a foreign document", .docx, "<w:altChunk r:id=\"r9\"/>", codes: ["TE092"]),
  Attack(
    "DDE, cut into runs", .docx, field("D", "DEAU", "TO c:\\cmd.exe"), codes: ["TE093"],
    quotes: "DDEAUTO"),
  Attack(
    "DDE in a simple field", .docx, "<w:p><w:fldSimple w:instr=\" dde excel x\"/></w:p>",
    codes: ["TE093"]),
  Attack(
    "a field whose kind another field makes", .docx,
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
      + field("QUOTE 68 68 69").dropFirst(5).dropLast(6)
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", codes: ["TE093"]),
  Attack(
    "a field that takes in a picture", .docx, field("INCLUDEPICTURE \"http://x.vn/a.png\""),
    codes: ["TE093"], quotes: "http://x.vn/a.png"),
  Attack(
    "a field that takes in a file, never closed", .docx,
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>INCLUDETEXT a"
      + "</w:instrText></w:r></w:p>", codes: ["TE093"]),
  Attack(
    "DDE", .odt,
    "<text:dde-connection-decls><text:dde-connection-decl office:dde-application=\"soffice\"/>"
      + "</text:dde-connection-decls>", codes: ["TE093"], quotes: "soffice"),
  Attack(
    "a section from a file", .odt,
    "<text:section><text:section-source xlink:href=\"../bi-mat.odt\"/><text:p/></text:section>",
    codes: ["TE093"], quotes: "bi-mat"),
  Attack("an event", .odt, listener, codes: ["TE094"], quotes: "vnd.sun.star.script"),
  Attack(
    "a macro on leaving a field", .docx,
    "<w:p><w:r><w:ffData><w:exitMacro w:val=\"Chay\"/></w:ffData></w:r></w:p>", codes: ["TE094"],
    quotes: "Chay"),
  Attack(
    "a link to code", .docx, "<w:p><w:hyperlink r:id=\"r1\"/></w:p>",
    also: [rels(relationship("hyperlink", "java\tscript:alert(1)"))], codes: ["TE094"]),
  Attack(
    "a link to code in a field", .docx, field("HYPERLINK \"javascript:alert(1)\""),
    codes: ["TE094"]),
  Attack(
    "a link to code", .odt,
    "<text:p><text:a xlink:href=\"vnd.sun.star.script:x\">a</text:a></text:p>",
    codes: ["TE094"]),
  Attack(
    "a link to a command of Writer", .odt,
    "<text:p><text:a xlink:href=\"macro:///Standard.Module1.Main\">a</text:a></text:p>",
    codes: ["TE094"]),
  Attack(
    "a password", .odt,
    also: [
      (
        "META-INF/manifest.xml",
        "<m:manifest xmlns:m=\"u\"><m:file-entry m:full-path=\"content.xml\">"
          + "<m:encryption-data/></m:file-entry></m:manifest>"
      )
    ], codes: ["TE090"]),
  Attack(
    "entities in a part that holds no text", .docx,
    also: [("word/settings.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")], codes: ["TE003"],
    quotes: "DOCTYPE"),
  Attack(
    "entities in a part that holds no text", .odt,
    also: [("settings.xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>")], codes: ["TE003"],
    quotes: "DOCTYPE"),
]

private let stripped: [Attack] = [
  Attack(
    "an attached template", .docx,
    also: [
      ("word/settings.xml", RawDocument.root("w:settings", "<w:attachedTemplate r:id=\"r1\"/>")),
      rels(relationship("attachedTemplate", "\\\\may\\mau.dotm"), of: "settings.xml"),
    ], codes: ["TE095"], quotes: "\\\\may\\mau.dotm", gone: ["attachedTemplate", "mau.dotm"]),
  Attack(
    "a template it was made of", .odt,
    also: [
      (
        "meta.xml",
        "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
          + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:meta>"
          + "<meta:template xlink:href=\"../../mau.ott\"/></office:meta></office:document-meta>"
      )
    ], codes: ["TE095"], quotes: "mau.ott", gone: ["mau.ott"]),
  Attack(
    "two linked pictures", .docx,
    "<w:p><w:r><w:drawing><a:blip r:link=\"r1\"/><a:blip r:link=\"r2\"/></w:drawing></w:r></w:p>",
    also: [
      rels(
        relationship("image", "http://x.vn/a.png")
          + relationship("image", "file:///c:/b.png", id: "r2"))
    ], codes: ["TE096", "TE096"], quotes: "http://x.vn/a.png", gone: ["r:link", "x.vn", "b.png"]),
  Attack(
    "a picture of the old kind", .docx,
    "<w:p><w:r><w:pict><v:shape><v:imagedata src=\"http://x.vn/a.png\" o:href=\"http://x.vn/b\"/>"
      + "</v:shape></w:pict></w:r></w:p>", codes: ["TE096", "TE096"], gone: ["x.vn"]),
  Attack(
    "a linked picture", .odt,
    "<text:p>a<draw:frame draw:name=\"k\"><draw:image xlink:href=\"http://x.vn/a.png\"/>"
      + "</draw:frame>b</text:p>", codes: ["TE096"], quotes: "x.vn", gone: ["x.vn", "draw:frame"]),
  Attack(
    "a link to a share", .docx,
    "<w:p><w:hyperlink r:id=\"r1\"><w:r><w:t>chữ</w:t></w:r></w:hyperlink></w:p>",
    also: [rels(relationship("hyperlink", "file://may/chung"))], codes: ["TE097"],
    quotes: "file://may/chung", gone: ["may/chung", "r:id"]),
  Attack(
    "a link to a share in a field", .docx, field("HYPERLINK \"\\\\may\\chung\""), codes: ["TE097"],
    gone: ["chung", "fldChar", "instrText"]),
  Attack(
    "a link to a file", .odt, "<text:p>a<text:a xlink:href=\"../a.odt\">chữ</text:a>b</text:p>",
    codes: ["TE097"], quotes: "../a.odt", gone: ["a.odt", "text:a"]),
  Attack(
    "the source of a mail merge", .docx,
    also: [
      (
        "word/settings.xml",
        RawDocument.root(
          "w:settings",
          "<w:mailMerge><w:query w:val=\"SELECT x\"/><w:dataSource r:id=\"r1\"/></w:mailMerge>"
        )
      ), rels(relationship("mailMergeSource", "file:///c:/ds.xlsx"), of: "settings.xml"),
    ], codes: ["TE098", "TE099"], quotes: "SELECT x", gone: ["mailMerge", "ds.xlsx"]),
  Attack(
    "a part of a master document", .docx, "<w:p><w:subDoc r:id=\"r1\"/></w:p>",
    also: [rels(relationship("subDocument", "file:///c:/con.docx"))], codes: ["TE099"],
    gone: ["subDoc", "con.docx"]),
]

@Suite("A template that means harm")
struct AttackTests {
  private func bytes(_ attack: Attack) throws -> [UInt8] {
    let tag = attack.format == .docx ? "<w:p><w:r><w:t>" : "<text:p>"
    let end = attack.format == .docx ? "</w:t></w:r></w:p>" : "</text:p>"
    return try RawDocument.bytes(
      tag + "&lt;&lt;ten>>" + end + attack.body, attack.format, also: attack.others)
  }

  private func check(_ findings: [Diagnostic], _ attack: Attack) {
    #expect(findings.map(\.code.description).sorted() == attack.codes, "\(findings)")
    let said = findings.map { $0.message + ($0.place.part ?? "") }.joined(separator: "\n")
    #expect(said.contains(attack.quotes), "\(said)")
    for finding in findings {
      #expect(finding.place.file == "mẫu" && !(finding.help ?? "").isEmpty)
    }
  }

  @Test("that could run or fetch is refused", arguments: refused)
  fileprivate func refusal(_ attack: Attack) throws {
    let compiled = Template.compile(try bytes(attack), name: "mẫu")
    #expect(compiled.value == nil)
    check(compiled.findings, attack)
  }

  @Test("that only names something outside is rid of it, with a warning each", arguments: stripped)
  fileprivate func stripping(_ attack: Attack) throws {
    let compiled = Template.compile(try bytes(attack), name: "mẫu")
    check(compiled.findings, attack)
    let filled = try #require(compiled.value?.checked(["ten": "An"]).value)
    let archive = try ZipArchive(reading: filled)
    var text = ""
    for entry in archive.entries {
      text += String(decoding: try archive.contents(of: entry), as: UTF8.self)
    }
    #expect(text.contains(">An<"))
    for word in attack.gone {
      #expect(!text.contains(word.replacing("xmlns", with: "")), "\(word)")
    }
    #expect(StructureCheck.faults(in: filled).isEmpty)
  }

  @Test(
    "links to pages, mails and places of the document stay",
    arguments: ["https://sonla.gov.vn", "http://x.vn/a?b=c", "mailto:a@b.vn", "#muc-1", "tel:0212"])
  func links(address: String) throws {
    let word = "<w:p><w:hyperlink r:id=\"r1\"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"
    let docx = try RawDocument.bytes(
      word, .docx, also: [rels(relationship("hyperlink", address))])
    let odt = try RawDocument.bytes(
      "<text:p><text:a xlink:href=\"\(address)\">x</text:a></text:p>", .odt)
    for bytes in [docx, odt] {
      let compiled = Template.compile(bytes, name: "mẫu")
      #expect(compiled.findings.isEmpty)
      let filled = try #require(compiled.value?.checked([:]).value)
      #expect(try ZipArchive(reading: filled).entries == ZipArchive(reading: bytes).entries)
    }
  }

  @Test("ten thousand links out of one paragraph cost no more than ten thousand links")
  func manyLinks() throws {
    let links = (0..<10_000).map { "<text:a xlink:href=\"file:///\($0)\">a</text:a>" }
    let bytes = try RawDocument.bytes("<text:p>" + links.joined() + "</text:p>", .odt)
    let compiled = Template.compile(bytes, name: "mẫu")
    #expect(compiled.value != nil)
    #expect(compiled.findings.count == CompileLimits.standard.findings + 1)
    #expect(compiled.findings.last?.code == Code("TE100"))
  }

  @Test("a chart's figures, empty lists of macros and a marked place are no harm")
  func harmless() throws {
    let chart =
      "<R><Relationship Id=\"r1\" Type=\"\(office)/package\" Target=\"../embeddings/a.xlsx\"/></R>"
    let docx = try RawDocument.bytes(
      field("PAGE") + field("HYPERLINK \\l \"muc\"") + field("IF a = b \"c\""), .docx,
      also: [("word/charts/_rels/chart1.xml.rels", chart), ("word/embeddings/a.xlsx", "x")])
    let odt = try RawDocument.bytes(
      "<office:scripts/><text:p><draw:frame><draw:image xlink:href=\"Pictures/a.png\"/></draw:frame>"
        + "</text:p>", .odt,
      also: [("Basic/script-lc.xml", "<l/>"), ("Pictures/a.png", "x")])
    for bytes in [docx, odt] { #expect(Template.compile(bytes, name: "mẫu").findings.isEmpty) }
  }
}
