import Templating
import ZipContainer

/// A template of a few paragraphs, in both formats.
enum MiniTemplate {
  /// The bytes of a template whose body is the paragraphs given.
  static func bytes(_ paragraphs: [String], _ format: DocumentFormat) throws -> [UInt8] {
    var writer = try ZipWriter()
    for (name, text) in entries(paragraphs.map(escaped), format) {
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
      return [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
          "content.xml",
          "<office:document-content xmlns:office=\"\(office)\" xmlns:text=\"\(text)\">"
            + "<office:body><office:text>\(body)</office:text></office:body>"
            + "</office:document-content>"
        ),
      ]
    }
  }
}
