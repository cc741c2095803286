internal import Diagnostics

/// Thrown after a fault behind which nothing can be read with certainty; it is reported already.
struct Stop: Error {}

/// The state of reading one file: where it stands, what is open, what was found.
struct JSONParser {
  let source: SourceText
  let bytes: [UInt8]
  let limits: JSONLimits
  /// The offset of the next byte.
  var index: Int
  /// The brackets that are open, outermost first.
  var open: [(sign: UInt8, offset: Int)] = []
  /// The names and indices that lead to the value being read.
  var path: [Step] = []

  /// The names met so far that need memory of their own, each kept once; for look-up only.
  var names: Set<String> = []

  /// Who only wants the texts; nothing is kept then.
  var takeText: ((_ text: String, _ place: () -> Place) -> Void)?

  private var values = 0
  private var findings: [(offset: Int, finding: Diagnostic)] = []
  private var suppressed = 0
  private var telex: Telex?
  /// How many findings are kept; fewer than the limit once a line of megabytes was quoted.
  private var room: Int

  /// Where Telex turned brackets into letters: the first place, and the lines of all.
  private struct Telex {
    let offset: Int
    let letter: String
    let bracket: String
    var count = 1
    var lines: [Int]
  }

  /// One step of the path; turned into text only when a finding needs it.
  enum Step {
    case name(String)
    case index(Int)
  }

  init(source: SourceText, limits: JSONLimits, from start: Int) {
    self.source = source
    self.bytes = source.bytes
    self.limits = limits
    self.index = start
    self.room = limits.findings
  }

  /// Reads the one value of the file; nil after a fault that ends the reading.
  mutating func document() -> JSONValue? {
    do throws(Stop) {
      skipBlank()
      guard index < bytes.count else {
        report(.emptyFile(at: Place(file: source.file)), at: index)
        return nil
      }
      let root = try value()
      skipBlank()
      if index < bytes.count { reportTrailing() }
      return root
    } catch {
      return nil
    }
  }

  /// What was found, in the order of the file: as many findings as the limit, and how many more.
  mutating func sortedFindings() -> [Diagnostic] {
    if let telex {
      let end = telex.offset + telex.letter.utf8.count
      findings.append(
        (
          telex.offset,
          .telexBracket(
            telex.letter, telex.bracket, count: telex.count, lines: telex.lines,
            at: source.place(of: SourceRange(telex.offset, end)))
        ))
    }
    // The sort is stable only by this second key.
    let order = findings.indices.sorted {
      (findings[$0].offset, $0) < (findings[$1].offset, $1)
    }
    // Telex is one finding for all its places, and may come on top of a full list.
    let kept = order.prefix(limits.findings)
    let more = suppressed + order.count - kept.count
    let rest: [Diagnostic] = more > 0 ? [.more(more, file: source.file)] : []
    return kept.map { findings[$0].finding } + rest
  }

  /// Reads a value of any kind; the next byte is not blank.
  mutating func value() throws(Stop) -> JSONValue {
    values += 1
    guard values <= limits.values else {
      throw stop(.tooManyValues(limits.values, at: place(index, index + 1)))
    }
    // So many faults are one: it is no JSON, or another file.
    guard suppressed < limits.findings * 100 else { throw Stop() }
    guard let token = token() else { throw unclosed() }
    let value = try value(behind: token)
    guard let takeText else { return value }
    if case .string(let text) = value.kind {
      takeText(text) { source.place(of: value.range, pointer: pointer) }
    }
    return JSONValue(.null, range: value.range)
  }

  private mutating func value(behind token: JSONToken) throws(Stop) -> JSONValue {
    switch token.sign {
    case UInt8(ascii: "{"): return try object(token)
    case UInt8(ascii: "["): return try list(token)
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      return try number()
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      report(.missingValue(after: path.last, at: place(index, index + token.width)), at: index)
      return JSONValue(.null, range: SourceRange(index, index))
    default:
      if let quoted = try foreignQuoted() { return quoted }
      if isWordStart(token.sign) { return try word() }
      throw unexpected(expecting: "một giá trị")
    }
  }
}

// MARK: - Findings

extension JSONParser {
  /// The way to the value being read.
  var pointer: JSONPointer {
    JSONPointer(
      path.map { step in
        switch step {
        case .name(let name): name
        case .index(let index): String(index)
        }
      })
  }

  /// The place of a range of bytes inside the value being read.
  ///
  /// Nowhere once no more findings are kept: finding a column costs the length of its line.
  func place(_ lower: Int, _ upper: Int) -> Place {
    guard findings.count < room else { return .nowhere }
    return source.place(of: SourceRange(lower, upper), pointer: pointer)
  }

  /// Notes a finding that stands at an offset.
  mutating func report(_ finding: Diagnostic, at offset: Int) {
    guard findings.count < room else {
      suppressed += 1
      return
    }
    findings.append((offset, finding))
    if let span = finding.place.span, span.text.utf8.count > 1 << 20 { room = findings.count }
  }

  /// Notes a finding at the current place after which reading ends.
  mutating func stop(_ finding: Diagnostic) -> Stop {
    report(finding, at: index)
    return Stop()
  }

  /// The fault of a sign that no rule allows here.
  mutating func unexpected(expecting expected: String) -> Stop {
    let end = nextCharacter(after: index)
    let sign = source.text(index..<end)
    return stop(.unexpected(sign, expecting: expected, at: place(index, end)))
  }

  /// The fault of a file that ends before its brackets are closed.
  mutating func unclosed() -> Stop {
    var last = min(index, bytes.count) - 1
    while last > 0, isBlank(bytes[last]) { last -= 1 }
    let openings = open.map { (sign: $0.sign, line: source.line(of: $0.offset)) }
    path.removeAll()
    return stop(.unclosed(openings, at: place(last, last + 1)))
  }

  private mutating func reportTrailing() {
    let rest = restOfLine()
    report(.trailing(rest, at: place(index, index + rest.utf8.count)), at: index)
  }

  /// The offset behind the character (grapheme cluster) that starts at an offset.
  func nextCharacter(after offset: Int) -> Int {
    // 64 bytes hold any character a keyboard makes; a cluster longer than that may be cut.
    var end = min(offset + 64, bytes.count)
    while end < bytes.count, end > offset + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let text = source.text(offset..<end)
    return offset + (text.first.map { String($0).utf8.count } ?? 1)
  }

  /// Notes a letter at the current place that Telex had made of a bracket.
  mutating func noteTelex(_ letter: String, _ bracket: String) {
    let line = source.line(of: index)
    guard telex != nil else {
      telex = Telex(offset: index, letter: letter, bracket: bracket, lines: [line])
      return
    }
    telex?.count += 1
    if let last = telex?.lines.last, last != line { telex?.lines.append(line) }
  }
}
