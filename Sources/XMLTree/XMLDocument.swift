/// An XML document: its root element, and what its declaration says.
///
/// Hostile bytes are read through libxml2 into an ``XMLOutline`` and from there into nodes of our
/// own, not into a tree of libxml2: limits are judged before memory is spent, no pointer outlives
/// the parse, and the rest of the code edits nodes without a word of unsafe code.
///
/// Comments and processing instructions outside the root are not kept.
public struct XMLDocument {
  /// The root element.
  public var root: XMLNode
  /// What the declaration says of `standalone`; nil when it says nothing.
  public var standalone: Bool?

  /// Creates a document around a root.
  public init(root: XMLNode, standalone: Bool? = nil) {
    self.root = root
    self.standalone = standalone
  }

  /// Reads a document; UTF-8, without a document type declaration.
  ///
  /// - Throws: ``XMLFailure``, the first fault.
  public init(parsing bytes: [UInt8], limits: XMLLimits = .standard) throws(XMLFailure) {
    self.init(try XMLParser().outline(of: bytes, limits: limits))
  }

  /// Makes nodes that can be changed of a document that was read.
  public init(_ outline: XMLOutline) {
    // Equal names share their storage.
    let names = outline.names.indices.map { outline.name(at: Int32($0)) }
    let empty = XMLName("")
    var made: [XMLNode] = []
    made.reserveCapacity(outline.nodes.count)
    for node in outline.nodes {
      let isElement = node.kind == .element
      let isNamed = isElement || node.kind == .processingInstruction
      let new = XMLNode(
        node.kind, name: isNamed ? names[Int(node.name)] : empty,
        text: isElement ? "" : outline.text(node.start, node.count))
      if isElement, node.count > 0 {
        new.attributes = outline.attributes[Int(node.start)..<Int(node.start + node.count)].map {
          XMLAttribute(names[Int($0.name)], outline.text($0.start, $0.count))
        }
      }
      if node.parent >= 0 { made[Int(node.parent)].append(new) }
      made.append(new)
    }
    self.init(root: made[0], standalone: outline.standalone)
  }
}
