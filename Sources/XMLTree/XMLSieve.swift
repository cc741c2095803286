/// Asks about the rows of long tables while a document is read, so that those of which nothing is
/// to be remembered need not be in memory together.
///
/// The first rows of a table stay, and its last one; of the others each is shown once, when the one
/// behind it begins, and taken out of the outline when the answer is that it may go. Only rows that
/// stand directly in a table of the outermost level are asked about.
public struct XMLSieve {
  /// The numbers of a name in the vocabulary.
  public struct Name: Hashable, Sendable {
    let local: UInt16
    let space: UInt16

    /// Creates a name of its numbers.
    public init(_ local: UInt16, in space: UInt16) {
      self.local = local
      self.space = space
    }
  }

  let table: Name
  let row: Name
  let kept: Int
  let letsGo: (XMLElement) -> Bool

  /// Creates a sieve.
  ///
  /// - Parameters:
  ///   - table: The name of tables.
  ///   - row: The name of their rows.
  ///   - kept: How many rows of each table stay unasked, at least 1.
  ///   - letsGo: Asked of a row, with all that was kept before it; true when it may go. To hold on to
  ///     what it is shown costs a copy of that.
  public init(
    table: Name, row: Name, keeping kept: Int, letsGo: @escaping (XMLElement) -> Bool
  ) {
    self.table = table
    self.row = row
    self.kept = max(1, kept)
    self.letsGo = letsGo
  }
}

/// The table whose rows a sieve is asked about.
struct SiftedTable {
  /// How many elements hold it.
  let depth: Int
  /// How many rows have begun.
  var rows = 0
  /// Where the last of them begins; nil before the first.
  var last: Mark?

  /// How much an outline held when something began.
  struct Mark {
    let nodes: Int
    let attributes: Int
    let characters: Int
  }
}
