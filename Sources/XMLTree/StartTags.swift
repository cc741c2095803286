/// The start tags of a document, looked over before libxml2 sees them.
///
/// libxml2 compares each attribute of an element with all before it, so a tag of a hundred thousand
/// would cost minutes before anybody could count them.
enum StartTags {
  /// Refuses a tag with more attributes than the limit; whether it is well-formed is not judged.
  static func judge(_ bytes: [UInt8], limit: Int) throws(XMLFailure) {
    let span = bytes.span
    var index = 0
    while index < span.count {
      guard span[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if let end = end(ofNoteAt: index, in: span) {
        index = end
      } else {
        index = try end(ofTagAt: index, in: span, limit: limit)
      }
    }
  }

  /// Where the tag that begins here ends.
  private static func end(
    ofTagAt start: Int, in bytes: Span<UInt8>, limit: Int
  ) throws(XMLFailure) -> Int {
    var count = 0
    var quote: UInt8 = 0
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        count += 1
        guard count <= limit else {
          throw .tooManyAttributes(line: line(at: index, in: bytes), limit: limit)
        }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
      index += 1
    }
    return index
  }

  /// Where a comment, a CDATA section or a processing instruction that begins here ends; nil for
  /// anything else.
  private static func end(ofNoteAt start: Int, in bytes: Span<UInt8>) -> Int? {
    guard start + 1 < bytes.count,
      bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?")
    else { return nil }
    for (opening, closing) in notes where stands(opening, at: start, in: bytes) {
      var index = start + opening.utf8.count
      while index < bytes.count {
        if stands(closing, at: index, in: bytes) { return index + closing.utf8.count }
        index += 1
      }
      return bytes.count
    }
    return nil
  }

  private static func stands(_ mark: String, at index: Int, in bytes: Span<UInt8>) -> Bool {
    let mark = mark.utf8.span
    guard bytes.count - index >= mark.count else { return false }
    for place in mark.indices where bytes[index + place] != mark[place] { return false }
    return true
  }

  private static func line(at offset: Int, in bytes: Span<UInt8>) -> Int {
    var line = 1
    for index in 0..<offset where bytes[index] == UInt8(ascii: "\n") { line += 1 }
    return line
  }

  private static let notes = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
}
