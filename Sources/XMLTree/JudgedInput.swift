/// The bytes of a document on their way to libxml2: what it must never see is refused before.
///
/// They may come in pieces that end anywhere, so that a long document is never in memory whole.
struct JudgedInput {
  private let limits: XMLLimits
  private var taken = 0
  /// The bytes from the beginning, until the root element is among them; nil behind that.
  private var prolog: [UInt8]? = []
  /// How long they must be before they are looked at again, so that a long prolog is not looked at
  /// for every piece.
  private var nextLook = 0
  private var characters = WholeCharacters()
  private var tags: StartTags

  init(limits: XMLLimits) {
    self.limits = limits
    tags = StartTags(limit: limits.attributes)
  }

  /// What of a piece, and of those held back before it, may be read.
  mutating func judged(_ piece: [UInt8]) throws(XMLFailure) -> [UInt8] {
    taken += piece.count
    guard taken <= limits.bytes else { throw .tooLarge(bytes: taken, limit: limits.bytes) }
    guard let held = prolog else { return try looked(over: piece) }
    let beginning = held.isEmpty ? piece : held + piece
    prolog = beginning
    guard beginning.count >= nextLook else { return [] }
    nextLook = 2 * beginning.count
    guard try Prolog.isPassed(in: beginning) else { return [] }
    return try passed(beginning)
  }

  /// What was held back until the document ended.
  mutating func rest() throws(XMLFailure) -> [UInt8] {
    var rest: [UInt8] = []
    if let held = prolog {
      _ = try Prolog.isPassed(in: held)
      rest = try passed(held)
    }
    try characters.end()
    return rest
  }

  private mutating func passed(_ beginning: [UInt8]) throws(XMLFailure) -> [UInt8] {
    prolog = nil
    // A byte order mark is no part of the document.
    let hasMark = beginning.starts(with: WholeCharacters.mark)
    return try looked(
      over: hasMark ? Array(beginning.dropFirst(WholeCharacters.mark.count)) : beginning)
  }

  private mutating func looked(over piece: [UInt8]) throws(XMLFailure) -> [UInt8] {
    let piece = try characters.whole(piece)
    if let excess = tags.excess(in: piece.span) {
      throw .tooManyAttributes(line: characters.line(at: excess), limit: limits.attributes)
    }
    return piece
  }
}

/// Pieces of a document as pieces of whole UTF-8 characters.
struct WholeCharacters {
  /// The byte order mark, which is no part of the document.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private var tail: [UInt8] = []
  /// What was given out last; its lines are counted when it is not the end.
  private var last: [UInt8] = []
  /// The lines that ended before that.
  private var lines = 0

  /// The next whole characters: what the piece before it broke off, and the piece as far as it is
  /// whole.
  ///
  /// - Throws: ``XMLFailure/notUTF8(line:)``.
  mutating func whole(_ piece: [UInt8]) throws(XMLFailure) -> [UInt8] {
    lines += Self.lineEnds(last[...])
    var bytes = tail.isEmpty ? piece : tail + piece
    tail = Array(bytes[Self.end(of: bytes)...])
    if !tail.isEmpty { bytes.removeLast(tail.count) }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      last = bytes
      throw .notUTF8(line: line(at: error.byteOffsets.lowerBound))
    }
    last = bytes
    return bytes
  }

  /// The line of a place in the piece that was given out last.
  func line(at offset: Int) -> Int { 1 + lines + Self.lineEnds(last[..<offset]) }

  /// Refuses a document that ends within a character.
  func end() throws(XMLFailure) {
    guard tail.isEmpty else { throw .notUTF8(line: line(at: last.count)) }
  }

  private static func lineEnds(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 == UInt8(ascii: "\n") }
  }

  /// Where the last whole character ends; what is no UTF-8 counts as whole.
  private static func end(of bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte & 0xC0 == 0x80 { continue }
      let whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return whole > length ? bytes.count - length : bytes.count
    }
    return bytes.count
  }
}
