/// An XML document that is only read: its nodes in one array, its characters in another.
///
/// For readers that ask and do not change: nothing is allocated node by node, and a text becomes a
/// `String` when it is asked for. ``XMLNode`` is the tree that can be changed.
public final class XMLOutline: Sendable {
  /// A node; those below it follow it up to ``end``.
  @usableFromInline
  struct Node: Sendable {
    @usableFromInline var kind: XMLNode.Kind
    /// The numbers of the name in the vocabulary.
    @usableFromInline var local: UInt16 = 0
    @usableFromInline var space: UInt16 = 0
    /// The place of the name in ``names``.
    @usableFromInline var name: Int32 = 0
    /// The node that holds it; -1 at the top.
    @usableFromInline var parent: Int32
    /// The first node that stands neither here nor below.
    @usableFromInline var end: Int32
    /// Where an element's attributes begin; for another node, its characters.
    @usableFromInline var start: Int32
    /// How many attributes, or bytes.
    @usableFromInline var count: Int32
  }

  @usableFromInline
  struct Attribute: Sendable {
    @usableFromInline var local: UInt16
    @usableFromInline var space: UInt16
    @usableFromInline var name: Int32
    /// Where its value begins in ``characters``, and how many bytes it has.
    @usableFromInline var start: Int32
    @usableFromInline var count: Int32
  }

  @usableFromInline let nodes: [Node]
  @usableFromInline let attributes: [Attribute]
  @usableFromInline let characters: [UInt8]
  let names: [OutlineName]
  let nameBytes: [UInt8]
  let standalone: Bool?

  init(
    nodes: [Node], attributes: [Attribute], characters: [UInt8], names: [OutlineName],
    nameBytes: [UInt8], standalone: Bool?
  ) {
    self.nodes = nodes
    self.attributes = attributes
    self.characters = characters
    self.names = names
    self.nameBytes = nameBytes
    self.standalone = standalone
  }

  /// The root element.
  public var root: XMLElement { XMLElement(self, 0) }

  @usableFromInline
  func text(_ start: Int32, _ count: Int32) -> String {
    String(decoding: characters[Int(start)..<Int(start + count)], as: UTF8.self)
  }

  func name(at index: Int32) -> XMLName {
    let name = names[Int(index)]
    func text(_ range: Range<Int>) -> String { String(decoding: nameBytes[range], as: UTF8.self) }
    return XMLName(
      text(name.local), prefix: text(name.prefix), namespace: text(name.namespace))
  }
}

/// The parts of a name as ranges of bytes, and their numbers in the vocabulary.
struct OutlineName {
  var prefix: Range<Int>
  var local: Range<Int>
  var namespace: Range<Int>
  var localNumber: UInt16
  var spaceNumber: UInt16
}

/// A node of an ``XMLOutline``: mostly an element.
public struct XMLElement: Sendable {
  @usableFromInline let outline: XMLOutline
  @usableFromInline let index: Int

  @inlinable
  init(_ outline: XMLOutline, _ index: Int) {
    self.outline = outline
    self.index = index
  }

  /// An element of a document of its own, with nothing in it.
  public static func empty(_ local: UInt16, in space: UInt16) -> XMLElement {
    let node = XMLOutline.Node(
      kind: .element, local: local, space: space, parent: -1, end: 1, start: 0, count: 0)
    let outline = XMLOutline(
      nodes: [node], attributes: [], characters: [], names: [], nameBytes: [], standalone: nil)
    return outline.root
  }

  /// The number of its local name in the vocabulary; 0 for one that is not in it.
  @inlinable public var local: UInt16 { outline.nodes[index].local }
  /// The number of its namespace in the vocabulary; 0 for one that is not in it.
  @inlinable public var space: UInt16 { outline.nodes[index].space }
  /// What it is.
  @inlinable public var kind: XMLNode.Kind { outline.nodes[index].kind }

