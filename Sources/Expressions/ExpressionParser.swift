/// Reads the text of an expression.
public enum ExpressionParser {
  /// The deepest nesting of parentheses and operators.
  static let depthLimit = 64

  /// The most signs and names of an expression, and the most filters behind it.
  ///
  /// A chain of operators is as deep as it is long, and whoever walks it needs the stack for that.
  static let sizeLimit = 400

  /// Reads an expression, filters included.
  ///
  /// - Throws: ``ExpressionFailure``.
  public static func parse(_ text: String) throws(ExpressionFailure) -> Expression {
    let parts = Quote.splitAtBars(Substring(text))
    guard let first = parts.first else { throw .missingOperand(after: "") }
    guard parts.count <= sizeLimit else { throw .tooLong }
    var parser = Parser(tokens: try ExpressionToken.tokens(of: first))
    let expression = try parser.disjunction(depth: 0)
    if let token = parser.peek { throw .unexpected(token.written) }
    return try filtered(expression, by: parts.dropFirst())
  }

  /// Reads the text of a value tag: one path, whatever words it holds, or an expression when it
  /// begins with `=`, a quotation mark, a digit or `(`.
  ///
  /// - Throws: ``ExpressionFailure``.
  public static func parseValue(_ text: String) throws(ExpressionFailure) -> Expression {
    let trimmed = Substring(text).trimmingSpaces()
    guard let first = trimmed.first else { throw .missingOperand(after: "") }
    if first == "=" { return try parse(String(trimmed.dropFirst())) }
    if first == "(" || first.isASCII && first.isNumber || Quote.closers(of: first) != nil {
      return try parse(String(trimmed))
    }
    let parts = Quote.splitAtBars(trimmed)
    guard parts.count <= sizeLimit else { throw .tooLong }
    let path = try Path.parse(String(parts[0]))
    return try filtered(.path(path), by: parts.dropFirst())
  }

  private static func filtered(
    _ expression: Expression, by parts: ArraySlice<Substring>
  ) throws(ExpressionFailure) -> Expression {
    var result = expression
    for part in parts { result = .filtered(result, try FilterCall.parse(part)) }
    return result
  }
}

/// The recursive descent over the tokens; one method per level of binding.
private struct Parser {
  let tokens: [ExpressionToken]
  var position = 0

  init(tokens: [ExpressionToken]) { self.tokens = tokens }

  var peek: ExpressionToken? { position < tokens.count ? tokens[position] : nil }

  private var last: String { position > 0 ? tokens[position - 1].written : "" }

  private mutating func take(_ token: ExpressionToken) -> Bool {
    guard peek == token else { return false }
    position += 1
    return true
  }

  mutating func disjunction(depth: Int) throws(ExpressionFailure) -> Expression {
    guard depth < ExpressionParser.depthLimit else { throw .tooDeep }
    var left = try conjunction(depth: depth)
    while take(.keyword(.or)) { left = .or(left, try conjunction(depth: depth)) }
    return left
  }

  private mutating func conjunction(depth: Int) throws(ExpressionFailure) -> Expression {
    var left = try negation(depth: depth)
    while take(.keyword(.and)) { left = .and(left, try negation(depth: depth)) }
    return left
  }

  private mutating func negation(depth: Int) throws(ExpressionFailure) -> Expression {
    guard depth < ExpressionParser.depthLimit else { throw .tooDeep }
    if take(.keyword(.not)) { return .not(try negation(depth: depth + 1)) }
    return try relation(depth: depth)
  }

  private mutating func relation(depth: Int) throws(ExpressionFailure) -> Expression {
    let left = try sum(depth: depth)
    if take(.keyword(.blank)) { return .blank(left) }
    if take(.keyword(.contained)) { return .contained(left, try sum(depth: depth)) }
    if case .comparison(let comparison) = peek {
      position += 1
      return .compare(comparison, left, try sum(depth: depth))
    }
    return left
  }

  private mutating func sum(depth: Int) throws(ExpressionFailure) -> Expression {
    var left = try product(depth: depth)
    while case .arithmetic(let sign) = peek, sign == .plus || sign == .minus {
      position += 1
      left = .arithmetic(sign, left, try product(depth: depth))
    }
    return left
  }

  private mutating func product(depth: Int) throws(ExpressionFailure) -> Expression {
    var left = try operand(depth: depth)
    while case .arithmetic(let sign) = peek, sign == .times || sign == .divided {
      position += 1
      left = .arithmetic(sign, left, try operand(depth: depth))
    }
    return left
  }

  private mutating func operand(depth: Int) throws(ExpressionFailure) -> Expression {
    guard depth < ExpressionParser.depthLimit else { throw .tooDeep }
    guard let token = peek else { throw .missingOperand(after: last) }
    position += 1
    switch token {
    case .text(let text): return .literal(.text(text))
    case .number(let number): return .literal(.number(number))
    case .keyword(.yes): return .literal(.boolean(true))
    case .keyword(.no): return .literal(.boolean(false))
    case .keyword(.null): return .literal(.null)
    case .name(let name): return .path(try Path.parse(name))
    case .arithmetic(.minus):
      return .arithmetic(.minus, .literal(.number("0")), try operand(depth: depth + 1))
    case .open:
      var inner = try disjunction(depth: depth + 1)
      while case .filter(let call) = peek {
        position += 1
        inner = .filtered(inner, call)
      }
      guard take(.close) else { throw .unbalancedParenthesis }
      return inner
    case .close: throw .unbalancedParenthesis
    case .keyword, .comparison, .arithmetic, .filter: throw .missingOperand(after: last)
    }
  }
}
