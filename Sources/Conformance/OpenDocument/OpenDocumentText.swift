internal import Vocabulary
internal import XMLTree

extension OpenDocumentReader {
  /// A paragraph with its effective properties and what is drawn on it.
  mutating func paragraph(_ node: XMLElement, _ context: Context) -> Paragraph {
    let style = node.attribute(.styleName, in: .text)
    let look = look(ofParagraph: style, context.origin)
    let known = setting(of: look)
    let level = context.list.flatMap { Self.level($0.level, of: $0.style) }
    var paragraph = ParagraphDraft()
    paragraph.setting =
      level == nil ? known.setting : styles.setting(look.chain, level: level)
    paragraph.room = context.room
    paragraph.part = context.part
    paragraph.index = places.add(node.position, of: context.part)
    paragraph.markSize = look.face?.size ?? 12
    paragraph.beginsPage = known.beginsPage
    if context.bearsNumber, let list = context.list { paragraph.label = number(list) }
    inline(node, look, &paragraph, context)
    Self.foldSpace(&paragraph)
    func line(_ border: String?) -> DrawnLine? {
      guard let border else { return nil }
      let setting = paragraph.setting
      return DrawnLine(
        kind: .border, length: context.room - setting.left - setting.right,
        isSolid: border.contains("solid"), offset: (setting.left - setting.right).half)
    }
    paragraph.lineAbove = line(known.upperBorder)
    if let line = line(known.lowerBorder) { paragraph.lines.append(line) }
    return Paragraph(paragraph)
  }

  private mutating func inline(
    _ node: XMLElement, _ look: OpenDocumentLook, _ paragraph: inout ParagraphDraft,
    _ context: Context
  ) {
    let face = look.face
    for child in node.children {
      if child.kind == .text {
        Self.add(child.text, face, &paragraph)
        continue
      }
      guard child.kind == .element else { continue }
      if child.namespace == .draw {
        drawing(child, &paragraph, context)
        continue
      }
      guard child.namespace == .text else { continue }
      switch child.known {
      case .s:
        let count = child.attribute(.c, in: .text).flatMap { Int($0) } ?? 1
        let shown = min(max(1, count), max(1, spaces))
        spaces -= shown
        // A sign that white space is not folded into.
        Self.add(String(repeating: Self.hardSpace, count: shown), face, &paragraph)
      case .tab: Self.add(String(Self.hardTab), face, &paragraph)
      case .lineBreak: Self.add(String(Self.hardBreak), face, &paragraph)
      case .pageNumber:
        if let face { paragraph.runs.append(Run(text: "", face: face, isPageNumber: true)) }
      case .note: note(child, context)
      case .softPageBreak, .bookmark, .bookmarkStart, .bookmarkEnd, .annotation: continue
      default:
        // Spans, links and fields show what they hold.
        let own = child.attribute(.styleName, in: .text)
        let inner = [.span, .a].contains(child.known) ? own : nil
        let below = inner.map { self.look(ofText: $0, in: look) } ?? look
        inline(child, below, &paragraph, context)
      }
    }
  }

  private mutating func note(_ node: XMLElement, _ context: Context) {
    let body = node.elements.first { $0.known == .noteBody }
    var inner = context
    inner.list = nil
    notes += (body.elements).flatMap { blocks($0, inner) }.paragraphs
  }

  // MARK: White space

  private static let hardSpace: Character = "\u{E000}"
  private static let hardTab: Character = "\u{E001}"
  private static let hardBreak: Character = "\u{E002}"

  private static func add(_ text: String, _ face: Face?, _ paragraph: inout ParagraphDraft) {
    guard let face, !text.isEmpty else { return }
    if let last = paragraph.runs.last, last.face == face, !last.isPageNumber {
      paragraph.runs[paragraph.runs.count - 1].text += text
    } else {
      paragraph.runs.append(Run(text: text, face: face))
    }
  }

  /// Folds white space as OpenDocument says (6.1.2), then puts the spaces, tabs and line ends
  /// that were asked for in their place.
  private static func foldSpace(_ paragraph: inout ParagraphDraft) {
    if isFolded(paragraph) { return }
    var isAfterSpace = true
    for index in paragraph.runs.indices where !paragraph.runs[index].isPageNumber {
      var text = ""
      for character in paragraph.runs[index].text {
        let isFolding = [" ", "\t", "\n", "\r", "\r\n"].contains(character)
        if !(isFolding && isAfterSpace) { text.append(isFolding ? " " : character) }
        isAfterSpace = isFolding
      }
      paragraph.runs[index].text = text
    }
    if isAfterSpace, let last = paragraph.runs.lastIndex(where: { $0.text.ends(with: " ") }),
      last == paragraph.runs.count - 1
    {
      paragraph.runs[last].text.removeLast()
    }
    for index in paragraph.runs.indices {
      paragraph.runs[index].text = String(
        paragraph.runs[index].text.map { character in
          switch character {
          case hardSpace: " "
          case hardTab: "\t"
          case hardBreak: "\n"
          default: character
          }
        })
    }
    paragraph.runs.removeAll { $0.text.isEmpty && !$0.isPageNumber }
  }

  /// True when folding changes nothing: no space but single ones between other signs, nothing
  /// asked for.
  private static func isFolded(_ paragraph: ParagraphDraft) -> Bool {
    var isAfterSpace = true
    for run in paragraph.runs {
      guard !run.isPageNumber, !run.text.isEmpty else { return false }
      for byte in run.text.utf8 {
        switch byte {
        // Other white space, marks, which may stand on a space, and U+E000–U+EFFF.
        case 0x09, 0x0A, 0x0D, 0xCC, 0xCD, 0xEE: return false
        case 0x20:
          if isAfterSpace { return false }
          isAfterSpace = true
        default: isAfterSpace = false
        }
      }
    }
    return !isAfterSpace
  }

  // MARK: Lists

  /// What a kind of list says of a level.
  private static func level(_ level: Int, of style: XMLElement?) -> XMLElement? {
    style?.elements.first { $0.attribute(.level, in: .text) == String(level) }
  }

  /// The number of the next item of a list, such as `1.` or `-`.
  private mutating func number(_ list: (style: XMLElement?, id: String, level: Int)) -> String {
    guard let level = Self.level(list.level, of: list.style) else { return "" }
    if level.known == .listLevelStyleBullet {
      return ListNumber.sign(level.attribute(.bulletChar, in: .text) ?? "•")
    }
    guard level.known == .listLevelStyleNumber else { return "" }
    let start = level.attribute(.startValue, in: .text).flatMap { Int($0) } ?? 1
    let count = numbers[list.id]?[list.level].map { $0 &+ 1 } ?? start
    numbers[list.id, default: [:]][list.level] = count
    let text = ListNumber.text(count, level.style(.numFormat) ?? "")
    return (level.style(.numPrefix) ?? "") + text + (level.style(.numSuffix) ?? "")
  }
}
