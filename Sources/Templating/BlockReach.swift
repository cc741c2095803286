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
    if tags[block.tags[0]].clause.scope == .column {
      resolved.reach = .columns
      return resolved
    }
    if case .loop(let scope?, _, _) = tags[block.tags[0]].clause {
      let units = block.tags.compactMap { format.unit(scope, around: tags[$0].paragraph) }
      guard units.count == block.tags.count, units.allSatisfy({ $0.parent === units[0].parent })
      else { return ambiguous(block) }
      resolved.reach = .units(units)
      return resolved
    }
    let paragraphs = block.tags.map { tags[$0].paragraph }
    if paragraphs.allSatisfy({ $0 === paragraphs[0] }) { return resolved }
    guard let units = units(holding: paragraphs) ?? unitsOfMovedRows(paragraphs) else {
      return ambiguous(block)
    }
    guard zip(block.tags, units).allSatisfy({ standsAtBorder($0, of: $1, in: block) }),
      eachBranchHoldsSomething(units)
    else { return ambiguous(block) }
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
      // Writer makes a list of its own of every numbered paragraph.
      case .list: blankness.isConsumed(unit)
      default: false
      }
    }
    return fits ? units : nil
  }

  /// The rows of one table, when rows of block tags alone at the border of a group, such as the
  /// heading that OpenDocument sets apart, are taken out of it: they go anyway.
  private func unitsOfMovedRows(_ paragraphs: [XMLNode]) -> [XMLNode]? {
    let rows = paragraphs.compactMap { format.enclosing(.row, of: $0) }
    guard rows.count == paragraphs.count, let table = format.enclosing(.table, of: rows[0]),
      rows.allSatisfy({ format.enclosing(.table, of: $0) === table })
    else { return nil }
    for row in rows {
      guard let group = row.parent, group !== table else { continue }
      guard group.parent === table, blankness.isConsumed(row) else { return nil }
      if group.elements.last === row {
        table.insert(row, after: group)
      } else if group.elements.first === row {
        table.insert(row, before: group)
      } else {
        return nil
      }
      if group.elements.isEmpty { group.removeFromParent() }
    }
    return units(holding: paragraphs)
  }

  /// A tag that reaches over paragraphs stands at the border of its own: in the middle of a
  /// sentence nobody could say whether the sentence belongs to the block.
  private func standsAtBorder(_ number: Int, of unit: XMLNode, in block: Block) -> Bool {
    guard format.role(of: unit) != .row, !blankness.isConsumed(unit) else { return true }
    let isEnd = number == block.tags[block.tags.count - 1]
    return isEnd ? blankness.isLast(number) : blankness.isFirst(number)
  }

  /// A row cannot be cut: a `không thì` in the row that its `nếu` opens would leave that branch
  /// without any row.
  private func eachBranchHoldsSomething(_ units: [XMLNode]) -> Bool {
    zip(units, units.dropFirst().dropLast()).allSatisfy { unit, divider in
      unit !== divider || format.role(of: unit) != .row || blankness.isConsumed(unit)
    }
  }
}
