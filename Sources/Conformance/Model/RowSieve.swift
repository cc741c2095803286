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
  /// The table under way, by its place.
  private var table = -1
  /// False until a row with lines stays in it, which shows that it is one of data.
  private var hasLines = false
  /// True behind a row by which a part of the document is recognised: what follows may belong to it.
  private var holdsPart = false
  /// Words that checks look for in the whole text, and have not met yet.
  private var sought = RowChecks.sought

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
    if let holder = node.parent?.position, holder != table {
      (table, hasLines, holdsPart) = (holder, false, false)
    }
    // Without lines a table may set the columns of a signature.
    guard !holdsPart, let row = read(node), row.cells.contains(where: \.isBordered) else {
      return false
    }
    guard hasLines else {
      hasLines = true
      return false
    }
    let paragraphs = row.cells.flatMap(\.blocks.paragraphs)
    let words = paragraphs.map { Wording.bare($0.plain) }
    holdsPart = paragraphs.contains { Anatomy.marksPart($0.plain) }
    guard !holdsPart, !bringsSought(words), !words.contains(where: { $0.has(Anatomy.annexed) }),
      paragraphs.allSatisfy(RowChecks.isUnremarkable)
    else { return false }
    gone.add(paragraphs.count, at: node.position)
    return true
  }

  /// True for the first row in which words stand that are looked for.
  private func bringsSought(_ words: [String]) -> Bool {
    let count = sought.count
    sought.removeAll { wanted in words.contains { $0.has(wanted) } }
    return sought.count < count
  }
}

/// How many paragraphs are gone from a body, by the places of the nodes that follow them.
struct ParagraphsGone {
  /// Where paragraphs went, in rising order, and how many went up to there.
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
    var found = 0..<gaps.count
    while !found.isEmpty {
      let middle = found.lowerBound + found.count / 2
      found =
        gaps[middle].place <= place
        ? (middle + 1)..<found.upperBound : found.lowerBound..<middle
    }
    return found.lowerBound == 0 ? 0 : gaps[found.lowerBound - 1].count
  }
}
