internal import Expressions
internal import XMLTree

/// Walks a part whose markers are placed and writes its program.
struct Lowering {
  let format: DocumentFormat
  let tags: [Tag]
  let sites: AttributeSites
  let containers: Containers
  var program = Program()
  /// Bytes not yet in an instruction, so that neighbours become one copy.
  var pending = XMLWriter()
  var open: [OpenBlock] = []
  var loopDepth = 0
  let marks: CopiedMarks
  /// The loops that hold marks, the innermost last.
  var markLoops: [Int] = []

  /// A block whose end is not written yet.
  struct OpenBlock {
    let clause: Clause
    /// Instructions that jump to the next branch.
    var toNext: [Int] = []
    /// Instructions that jump behind the block.
    var toEnd: [Int] = []
    /// The first instruction of a loop's body.
    var start = 0

    /// True for what repeats.
    var isLoop: Bool {
      switch clause {
      case .loop, .section: true
      default: false
      }
    }
  }

  /// Where snippets lie that several values share.
  private var shared: [[UInt8]: Range<Int>] = [:]

  /// The attributes whose values follow tags, by the element they stand on.
  struct AttributeSites {
    var lengths: [ObjectIdentifier: [DrawnLength]] = [:]
    var lines: [ObjectIdentifier: [AttributeLine]] = [:]
    var frames: [ObjectIdentifier: PictureFrame] = [:]
    var pictures: [ObjectIdentifier: [PictureFrame.Attribute]] = [:]
    /// The lists that begin anew with each round of a loop, by the number of its tag.
    var restarts: [Int: [Int]] = [:]
    var listNames: [ObjectIdentifier: Int] = [:]
    var lists: [ListSlot] = []
    /// The lists that go on from the round before.
    var continuingLists: Set<ObjectIdentifier> = []
    var columns: ColumnPlan
    /// The attributes that follow the items, and the elements that are made anew for each.
    var pages = PagePlan()
    var copied: [ObjectIdentifier: String] = [:]
    var mergedCells: [ObjectIdentifier: Int] = [:]
    var mergingTables: Set<ObjectIdentifier> = []
  }

  /// Starts a program.
  init(
    format: DocumentFormat, tags: [Tag], sites: AttributeSites, marks: CopiedMarks
  ) {
    self.marks = marks
    self.format = format
    self.tags = tags
    self.sites = sites
    program.lists = sites.lists
    program.pages = sites.pages.sites
    containers = Containers(format: format, tags: tags, vanishing: sites.columns.vanishing)
  }

  /// The program of a part.
  static func program(
    of document: XMLDocument, format: DocumentFormat, tags: [Tag], sites: AttributeSites
  ) -> Program {
    var lowering = Lowering(
      format: format, tags: tags, sites: sites, marks: CopiedMarks(in: document, format: format))
    lowering.pending.appendDeclaration(standalone: document.standalone)
    lowering.emit(document.root, inside: Containers.Container(guarded: nil, hasMarkers: false))
    lowering.flush()
    return lowering.program
  }

  // MARK: Nodes

  mutating func emit(_ node: XMLNode, inside parent: Containers.Container) {
    guard node.kind == .element else {
      pending.append(node)
      return
    }
    if let kind = Marker.lineKind(of: node) {
      emitLine(node, kind)
      return
    }
    if let (block, isEnd) = Marker.column(of: node) {
      emitColumnMarker(block, isEnd: isEnd)
      return
    }
    if let cell = Marker.mergeNumber(of: node) {
      emitMerge(of: cell)
      return
    }
    if let (isEnd, _) = Marker.recordsBorder(node) {
      emitRecords(isEnd: isEnd)
      return
    }
    if node.name.namespace == Marker.namespace {
      emitMarker(node)
      return
    }
    if let key = sites.copied[ObjectIdentifier(node)] {
      emitFrame(node, key, inside: parent)
      return
    }
    let bookmark = loopDepth > 0 && IdentityAttributes.isUnique(node)
    if bookmark { add(.jumpUnlessFirstCopy(0)) }
    let jump = program.instructions.count - 1
    emitColumnBlocks(of: node)
    let leap = emitLeap(over: node)
    let merges = sites.mergingTables.contains(ObjectIdentifier(node))
    if merges { add(.beginMerges) }
    if format.role(of: node) == .row, !sites.mergingTables.isEmpty,
      let table = format.enclosing(.table, of: node),
      sites.mergingTables.contains(ObjectIdentifier(table))
    {
      add(.mergeRow)
    }
    if let cell = sites.mergedCells[ObjectIdentifier(node)] {
      emitMergedCell(node, cell, inside: parent)
    } else {
      emitElement(node, inside: parent)
    }
    if merges { add(.endMerges) }
    land(leap)
    if bookmark { land([jump]) }
  }

