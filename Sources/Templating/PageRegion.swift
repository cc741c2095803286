internal import Diagnostics
internal import XMLTree

/// The stretch of a part that has pages of its own for each item: what stands between `mỗi trang`
/// and its end, or, when records are merged, all that a document shows.
struct PageRegion {
  /// The marker before its first element.
  let start: XMLNode
  /// The marker behind its last element; a sister of the first.
  let end: XMLNode
  /// The tag that says what is repeated; nil for the records of a merge.
  let tag: Int?

  /// The elements between the markers, and the markers of tags among them.
  var nodes: [XMLNode] {
    guard let siblings = start.parent?.children,
      let first = siblings.firstIndex(where: { $0 === start }),
      let last = siblings.firstIndex(where: { $0 === end }), first < last
    else { return [] }
    return siblings[(first + 1)..<last].filter { $0.kind == .element }
  }

  /// What stands behind it, up to the end of the text.
  var following: [XMLNode] {
    guard let siblings = end.parent?.children, let last = end.indexInParent else { return [] }
    return siblings[(last + 1)...].filter { $0.kind == .element }
  }

  /// Takes away empty paragraphs behind it when nothing else follows, since they would leave a page
  /// of their own; true when nothing follows.
  func dropBlankEnd() -> Bool {
    let rest = following.filter { !$0.isElement("sectPr", in: Namespace.word) }
    let isBlank = rest.allSatisfy { node in
      ["p", "h"].contains(node.name.local) && node.textContent.allSatisfy(\.isWhitespace)
        && node.descendants.allSatisfy { child in
          child.kind != .element || Self.unseen.contains(child.name.local)
            || child.path.contains { $0.isElement("pPr", in: Namespace.word) }
        } && !node.endsSection
    }
    if isBlank { for node in rest { node.removeFromParent() } }
    return isBlank
  }

  /// What an empty paragraph may hold.
  private static let unseen: Set<String> = [
    "r", "t", "rPr", "span", "s", "proofErr", "bookmarkStart", "bookmarkEnd", "bookmark",
    "bookmark-start", "bookmark-end", "soft-page-break", "lastRenderedPageBreak",
  ]

  /// What stands before it, from the beginning of the text.
  var preceding: [XMLNode] {
    guard let siblings = start.parent?.children, let first = start.indexInParent else { return [] }
    return siblings[..<first].filter { $0.kind == .element }
  }
}

/// How the pages of a part are made: the attributes that follow the item, and the parts that have
/// a copy for each.
struct PagePlan {
  /// An attribute that an instruction writes.
  struct DynamicAttribute {
    let name: XMLName
    let instruction: Instruction
  }

  var region: PageRegion?
  /// By the element; for look-up only.
  var attributes: [ObjectIdentifier: [DynamicAttribute]] = [:]
  /// What the instructions speak of.
  var sites = PageSites()
  /// Tags that no author wrote, whose markers stand around the breaks of sections.
  var derived: [Tag] = []

  mutating func add(_ instruction: Instruction, for name: XMLName, of node: XMLNode) {
    attributes[ObjectIdentifier(node), default: []].append(
      DynamicAttribute(name: name, instruction: instruction))
  }

  /// Puts the markers of a tag of our own around an element.
  mutating func wrap(_ node: XMLNode, in clause: Clause, like model: Tag?, number: Int) {
    let marker = Marker.node(number)
    node.parent?.insert(marker, before: node)
    node.parent?.insert(Marker.endNode(number), after: node)
    let nowhere = RawTag(range: 0..<0, anchor: 0, content: "", written: "")
    derived.append(
      Tag(
        raw: model?.raw ?? nowhere, clause: clause, place: model?.place ?? .nowhere,
        paragraph: node, marker: marker, isDerived: true))
  }
}

/// What a program says of pages, headers, footers and notes that follow the items.
struct PageSites: Sendable {
  /// A header or footer of Word, by the id that the template's section knows it under.
  struct Reference: Sendable, Hashable {
    let id: String
    /// The name of its part.
    let part: String
    let type: String
  }

  var references: [Reference] = []
  var styles: [PageStyle] = []
  /// The pages of Writer that have a copy for each item, since their headers hold tags.
  var masters: [String] = []
  /// True when no other page shows the headers that have copies: the first item takes the
  /// template's own.
  var coversAll = false
  /// The parts whose copies take the place of the template's own.
  var exclusive: Set<String> = []

  var isEmpty: Bool { references.isEmpty && styles.isEmpty }
}

/// The style of a paragraph or table of Writer with which a page may begin.
struct PageStyle: Sendable, Hashable {
  /// The style's own name, escaped.
  let name: [UInt8]
  /// The page it asks for, or that the item begins with.
  let master: String
  /// True when it is the page that the style itself asks for.
  let isOwn: Bool
  /// The style with which a page begins and is counted anew, without its name and its page.
  let start: Pieces
  /// The style with which the text goes on behind the items.
  let resume: Pieces
  /// The style as it is.
  let same: Pieces

  /// A style around its name and the name of its page.
  struct Pieces: Sendable, Hashable {
    let head: [UInt8]
    let middle: [UInt8]
    let tail: [UInt8]
  }
}
