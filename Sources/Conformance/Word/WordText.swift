internal import Vocabulary
internal import XMLTree

extension WordReader {
  /// A paragraph with its effective properties and what is drawn on it.
  mutating func paragraph(_ node: XMLElement, _ context: Context) -> Paragraph {
    let properties = node.child(.pPr)
    let sources = sources(of: properties, context)
    var paragraph = ParagraphDraft()
    paragraph.setting = looks.setting(sources)
    paragraph.room = context.room
    paragraph.part = context.part
    paragraph.index = places.add(node.position, of: context.part)
    paragraph.markSize = looks.face(properties?.child(.rPr), sources)?.size ?? 10
    paragraph.beginsPage = sources.paragraph.flag(.pageBreakBefore) ?? false
    if let reference = sources.numbering { paragraph.label = numbering.next(reference) }
    var line = WordLine(paragraph: paragraph, sources: sources)
    walk(node, &line, context)
    paragraph = line.paragraph
    for edge in sources.paragraph.reversed().compactMap({ $0.child(.pBdr) }).first.elements
    where [.top, .bottom].contains(edge.known)
      && !["nil", "none"].contains(edge.w(.val) ?? "nil")
    {
      let setting = paragraph.setting
      let line = DrawnLine(
        kind: .border, length: context.room - setting.left - setting.right,
        isSolid: ["single", "thick"].contains(edge.w(.val)),
        offset: (setting.left - setting.right).half)
      if edge.known == .top {
        paragraph.lineAbove = line
      } else {
        paragraph.lines.append(line)
      }
    }
    return Paragraph(paragraph)
  }

  /// The sources of a paragraph; what a style comes to by itself is asked for once.
  private mutating func sources(
    of properties: XMLElement?, _ context: Context
  ) -> WordLooks.Sources {
    // Numbers have sources of their own, between the style and the paragraph.
    guard properties?.child(.numPr) == nil else {
      return looks.sources(of: properties, tableStyles: context.tableStyles)
    }
    let key = StyleKey(
      style: properties?.child(.pStyle)?.w(.val),
      tables: context.tableStyles.map(\.identity))
    var sources =
      ofStyles[key]
      ?? looks.sources(styled: key.style, tableStyles: context.tableStyles)
    // A hostile document may have no end of tables inside each other.
    if ofStyles.count < 1_000, sources.paragraph.count < 256, ofStyles[key] == nil {
      ofStyles[key] = sources
    }
    if let properties { sources.paragraph.append(properties) }
    return sources
  }

  /// Reads what stands in line: runs, and what holds runs.
  private mutating func walk(_ node: XMLElement, _ line: inout WordLine, _ context: Context) {
    for child in node.elements {
      switch child.known {
      case .r: run(child, &line, context)
      case .fldSimple:
        if WordLine.isPageNumber(child.w(.instr) ?? "") {
          line.addPageNumber(looks.face(child.child(.r)?.child(.rPr), line.sources))
        } else {
          walk(child, &line, context)
        }
      case .pPr, .del, .moveFrom, .sdtPr: continue
      case .hyperlink, .ins, .moveTo, .smartTag, .sdt, .sdtContent, .customXml, .dir, .bdo:
        walk(child, &line, context)
      default: continue
      }
    }
  }

  private mutating func run(_ node: XMLElement, _ line: inout WordLine, _ context: Context) {
    let face = looks.face(node.child(.rPr), line.sources)
    for child in node.elements {
      switch child.known {
      case .t: line.add(child.textContent, face)
      case .tab, .ptab: line.add("\t", face)
      case .cr: line.add("\n", face)
      case .br:
        if child.w(.type) == "page" {
          if line.paragraph.isBlank { line.paragraph.beginsPage = true }
        } else {
          line.add("\n", face)
        }
      case .noBreakHyphen: line.add("-", face)
      case .sym: line.add("\u{FFFD}", face)
      case .fldChar: line.field(child.w(.fldCharType), face)
      case .instrText: line.addCode(child.textContent)
      default: drawing(child, &line, context)
      }
    }
  }
}

/// A paragraph while it is read, with the fields that are open in it.
struct WordLine {
  var paragraph: ParagraphDraft
  let sources: WordLooks.Sources
  private var fields: [(code: String, showsResult: Bool)] = []

  init(paragraph: ParagraphDraft, sources: WordLooks.Sources) {
    self.paragraph = paragraph
    self.sources = sources
  }

  /// Adds letters; none when they are hidden or belong to the code of a field.
  mutating func add(_ text: String, _ face: Face?) {
    guard let face, !text.isEmpty, fields.allSatisfy(\.showsResult),
      !fields.contains(where: { Self.isPageNumber($0.code) })
    else { return }
    if let last = paragraph.runs.last, last.face == face, !last.isPageNumber {
      paragraph.runs[paragraph.runs.count - 1].text += text
    } else {
      paragraph.runs.append(Run(text: text, face: face))
    }
  }

  mutating func addPageNumber(_ face: Face?) {
    guard let face else { return }
    paragraph.runs.append(Run(text: "", face: face, isPageNumber: true))
  }

  mutating func addCode(_ text: String) {
    guard let last = fields.indices.last, !fields[last].showsResult else { return }
    fields[last].code += text
  }

  mutating func field(_ kind: String?, _ face: Face?) {
    switch kind {
    case "begin": fields.append(("", false))
    case "separate":
      guard let last = fields.indices.last else { return }
      fields[last].showsResult = true
    case "end":
      guard let last = fields.popLast() else { return }
      if Self.isPageNumber(last.code) { addPageNumber(face) }
    default: break
    }
  }

  /// True for the code of the field that shows the number of the page.
  static func isPageNumber(_ code: String) -> Bool {
    code.split(whereSeparator: \.isWhitespace).first?.uppercased() == "PAGE"
  }
}
