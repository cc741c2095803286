internal import Diagnostics
internal import Expressions
internal import XMLTree

/// Pairs the tags of one part into blocks, story by story, and reports what has no partner.
struct BlockPairing {
  private let format: DocumentFormat
  private let tags: [Tag]
  private let blankness: Blankness
  /// The most blocks that may be open at once.
  private let depth: Int
  private var open: [ObjectIdentifier: [Block]] = [:]
  private(set) var blocks: [Block] = []
  private(set) var findings: [Diagnostic] = []

  init(_ tags: [Tag], format: DocumentFormat, blankness: Blankness, depth: Int) {
    self.depth = depth
    self.tags = tags
    self.format = format
    self.blankness = blankness
    var stories: [XMLNode] = []
    var seen: Set<ObjectIdentifier> = []
    for number in tags.indices {
      let story = format.story(of: tags[number].paragraph)
      if seen.insert(ObjectIdentifier(story)).inserted { stories.append(story) }
      closeLeftRows(before: number, in: story)
      pair(number, in: story)
    }
    for story in stories { closeStory(story) }
  }

  private mutating func pair(_ number: Int, in story: XMLNode) {
    let tag = tags[number]
    let key = ObjectIdentifier(story)
    if tag.clause.opensBlock, open[key]?.count == depth { findings.append(.tooDeep(tag, depth)) }
    switch tag.clause {
    case .value, .comment: break
    case .onlyIf(let scope, _): single(number, scope: scope)
    case .separator where !isInLoop(key):
      findings.append(.clauseOutsideBlock(tag))
      open[key, default: []].append(Block(tags: [number]))
    case .condition, .loop, .section, .inverse, .separator:
      open[key, default: []].append(Block(tags: [number]))
    case .otherwiseIf, .otherwise, .whenEmpty:
      guard let last = open[key]?.indices.last, accepts(open[key]?[last], tag.clause) else {
        findings.append(.clauseOutsideBlock(tag))
        return
      }
      open[key]?[last].tags.append(number)
    case .end, .endSeparator:
      guard var block = open[key]?.popLast() else {
        findings.append(.neverOpened(tag))
        return
      }
      let opening = tags[block.tags[0]]
      if !fits(tag.clause, opening.clause) { findings.append(.wrongEnd(tag, opening: opening)) }
      block.tags.append(number)
      blocks.append(block)
    }
  }

  /// Whether there are items that a separator could stand between.
  private func isInLoop(_ story: ObjectIdentifier) -> Bool {
    (open[story] ?? []).contains { tags[$0.tags[0]].clause.repeats }
  }

  /// Whether a dividing clause belongs to the innermost open block.
  private func accepts(_ block: Block?, _ clause: Clause) -> Bool {
    guard let block else { return false }
    let hasOtherwise = block.tags.contains {
      tags[$0].clause == .otherwise || tags[$0].clause == .whenEmpty
    }
    guard !hasOtherwise else { return false }
    return switch (tags[block.tags[0]].clause, clause) {
    case (.condition, .otherwiseIf), (.condition, .otherwise), (.loop, .whenEmpty): true
    default: false
    }
  }

  private func fits(_ end: Clause, _ opening: Clause) -> Bool {
    // An opening that could not be read may be closed by anything: its own fault is told.
    if opening.expression == .literal(.null) { return true }
    return switch (opening, end) {
    case (.separator, .endSeparator): true
    case (.separator, _), (_, .endSeparator): false
    case (_, .end(nil)), (.condition, .end(.condition)), (.loop, .end(.loop)): true
    case (.section(let path, _), .end(.section(let name))),
      (.inverse(let path, _), .end(.section(let name))):
      path.means(name)
    default: false
    }
  }

  /// A one-tag condition makes a block of its own around the element it stands in.
  private mutating func single(_ number: Int, scope: Clause.ElementScope) {
    let paragraph = tags[number].paragraph
    guard let units = format.units(scope, around: paragraph) else {
      findings.append(.noSuchUnit(tags[number], scope))
      return
    }
    blocks.append(
      Block(tags: [number], reach: scope == .column ? .columns : .units(units), isImplicit: true))
  }

