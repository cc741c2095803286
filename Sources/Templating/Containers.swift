internal import XMLTree

/// Judges which elements must hold something whatever the data say: a table without rows, or a
/// cell without a paragraph, breaks the document.
struct Containers {
  let format: DocumentFormat
  let tags: [Tag]
  /// The tables that may lose all their columns, and then go.
  let vanishing: Set<ObjectIdentifier>

  /// How an element is guarded while it is written.
  enum Guard {
    /// A table all of whose rows may go; it goes with them.
    case table
    /// A cell, header or other story all of whose paragraphs may go; it gets one back.
    case cell
  }

  /// What its children must know of an element; judged once, however many children there are.
  struct Container {
    let guarded: Guard?
    let hasMarkers: Bool
  }

  func container(_ node: XMLNode, _ role: Role) -> Container {
    let children = node.elements
    let hasMarkers = children.contains { $0.name.namespace == Marker.namespace }
    let guarded: Guard? =
      switch role {
      case .table where !certain(.row, among: children): .table
      case .cell where !certain(.paragraph, among: children): .cell
      case .story where !certain(.paragraph, among: children): .cell
      default: nil
      }
    return Container(guarded: guarded, hasMarkers: hasMarkers)
  }

  /// Whether a child, when it is written, is reason enough to keep its guarded container.
  func keepsTentative(_ node: XMLNode, inside parent: Container) -> Bool {
    switch parent.guarded {
    case .table: holds(.row, node)
    case .cell: holds(.paragraph, node) || node.isElement("sectPr", in: Namespace.word)
    case nil: false
    }
  }

  /// Whether there is a child of the role that no block can take away.
  private func certain(_ role: Role, among children: [XMLNode]) -> Bool {
    var depth = 0
    var hasMarkers = false
    for child in children {
      if let number = Marker.number(of: child) {
        hasMarkers = true
        depth += Self.depthChange(of: tags, number, isEnd: Marker.isEnd(child))
      } else if vanishing.contains(ObjectIdentifier(child)) {
        hasMarkers = true
      } else if depth == 0, holds(role, child) {
        return true
      }
    }
    return !hasMarkers
  }

  private func holds(_ role: Role, _ child: XMLNode) -> Bool {
    let found = format.role(of: child)
    if found == role || (role == .paragraph && (found == .table || found == .list)) { return true }
    // Rows and paragraphs may stand in groups: heading rows, sections, content controls.
    return found == .other && child.descendants.contains { format.role(of: $0) == role }
  }

  /// How a marker changes the number of blocks around what follows.
  static func depthChange(of tags: [Tag], _ number: Int, isEnd: Bool) -> Int {
    if isEnd { return -1 }
    return switch tags[number].clause {
    case .condition, .loop, .section, .inverse, .separator, .onlyIf: 1
    case .end, .endSeparator: -1
    case .value, .otherwiseIf, .otherwise, .whenEmpty, .comment: 0
    }
  }

  // MARK: What stands in for what went

  /// A paragraph with the properties of the first one that stood in the container.
  func emptyParagraph(of container: XMLNode) -> [UInt8] {
    var writer = XMLWriter()
    let model = container.descendants.first { format.role(of: $0) == .paragraph }
    let paragraph = model?.shallowCopy() ?? format.emptyParagraph
    if let properties = model?.firstChild("pPr", in: Namespace.word) {
      let twin = properties.deepCopy()
      // A section ends at its own paragraph only.
      for node in twin.elements
      where node.name.namespace == Marker.namespace || node.isElement("sectPr", in: Namespace.word)
      { node.removeFromParent() }
      paragraph.append(twin)
    }
    writer.append(paragraph)
    return writer.bytes
  }

  /// The bytes that end a Word table with which this one would melt; nil when the template has
  /// them side by side itself.
  func tableEnd(of table: XMLNode) -> [UInt8]? {
    guard format == .docx, let siblings = table.parent?.elements,
      let index = siblings.firstIndex(where: { $0 === table })
    else { return nil }
    if index > 0, format.role(of: siblings[index - 1]) == .table { return nil }
    return endTag(of: table)
  }

  /// The bytes that end a table in a cell, behind which Word wants a paragraph.
  func tableEnd(in cell: XMLNode) -> [UInt8]? {
    guard format == .docx else { return nil }
    return cell.elements.first { format.role(of: $0) == .table }.map(endTag)
  }

  private func endTag(of node: XMLNode) -> [UInt8] {
    var writer = XMLWriter()
    writer.appendEndTag(of: node)
    return writer.bytes
  }
}

extension DocumentFormat {
  /// A paragraph without content.
  var emptyParagraph: XMLNode {
    switch self {
    case .docx: .element(XMLName("p", prefix: "w", namespace: Namespace.word))
    case .odt: .element(XMLName("p", prefix: "text", namespace: Namespace.text))
    }
  }
}
