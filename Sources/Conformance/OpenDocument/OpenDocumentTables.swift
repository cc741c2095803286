internal import Vocabulary
internal import XMLTree

extension OpenDocumentReader {
  /// A table with the widths and the visible lines of its cells.
  mutating func table(_ node: XMLNode, _ context: Context) -> Table {
    let columns = columns(of: node, context)
    var table = Table(rows: [])
    for row in Self.rows(of: node) {
      var column = 0
      var read = Table.Row(cells: [])
      for cell in row.elements
      where ["table-cell", "covered-table-cell"].contains(cell.name.local) {
        let span = repeats(cell, "number-columns-spanned")
        let width = columns.dropFirst(column).prefix(span).reduce(Length.zero, +)
        column += 1
        guard cell.name.local == "table-cell" else { continue }
        let chain = styles.chain(
          "table-cell", cell.attribute("style-name", in: Namespace.table), context.origin)
        var inner = context
        inner.list = nil
        inner.isInside = true
        inner.room = width - padding(chain, "left") - padding(chain, "right")
        let content = Self.flattened(cell).flatMap { blocks($0, inner) }
        read.cells.append(
          Table.Cell(width: width, isBordered: isBordered(chain), blocks: content))
      }
      table.rows.append(read)
    }
    return table
  }

  private static func rows(of node: XMLNode) -> [XMLNode] {
    node.elements.flatMap { child -> [XMLNode] in
      switch child.name.local {
      case "table-row": [child]
      case "table-header-rows", "table-rows", "table-row-group": rows(of: child)
      default: []
      }
    }
  }

  /// The widths of the columns; a table without widths shares its room.
  private func columns(of node: XMLNode, _ context: Context) -> [Length] {
    var widths: [Length] = []
    let columns = node.descendants.filter { $0.isElement("table-column", in: Namespace.table) }
    for column in columns where widths.count < 64 {
      let chain = styles.chain(
        "table-column", column.attribute("style-name", in: Namespace.table), context.origin)
      let said = chain.value("table-column-properties", "column-width", in: Namespace.style)
      let width = said.flatMap(Length.init(measure:)) ?? .zero
      widths += Array(repeating: width, count: repeats(column, "number-columns-repeated"))
    }
    guard widths.allSatisfy({ $0 == .zero }), !widths.isEmpty else { return widths }
    let share = Length(micrometres: context.room.micrometres / widths.count)
    return Array(repeating: share, count: widths.count)
  }

  private func repeats(_ node: XMLNode, _ name: String) -> Int {
    min(64, max(1, node.attribute(name, in: Namespace.table).flatMap { Int($0) } ?? 1))
  }

  private func padding(_ chain: [XMLNode], _ side: String) -> Length {
    let group = "table-cell-properties"
    let said =
      chain.value(group, "padding-" + side, in: Namespace.fo)
      ?? chain.value(group, "padding", in: Namespace.fo)
    return said.flatMap(Length.init(measure:)) ?? .zero
  }

  private func isBordered(_ chain: [XMLNode]) -> Bool {
    let whole = chain.value("table-cell-properties", "border", in: Namespace.fo) ?? "none"
    return ["top", "bottom", "left", "right"].contains { side in
      Self.isVisible(
        chain.value("table-cell-properties", "border-" + side, in: Namespace.fo) ?? whole)
    }
  }

  /// True for a border such as `0.5pt solid #000000`.
  static func isVisible(_ border: String) -> Bool {
    let words = border.lowercased().split(separator: " ")
    return !words.isEmpty && !words.contains("none") && !words.contains("hidden")
      && !words.contains("#ffffff") && words.first != "0pt"
  }
}