  /// When the tags leave a table, a `mỗi` left open in a row's first cell repeats that row.
  private mutating func closeLeftRows(before number: Int, in story: XMLNode) {
    let key = ObjectIdentifier(story)
    while let block = open[key]?.last, let unit = implicitUnit(of: block) {
      let paragraph = tags[number].paragraph
      let border = format.role(of: unit) == .row ? format.enclosing(.table, of: unit) : unit
      guard let border, !border.encloses(paragraph) else { return }
      closeImplicitly(block, around: unit, key)
    }
  }

  private mutating func closeImplicitly(
    _ block: Block, around unit: XMLNode, _ key: ObjectIdentifier
  ) {
    open[key]?.removeLast()
    blocks.append(Block(tags: block.tags, reach: .units([unit]), isImplicit: true))
  }

  /// The element that a loop without `hết` repeats, when it may go without.
  private func implicitUnit(of block: Block) -> XMLNode? {
    guard block.tags.count == 1, case .loop(let scope, _, _) = tags[block.tags[0]].clause else {
      return nil
    }
    let paragraph = tags[block.tags[0]].paragraph
    // Columns end where their author says: in the row each cell could be the last.
    // Pages too: which page would be the last?
    if scope == .column || scope == .page { return nil }
    if let scope { return format.unit(scope, around: paragraph) }
    // A row of block tags alone would repeat nothing: there a `hết` was forgotten.
    guard let row = format.enclosing(.row, of: paragraph), !blankness.isConsumed(row),
      let cell = format.enclosing(.cell, of: paragraph),
      row.descendants.first(where: { format.role(of: $0) == .cell }) === cell
    else { return nil }
    return row
  }

  private mutating func closeStory(_ story: XMLNode) {
    let key = ObjectIdentifier(story)
    while let block = open[key]?.last {
      if let unit = implicitUnit(of: block) {
        closeImplicitly(block, around: unit, key)
      } else {
        open[key]?.removeLast()
        findings.append(.leftOpen(tags[block.tags[0]]))
      }
    }
  }
}

extension DocumentFormat {
  /// The nearest element of a role around a node, the node itself left out.
  func enclosing(_ role: Role, of node: XMLNode) -> XMLNode? {
    var current = node.parent
    while let candidate = current {
      if self.role(of: candidate) == role { return candidate }
      current = candidate.parent
    }
    return nil
  }

  /// The story a paragraph belongs to; the root of the part when there is none.
  func story(of paragraph: XMLNode) -> XMLNode {
    enclosing(.story, of: paragraph) ?? paragraph.root
  }

  /// The item of a list that a paragraph fills alone: without it the item would stay as a bare
  /// number.
  private func listItem(of paragraph: XMLNode) -> XMLNode? {
    guard let item = paragraph.parent, role(of: item) == .item else { return nil }
    let isAlone = item.elements.allSatisfy { $0 === paragraph || Marker.number(of: $0) != nil }
    return isAlone ? item : nil
  }

  private func isBody(_ node: XMLNode?) -> Bool {
    node?.isElement("body", in: Namespace.word) ?? false
      || node?.isElement("text", in: Namespace.office) ?? false
  }

  /// The element that a scope word names around a paragraph.
  func unit(_ scope: Clause.ElementScope, around paragraph: XMLNode) -> XMLNode? {
    // A link's target or a property is no element that could go or come again.
    if Marker.isLine(paragraph) { return nil }
    return switch scope {
    case .paragraph: listItem(of: paragraph) ?? paragraph
    case .row: enclosing(.row, of: paragraph)
    case .table: enclosing(.table, of: paragraph)
    case .section: openSection(around: paragraph)
    case .column: enclosing(.cell, of: paragraph)
    // Pages follow one another in the body alone.
    case .page: isBody(paragraph.parent) ? paragraph : nil
    }
  }
}

extension XMLNode {
  /// The topmost node above.
  var root: XMLNode {
    var node = self
    while let above = node.parent { node = above }
    return node
  }

  /// True when the other node is this one or stands below it.
  func encloses(_ other: XMLNode) -> Bool {
    var current: XMLNode? = other
    while let node = current {
      if node === self { return true }
      current = node.parent
    }
    return false
  }

  /// The nodes from this one up to the root.
  var path: [XMLNode] {
    var nodes = [self]
    while let above = nodes[nodes.count - 1].parent { nodes.append(above) }
    return nodes
  }
}
