internal import XMLTree

/// Moves the markers of blocks to the borders of what the blocks reach, so that an in-order walk
/// of the tree meets them in the order in which they act.
struct MarkerPlacement {
  private let format: DocumentFormat
  private let tags: [Tag]
  private let blankness: Blankness
  /// The last node placed behind a unit.
  private var tails: [ObjectIdentifier: XMLNode] = [:]
  /// Runs that a marker left, and that may hold nothing now.
  private var hollowed: [XMLNode] = []
  /// Paragraphs, rows, items and lists that held nothing but block tags.
  private var consumed: [XMLNode] = []
  private var isGoing: Set<ObjectIdentifier> = []

  init(_ tags: [Tag], format: DocumentFormat, blankness: Blankness) {
    self.tags = tags
    self.format = format
    self.blankness = blankness
  }

  /// Places the markers of all blocks, in the order of the text.
  mutating func place(_ blocks: [Block]) {
    var units: [Int: XMLNode] = [:]
    var inline: Set<Int> = []
    var columns: Set<Int> = []
    var singles: [Int: [XMLNode]] = [:]
    for block in blocks {
      switch block.reach {
      case .inline:
        let parents = block.tags.map { tags[$0].marker.parent }
        if !parents.allSatisfy({ $0 === parents[0] }) { inline.formUnion(block.tags) }
      case .columns: columns.formUnion(block.tags)
      case .units(let found):
        if block.isImplicit {
          singles[block.tags[0]] = found
        } else {
          for (number, unit) in zip(block.tags, found) { units[number] = unit }
        }
      }
    }
    let ends = Set(blocks.compactMap { $0.isImplicit ? nil : $0.tags.last })
    for number in tags.indices {
      let marker = tags[number].marker
      if columns.contains(number) {
        takeAway(marker, number)
      } else if let unit = units[number] {
        let behind = !blankness.isConsumed(unit) && ends.contains(number)
        move(marker, number, to: unit, behind: behind)
      } else if let units = singles[number], let first = units.first, let last = units.last {
        wrap(first, last, from: marker, number)
      } else if blankness.isConsumed(tags[number].paragraph) {
        let item = format.enclosing(.item, of: tags[number].paragraph)
        let unit = item.flatMap { blankness.isConsumed($0) ? $0 : nil } ?? tags[number].paragraph
        move(marker, number, to: unit, behind: false)
      } else if inline.contains(number) {
        hoist(marker, to: tags[number].paragraph)
      }
    }
    removeEmptied()
  }

  private mutating func move(
    _ marker: XMLNode, _ number: Int, to unit: XMLNode, behind: Bool
  ) {
    let holder = marker.parent
    marker.removeFromParent()
    if let holder, format.role(of: holder) == .other { hollowed.append(holder) }
    guard let container = unit.parent else { return }
    if behind {
      let tail = tails[ObjectIdentifier(unit)] ?? unit
      container.insert(marker, after: tail)
      tails[ObjectIdentifier(unit)] = marker
    } else {
      container.insert(marker, before: unit)
    }
    if blankness.isConsumed(unit) {
      consume(unit)
    } else if blankness.isConsumed(tags[number].paragraph) {
      shed(tags[number].paragraph)
    }
  }

  /// Takes a marker of columns out of its cell; others will stand around the cells of all rows.
  private mutating func takeAway(_ marker: XMLNode, _ number: Int) {
    let holder = marker.parent
    marker.removeFromParent()
    if let holder, format.role(of: holder) == .other { hollowed.append(holder) }
    guard blankness.isConsumed(tags[number].paragraph) else { return }
    if let row = format.enclosing(.row, of: tags[number].paragraph), blankness.isConsumed(row) {
      consume(row)
    } else {
      shed(tags[number].paragraph)
    }
  }

  /// Takes away a paragraph of block tags alone inside a row that stays, unless its cell would
  /// end without a paragraph.
  private mutating func shed(_ paragraph: XMLNode) {
    guard let cell = paragraph.parent else { return }
    let others = cell.elements.filter { other in
      other !== paragraph && ![.other, .passedOver].contains(format.role(of: other))
        && !isGoing.contains(ObjectIdentifier(other))
    }
    if let last = others.last, format.role(of: last) == .paragraph { consume(paragraph) }
  }

  private mutating func consume(_ unit: XMLNode) {
    if isGoing.insert(ObjectIdentifier(unit)).inserted { consumed.append(unit) }
  }

  /// Puts the marker before the first of its units and a marker of its end behind the last.
  private mutating func wrap(
    _ first: XMLNode, _ last: XMLNode, from marker: XMLNode, _ number: Int
  ) {
    move(marker, number, to: first, behind: false)
    let end = Marker.endNode(number)
    let tail = tails[ObjectIdentifier(last)] ?? last
    last.parent?.insert(end, after: tail)
    tails[ObjectIdentifier(last)] = end
  }

  /// Splits what stands between the marker and its paragraph, so that text on both sides keeps
  /// its formatting and the marker stands between runs.
  private func hoist(_ marker: XMLNode, to paragraph: XMLNode) {
    while let parent = marker.parent, parent !== paragraph {
      guard let index = marker.indexInParent, let above = parent.parent else { return }
      let behind = Array(parent.children[(index + 1)...])
      above.insert(marker, after: parent)
      if !behind.isEmpty {
        let twin = parent.shallowCopy()
        let identities = IdentityAttributes.of(parent)
        twin.attributes.removeAll { identities.dropped.contains($0.name) }
        if let properties = parent.firstChild("rPr", in: Namespace.word) {
          twin.append(properties.deepCopy())
        }
        for node in behind { twin.append(node) }
        above.insert(twin, after: marker)
      }
      if parent.isHollow { parent.removeFromParent() }
    }
  }

  /// Takes away the paragraphs and rows that held nothing but block tags, and the runs that
  /// markers left empty.
  private func removeEmptied() {
    for node in hollowed { ParagraphText.removeHollow(node, format: format) }
    for unit in consumed { unit.removeFromParent() }
  }
}
