internal import CXML2

/// What libxml2's reports of errors mean.
enum FirstError {
  /// The name of a namespace is only compared; that it is a good address is nobody's concern.
  private static let tolerated = Int32(XML_WAR_NS_URI.rawValue)

  /// The failure that a report stands for; nil for one that is no fault to us.
  static func failure(code: Int32, line: Int, column: Int, message: String) -> XMLFailure? {
    guard code != tolerated else { return nil }
    let words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return switch code {
    case Int32(XML_ERR_NO_MEMORY.rawValue): .outOfMemory
    case Int32(XML_ERR_UNDECLARED_ENTITY.rawValue): .entity(line: line)
    // The code of this one differs between the versions of libxml2.
    case _ where words.hasPrefix("Excessive depth"):
      .tooDeep(line: line, limit: XMLLimits.mostDepth)
    default: .notWellFormed(line: line, column: column, message: words)
    }
  }
}
