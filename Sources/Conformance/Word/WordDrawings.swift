internal import Vocabulary
internal import XMLTree

extension WordReader {
  /// Reads a drawing of either kind; of two versions of one drawing, the newer.
  mutating func drawing(_ node: XMLElement, _ line: inout WordLine, _ context: Context) {
    switch node.known {
    case .alternateContent:
      let choice =
        node.elements.first { $0.known == .choice }
        ?? node.elements.first { _ in true }
      for child in choice.elements { drawing(child, &line, context) }
    case .drawing:
      for child in node.elements { shape(child, &line, context) }
    case .pict, .object:
      for child in node.elements { oldShape(child, &line, context) }
    default: return
    }
  }

  // MARK: DrawingML

  private mutating func shape(_ node: XMLElement, _ line: inout WordLine, _ context: Context) {
    let extent = node.firstChild(.extent, in: .wordDrawing)
    let width = Self.emu(extent?.attribute(.cx))
    let height = Self.emu(extent?.attribute(.cy))
    guard
      let shape = node.descendants.first(where: { $0.isElement(.wsp, in: .wordShape) })
    else {
      let blip = node.descendants.first { $0.isElement(.blip, in: .drawing) }
      guard let file = blip?.attribute(.embed, in: .relations).flatMap({ pictures[$0] })
      else { return }
      let isInline = node.known == .inline
      let middle = offset(of: node, width: width, in: line.paragraph, context)
      line.paragraph.pictures.append(
        Picture(
          file: file, width: width, height: height,
          left: isInline ? nil : middle.map { $0 + (context.room - width).half },
          isInline: isInline))
      return
    }
    let properties = shape.firstChild(.spPr, in: .wordShape)
    let geometry = properties?.firstChild(.prstGeom, in: .drawing)?.attribute(.prst)
    let stroke = properties?.firstChild(.ln, in: .drawing)
    let isDrawn = stroke?.firstChild(.noFill, in: .drawing) == nil
    if ["line", "straightConnector1"].contains(geometry) {
      guard isDrawn else { return }
      var drawn = DrawnLine(kind: .shape, length: width)
      let dash = stroke?.firstChild(.prstDash, in: .drawing)?.attribute(.val)
      drawn.isSolid = dash ?? "solid" == "solid"
      drawn.colour =
        stroke?.firstChild(.solidFill, in: .drawing)?
        .firstChild(.srgbClr, in: .drawing)?.attribute(.val)?.uppercased() ?? Face.black
      drawn.offset = offset(of: node, width: width, in: line.paragraph, context)
      line.paragraph.lines.append(drawn)
      return
    }
    guard
      let story = shape.descendants.first(where: { $0.isElement(.txbxContent, in: .word) }
      )
    else { return }
    let isFramed =
      isDrawn && (stroke != nil || shape.firstChild(.style, in: .wordShape) != nil)
    line.paragraph.boxes.append(
      box(story, width: width, height: height, isFramed: isFramed, context))
  }

  /// How far the middle of a drawing lies right of the middle of the paragraph's room.
  private func offset(
    of node: XMLElement, width: Length, in paragraph: ParagraphDraft, _ context: Context
  ) -> Length? {
    guard node.known == .anchor else {
      return paragraph.setting.alignment == .center ? .zero : nil
    }
    let position = node.firstChild(.positionH, in: .wordDrawing)
    let isColumn = position?.attribute(.relativeFrom) == "column"
    guard isColumn || (position?.attribute(.relativeFrom) == "margin" && !context.isInside) else {
      return nil
    }
    let space = (context.room - width).half
    switch position?.firstChild(.align, in: .wordDrawing)?.textContent.trimmed {
    case "center": return .zero
    case "left": return .zero - space
    case "right": return space
    case nil:
      let moved = position?.firstChild(.posOffset, in: .wordDrawing)?.textContent.trimmed
      return moved.flatMap(Int.init).map { Length.emu($0) - space }
    default: return nil
    }
  }

  private static func emu(_ text: String?) -> Length {
    .emu(max(-1_000_000_000, min(1_000_000_000, text.flatMap { Int($0.trimmed) } ?? 0)))
  }

  private mutating func box(
    _ story: XMLElement, width: Length, height: Length, isFramed: Bool, _ context: Context
  ) -> TextBox {
    let inner = Context(part: context.part, room: width, isInside: true)
    return TextBox(
      width: width, height: height, isFramed: isFramed,
      paragraphs: Self.flattened(story).flatMap { blocks($0, inner) }.paragraphs)
  }

  // MARK: VML

  private mutating func oldShape(_ node: XMLElement, _ line: inout WordLine, _ context: Context) {
    guard node.namespace == .vml else { return }
    if node.known == .group {
      for child in node.elements { oldShape(child, &line, context) }
      return
    }
    let style = Self.declarations(node.attribute(.style) ?? "")
    let width = style["width"].flatMap(Length.init(measure:)) ?? .zero
    let height = style["height"].flatMap(Length.init(measure:)) ?? .zero
    let type = node.attribute(.type) ?? ""
    let isConnector = type.ends(with: "_t32") || type.ends(with: "_t20")
    let isStroked = !["f", "false"].contains(node.attribute(.stroked) ?? "t")
    if node.known == .line || isConnector {
      let ends = [node.attribute(.from), node.attribute(.to)].map(Self.abscissa)
      let start = ends[0] ?? style["margin-left"].flatMap(Length.init(measure:))
      let length = node.known == .line ? (ends[1] ?? .zero) - (ends[0] ?? .zero) : width
      guard isStroked, length > .zero else { return }
      var drawn = DrawnLine(kind: .shape, length: length)
      let dash = node.firstChild(.stroke, in: .vml)?.attribute(.dashstyle)
      drawn.isSolid = dash ?? "solid" == "solid"
      let isCentred = style["mso-position-horizontal"] == "center"
      drawn.offset = isCentred ? .zero : start.map { $0 - (context.room - length).half }
      line.paragraph.lines.append(drawn)
    } else if let story = node.firstChild(.textbox, in: .vml)?.child(.txbxContent) {
      line.paragraph.boxes.append(
        box(story, width: width, height: height, isFramed: isStroked, context))
    }
  }

  private static func abscissa(_ point: String?) -> Length? {
    (point?.split(separator: ",").first).flatMap { Length(measure: String($0)) }
  }

  private static func declarations(_ style: String) -> [String: String] {
    var found: [String: String] = [:]
    for part in style.split(separator: ";") {
      let pair = part.split(separator: ":", maxSplits: 1)
      if pair.count == 2 { found[pair[0].trimmed] = pair[1].trimmed }
    }
    return found
  }
}
