/// What one XML document may cost; beyond it, reading stops before memory is spent.
public struct XMLLimits: Hashable, Sendable {
  /// Bytes of the document.
  public var bytes: Int
  /// Elements inside each other, the root being 1; at most ``mostDepth``.
  public var depth: Int
  /// Nodes and attributes together.
  public var nodes: Int
  /// Attributes and namespace declarations of one element.
  public var attributes: Int
  /// Bytes of one text, comment, processing instruction or attribute value.
  public var text: Int
  /// Bytes of one name, prefix or namespace URI.
  public var name: Int

  /// What libxml2 itself allows, which no limit can widen.
  public static let mostDepth = 256

  /// Creates limits.
  public init(bytes: Int, depth: Int, nodes: Int, attributes: Int, text: Int, name: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.attributes = attributes
    self.text = text
    self.name = name
  }

  /// Ample for the parts of an office document of some hundred pages.
  public static let standard = XMLLimits(
    bytes: 32 << 20, depth: mostDepth, nodes: 150_000, attributes: 256, text: 4 << 20, name: 1_024)

  /// For a part of a finished document, such as a print file of a thousand records.
  public static let finished = {
    var limits = standard
    limits.nodes = 1_200_000
    return limits
  }()
}
