internal import Diagnostics
internal import XMLTree

/// Columns of a table that a loop repeats or a condition keeps.
struct ColumnBlock {
  /// The number of the tag that opens it.
  let tag: Int
  let table: XMLNode
  /// Its columns in the table's grid.
  let range: Range<Int>
}

/// What a number of columns, or a width, becomes when columns come and go.
struct ColumnMeasure: Sendable, Hashable {
  /// The number in the template.
  let base: Int
  /// By how much it grows with each copy of a block beyond the first.
  let steps: [Step]
  /// The width of the whole table, which stays, and by how much the copies would widen it; zero
  /// for a number of columns.
  let total: Int
  let totalSteps: [Step]

  struct Step: Sendable, Hashable {
    let block: Int
    let amount: Int
  }
}

/// The column blocks of a part: which cells they take, and which numbers follow them.
struct ColumnPlan {
  private(set) var blocks: [ColumnBlock] = []
  private(set) var findings: [Diagnostic] = []
  /// The attributes that follow, by element.
  private(set) var measures: [ObjectIdentifier: [(name: XMLName, measure: ColumnMeasure)]] = [:]
  /// The blocks of each table, by their places in ``blocks``.
  private(set) var tables: [ObjectIdentifier: [Int]] = [:]
  /// The tables that hold no column beside those that may go.
  private(set) var vanishing: Set<ObjectIdentifier> = []

  private let format: DocumentFormat
  private let tags: [Tag]
  /// The cells of each table with column blocks, row by row, as its author left them; nil where
  /// there are too many of them to follow.
  private var grids: [ObjectIdentifier: [GridCell]?] = [:]

  /// Why columns cannot follow.
  enum Fault: Hashable {
    case otherRow, noGrid, cutCell, overlap, dividingClause, tooWide
  }

  /// How many cells, each counted once for each block of its table, are looked at: a table of 60
  /// columns and 1,000 rows in which 30 columns come and go.
  private static let mostWork = 2_000_000
  /// How many nodes are made where an element stands for several columns.
  private static let mostNodes = 100_000

  /// Finds the columns of the blocks that speak of columns; the tree is as its author left it.
  init(_ blocks: [Block], _ tags: [Tag], format: DocumentFormat) {
    self.format = format
    self.tags = tags
    for block in blocks where tags[block.tags[0]].clause.scope == .column {
      add(block)
    }
    for (index, block) in self.blocks.enumerated() {
      tables[ObjectIdentifier(block.table), default: []].append(index)
    }
    for (index, block) in self.blocks.enumerated() {
      let table = ObjectIdentifier(block.table)
      let count = tables[table]?.count ?? 0
      if count <= GridCell.mostColumns, count * cells(of: table).count <= Self.mostWork {
        judge(index)
      } else {
        fail(tags[block.tag], .tooWide)
      }
    }
  }

  private mutating func add(_ block: Block) {
    let opening = tags[block.tags[0]]
    guard block.tags.count <= 2 else { return fail(opening, .dividingClause) }
    let cells = block.tags.compactMap { format.enclosing(.cell, of: tags[$0].paragraph) }
    let rows = cells.compactMap { format.enclosing(.row, of: $0) }
    guard let row = rows.first, rows.count == block.tags.count, rows.allSatisfy({ $0 === row }),
      let table = format.enclosing(.table, of: row)
    else { return fail(opening, .otherRow) }
    guard grid(of: table) != nil else { return fail(opening, .tooWide) }
    let count = table.columnCount(format)
    guard count > 0 else { return fail(opening, .noGrid) }
    let grid = row.cells(format)
    let found = cells.compactMap { cell in grid.first { $0.isCell && $0.node.encloses(cell) } }
    guard let first = found.first, let last = found.last, last.column >= first.column else {
      return fail(opening, .noGrid)
    }
    // Word's cells that stand beyond the columns its table says it has.
    guard last.column + last.columns <= count else { return fail(opening, .noGrid) }
    blocks.append(
      ColumnBlock(
        tag: block.tags[0], table: table, range: first.column..<(last.column + last.columns)))
  }

