internal import Diagnostics

// Texts in quotes: straight ones, and those that Word and other programs put in their place.
extension JSONParser {
  /// Reads a text in straight quotes.
  mutating func string() throws(Stop) -> JSONValue {
    let (text, range) = try quoted()
    return JSONValue(.string(text), range: range)
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
      throw stop(.tooLong("đoạn chữ", limits.stringBytes, at: place(start, start + 1)))
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
        if isLineEnd(byte), endsHere(at: scan) {
          return try unterminated(from: start, lineEnd: scan, text: text)
        }
        // One finding a text: a pasted paragraph has one cause, however many lines.
        if !foundControl { report(.controlCharacter(byte, at: place(scan, scan + 1)), at: scan) }
        foundControl = true
        text.append(byte)
        scan += 1
      default:
        text.append(byte)
        scan += 1
      }
    }
    throw unterminatedStop(from: start)
  }

  /// True when the line behind a line end begins as a line of JSON does: the text ended before.
  private func endsHere(at lineEnd: Int) -> Bool {
    var next = lineEnd
    while next < bytes.count, isBlank(bytes[next]) { next += 1 }
    return next == bytes.count || "\"}]{".utf8.contains(bytes[next])
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
    let last = length > 0 ? text[length - 1] : 0
    if last == UInt8(ascii: ",") {
      (end, length) = (end - 1, length - 1)
      trimBlanks()
    } else if last == UInt8(ascii: "}") || last == UInt8(ascii: "]") {
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
    let line = restOfLine()
    let doubles = "“”„″\"«»"
    let singles = "'‘’`′"
    guard let opening = line.first, doubles.contains(opening) || singles.contains(opening) else {
      return nil
    }
    let closers = doubles.contains(opening) ? doubles : singles
    let opened = String(opening)
    let finding = Diagnostic.foreignQuotes(opened, at: place(start, start + opened.utf8.count))
    guard let closing = line.dropFirst().firstIndex(where: { closers.contains($0) }) else {
      throw stop(finding)
    }
    report(finding, at: start)
    let content = line.dropFirst().prefix(upTo: closing)
    index = start + line.prefix(through: closing).utf8.count
    return JSONValue(.string(String(content)), range: SourceRange(start, index))
  }
}

// MARK: - Escapes

extension JSONParser {
  /// What an escape means, where it ends, and the fault it has.
  private struct Escape {
    var bytes: [UInt8]
    var end: Int
    var fault: Diagnostic?
  }

  /// Reads the escape that begins with the backslash at an offset.
  private func escape(at offset: Int) -> Escape {
    guard offset + 1 < bytes.count else { return Escape(bytes: [], end: offset + 1) }
    let letter = bytes[offset + 1]
    let end = offset + 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Escape(bytes: [letter], end: end)
    case UInt8(ascii: "n"): return Escape(bytes: [0x0A], end: end)
    case UInt8(ascii: "t"): return Escape(bytes: [0x09], end: end)
    case UInt8(ascii: "r"): return Escape(bytes: [0x0D], end: end)
    case UInt8(ascii: "b"): return Escape(bytes: [0x08], end: end)
    case UInt8(ascii: "f"): return Escape(bytes: [0x0C], end: end)
    case UInt8(ascii: "u"): return unicodeEscape(at: offset)
    default:
      // A line end stays for the caller, which knows what it means inside a text.
      guard letter >= 0x20 else {
        return Escape(bytes: [], end: offset + 1, fault: badEscape(offset, offset + 1))
      }
      let end = nextCharacter(after: offset + 1)
      return Escape(
        bytes: Array(bytes[offset..<end]), end: end, fault: badEscape(offset, end))
    }
  }

  private func badEscape(_ lower: Int, _ upper: Int) -> Diagnostic {
    .badEscape(source.text(lower..<upper), at: place(lower, upper))
  }

  /// Reads `\uXXXX`, and the second half of a surrogate pair behind it.
  private func unicodeEscape(at offset: Int) -> Escape {
    guard let first = hexadecimal(at: offset + 2) else {
      return Escape(
        bytes: Array("\u{FFFD}".utf8), end: offset + 2, fault: badEscape(offset, offset + 2))
    }
    let end = offset + 6
    if let scalar = Unicode.Scalar(first) {
      return Escape(bytes: Array(String(Character(scalar)).utf8), end: end)
    }
    if first < 0xDC00, bytes[end...].starts(with: "\\u".utf8),
      let second = hexadecimal(at: end + 2), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    {
      return Escape(bytes: Array(String(Character(scalar)).utf8), end: end + 6)
    }
    let text = source.text(offset..<end)
    return Escape(
      bytes: Array("\u{FFFD}".utf8), end: end,
      fault: .loneSurrogate(text, at: place(offset, end)))
  }

  private func hexadecimal(at offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
