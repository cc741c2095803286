internal import XMLTree

/// A list of Word that begins anew with each round of a loop.
struct ListSlot: Sendable {
  /// The number under which the template's paragraphs know it.
  let numId: Int
  /// Its abstract numbering.
  let abstract: String
  /// The first number of each of its levels.
  let starts: [Int]
}

/// The numberings of a Word document.
struct Numberings: Sendable {
  /// By the number of the list; for look-up only.
  private var slots: [Int: ListSlot] = [:]

  /// No numberings.
  static let none = Numberings()

  private init() {}

  init(in document: XMLDocument) {
    var starts: [String: [Int]] = [:]
    for node in document.root.elements where node.isElement("abstractNum", in: Namespace.word) {
      let levels = node.elements.filter { $0.isElement("lvl", in: Namespace.word) }
      starts[node.attribute("abstractNumId", in: Namespace.word) ?? ""] = levels.map {
        $0.wordNumber("start") ?? 0
      }
    }
    for node in document.root.elements where node.isElement("num", in: Namespace.word) {
      guard let id = node.attribute("numId", in: Namespace.word).flatMap(Int.init(word:)),
        let abstract = node.firstChild("abstractNumId", in: Namespace.word)?
          .attribute("val", in: Namespace.word)
      else { continue }
      slots[id] = ListSlot(numId: id, abstract: abstract, starts: starts[abstract] ?? [])
    }
  }

  func slot(_ numId: Int) -> ListSlot? { slots[numId] }

  /// The numbers that lists have.
  var taken: [Int] { Array(slots.keys) }
}

/// The lists that begin anew with each round of a loop: a loop whose body is one item goes on
/// counting, one whose body holds a list begins it anew.
struct ListRestarts {
  /// The lists that a loop begins anew, by the number of its opening tag.
  private(set) var slots: [Int: [Int]] = [:]
  /// All of them.
  private(set) var all: [ListSlot] = []
  /// The elements of Word that name a list which begins anew.
  private(set) var names: [ObjectIdentifier: Int] = [:]
  /// The lists of OpenDocument that go on from the round before.
  private(set) var continuing: Set<ObjectIdentifier> = []

  private let format: DocumentFormat
  private let tags: [Tag]
  /// The tags that close loops.
  private let loopEnds: Set<Int>
  private let numberings: Numberings
  private let fonts: Fonts?

  /// Looks at the loops of a part, whose markers are in their places.
  init(
    _ blocks: [Block], _ tags: [Tag], format: DocumentFormat, numberings: Numberings, fonts: Fonts?,
    records: PageRegion?
  ) {
    self.format = format
    self.tags = tags
    self.numberings = numberings
    self.fonts = fonts
    loopEnds = Set(
      blocks.filter { tags[$0.tags[0]].clause.repeats }.compactMap {
        $0.isImplicit ? nil : $0.tags.last
      })
    // Inner loops come first, since they close first: a list belongs to the innermost.
    for block in blocks {
      guard tags[block.tags[0]].clause.repeats, case .units = block.reach else { continue }
      let body = body(of: block)
      switch format {
      case .docx:
        readWord(body, loop: block.tags[0], all: tags[block.tags[0]].clause.scope == .page)
      case .odt: readOpenDocument(body, all: tags[block.tags[0]].clause.scope == .page)
      }
    }
    guard let records else { return }
    switch format {
    case .docx: readWord(records.nodes, loop: Lowering.records, all: true)
    case .odt: readOpenDocument(records.nodes, all: true)
    }
  }

  /// What a loop repeats: the elements from its marker to the next of its markers.
  private func body(of block: Block) -> [XMLNode] {
    let start = tags[block.tags[0]].marker
    guard let siblings = start.parent?.children,
      let index = siblings.firstIndex(where: { $0 === start })
    else { return [] }
    let ends = Set(block.tags.dropFirst())
    let behind = siblings[(index + 1)...]
    let end = behind.firstIndex { node in
      guard let number = Marker.number(of: node) else { return false }
      return ends.contains(number) || (Marker.isEnd(node) && number == block.tags[0])
    }
    return behind[..<(end ?? behind.endIndex)].filter { $0.kind == .element }
  }

  /// The nodes of a body, and whether an inner loop repeats them.
  private func walk(_ body: [XMLNode], _ visit: (XMLNode, Bool) -> Bool) {
    func walk(_ nodes: [XMLNode], _ depth: Int) {
      var depth = depth
      for node in nodes where node.kind == .element {
        if let number = Marker.number(of: node) {
          depth += change(of: number, isEnd: Marker.isEnd(node))
        } else if visit(node, depth > 0) {
          walk(node.children, depth)
        }
      }
    }
    walk(body, 0)
  }

  /// How a marker changes the number of loops around what follows; only loops count.
  private func change(of number: Int, isEnd: Bool) -> Int {
    switch tags[number].clause {
    case .loop, .section: isEnd ? -1 : 1
    case .end where loopEnds.contains(number): -1
    default: 0
    }
  }