  /// The columns that a cell is seen in: one of OpenDocument stands in its first column, and covers
  /// the cells that follow it.
  private func extent(of cell: GridCell) -> Range<Int> {
    cell.column..<(cell.column + max(cell.columns, cell.node.spannedColumns))
  }

  private mutating func fail(_ tag: Tag, _ fault: Fault) {
    findings.append(.columns(tag, fault))
  }

  /// Whether every cell of the table stands in the block, around it, or beside it.
  private mutating func judge(_ index: Int) {
    let block = blocks[index]
    let own = tables[ObjectIdentifier(block.table)] ?? []
    let overlaps = own.contains { $0 != index && blocks[$0].range.overlaps(block.range) }
    if overlaps { return fail(tags[block.tag], .overlap) }
    let free = freeColumns(beside: own)
    for cell in cells(of: ObjectIdentifier(block.table)) {
      let columns = extent(of: cell)
      guard columns.overlaps(block.range) else { continue }
      let isInside = columns.clamped(to: block.range) == columns
      let isAround = block.range.clamped(to: columns) == block.range
      guard cell.isCell, isInside || isAround else { return fail(tags[block.tag], .cutCell) }
      let isAllTaken =
        columns.upperBound < free.count && free[columns.upperBound] == free[columns.lowerBound]
      if !isInside, isAllTaken { return fail(tags[block.tag], .cutCell) }
    }
  }

  /// How many columns that stand in none of the blocks given lie before each column, up to the end
  /// of the last block.
  private func freeColumns(beside own: [Int]) -> [Int] {
    let end = own.map { blocks[$0].range.upperBound }.max() ?? 0
    var isTaken = Array(repeating: false, count: end)
    for block in own {
      for column in blocks[block].range { isTaken[column] = true }
    }
    return isTaken.reduce(into: [0]) { counts, taken in
      counts.append((counts.last ?? 0) + (taken ? 0 : 1))
    }
  }

  private func cells(of table: ObjectIdentifier) -> [GridCell] {
    grids[table].flatMap(\.self) ?? []
  }

  /// The cells of a table, each element standing for one column of OpenDocument from here on; nil
  /// where they are more than a table has.
  private mutating func grid(of table: XMLNode) -> [GridCell]? {
    if let known = grids[ObjectIdentifier(table)] { return known }
    let isSpread = Self.spread(table, format)
    let rows = isSpread ? table.rows(format).map { $0.cells(format) } : []
    let isNarrow = rows.allSatisfy { row in
      row.last.map { $0.column + $0.columns <= GridCell.mostColumns } ?? true
    }
    let grid: [GridCell]? =
      isSpread && isNarrow && table.columnCount(format) <= GridCell.mostColumns
      ? rows.flatMap(\.self) : nil
    grids[ObjectIdentifier(table)] = .some(grid)
    return grid
  }

  /// Writes elements that stand for several columns one by one; false, and the table as it was,
  /// where that would be a multiple of what the file holds.
  private static func spread(_ table: XMLNode, _ format: DocumentFormat) -> Bool {
    guard format == .odt else { return true }
    let nodes =
      (table.columnNodes(format) + table.rows(format).flatMap { $0.cells(format).map(\.node) })
      .filter { $0.repeatedColumns > 1 }
    var made = 0
    for node in nodes {
      made += (node.repeatedColumns - 1) * node.descendants.reduce(1) { count, _ in count + 1 }
      guard made <= mostNodes else { return false }
    }
    for node in nodes {
      let count = node.repeatedColumns
      node.removeAttribute("number-columns-repeated", in: Namespace.table)
      for _ in 1..<count { node.parent?.insert(node.deepCopy(), after: node) }
    }
    return true
  }

  // MARK: Placing

  /// Puts markers around the cells of the blocks, in every row, and around their columns.
  mutating func place() {
    // The numbers first: they are told by the grid without markers.
    for (table, own) in tables {
      let node = blocks[own[0]].table
      measure(node, own)
      let all = own.reduce(0) { $0 + blocks[$1].range.count }
      if all == node.columnCount(format) { vanishing.insert(table) }
    }
    for (index, block) in blocks.enumerated() {
      let columns = block.table.columnNodes(format)
      if columns.count >= block.range.upperBound {
        Self.surround(Array(columns[block.range]), index)
      }
    }
    for own in tables.values {
      for row in blocks[own[0]].table.rows(format) { place(own, in: row) }
    }
  }

