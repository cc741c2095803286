internal import Diagnostics
internal import XMLTree

/// Decides how far each block reaches: the lowest common ancestor of its tags says.
struct BlockReach {
  private let format: DocumentFormat
  private let tags: [Tag]
  private let blankness: Blankness
  private(set) var findings: [Diagnostic] = []

  init(_ tags: [Tag], format: DocumentFormat, blankness: Blankness) {
    self.tags = tags
    self.format = format
    self.blankness = blankness
  }

  /// The block with its reach, or nil when the tags can be read in two ways.
  mutating func resolve(_ block: Block) -> Block? {
    guard !block.isImplicit else { return block }
    var resolved = block
    if case .loop(let scope?, _, _) = tags[block.tags[0]].clause {
      let units = block.tags.compactMap { format.unit(scope, around: tags[$0].paragraph) }
      guard units.count == block.tags.count, units.allSatisfy({ $0.parent === units[0].parent })
      else { return ambiguous(block) }
      resolved.reach = .units(units)
      return resolved
    }
    let paragraphs = block.tags.map { tags[$0].paragraph }
    if paragraphs.allSatisfy({ $0 === paragraphs[0] }) { return resolved }
    guard let units = units(holding: paragraphs) else { return ambiguous(block) }
    guard zip(block.tags, units).allSatisfy({ standsAtBorder($0, of: $1, in: block) }) else {
      return ambiguous(block)
    }
    resolved.reach = .units(units)
    return resolved
  }

  private mutating func ambiguous(_ block: Block) -> Block? {
    findings.append(
      .ambiguousReach(tags[block.tags[0]], end: tags[block.tags[block.tags.count - 1]]))
    return nil
  }

  /// The children of the lowest common ancestor that hold the paragraphs, when they are units of
  /// one kind: paragraphs of one text, rows of one table, items of one list.
  private func units(holding paragraphs: [XMLNode]) -> [XMLNode]? {
    let paths = paragraphs.map { Array($0.path.reversed()) }
    let shortest = paths.map(\.count).min() ?? 0
    var depth = 0
    while depth < shortest, paths.allSatisfy({ $0[depth] === paths[0][depth] }) { depth += 1 }
    guard depth > 0, depth < shortest else { return nil }
    let ancestor = paths[0][depth - 1]
    if format.role(of: ancestor) == .row { return paragraphs.map { _ in ancestor } }
    let units = paths.map { $0[depth] }
    let fits = units.allSatisfy { unit in
      switch format.role(of: unit) {
      case .paragraph, .row, .item: true
      default: false
      }
    }
    return fits ? units : nil
  }

  /// A tag that reaches over paragraphs stands at the border of its own: in the middle of a
  /// sentence nobody could say whether the sentence belongs to the block.
  private func standsAtBorder(_ number: Int, of unit: XMLNode, in block: Block) -> Bool {
    guard format.role(of: unit) == .paragraph, !blankness.isConsumed(unit) else { return true }
    return number == block.tags[0]
      ? blankness.isFirst(number, in: unit)
      : (number == block.tags[block.tags.count - 1]
        ? blankness.isLast(number, in: unit) : blankness.isFirst(number, in: unit))
  }
}

/// Which paragraphs, rows and items hold nothing but block tags, seen before the tree changes.
struct Blankness {
  private let format: DocumentFormat
  private var consumed: Set<ObjectIdentifier> = []
  private var first: Set<Int> = []
  private var last: Set<Int> = []

  /// Looks at the units of all tags of a part; their markers stand in the tree already.
  init(_ tags: [Tag], format: DocumentFormat) {
    self.format = format
    var seen: Set<ObjectIdentifier> = []
    for tag in tags where tag.clause.isBlock {
      var unit: XMLNode? = tag.paragraph
      while let candidate = unit {
        let role = format.role(of: candidate)
        let isUnit = role == .paragraph || role == .row || role == .item
        if isUnit, seen.insert(ObjectIdentifier(candidate)).inserted,
          holdsOnlyBlocks(candidate, tags)
        {
          consumed.insert(ObjectIdentifier(candidate))
        }
        unit = role == .table || role == .story ? nil : candidate.parent
      }
      judgeBorders(of: tag.paragraph, tags)
    }
  }

  func isConsumed(_ unit: XMLNode) -> Bool { consumed.contains(ObjectIdentifier(unit)) }
  func isFirst(_ number: Int, in unit: XMLNode) -> Bool { first.contains(number) }
  func isLast(_ number: Int, in unit: XMLNode) -> Bool { last.contains(number) }

  /// Which tags have nothing but block tags and spaces before them, and which behind them.
  private mutating func judgeBorders(of paragraph: XMLNode, _ tags: [Tag]) {
    let content = Array(paragraph.descendants)
    mark(content, tags, into: &first)
    mark(content.reversed(), tags, into: &last)
  }

  private func mark(_ nodes: [XMLNode], _ tags: [Tag], into set: inout Set<Int>) {
    for node in nodes {
      if let number = Marker.number(of: node) {
        guard tags[number].clause.isBlock else { return }
        set.insert(number)
      } else if isVisible(node) {
        return
      }
    }
  }

  private func holdsOnlyBlocks(_ unit: XMLNode, _ tags: [Tag]) -> Bool {
    unit.descendants.allSatisfy { node in
      if let number = Marker.number(of: node) { return tags[number].clause.isBlock }
      return !isVisible(node)
    }
  }

  /// True for what a reader would miss if the paragraph went: text, drawings, fields, breaks.
  private func isVisible(_ node: XMLNode) -> Bool {
    switch node.kind {
    case .text: !node.text.allSatisfy(\.isWhitespace)
    case .comment, .processingInstruction: false
    case .element: !Self.invisible.contains(node.name.local) && !insideProperties(node)
    }
  }

  private func insideProperties(_ node: XMLNode) -> Bool {
    var current = node.parent
    while let parent = current {
      if ["pPr", "rPr", "tcPr", "trPr"].contains(parent.name.local) {
        return node.name.local != "sectPr"
      }
      if format.role(of: parent) == .paragraph { return false }
      current = parent.parent
    }
    return false
  }

  private static let invisible: Set<String> = [
    "r", "t", "rPr", "pPr", "tcPr", "trPr", "tc", "p", "proofErr", "bookmarkStart",
    "bookmarkEnd", "lastRenderedPageBreak", "smartTag", "span", "s", "h", "bookmark",
    "bookmark-start", "bookmark-end", "soft-page-break", "table-cell", "covered-table-cell",
    "table-row", "list-item",
  ]
}
