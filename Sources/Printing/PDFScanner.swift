/// Reads the values of a PDF from its bytes, one after the other.
struct PDFScanner {
  let bytes: [UInt8]
  private(set) var offset: Int

  /// How deep lists and dictionaries may lie in each other; office programs stay below 10.
  private static let deepest = 64

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next value; a reference is one value.
  mutating func value(depth: Int = 0) throws(PDFFailure) -> PDFValue {
    guard depth < Self.deepest else { throw .broken(offset: offset) }
    skipSpace()
    switch peek {
    case UInt8(ascii: "/"): return .name(try name())
    case UInt8(ascii: "["):
      offset += 1
      var items: [PDFValue] = []
      while !take("]") { items.append(try value(depth: depth + 1)) }
      return .array(items)
    case UInt8(ascii: "<") where peek(1) == UInt8(ascii: "<"):
      offset += 2
      var entries: [PDFValue.Entry] = []
      while !take(">>") {
        guard peek == UInt8(ascii: "/") else { throw .broken(offset: offset) }
        let name = try name()
        entries.append(PDFValue.Entry(name: name, value: try value(depth: depth + 1)))
      }
      return .dictionary(entries)
    case UInt8(ascii: "<"): return .atom(try text(to: UInt8(ascii: ">")))
    case UInt8(ascii: "("): return .atom(try literal())
    default: return try wordOrReference()
    }
  }

  /// The object that begins here: `12 0 obj …`; `length` resolves the length of its stream.
  mutating func object(
    length: (PDFValue) throws(PDFFailure) -> Int?
  ) throws(PDFFailure) -> (number: Int, object: PDFObject) {
    let start = offset
    guard let number = try word().integer, try word().integer != nil, take("obj") else {
      throw .broken(offset: start)
    }
    var object = PDFObject(value: try value())
    guard take("stream") else { return (number, object) }
    if peek == 0x0D { offset += 1 }
    guard peek == 0x0A, let size = object.value["Length"], let count = try length(size),
      (0..<bytes.count - offset).contains(count)
    else { throw .broken(offset: offset) }
    let first = offset + 1
    object.stream = Array(bytes[first..<first + count])
    offset = first + count
    guard take("endstream") else { throw .broken(offset: offset) }
    return (number, object)
  }

  /// Passes over a word when it is the next one.
  mutating func take(_ word: StaticString) -> Bool {
    skipSpace()
    let wanted = word.withUTF8Buffer { Array($0) }
    guard bytes[offset...].starts(with: wanted) else { return false }
    offset += wanted.count
    return true
  }

  /// The next word, such as a number.
  mutating func word() throws(PDFFailure) -> PDFValue {
    skipSpace()
    let start = offset
    while let byte = peek, !Self.isSpace(byte), !Self.isSign(byte) { offset += 1 }
    guard offset > start else { throw .broken(offset: start) }
    return .atom(Array(bytes[start..<offset]))
  }

  private mutating func wordOrReference() throws(PDFFailure) -> PDFValue {
    let first = try word()
    guard let number = first.integer, number >= 0 else { return first }
    let behind = offset
    skipSpace()
    if let byte = peek, (0x30...0x39).contains(byte), try word().integer != nil {
      skipSpace()
      let isEnd = peek(1).map { Self.isSpace($0) || Self.isSign($0) } ?? true
      if peek == UInt8(ascii: "R"), isEnd {
        offset += 1
        return .reference(number)
      }
    }
    offset = behind
    return first
  }

  private mutating func name() throws(PDFFailure) -> String {
    offset += 1
    let start = offset
    while let byte = peek, !Self.isSpace(byte), !Self.isSign(byte) { offset += 1 }
    guard let name = String(validating: bytes[start..<offset], as: UTF8.self) else {
      throw .broken(offset: start)
    }
    return name
  }

  private mutating func text(to end: UInt8) throws(PDFFailure) -> [UInt8] {
    let start = offset
    while let byte = peek {
      offset += 1
      if byte == end { return Array(bytes[start..<offset]) }
    }
    throw .broken(offset: start)
  }

  /// A text in parentheses, which may hold others and, behind a backslash, single ones.
  private mutating func literal() throws(PDFFailure) -> [UInt8] {
    let start = offset
    var open = 0
    while let byte = peek {
      offset += 1
      switch byte {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        open -= 1
        if open == 0 { return Array(bytes[start..<min(offset, bytes.count)]) }
      default: break
      }
    }
    throw .broken(offset: start)
  }

  private mutating func skipSpace() {
    while let byte = peek {
      if Self.isSpace(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "%") {
        while let byte = peek, byte != 0x0A, byte != 0x0D { offset += 1 }
      } else {
        return
      }
    }
  }

  private var peek: UInt8? { peek(0) }

  private func peek(_ ahead: Int) -> UInt8? {
    offset + ahead < bytes.count ? bytes[offset + ahead] : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    "()<>[]{}/%".utf8.contains(byte)
  }
}
