internal import Diagnostics

// Objects and lists, and what stands between their members.
extension JSONParser {
  /// Reads an object from its opening bracket on.
  mutating func object(_ opening: JSONToken) throws(Stop) -> JSONValue {
    let start = index
    try enter(opening)
    var members: [JSONValue.Member] = []
    var known = MemberNames()
    var comma: Int?
    while try !leave(closing: UInt8(ascii: "}"), after: comma) {
      if skipExtraComma() { continue }
      let (name, nameRange) = try memberName()
      try colon(after: name)
      path.append(.name(name))
      let member = JSONValue.Member(kept(name), try value(), nameRange: nameRange)
      if let first = known.add(name, at: members.count, among: members) {
        let line = source.line(of: Int(members[first].nameRange.lower))
        let place = place(Int(nameRange.lower), Int(nameRange.upper))
        report(.duplicateKey(name, firstLine: line, at: place), at: Int(nameRange.lower))
      } else {
        members.append(member)
      }
      comma = try separator()
      path.removeLast()
    }
    return JSONValue(.object(members), range: SourceRange(start, index))
  }

  /// Reads a list from its opening bracket on.
  mutating func list(_ opening: JSONToken) throws(Stop) -> JSONValue {
    let start = index
    try enter(opening)
    var items: [JSONValue] = []
    var comma: Int?
    while try !leave(closing: UInt8(ascii: "]"), after: comma) {
      if skipExtraComma() { continue }
      path.append(.index(items.count))
      let item = try value()
      items.append(item)
      comma = try separator()
      path.removeLast()
    }
    return JSONValue(.array(items), range: SourceRange(start, index))
  }

  /// The name as it was met first: the rows of a list have the same names, thousands of times.
  private mutating func kept(_ name: String) -> String {
    // Fifteen bytes lie in the value itself. Whoever makes up names for each row gets none kept.
    guard name.utf8.count > 15, names.count < 1_000 else { return name }
    return names.insert(name).memberAfterInsert
  }

  private mutating func enter(_ opening: JSONToken) throws(Stop) {
    guard open.count < limits.depth else {
      throw stop(.tooDeep(limits.depth, at: place(index, index + opening.width)))
    }
    open.append((opening.sign, index))
    take(opening)
    skipBlank()
  }

  /// Steps over the closing bracket when it stands here; a comma before it is a fault.
  private mutating func leave(closing: UInt8, after comma: Int?) throws(Stop) -> Bool {
    guard let token = token() else { throw unclosed() }
    guard token.sign == UInt8(ascii: "}") || token.sign == UInt8(ascii: "]") else { return false }
    guard token.sign == closing else {
      let opened = open.last ?? (closing, index)
      throw stop(
        .mismatched(
          String(UnicodeScalar(token.sign)), opening: String(UnicodeScalar(opened.sign)),
          line: source.line(of: opened.offset), closing: String(UnicodeScalar(closing)),
          at: place(index, index + token.width)))
    }
    if let comma { report(.extraComma(at: place(comma, comma + 1)), at: comma) }
    open.removeLast()
    take(token)
    return true
  }

  /// Steps over a comma where a member belongs.
  private mutating func skipExtraComma() -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { return false }
    report(.extraComma(at: place(index, index + 1)), at: index)
    index += 1
    skipBlank()
    return true
  }

  /// Reads the name of a member, quoted as it should be or not.
  private mutating func memberName() throws(Stop) -> (String, SourceRange) {
    guard index < bytes.count else { throw unclosed() }
    if bytes[index] == UInt8(ascii: "\"") { return try quoted() }
    if let value = try foreignQuoted(), let name = value.string { return (name, value.range) }
    if let token = token(), token.sign == UInt8(ascii: "{") || token.sign == UInt8(ascii: "["),
      let opened = open.last
    {
      throw stop(
        .opensBeforeClosing(
          String(UnicodeScalar(token.sign)), opening: String(UnicodeScalar(opened.sign)),
          line: source.line(of: opened.offset), closing: "}",
          at: place(index, index + token.width)))
    }
    guard isWordStart(bytes[index]) else {
      throw unexpected(expecting: "một tên trong dấu ngoặc kép")
    }
    let start = index
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: ":"), !isLineEnd(bytes[end]),
      bytes[end] != UInt8(ascii: "\"")
    { end += 1 }
    guard end < bytes.count, !isLineEnd(bytes[end]) else {
      throw unexpected(expecting: "một tên trong dấu ngoặc kép")
    }
    var last = end
    while last > start, isBlank(bytes[last - 1]) { last -= 1 }
    let name = source.text(start..<last)
    report(.bareName(name, at: place(start, last)), at: start)
    index = bytes[end] == UInt8(ascii: "\"") ? end + 1 : end
    return (name, SourceRange(start, index))
  }

  /// Steps over the colon behind a name.
  private mutating func colon(after name: String) throws(Stop) {
    skipBlank()
    guard index < bytes.count else { throw unclosed() }
    if bytes[index] == UInt8(ascii: ":") {
      index += 1
    } else {
      let finding = Diagnostic.missingColon(after: name, at: place(index, index + 1))
      // A value behind the name leaves no doubt; anything else does.
      let sign = token()?.sign ?? 0
      let goesOn = "=\"{[-".utf8.contains(sign) || isDigit(sign)
      guard goesOn else { throw stop(finding) }
      report(finding, at: index)
      if sign == UInt8(ascii: "=") { index += 1 }
    }
    skipBlank()
  }

  /// Steps over the comma behind a member and returns its offset; nil before a closing bracket.
  private mutating func separator() throws(Stop) -> Int? {
    let end = index
    skipBlank()
    guard let token = token() else { throw unclosed() }
    switch token.sign {
    case UInt8(ascii: ","):
      let comma = index
      index += 1
      skipBlank()
      return comma
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      return nil
    default:
      break
    }
    let nextLine = source.line(of: end) != source.line(of: index)
    let isQuote = token.sign == UInt8(ascii: "\"")
    let opens = token.sign == UInt8(ascii: "{") || token.sign == UInt8(ascii: "[")
    guard isQuote || opens || isDigit(token.sign) || nextLine && isWordStart(token.sign) else {
      throw unexpected(expecting: "dấu phẩy hoặc dấu đóng ngoặc")
    }
    report(.missingComma(at: place(max(0, end - 1), end)), at: end)
    return nil
  }

  /// The text from here to the end of the line.
  func restOfLine() -> String { source.text(index..<endOfLine(from: index)) }

  /// The offset of the line end behind an offset.
  func endOfLine(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
    return end
  }
}

/// The names of one object, to find the second of two equal ones.
private struct MemberNames {
  private var positions: [String: Int] = [:]

  /// Adds a name; returns the position of the member that has it already.
  mutating func add(_ name: String, at position: Int, among members: [JSONValue.Member]) -> Int? {
    // Most objects are small, and comparing a few names is faster than hashing them.
    if position < 12 { return members.firstIndex { $0.name == name } }
    if positions.isEmpty {
      for (index, member) in members.enumerated() { positions[member.name] = index }
    }
    if let first = positions[name] { return first }
    positions[name] = position
    return nil
  }
}
