internal import Expressions

/// What a tag says, once its text is read.
enum Clause: Hashable {
  /// A value written in its place.
  case value(Expression)
  /// `nếu E`
  case condition(Expression)
  /// `còn nếu E`
  case otherwiseIf(Expression)
  /// `không thì`
  case otherwise
  /// `mỗi p trong E`, with the element it repeats when that is said aloud.
  case loop(scope: ElementScope?, name: Name, Expression)
  /// `không có`: what stands there when the list is empty.
  case whenEmpty
  /// `giữa`: what stands between two items.
  case separator
  /// `hết giữa`
  case endSeparator
  /// `#x`: once for each item of a list, once inside an object or a value that holds, else not at
  /// all.
  case section(Path, Expression)
  /// `^x`: once where `#x` is not there at all.
  case inverse(Path, Expression)
  /// `hết`, `hết nếu`, `hết mỗi`, `/x`
  case end(BlockKind?)
  /// `chỉ khi E`: the element the tag stands in is kept only when it holds.
  case onlyIf(ElementScope, Expression)
  /// `! …`
  case comment

  /// The kinds of blocks that a closing tag may name.
  enum BlockKind: Hashable {
    case condition, loop
    /// `/x`, with what `#x` or `^x` must have said.
    case section(Path)
  }

  /// The element a tag speaks of.
  enum ElementScope: Hashable { case paragraph, row, table, section, column, page }

  /// True for a tag that shapes the text around it and leaves nothing in its own place.
  var isBlock: Bool {
    switch self {
    case .value, .onlyIf: false
    default: true
    }
  }

  /// True for a tag that a closing tag must follow.
  var opensBlock: Bool {
    switch self {
    case .condition, .loop, .section, .inverse, .separator: true
    default: false
    }
  }

  /// The element that the tag says it speaks of.
  var scope: ElementScope? {
    switch self {
    case .loop(let scope, _, _): scope
    case .onlyIf(let scope, _): scope
    default: nil
    }
  }

  /// True for a tag that opens what is repeated.
  var repeats: Bool {
    switch self {
    case .loop, .section: true
    default: false
    }
  }

  /// The expression the tag reads, when there is one.
  var expression: Expression? {
    switch self {
    case .value(let expression), .condition(let expression), .otherwiseIf(let expression),
      .loop(_, _, let expression), .section(_, let expression), .inverse(_, let expression),
      .onlyIf(_, let expression):
      expression
    case .otherwise, .whenEmpty, .separator, .endSeparator, .end, .comment: nil
    }
  }
}

extension Clause {
  /// A value behind the filters that switches of a field ask for; other clauses have no use for
  /// them.
  func filtered(by calls: [FilterCall]) -> Clause {
    guard case .value(let expression) = self else { return self }
    return .value(calls.reduce(expression) { .filtered($0, $1) })
  }

  /// A filter that changes the document and not a value, where it does not stand in the chain of a
  /// value tag.
  var misplacedFilter: Filter? {
    guard let expression else { return nil }
    var misplaced = expression.filters.filter(\.changesDocument)
    if case .value = self {
      for filter in expression.chain {
        if let index = misplaced.firstIndex(of: filter) { misplaced.remove(at: index) }
      }
    }
    return misplaced.first
  }
}

extension Filter {
  /// True for the filters by which a picture takes the place of one of the template.
  var makesPicture: Bool { self == .fitFrame || self == .fillFrame || self == .qr }

  /// True for the filters that change what stands around the value.
  var changesDocument: Bool {
    switch self {
    case .dropWhenBlank, .mergeCells, .checkBox, .fitFrame, .fillFrame, .qr: true
    default: false
    }
  }
}

/// Reads the text of a tag into a clause.
///
/// A tag is a block tag only when its whole text is a clause, or when it begins with a clause's
/// words followed by something; everything else is a value.
enum ClauseParser {
  static func parse(_ content: String) throws(ExpressionFailure) -> Clause {
    let text = Substring(content).trimmingSpaces()
    guard let first = text.first else { throw .missingOperand(after: "") }
    switch first {
    case "!": return .comment
    case "#": return try mustacheOpening(text.dropFirst().trimmingSpaces())
    case "^":
      let (name, expression) = try section(text.dropFirst())
      return .inverse(name, expression)
    case "/": return try closing(text.dropFirst().trimmingSpaces())
    default: break
    }
    let words = text.split { $0.isWhitespace && $0 != "\u{A0}" }
    for (phrase, clause) in whole where phrase.count == words.count && begins(words, with: phrase) {
      return clause
    }
    for (phrase, opening) in openings
    where phrase.count < words.count && begins(words, with: phrase) {
      let rest = text[words[phrase.count].startIndex...]
      if let clause = try opening.clause(of: rest) { return clause }
    }
    return .value(try ExpressionParser.parseValue(content))
  }

  /// The opening or dividing clause that a faulty tag was meant to be, without what it reads; nil
  /// for what was meant to be a value.
  static func outline(of content: String) -> Clause? {
    let words = Substring(content).split { $0.isWhitespace && $0 != "\u{A0}" }
    if let sign = words.first?.lowercased(), sign.hasPrefix("#") || sign.hasPrefix("^") {
      return sign == "#each"
        ? .loop(scope: nil, name: Name(""), .literal(.null)) : .condition(.literal(.null))
    }
    for (phrase, opening) in openings
    where phrase.count < words.count && begins(words, with: phrase) {
      switch opening {
      case .condition: return .condition(.literal(.null))
      case .otherwiseIf: return .otherwiseIf(.literal(.null))
      case .loop: return .loop(scope: nil, name: Name(""), .literal(.null))
      case .onlyIf: return nil
      }
    }
    return nil
  }

