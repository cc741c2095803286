/// The start tags of a document, looked over before libxml2 sees them.
///
/// libxml2 compares each attribute of an element with all before it, so a tag of a hundred thousand
/// would cost minutes before anybody could count them. What is looked over may come in pieces.
struct StartTags {
  private enum State {
    /// Between tags.
    case text
    /// Behind `<`, with what followed it so far, until it is known what it opens.
    case opening([UInt8])
    /// In a tag, inside quotes when there is one.
    case tag(quote: UInt8)
    /// In a comment, a CDATA section or a processing instruction, until it is closed.
    case note(closing: [UInt8])
  }

  private let limit: Int
  private var state = State.text
  /// The attributes of the tag under way.
  private var count = 0
  /// The last two bytes of the note under way.
  private var last: (UInt8, UInt8) = (0, 0)

  /// Looks over tags that may have so many attributes.
  init(limit: Int) { self.limit = limit }

  /// Looks over the next bytes; whether they are well-formed is not judged.
  ///
  /// - Returns: where a tag has more attributes than the limit; nil when none has.
  mutating func excess(in bytes: Span<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      switch state {
      case .text:
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        guard index < bytes.count else { return nil }
        index += 1
        // Mostly a tag; what else it may be is asked byte by byte.
        if index < bytes.count, bytes[index] != Self.bang, bytes[index] != Self.question {
          count = 0
          if let excess = passTag(quote: 0, in: bytes, from: &index) { return excess }
        } else {
          state = .opening([])
        }
      case .opening(let mark):
        // A byte that tells it is a tag belongs to the tag.
        if open(with: mark + [bytes[index]]) { index += 1 }
      case .tag(let quote):
        if let excess = passTag(quote: quote, in: bytes, from: &index) { return excess }
      case .note(let closing): passNote(closing, in: bytes, from: &index)
      }
    }
    return nil
  }

  /// Notes what may have been opened; returns false when it is a tag.
  private mutating func open(with mark: [UInt8]) -> Bool {
    for (opening, closing) in Self.notes where opening.starts(with: mark) {
      last = (0, 0)
      state = mark == opening ? .note(closing: closing) : .opening(mark)
      return true
    }
    count = 0
    state = .tag(quote: 0)
    return false
  }

  private mutating func passTag(
    quote open: UInt8, in bytes: Span<UInt8>, from index: inout Int
  ) -> Int? {
    var quote = open
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        count += 1
        guard count <= limit else { return index - 1 }
      } else if byte == UInt8(ascii: ">") {
        state = .text
        return nil
      }
    }
    state = .tag(quote: quote)
    return nil
  }

  private mutating func passNote(
    _ closing: [UInt8], in bytes: Span<UInt8>, from index: inout Int
  ) {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: ">"), last.1 == closing[closing.count - 2],
        closing.count < 3 || last.0 == closing[0]
      {
        state = .text
        return
      }
      last = (last.1, byte)
    }
  }

  private static let bang = UInt8(ascii: "!")
  private static let question = UInt8(ascii: "?")

  /// What opens something that is no tag, behind its `<`, and what closes it.
  private static let notes: [(opening: [UInt8], closing: [UInt8])] = [
    ("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
