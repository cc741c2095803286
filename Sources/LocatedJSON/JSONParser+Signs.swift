internal import Diagnostics

// The signs of JSON, what stands between them, and the kinds of bytes.
/// A structural sign of JSON and how many bytes the file spends on it.
struct JSONToken {
  let sign: UInt8
  let width: Int
}

extension JSONParser {
  /// The sign at the current place, a letter that Telex made of a bracket as that bracket.
  func token() -> JSONToken? { token(at: index) }

  /// The sign at an offset.
  func token(at offset: Int) -> JSONToken? {
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    let mayBeTelex =
      byte == 0xC6 || byte | 0x20 == UInt8(ascii: "o") || byte | 0x20 == UInt8(ascii: "u")
    if mayBeTelex, let bracket = telexBracket(at: offset) { return bracket }
    return JSONToken(sign: byte, width: 1)
  }

  /// The bracket behind a letter `Ơ`, `ơ`, `Ư` or `ư` that is not the start of a word.
  func telexBracket(at offset: Int) -> JSONToken? {
    let forms: [(form: [UInt8], sign: UInt8)] = [
      ([0xC6, 0xA0], UInt8(ascii: "{")), ([0xC6, 0xA1], UInt8(ascii: "[")),
      ([0xC6, 0xAF], UInt8(ascii: "}")), ([0xC6, 0xB0], UInt8(ascii: "]")),
      ([0x4F, 0xCC, 0x9B], UInt8(ascii: "{")), ([0x6F, 0xCC, 0x9B], UInt8(ascii: "[")),
      ([0x55, 0xCC, 0x9B], UInt8(ascii: "}")), ([0x75, 0xCC, 0x9B], UInt8(ascii: "]")),
    ]
    guard let match = forms.first(where: { bytes[offset...].starts(with: $0.form) }) else {
      return nil
    }
    let end = offset + match.form.count
    if end < bytes.count {
      let next = bytes[end]
      let goesOn = isASCIILetter(next) || next >= 0x80
      if goesOn, telexBracket(at: end) == nil { return nil }
    }
    return JSONToken(sign: match.sign, width: match.form.count)
  }

  /// Steps over a sign; notes it when Telex had turned it into a letter.
  mutating func take(_ token: JSONToken) {
    if token.width > 1 {
      noteTelex(source.text(index..<index + token.width), String(UnicodeScalar(token.sign)))
    }
    index += token.width
  }

  /// Steps over spaces and line ends, and over what stands in their place by mistake.
  mutating func skipBlank() {
    while index < bytes.count {
      if isBlank(bytes[index]) {
        index += 1
      } else if !skipComment(), !skipInvisible() {
        return
      }
    }
  }

  /// Steps over a comment, which JSON does not know.
  private mutating func skipComment() -> Bool {
    let start = index
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch (bytes[index], next) {
    case (UInt8(ascii: "#"), _), (UInt8(ascii: "/"), UInt8(ascii: "/")):
      while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
    case (UInt8(ascii: "/"), UInt8(ascii: "*")):
      index += 2
      while index < bytes.count,
        !(bytes[index - 1] == UInt8(ascii: "*") && bytes[index] == UInt8(ascii: "/")
          && index > start + 2)
      { index += 1 }
      index = min(index + 1, bytes.count)
    default: return false
    }
    report(.comment(at: place(start, index)), at: start)
    return true
  }

  private func invisible(at offset: Int) -> (form: [UInt8], name: String)? {
    let forms: [(form: [UInt8], name: String)] = [
      ([0xC2, 0xA0], "U+00A0"), ([0xE2, 0x80, 0x8B], "U+200B"), ([0xEF, 0xBB, 0xBF], "U+FEFF"),
      ([0xE3, 0x80, 0x80], "U+3000"),
    ]
    return forms.first { bytes[offset...].starts(with: $0.form) }
  }

  /// True where a space stands that looks like one and is none to JSON.
  func startsInvisible(at offset: Int) -> Bool { invisible(at: offset) != nil }

  /// Steps over no-break and zero-width spaces, which look like nothing and are not blank.
  private mutating func skipInvisible() -> Bool {
    guard bytes[index] >= 0x80, let match = invisible(at: index) else { return false }
    let start = index
    while bytes[index...].starts(with: match.form) { index += match.form.count }
    report(.invisible(match.name, at: place(start, index)), at: start)
    return true
  }
}

func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    || byte == UInt8(ascii: "\t")
}

func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

func isASCIILetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

/// True for a byte that can begin a bare word: a letter, `_`, or any byte outside ASCII.
func isWordStart(_ byte: UInt8) -> Bool {
  isASCIILetter(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
}
