internal import XMLTree

/// A node that stands where a tag stood; its number is the tag's.
enum Marker {
  static let namespace = "urn:thidua:marker"

  static func node(_ number: Int) -> XMLNode {
    .element(
      XMLName("marker", namespace: namespace), attributes: [XMLAttribute("n", String(number))])
  }

  /// A marker of the end of a block that has no closing tag.
  static func endNode(_ number: Int) -> XMLNode {
    .element(
      XMLName("end", namespace: namespace), attributes: [XMLAttribute("n", String(number))])
  }

  /// A node that stands where a native field stood, until its tag is read.
  static func carrierNode(_ number: Int) -> XMLNode {
    .element(
      XMLName("carrier", namespace: namespace), attributes: [XMLAttribute("n", String(number))])
  }

  static func carrierNumber(of node: XMLNode) -> Int? {
    guard node.name.local == "carrier", node.name.namespace == namespace else { return nil }
    return node.attribute("n").flatMap(Int.init)
  }

  static func isEnd(_ node: XMLNode) -> Bool { node.name.local == "end" }

  static func number(of node: XMLNode) -> Int? {
    guard node.name.namespace == namespace, node.name.local != "carrier",
      let text = node.attribute("n")
    else { return nil }
    return Int(text)
  }

  /// A node that stands where a cell says that it is merged.
  static func mergeNode(_ number: Int) -> XMLNode {
    .element(
      XMLName("merge", namespace: namespace), attributes: [XMLAttribute("cell", String(number))])
  }

  static func mergeNumber(of node: XMLNode) -> Int? {
    guard node.name.local == "merge", node.name.namespace == namespace else { return nil }
    return node.attribute("cell").flatMap(Int.init)
  }

  /// A node that stands at a border of columns that come and go.
  static func columnNode(_ block: Int, isEnd: Bool) -> XMLNode {
    .element(
      XMLName(isEnd ? "columns-end" : "columns", namespace: namespace),
      attributes: [XMLAttribute("block", String(block))])
  }

  static func column(of node: XMLNode) -> (block: Int, isEnd: Bool)? {
    guard node.name.namespace == namespace, node.name.local.hasPrefix("columns") else { return nil }
    return node.attribute("block").flatMap(Int.init).map { ($0, node.name.local != "columns") }
  }

  /// A node that stands at a border of what is repeated for each record.
  static func recordsNode(isEnd: Bool) -> XMLNode {
    .element(XMLName(isEnd ? "records-end" : "records", namespace: namespace))
  }

  /// Whether a node is such a border, and which.
  static func recordsBorder(_ node: XMLNode) -> (isEnd: Bool, Void)? {
    guard node.name.namespace == namespace, node.name.local.hasPrefix("records") else { return nil }
    return (node.name.local != "records", ())
  }

  // MARK: Lines

  /// What a text outside every paragraph is written as.
  enum LineKind: String {
    /// Between tags, as a document property is.
    case text
    /// In an attribute, as an alternative text may be.
    case attribute
    /// In an attribute, as the target of a link.
    case target
  }

  /// A text outside every paragraph, which is read like one; its element itself is never written.
  static func lineNode(_ kind: LineKind, _ text: String) -> XMLNode {
    .element(
      XMLName("line", namespace: namespace), attributes: [XMLAttribute("kind", kind.rawValue)],
      children: text.isEmpty ? [] : [.text(text)])
  }

  static func lineKind(of node: XMLNode) -> LineKind? {
    guard node.name.local == "line", node.name.namespace == namespace else { return nil }
    return node.attribute("kind").flatMap(LineKind.init)
  }

  static func isLine(_ node: XMLNode) -> Bool { lineKind(of: node) != nil }
}
