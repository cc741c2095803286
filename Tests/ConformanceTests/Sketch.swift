import Vocabulary
import ZipContainer

@testable import Conformance

/// A paragraph of a sketch: what is typed, and direct formatting; lengths in millimetres, gaps in
/// points.
struct SketchParagraph {
  var text: String
  var size = 14.0
  var bold = false
  var italic = false
  var underlined = false
  var colour = "000000"
  var font = "Times New Roman"
  var align = "center"
  var indent = 0.0
  var left = 0.0
  var before = 0.0
  var after = 0.0
  var line = 1.0
  /// A drawn line: its length, whether it is unbroken, whether it is centred.
  var drawn: (length: Double, solid: Bool, centred: Bool)?
  /// A border below instead of a drawn line, with indents of this length at both sides.
  var border: Double?
  var isPageNumber = false
  var breaksPage = false

  init(_ text: String) { self.text = text }

  /// The paragraph with some of it changed.
  func with(_ change: (inout SketchParagraph) -> Void) -> SketchParagraph {
    var copy = self
    change(&copy)
    return copy
  }
}

/// A block of a sketch.
enum SketchBlock {
  case p(SketchParagraph)
  case table(widths: [Double], rows: [[[SketchParagraph]]], bordered: Bool)
}

/// The pages of a section of a sketch, in millimetres.
struct SketchSheet {
  var width = 210.0
  var height = 297.0
  var top = 20.0
  var bottom = 20.0
  var left = 30.0
  var right = 20.0
  var firstHeader: [SketchParagraph] = []
  var header: [SketchParagraph] = [
    SketchParagraph("").with {
      $0.isPageNumber = true
      $0.size = 14
    }
  ]
  var footer: [SketchParagraph] = []
  var startsAt: Int? = 1
}

/// A run of pages of a sketch.
struct SketchSection {
  var sheet: SketchSheet
  var blocks: [SketchBlock]
}

