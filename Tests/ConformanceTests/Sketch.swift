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
  /// Pictures in the paragraph.
  var pictures: [SketchPicture] = []
  /// A line along its upper edge.
  var isRuled = false

  init(_ text: String) { self.text = text }

  /// The paragraph with some of it changed.
  func with(_ change: (inout SketchParagraph) -> Void) -> SketchParagraph {
    var copy = self
    change(&copy)
    return copy
  }
}

/// A picture of a sketch, in millimetres.
struct SketchPicture {
  /// What the file holds: a PNG with a channel for transparency, one without, a JPEG.
  enum File: Int, CaseIterable { case clear = 1, flat, jpeg }

  var file = File.clear
  var width = 40.0
  /// From the left edge of the column; nil for a picture in the line.
  var left: Double?

  /// The first bytes of each kind of file, which is all that the checks read.
  static let media: [(name: String, bytes: [UInt8])] = File.allCases.map { file in
    guard file != .jpeg else { return ("3.jpg", [0xFF, 0xD8, 0xFF, 0xE0]) }
    let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    let colour: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 4, 8, file == .clear ? 6 : 2, 0, 0, 0, 0, 0, 0, 0]
    return ("\(file.rawValue).png", head + Array("IHDR".utf8) + colour)
  }

  var name: String { Self.media[file.rawValue - 1].name }
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
  var firstFooter: [SketchParagraph] = []
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
    let folder = format == .docx ? "word/media/" : "Pictures/"
    for (name, bytes) in SketchPicture.media {
      try writer.add(ZipEntry(name: folder + name, contents: bytes))
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
    "xmlns:w=\"\(Namespace.word.address)\" xmlns:r=\"\(Namespace.relations.address)\" "
    + "xmlns:wp=\"\(Namespace.wordDrawing.address)\" xmlns:a=\"\(Namespace.drawing.address)\" "
    + "xmlns:wps=\"\(Namespace.wordShape.address)\" xmlns:pic=\"\(Namespace.picture.address)\""

  init(_ sections: [SketchSection]) {
    var body = ""
    for (index, section) in sections.enumerated() {
      body += section.blocks.map(Self.xml).joined()
      let setting = properties(section.sheet)
      body += index == sections.count - 1 ? setting : "<w:p><w:pPr>\(setting)</w:pPr></w:p>"
    }
    for (index, file) in SketchPicture.media.enumerated() {
      relations += "<Relationship Id=\"m\(index + 1)\" Target=\"media/\(file.name)\"/>"
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
      + reference("footer", "first", sheet.firstFooter)
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
    let edge = p.border == nil ? (p.isRuled ? "top" : nil) : "bottom"
    let border = edge.map { "<w:pBdr><w:\($0) w:val=\"single\" w:sz=\"6\"/></w:pBdr>" } ?? ""
    let side = twips(p.border ?? p.left)
    let indent = twips(p.indent)
    let look =
      "<w:rPr><w:rFonts w:ascii=\"\(p.font)\" w:hAnsi=\"\(p.font)\"/>\(p.bold ? "<w:b/>" : "")"
      + "\(p.italic ? "<w:i/>" : "")<w:color w:val=\"\(p.colour)\"/><w:sz w:val=\"\(Int(p.size * 2))\"/>"
      + "\(p.underlined ? "<w:u w:val=\"single\"/>" : "")</w:rPr>"
    var xml =
      "<w:p><w:pPr>\(p.breaksPage ? "<w:pageBreakBefore/>" : "")\(border)"
      + "<w:spacing w:before=\"\(Int(p.before * 20))\" w:after=\"\(Int(p.after * 20))\""
      + " w:line=\"\(Int(p.line * 240))\" w:lineRule=\"auto\"/><w:ind w:left=\"\(side)\""
      + " w:right=\"\(twips(p.border ?? 0))\" w:firstLine=\"\(indent)\"/><w:jc w:val=\"\(jc)\"/>\(look)</w:pPr>"
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
    for image in p.pictures { xml += "<w:r><w:drawing>\(picture(image))</w:drawing></w:r>" }
    return xml + "</w:p>"
  }

  private static func picture(_ picture: SketchPicture) -> String {
    let width = Length.millimetres(picture.width).emu
    let graphic =
      "<wp:extent cx=\"\(width)\" cy=\"720000\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
      + "<a:blip r:embed=\"m\(picture.file.rawValue)\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
    guard let left = picture.left else { return "<wp:inline>\(graphic)</wp:inline>" }
    return "<wp:anchor><wp:positionH relativeFrom=\"column\"><wp:posOffset>"
      + "\(Length.millimetres(left).emu)</wp:posOffset></wp:positionH>\(graphic)</wp:anchor>"
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
    "xmlns:office=\"\(Namespace.office.address)\" xmlns:text=\"\(Namespace.text.address)\" "
    + "xmlns:table=\"\(Namespace.table.address)\" xmlns:style=\"\(Namespace.style.address)\" "
    + "xmlns:draw=\"\(Namespace.draw.address)\" xmlns:svg=\"\(Namespace.svg.address)\" xmlns:fo=\"\(Namespace.fo.address)\""
    + " xmlns:xlink=\"\(Namespace.link.address)\""
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
    layout(
      "LF\(index)", sheet, hasHeader: !sheet.firstHeader.isEmpty,
      hasFooter: !sheet.firstFooter.isEmpty)
    layout("LN\(index)", sheet, hasHeader: !sheet.header.isEmpty, hasFooter: !sheet.footer.isEmpty)
    let outer = automatic
    automatic = ""
    let first = story("header", sheet.firstHeader)
    let header = story("header", sheet.header)
    let footer = story("footer", sheet.footer)
    let firstFooter = story("footer", sheet.firstFooter)
    styles += automatic
    automatic = outer
    masters +=
      "<style:master-page style:name=\"F\(index)\" style:page-layout-name=\"LF\(index)\""
      + " style:next-style-name=\"N\(index)\">\(first)\(firstFooter)</style:master-page>"
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
    let edge = p.border == nil ? (p.isRuled ? "top" : nil) : "bottom"
    let border = edge.map { " fo:border-\($0)=\"0.75pt solid #000000\"" } ?? ""
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
    for picture in p.pictures {
      let place = picture.left.map { "paragraph\" svg:x=\"\($0)mm" } ?? "as-char"
      text +=
        "<draw:frame text:anchor-type=\"\(place)\" svg:width=\"\(picture.width)mm\""
        + " svg:height=\"20mm\"><draw:image xlink:href=\"Pictures/\(picture.name)\"/></draw:frame>"
    }
    return "<text:p text:style-name=\"\(name)\">\(text)</text:p>"
  }
}
