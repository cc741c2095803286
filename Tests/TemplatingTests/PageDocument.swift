import Diagnostics
import LocatedJSON
import Templating
import Testing

/// Documents with headers, notes and page numbers, in the markup of their formats.
enum PageDocument {
  /// A paragraph.
  static func p(_ text: String, _ format: DocumentFormat, style: String = "P1") -> String {
    let escaped = text.replacing("<<", with: "&lt;&lt;")
    return format == .docx
      ? "<w:p><w:r><w:t xml:space=\"preserve\">\(escaped)</w:t></w:r></w:p>"
      : "<text:p text:style-name=\"\(style)\">\(escaped)</text:p>"
  }

  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  /// A document with this body, whose header says `header` and whose footer numbers the pages.
  static func bytes(
    _ body: String, _ format: DocumentFormat, header: String,
    notes: String? = nil
  ) throws -> [UInt8] {
    switch format {
    case .docx: try wordBytes(body, header, notes)
    case .odt: try writerBytes(body, header)
    }
  }

  private static func wordBytes(
    _ body: String, _ header: String, _ notes: String?
  ) throws -> [UInt8] {
    func type(_ part: String, _ kind: String) -> String {
      "<Override PartName=\"/word/\(part).xml\" ContentType=\"\(word)\(kind)+xml\"/>"
    }
    func relation(_ id: String, _ kind: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(relationships)/\(kind)\" Target=\"\(kind)1.xml\"/>"
    }
    let section =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/>"
      + "<w:footerReference w:type=\"default\" r:id=\"rId2\"/>"
      + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>"
    let footer =
      "<w:p><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"
    var entries = [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + type("document", "document.main") + type("header1", "header")
          + type("footer1", "footer")
          + (notes == nil ? "" : type("footnotes1", "footnotes")) + "</Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"\(relationships)/officeDocument\" Target=\"word/document.xml\"/>"
          + "</Relationships>"
      ),
      (
        "word/document.xml",
        RawDocument.root("w:document", "<w:body>\(body)\(section)</w:body>")
      ),
      (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + relation("rId1", "header") + relation("rId2", "footer")
          + (notes == nil ? "" : relation("rId3", "footnotes")) + "</Relationships>"
      ),
      ("word/header1.xml", RawDocument.root("w:hdr", p(header, .docx))),
      ("word/footer1.xml", RawDocument.root("w:ftr", footer)),
    ]
    if let notes { entries.append(("word/footnotes1.xml", RawDocument.root("w:footnotes", notes))) }
    return try RawDocument.package(entries)
  }

  private static func writerBytes(_ body: String, _ header: String) throws -> [UInt8] {
    let styles =
      "<office:styles><style:style style:name=\"Standard\" style:family=\"paragraph\"/></office:styles>"
      + "<office:automatic-styles><style:page-layout style:name=\"L\"/></office:automatic-styles>"
      + "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"L\">"
      + "<style:header>\(p(header, .odt, style: "Standard"))</style:header><style:footer><text:p>"
      + "<text:page-number text:select-page=\"current\">1</text:page-number></text:p></style:footer>"
      + "</style:master-page></office:master-styles>"
    let automatic =
      "<office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\""
      + " style:parent-style-name=\"Standard\"/></office:automatic-styles>"
    let list = "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
    let files =
      [("/", "application/vnd.oasis.opendocument.text")]
      + ["content.xml", "styles.xml"].map { ($0, "text/xml") }
    return try RawDocument.package([
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        RawDocument.root(
          "office:document-content",
          "\(automatic)<office:body><office:text>\(body)</office:text></office:body>")
      ),
      ("styles.xml", RawDocument.root("office:document-styles", styles)),
      (
        "META-INF/manifest.xml",
        list
          + files.map { "<m:file-entry m:full-path=\"\($0)\" m:media-type=\"\($1)\"/>" }.joined()
          + "</m:manifest>"
      ),
    ])
  }
}
