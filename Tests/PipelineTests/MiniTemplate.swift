import Templating
import ZipContainer

/// A template of a few paragraphs, in both formats.
enum MiniTemplate {
  /// The bytes of a template whose body is the paragraphs given.
  static func bytes(_ paragraphs: [String], _ format: DocumentFormat) throws -> [UInt8] {
    try bytes(of: paragraphs.map(escaped), format)
  }

  /// The bytes of an ODT template that shows the picture of a tag.
  static func bytes(picture tag: String) throws -> [UInt8] {
    let frame =
      "<draw:frame svg:width=\"3cm\" svg:height=\"4cm\"><draw:image xlink:href=\"Pictures/1.png\"/>"
      + "<svg:desc>\(escaped(tag))</svg:desc></draw:frame>"
    return try bytes(of: [frame], .odt)
  }

  private static func bytes(of contents: [String], _ format: DocumentFormat) throws -> [UInt8] {
    var writer = try ZipWriter()
    for (name, text) in entries(contents, format) {
      try writer.add(
        ZipEntry(name: name, contents: Array(text.utf8), stored: name == "mimetype"))
    }
    return try writer.finish()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private static func entries(
    _ paragraphs: [String], _ format: DocumentFormat
  ) -> [(String, String)] {
    switch format {
    case .docx:
      let body = paragraphs.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
      let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
      return [
        ("[Content_Types].xml", "<Types/>"),
        (
          "word/document.xml",
          "<w:document xmlns:w=\"\(word)\"><w:body>\(body)<w:sectPr/></w:body></w:document>"
        ),
      ]
    case .odt:
      let body = paragraphs.map { "<text:p>\($0)</text:p>" }.joined()
      let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
      let draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
      let svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
      let xlink = "http://www.w3.org/1999/xlink"
      return [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
          "content.xml",
          "<office:document-content xmlns:office=\"\(office)\" xmlns:text=\"\(text)\""
            + " xmlns:draw=\"\(draw)\" xmlns:svg=\"\(svg)\" xmlns:xlink=\"\(xlink)\">"
            + "<office:body><office:text>\(body)</office:text></office:body>"
            + "</office:document-content>"
        ),
      ]
    }
  }
}
