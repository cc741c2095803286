internal import XMLTree

/// The joined text of one paragraph, with the way back to the nodes it came from.
///
/// Office programs split text into runs wherever the spelling checker, the language or the
/// cursor has been, so tags are read from the joined text and never from a run.
struct ParagraphText {
  /// A stretch of the text and the node that holds it.
  private struct Atom {
    let node: XMLNode
    let range: Range<Int>
    /// False for an element that stands for a character, such as a tab.
    let isText: Bool
  }

  private let format: DocumentFormat
  private var atoms: [Atom] = []
  /// The joined text.
  private(set) var scalars: [Unicode.Scalar] = []
  /// The native fields in it, each standing for one character.
  private(set) var carriers: [(number: Int, position: Int)] = []

  init(of paragraph: XMLNode, format: DocumentFormat) {
    self.format = format
    collect(paragraph)
  }

  // MARK: Reading

  private mutating func collect(_ node: XMLNode) {
    for child in node.children {
      switch child.kind {
      case .text:
        if format == .odt || node.isElement("t", in: Namespace.word) || Marker.isLine(node) {
          add(child, shownScalars(of: child, in: node), isText: true)
        }
      case .element:
        if let number = Marker.carrierNumber(of: child) {
          carriers.append((number, scalars.count))
          add(child, [Self.object], isText: false)
        } else if let stand = standIn(child) {
          add(child, stand, isText: false)
        } else if entersText(child) {
          collect(child)
        }
      case .comment, .processingInstruction: break
      }
    }
  }

  /// What a character that is no text is written as.
  private static let object: Unicode.Scalar = "\u{FFFC}"

  private mutating func add(_ node: XMLNode, _ text: [Unicode.Scalar], isText: Bool) {
    let start = scalars.count
    scalars += text
    atoms.append(Atom(node: node, range: start..<scalars.count, isText: isText))
  }

  /// The characters of a text as its reader sees them: Word drops the spaces at the borders of a
  /// `w:t` that does not ask to keep them.
  private func shownScalars(of text: XMLNode, in holder: XMLNode) -> [Unicode.Scalar] {
    let all = Array(text.text.unicodeScalars)
    guard holder.isElement("t", in: Namespace.word), holder.children.count == 1,
      holder.attribute("space", in: Namespace.xml) != "preserve",
      let first = all.firstIndex(where: { !Self.isXMLSpace($0) }),
      let last = all.lastIndex(where: { !Self.isXMLSpace($0) })
    else { return all }
    return Array(all[first...last])
  }

  private static func isXMLSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  /// The characters that an element stands for.
  private func standIn(_ node: XMLNode) -> [Unicode.Scalar]? {
    switch (format, node.name.namespace, node.name.local) {
    case (.docx, Namespace.word, "tab") where node.parent?.name.local == "r": return ["\t"]
    case (.docx, Namespace.word, "br"), (.docx, Namespace.word, "cr"): return ["\n"]
    case (.docx, Namespace.word, "noBreakHyphen"): return ["-"]
    case (.docx, Namespace.word, "softHyphen"): return ["\u{AD}"]
    case (.odt, Namespace.text, "tab"): return ["\t"]
    case (.odt, Namespace.text, "line-break"): return ["\n"]
    case (.odt, Namespace.text, "s"):
      let count = Int(node.attribute("c", in: Namespace.text) ?? "1") ?? 1
      // Where tags begin and end is the same with fewer of them, and a paragraph may hold many.
      return Array(repeating: " ", count: min(max(count, 1), 8))
    default: return nil
    }
  }

  /// True when the text below an element belongs to this paragraph.
  private func entersText(_ node: XMLNode) -> Bool {
    switch format.role(of: node) {
    case .story, .passedOver, .paragraph, .table: false
    default: node.name.namespace != Marker.namespace
    }
  }

  /// The texts that a tag is cut from.
  func nodes(of tag: RawTag) -> [XMLNode] {
    atoms.filter { atom in
      (atom.isText || Marker.carrierNumber(of: atom.node) != nil)
        && atom.range.overlaps(tag.range)
    }.map(\.node)
  }

  /// The node at a place of the text.
  func node(at position: Int) -> XMLNode? {
    atoms.first { $0.range.contains(position) }?.node
  }

  // MARK: Replacing

  /// Puts markers where tags stood, takes their text away, and with it the runs that it filled.
  ///
  /// The tags come in the order of the text. Each parent gets its new children in one go, so that
  /// a paragraph of thousands of tags costs no more than its length.
  func replace(_ tags: [(tag: RawTag, markers: [XMLNode])]) {
    var pieces: [ObjectIdentifier: [XMLNode]] = [:]
    var parents: [XMLNode] = []
    var next = 0
    for atom in atoms {
      while next < tags.count, tags[next].tag.range.upperBound <= atom.range.lowerBound {
        next += 1
      }
      guard next < tags.count, tags[next].tag.range.lowerBound < atom.range.upperBound else {
        continue
      }
      pieces[ObjectIdentifier(atom.node)] =
        atom.isText ? cut(atom, by: tags[next...]) : standInMarker(atom, in: tags[next])
      if let parent = atom.node.parent, parents.last !== parent { parents.append(parent) }
    }
    for parent in parents {
      parent.replaceChildren(
        with: parent.children.flatMap { pieces[ObjectIdentifier($0)] ?? [$0] })
      if parent.isElement("t", in: Namespace.word) {
        parent.setAttribute(
          XMLName("space", prefix: "xml", namespace: Namespace.xml), to: "preserve")
      }
    }
    for parent in parents { Self.removeHollow(parent, format: format) }
  }

  /// The texts between the tags, and the markers whose tag begins to speak here.
  private func cut(
    _ atom: Atom, by tags: ArraySlice<(tag: RawTag, markers: [XMLNode])>
  ) -> [XMLNode] {
    var pieces: [XMLNode] = []
    var position = atom.range.lowerBound
    for (tag, markers) in tags {
      guard tag.range.lowerBound < atom.range.upperBound else { break }
      if position < tag.range.lowerBound {
        pieces.append(.text(String(scalars: scalars[position..<tag.range.lowerBound])))
      }
      if atom.range.contains(tag.anchor) { pieces += markers }
      position = min(tag.range.upperBound, atom.range.upperBound)
    }
    if position < atom.range.upperBound {
      pieces.append(.text(String(scalars: scalars[position..<atom.range.upperBound])))
    }
    return pieces
  }

  /// An element inside a tag goes with it; a value that begins with one needs text to stand in.
  private func standInMarker(
    _ atom: Atom, in tag: (tag: RawTag, markers: [XMLNode])
  ) -> [XMLNode] {
    guard atom.range.contains(tag.tag.anchor) else { return [] }
    guard format == .docx, Marker.carrierNumber(of: atom.node) == nil else { return tag.markers }
    return [
      .element(
        XMLName("t", prefix: atom.node.name.prefix, namespace: Namespace.word),
        children: tag.markers)
    ]
  }

  /// Takes away an element that a tag left empty, and those around it that only held it.
  static func removeHollow(_ node: XMLNode, format: DocumentFormat) {
    var current: XMLNode? = node
    while let hollow = current, format.role(of: hollow) == .other, hollow.isHollow {
      current = hollow.parent
      hollow.removeFromParent()
    }
  }
}

extension XMLNode {
  /// True for an element that holds nothing, or nothing but the properties of a run.
  var isHollow: Bool {
    children.allSatisfy { child in
      child.isElement("rPr", in: Namespace.word) || (child.kind == .text && child.text.isEmpty)
    }
  }
}

extension String {
  /// The text of some scalars.
  init(scalars: ArraySlice<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
