internal import Vocabulary
internal import XMLTree

extension OpenDocumentReader {
  /// Reads a drawing that hangs on a paragraph: a line, or a box of text.
  mutating func drawing(_ node: XMLElement, _ paragraph: inout ParagraphDraft, _ context: Context) {
    switch node.known {
    case .line, .connector: line(node, &paragraph, context)
    case .customShape:
      let geometry = node.firstChild(.enhancedGeometry, in: .draw)
      let kind = geometry?.attribute(.type, in: .draw) ?? ""
      if ["line", "mso-spt20", "mso-spt32", "ooxml-line"].contains(kind) {
        line(node, &paragraph, context)
      } else {
        box(node, Array(node.elements), &paragraph, context)
      }
    case .frame:
      if let inside = node.firstChild(.textBox, in: .draw) {
        box(node, Self.flattened(inside), &paragraph, context)
      } else {
        picture(node, &paragraph, context)
      }
    case .g, .a: for child in node.elements { drawing(child, &paragraph, context) }
    default: return
    }
  }

  private func picture(_ node: XMLElement, _ paragraph: inout ParagraphDraft, _ context: Context) {
    let reference = node.firstChild(.image, in: .draw)?.attribute(
      .href, in: .link)
    guard let file = reference.flatMap({ pictures[$0] }) else { return }
    func size(_ name: Name) -> Length? {
      node.attribute(name, in: .svg).flatMap(Length.init(measure:))
    }
    let isInline = node.attribute(.anchorType, in: .text) == "as-char"
    paragraph.pictures.append(
      Picture(
        file: file, width: size(.width) ?? .zero, height: size(.height) ?? .zero,
        left: isInline ? nil : size(.x), isInline: isInline))
  }

  private func graphic(_ node: XMLElement, _ context: Context) -> [XMLElement] {
    styles.chain("graphic", node.attribute(.styleName, in: .draw), context.origin)
  }

  private func line(_ node: XMLElement, _ paragraph: inout ParagraphDraft, _ context: Context) {
    func at(_ name: Name) -> Length? {
      node.attribute(name, in: .svg).flatMap(Length.init(measure:))
    }
    let group = Name.graphicProperties
    let chain = graphic(node, context)
    let stroke = chain.value(group, .stroke, in: .draw) ?? "solid"
    let start = at(.x1) ?? at(.x)
    let length: Length
    if let from = at(.x1), let to = at(.x2) {
      length = max(from, to) - min(from, to)
    } else {
      length = at(.width) ?? .zero
    }
    guard stroke != "none", length > .zero else { return }
    var drawn = DrawnLine(kind: .shape, length: length, isSolid: stroke == "solid")
    let colour = chain.value(group, .strokeColor, in: .svg) ?? "#000000"
    drawn.colour = colour.drop { $0 == "#" }.uppercased()
    let relative = chain.value(group, .horizontalRel, in: .style) ?? "paragraph"
    let isOfParagraph =
      relative.begins(with: "paragraph")
      || (relative.begins(with: "page-content") && !context.isInside)
    let space = (context.room - length).half
    switch chain.value(group, .horizontalPos, in: .style) ?? "from-left" {
    case "center": drawn.offset = isOfParagraph ? .zero : nil
    case "left": drawn.offset = isOfParagraph ? .zero - space : nil
    case "right": drawn.offset = isOfParagraph ? space : nil
    case "from-left":
      if isOfParagraph, let start { drawn.offset = start - space }
    default: drawn.offset = nil
    }
    paragraph.lines.append(drawn)
  }

  private mutating func box(
    _ node: XMLElement, _ content: [XMLElement], _ paragraph: inout ParagraphDraft,
    _ context: Context
  ) {
    func size(_ name: Name) -> Length {
      node.attribute(name, in: .svg).flatMap(Length.init(measure:)) ?? .zero
    }
    let chain = graphic(node, context)
    var inner = context
    inner.list = nil
    inner.isInside = true
    inner.room = size(.width)
    let border = chain.value(.graphicProperties, .border, in: .fo) ?? "none"
    let stroke = chain.value(.graphicProperties, .stroke, in: .draw) ?? "none"
    let paragraphs = content.flatMap { blocks($0, inner) }.paragraphs
    guard !paragraphs.isEmpty else { return }
    paragraph.boxes.append(
      TextBox(
        width: size(.width), height: size(.height),
        isFramed: Self.isVisible(border) || stroke != "none", paragraphs: paragraphs))
  }
}
