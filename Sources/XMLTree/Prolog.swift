/// What must be known of a document before libxml2 sees it: its encoding, and that it has no
/// document type declaration.
///
/// A document type declaration can stand only before the root element, after nothing but the XML
/// declaration, comments, processing instructions and white space. So walking over these shows
/// whether one is there, and entities never reach the parser.
struct Prolog {
  private let bytes: [UInt8]
  private var position = 0

  /// Refuses another encoding than UTF-8, bytes that are not UTF-8, and a DOCTYPE.
  static func judge(_ bytes: [UInt8]) throws(XMLFailure) {
    var prolog = Prolog(bytes: bytes)
    try prolog.judgeEncoding()
    try prolog.judgeDoctype()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func judgeEncoding() throws(XMLFailure) {
    let marks: [(bytes: [UInt8], name: String)] = [
      ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"), ([0x3C, 0x00], "UTF-16"),
      ([0x00, 0x3C], "UTF-16"), ([0x00, 0x00], "UTF-32"),
    ]
    for mark in marks where bytes.starts(with: mark.bytes) { throw .encoding(mark.name) }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw .notUTF8(line: line(at: error.byteOffsets.lowerBound))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    guard starts("<?xml "), let end = find("?>", from: position) else { return }
    if let name = declaredEncoding(upTo: end), !["utf-8", "us-ascii"].contains(name.lowercased()) {
      throw .encoding(name)
    }
  }

  private func declaredEncoding(upTo end: Int) -> String? {
    guard let start = find("encoding", from: position), start < end else { return nil }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    guard let open = bytes[start..<end].firstIndex(where: quotes.contains),
      let close = bytes[(open + 1)..<end].firstIndex(of: bytes[open])
    else { return nil }
    return String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
  }

  private mutating func judgeDoctype() throws(XMLFailure) {
    while position < bytes.count {
      if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
        position += 1
      } else if starts("<!--"), let end = find("-->", from: position + 4) {
        position = end + 3
      } else if starts("<?"), let end = find("?>", from: position + 2) {
        position = end + 2
      } else if starts("<!DOCTYPE") {
        throw .doctype(line: line(at: position))
      } else {
        return
      }
    }
  }

  private func starts(_ mark: String) -> Bool { matches(mark, at: position) }

  private func matches(_ mark: String, at index: Int) -> Bool {
    bytes.count - index >= mark.utf8.count && zip(bytes[index...], mark.utf8).allSatisfy(==)
  }

  private func find(_ mark: String, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if matches(mark, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func line(at offset: Int) -> Int {
    1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
  }
}
