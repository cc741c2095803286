/// The quotation marks of the language: any glyph of a kind closes any other of that kind.
enum Quote {
  static let double: Set<Character> = ["\"", "“", "”", "„"]
  static let single: Set<Character> = ["'", "‘", "’"]

  /// The marks that close a text opened by the character, or nil when it is no mark.
  static func closers(of opener: Character) -> Set<Character>? {
    double.contains(opener) ? double : (single.contains(opener) ? single : nil)
  }

  /// The text without the marks around it, when it is one quotation as a whole.
  static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let first = text.first, let last = text.last,
      let closers = closers(of: first), closers.contains(last)
    else { return text }
    let inner = text.dropFirst().dropLast()
    return inner.contains(where: closers.contains) ? text : String(inner)
  }

  /// The text cut at every `|` outside quotation marks and outside the parentheses of what stands
  /// before the first of them; behind it parentheses are text.
  static func splitAtBars(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var depth = 0
    var quotation = QuotationTracker()
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      guard !quotation.take(scalar) else { continue }
      if parts.isEmpty, scalar == "(" { depth += 1 }
      if parts.isEmpty, scalar == ")" { depth -= 1 }
      if depth <= 0, scalar == "|" {
        parts.append(text[start..<index])
        start = text.unicodeScalars.index(after: index)
      }
    }
    parts.append(text[start...])
    return parts
  }
}

/// Follows a text scalar by scalar and knows what stands inside quotation marks.
package struct QuotationTracker {
  private var closers: Set<Unicode.Scalar>?
  private var previous: Unicode.Scalar?

  /// Starts before the first scalar.
  package init() {}

  /// True between a mark that opened and the one that will close it.
  package var isInside: Bool { closers != nil }

  /// Moves behind a scalar; true when it is part of a quotation, its marks included.
  package mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    defer { previous = scalar }
    if let closers {
      if closers.contains(scalar) { self.closers = nil }
      return true
    }
    guard let found = Self.closers(of: scalar), opensHere else { return false }
    closers = found
    return true
  }

  /// A mark opens a text only at the start or behind a sign; in `l’Etat` it is an apostrophe.
  private var opensHere: Bool {
    guard let previous else { return true }
    return previous.properties.isWhitespace || Self.signs.contains(previous)
  }

  private static func closers(of scalar: Unicode.Scalar) -> Set<Unicode.Scalar>? {
    double.contains(scalar) ? double : (single.contains(scalar) ? single : nil)
  }

  private static let double = Set(Quote.double.flatMap(\.unicodeScalars))
  private static let single = Set(Quote.single.flatMap(\.unicodeScalars))
  private static let signs = Set("|(=<>≠≤≥+−–-×*÷/".unicodeScalars)
}
