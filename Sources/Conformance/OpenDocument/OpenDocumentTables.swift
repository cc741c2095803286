internal import Vocabulary
internal import XMLTree

extension OpenDocumentReader {
  /// A table with the widths and the visible lines of its cells.
  mutating func table(_ node: XMLElement, _ context: Context) -> Table {
    let columns = columns(of: node, context)
    var table = Table(rows: [])
    for row in Self.rows(of: node) {
      var column = 0
      var read = Table.Row(cells: [])
      for cell in row.elements
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
      table.rows.append(read)
    }
    return table
  }

  private static func rows(of node: XMLElement) -> [XMLElement] {
    node.elements.flatMap { child -> [XMLElement] in
      switch child.known {
      case .tableRow: [child]
      case .tableHeaderRows, .tableRows, .tableRowGroup: rows(of: child)
      default: []
      }
    }
  }

  /// The widths of the columns; a table without widths shares its room.
  private func columns(of node: XMLElement, _ context: Context) -> [Length] {
    var widths: [Length] = []
    let columns = node.descendants.filter { $0.isElement(.tableColumn, in: .table) }
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
