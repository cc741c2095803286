public import LocatedJSON

/// What an expression gives.
public enum Value: Sendable {
  /// The data have no such name; the third value beside true and false.
  case missing(Path)
  /// The data say that it is not known.
  case null
  /// A truth value.
  case boolean(Bool)
  /// A number, as the data wrote it; a computed one without trailing zeros.
  case number(String)
  /// A text.
  case text(String)
  /// A list.
  case list([JSONValue])
  /// An object.
  case object(JSONValue)

  /// The value of a piece of data.
  public init(_ json: JSONValue) {
    self =
      switch json.kind {
      case .null: .null
      case .boolean(let truth): .boolean(truth)
      case .number(let written): .number(written)
      case .string(let text): .text(text)
      case .array(let items): .list(items)
      case .object: .object(json)
      }
  }

  /// True for what `để trống` asks: nothing known, an empty text, an empty list or object.
  public var isBlank: Bool {
    switch self {
    case .missing, .null: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .list(let items): items.isEmpty
    case .object(let json):
      if case .object(let members) = json.kind { members.isEmpty } else { true }
    case .boolean, .number: false
    }
  }

  /// True for ``null``.
  var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// What the value is, in Vietnamese, for messages.
  public var kindInWords: String {
    switch self {
    case .missing: "không có"
    case .null: "chưa biết (null)"
    case .boolean: "đúng/sai"
    case .number: "số"
    case .text: "chữ"
    case .list: "danh sách"
    case .object: "nhóm"
    }
  }
}

/// Whether a condition holds, in three values.
public enum Truth: Hashable, Sendable {
  /// It holds.
  case holds
  /// It does not.
  case fails
  /// A fact is missing; the first path that had none.
  case unknown(Path)
}

/// What an expression reads its names from.
public protocol Facts {
  /// The value at a path, or ``Value/missing(_:)``.
  ///
  /// - Throws: ``EvaluationFailure/ambiguousName(_:_:_:)`` when two keys could be meant.
  func value(at path: Path) throws(EvaluationFailure) -> Value

  /// The value at a path inside an item of a list, or ``Value/missing(_:)``; no other scope is
  /// looked at.
  ///
  /// - Throws: ``EvaluationFailure/ambiguousName(_:_:_:)`` when two keys could be meant.
  func value(at path: Path, of item: JSONValue) throws(EvaluationFailure) -> Value

  /// The same facts with an item as their innermost scope; nil where there are no scopes.
  func entering(_ item: JSONValue) -> Self?
}

extension Facts {
  /// The value at a path inside an item.
  public func value(
    at path: Path, of item: JSONValue
  ) throws(EvaluationFailure) -> Value {
    var current = item
    for name in path.names {
      if current.isNull { return .null }
      guard case .object(let members) = current.kind else { return .missing(path) }
      let found = members.filter { Name($0.name).meets(name) }
      if found.count > 1 { throw .ambiguousName(name.written, found[0].name, found[1].name) }
      guard let member = found.first else { return .missing(path) }
      current = member.value
    }
    return Value(current)
  }

  /// Facts without scopes of their own.
  public func entering(_ item: JSONValue) -> Self? { nil }
}

/// Why an expression has no value although all its facts are there.
public enum EvaluationFailure: Error, Hashable, Sendable {
  /// Two values that cannot be compared, in words.
  case notComparable(String, String)
  /// A value that is no number where one is needed.
  case notANumber(String)
  /// Something other than a list behind `có trong`.
  case notAList(String)
  /// A division by zero.
  case divisionByZero
  /// A result of more than 34 digits.
  case tooLong
  /// A filter that cannot take the value.
  case filter(Filter, seen: String, needs: String)
  /// An item, counted from 1, that has no value under the key of a filter.
  case itemWithout(Filter, key: String, item: Int, seen: String)
  /// A group's items and its key under one name.
  case groupNamed(String)
  /// A name without marks that fits two keys with marks.
  case ambiguousName(String, String, String)
  /// More steps than the limit.
  case tooManySteps
}
