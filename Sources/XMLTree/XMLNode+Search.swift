extension XMLNode {
  /// True for an element with this local name and namespace, whatever its prefix.
  public func isElement(_ local: String, in namespace: String) -> Bool {
    kind == .element && name.local == local && name.namespace == namespace
  }

  /// The children that are elements.
  public var elements: [XMLNode] { children.filter { $0.kind == .element } }

  /// The first child element with this local name and namespace.
  public func firstChild(_ local: String, in namespace: String) -> XMLNode? {
    children.first { $0.isElement(local, in: namespace) }
  }

  /// The characters of every text below this node, joined; of a text, its own.
  public var textContent: String {
    guard kind == .element else { return text }
    var content = ""
    for node in descendants where node.kind == .text { content += node.text }
    return content
  }

  /// Every node below this one, in document order.
  public var descendants: Descendants { Descendants(of: self) }

  /// The nodes below a node, in document order.
  ///
  /// The walk holds the children of a node as they were when it went down into it, so editing the
  /// tree meanwhile is safe: what is added behind the walk is not visited.
  public struct Descendants: Sequence, IteratorProtocol {
    private var levels: [IndexingIterator<[XMLNode]>]

    init(of node: XMLNode) { levels = [node.children.makeIterator()] }

    /// Moves to the next node.
    public mutating func next() -> XMLNode? {
      while let last = levels.indices.last {
        guard let node = levels[last].next() else {
          levels.removeLast()
          continue
        }
        if !node.children.isEmpty { levels.append(node.children.makeIterator()) }
        return node
      }
      return nil
    }
  }
}
