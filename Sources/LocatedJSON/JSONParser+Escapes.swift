internal import Diagnostics

// What stands behind a backslash.
extension JSONParser {
  /// What an escape means, where it ends, and the fault it has.
  struct Escape {
    var bytes: [UInt8]
    var end: Int
    var fault: Diagnostic?
  }

  /// Reads the escape that begins with the backslash at an offset.
  func escape(at offset: Int) -> Escape {
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
