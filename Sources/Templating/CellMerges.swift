internal import Diagnostics
internal import Expressions
internal import XMLTree

/// The cells that `gộp ô` merges down their column with equal neighbours.
struct CellMerges {
  /// The tag of each such cell.
  private(set) var cells: [ObjectIdentifier: Int] = [:]
  /// The tables that hold such cells.
  private(set) var tables: Set<ObjectIdentifier> = []
  private(set) var findings: [Diagnostic] = []

  /// Finds the cells and makes room in them for what merges them.
  init(_ tags: [Tag], format: DocumentFormat) {
    for (number, tag) in tags.enumerated() where !tag.isDerived {
      guard case .value(let expression) = tag.clause, expression.chain.contains(.mergeCells) else {
        continue
      }
      guard let cell = format.enclosing(.cell, of: tag.paragraph),
        let table = format.enclosing(.table, of: cell), !cell.isMergedDown,
        cells[ObjectIdentifier(cell)] == nil
      else {
        findings.append(.noCellToMerge(tag))
        continue
      }
      cells[ObjectIdentifier(cell)] = number
      tables.insert(ObjectIdentifier(table))
      switch format {
      case .docx: Self.makeRoom(in: cell, number)
      case .odt: cell.removeAttribute("number-rows-spanned", in: Namespace.table)
      }
    }
  }

  /// Puts a marker where a cell's properties say that it is merged.
  private static func makeRoom(in cell: XMLNode, _ number: Int) {
    let properties: XMLNode
    if let found = cell.firstChild("tcPr", in: Namespace.word) {
      properties = found
    } else {
      properties = .element(XMLName("tcPr", prefix: cell.name.prefix, namespace: Namespace.word))
      cell.insert(properties, at: 0)
    }
    let before = properties.elements.prefix { earlier.contains($0.name.local) }
    let marker = Marker.mergeNode(number)
    if let last = before.last {
      properties.insert(marker, after: last)
    } else {
      properties.insert(marker, at: 0)
    }
  }

  /// The properties of a cell that stand before the one that merges it.
  private static let earlier: Set<String> = ["cnfStyle", "tcW", "gridSpan", "hMerge"]
}

extension XMLNode {
  /// True for a cell that its author merged with others below or above.
  fileprivate var isMergedDown: Bool {
    firstChild("tcPr", in: Namespace.word)?.firstChild("vMerge", in: Namespace.word) != nil
      || (Int(attribute("number-rows-spanned", in: Namespace.table) ?? "1") ?? 1) > 1
  }
}

/// The cells that are being merged in one table while it is written.
struct MergeState {
  /// A run of equal neighbours in one column.
  struct Run {
    var value: String
    /// The row it has reached.
    var row: Int
    var count = 1
    var isContinuing = false
    /// Where the number of its rows stands in the output.
    var offset: Int?
  }

  var row = 0
  /// By the cell of the template; for look-up only.
  var runs: [Int: Run] = [:]
}

extension OutputBuffer {
  /// The places that a number of rows takes, whose digits come when the run of cells ends.
  static let rowDigits = 7

  static func digits(of number: Int) -> [UInt8] {
    let written = Array(String(number).utf8)
    return Array(repeating: UInt8(ascii: "0"), count: max(0, rowDigits - written.count)) + written
  }
}
