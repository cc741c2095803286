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

  private var values = 0
  private var findings: [(offset: Int, finding: Diagnostic)] = []
  private var suppressed = 0
  private var telex: [(offset: Int, letter: String, bracket: String)] = []

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

  /// Everything found, in the order of the file.
  mutating func sortedFindings() -> [Diagnostic] {
    if let first = telex.first {
      let lines = telex.dropFirst().map { source.line(of: $0.offset) }
      let place = source.place(
        of: SourceRange(first.offset, first.offset + first.letter.utf8.count))
      let finding = Diagnostic.telexBracket(first.letter, first.bracket, alsoAt: lines, at: place)
      findings.append((first.offset, finding))
    }
    // The sort is stable only by this second key.
    let order = findings.indices.sorted {
      (findings[$0].offset, $0) < (findings[$1].offset, $1)
    }
    let rest: [Diagnostic] = suppressed > 0 ? [.more(suppressed, file: source.file)] : []
    return order.map { findings[$0].finding } + rest
  }

  /// Reads a value of any kind; the next byte is not blank.
  mutating func value() throws(Stop) -> JSONValue {
    values += 1
    guard values <= limits.values else {
      throw stop(.tooManyValues(limits.values, at: place(index, index + 1)))
    }
    guard let token = token() else { throw unclosed() }
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
  func place(_ lower: Int, _ upper: Int) -> Place {
    source.place(of: SourceRange(lower, upper), pointer: pointer)
  }

  /// Notes a finding that stands at an offset.
  mutating func report(_ finding: Diagnostic, at offset: Int) {
    if findings.count < limits.findings {
      findings.append((offset, finding))
    } else {
      suppressed += 1
    }
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
    let end = source.text(index..<bytes.count).prefix { !$0.isNewline }
    let place = place(index, index + end.utf8.count)
    report(.trailing(String(end), at: place), at: index)
  }

  /// The offset behind the character (grapheme cluster) that starts at an offset.
  func nextCharacter(after offset: Int) -> Int {
    // 64 bytes hold any character a keyboard makes; a cluster longer than that may be cut.
    var end = min(offset + 64, bytes.count)
    while end < bytes.count, end > offset + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let text = source.text(offset..<end)
    return offset + (text.first.map { String($0).utf8.count } ?? 1)
  }
}

// MARK: - Signs

/// A structural sign of JSON and how many bytes the file spends on it.
struct JSONToken {
  let sign: UInt8
  let width: Int
}

extension JSONParser {
  /// The sign at the current place, a letter that Telex made of a bracket as that bracket.
  func token() -> JSONToken? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    guard byte == 0xC6 || byte | 0x20 == UInt8(ascii: "o") || byte | 0x20 == UInt8(ascii: "u"),
      let bracket = telexBracket(at: index)
    else { return JSONToken(sign: byte, width: 1) }
    return bracket
  }

  /// The bracket behind a letter `Ơ`, `ơ`, `Ư` or `ư` that is not the start of a word.
  func telexBracket(at offset: Int) -> JSONToken? {
    let forms: [(form: [UInt8], sign: UInt8)] = [
      ([0xC6, 0xA0], UInt8(ascii: "{")), ([0xC6, 0xA1], UInt8(ascii: "[")),
      ([0xC6, 0xAF], UInt8(ascii: "}")), ([0xC6, 0xB0], UInt8(ascii: "]")),
      ([0x4F, 0xCC, 0x9B], UInt8(ascii: "{")), ([0x6F, 0xCC, 0x9B], UInt8(ascii: "[")),
      ([0x55, 0xCC, 0x9B], UInt8(ascii: "}")), ([0x75, 0xCC, 0x9B], UInt8(ascii: "]")),
    ]
    guard let match = forms.first(where: { bytes[offset...].starts(with: $0.form) }) else {
      return nil
    }
    let end = offset + match.form.count
    if end < bytes.count {
      let next = bytes[end]
      let goesOn = isASCIILetter(next) || next >= 0x80
      if goesOn, telexBracket(at: end) == nil { return nil }
    }
    return JSONToken(sign: match.sign, width: match.form.count)
  }

  /// Steps over a sign; notes it when Telex had turned it into a letter.
  mutating func take(_ token: JSONToken) {
    if token.width > 1 {
      let letter = source.text(index..<index + token.width)
      telex.append((index, letter, String(UnicodeScalar(token.sign))))
    }
    index += token.width
  }

  /// Steps over spaces and line ends, and over what stands in their place by mistake.
  mutating func skipBlank() {
    while index < bytes.count {
      if isBlank(bytes[index]) {
        index += 1
      } else if !skipComment(), !skipInvisible() {
        return
      }
    }
  }

  /// Steps over a comment, which JSON does not know.
  private mutating func skipComment() -> Bool {
    let start = index
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch (bytes[index], next) {
    case (UInt8(ascii: "#"), _), (UInt8(ascii: "/"), UInt8(ascii: "/")):
      while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
    case (UInt8(ascii: "/"), UInt8(ascii: "*")):
      index += 2
      while index < bytes.count,
        !(bytes[index - 1] == UInt8(ascii: "*") && bytes[index] == UInt8(ascii: "/")
          && index > start + 2)
      { index += 1 }
      index = min(index + 1, bytes.count)
    default: return false
    }
    report(.comment(at: place(start, index)), at: start)
    return true
  }

  /// Steps over no-break and zero-width spaces, which look like nothing and are not blank.
  private mutating func skipInvisible() -> Bool {
    let forms: [(form: [UInt8], name: String)] = [
      ([0xC2, 0xA0], "U+00A0"), ([0xE2, 0x80, 0x8B], "U+200B"), ([0xEF, 0xBB, 0xBF], "U+FEFF"),
      ([0xE3, 0x80, 0x80], "U+3000"),
    ]
    guard bytes[index] >= 0x80,
      let match = forms.first(where: { bytes[index...].starts(with: $0.form) })
    else { return false }
    let start = index
    while bytes[index...].starts(with: match.form) { index += match.form.count }
    report(.invisible(match.name, at: place(start, index)), at: start)
    return true
  }
}

func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    || byte == UInt8(ascii: "\t")
}

func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

func isASCIILetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

/// True for a byte that can begin a bare word: a letter, `_`, or any byte outside ASCII.
func isWordStart(_ byte: UInt8) -> Bool {
  isASCIILetter(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
}
