internal import XMLTree

/// A cell with the columns of the table's grid that it stands in.
struct GridCell {
  let node: XMLNode
  /// The first of its columns, from 0.
  let column: Int
  /// How many columns it takes in its row.
  let columns: Int
  /// False for what fills columns without being a cell, as at the borders of a ragged row.
  let isCell: Bool

  /// The most columns that anything stands for: Word takes 63 in a table.
  ///
  /// What a file says beyond it could only be meant to do harm.
  static let mostColumns = 1_024
}

extension Int {
  /// A number as Word keeps it, in 32 bits; nil where the text is none, or a larger one.
  init?(word text: String) {
    guard let number = Int32(text) else { return nil }
    self.init(number)
  }
}

extension XMLNode {
  /// The rows of this table, those of its heading and of groups too, nested tables left out.
  func rows(_ format: DocumentFormat) -> [XMLNode] {
    elements.flatMap { child -> [XMLNode] in
      switch format.role(of: child) {
      case .row: [child]
      case .table, .cell, .paragraph: []
      default: child.rows(format)
      }
    }
  }

  /// The elements of this table that stand for one or more columns.
  func columnNodes(_ format: DocumentFormat) -> [XMLNode] {
    switch format {
    case .docx:
      firstChild("tblGrid", in: Namespace.word)?.elements.filter {
        $0.isElement("gridCol", in: Namespace.word)
      } ?? []
    case .odt:
      elements.flatMap { child -> [XMLNode] in
        if child.isElement("table-column", in: Namespace.table) { return [child] }
        let isGroup =
          child.name.local.hasPrefix("table-column") || child.name.local == "table-header-columns"
        return isGroup ? child.columnNodes(format) : []
      }
    }
  }

  /// The number of columns of this table; 0 when it does not say.
  func columnCount(_ format: DocumentFormat) -> Int {
    columnNodes(format).reduce(0) { $0 + $1.repeatedColumns }
  }

  /// How many columns an element of OpenDocument stands for.
  var repeatedColumns: Int { openDocumentColumns("number-columns-repeated") }

  /// How many columns a cell of OpenDocument reaches over.
  var spannedColumns: Int { openDocumentColumns("number-columns-spanned") }

  private func openDocumentColumns(_ name: String) -> Int {
    min(max(attribute(name, in: Namespace.table).flatMap(Int.init) ?? 1, 1), GridCell.mostColumns)
  }

  /// The cells of this row with their columns.
  func cells(_ format: DocumentFormat) -> [GridCell] {
    var cells: [GridCell] = []
    var column = 0
    func add(_ node: XMLNode, _ columns: Int, isCell: Bool = true) {
      guard columns > 0 else { return }
      let columns = min(columns, GridCell.mostColumns)
      cells.append(GridCell(node: node, column: column, columns: columns, isCell: isCell))
      column += columns
    }
    switch format {
    case .odt:
      for child in elements where ["table-cell", "covered-table-cell"].contains(child.name.local) {
        add(child, child.repeatedColumns)
      }
    case .docx:
      let properties = firstChild("trPr", in: Namespace.word)
      add(self, properties?.wordNumber("gridBefore") ?? 0, isCell: false)
      for child in elements {
        // A content control may stand around a cell.
        let cell =
          child.isElement("tc", in: Namespace.word)
          ? child
          : child.firstChild("sdtContent", in: Namespace.word)?.firstChild(
            "tc", in: Namespace.word)
        guard let cell else { continue }
        let span = cell.firstChild("tcPr", in: Namespace.word)?.wordNumber("gridSpan") ?? 1
        add(child, max(span, 1))
      }
      add(self, properties?.wordNumber("gridAfter") ?? 0, isCell: false)
    }
    return cells
  }

  /// The number that a property element of Word holds.
  func wordNumber(_ name: String) -> Int? {
    firstChild(name, in: Namespace.word)?.attribute("val", in: Namespace.word)
      .flatMap(Int.init(word:))
  }
}
