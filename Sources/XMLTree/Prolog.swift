/// What must be known of a document before libxml2 sees it: its encoding, and that it has no
/// document type declaration.
///
/// A document type declaration can stand only before the root element, after nothing but the XML
/// declaration, comments, processing instructions and white space. So walking over these shows
/// whether one is there, and entities never reach the parser.
struct Prolog {
  private let bytes: [UInt8]
  private var position = 0

  /// Refuses another encoding than UTF-8, and a DOCTYPE.
  ///
  /// - Parameter bytes: The document from its beginning, which may end anywhere.
  /// - Returns: whether the prolog ends with them; when it does not, more must be seen.
  /// - Throws: ``XMLFailure/encoding(_:)``, ``XMLFailure/doctype(line:)``.
  static func isPassed(in bytes: [UInt8]) throws(XMLFailure) -> Bool {
    var prolog = Prolog(bytes: bytes)
    guard try prolog.passesDeclaration() else { return false }
    return try prolog.passesNotes()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func passesDeclaration() throws(XMLFailure) -> Bool {
    let marks: [(bytes: [UInt8], name: String)] = [
      ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"), ([0x3C, 0x00], "UTF-16"),
      ([0x00, 0x3C], "UTF-16"), ([0x00, 0x00], "UTF-32"),
    ]
    for mark in marks where bytes.starts(with: mark.bytes) { throw .encoding(mark.name) }
    if bytes.starts(with: WholeCharacters.mark) { position = 3 }
    guard starts("<?xml ") else { return true }
    guard let end = find("?>", from: position) else { return false }
    if let name = declaredEncoding(upTo: end), !["utf-8", "us-ascii"].contains(name.lowercased()) {
      throw .encoding(name)
    }
    return true
  }

  private func declaredEncoding(upTo end: Int) -> String? {
    guard let start = find("encoding", from: position), start < end else { return nil }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    guard let open = bytes[start..<end].firstIndex(where: quotes.contains),
      let close = bytes[(open + 1)..<end].firstIndex(of: bytes[open])
    else { return nil }
    return String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
  }

  /// True when something else than notes and white space begins.
  private mutating func passesNotes() throws(XMLFailure) -> Bool {
    while position < bytes.count {
      if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
        position += 1
      } else if starts("<!--") {
        guard let end = find("-->", from: position + 4) else { return false }
        position = end + 3
      } else if starts("<?") {
        guard let end = find("?>", from: position + 2) else { return false }
        position = end + 2
      } else if starts("<!DOCTYPE") {
        throw .doctype(line: 1 + bytes[..<position].count { $0 == UInt8(ascii: "\n") })
      } else {
        // What the bytes break off may be the beginning of any of these.
        return bytes.count - position >= "<!DOCTYPE".utf8.count
      }
    }
    return false
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
}
