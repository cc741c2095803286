internal import LocatedJSON
internal import Vocabulary

/// Evaluates expressions in three values, and tells how many steps it took.
public struct Evaluator: Sendable {
  /// The most steps before ``EvaluationFailure/tooManySteps``.
  public var limit: Int
  /// The steps taken so far.
  public private(set) var steps = 0

  /// Creates an evaluator with a budget of steps.
  public init(limit: Int = 1_000_000_000) { self.limit = limit }

  /// The value of an expression.
  ///
  /// - Throws: ``EvaluationFailure`` where the facts are there but have no such value.
  public mutating func value(
    of expression: Expression, in facts: borrowing some Facts
  ) throws(EvaluationFailure) -> Value {
    try spend(1)
    switch expression {
    case .literal(.text(let text)): return .text(text)
    case .literal(.number(let number)): return .number(number)
    case .literal(.boolean(let truth)): return .boolean(truth)
    case .literal(.null): return .null
    case .path(let path): return try facts.value(at: path)
    case .filtered(let inner, let call):
      let value = try value(of: inner, in: facts)
      guard call.filter.readsItems, case .list(let items) = value else {
        return try call.apply(to: value)
      }
      return try apply(call, to: items, in: facts)
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(
        sign, try value(of: left, in: facts), try value(of: right, in: facts))
    case .not, .and, .or, .compare, .contained, .blank:
      return switch try truth(of: expression, in: facts) {
      case .holds: .boolean(true)
      case .fails: .boolean(false)
      case .unknown(let path): .missing(path)
      }
    }
  }

  /// Whether an expression holds.
  ///
  /// - Throws: ``EvaluationFailure``.
  public mutating func truth(
    of expression: Expression, in facts: borrowing some Facts
  ) throws(EvaluationFailure) -> Truth {
    switch expression {
    case .not(let inner):
      return switch try truth(of: inner, in: facts) {
      case .holds: .fails
      case .fails: .holds
      case .unknown(let path): .unknown(path)
      }
    case .and(let left, let right):
      return try combined(left, right, decidedBy: .fails, in: facts)
    case .or(let left, let right):
      return try combined(left, right, decidedBy: .holds, in: facts)
    case .blank(let inner):
      return try value(of: inner, in: facts).isBlank ? .holds : .fails
    case .compare(let comparison, let left, let right):
      return try compared(
        comparison, try value(of: left, in: facts), try value(of: right, in: facts))
    case .contained(let item, let list):
      return try contained(try value(of: item, in: facts), try value(of: list, in: facts))
    case .literal, .path, .filtered, .arithmetic:
      return Self.truth(of: try value(of: expression, in: facts))
    }
  }

  /// How a value stands as a condition: `null`, `sai`, an empty text and an empty list do not hold;
  /// every number does.
  public static func truth(of value: Value) -> Truth {
    switch value {
    case .missing(let path): .unknown(path)
    case .null: .fails
    case .boolean(let truth): truth ? .holds : .fails
    case .number: .holds
    case .text(let text): text.isEmpty ? .fails : .holds
    case .list(let items): items.isEmpty ? .fails : .holds
    case .object: .holds
    }
  }

  /// `và` is decided by a side that fails, `hoặc` by one that holds, whatever the other lacks.
  private mutating func combined(
    _ left: Expression, _ right: Expression, decidedBy decisive: Truth,
    in facts: borrowing some Facts
  ) throws(EvaluationFailure) -> Truth {
    let first = try truth(of: left, in: facts)
    if first == decisive { return decisive }
    let second = try truth(of: right, in: facts)
    if second == decisive { return decisive }
    if case .unknown = first { return first }
    return second
  }

  private func compared(
    _ comparison: Expression.Comparison, _ left: Value, _ right: Value
  ) throws(EvaluationFailure) -> Truth {
    if case .missing(let path) = left { return .unknown(path) }
    if case .missing(let path) = right { return .unknown(path) }
    let isOrdering = comparison != .equal && comparison != .different
    if isOrdering, left.isNull || right.isNull { return .fails }
    let holds =
      switch comparison {
      case .equal: try Self.equal(left, right)
      case .different: try !Self.equal(left, right)
      case .less: try Self.precedes(left, right)
      case .greater: try Self.precedes(right, left)
      case .lessOrEqual: try !Self.precedes(right, left)
      case .greaterOrEqual: try !Self.precedes(left, right)
      }
    return holds ? .holds : .fails
  }

  private static func equal(_ left: Value, _ right: Value) throws(EvaluationFailure) -> Bool {
    switch (left, right) {
    case (.null, .null): return true
    case (.null, _), (_, .null): return false
    case (.boolean(let first), .boolean(let second)): return first == second
    case (.text(let first), .text(let second)): return first == second
    case (.number, .number): return try decimal(left) == decimal(right)
    default: throw .notComparable(left.kindInWords, right.kindInWords)
    }
  }

  private static func precedes(_ left: Value, _ right: Value) throws(EvaluationFailure) -> Bool {
    if case .number = left, case .number = right { return try decimal(left) < decimal(right) }
    if case .text(let first) = left, case .text(let second) = right,
      let first = try? CivilDate(first), let second = try? CivilDate(second)
    {
      return first < second
    }
    throw .notComparable(left.kindInWords, right.kindInWords)
  }

  private mutating func contained(
    _ item: Value, _ list: Value
  ) throws(EvaluationFailure) -> Truth {
    if case .missing(let path) = item { return .unknown(path) }
    switch list {
    case .missing(let path): return .unknown(path)
    case .null: return .fails
    case .list(let items):
      for candidate in items {
        try spend(1)
        if (try? Self.equal(item, Value(candidate))) == true { return .holds }
      }
      return .fails
    default: throw .notAList(list.kindInWords)
    }
  }

  private func arithmetic(
    _ sign: Expression.Arithmetic, _ left: Value, _ right: Value
  ) throws(EvaluationFailure) -> Value {
    if case .missing = left { return left }
    if case .missing = right { return right }
    let first = try Self.decimal(left)
    let second = try Self.decimal(right)
    let result: Decimal? =
      switch sign {
      case .plus: .sum(first, second)
      case .minus: .sum(first, second.negated)
      case .times: .product(first, second)
      case .divided: .quotient(first, second)
      }
    if sign == .divided, second == Decimal(0) { throw .divisionByZero }
    guard let result else { throw .tooLong }
    return .number(result.description)
  }

  /// Counts steps that are no expression: an item looked at.
  mutating func spend(_ count: Int) throws(EvaluationFailure) {
    steps += count
    guard steps <= limit else { throw .tooManySteps }
  }

  static func decimal(_ value: Value) throws(EvaluationFailure) -> Decimal {
    guard case .number(let written) = value else { throw .notANumber(value.kindInWords) }
    guard let decimal = Decimal(written) else { throw .tooLong }
    return decimal
  }
}