  private static func begins(_ words: [Substring], with phrase: [Name]) -> Bool {
    phrase.count <= words.count
      && zip(phrase, words).allSatisfy { Name(String($1)).spells($0) }
  }

  private static func phrase(_ text: String) -> [Name] {
    text.split(separator: " ").map { Name(String($0)) }
  }

  private static let whole: [([Name], Clause)] = [
    (phrase("hết"), .end(nil)), (phrase("hết nếu"), .end(.condition)),
    (phrase("hết mỗi"), .end(.loop)), (phrase("không thì"), .otherwise),
    (phrase("else"), .otherwise), (phrase("không có"), .whenEmpty), (phrase("empty"), .whenEmpty),
    (phrase("giữa"), .separator), (phrase("sep"), .separator),
    (phrase("hết giữa"), .endSeparator),
  ]

  private enum Opening {
    case condition, otherwiseIf, loop
    case onlyIf(Clause.ElementScope)

    /// The clause that the rest of the tag makes; nil when the tag is a value after all.
    func clause(of rest: Substring) throws(ExpressionFailure) -> Clause? {
      switch self {
      case .condition: return .condition(try ExpressionParser.parse(String(rest)))
      case .otherwiseIf: return .otherwiseIf(try ExpressionParser.parse(String(rest)))
      case .loop: return try ClauseParser.loop(rest)
      case .onlyIf(let scope): return .onlyIf(scope, try ExpressionParser.parse(String(rest)))
      }
    }
  }

  private static let openings: [([Name], Opening)] = [
    (phrase("còn nếu"), .otherwiseIf), (phrase("else if"), .otherwiseIf),
    (phrase("nếu"), .condition), (phrase("mỗi"), .loop),
    (phrase("hàng chỉ khi"), .onlyIf(.row)), (phrase("dòng chỉ khi"), .onlyIf(.row)),
    (phrase("bảng chỉ khi"), .onlyIf(.table)), (phrase("chỉ khi"), .onlyIf(.paragraph)),
    (phrase("cột chỉ khi"), .onlyIf(.column)),
    (phrase("vùng chỉ khi"), .onlyIf(.section)),
  ]

  /// `[scope] NAME trong E`; nil when there is no `trong`, which makes the tag a value.
  private static func loop(_ rest: Substring) throws(ExpressionFailure) -> Clause? {
    let words = rest.split { $0.isWhitespace && $0 != "\u{A0}" }
    // The English word only where the Vietnamese one is not: `mỗi máy in trong kho`.
    let within = [Name("trong"), Name("in")]
    guard
      let border = within.lazy.compactMap({ keyword in
        words.firstIndex { Name(String($0)).spells(keyword) }
      }).first, border > 0, border + 1 < words.count
    else { return nil }
    var name = words[..<border]
    var scope: Clause.ElementScope?
    if name.count > 1, let first = name.first {
      for (word, found) in scopeWords where Name(String(first)).spells(word) {
        scope = found
        name = name.dropFirst()
      }
    }
    let expression = try ExpressionParser.parse(String(rest[words[border + 1].startIndex...]))
    return .loop(scope: scope, name: Name(name.joined(separator: " ")), expression)
  }

  /// The words that say aloud what is repeated.
  private static let scopeWords: [(Name, Clause.ElementScope)] = [
    (Name("hàng"), .row), (Name("dòng"), .row), (Name("đoạn"), .paragraph), (Name("cột"), .column),
    (Name("trang"), .page),
  ]

  private static func mustacheOpening(_ text: Substring) throws(ExpressionFailure) -> Clause {
    let words = text.split(whereSeparator: \.isWhitespace)
    let rest = words.count > 1 ? text[words[1].startIndex...] : ""
    // Office programs capitalise the first word of a cell.
    switch words.first?.lowercased() {
    case "if" where !rest.isEmpty: return .condition(try ExpressionParser.parse(String(rest)))
    case "each" where !rest.isEmpty:
      if let clause = try loop(rest) { return clause }
      throw .missingOperand(after: "in")
    case "if", "each": throw .missingOperand(after: "#\(text)")
    default:
      let (name, expression) = try section(text)
      return .section(name, expression)
    }
  }

  /// What a Mustache section reads, and the name that closes it.
  private static func section(
    _ text: Substring
  ) throws(ExpressionFailure) -> (Path, Expression) {
    let expression = try ExpressionParser.parseValue(String(text))
    var inner = expression
    while case .filtered(let next, _) = inner { inner = next }
    guard case .path(let name) = inner else { throw .unexpected(String(text.trimmingSpaces())) }
    return (name, expression)
  }

  private static func closing(_ text: Substring) throws(ExpressionFailure) -> Clause {
    switch text.lowercased() {
    case "": .end(nil)
    case "if": .end(.condition)
    case "each": .end(.loop)
    case "sep": .endSeparator
    default: .end(.section(try Path.parse(String(text))))
    }
  }
}
