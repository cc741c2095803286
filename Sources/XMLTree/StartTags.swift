/// The start tags of a document, looked over before libxml2 sees them.
///
/// libxml2 compares each attribute of an element with all before it, so a tag of a hundred thousand
/// would cost minutes before anybody could count them.
enum StartTags {
  /// Refuses a tag with more attributes than the limit; whether it is well-formed is not judged.
  static func judge(_ bytes: [UInt8], limit: Int) throws(XMLFailure) {
    var line = 1
    var count = 0
    var quote: UInt8?
    var isInTag = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") { line += 1 }
      if !isInTag {
        if byte == UInt8(ascii: "<") {
          if let end = end(ofNoteAt: index, in: bytes) {
            line += bytes[index..<end].count { $0 == UInt8(ascii: "\n") }
            index = end
            continue
          }
          (isInTag, count) = (true, 0)
        }
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        isInTag = false
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        count += 1
        guard count <= limit else { throw .tooManyAttributes(line: line, limit: limit) }
      }
      index += 1
    }
  }

  /// Where a comment, a CDATA section or a processing instruction that begins here ends.
  private static func end(ofNoteAt start: Int, in bytes: [UInt8]) -> Int? {
    for (opening, closing) in notes where bytes[start...].starts(with: opening) {
      var index = start + opening.count
      while index < bytes.count {
        if bytes[index] == closing[0], bytes[index...].starts(with: closing) {
          return index + closing.count
        }
        index += 1
      }
      return bytes.count
    }
    return nil
  }

  private static let notes: [(opening: [UInt8], closing: [UInt8])] = [
    (Array("<!--".utf8), Array("-->".utf8)), (Array("<![CDATA[".utf8), Array("]]>".utf8)),
    (Array("<?".utf8), Array("?>".utf8)),
  ]
}
