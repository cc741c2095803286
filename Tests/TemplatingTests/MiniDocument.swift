import Diagnostics
import LocatedJSON
import Templating
import Testing
import XMLTree
import ZipContainer

/// A document of a few lines, in both formats, written in a shorthand of the tests.
///
/// Paragraphs and table rows are given as data; a paragraph may be cut into runs anywhere, as
/// office programs do.
enum MiniDocument {
  /// One block of the body.
  indirect enum Block {
    /// A paragraph, its text cut into runs.
    case paragraph([String])
    /// A table of rows of cells of blocks.
    case table([[[Block]]])
  }

  /// A paragraph of one run.
  static func p(_ text: String) -> Block { .paragraph([text]) }

  /// A row of cells of one paragraph each.
  static func row(_ cells: String...) -> [[Block]] { cells.map { [p($0)] } }

  static func bytes(_ blocks: [Block], format: DocumentFormat) throws -> [UInt8] {
    var writer = try ZipWriter()
    for (name, text, stored) in entries(blocks, format) {
      var deflater = try Deflater(name: name, stored: stored)
      deflater.write(Array(text.utf8))
      try writer.add(try deflater.finish())
    }
    return try writer.finish()
  }

  private static func entries(
    _ blocks: [Block], _ format: DocumentFormat
  ) -> [(String, String, Bool)] {
    let body = blocks.map { xml($0, format) }.joined()
    switch format {
    case .docx:
      return [
        ("[Content_Types].xml", "<Types/>", false),
        (
          "word/document.xml",
          "<w:document xmlns:w=\"\(word)\"><w:body>\(body)<w:sectPr/></w:body></w:document>", false
        ),
      ]
    case .odt:
      return [
        ("mimetype", "application/vnd.oasis.opendocument.text", true),
        (
          "content.xml",
          "<office:document-content xmlns:office=\"\(office)\" xmlns:text=\"\(text)\""
            + " xmlns:table=\"\(table)\"><office:body><office:text>\(body)</office:text>"
            + "</office:body></office:document-content>", false
        ),
      ]
    }
  }

  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  private static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  private static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"

  private static func xml(_ block: Block, _ format: DocumentFormat) -> String {
    switch (block, format) {
    case (.paragraph(let runs), .docx):
      "<w:p>"
        + runs.enumerated().map { index, run in
          "<w:r><w:rPr><w:rStyle w:val=\"R\(index)\"/></w:rPr>"
            + "<w:t xml:space=\"preserve\">\(escaped(run))</w:t></w:r>"
        }.joined() + "</w:p>"
    case (.paragraph(let runs), .odt) where runs.count == 1:
      // Text without formatting of its own stands in the paragraph itself.
      "<text:p>\(escaped(runs[0]))</text:p>"
    case (.paragraph(let runs), .odt):
      "<text:p>"
        + runs.enumerated().map { index, run in
          "<text:span text:style-name=\"R\(index)\">\(escaped(run))</text:span>"
        }.joined() + "</text:p>"
    case (.table(let rows), .docx):
      "<w:tbl>"
        + rows.map { cells in
          "<w:tr>"
            + cells.map { "<w:tc>" + $0.map { xml($0, format) }.joined() + "</w:tc>" }.joined()
            + "</w:tr>"
        }.joined() + "</w:tbl>"
    case (.table(let rows), .odt):
      "<table:table>"
        + rows.map { cells in
          "<table:table-row>"
            + cells.map {
              "<table:table-cell>" + $0.map { xml($0, format) }.joined() + "</table:table-cell>"
            }.joined() + "</table:table-row>"
        }.joined() + "</table:table>"
    }
  }

  private static func escaped(_ text: String) -> String {
    var writer = XMLWriter()
    writer.appendEscaped(text: text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// What a rendered document shows, one line a paragraph; cells are set off by `|`, runs by `·`.
func shown(_ bytes: [UInt8], format: DocumentFormat, runs: Bool = false) throws -> [String] {
  let archive = try ZipArchive(reading: bytes)
  let name = format == .docx ? "word/document.xml" : "content.xml"
  let entry = try #require(archive.entry(named: name))
  let document = try XMLDocument(parsing: try archive.contents(of: entry))
  var lines: [String] = []
  func walk(_ node: XMLNode) {
    for child in node.elements {
      switch child.name.local {
      case "p", "h":
        let parts = child.children.map(line).filter { !$0.isEmpty }
        lines.append(parts.joined(separator: runs ? "·" : ""))
      case "tr", "table-row":
        let start = lines.count
        walk(child)
        let cells = lines[start...].joined(separator: "|")
        lines.replaceSubrange(start..., with: ["|" + cells])
      default: walk(child)
      }
    }
  }
  func line(_ node: XMLNode) -> String {
    if node.kind == .text { return node.text }
    switch node.name.local {
    case "br", "line-break": return "⏎"
    case "tab": return "⇥"
    case "s": return "␣"
    case "rPr", "pPr", "desc", "title": return ""
    default: break
    }
    return node.children.map { child in
      switch child.kind {
      case .text: return child.text
      case .element: return line(child)
      default: return ""
      }
    }.joined()
  }
  walk(document.root)
  return lines
}
