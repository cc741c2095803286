/// A node of a mutable tree: an element, a text, a comment or a processing instruction.
///
/// A parent owns its children, and a child knows its parent without keeping it alive. Not
/// `Sendable`: one task, one tree.
public final class XMLNode {
  /// What a node is.
  public enum Kind: Hashable, Sendable {
    /// An element, with a name, attributes and children.
    case element
    /// Characters, white space included; a CDATA section is read as text.
    case text
    /// A comment.
    case comment
    /// A processing instruction; its target is the local part of the name.
    case processingInstruction
  }

  /// What the node is, once and for all.
  public let kind: Kind
  /// The name of an element, the target of a processing instruction, otherwise empty.
  public var name: XMLName
  /// The attributes of an element: first the namespace declarations, then the others, each group
  /// in source order.
  public var attributes: [XMLAttribute]
  /// The children, in document order.
  public private(set) var children: [XMLNode]
  /// The node that holds this one.
  public private(set) unowned var parent: XMLNode?
  private var characters: String

  init(_ kind: Kind, name: XMLName, attributes: [XMLAttribute] = [], text: String = "") {
    self.kind = kind
    self.name = name
    self.attributes = attributes
    self.characters = text
    children = []
    parent = nil
  }

  /// Takes a tree down node by node, so that a deep one does not exhaust the stack.
  deinit {
    var pending = children
    children = []
    while var node = pending.popLast() {
      node.parent = nil
      guard !node.children.isEmpty, isKnownUniquelyReferenced(&node) else { continue }
      pending.append(contentsOf: node.children)
      node.children = []
    }
  }

  /// Creates an element that owns `children`.
  public static func element(
    _ name: XMLName, attributes: [XMLAttribute] = [], children: [XMLNode] = []
  ) -> XMLNode {
    let node = XMLNode(.element, name: name, attributes: attributes)
    node.replaceChildren(with: children)
    return node
  }

  /// Creates a text.
  public static func text(_ characters: String) -> XMLNode {
    XMLNode(.text, name: XMLName(""), text: characters)
  }

  /// The characters of a text, a comment or a processing instruction; empty for an element.
  ///
  /// Only the characters of a text can be set.
  public var text: String {
    get { characters }
    set {
      precondition(kind == .text, "only a text has characters that can be set")
      characters = newValue
    }
  }
}

// MARK: - Editing

extension XMLNode {
  /// Makes `node` the last child; it leaves its former parent.
  public func append(_ node: XMLNode) {
    node.removeFromParent()
    adopt(node)
    children.append(node)
  }

  /// Makes `node` the child at `index`, counted after `node` has left its former parent.
  public func insert(_ node: XMLNode, at index: Int) {
    node.removeFromParent()
    adopt(node)
    children.insert(node, at: index)
  }

  /// Puts `node` just before `sibling`, which must be a child of this node.
  public func insert(_ node: XMLNode, before sibling: XMLNode) {
    guard node !== sibling else { return }
    node.removeFromParent()
    insert(node, at: position(of: sibling))
  }

  /// Puts `node` just after `sibling`, which must be a child of this node.
  public func insert(_ node: XMLNode, after sibling: XMLNode) {
    guard node !== sibling else { return }
    node.removeFromParent()
    insert(node, at: position(of: sibling) + 1)
  }

  /// Takes this node out of its parent, if it has one.
  public func removeFromParent() {
    guard let parent else { return }
    parent.children.remove(at: parent.position(of: self))
    self.parent = nil
  }

  /// Lets every child go and owns `nodes` instead; a node may be among both.
  public func replaceChildren(with nodes: [XMLNode]) {
    for child in children { child.parent = nil }
    children = []
    for node in nodes { append(node) }
  }

  /// The position among the parent's children; nil at the top.
  public var indexInParent: Int? { parent?.children.firstIndex { $0 === self } }

  private func position(of child: XMLNode) -> Int {
    guard child.parent === self, let index = child.indexInParent else {
      preconditionFailure("the sibling is no child of this node")
    }
    return index
  }

  private func adopt(_ node: XMLNode) {
    precondition(kind == .element, "only an element has children")
    if !node.children.isEmpty || node === self {
      var above: XMLNode? = self
      while let current = above {
        precondition(current !== node, "a node cannot stand below itself")
        above = current.parent
      }
    }
    node.parent = self
  }
}

// MARK: - Attributes

extension XMLNode {
  /// The value of the attribute with this local name and namespace.
  public func attribute(_ local: String, in namespace: String = "") -> String? {
    for attribute in attributes
    where attribute.name.local == local && attribute.name.namespace == namespace {
      return attribute.value
    }
    return nil
  }

  /// Gives an attribute a value; one that is there keeps its prefix and its position.
  public func setAttribute(_ name: XMLName, to value: String) {
    let index = attributes.firstIndex {
      $0.name.local == name.local && $0.name.namespace == name.namespace
    }
    if let index {
      attributes[index].value = value
    } else {
      attributes.append(XMLAttribute(name, value))
    }
  }

  /// Gives an attribute outside every namespace a value.
  public func setAttribute(_ local: String, to value: String) {
    setAttribute(XMLName(local), to: value)
  }

  /// Takes an attribute away, if it is there.
  public func removeAttribute(_ local: String, in namespace: String = "") {
    attributes.removeAll { $0.name.local == local && $0.name.namespace == namespace }
  }
}

// MARK: - Copying

extension XMLNode {
  /// A node of the same kind, name, attributes and text, without children or parent.
  public func shallowCopy() -> XMLNode {
    XMLNode(kind, name: name, attributes: attributes, text: characters)
  }

  /// A copy of the whole subtree, without a parent.
  ///
  /// Namespace declarations on ancestors are not copied: the copy belongs where its prefixes are
  /// declared.
  public func deepCopy() -> XMLNode {
    let top = shallowCopy()
    var pending = [(source: self, copy: top)]
    while let (source, copy) = pending.popLast() {
      copy.children.reserveCapacity(source.children.count)
      for child in source.children {
        let twin = child.shallowCopy()
        twin.parent = copy
        copy.children.append(twin)
        if !child.children.isEmpty { pending.append((child, twin)) }
      }
    }
    return top
  }
}