  private func place(_ own: [Int], in row: XMLNode) {
    let cells = row.cells(format)
    // For look-up only.
    var covered: [Int: [XMLNode]] = [:]
    for cell in cells where format == .odt {
      // A cell that reaches over a block stays; as many of the cells that it covers come and go.
      let columns = extent(of: cell)
      let around = own.filter {
        blocks[$0].range.clamped(to: columns) == blocks[$0].range && blocks[$0].range != columns
      }
      guard !around.isEmpty else { continue }
      var covers = cells.filter { $0.column > cell.column && $0.column < columns.upperBound }[...]
      for block in around {
        covered[block] = covers.prefix(blocks[block].range.count).map(\.node)
        covers = covers.dropFirst(blocks[block].range.count)
      }
    }
    for block in own {
      let inside = cells.filter {
        $0.isCell && extent(of: $0).clamped(to: blocks[block].range) == extent(of: $0)
      }
      Self.surround(covered[block] ?? inside.map(\.node), block)
    }
  }

  private static func surround(_ nodes: [XMLNode], _ block: Int) {
    guard let first = nodes.first, let last = nodes.last else { return }
    first.parent?.insert(Marker.columnNode(block, isEnd: false), before: first)
    last.parent?.insert(Marker.columnNode(block, isEnd: true), after: last)
  }

  private mutating func measure(_ table: XMLNode, _ own: [Int]) {
    let widths = table.columnNodes(format).map { column in
      Self.width(column) ?? 0
    }
    let total = widths.reduce(0, +)
    let totalSteps = own.map { block in
      ColumnMeasure.Step(block: block, amount: widths[blocks[block].range].reduce(0, +))
    }
    func width(_ base: Int, _ steps: [ColumnMeasure.Step]) -> ColumnMeasure {
      ColumnMeasure(base: base, steps: steps, total: total, totalSteps: totalSteps)
    }
    if format == .docx, total > 0 {
      for (column, base) in zip(table.columnNodes(format), widths) {
        note(column, "w", width(base, []))
      }
    }
    for cell in table.rows(format).flatMap({ $0.cells(format) }) where cell.isCell {
      let columns = extent(of: cell)
      let around = own.filter {
        blocks[$0].range.clamped(to: columns) == blocks[$0].range && blocks[$0].range != columns
      }
      let spans = around.map { ColumnMeasure.Step(block: $0, amount: blocks[$0].range.count) }
      let span = ColumnMeasure(base: columns.count, steps: spans, total: 0, totalSteps: [])
      switch format {
      case .odt where spans.isEmpty: break
      case .odt: note(cell.node, "number-columns-spanned", span)
      case .docx:
        let node =
          cell.node.isElement("tc", in: Namespace.word)
          ? cell.node : cell.node.descendants.first { $0.isElement("tc", in: Namespace.word) }
        let properties = node?.firstChild("tcPr", in: Namespace.word)
        if !spans.isEmpty, let node = properties?.firstChild("gridSpan", in: Namespace.word) {
          note(node, "val", span)
        }
        if let box = properties?.firstChild("tcW", in: Namespace.word), total > 0,
          ["dxa", nil].contains(box.attribute("type", in: Namespace.word)),
          let base = Self.width(box)
        {
          let steps = around.map { block in
            ColumnMeasure.Step(block: block, amount: widths[blocks[block].range].reduce(0, +))
          }
          note(box, "w", width(base, steps))
        }
      }
    }
  }

  /// A width in twips; a page of Word is at most 31,680 wide.
  private static func width(_ node: XMLNode) -> Int? {
    node.attribute("w", in: Namespace.word).flatMap(Int.init(word:)).map {
      min(max($0, 0), 100_000)
    }
  }

  private mutating func note(_ node: XMLNode, _ local: String, _ measure: ColumnMeasure) {
    guard let name = node.attributes.first(where: { $0.name.local == local })?.name else { return }
    measures[ObjectIdentifier(node), default: []].append((name, measure))
  }
}
