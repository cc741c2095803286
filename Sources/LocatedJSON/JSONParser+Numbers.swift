internal import Diagnostics

// Numbers, the three literals, and what people write in their place.
extension JSONParser {
  /// Reads a number, or what was meant as one.
  mutating func number() throws(Stop) -> JSONValue {
    let start = index
    var end = start
    while end < bytes.count, continuesNumber(at: end) { end += 1 }
    guard end - start <= limits.numberBytes else {
      throw stop(.tooLong("số", limits.numberBytes, named: "json-so", at: place(start, end)))
    }
    index = end
    let range = SourceRange(start, end)
    let text = source.text(start..<end)
    if Self.isNumber(bytes[start..<end]) { return JSONValue(.number(text), range: range) }
    let meant = Self.repair(text)
    report(.badNumber(text, meant: meant, at: place(start, end)), at: start)
    return JSONValue(meant, range: range)
  }

  /// True when a byte belongs to the number, or to what is glued to it.
  private func continuesNumber(at offset: Int) -> Bool {
    let byte = bytes[offset]
    if isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
    {
      return true
    }
    let digitFollows = offset + 1 < bytes.count && isDigit(bytes[offset + 1])
    switch byte {
    // In an object no digit can follow a comma, so it is a decimal or grouping sign.
    case UInt8(ascii: ","): return digitFollows && open.last?.sign == UInt8(ascii: "{")
    case UInt8(ascii: "/"): return digitFollows
    default: return isWordStart(byte) && telexBracket(at: offset) == nil
    }
  }

  /// True for a number as RFC 8259 writes it.
  static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func digits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    func skip(_ signs: String) -> Bool {
      guard let first = rest.first, signs.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("-")
    let leadsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || whole > 1 && !leadsWithZero else { return false }
    if skip("."), digits() == 0 { return false }
    if skip("eE") {
      _ = skip("+-")
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  /// What a malformed number was probably meant to be: a number, a text, or `null`.
  private static func repair(_ text: String) -> JSONValue.Kind {
    let dashes = text.dropFirst().utf8.filter { $0 == UInt8(ascii: "-") }.count
    guard text.utf8.contains(where: isDigit) else { return .null }
    if text.contains("/") || dashes >= 2 { return .string(text) }
    let negative = text.hasPrefix("-")
    var digits = text.drop { $0 == "-" || $0 == "+" }[...]
    let groups = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    var parts = groups.map(String.init)
    if groups.count > 1, groups.dropFirst().allSatisfy({ $0.count == 3 }), groups[0].count <= 3 {
      parts = [parts.joined()]
    }
    guard parts.count <= 2, let head = parts.first else { return .null }
    digits = head.drop { $0 == "0" }
    let whole = digits.isEmpty ? "0" : String(digits)
    let fraction = parts.count == 2 && !parts[1].isEmpty ? "." + parts[1] : ""
    let meant = (negative ? "-" : "") + whole + fraction
    return isNumber(Array(meant.utf8)[...]) ? .number(meant) : .null
  }

  /// Reads `true`, `false` or `null`, or a text without quotes.
  mutating func word() throws(Stop) -> JSONValue {
    let start = index
    var end = start
    while end < bytes.count, isASCIILetter(bytes[end]) { end += 1 }
    let goesOn =
      end < bytes.count && (isDigit(bytes[end]) || isWordStart(bytes[end]))
      && telexBracket(at: end) == nil
    if !goesOn, let literal = Self.literals[source.text(start..<end)] {
      index = end
      return JSONValue(literal, range: SourceRange(start, end))
    }
    return bareText(from: start)
  }

  private static let literals: [String: JSONValue.Kind] = [
    "true": .boolean(true), "false": .boolean(false), "null": .null,
  ]

  /// Reads a text that lacks its quotes, or its opening quote, up to the next sign.
  private mutating func bareText(from start: Int) -> JSONValue {
    var end = start
    while end < bytes.count, !isLineEnd(bytes[end]), !"\",]}".utf8.contains(bytes[end]) {
      end += 1
    }
    let closed = end < bytes.count && bytes[end] == UInt8(ascii: "\"")
    var last = end
    while last > start, isBlank(bytes[last - 1]) { last -= 1 }
    let text = source.text(start..<last)
    let meant = Self.meantLiterals[text.lowercased()] ?? .string(text)
    report(.bareText(text, meant: meant, at: place(start, last)), at: start)
    index = closed ? end + 1 : last
    return JSONValue(meant, range: SourceRange(start, index))
  }

  private static let meantLiterals: [String: JSONValue.Kind] = [
    "true": .boolean(true), "đúng": .boolean(true), "false": .boolean(false),
    "sai": .boolean(false), "null": .null, "none": .null, "nil": .null, "nan": .null,
    "undefined": .null,
  ]
}
