/// The name of an element or an attribute: as written, and what it means.
///
/// Two names are equal when prefix, local part and namespace all are. To ask what an element is,
/// use ``XMLNode/isElement(_:in:)``, which disregards the prefix.
public struct XMLName: Hashable, Sendable {
  /// The part before the colon, empty without one.
  public let prefix: String
  /// The part after the colon.
  public let local: String
  /// The URI of the namespace, empty outside every namespace.
  public let namespace: String

  /// Creates a name; the caller sees to it that the prefix is declared where the name stands.
  public init(_ local: String, prefix: String = "", namespace: String = "") {
    self.prefix = prefix
    self.local = local
    self.namespace = namespace
  }

  /// The name as written, such as `w:p`.
  public var qualified: String { prefix.isEmpty ? local : "\(prefix):\(local)" }

  /// The namespace of declarations, in which `xmlns` and `xmlns:w` stand.
  public static let declarations = "http://www.w3.org/2000/xmlns/"
}

/// An attribute, or a namespace declaration, which is kept as an attribute too.
public struct XMLAttribute: Hashable, Sendable {
  /// The name; a declaration is `xmlns:w` or `xmlns` in ``XMLName/declarations``.
  public var name: XMLName
  /// The value, with references resolved.
  public var value: String

  /// Creates an attribute.
  public init(_ name: XMLName, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Creates an attribute outside every namespace.
  public init(_ local: String, _ value: String) {
    self.init(XMLName(local), value)
  }
}