  // MARK: Word

  /// A paragraph's place in a list.
  private struct Item {
    let paragraph: XMLNode
    let numId: Int
    let level: Int
    let isRepeated: Bool
  }

  /// Reads the lists of a body; a list of one item begins anew too where the pages do.
  private mutating func readWord(_ body: [XMLNode], loop: Int, all isAnew: Bool) {
    var items: [Item] = []
    walk(body) { node, isRepeated in
      if format.role(of: node) == .paragraph, let (numId, level) = list(of: node) {
        items.append(Item(paragraph: node, numId: numId, level: level, isRepeated: isRepeated))
      }
      return true
    }
    var seen: Set<Int> = []
    for item in items where seen.insert(item.numId).inserted {
      let own = items.filter { $0.numId == item.numId }
      let top = own.map(\.level).min() ?? 0
      let count = own.filter { $0.level == top }.reduce(0) { $0 + ($1.isRepeated ? 2 : 1) }
      guard count > 1 || isAnew, let slot = numberings.slot(item.numId) else { continue }
      all.append(slot)
      slots[loop, default: []].append(all.count - 1)
      for item in own {
        let name = Self.name(of: item.paragraph, item.numId, item.level)
        if names[ObjectIdentifier(name)] == nil { names[ObjectIdentifier(name)] = all.count - 1 }
      }
    }
  }

  /// The list of a paragraph: its own, or that of its style.
  private func list(of paragraph: XMLNode) -> (numId: Int, level: Int)? {
    let properties = paragraph.firstChild("pPr", in: Namespace.word)
    let own = properties?.firstChild("numPr", in: Namespace.word)
    let style = properties?.firstChild("pStyle", in: Namespace.word)?
      .attribute("val", in: Namespace.word)
    let inherited = fonts?.numbering(ofStyle: style)
    guard let numId = own?.wordNumber("numId") ?? inherited?.wordNumber("numId"), numId > 0 else {
      return nil
    }
    return (numId, own?.wordNumber("ilvl") ?? inherited?.wordNumber("ilvl") ?? 0)
  }

  /// The element in a paragraph that names its list; made where the style names it.
  private static func name(of paragraph: XMLNode, _ numId: Int, _ level: Int) -> XMLNode {
    func element(_ name: String, _ value: Int? = nil) -> XMLNode {
      .element(
        XMLName(name, prefix: "w", namespace: Namespace.word),
        attributes: value.map {
          [XMLAttribute(XMLName("val", prefix: "w", namespace: Namespace.word), String($0))]
        } ?? [])
    }
    let properties =
      paragraph.firstChild("pPr", in: Namespace.word)
      ?? {
        let made = element("pPr")
        paragraph.insert(made, at: 0)
        return made
      }()
    let numbering =
      properties.firstChild("numPr", in: Namespace.word)
      ?? {
        let made = element("numPr")
        let before = properties.elements.last { earlier.contains($0.name.local) }
        if let before {
          properties.insert(made, after: before)
        } else {
          properties.insert(made, at: 0)
        }
        made.append(element("ilvl", level))
        return made
      }()
    if let name = numbering.firstChild("numId", in: Namespace.word) { return name }
    let made = element("numId", numId)
    numbering.append(made)
    return made
  }

  /// The properties of a paragraph that stand before its numbering.
  private static let earlier: Set<String> = [
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
  ]

  // MARK: Writer

  private mutating func readOpenDocument(_ body: [XMLNode], all isAnew: Bool) {
    var lists: [(node: XMLNode, isRepeated: Bool)] = []
    walk(body) { node, isRepeated in
      guard format.role(of: node) == .list else { return true }
      lists.append((node, isRepeated))
      return false
    }
    // Items of a list that is itself around the loop go on by themselves.
    let styles = Set(lists.map { $0.node.listStyle })
    for style in styles {
      let own = lists.filter { $0.node.listStyle == style }
      let items = own.reduce(0) { $0 + itemCount(of: $1.node) * ($1.isRepeated ? 2 : 1) }
      guard let first = own.first else { continue }
      if items == 1, !isAnew {
        continuing.insert(ObjectIdentifier(first.node))
      } else {
        // What an inner loop repeats goes on by itself from its second round.
        for name in ["continue-numbering", "continue-list"] {
          first.node.removeAttribute(name, in: Namespace.text)
        }
      }
    }
  }

  /// The items of a list, those of an inner loop twice.
  private func itemCount(of list: XMLNode) -> Int {
    var depth = 0
    var count = 0
    for node in list.elements {
      if let number = Marker.number(of: node) {
        depth += change(of: number, isEnd: Marker.isEnd(node))
      } else if format.role(of: node) == .item {
        count += depth > 0 ? 2 : 1
      }
    }
    return count
  }
}

extension XMLNode {
  fileprivate var listStyle: String? { attribute("style-name", in: Namespace.text) }
}
