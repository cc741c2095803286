/// One piece of an expression's text.
enum ExpressionToken: Hashable {
  case name(String)
  case text(String)
  case number(String)
  case keyword(Keyword)
  case comparison(Expression.Comparison)
  case arithmetic(Expression.Arithmetic)
  case open, close
  /// A filter inside parentheses.
  case filter(FilterCall)

  /// The words that end a name, Vietnamese and English.
  enum Keyword: Hashable, CaseIterable {
    case or, and, not, contained, blank, yes, no, null

    var spellings: [String] {
      switch self {
      case .or: ["hoặc", "or"]
      case .and: ["và", "and"]
      case .not: ["không", "not"]
      case .contained: ["có trong", "in"]
      case .blank: ["để trống"]
      case .yes: ["đúng", "true"]
      case .no: ["sai", "false"]
      case .null: ["rỗng", "null"]
      }
    }

    /// The keyword that begins the words, longest first, and how many words it takes.
    ///
    /// An author who writes marks writes them in keywords too: with `unmarked` false the `dung`
    /// of `nội dung` is not `đúng`. Nor is it when it goes on a name that has begun.
    static func match(
      _ words: ArraySlice<Name>, unmarked: Bool, insideName: Bool
    ) -> (keyword: Keyword, count: Int)? {
      for (phrase, keyword) in byLength where phrase.count <= words.count {
        let isExact = zip(phrase, words).allSatisfy { $0 == $1 }
        let isBare = unmarked && zip(phrase, words).allSatisfy { $1.spells($0) }
        if isExact || (isBare && !(insideName && keyword.isOperand)) {
          return (keyword, phrase.count)
        }
      }
      return nil
    }

    /// True for the words that stand where a value stands.
    private var isOperand: Bool {
      switch self {
      case .yes, .no, .null: true
      case .or, .and, .not, .contained, .blank: false
      }
    }

    private static let byLength: [(phrase: [Name], keyword: Keyword)] = allCases.flatMap {
      keyword in
      keyword.spellings.map { ($0.split(separator: " ").map { Name(String($0)) }, keyword) }
    }.sorted { $0.phrase.count > $1.phrase.count }

    /// The most words of a keyword.
    static let longest = byLength.first?.phrase.count ?? 0
  }

  /// The token as it may be quoted in a message.
  var written: String {
    switch self {
    case .name(let text), .number(let text): text
    case .text(let text): "“\(text)”"
    case .keyword(let keyword): keyword.spellings[0]
    case .comparison(let sign): sign.rawValue
    case .arithmetic(let sign): sign.rawValue
    case .open: "("
    case .close: ")"
    case .filter(let call): "| \(call.filter.rawValue)"
    }
  }

  /// Cuts the text of an expression into tokens.
  ///
  /// - Throws: ``ExpressionFailure`` for an open quotation or a malformed number.
  static func tokens(of text: Substring) throws(ExpressionFailure) -> [ExpressionToken] {
    var tokens: [ExpressionToken] = []
    var rest = text
    var words = WordRun(unmarked: Name(String(text)).isUnmarked)
    func flush() { tokens += words.tokens; words.clear() }
    while let character = rest.first {
      if character.isWhitespace, character != "\u{A0}" {
        rest.removeFirst()
      } else if let closers = Quote.closers(of: character) {
        flush()
        let body = rest.dropFirst()
        guard let end = body.firstIndex(where: closers.contains) else {
          throw .unclosedQuote(String(rest))
        }
        tokens.append(.text(String(body[..<end])))
        rest = body[body.index(after: end)...]
      } else if character == "|" {
        flush()
        let call = filterText(rest.dropFirst())
        tokens.append(.filter(try FilterCall.parse(call)))
        rest = rest[call.endIndex...]
      } else if let (sign, count) = sign(at: rest) {
        flush()
        tokens.append(sign)
        rest = rest.dropFirst(count)
      } else {
        let word = rest.prefix { !endsWord($0) }
        // A sign that says nothing alone, such as `!`.
        guard let first = word.first else { throw .unexpected(String(character)) }
        rest = rest[word.endIndex...]
        if first.isASCII, first.isNumber, !words.endsInName {
          flush()
          tokens.append(.number(try number(word)))
        } else {
          words.append(word)
        }
      }
    }
    flush()
    guard tokens.count <= ExpressionParser.sizeLimit else { throw .tooLong }
    return tokens
  }

