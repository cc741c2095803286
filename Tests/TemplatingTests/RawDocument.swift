import Diagnostics
import LocatedJSON
import Templating
import Testing
import XMLTree
import ZipContainer

/// A document written in the markup of its format, for what office programs do to tags.
enum RawDocument {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let declarations = [
    "w": word, "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml", "o": "urn:schemas-microsoft-com:office:office",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/",
  ].sorted { $0.key < $1.key }.map { " xmlns:\($0.key)=\"\($0.value)\"" }.joined()

  /// An element that declares every prefix.
  static func root(_ name: String, _ content: String) -> String {
    "<\(name)\(declarations)>\(content)</\(name)>"
  }

  static func package(_ entries: [(String, String)]) throws -> [UInt8] {
    var writer = try ZipWriter()
    for (name, text) in entries {
      try writer.add(
        try ZipEntry(name: name, contents: Array(text.utf8), stored: name == "mimetype"))
    }
    return try writer.finish()
  }

  /// A document with this body, and other parts beside it.
  static func bytes(
    _ body: String, _ format: DocumentFormat, also others: [(String, String)] = []
  ) throws -> [UInt8] {
    switch format {
    case .docx:
      try package(
        [
          ("[Content_Types].xml", "<Types/>"),
          ("word/document.xml", root("w:document", "<w:body>\(body)<w:sectPr/></w:body>")),
        ] + others)
    case .odt:
      try package(
        [
          ("mimetype", "application/vnd.oasis.opendocument.text"),
          (
            "content.xml",
            root(
              "office:document-content",
              "<office:body><office:text>\(body)</office:text></office:body>")
          ),
        ] + others)
    }
  }

  /// The markup of a part without its declarations.
  static func markup(_ bytes: [UInt8], part: String) throws -> String {
    let archive = try ZipArchive(reading: bytes)
    let entry = try #require(archive.entry(named: part))
    let text = String(decoding: try archive.contents(of: entry), as: UTF8.self)
    return text.replacing(declarations, with: "")
  }

  /// What the body becomes, as markup.
  static func filled(
    _ body: String, _ format: DocumentFormat, _ data: JSONValue
  ) throws -> String {
    let bytes = try bytes(body, format)
    let compiled = Template.compile(bytes, name: "mẫu")
    let template = try #require(compiled.value, "\(compiled.findings)")
    let result = template.checked(data, own: bytes)
    let document = try #require(result.value, "\(result.findings)")
    let part = format == .docx ? "word/document.xml" : "content.xml"
    let text = try markup(document, part: part)
    let (open, close) =
      format == .docx ? ("<w:body>", "</w:body>") : ("<office:text>", "</office:text>")
    let inner = try #require(text.range(of: open)).upperBound
    let content = String(text[inner..<(try #require(text.range(of: close)).lowerBound)])
    let end = "<w:sectPr/>"
    return content.hasSuffix(end) ? String(content.dropLast(end.count)) : content
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
