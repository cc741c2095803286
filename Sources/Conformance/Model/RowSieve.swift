internal import XMLTree

/// Judges the rows of long tables while a body is read, and lets those go of which no check has
/// anything to say.
///
/// A table that names every nominee of a province would take a hundred times its size on the disk
/// when it stood in memory whole. What a check asks of a row beyond the first hundreds concerns one
/// paragraph at a time (``RowChecks``), so it is answered at once. A row with anything to say, to
/// count or to show stays, and is judged with the others.
final class RowSieve {
  /// What was let go.
  private(set) var gone = ParagraphsGone()
  private let kept: Int
  private let read: (XMLElement) -> Table.Row?

  /// Keeps so many rows of each table in any case; `read` reads one of the others.
  init(keeping kept: Int, _ read: @escaping (XMLElement) -> Table.Row?) {
    self.kept = kept
    self.read = read
  }

  /// Asked about the rows of a DOCX.
  var ofWord: XMLSieve { sieve(.tbl, .tr, in: .word) }
  /// Asked about the rows of an ODT.
  var ofOpenDocument: XMLSieve { sieve(.table, .tableRow, in: .table) }

  private func sieve(_ table: Name, _ row: Name, in space: Namespace) -> XMLSieve {
    XMLSieve(
      table: XMLSieve.Name(table.rawValue, in: space.rawValue),
      row: XMLSieve.Name(row.rawValue, in: space.rawValue), keeping: kept
    ) { [self] node in letsGo(node) }
  }

  private func letsGo(_ node: XMLElement) -> Bool {
    // Lines make a table one of data; without them it may set the columns of a signature.
    guard let row = read(node), row.cells.contains(where: \.isBordered) else { return false }
    let paragraphs = row.cells.flatMap(\.blocks.paragraphs)
    guard paragraphs.allSatisfy(RowChecks.isUnremarkable) else { return false }
    gone.add(paragraphs.count, at: node.position)
    return true
  }
}

/// How many paragraphs are gone from a body, by the places of the nodes that follow them.
struct ParagraphsGone {
  private var gaps: [(place: Int, count: Int)] = []

  /// Notes that paragraphs went that stood before the node that takes this place.
  mutating func add(_ count: Int, at place: Int) {
    let before = gaps.last?.count ?? 0
    if gaps.last?.place == place {
      gaps[gaps.count - 1].count += count
    } else {
      gaps.append((place, before + count))
    }
  }

  /// How many went before a node.
  func count(before place: Int) -> Int {
    guard let last = gaps.last else { return 0 }
    if last.place <= place { return last.count }
    return gaps.last { $0.place <= place }?.count ?? 0
  }
}
