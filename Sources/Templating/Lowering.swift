internal import Expressions
internal import XMLTree

/// Walks a part whose markers are placed and writes its program.
struct Lowering {
  private let format: DocumentFormat
  let tags: [Tag]
  let sites: AttributeSites
  private let containers: Containers
  var program = Program()
  /// Bytes not yet in an instruction, so that neighbours become one copy.
  private var pending = XMLWriter()
  var open: [OpenBlock] = []
  var loopDepth = 0
  /// The references to notes that a loop would repeat: a note of Word has one reference.
  private(set) var repeatedNotes: [XMLNode] = []

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
    var mergedCells: [ObjectIdentifier: Int] = [:]
    var mergingTables: Set<ObjectIdentifier> = []
  }

  /// Starts a program.
  init(format: DocumentFormat, tags: [Tag], sites: AttributeSites) {
    self.format = format
    self.tags = tags
    self.sites = sites
    program.lists = sites.lists
    containers = Containers(format: format, tags: tags, vanishing: sites.columns.vanishing)
  }

  /// The program of a part.
  static func program(
    of document: XMLDocument, format: DocumentFormat, tags: [Tag], sites: AttributeSites
  ) -> (program: Program, repeatedNotes: [XMLNode]) {
    var lowering = Lowering(format: format, tags: tags, sites: sites)
    lowering.pending.appendDeclaration(standalone: document.standalone)
    lowering.emit(document.root, inside: Containers.Container(guarded: nil, hasMarkers: false))
    lowering.flush()
    return (lowering.program, lowering.repeatedNotes)
  }

  // MARK: Nodes

  private mutating func emit(_ node: XMLNode, inside parent: Containers.Container) {
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
    if node.name.namespace == Marker.namespace {
      emitMarker(node)
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

  // MARK: Merged cells

  /// A cell of Word says itself that it goes on the one above; one of OpenDocument is covered.
  private mutating func emitMergedCell(
    _ node: XMLNode, _ cell: Int, inside parent: Containers.Container
  ) {
    program.values.append(valueSlot(tags[cell], breaks: .none))
    add(.compareAbove(cell: cell, site: program.values.count - 1))
    guard format == .odt else { return emitElement(node, inside: parent) }
    let covered = XMLNode.element(
      XMLName("covered-table-cell", prefix: node.name.prefix, namespace: Namespace.table))
    choose(cell) {
      $0.pending.append(covered)
    } or: {
      $0.emitElement(node, inside: parent)
    }
  }

  private mutating func emitMerge(of cell: Int) {
    let word = { (value: String?) in
      XMLNode.element(
        XMLName("vMerge", prefix: "w", namespace: Namespace.word),
        attributes: value.map {
          [XMLAttribute(XMLName("val", prefix: "w", namespace: Namespace.word), $0)]
        } ?? [])
    }
    choose(cell) {
      $0.pending.append(word(nil))
    } or: {
      $0.pending.append(word("restart"))
    }
  }

  /// One thing for a cell that is merged with the one above, another for one that is not.
  private mutating func choose(
    _ cell: Int, _ merged: (inout Lowering) -> Void, or other: (inout Lowering) -> Void
  ) {
    add(.unlessMerged(cell: cell, 0))
    let toOther = program.instructions.count - 1
    merged(&self)
    add(.jump(0))
    let toEnd = program.instructions.count - 1
    land([toOther])
    other(&self)
    land([toEnd])
  }

  private mutating func emitElement(_ node: XMLNode, inside parent: Containers.Container) {
    if loopDepth > 0, node.name.namespace == Namespace.word,
      ["footnoteReference", "endnoteReference"].contains(node.name.local)
    {
      repeatedNotes.append(node)
    }
    let role = format.role(of: node)
    let container = containers.container(node, role)
    let guarded = container.guarded
    if guarded == .table { add(.tentative) }
    if parent.hasMarkers, role == .table, let bytes = containers.tableEnd(of: node) { mend(bytes) }
    if containers.keepsTentative(node, inside: parent) { add(.keep) }
    emitStartTag(of: node)
    if guarded == .cell { add(.tentative) }
    if let cell = sites.mergedCells[ObjectIdentifier(node)], format == .docx {
      emitContent(of: node, cell, inside: container)
    } else {
      for child in node.children { emit(child, inside: container) }
    }
    if node.isElement("automatic-styles", in: Namespace.office) { add(.cuttingStyles) }
    if guarded == .cell { settle(fallback: containers.emptyParagraph(of: node)) }
    if container.hasMarkers, role == .cell, let bytes = containers.tableEnd(in: node) {
      mend(bytes)
    }
    if !node.isEmptyWhenWritten { pending.appendEndTag(of: node) }
    if guarded == .table { settle(fallback: []) }
  }

  /// A cell that goes on the one above holds nothing but an empty paragraph.
  private mutating func emitContent(
    of node: XMLNode, _ cell: Int, inside container: Containers.Container
  ) {
    let isProperties = { (child: XMLNode) in child.isElement("tcPr", in: Namespace.word) }
    for child in node.children where isProperties(child) { emit(child, inside: container) }
    let empty = containers.emptyParagraph(of: node)
    choose(cell) {
      if container.guarded == .cell { $0.add(.keep) }
      $0.pending.bytes += empty
    } or: {
      for child in node.children where !isProperties(child) { $0.emit(child, inside: container) }
    }
  }

  /// An empty paragraph where the output ends with the bytes given.
  private mutating func mend(_ ending: [UInt8]) {
    var writer = XMLWriter()
    writer.append(format.emptyParagraph)
    add(.copyBehind(ending: share(ending), share(writer.bytes)))
  }

  private mutating func emitStartTag(of node: XMLNode) {
    let dynamic = sites.lengths[ObjectIdentifier(node)] ?? []
    let lines = sites.lines[ObjectIdentifier(node)] ?? []
    let pictured = sites.pictures[ObjectIdentifier(node)] ?? []
    if let frame = sites.frames[ObjectIdentifier(node)] { emitPicture(frame) }
    let repeated = loopDepth > 0 ? IdentityAttributes.of(node) : IdentityAttributes()
    let isEmpty = node.isEmptyWhenWritten
    let measures = sites.columns.measures[ObjectIdentifier(node)] ?? []
    let list = sites.listNames[ObjectIdentifier(node)]
    let isContinuing =
      sites.continuingLists.contains(ObjectIdentifier(node))
      && node.attribute("continue-numbering", in: Namespace.text) != "true"
    let mergedCell = format == .odt ? sites.mergedCells[ObjectIdentifier(node)] : nil
    guard
      !measures.isEmpty || mergedCell != nil || list != nil || isContinuing
        || !(dynamic.isEmpty && lines.isEmpty && pictured.isEmpty && repeated.isEmpty)
    else {
      pending.appendStartTag(of: node, selfClosing: isEmpty)
      return
    }
    pending.bytes += Array("<\(node.name.qualified)".utf8)
    for attribute in node.attributes where !repeated.dropped.contains(attribute.name) {
      pending.bytes += Array(" \(attribute.name.qualified)=\"".utf8)
      if let length = dynamic.first(where: { $0.attribute == attribute.name }) {
        program.values.append(valueSlot(length.tag, breaks: .none))
        add(.length(program.values.count - 1, length.unit))
      } else if let measure = measures.first(where: { $0.name == attribute.name })?.measure {
        add(.columnMeasure(measure))
      } else if let list, attribute.name.local == "val" {
        add(.listNumber(list))
      } else if let field = pictured.first(where: { $0.name == attribute.name })?.field {
        add(.pictureField(field, format == .docx ? .emu : .millimetres(from: 0)))
      } else if let line = lines.first(where: { $0.attribute == attribute.name }) {
        emitAttribute(line)
      } else if repeated.renumbered == attribute.name {
        if repeated.keepsStem { pending.appendEscaped(attribute: attribute.value + " ") }
        add(.freshNumber)
      } else {
        pending.appendEscaped(attribute: attribute.value)
      }
      pending.bytes.append(UInt8(ascii: "\""))
    }
    if isContinuing {
      add(.jumpIfFirst(0))
      let jump = program.instructions.count - 1
      pending.bytes += Array(" \(node.name.prefix):continue-numbering=\"true\"".utf8)
      land([jump])
    }
    if let cell = mergedCell {
      pending.bytes += Array(" \(node.name.prefix):number-rows-spanned=\"".utf8)
      add(.rowSpan(cell: cell))
      pending.bytes.append(UInt8(ascii: "\""))
    }
    pending.bytes += Array((isEmpty ? "/>" : ">").utf8)
  }

  // MARK: Lines

  private mutating func emitPicture(_ frame: PictureFrame) {
    program.pictures.append(
      PictureSlot(
        site: site(frame.tag.clause.expression ?? .literal(.null), frame.tag),
        fitting: frame.fitting, isCode: frame.isCode, width: frame.width, height: frame.height,
        style: frame.style))
    add(.picture(program.pictures.count - 1))
  }

  private mutating func emitAttribute(_ line: AttributeLine) {
    guard let kind = Marker.lineKind(of: line.line) else { return }
    let isTarget = kind == .target
    if isTarget { add(.beginTarget) }
    emitLine(line.line, kind)
    // The first tag stands for the address in findings.
    let first = line.line.children.lazy.compactMap(Marker.number).first
    guard isTarget, let first else { return }
    program.values.append(valueSlot(tags[first], breaks: .none))
    add(.endTarget(type: line.relationshipType, site: program.values.count - 1))
  }

  private mutating func emitLine(_ line: XMLNode, _ kind: Marker.LineKind) {
    for child in line.children {
      if child.kind != .text {
        emit(child, inside: Containers.Container(guarded: nil, hasMarkers: false))
      } else if kind == .text {
        pending.append(child)
      } else {
        pending.appendEscaped(attribute: child.text)
      }
    }
  }

  /// How a value is written in a line; a value at the start of a target may be a whole address.
  private func lineBreaks(
    around marker: XMLNode, in line: XMLNode, _ kind: Marker.LineKind
  ) -> TextBreaks {
    var breaks = TextBreaks.none
    switch kind {
    case .text, .attribute: breaks.escaping = .attribute
    case .target:
      let before = line.children.prefix { $0 !== marker }
      breaks.escaping = before.contains { $0.kind == .text } ? .addressPart : .address
    }
    return breaks
  }

  private mutating func settle(fallback: [UInt8]) {
    flush()
    program.instructions.append(.settle(fallback: store(fallback)))
  }

  // MARK: Markers

  private mutating func emitMarker(_ node: XMLNode) {
    guard let number = Marker.number(of: node) else { return }
    let tag = tags[number]
    if Marker.isEnd(node) {
      closeBlock()
      return
    }
    switch tag.clause {
    case .comment: break
    case .value:
      program.values.append(valueSlot(tag, breaks: breaks(around: node)))
      add(.value(program.values.count - 1))
    case .condition(let expression), .onlyIf(_, let expression):
      open.append(OpenBlock(clause: tag.clause))
      branch(on: expression, tag)
    case .otherwiseIf(let expression):
      nextBranch()
      branch(on: expression, tag)
    case .otherwise: nextBranch()
    case .inverse(_, let expression):
      open.append(OpenBlock(clause: tag.clause))
      branch(on: .not(expression), tag)
    case .loop(_, let name, let expression): enterLoop(.each(name), expression, number)
    case .section(_, let expression): enterLoop(.section, expression, number)
    case .whenEmpty: emptyBranch()
    case .separator:
      open.append(OpenBlock(clause: tag.clause))
      add(.jumpIfLast(0))
      open[open.count - 1].toNext.append(program.instructions.count - 1)
    case .end, .endSeparator: closeBlock()
    }
  }

  private mutating func branch(on expression: Expression, _ tag: Tag) {
    program.conditions.append(site(expression, tag))
    add(.unless(condition: program.conditions.count - 1, target: 0))
    open[open.count - 1].toNext.append(program.instructions.count - 1)
  }

  private mutating func nextBranch() {
    add(.jump(0))
    open[open.count - 1].toEnd.append(program.instructions.count - 1)
    land(open[open.count - 1].toNext)
    open[open.count - 1].toNext = []
  }

  private mutating func enterLoop(
    _ kind: LoopSite.Kind, _ expression: Expression, _ number: Int
  ) {
    let tag = tags[number]
    program.loops.append(LoopSite(kind: kind, site: site(expression, tag)))
    add(.enter(loop: program.loops.count - 1, empty: 0))
    var block = OpenBlock(clause: tag.clause)
    block.toNext = [program.instructions.count - 1]
    block.start = program.instructions.count
    open.append(block)
    for slot in sites.restarts[number] ?? [] { add(.newList(slot)) }
    loopDepth += 1
  }

  private mutating func emptyBranch() {
    add(.next(start: open[open.count - 1].start))
    loopDepth -= 1
    nextBranch()
    open[open.count - 1].start = -1
  }

  mutating func closeBlock() {
    flush()
    guard let block = open.popLast() else { return }
    if block.isLoop, block.start >= 0 {
      program.instructions.append(.next(start: block.start))
      loopDepth -= 1
    }
    land(block.toNext + block.toEnd)
  }

  /// Lets the jumps given land on the next instruction.
  mutating func land(_ jumps: [Int]) {
    flush()
    let here = program.instructions.count
    for index in jumps {
      switch program.instructions[index] {
      case .unless(let condition, _):
        program.instructions[index] = .unless(condition: condition, target: here)
      case .jump: program.instructions[index] = .jump(here)
      case .enterColumns(let block, _):
        program.instructions[index] = .enterColumns(block: block, empty: here)
      case .unlessColumns(let block, _):
        program.instructions[index] = .unlessColumns(block: block, here)
      case .jumpIfNoColumns(let measure, _):
        program.instructions[index] = .jumpIfNoColumns(measure, here)
      case .jumpIfFirst: program.instructions[index] = .jumpIfFirst(here)
      case .unlessMerged(let cell, _):
        program.instructions[index] = .unlessMerged(cell: cell, here)
      case .jumpIfLast: program.instructions[index] = .jumpIfLast(here)
      case .jumpUnlessFirstCopy: program.instructions[index] = .jumpUnlessFirstCopy(here)
      case .enter(let loop, _): program.instructions[index] = .enter(loop: loop, empty: here)
      default: break
      }
    }
  }

  func site(_ expression: Expression, _ tag: Tag) -> ExpressionSite {
    ExpressionSite(expression: expression, tag: tag.raw.written, place: tag.place)
  }

  private func valueSlot(_ tag: Tag, breaks: TextBreaks) -> ValueSlot {
    ValueSlot(site: site(tag.clause.expression ?? .literal(.null), tag), breaks: breaks)
  }

  // MARK: Bytes

  mutating func add(_ instruction: Instruction) {
    flush()
    program.instructions.append(instruction)
  }

  private mutating func flush() {
    guard !pending.bytes.isEmpty else { return }
    program.instructions.append(.copy(store(pending.bytes)))
    pending.bytes.removeAll(keepingCapacity: true)
  }

  private mutating func store(_ bytes: [UInt8]) -> Range<Int> {
    let start = program.arena.count
    program.arena += bytes
    return start..<program.arena.count
  }

  private mutating func breaks(around marker: XMLNode) -> TextBreaks {
    if let line = marker.parent, let kind = Marker.lineKind(of: line) {
      return lineBreaks(around: marker, in: line, kind)
    }
    let snippets = BreakSnippets(around: marker, format: format)
    return TextBreaks(
      line: share(snippets.line), paragraph: snippets.paragraph.map { share($0) },
      tab: share(snippets.tab), space: snippets.space.map { share($0) })
  }

  /// Bytes in the arena, once for all who need the same.
  private mutating func share(_ bytes: [UInt8]) -> Range<Int> {
    if let range = shared[bytes] { return range }
    let range = store(bytes)
    shared[bytes] = range
    return range
  }
}

extension XMLNode {
  /// True for an element that gets one tag alone; styles may be added where there are none.
  fileprivate var isEmptyWhenWritten: Bool {
    children.isEmpty && !isElement("automatic-styles", in: Namespace.office)
  }
}

extension TextBreaks {
  /// The breaks of a value that holds no text.
  static let none = TextBreaks(line: 0..<0, paragraph: nil, tab: 0..<0, space: nil)
}
