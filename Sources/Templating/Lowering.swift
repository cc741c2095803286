internal import Expressions
internal import XMLTree

/// Walks a part whose markers are placed and writes its program.
struct Lowering {
  private let format: DocumentFormat
  private let tags: [Tag]
  private let lengths: [ObjectIdentifier: [DrawnLength]]
  private var program = Program()
  /// Bytes not yet in an instruction, so that neighbours become one copy.
  private var pending = XMLWriter()
  private var open: [OpenBlock] = []
  private var loopDepth = 0

  /// A block whose end is not written yet.
  private struct OpenBlock {
    let clause: Clause
    /// Instructions that jump to the next branch.
    var toNext: [Int] = []
    /// Instructions that jump behind the block.
    var toEnd: [Int] = []
    /// The first instruction of a loop's body.
    var start = 0
  }

  /// Where snippets lie that several values share.
  private var shared: [[UInt8]: Range<Int>] = [:]

  /// Starts a program; `lengths` are the attributes whose values are lengths of drawn lines.
  init(
    format: DocumentFormat, tags: [Tag], lengths: [ObjectIdentifier: [DrawnLength]]
  ) {
    self.format = format
    self.tags = tags
    self.lengths = lengths
  }

  /// The program of a part.
  static func program(
    of document: XMLDocument, format: DocumentFormat, tags: [Tag],
    lengths: [ObjectIdentifier: [DrawnLength]]
  ) -> Program {
    var lowering = Lowering(format: format, tags: tags, lengths: lengths)
    lowering.pending.appendDeclaration(standalone: document.standalone)
    lowering.emit(document.root, inside: Container(guarded: nil, hasMarkers: false))
    lowering.flush()
    return lowering.program
  }

  // MARK: Nodes

  /// What its children must know of an element; judged once, however many children there are.
  private struct Container {
    let guarded: Guard?
    let hasMarkers: Bool
  }

  private mutating func emit(_ node: XMLNode, inside parent: Container) {
    guard node.kind == .element else {
      pending.append(node)
      return
    }
    if node.name.namespace == Marker.namespace {
      emitMarker(node)
      return
    }
    let bookmark = loopDepth > 0 && IdentityAttributes.isUnique(node)
    if bookmark { add(.jumpUnlessFirstCopy(0)) }
    let jump = program.instructions.count - 1
    emitElement(node, inside: parent)
    if bookmark { land([jump]) }
  }

  private mutating func emitElement(_ node: XMLNode, inside parent: Container) {
    let role = format.role(of: node)
    let container = container(node, role)
    let guarded = container.guarded
    if guarded == .table { add(.tentative) }
    if parent.hasMarkers, role == .table, let bytes = tableEnd(of: node) { mend(bytes) }
    if keepsTentative(node, inside: parent) { add(.keep) }
    emitStartTag(of: node)
    if guarded == .cell { add(.tentative) }
    for child in node.children { emit(child, inside: container) }
    if guarded == .cell { settle(fallback: emptyParagraph(of: node)) }
    if container.hasMarkers, role == .cell, let bytes = tableEnd(in: node) { mend(bytes) }
    if !node.children.isEmpty { pending.appendEndTag(of: node) }
    if guarded == .table { settle(fallback: []) }
  }

  // MARK: Tables side by side

  /// The bytes that end a Word table with which this one would melt; nil when the template has
  /// them side by side itself.
  private func tableEnd(of table: XMLNode) -> [UInt8]? {
    guard format == .docx, let siblings = table.parent?.elements,
      let index = siblings.firstIndex(where: { $0 === table })
    else { return nil }
    if index > 0, format.role(of: siblings[index - 1]) == .table { return nil }
    return endTag(of: table)
  }

  /// The bytes that end a table in a cell, behind which Word wants a paragraph.
  private func tableEnd(in cell: XMLNode) -> [UInt8]? {
    guard format == .docx else { return nil }
    return cell.elements.first { format.role(of: $0) == .table }.map(endTag)
  }

  private func endTag(of node: XMLNode) -> [UInt8] {
    var writer = XMLWriter()
    writer.appendEndTag(of: node)
    return writer.bytes
  }

  /// An empty paragraph where the output ends with the bytes given.
  private mutating func mend(_ ending: [UInt8]) {
    var writer = XMLWriter()
    writer.append(format.emptyParagraph)
    let instruction = Instruction.copyBehind(ending: share(ending), share(writer.bytes))
    add(instruction)
  }

  private mutating func emitStartTag(of node: XMLNode) {
    let dynamic = lengths[ObjectIdentifier(node)] ?? []
    let repeated = loopDepth > 0 ? IdentityAttributes.of(node) : IdentityAttributes()
    let isEmpty = node.children.isEmpty
    guard !dynamic.isEmpty || !repeated.isEmpty else {
      pending.appendStartTag(of: node, selfClosing: isEmpty)
      return
    }
    pending.bytes += Array("<\(node.name.qualified)".utf8)
    for attribute in node.attributes where !repeated.dropped.contains(attribute.name) {
      pending.bytes += Array(" \(attribute.name.qualified)=\"".utf8)
      if let length = dynamic.first(where: { $0.attribute == attribute.name }) {
        program.values.append(valueSlot(length.tag, breaks: .none))
        add(.length(program.values.count - 1, length.unit))
      } else if repeated.renumbered == attribute.name {
        if repeated.keepsStem { pending.appendEscaped(attribute: attribute.value + " ") }
        add(.freshNumber)
      } else {
        pending.appendEscaped(attribute: attribute.value)
      }
      pending.bytes.append(UInt8(ascii: "\""))
    }
    pending.bytes += Array((isEmpty ? "/>" : ">").utf8)
  }