  mutating func emitElement(_ node: XMLNode, inside parent: Containers.Container) {
    let role = format.role(of: node)
    let container = containers.container(node, role)
    let guarded = container.guarded
    if guarded == .table { add(.tentative) }
    if parent.hasMarkers, role == .table, let bytes = containers.tableEnd(of: node) { mend(bytes) }
    // A table that may go is kept by its rows, and what it stands in with it.
    if guarded != .table, containers.keepsTentative(node, inside: parent) { add(.keep) }
    emitStartTag(of: node)
    if guarded == .cell { add(.tentative) }
    if let cell = sites.mergedCells[ObjectIdentifier(node)], format == .docx {
      emitContent(of: node, cell, inside: container)
    } else {
      for child in node.children where !emitReference(child, in: node) {
        emit(child, inside: container)
      }
    }
    if node.isElement("automatic-styles", in: Namespace.office) { add(.cuttingStyles) }
    if guarded == .cell { settle(fallback: containers.emptyParagraph(of: node)) }
    if container.hasMarkers, role == .cell, let bytes = containers.tableEnd(in: node) {
      mend(bytes)
    }
    if !node.isEmptyWhenWritten { pending.appendEndTag(of: node) }
    if guarded == .table { settle(fallback: []) }
  }

  /// An empty paragraph where the output ends with the bytes given.
  mutating func mend(_ ending: [UInt8]) {
    var writer = XMLWriter()
    writer.append(format.emptyParagraph)
    add(.copyBehind(ending: share(ending), share(writer.bytes)))
  }

  mutating func settle(fallback: [UInt8]) {
    flush()
    program.instructions.append(.settle(fallback: store(fallback)))
  }

  func site(_ expression: Expression, _ tag: Tag) -> ExpressionSite {
    ExpressionSite(expression: expression, tag: tag.raw.written, place: tag.place)
  }

  func valueSlot(_ tag: Tag, breaks: TextBreaks) -> ValueSlot {
    ValueSlot(site: site(tag.clause.expression ?? .literal(.null), tag), breaks: breaks)
  }

  // MARK: Bytes

  mutating func add(_ instruction: Instruction) {
    flush()
    program.instructions.append(instruction)
  }

  mutating func flush() {
    guard !pending.bytes.isEmpty else { return }
    let range = store(pending.bytes)
    program.instructions.append(program.copying(range))
    pending.bytes.removeAll(keepingCapacity: true)
  }

  mutating func store(_ bytes: [UInt8]) -> Range<Int> {
    let start = program.arena.count
    program.arena += bytes
    return start..<program.arena.count
  }

  mutating func breaks(around marker: XMLNode) -> TextBreaks {
    if let line = marker.parent, let kind = Marker.lineKind(of: line) {
      return lineBreaks(around: marker, in: line, kind)
    }
    let snippets = BreakSnippets(around: marker, format: format)
    return TextBreaks(
      line: share(snippets.line), paragraph: snippets.paragraph.map { share($0) },
      tab: share(snippets.tab), space: snippets.space.map { share($0) })
  }

  /// Bytes in the arena, once for all who need the same.
  mutating func share(_ bytes: [UInt8]) -> Range<Int> {
    if let range = shared[bytes] { return range }
    let range = store(bytes)
    shared[bytes] = range
    return range
  }
}

extension XMLNode {
  /// True for an element that gets one tag alone; styles may be added where there are none.
  var isEmptyWhenWritten: Bool {
    children.isEmpty && !isElement("automatic-styles", in: Namespace.office)
  }
}

extension TextBreaks {
  /// The breaks of a value that holds no text.
  static let none = TextBreaks(line: 0..<0, paragraph: nil, tab: 0..<0, space: nil)
}
