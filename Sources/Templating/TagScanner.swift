internal import Vocabulary
internal import Expressions

/// The opening and closing signs of a tag.
public struct Delimiters: Hashable, Sendable {
  /// The opening sign.
  public let open: String
  /// The closing sign.
  public let close: String

  /// Creates a pair; one with an empty half is never found.
  public init(open: String, close: String) {
    self.open = open
    self.close = close
  }

  /// Reads a pair as an author writes it, `{ }`; nil unless there are two halves that differ.
  init?(written text: String) {
    let halves = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard halves.count == 2, halves[0] != halves[1] else { return nil }
    self.init(open: halves[0], close: halves[1])
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
  /// The first scalar of its name, which gives the value its formatting.
  let anchor: Int
  /// What stands between the signs, without soft hyphens and characters of no width.
  let content: String
  /// The tag as it was typed.
  let written: String
  /// The number of the native field that says it; nil for one that was typed.
  var carrier: Int?
}

/// Finds the tags in the joined text of a paragraph.
struct TagScanner {
  /// What was found wrong between the tags.
  struct Fault: Hashable {
    enum Kind: Hashable {
      /// An opening sign without its partner.
      case notClosed
      /// A closing sign without its partner.
      case notOpened
    }
    let kind: Kind
    /// The sign and the text behind it.
    let text: String
    /// The index of its first scalar.
    let position: Int
  }

  private struct Family {
    let open: [Unicode.Scalar]
    let close: [Unicode.Scalar]
  }

  private let families: [Family]

  init(_ families: [Delimiters]) {
    self.families = families.filter { !$0.open.isEmpty && !$0.close.isEmpty }.map {
      Family(open: Array($0.open.unicodeScalars), close: Array($0.close.unicodeScalars))
    }
  }

  /// True for a text that may hold a tag.
  func mayRead(_ text: String) -> Bool {
    families.contains { family in
      ByteSearch.place(of: String(scalars: family.open[...]).utf8.span, in: text.utf8.span) != nil
    }
  }

  /// The signs as UTF-8, the longest first.
  var signs: [[UInt8]] {
    families.flatMap { [$0.open, $0.close] }.map { Array(String(scalars: $0[...]).utf8) }
      .sorted { $0.count > $1.count }
  }

  /// The tags of a text in order, and the signs left without a partner.
  func tags(in text: [Unicode.Scalar]) -> (tags: [RawTag], faults: [Fault]) {
    var tags: [RawTag] = []
    var faults: [Fault] = []
    // Families whose closing sign does not come any more: looking again would be quadratic.
    var exhausted: Set<[Unicode.Scalar]> = []
    var index = 0
    while index < text.count {
      if let family = families.first(where: { text.holds($0.open, at: index) }) {
        let start = index + family.open.count
        let ending =
          exhausted.contains(family.close) ? .nowhere : ending(of: family, in: text, from: start)
        switch ending {
        case .at(let end):
          tags.append(Self.tag(in: text, index..<(end + family.close.count), start..<end))
          index = end + family.close.count
        case .openedAgain, .nowhere:
          if case .nowhere = ending { exhausted.insert(family.close) }
          faults.append(Self.fault(.notClosed, in: text, at: index))
          index = start
        }
      } else if let family = families.first(where: { text.holds($0.close, at: index) }) {
        faults.append(Self.fault(.notOpened, in: text, at: index))
        index += family.close.count
      } else {
        index += 1
      }
    }
    return (tags, faults)
  }

  private enum Ending { case at(Int), openedAgain, nowhere }

  /// The first closing sign outside a quoted text; quotes mean nothing inside a comment.
  private func ending(of family: Family, in text: [Unicode.Scalar], from start: Int) -> Ending {
    let isComment = text[start...].first { !Self.isBlank($0) } == "!"
    var quotation = QuotationTracker()
    var quoted: Int?
    for index in start..<text.count {
      let wasInside = quotation.isInside
      if text.holds(family.close, at: index) {
        if !wasInside { return .at(index) }
        quoted = quoted ?? index
      }
      guard !isComment else { continue }
      // A tag begun before the last one ended: its closing sign was forgotten.
      if !wasInside, text.holds(family.open, at: index) { return .openedAgain }
      _ = quotation.take(text[index])
    }
    // A quotation that never ends is no quotation; the parser will say what is wrong with it.
    return quoted.map { .at($0) } ?? .nowhere
  }

  private static func tag(
    in text: [Unicode.Scalar], _ range: Range<Int>, _ inner: Range<Int>
  ) -> RawTag {
    let anchor = text[inner].firstIndex { !isBlank($0) && $0 != "=" }
    return RawTag(
      range: range, anchor: anchor ?? range.lowerBound,
      content: String(scalars: text[inner].filter { !isInvisible($0) }[...]),
      written: String(scalars: text[range].filter { !isInvisible($0) }[...]))
  }

  private static func fault(
    _ kind: Fault.Kind, in text: [Unicode.Scalar], at index: Int
  ) -> Fault {
    Fault(
      kind: kind, text: String(scalars: text[index..<min(index + 40, text.count)]),
      position: index)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || isInvisible(scalar)
  }

  /// Soft hyphens and characters of no width, which nobody sees in a name.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}", "\u{FEFF}": true
    default: false
    }
  }
}

extension [Unicode.Scalar] {
  fileprivate func holds(_ sign: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + sign.count <= count else { return false }
    for offset in sign.indices where self[index + offset] != sign[offset] { return false }
    return true
  }
}