  // MARK: Guards

  private enum Guard { case table, cell }

  /// A table all of whose rows may go, and a container all of whose paragraphs may go, are
  /// guarded: a table without rows, or a cell without a paragraph, breaks the document.
  private func container(_ node: XMLNode, _ role: Role) -> Container {
    let children = node.elements
    let hasMarkers = children.contains { $0.name.namespace == Marker.namespace }
    let guarded: Guard? =
      switch role {
      case .table where !certain(.row, among: children): .table
      case .cell where !certain(.paragraph, among: children): .cell
      case .story where !certain(.paragraph, among: children): .cell
      default: nil
      }
    return Container(guarded: guarded, hasMarkers: hasMarkers)
  }

  /// Whether a container holds a child of the role that no block can take away.
  private func certain(_ role: Role, among children: [XMLNode]) -> Bool {
    var depth = 0
    var hasMarkers = false
    for child in children {
      if let number = Marker.number(of: child) {
        hasMarkers = true
        depth += depthChange(of: number, isEnd: Marker.isEnd(child))
      } else if depth == 0, certainly(role, child) {
        return true
      }
    }
    return !hasMarkers
  }

  private func certainly(_ role: Role, _ child: XMLNode) -> Bool {
    let found = format.role(of: child)
    if found == role || (role == .paragraph && (found == .table || found == .list)) { return true }
    // Rows and paragraphs may stand in groups: heading rows, sections, content controls.
    return found == .other && child.descendants.contains { format.role(of: $0) == role }
  }

  private func depthChange(of number: Int, isEnd: Bool) -> Int {
    if isEnd { return -1 }
    return switch tags[number].clause {
    case .condition, .loop, .separator, .onlyIf: 1
    case .end, .endSeparator: -1
    case .value, .otherwiseIf, .otherwise, .whenEmpty, .comment: 0
    }
  }

  /// Whether a child, when it is written, is reason enough to keep its guarded container.
  private func keepsTentative(_ node: XMLNode, inside parent: Container) -> Bool {
    switch parent.guarded {
    case .table: certainly(.row, node)
    case .cell: certainly(.paragraph, node) || node.isElement("sectPr", in: Namespace.word)
    case nil: false
    }
  }

  private mutating func settle(fallback: [UInt8]) {
    flush()
    program.instructions.append(.settle(fallback: store(fallback)))
  }

  /// A paragraph with the properties of the first one that stood there.
  private func emptyParagraph(of container: XMLNode) -> [UInt8] {
    var writer = XMLWriter()
    let model = container.descendants.first { format.role(of: $0) == .paragraph }
    let paragraph = model?.shallowCopy() ?? format.emptyParagraph
    if let properties = model?.firstChild("pPr", in: Namespace.word) {
      paragraph.append(properties.deepCopy())
    }
    writer.append(paragraph)
    return writer.bytes
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
    case .loop(_, let name, let expression): enterLoop(name, expression, tag)
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

  private mutating func enterLoop(_ name: Name, _ expression: Expression, _ tag: Tag) {
    program.loops.append(LoopSite(name: name, site: site(expression, tag)))
    add(.enter(loop: program.loops.count - 1, empty: 0))
    var block = OpenBlock(clause: tag.clause)
    block.toNext = [program.instructions.count - 1]
    block.start = program.instructions.count
    open.append(block)
    loopDepth += 1
  }

  private mutating func emptyBranch() {
    add(.next(start: open[open.count - 1].start))
    loopDepth -= 1
    nextBranch()
    open[open.count - 1].start = -1
  }

  private mutating func closeBlock() {
    flush()
    guard let block = open.popLast() else { return }
    if case .loop = block.clause, block.start >= 0 {
      program.instructions.append(.next(start: block.start))
      loopDepth -= 1
    }
    land(block.toNext + block.toEnd)
  }

  /// Lets the jumps given land on the next instruction.
  private mutating func land(_ jumps: [Int]) {
    flush()
    let here = program.instructions.count
    for index in jumps {
      switch program.instructions[index] {
      case .unless(let condition, _):
        program.instructions[index] = .unless(condition: condition, target: here)
      case .jump: program.instructions[index] = .jump(here)
      case .jumpIfLast: program.instructions[index] = .jumpIfLast(here)
      case .jumpUnlessFirstCopy: program.instructions[index] = .jumpUnlessFirstCopy(here)
      case .enter(let loop, _): program.instructions[index] = .enter(loop: loop, empty: here)
      default: break
      }
    }
  }

  private func site(_ expression: Expression, _ tag: Tag) -> ExpressionSite {
    ExpressionSite(expression: expression, tag: tag.raw.written, place: tag.place)
  }

  private func valueSlot(_ tag: Tag, breaks: TextBreaks) -> ValueSlot {
    ValueSlot(site: site(tag.clause.expression ?? .literal(.null), tag), breaks: breaks)
  }

  // MARK: Bytes

  private mutating func add(_ instruction: Instruction) {
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

extension TextBreaks {
  /// The breaks of a value that holds no text.
  static let none = TextBreaks(line: 0..<0, paragraph: nil, tab: 0..<0, space: nil)
}

extension DocumentFormat {
  /// A paragraph without content.
  var emptyParagraph: XMLNode {
    switch self {
    case .docx: .element(XMLName("p", prefix: "w", namespace: Namespace.word))
    case .odt: .element(XMLName("p", prefix: "text", namespace: Namespace.text))
    }
  }
}
