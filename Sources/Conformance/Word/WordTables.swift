internal import Vocabulary
internal import XMLTree

extension WordReader {
  /// What the rows of a table have in common.
  struct Frame {
    /// The inner margins of its cells, in twips.
    let padding: (left: Int, right: Int)
    /// The widths of its columns, in twips.
    let grid: [Int]
    /// What a width in percent is a part of.
    let whole: Length
    /// Which of its lines are seen.
    let borders: [Name: Bool]
    /// Where what its cells hold stands.
    let context: Context
  }

  /// A table with the widths and the visible lines of its cells.
  mutating func table(_ node: XMLElement, _ context: Context) -> Table {
    let frame = frame(of: node, context)
    let rows = Self.flattened(node).filter { $0.isElement(.tr, in: .word) }
    var table = Table(rows: [])
    for (index, row) in rows.enumerated() {
      let position = (isFirst: index == 0, isLast: index == rows.count - 1)
      table.rows.append(self.row(row, of: frame, position))
    }
    return table
  }

  /// A row in the middle of a table of the body; nil of any other table.
  mutating func row(_ node: XMLElement) -> Table.Row? {
    guard let table = node.parent, table.parent?.isElement(.body, in: .word) == true else {
      return nil
    }
    // Asked for thousands of rows: it is made once, and holds nothing of the body.
    if frameOfRows?.table != table.position {
      let context = Context(part: part, room: .zero)
      frameOfRows = (table: table.position, frame: frame(of: table, context))
    }
    guard let frame = frameOfRows?.frame else { return nil }
    places = ParagraphPlaces(body: part)
    return row(node, of: frame, (isFirst: false, isLast: false))
  }

  private func frame(of node: XMLElement, _ context: Context) -> Frame {
    let properties = node.child(.tblPr)
    let styles = looks.styles.chain(properties?.child(.tblStyle)?.w(.val), type: "table")
    let settings = styles.compactMap { $0.child(.tblPr) } + [properties].compactMap(\.self)
    var inner = context
    inner.tableStyles += styles
    inner.isInside = true
    let asked = settings.compactMap { $0.child(.tblW) }.last
    return Frame(
      padding: Self.padding(settings.compactMap { $0.child(.tblCellMar) }),
      grid: node.child(.tblGrid).elements.map { $0.wholeNumber(.w) ?? 0 },
      whole: Self.extent(asked, of: context.room) ?? context.room,
      borders: Self.edges(settings.compactMap { $0.child(.tblBorders) }), context: inner)
  }

  private mutating func row(
    _ node: XMLElement, of frame: Frame, _ place: (isFirst: Bool, isLast: Bool)
  ) -> Table.Row {
    let cells = Self.flattened(node).filter { $0.isElement(.tc, in: .word) }
    var column = 0
    var read = Table.Row(cells: [])
    for (position, cell) in cells.enumerated() {
      let own = cell.child(.tcPr)
      let span = min(max(1, own?.child(.gridSpan)?.wholeNumber(.val) ?? 1), 64)
      let ofGrid = frame.grid.dropFirst(column).prefix(span).reduce(0) { $0 + min($1, 100_000) }
      column += span
      // What a cell asks for outweighs the grid, which Word reckons anew.
      let width = Self.extent(own?.child(.tcW), of: frame.whole) ?? .twips(ofGrid)
      var inner = frame.context
      let padding = Self.padding([own?.child(.tcMar)].compactMap(\.self), over: frame.padding)
      inner.room = width - .twips(padding.left) - .twips(padding.right)
      let edges = Self.edges([own?.child(.tcBorders)].compactMap(\.self))
      let borders = frame.borders
      let seen = [
        edges[.top] ?? borders[place.isFirst ? .top : .insideH],
        edges[.bottom] ?? borders[place.isLast ? .bottom : .insideH],
        edges[.left] ?? borders[position == 0 ? .left : .insideV],
        edges[.right] ?? borders[position == cells.count - 1 ? .right : .insideV],
      ]
      let content = Self.flattened(cell).flatMap { blocks($0, inner) }
      read.cells.append(
        Table.Cell(width: width, isBordered: seen.contains(true), blocks: content))
    }
    return read
  }

  /// Which edges show a line, by the last word of the sources.
  private static func edges(_ sources: [XMLElement]) -> [Name: Bool] {
    var edges: [Name: Bool] = [:]
    for edge in sources.flatMap(\.elements) {
      let name = edge.known == .start ? .left : edge.known == .end ? .right : edge.known
      let isWhite = edge.w(.color)?.uppercased() == "FFFFFF"
      edges[name] = !["nil", "none"].contains(edge.w(.val) ?? "none") && !isWhite
    }
    return edges
  }

  /// What a width asks for: a length, or a part of the whole, in fiftieths of a percent or with its
  /// sign; nil when it leaves that to the grid.
  private static func extent(_ width: XMLElement?, of whole: Length) -> Length? {
    guard let width, let said = width.w(.w)?.trimmed else { return nil }
    let isSigned = said.ends(with: "%")
    guard isSigned || width.w(.type) == "pct" else {
      return width.w(.type) ?? "dxa" == "dxa" ? width.wholeNumber(.w).map(Length.twips) : nil
    }
    let number = Double(isSigned ? String(said.dropLast()) : said)
    guard let number, number > 0, whole > .zero else { return nil }
    let percent = Measure.cut(isSigned ? number : number / 50, to: Measure.percentages)
    return Length(micrometres: Int((Double(whole.micrometres) * percent / 100).rounded()))
  }

  /// The inner margins of cells, by the last word of the sources.
  private static func padding(
    _ sources: [XMLElement], over known: (left: Int, right: Int) = (0, 0)
  ) -> (left: Int, right: Int) {
    func side(_ names: [Name], _ known: Int) -> Int {
      sources.reduce(known) { known, source in
        names.compactMap { source.child($0)?.wholeNumber(.w) }.first ?? known
      }
    }
    return (side([.left, .start], known.left), side([.right, .end], known.right))
  }
}
