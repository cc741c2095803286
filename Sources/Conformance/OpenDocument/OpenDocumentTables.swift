internal import Vocabulary
internal import XMLTree

extension OpenDocumentReader {
  /// A table with the widths and the visible lines of its cells.
  mutating func table(_ node: XMLElement, _ context: Context) -> Table {
    let columns = columns(of: node, context)
    let rows = Self.gathered(
      .tableRow, of: node, through: [.tableHeaderRows, .tableRows, .tableRowGroup])
    return Table(rows: rows.map { row($0, columns, context) })
  }

  /// A row of a table of the body; nil of any other table, and when notes hang on it, which must be
  /// read in their order.
  mutating func row(_ node: XMLElement) -> Table.Row? {
    guard let table = node.parent, Self.isInFlow(table) else { return nil }
    let context = Context(part: Self.bodyPart, origin: .content, room: .zero)
    // Asked for thousands of rows: it is made once.
    if columnsOfRows?.table != table.position {
      columnsOfRows = (table: table.position, widths: columns(of: table, context))
    }
    places = ParagraphPlaces(body: Self.bodyPart)
    notes = []
    let row = row(node, columnsOfRows?.widths ?? [], context)
    return notes.isEmpty ? row : nil
  }

  private static func isInFlow(_ table: XMLElement) -> Bool {
    var holder = table.parent
    while let section = holder, section.isElement(.section, in: .text) { holder = section.parent }
    return holder?.isElement(.text, in: .office) == true
  }

  private mutating func row(
    _ node: XMLElement, _ columns: [Length], _ context: Context
  ) -> Table.Row {
    var column = 0
    var read = Table.Row(cells: [])
    for cell in node.elements
    where [.tableCell, .coveredTableCell].contains(cell.known) {
      let span = repeats(cell, .numberColumnsSpanned)
      let width = columns.dropFirst(column).prefix(span).reduce(Length.zero, +)
      column += 1
      guard cell.known == .tableCell else { continue }
      let chain = styles.chain(
        "table-cell", cell.attribute(.styleName, in: .table), context.origin)
      var inner = context
      inner.list = nil
      inner.isInside = true
      inner.room = width - padding(chain, .paddingLeft) - padding(chain, .paddingRight)
      let content = Self.flattened(cell).flatMap { blocks($0, inner) }
      read.cells.append(
        Table.Cell(width: width, isBordered: isBordered(chain), blocks: content))
    }
    return read
  }

  /// The rows, or the columns, of a table in their order, those in groups too.
  private static func gathered(
    _ wanted: Name, of node: XMLElement, through groups: [Name]
  ) -> [XMLElement] {
    node.elements.flatMap { child -> [XMLElement] in
      if child.known == wanted { return [child] }
      return groups.contains(child.known) ? gathered(wanted, of: child, through: groups) : []
    }
  }

  /// The widths of the columns; a table without widths shares its room.
  private func columns(of node: XMLElement, _ context: Context) -> [Length] {
    var widths: [Length] = []
    let columns = Self.gathered(
      .tableColumn, of: node, through: [.tableHeaderColumns, .tableColumns, .tableColumnGroup])
    for column in columns where widths.count < 64 {
      let chain = styles.chain(
        "table-column", column.attribute(.styleName, in: .table), context.origin)
      let said = chain.value(.tableColumnProperties, .columnWidth, in: .style)
      let width = said.flatMap(Length.init(measure:)) ?? .zero
      widths += Array(repeating: width, count: repeats(column, .numberColumnsRepeated))
    }
    guard widths.allSatisfy({ $0 == .zero }), !widths.isEmpty else { return widths }
    let share = Length(micrometres: context.room.micrometres / widths.count)
    return Array(repeating: share, count: widths.count)
  }

  private func repeats(_ node: XMLElement, _ name: Name) -> Int {
    min(64, max(1, node.attribute(name, in: .table).flatMap { Int($0) } ?? 1))
  }

  private func padding(_ chain: [XMLElement], _ side: Name) -> Length {
    let group = Name.tableCellProperties
    let said =
      chain.value(group, side, in: .fo)
      ?? chain.value(group, .padding, in: .fo)
    return said.flatMap(Length.init(measure:)) ?? .zero
  }

  private func isBordered(_ chain: [XMLElement]) -> Bool {
    let whole = chain.value(.tableCellProperties, .border, in: .fo) ?? "none"
    return [Name.borderTop, .borderBottom, .borderLeft, .borderRight].contains { side in
      Self.isVisible(chain.value(.tableCellProperties, side, in: .fo) ?? whole)
    }
  }

  /// True for a border such as `0.5pt solid #000000`.
  static func isVisible(_ border: String) -> Bool {
    let words = border.lowercased().split(separator: " ")
    return !words.isEmpty && !words.contains("none") && !words.contains("hidden")
      && !words.contains("#ffffff") && words.first != "0pt"
  }
}
