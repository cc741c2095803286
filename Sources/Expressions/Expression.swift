/// An expression of the closed grammar that templates and regulations share.
///
/// It can only read the facts it is given: no calls, no assignment, no loop.
public indirect enum Expression: Hashable, Sendable {
  /// A text, a number, a truth value or nothing, as written.
  case literal(Literal)
  /// A value of the data.
  case path(Path)
  /// `không E`.
  case not(Expression)
  /// `E và E`.
  case and(Expression, Expression)
  /// `E hoặc E`.
  case or(Expression, Expression)
  /// `E = E` and its five sisters.
  case compare(Comparison, Expression, Expression)
  /// `E có trong E`.
  case contained(Expression, Expression)
  /// `E để trống`.
  case blank(Expression)
  /// `E + E` and its three sisters.
  case arithmetic(Arithmetic, Expression, Expression)
  /// `E | filter`.
  case filtered(Expression, FilterCall)

  /// A value written in the expression itself.
  public enum Literal: Hashable, Sendable {
    /// A quoted text.
    case text(String)
    /// A number, as written, with `.` as its decimal sign.
    case number(String)
    /// `đúng` or `sai`.
    case boolean(Bool)
    /// `rỗng`.
    case null
  }

  /// How two values are compared.
  public enum Comparison: String, Hashable, Sendable {
    /// The six signs.
    case equal = "="
    case different = "≠"
    case less = "<"
    case lessOrEqual = "≤"
    case greater = ">"
    case greaterOrEqual = "≥"
  }

  /// The four operations on exact decimals.
  public enum Arithmetic: String, Hashable, Sendable {
    /// The four signs.
    case plus = "+"
    case minus = "−"
    case times = "×"
    case divided = "÷"
  }

  /// Every path the expression reads, in the order of the text.
  public var paths: [Path] {
    switch self {
    case .literal: []
    case .path(let path): [path]
    case .not(let inner), .blank(let inner): inner.paths
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .contained(let left, let right), .arithmetic(_, let left, let right):
      left.paths + right.paths
    case .filtered(let inner, _): inner.paths
    }
  }

  /// The filters that the value of the whole expression goes through, the last one first.
  public var chain: [Filter] {
    if case .filtered(let inner, let call) = self { [call.filter] + inner.chain } else { [] }
  }

  /// The expression with another filter in place of the last one of the chain that is given.
  public func replacing(_ filter: Filter, by call: FilterCall) -> Expression {
    guard case .filtered(let inner, let old) = self else { return self }
    return old.filter == filter
      ? .filtered(inner, call) : .filtered(inner.replacing(filter, by: call), old)
  }

  /// Every filter of the expression, those of parts and of arguments too.
  public var filters: [Filter] {
    switch self {
    case .literal, .path: []
    case .not(let inner), .blank(let inner): inner.filters
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .contained(let left, let right), .arithmetic(_, let left, let right):
      left.filters + right.filters
    case .filtered(let inner, let call):
      if case .expression(let argument) = call.argument {
        inner.filters + [call.filter] + argument.filters
      } else {
        inner.filters + [call.filter]
      }
    }
  }
}

/// Why a text is no expression.
public enum ExpressionFailure: Error, Hashable, Sendable {
  /// Nothing stands where a value belongs; what stands before it.
  case missingOperand(after: String)
  /// A name between two dots, or behind one, is missing.
  case emptyName(String)
  /// A quoted text is not closed.
  case unclosedQuote(String)
  /// A parenthesis without its partner.
  case unbalancedParenthesis
  /// Something stands behind a complete expression.
  case unexpected(String)
  /// A number with grouping signs, or no number at all.
  case badNumber(String)
  /// No filter has this name; the nearest one.
  case unknownFilter(String, nearest: String?)
  /// A filter without the argument it needs, or with one it does not take.
  case filterArgument(String, expected: String)
  /// A construct of the language that this version does not carry out yet.
  case notYet(String)
  /// Nested deeper than the limit.
  case tooDeep
  /// More signs, names or filters than the limit.
  case tooLong
}