  /// Its place among the nodes of the document, in document order, from 0 for the root.
  public var position: Int { index }

  /// The root of its document.
  public var root: XMLElement { XMLElement(outline, 0) }

  /// The element that holds it; nil for the root.
  public var parent: XMLElement? {
    let parent = outline.nodes[index].parent
    return parent < 0 ? nil : XMLElement(outline, Int(parent))
  }

  /// True for the same node of the same document.
  @inlinable
  public func isSame(as other: XMLElement) -> Bool {
    index == other.index && outline === other.outline
  }

  /// What two nodes differ by, as a key.
  public var identity: Identity { Identity(outline: ObjectIdentifier(outline), index: index) }

  /// See ``identity``.
  public struct Identity: Hashable, Sendable {
    let outline: ObjectIdentifier
    let index: Int
  }

  /// The children, in document order.
  @inlinable public var children: Children { Children(of: self, onlyElements: false) }
  /// The children that are elements.
  @inlinable public var elements: Children { Children(of: self, onlyElements: true) }

  /// The nodes directly below another.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let outline: XMLOutline
    @usableFromInline var place: Int
    @usableFromInline let end: Int
    @usableFromInline let onlyElements: Bool

    @inlinable
    init(of node: XMLElement, onlyElements: Bool) {
      outline = node.outline
      place = node.index + 1
      end = Int(node.outline.nodes[node.index].end)
      self.onlyElements = onlyElements
    }

    /// Moves to the place child.
    @inlinable
    public mutating func next() -> XMLElement? {
      while place < end {
        let index = place
        place = Int(outline.nodes[index].end)
        if !onlyElements || outline.nodes[index].kind == .element {
          return XMLElement(outline, index)
        }
      }
      return nil
    }
  }

  /// The elements below this one, in document order.
  public var descendants: Descendants { Descendants(of: self) }

  /// The elements below another, in document order.
  public struct Descendants: Sequence, IteratorProtocol, Sendable {
    private let outline: XMLOutline
    private var place: Int
    private let end: Int

    init(of node: XMLElement) {
      outline = node.outline
      place = node.index + 1
      end = Int(node.outline.nodes[node.index].end)
    }

    /// Moves to the place element.
    public mutating func next() -> XMLElement? {
      while place < end {
        defer { place += 1 }
        if outline.nodes[place].kind == .element { return XMLElement(outline, place) }
      }
      return nil
    }
  }

  /// The first child element with these numbers of local name and namespace.
  @inlinable
  public func firstChild(_ local: UInt16, in space: UInt16) -> XMLElement? {
    let end = Int(outline.nodes[index].end)
    var next = index + 1
    while next < end {
      let node = outline.nodes[next]
      // A node that is no element has no number.
      if node.local == local, node.space == space { return XMLElement(outline, next) }
      next = Int(node.end)
    }
    return nil
  }

  /// The value of the attribute with these numbers of local name and namespace.
  @inlinable
  public func attribute(_ local: UInt16, in space: UInt16) -> String? {
    let node = outline.nodes[index]
    guard node.kind == .element else { return nil }
    for place in Int(node.start)..<Int(node.start + node.count) {
      let attribute = outline.attributes[place]
      if attribute.local == local, attribute.space == space {
        return outline.text(attribute.start, attribute.count)
      }
    }
    return nil
  }

  /// The characters of a text; none of an element.
  public var text: String {
    let node = outline.nodes[index]
    return node.kind == .element ? "" : outline.text(node.start, node.count)
  }

  /// The characters of every text below this element, joined; of a text, its own.
  public var textContent: String {
    let node = outline.nodes[index]
    guard node.kind == .element else { return text }
    var content = ""
    for place in (index + 1)..<max(index + 1, Int(node.end)) {
      let below = outline.nodes[place]
      if below.kind == .text { content += outline.text(below.start, below.count) }
    }
    return content
  }
}
