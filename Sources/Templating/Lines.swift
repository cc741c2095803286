internal import Diagnostics
internal import XMLTree

/// An attribute whose text holds tags.
struct AttributeLine {
  let attribute: XMLName
  /// The text, with markers in the places of its tags.
  let line: XMLNode
  /// The type of the relationship that the attribute names; nil when it holds the text itself.
  var relationshipType: String?
}

/// The texts of a part that stand in no paragraph: alternative texts, targets of links, properties.
///
/// Each becomes a line, which is read and compiled like a paragraph.
struct Lines {
  /// The lines that stand in attributes, by the element.
  private(set) var attributes: [ObjectIdentifier: [AttributeLine]] = [:]
  /// All lines outside the tree, with where they stand in words, in the order of the part.
  private(set) var detached: [(line: XMLNode, words: String, holder: XMLNode)] = []
  /// The relationships whose targets are written anew at each link.
  private(set) var claimed: Set<String> = []

  private let scanner: TagScanner

  /// Finds the lines of a part of text.
  init(
    in document: XMLDocument, format: DocumentFormat, scanner: TagScanner,
    relationships: Relationships
  ) {
    self.scanner = scanner
    for node in document.root.descendants where node.kind == .element {
      switch format {
      case .docx: readWord(node, relationships)
      case .odt: readOpenDocument(node)
      }
    }
  }

  private mutating func readWord(_ node: XMLNode, _ relationships: Relationships) {
    if node.isElement("docPr", in: Namespace.wordDrawing)
      || node.isElement("cNvPr", in: Namespace.picture)
    {
      for name in ["descr", "title"] { add(name, of: node, .attribute, Self.alternative) }
    }
    // Links of text and of pictures.
    guard node.name.local == "hyperlink" || node.name.local.hasPrefix("hlink"),
      let id = node.attribute("id", in: Namespace.relationships),
      let link = relationships.all[id], link.isExternal
    else { return }
    let text = scanner.withoutPercentSigns(link.target)
    guard holdsSigns(text),
      let name = node.attributes.first(where: {
        $0.name.local == "id" && $0.name.namespace == Namespace.relationships
      })?.name
    else { return }
    let line = Marker.lineNode(.target, text)
    attributes[ObjectIdentifier(node), default: []].append(
      AttributeLine(attribute: name, line: line, relationshipType: link.type))
    detached.append((line, Self.target, node))
    claimed.insert(id)
  }

  private mutating func readOpenDocument(_ node: XMLNode) {
    if node.isElement("desc", in: Namespace.svg) || node.isElement("title", in: Namespace.svg) {
      let text = node.textContent
      guard holdsSigns(text) else { return }
      let line = Marker.lineNode(.text, text)
      node.replaceChildren(with: [line])
      detached.append((line, Self.alternative, node))
    } else if node.name.local == "a",
      let href = node.attributes.first(where: {
        $0.name.local == "href" && $0.name.namespace == Namespace.xlink
      })
    {
      let text = scanner.withoutPercentSigns(href.value)
      guard holdsSigns(text) else { return }
      let line = Marker.lineNode(.target, text)
      attributes[ObjectIdentifier(node), default: []].append(
        AttributeLine(attribute: href.name, line: line))
      detached.append((line, Self.target, node))
    }
  }

  private mutating func add(
    _ local: String, of node: XMLNode, _ kind: Marker.LineKind, _ words: String
  ) {
    guard let attribute = node.attributes.first(where: { $0.name == XMLName(local) }),
      holdsSigns(attribute.value)
    else { return }
    let line = Marker.lineNode(kind, attribute.value)
    attributes[ObjectIdentifier(node), default: []].append(
      AttributeLine(attribute: attribute.name, line: line))
    detached.append((line, words, node))
  }

  /// Whether a text holds a tag or half of one.
  private func holdsSigns(_ text: String) -> Bool {
    let found = scanner.tags(in: Array(text.unicodeScalars))
    return !found.tags.isEmpty || !found.faults.isEmpty
  }

  private static let alternative = "chữ thay thế của hình"
  private static let target = "đích của liên kết"

  /// Makes lines of the properties of a document, which stand in elements without elements.
  static func makeProperties(of document: XMLDocument) {
    let leaves = document.root.descendants.filter { leaf in
      // The property that fixes the signs of tags is made of them.
      leaf.kind == .element && leaf.elements.isEmpty && !leaf.children.isEmpty
        && !leaf.path.contains { $0.attributes.contains { $0.value == TemplatePackage.delimiters } }
    }
    for leaf in leaves {
      let text = leaf.textContent
      leaf.replaceChildren(with: [Marker.lineNode(.text, text)])
    }
  }
}

/// The relationships of a part of a Word document.
struct Relationships: Sendable {
  struct Relationship: Sendable {
    let type: String
    let target: String
    let isExternal: Bool
  }

  /// By id; for look-up only.
  private(set) var all: [String: Relationship] = [:]

  /// No relationships.
  static let none = Relationships()

  private init() {}

  /// Those that a `.rels` part lists.
  init(in document: XMLDocument) {
    for node in document.root.elements where node.name.local == "Relationship" {
      guard let id = node.attribute("Id"), let target = node.attribute("Target") else { continue }
      all[id] = Relationship(
        type: node.attribute("Type") ?? "", target: target,
        isExternal: node.attribute("TargetMode") == "External")
    }
  }

  /// The name of the part that lists the relationships of another.
  static func part(of name: String) -> String {
    let cut = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    return name[..<cut] + "_rels/" + name[cut...] + ".rels"
  }
}

extension TagScanner {
  /// An address in which the signs of tags are as their author typed them, whatever office programs
  /// made of them; all else stays as it is.
  func withoutPercentSigns(_ address: String) -> String {
    guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
    let utf8 = Array(address.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < utf8.count {
      if let (sign, end) = signs.lazy.compactMap({ sign in
        Self.end(of: sign, in: utf8, at: index).map { (sign, $0) }
      }).first {
        bytes += sign
        index = end
      } else {
        bytes.append(utf8[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The end of a sign at an index, each of its bytes written as itself or with `%`.
  private static func end(of sign: [UInt8], in utf8: [UInt8], at start: Int) -> Int? {
    var index = start
    for byte in sign {
      guard index < utf8.count else { return nil }
      if utf8[index] == byte {
        index += 1
      } else if utf8[index] == UInt8(ascii: "%"), index + 2 < utf8.count,
        UInt8(String(decoding: utf8[(index + 1)...(index + 2)], as: UTF8.self), radix: 16) == byte
      {
        index += 3
      } else {
        return nil
      }
    }
    return index
  }
}

extension RawTag {
  /// The tag of an address, its text as the author typed it.
  var withoutPercents: RawTag {
    RawTag(
      range: range, anchor: anchor, content: UnfilledPlaces.withoutPercents(content),
      written: UnfilledPlaces.withoutPercents(written), carrier: carrier)
  }
}
