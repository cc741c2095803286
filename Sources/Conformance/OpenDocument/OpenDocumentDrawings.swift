internal import Vocabulary
internal import XMLTree

extension OpenDocumentReader {
  /// Reads a drawing that hangs on a paragraph: a line, or a box of text.
  mutating func drawing(_ node: XMLNode, _ paragraph: inout Paragraph, _ context: Context) {
    switch node.name.local {
    case "line", "connector": line(node, &paragraph, context)
    case "custom-shape":
      let geometry = node.firstChild("enhanced-geometry", in: Namespace.draw)
      let kind = geometry?.attribute("type", in: Namespace.draw) ?? ""
      if ["line", "mso-spt20", "mso-spt32", "ooxml-line"].contains(kind) {
        line(node, &paragraph, context)
      } else {
        box(node, node.elements, &paragraph, context)
      }
    case "frame":
      if let inside = node.firstChild("text-box", in: Namespace.draw) {
        box(node, Self.flattened(inside), &paragraph, context)
      } else {
        picture(node, &paragraph, context)
      }
    case "g", "a": for child in node.elements { drawing(child, &paragraph, context) }
    default: return
    }
  }

  private func picture(_ node: XMLNode, _ paragraph: inout Paragraph, _ context: Context) {
    let reference = node.firstChild("image", in: Namespace.draw)?.attribute(
      "href", in: Namespace.link)
    guard let file = reference.flatMap({ pictures[$0] }) else { return }
    func size(_ name: String) -> Length? {
      node.attribute(name, in: Namespace.svg).flatMap(Length.init(measure:))
    }
    let isInline = node.attribute("anchor-type", in: Namespace.text) == "as-char"
    paragraph.pictures.append(
      Picture(
        file: file, width: size("width") ?? .zero, height: size("height") ?? .zero,
        left: isInline ? nil : size("x"), isInline: isInline))
  }

  private func graphic(_ node: XMLNode, _ context: Context) -> [XMLNode] {
    styles.chain("graphic", node.attribute("style-name", in: Namespace.draw), context.origin)
  }

  private func line(_ node: XMLNode, _ paragraph: inout Paragraph, _ context: Context) {
    func at(_ name: String) -> Length? {
      node.attribute(name, in: Namespace.svg).flatMap(Length.init(measure:))
    }
    let group = "graphic-properties"
    let chain = graphic(node, context)
    let stroke = chain.value(group, "stroke", in: Namespace.draw) ?? "solid"
    let start = at("x1") ?? at("x")
    let length: Length
    if let from = at("x1"), let to = at("x2") {
      length = max(from, to) - min(from, to)
    } else {
      length = at("width") ?? .zero
    }
    guard stroke != "none", length > .zero else { return }
    var drawn = DrawnLine(kind: .shape, length: length, isSolid: stroke == "solid")
    let colour = chain.value(group, "stroke-color", in: Namespace.svg) ?? "#000000"
    drawn.colour = colour.drop { $0 == "#" }.uppercased()
    let relative = chain.value(group, "horizontal-rel", in: Namespace.style) ?? "paragraph"
    let isOfParagraph =
      relative.begins(with: "paragraph")
      || (relative.begins(with: "page-content") && !context.isInside)
    let space = (context.room - length).half
    switch chain.value(group, "horizontal-pos", in: Namespace.style) ?? "from-left" {
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
    _ node: XMLNode, _ content: [XMLNode], _ paragraph: inout Paragraph, _ context: Context
  ) {
    func size(_ name: String) -> Length {
      node.attribute(name, in: Namespace.svg).flatMap(Length.init(measure:)) ?? .zero
    }
    let chain = graphic(node, context)
    var inner = context
    inner.list = nil
    inner.isInside = true
    inner.room = size("width")
    let border = chain.value("graphic-properties", "border", in: Namespace.fo) ?? "none"
    let stroke = chain.value("graphic-properties", "stroke", in: Namespace.draw) ?? "none"
    let paragraphs = content.flatMap { blocks($0, inner) }.paragraphs
    guard !paragraphs.isEmpty else { return }
    paragraph.boxes.append(
      TextBox(
        width: size("width"), height: size("height"),
        isFramed: Self.isVisible(border) || stroke != "none", paragraphs: paragraphs))
  }
}