/// Writes sections as a DOCX or an ODT with direct formatting only, as a stranger's program would.
enum SketchWriter {
  static func bytes(_ sections: [SketchSection], _ format: FinishedDocument.Format) throws
    -> [UInt8]
  {
    let entries =
      switch format {
      case .docx: WordSketch(sections).entries
      case .odt: OpenDocumentSketch(sections).entries
      }
    var writer = try ZipWriter()
    for (name, text) in entries {
      try writer.add(
        ZipEntry(name: name, contents: Array(text.utf8), stored: name == "mimetype"))
    }
    return try writer.finish()
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

private struct WordSketch {
  var entries: [(String, String)] = []
  private var relations = ""
  private var count = 0
  private static let names =
    "xmlns:w=\"\(Namespace.word)\" xmlns:r=\"\(Namespace.relations)\" "
    + "xmlns:wp=\"\(Namespace.wordDrawing)\" xmlns:a=\"\(Namespace.drawing)\" "
    + "xmlns:wps=\"\(Namespace.wordShape)\""

  init(_ sections: [SketchSection]) {
    var body = ""
    for (index, section) in sections.enumerated() {
      body += section.blocks.map(Self.xml).joined()
      let setting = properties(section.sheet)
      body += index == sections.count - 1 ? setting : "<w:p><w:pPr>\(setting)</w:pPr></w:p>"
    }
    entries.append(("[Content_Types].xml", "<Types/>"))
    entries.append(
      ("word/document.xml", "<w:document \(Self.names)><w:body>\(body)</w:body></w:document>"))
    entries.append(
      ("word/_rels/document.xml.rels", "<Relationships>\(relations)</Relationships>"))
  }

  private static func twips(_ millimetres: Double) -> Int { Length.millimetres(millimetres).twips }

  private mutating func properties(_ sheet: SketchSheet) -> String {
    let references =
      reference("header", "default", sheet.header) + reference("header", "first", sheet.firstHeader)
      + reference("footer", "default", sheet.footer)
    let number = sheet.startsAt.map { "<w:pgNumType w:start=\"\($0)\"/>" } ?? ""
    let at = Self.twips
    return "<w:sectPr>\(references)<w:pgSz w:w=\"\(at(sheet.width))\" w:h=\"\(at(sheet.height))\"/>"
      + "<w:pgMar w:top=\"\(at(sheet.top))\" w:bottom=\"\(at(sheet.bottom))\""
      + " w:left=\"\(at(sheet.left))\" w:right=\"\(at(sheet.right))\" w:header=\"567\""
      + " w:footer=\"567\" w:gutter=\"0\"/>\(number)<w:titlePg/></w:sectPr>"
  }

  private mutating func reference(
    _ kind: String, _ type: String, _ paragraphs: [SketchParagraph]
  ) -> String {
    guard !paragraphs.isEmpty else { return "" }
    count += 1
    let tag = kind == "header" ? "hdr" : "ftr"
    let body = paragraphs.map(Self.paragraph).joined()
    entries.append(("word/\(kind)\(count).xml", "<w:\(tag) \(Self.names)>\(body)</w:\(tag)>"))
    relations += "<Relationship Id=\"r\(count)\" Target=\"\(kind)\(count).xml\"/>"
    return "<w:\(kind)Reference w:type=\"\(type)\" r:id=\"r\(count)\"/>"
  }

  private static func xml(_ block: SketchBlock) -> String {
    guard case .table(let widths, let rows, let bordered) = block else {
      if case .p(let paragraph) = block { return self.paragraph(paragraph) }
      return ""
    }
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
      .map { "<w:\($0) w:val=\"\(bordered ? "single" : "nil")\" w:sz=\"4\"/>" }.joined()
    let grid = widths.map { "<w:gridCol w:w=\"\(twips($0))\"/>" }.joined()
    let body = rows.map { row in
      let cells = row.map { "<w:tc><w:tcPr/>\($0.map(paragraph).joined())</w:tc>" }.joined()
      return "<w:tr>\(cells)</w:tr>"
    }
    return "<w:tbl><w:tblPr><w:tblBorders>\(edges)</w:tblBorders></w:tblPr>"
      + "<w:tblGrid>\(grid)</w:tblGrid>\(body.joined())</w:tbl>"
  }

  private static func paragraph(_ p: SketchParagraph) -> String {
    let jc = ["justify": "both"][p.align] ?? p.align
    let border = p.border == nil ? "" : "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\"/></w:pBdr>"
    let side = twips(p.border ?? p.left)
    let indent = twips(p.indent)
    var xml =
      "<w:p><w:pPr>\(p.breaksPage ? "<w:pageBreakBefore/>" : "")\(border)"
      + "<w:spacing w:before=\"\(Int(p.before * 20))\" w:after=\"\(Int(p.after * 20))\""
      + " w:line=\"\(Int(p.line * 240))\" w:lineRule=\"auto\"/><w:ind w:left=\"\(side)\""
      + " w:right=\"\(twips(p.border ?? 0))\" w:firstLine=\"\(indent)\"/><w:jc w:val=\"\(jc)\"/></w:pPr>"
    let look =
      "<w:rPr><w:rFonts w:ascii=\"\(p.font)\" w:hAnsi=\"\(p.font)\"/>\(p.bold ? "<w:b/>" : "")"
      + "\(p.italic ? "<w:i/>" : "")<w:color w:val=\"\(p.colour)\"/><w:sz w:val=\"\(Int(p.size * 2))\"/>"
      + "\(p.underlined ? "<w:u w:val=\"single\"/>" : "")</w:rPr>"
    for (index, piece) in p.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let parts = piece.split(separator: "\t", omittingEmptySubsequences: false)
        .map { "<w:t xml:space=\"preserve\">\(SketchWriter.escaped(String($0)))</w:t>" }
      xml += "<w:r>\(look)\(index > 0 ? "<w:br/>" : "")\(parts.joined(separator: "<w:tab/>"))</w:r>"
    }
    if p.isPageNumber {
      xml += "<w:fldSimple w:instr=\" PAGE \"><w:r>\(look)<w:t>2</w:t></w:r></w:fldSimple>"
    }
    if let drawn = p.drawn { xml += "<w:r>\(line(drawn))</w:r>" }
    return xml + "</w:p>"
  }

  private static func line(_ drawn: (length: Double, solid: Bool, centred: Bool)) -> String {
    let width = Length.millimetres(drawn.length).emu
    let place = drawn.centred ? "<wp:align>center</wp:align>" : "<wp:align>left</wp:align>"
    return "<w:drawing><wp:anchor><wp:positionH relativeFrom=\"column\">\(place)</wp:positionH>"
      + "<wp:extent cx=\"\(width)\" cy=\"0\"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>"
      + "<a:prstGeom prst=\"line\"/><a:ln w=\"9525\"><a:prstDash val=\"\(drawn.solid ? "solid" : "dash")\"/>"
      + "</a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
  }
}

