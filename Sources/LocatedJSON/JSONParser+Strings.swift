internal import Diagnostics

// Texts in quotes: straight ones, and those that Word and other programs put in their place.
extension JSONParser {
  /// Reads a text in straight quotes.
  mutating func string() throws(Stop) -> JSONValue {
    let (text, range) = try quoted()
    var next = index
    while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    // A word behind the closing quote on the same line: the quote belonged to the text. So it did
    // where a digit touches it; a digit further off may be a value whose comma is missing.
    guard next < bytes.count,
      isWordStart(bytes[next]) || bytes[next] == UInt8(ascii: "\"")
        || next == index && isDigit(bytes[next]),
      token(at: next)?.width == 1, !startsInvisible(at: next)
    else { return JSONValue(.string(text), range: range) }
    let end = index
    index = next
    return try quoteInside(after: text, from: Int(range.lower), endingAt: end)
  }

  /// Takes a text with unescaped quotes in it as one, up to the last quote of its line.
  ///
  /// Only when the line holds no other member, which a colon behind a quote would show.
  private mutating func quoteInside(
    after text: String, from start: Int, endingAt end: Int
  ) throws(Stop) -> JSONValue {
    let lineEnd = endOfLine(from: index)
    let rest = restOfLine()
    let finding = Diagnostic.quoteInside(
      rest: rest, at: place(index, nextCharacter(after: index)))
    let line = bytes[index..<lineEnd]
    guard bytes[index] != UInt8(ascii: "\""), !line.contains(UInt8(ascii: ":")),
      let last = line.lastIndex(of: UInt8(ascii: "\""))
    else { throw stop(finding) }
    report(finding, at: index)
    let content = text + "\"" + source.text(end..<last)
    index = last + 1
    return JSONValue(.string(content), range: SourceRange(start, index))
  }

  /// Reads a text in straight quotes; its range includes them.
  mutating func quoted() throws(Stop) -> (String, SourceRange) {
    let start = index
    var end = start + 1
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") { return try finish(source.text(start + 1..<end), start, end) }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      end += 1
    }
    return try quotedWithEscapes(from: start, plainUpTo: end)
  }

  private mutating func finish(
    _ text: String, _ start: Int, _ end: Int
  ) throws(Stop) -> (String, SourceRange) {
    guard end - start <= limits.stringBytes else {
      throw stop(
        .tooLong("đoạn chữ", limits.stringBytes, named: "json-chu", at: place(start, start + 1)))
    }
    index = end + 1
    return (text, SourceRange(start, index))
  }

  /// Reads on from the first escape or control character.
  private mutating func quotedWithEscapes(
    from start: Int, plainUpTo plain: Int
  ) throws(Stop) -> (String, SourceRange) {
    var text = Array(bytes[start + 1..<plain])
    var scan = plain
    var foundControl = false
    var foundEscape = false
    while scan < bytes.count {
      let byte = bytes[scan]
      switch byte {
      case UInt8(ascii: "\""):
        return try finish(String(decoding: text, as: UTF8.self), start, scan)
      case UInt8(ascii: "\\"):
        let escape = escape(at: scan)
        if let fault = escape.fault, !foundEscape {
          foundEscape = true
          report(fault, at: scan)
        }
        text += escape.bytes
        scan = escape.end
      case 0..<0x20:
        let next = endOfBlanks(from: scan)
        if isLineEnd(byte), next == bytes.count || "\"}]{".utf8.contains(bytes[next]) {
          // The next line begins as a line of JSON does, so the text ended before it.
          return try unterminated(from: start, lineEnd: scan, text: text)
        }
        // One finding a text: a pasted paragraph has one cause, however many lines.
        if !foundControl { report(.controlCharacter(byte, at: place(scan, scan + 1)), at: scan) }
        foundControl = true
        text += bytes[scan..<max(next, scan + 1)]
        scan = max(next, scan + 1)
      default:
        text.append(byte)
        scan += 1
      }
    }
    throw unterminatedStop(from: start)
  }

  private func endOfBlanks(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    return end
  }

  /// Ends a text that lacks its closing quote at the end of its line, before a comma there.
  private mutating func unterminated(
    from start: Int, lineEnd: Int, text: [UInt8]
  ) throws(Stop) -> (String, SourceRange) {
    var end = lineEnd
    var length = text.count
    func trimBlanks() {
      while length > 0, isBlank(text[length - 1]) { (end, length) = (end - 1, length - 1) }
    }
    trimBlanks()
    if length > 0, text[length - 1] == UInt8(ascii: ",") {
      (end, length) = (end - 1, length - 1)
      trimBlanks()
    }
    // A bracket at the end may belong to the text or not; nobody can tell.
    if length > 0, text[length - 1] == UInt8(ascii: "}") || text[length - 1] == UInt8(ascii: "]") {
      throw unterminatedStop(from: start)
    }
    let content = String(decoding: text.prefix(length), as: UTF8.self)
    if let closing = content.last, "”“’„″".contains(closing) {
      let width = String(closing).utf8.count
      report(.foreignQuotes(String(closing), at: place(end - width, end)), at: start)
      index = end
      return (String(content.dropLast()), SourceRange(start, end))
    }
    report(.unterminated(at: place(start, end)), at: start)
    index = end
    return (content, SourceRange(start, end))
  }

  private mutating func unterminatedStop(from start: Int) -> Stop {
    index = start
    return stop(.unterminated(at: place(start, start + restOfLine().utf8.count)))
  }

  /// Reads a text in quotes that are not JSON's; nil when there is none here.
  mutating func foreignQuoted() throws(Stop) -> JSONValue? {
    let start = index
    guard
      bytes[start] == UInt8(ascii: "'") || bytes[start] == UInt8(ascii: "`")
        || bytes[start] >= 0x80
    else { return nil }
    let doubles = ["“", "”", "„", "″", "\"", "«", "»"]
    let singles = ["'", "‘", "’", "`", "′"]
    guard let family = [doubles, singles].first(where: { width(of: $0, at: start) != nil }),
      let opening = width(of: family, at: start)
    else { return nil }
    let quote = source.text(start..<start + opening)
    let finding = Diagnostic.foreignQuotes(quote, at: place(start, start + opening))
    var end = start + opening
    while end < bytes.count, !isLineEnd(bytes[end]) {
      if let closing = width(of: family, at: end) {
        report(finding, at: start)
        index = end + closing
        let content = source.text(start + opening..<end)
        return JSONValue(.string(content), range: SourceRange(start, index))
      }
      end += 1
    }
    throw stop(finding)
  }

  /// How many bytes the quote at an offset takes; nil when none of the family stands there.
  private func width(of family: [String], at offset: Int) -> Int? {
    family.first { bytes[offset...].starts(with: $0.utf8) }?.utf8.count
  }
}
