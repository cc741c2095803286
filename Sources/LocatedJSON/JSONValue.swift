/// A JSON value that knows where it stood in its file.
///
/// The same tree carries the data of a document to its template; values made by the program have
/// no place (``SourceRange/none``).
public struct JSONValue: Sendable {
  /// What the value is.
  public var kind: Kind
  /// The bytes it stood in.
  public var range: SourceRange

  /// Creates a value.
  public init(_ kind: Kind, range: SourceRange = .none) {
    self.kind = kind
    self.range = range
  }

  /// The seven shapes of a JSON value; a closed set.
  public enum Kind: Sendable {
    /// `null`: a fact that is not known yet.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number, kept as the text the file has.
    case number(String)
    /// A text, with its escapes resolved; not normalised.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// An object, its members in the order of the file; names are unique.
    case object([Member])
  }

  /// One name and value of an object.
  public struct Member: Sendable {
    /// The name, with its escapes resolved.
    public var name: String
    /// The bytes the name stood in, quotes included.
    public var nameRange: SourceRange
    /// The value.
    public var value: JSONValue

    /// Creates a member.
    public init(_ name: String, _ value: JSONValue, nameRange: SourceRange = .none) {
      self.name = name
      self.nameRange = nameRange
      self.value = value
    }
  }
}

/// A stretch of bytes of a file, which becomes a line and a column only when a finding needs it.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var lower: Int32
  /// The offset behind the last byte.
  public var upper: Int32

  /// Creates a range.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = Int32(clamping: lower)
    self.upper = Int32(clamping: upper)
  }

  /// The range of a value that stood in no file.
  public static let none = SourceRange(-1, -1)
}

extension JSONValue {
  /// The value of a member, or nil when this is no object or has no such member.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, when this is one.
  public var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  /// The items, when this is a list.
  public var array: [JSONValue]? {
    if case .array(let items) = kind { items } else { nil }
  }

  /// True for `null`.
  public var isNull: Bool {
    if case .null = kind { true } else { false }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByNilLiteral
{
  /// Creates a text.
  public init(stringLiteral value: String) { self.init(.string(value)) }
  /// Creates a list.
  public init(arrayLiteral elements: JSONValue...) { self.init(.array(elements)) }
  /// Creates an object, with its members in the order written.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(.object(elements.map { Member($0.0, $0.1) }))
  }
  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self.init(.boolean(value)) }
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self.init(.number(String(value))) }
  /// Creates `null`.
  public init(nilLiteral: ()) { self.init(.null) }
}

extension JSONValue {
  /// A text, or `null` when there is none.
  public static func string(_ text: String?) -> JSONValue {
    text.map { JSONValue(.string($0)) } ?? nil
  }

  /// A list of texts.
  public static func strings(_ texts: [String]) -> JSONValue {
    JSONValue(.array(texts.map { JSONValue(.string($0)) }))
  }

  /// A list.
  public static func array(_ items: [JSONValue]) -> JSONValue { JSONValue(.array(items)) }

  /// A whole number.
  public static func integer(_ number: Int) -> JSONValue { JSONValue(.number(String(number))) }
}
