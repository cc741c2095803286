/// The opening and closing signs of a tag.
public struct Delimiters: Hashable, Sendable {
  /// The opening sign.
  public let open: String
  /// The closing sign.
  public let close: String

  /// Creates a pair; both halves must hold something.
  public init(open: String, close: String) {
    self.open = open
    self.close = close
  }

  /// The three families that are read unless one pair is fixed.
  public static let families = [
    Delimiters(open: "<<", close: ">>"), Delimiters(open: "«", close: "»"),
    Delimiters(open: "{{", close: "}}"),
  ]
}

/// A tag as it stands in the joined text of a paragraph.
struct RawTag: Hashable {
  /// The scalars of the whole tag, signs included.
  let range: Range<Int>
  /// The first scalar of its content that is no space: it gives the value its formatting.
  let anchor: Int
  /// What stands between the signs.
  let content: String
  /// The tag as it was typed.
  let written: String
}

/// Finds the tags in the joined text of a paragraph.
struct TagScanner {
  /// What was found wrong between the tags.
  enum Fault: Hashable {
    /// An opening sign without its partner.
    case notClosed(String)
    /// A closing sign without its partner.
    case notOpened(String)
  }

  private let families: [(open: [Unicode.Scalar], close: [Unicode.Scalar])]

  init(_ families: [Delimiters]) {
    self.families = families.map { (Array($0.open.unicodeScalars), Array($0.close.unicodeScalars)) }
  }

  /// The tags of a text in order, and the signs left without a partner.
  func tags(in text: [Unicode.Scalar]) -> (tags: [RawTag], faults: [Fault]) {
    var tags: [RawTag] = []
    var faults: [Fault] = []
    var index = 0
    while index < text.count {
      if let family = families.first(where: { text.holds($0.open, at: index) }) {
        let start = index + family.open.count
        if let end = closing(family.close, in: text, from: start) {
          tags.append(Self.tag(in: text, index..<(end + family.close.count), start..<end))
          index = end + family.close.count
        } else {
          faults.append(.notClosed(Self.excerpt(text, from: index)))
          index = start
        }
      } else if let family = families.first(where: { text.holds($0.close, at: index) }) {
        faults.append(.notOpened(Self.excerpt(text, from: index)))
        index += family.close.count
      } else {
        index += 1
      }
    }
    return (tags, faults)
  }

  /// The first closing sign outside a quoted text; quotes mean nothing inside a comment.
  private func closing(
    _ sign: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int
  ) -> Int? {
    let first = text[start...].firstIndex { !$0.properties.isWhitespace }
    let isComment = first.map { text[$0] == "!" } ?? false
    var closers: Set<Unicode.Scalar>?
    var unquoted: Int?
    for index in start..<text.count {
      if text.holds(sign, at: index) {
        if closers == nil { return index }
        unquoted = unquoted ?? index
      }
      guard !isComment else { continue }
      if let open = closers {
        if open.contains(text[index]) { closers = nil }
      } else if opensQuote(text, at: index, from: start) {
        closers = Self.closers(of: text[index])
      }
    }
    // A quotation that never ends is no quotation; the parser will say what is wrong with it.
    return unquoted
  }

  private func opensQuote(_ text: [Unicode.Scalar], at index: Int, from start: Int) -> Bool {
    guard Self.closers(of: text[index]) != nil else { return false }
    guard index > start else { return true }
    let before = text[index - 1]
    return before.properties.isWhitespace || "|(=<>≠≤≥+−-×*÷/".unicodeScalars.contains(before)
  }

  private static func closers(of scalar: Unicode.Scalar) -> Set<Unicode.Scalar>? {
    let double: Set<Unicode.Scalar> = ["\"", "“", "”", "„"]
    let single: Set<Unicode.Scalar> = ["'", "‘", "’"]
    return double.contains(scalar) ? double : (single.contains(scalar) ? single : nil)
  }

  private static func tag(
    in text: [Unicode.Scalar], _ range: Range<Int>, _ inner: Range<Int>
  ) -> RawTag {
    let anchor = text[inner].firstIndex { !$0.properties.isWhitespace } ?? inner.lowerBound
    return RawTag(
      range: range, anchor: min(anchor, range.upperBound - 1), content: string(text[inner]),
      written: string(text[range]))
  }

  private static func excerpt(_ text: [Unicode.Scalar], from index: Int) -> String {
    string(text[index..<min(index + 40, text.count)])
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension [Unicode.Scalar] {
  fileprivate func holds(_ sign: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + sign.count <= count else { return false }
    for offset in sign.indices where self[index + offset] != sign[offset] { return false }
    return true
  }
}