  /// What stands behind a `|` inside parentheses, to the next one or to the parenthesis that closes
  /// them.
  private static func filterText(_ text: Substring) -> Substring {
    var depth = 0
    var quotation = QuotationTracker()
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      guard !quotation.take(scalar) else { continue }
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      if depth < 0 || (depth == 0 && scalar == "|") { return text[..<index] }
    }
    return text
  }

  private static func endsWord(_ character: Character) -> Bool {
    (character.isWhitespace && character != "\u{A0}") || "()|=<>≠≤≥!+−–×*÷/".contains(character)
      || Quote.double.contains(character)
  }

  private static func sign(at text: Substring) -> (ExpressionToken, Int)? {
    for (written, token) in signs where text.hasPrefix(written) { return (token, written.count) }
    // ASCII `-` joins inside a name; between spaces, or before a digit, it is the minus sign.
    if text.first == "-" { return (.arithmetic(.minus), 1) }
    return nil
  }

  private static let signs: [(String, ExpressionToken)] = [
    ("!=", .comparison(.different)), ("<=", .comparison(.lessOrEqual)),
    (">=", .comparison(.greaterOrEqual)), ("=", .comparison(.equal)),
    ("≠", .comparison(.different)), ("<", .comparison(.less)), (">", .comparison(.greater)),
    ("≤", .comparison(.lessOrEqual)), ("≥", .comparison(.greaterOrEqual)),
    // Word makes an en dash of a minus sign typed between spaces.
    ("+", .arithmetic(.plus)), ("−", .arithmetic(.minus)), ("–", .arithmetic(.minus)),
    ("×", .arithmetic(.times)),
    ("*", .arithmetic(.times)), ("÷", .arithmetic(.divided)), ("/", .arithmetic(.divided)),
    ("(", .open), (")", .close),
  ]

  private static func number(_ word: Substring) throws(ExpressionFailure) -> String {
    guard let value = Decimal(String(word.trimmingSpaces())) else { throw .badNumber(String(word)) }
    return value.description
  }
}

/// Words between two signs: names, cut at every keyword, longest first.
private struct WordRun {
  private let unmarked: Bool
  private var words: [Name] = []
  /// The first word of which it is not sure yet whether it begins a keyword.
  private var open = 0
  private var isInName = false

  init(unmarked: Bool) { self.unmarked = unmarked }

  mutating func append(_ word: Substring) {
    words.append(Name(String(word)))
    // With as many words as the longest keyword has, the decision is final.
    while words.count - open >= ExpressionToken.Keyword.longest {
      if let match = match(at: open, isInName) {
        (open, isInName) = (open + match.count, false)
      } else {
        (open, isInName) = (open + 1, true)
      }
    }
  }

  mutating func clear() { self = WordRun(unmarked: unmarked) }

  /// True when the next word goes on a name: `nhóm 2` is one name, `và 2` is a number.
  var endsInName: Bool {
    var (position, isInName) = (open, isInName)
    while position < words.count {
      let match = match(at: position, isInName)
      (position, isInName) = (position + (match?.count ?? 1), match == nil)
    }
    return isInName
  }

  /// The names and keywords.
  var tokens: [ExpressionToken] {
    var tokens: [ExpressionToken] = []
    var name: [String] = []
    var position = 0
    func flush() {
      if !name.isEmpty { tokens.append(.name(name.joined(separator: " "))) }
      name = []
    }
    while position < words.count {
      if let (keyword, count) = match(at: position, !name.isEmpty) {
        flush()
        tokens.append(.keyword(keyword))
        position += count
      } else {
        name.append(words[position].written)
        position += 1
      }
    }
    flush()
    return tokens
  }

  private func match(
    at position: Int, _ isInName: Bool
  ) -> (keyword: ExpressionToken.Keyword, count: Int)? {
    ExpressionToken.Keyword.match(words[position...], unmarked: unmarked, insideName: isInName)
  }
}