private struct OpenDocumentSketch {
  private var automatic = ""
  private var styles = ""
  private var masters = ""
  private var count = 0
  private static let names =
    "xmlns:office=\"\(Namespace.office)\" xmlns:text=\"\(Namespace.text)\" "
    + "xmlns:table=\"\(Namespace.table)\" xmlns:style=\"\(Namespace.style)\" "
    + "xmlns:draw=\"\(Namespace.draw)\" xmlns:svg=\"\(Namespace.svg)\" xmlns:fo=\"\(Namespace.fo)\""
  var entries: [(String, String)] = []

  init(_ sections: [SketchSection]) {
    var body = ""
    for (index, section) in sections.enumerated() {
      pages(section.sheet, index)
      for (position, block) in section.blocks.enumerated() {
        // The first block of a section asks for its kind of page.
        let start = section.sheet.startsAt.map { " style:page-number=\"\($0)\"" } ?? ""
        body += xml(block, master: position == 0 ? ("F\(index)", start) : nil)
      }
    }
    entries = [
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        "<office:document-content \(Self.names)><office:automatic-styles>\(automatic)"
          + "</office:automatic-styles><office:body><office:text>\(body)</office:text>"
          + "</office:body></office:document-content>"
      ),
      (
        "styles.xml",
        "<office:document-styles \(Self.names)><office:automatic-styles>\(styles)"
          + "</office:automatic-styles><office:master-styles>\(masters)</office:master-styles>"
          + "</office:document-styles>"
      ),
    ]
  }

  private mutating func pages(_ sheet: SketchSheet, _ index: Int) {
    layout("LF\(index)", sheet, hasHeader: !sheet.firstHeader.isEmpty, hasFooter: false)
    layout("LN\(index)", sheet, hasHeader: !sheet.header.isEmpty, hasFooter: !sheet.footer.isEmpty)
    let outer = automatic
    automatic = ""
    let first = story("header", sheet.firstHeader)
    let header = story("header", sheet.header)
    let footer = story("footer", sheet.footer)
    styles += automatic
    automatic = outer
    masters +=
      "<style:master-page style:name=\"F\(index)\" style:page-layout-name=\"LF\(index)\""
      + " style:next-style-name=\"N\(index)\">\(first)</style:master-page>"
      + "<style:master-page style:name=\"N\(index)\" style:page-layout-name=\"LN\(index)\">"
      + "\(header)\(footer)</style:master-page>"
  }

  private mutating func story(_ kind: String, _ paragraphs: [SketchParagraph]) -> String {
    guard !paragraphs.isEmpty else { return "" }
    let body = paragraphs.map { paragraph($0, master: nil) }.joined()
    return "<style:\(kind)>\(body)</style:\(kind)>"
  }

  /// A header takes ten millimetres of the margin, so that the body begins where it is said to.
  private mutating func layout(
    _ name: String, _ sheet: SketchSheet, hasHeader: Bool, hasFooter: Bool
  ) {
    let edge = hasHeader ? sheet.top - 10 : sheet.top
    let header =
      hasHeader
      ? "<style:header-style><style:header-footer-properties fo:min-height=\"10mm\""
        + " fo:margin-bottom=\"0mm\"/></style:header-style>" : ""
    let footer =
      hasFooter
      ? "<style:footer-style><style:header-footer-properties fo:min-height=\"10mm\""
        + " fo:margin-top=\"0mm\"/></style:footer-style>" : ""
    styles +=
      "<style:page-layout style:name=\"\(name)\"><style:page-layout-properties"
      + " fo:page-width=\"\(sheet.width)mm\" fo:page-height=\"\(sheet.height)mm\""
      + " fo:margin-top=\"\(edge)mm\" fo:margin-bottom=\"\(hasFooter ? sheet.bottom - 10 : sheet.bottom)mm\""
      + " fo:margin-left=\"\(sheet.left)mm\" fo:margin-right=\"\(sheet.right)mm\""
      + " style:num-format=\"1\"/>\(header)\(footer)</style:page-layout>"
  }

  private mutating func xml(_ block: SketchBlock, master: (String, String)?) -> String {
    guard case .table(let widths, let rows, let bordered) = block else {
      if case .p(let paragraph) = block { return self.paragraph(paragraph, master: master) }
      return ""
    }
    count += 1
    let name = "T\(count)"
    let asked = master.map { " style:master-page-name=\"\($0.0)\"" } ?? ""
    let border = bordered ? "0.5pt solid #000000" : "none"
    automatic +=
      "<style:style style:name=\"\(name)\" style:family=\"table\"\(asked)>"
      + "<style:table-properties\(master?.1 ?? "")/></style:style>"
      + "<style:style style:name=\"\(name)C\" style:family=\"table-cell\">"
      + "<style:table-cell-properties fo:border=\"\(border)\"/></style:style>"
    var columns = ""
    for (index, width) in widths.enumerated() {
      automatic +=
        "<style:style style:name=\"\(name).\(index)\" style:family=\"table-column\">"
        + "<style:table-column-properties style:column-width=\"\(width)mm\"/></style:style>"
      columns += "<table:table-column table:style-name=\"\(name).\(index)\"/>"
    }
    var body = ""
    for row in rows {
      body += "<table:table-row>"
      for cell in row {
        let content = cell.map { paragraph($0, master: nil) }.joined()
        body +=
          "<table:table-cell table:style-name=\"\(name)C\">\(content)</table:table-cell>"
      }
      body += "</table:table-row>"
    }
    return "<table:table table:style-name=\"\(name)\">\(columns)\(body)</table:table>"
  }

  private mutating func paragraph(_ p: SketchParagraph, master: (String, String)?) -> String {
    count += 1
    let name = "P\(count)"
    let align = ["left": "start", "right": "end"][p.align] ?? p.align
    let asked = master.map { " style:master-page-name=\"\($0.0)\"" } ?? ""
    let border = p.border == nil ? "" : " fo:border-bottom=\"0.75pt solid #000000\""
    automatic +=
      "<style:style style:name=\"\(name)\" style:family=\"paragraph\"\(asked)>"
      + "<style:paragraph-properties fo:text-align=\"\(align)\" fo:text-indent=\"\(p.indent)mm\""
      + " fo:margin-left=\"\(p.border ?? p.left)mm\" fo:margin-right=\"\(p.border ?? 0)mm\""
      + " fo:margin-top=\"\(p.before)pt\" fo:margin-bottom=\"\(p.after)pt\""
      + " fo:line-height=\"\(Int(p.line * 100))%\"\(border)\(master?.1 ?? "")"
      + "\(p.breaksPage ? " fo:break-before=\"page\"" : "")/>"
      + "<style:text-properties fo:font-family=\"\(p.font)\" fo:font-size=\"\(p.size)pt\""
      + " fo:color=\"#\(p.colour)\"\(p.bold ? " fo:font-weight=\"bold\"" : "")"
      + "\(p.italic ? " fo:font-style=\"italic\"" : "")"
      + "\(p.underlined ? " style:text-underline-style=\"solid\"" : "")/></style:style>"
    var text = ""
    for character in p.text {
      switch character {
      case " ":
        text += text.hasSuffix(" ") || text.hasSuffix("/>") || text.isEmpty ? "<text:s/>" : " "
      case "\t": text += "<text:tab/>"
      case "\n": text += "<text:line-break/>"
      default: text += SketchWriter.escaped(String(character))
      }
    }
    if p.isPageNumber { text += "<text:page-number>2</text:page-number>" }
    if let drawn = p.drawn {
      automatic +=
        "<style:style style:name=\"\(name)G\" style:family=\"graphic\"><style:graphic-properties"
        + " draw:stroke=\"\(drawn.solid ? "solid" : "dash")\" style:horizontal-rel=\"paragraph\""
        + " style:horizontal-pos=\"\(drawn.centred ? "center" : "left")\"/></style:style>"
      text +=
        "<draw:line draw:style-name=\"\(name)G\" svg:x1=\"0mm\" svg:x2=\"\(drawn.length)mm\""
        + " svg:y1=\"1mm\" svg:y2=\"1mm\"/>"
    }
    return "<text:p text:style-name=\"\(name)\">\(text)</text:p>"
  }
}
