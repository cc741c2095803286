internal import Vocabulary

/// A name as authors and data write it: with or without marks, spaces or underscores.
///
/// `ho_ten` and `họ tên` meet, and `bằng` and `bảng` do not; `FoldedName` holds the rule.
public struct Name: Hashable, Sendable {
  /// What is worked out once; a name is copied and looked up with every value that is written.
  private final class Storage: Sendable {
    let written: String
    let folded: FoldedName
    let key: String
    /// The hash of the folded form.
    let hash: Int

    init(_ text: String) {
      written = text
      folded = FoldedName(text)
      key = folded.bare.split(separator: " ").joined(separator: "_")
      hash = folded.hashValue
    }
  }

  private let storage: Storage

  /// Creates a name.
  public init(_ text: String) { storage = Storage(text) }

  /// The name as it was written, for messages.
  public var written: String { storage.written }

  /// The key that the data most likely have: without marks, words joined by `_`.
  public var key: String { storage.key }

  /// What copies of this name share, and no other name has.
  package var identity: ObjectIdentifier { ObjectIdentifier(storage) }

  /// True when the two name the same thing.
  public func meets(_ other: Name) -> Bool {
    storage === other.storage || storage.folded.means(other.storage.folded)
  }

  /// True when this word of an author is the keyword given, with its marks or without any; a
  /// word with marks that the keyword lacks is another word (`trống` is not `trong`).
  public func spells(_ keyword: Name) -> Bool {
    let (word, keyword) = (storage.folded, keyword.storage.folded)
    return word == keyword || word.marked == keyword.bare
  }

  /// True when the name carries no mark at all.
  var isUnmarked: Bool { storage.folded.isUnmarked }

  /// Equal when written in the same way; use ``meets(_:)`` to compare meanings.
  public static func == (left: Name, right: Name) -> Bool {
    left.storage === right.storage || left.storage.folded == right.storage.folded
  }

  /// Hashes the folded form.
  public func hash(into hasher: inout Hasher) { hasher.combine(storage.hash) }
}

/// The way from a scope to a value: `đơn vị.tên`, `.`, `..tên`.
public struct Path: Hashable, Sendable {
  /// How many scopes further out the search starts: one for each `..` before the path.
  public let outward: Int
  /// The names from the first, looked up in the scopes, to the last; empty for `.`.
  public let names: [Name]

  /// Creates a path.
  public init(outward: Int = 0, names: [Name]) {
    self.outward = outward
    self.names = names
  }

  /// The path as an author writes it.
  public var written: String {
    let joined = names.map(\.written).joined(separator: ".")
    let dots = String(repeating: "..", count: outward)
    return outward > 0 ? dots + joined : (names.isEmpty ? "." : joined)
  }

  /// True when the two go the same way, however their names are spelt.
  public func means(_ other: Path) -> Bool {
    outward == other.outward && names.count == other.names.count
      && zip(names, other.names).allSatisfy { $0.meets($1) }
  }

  /// Reads a path in which a name may hold any words.
  ///
  /// - Throws: ``ExpressionFailure/emptyName(_:)`` where a name between two dots is missing.
  public static func parse(_ text: String) throws(ExpressionFailure) -> Path {
    var rest = Substring(text).trimmingSpaces()
    if rest == "." { return Path(names: []) }
    var outward = 0
    while rest.hasPrefix("..") {
      outward += 1
      rest = rest.dropFirst(2).trimmingSpaces()
    }
    if rest.isEmpty, outward > 0 { return Path(outward: outward, names: []) }
    var names: [Name] = []
    for part in rest.split(separator: ".", omittingEmptySubsequences: false) {
      let name = part.trimmingSpaces()
      guard !name.isEmpty else { throw .emptyName(text) }
      names.append(Name(String(name)))
    }
    return Path(outward: outward, names: names)
  }
}

extension Substring {
  /// The text without spaces, tabs and line ends at its borders.
  package func trimmingSpaces() -> Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
