internal import XMLTree

/// Where a program stands in the markup it writes: the elements that are open, and what those of
/// them hold that must hold something.
///
/// It reads the bytes of a program as `XMLWriter` writes them, stretch by stretch.
struct MarkupState {
  /// Between which signs of the markup the next byte comes.
  enum Position: Hashable {
    /// Between tags.
    case text
    /// In a start tag, behind its name or an attribute.
    case tag
    /// In the value of an attribute.
    case value
  }

  /// An element that is open.
  struct Element {
    /// Its name as it is written.
    let qualified: String
    let node: XMLNode
    let role: Role
  }

  /// A start tag that is not complete.
  private struct StartTag {
    let name: String
    var attributes: [Attribute] = []
  }

  /// An attribute of a start tag.
  struct Attribute {
    let name: String
    var value: [UInt8] = []
    /// True when an instruction writes into it.
    var isMade = false
  }

  let format: DocumentFormat
  private(set) var position = Position.text
  private(set) var open: [Element] = []
  private var tag: StartTag?
  /// What the open elements may hold by now: one for each way that leads here with another result.
  private(set) var shapes = [Shape()]
  /// The start tags that were completed and not looked at yet.
  var completed: [(node: XMLNode, parent: XMLNode?, made: Set<String>)] = []

  init(format: DocumentFormat) { self.format = format }

  /// What cannot be so in the output of an engine that works.
  enum Doubt: Error, Hashable {
    /// A stretch is no markup, or two ways to one instruction leave different elements open.
    case unbalanced
    /// A value would be written where its signs are not escaped.
    case misplaced
    /// An element may stand without what it must hold.
    case mayBeEmpty(String)
    /// A copy may have the name or number of another.
    case repeatedIdentity(String)
    /// A relationship is named that the part has not.
    case unknownRelationship(String)
    /// The columns of a table depend on the data.
    case columns
    /// More ways through the program than are looked at.
    case tooManyWays
  }

  // MARK: Reading

  /// Reads a stretch; by how many elements more are open behind it.
  mutating func read(_ bytes: ArraySlice<UInt8>) throws(Doubt) -> Int {
    let before = open.count
    var rest = bytes
    while let byte = rest.first {
      switch position {
      case .text:
        guard let next = rest.firstIndex(of: UInt8(ascii: "<")) else { return open.count - before }
        rest = rest[next...].dropFirst()
        try readTag(&rest)
      case .tag where byte == UInt8(ascii: " "): rest = rest.dropFirst()
      case .tag where byte == UInt8(ascii: ">"):
        rest = rest.dropFirst()
        try complete(isEmpty: false)
      case .tag where byte == UInt8(ascii: "/"):
        guard rest.dropFirst().first == UInt8(ascii: ">") else { throw .unbalanced }
        rest = rest.dropFirst(2)
        try complete(isEmpty: true)
      case .tag: try readName(of: &rest)
      case .value: readValue(&rest)
      }
    }
    return open.count - before
  }

  /// Reads on behind a `<`.
  private mutating func readTag(_ rest: inout ArraySlice<UInt8>) throws(Doubt) {
    switch rest.first {
    case UInt8(ascii: "/"):
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")), let last = open.last,
        last.qualified.utf8.elementsEqual(rest[rest.index(after: rest.startIndex)..<end])
      else { throw .unbalanced }
      rest = rest[end...].dropFirst()
      try close()
    case UInt8(ascii: "?"): try skip(to: "?>", &rest)
    case UInt8(ascii: "!"): try skip(to: "-->", &rest)
    default:
      let name = rest.prefix { !" />".utf8.contains($0) }
      guard !name.isEmpty else { throw .unbalanced }
      tag = StartTag(name: String(decoding: name, as: UTF8.self))
      position = .tag
      rest = rest[name.endIndex...]
    }
  }

  private func skip(to end: String, _ rest: inout ArraySlice<UInt8>) throws(Doubt) {
    while !rest.isEmpty, !rest.starts(with: end.utf8) { rest = rest.dropFirst() }
    guard !rest.isEmpty else { throw .unbalanced }
    rest = rest.dropFirst(end.utf8.count)
  }

  private mutating func readName(of rest: inout ArraySlice<UInt8>) throws(Doubt) {
    guard let sign = rest.firstIndex(of: UInt8(ascii: "=")),
      rest[sign...].dropFirst().first == UInt8(ascii: "\"")
    else { throw .unbalanced }
    tag?.attributes.append(Attribute(name: String(decoding: rest[..<sign], as: UTF8.self)))
    position = .value
    rest = rest[sign...].dropFirst(2)
  }

  private mutating func readValue(_ rest: inout ArraySlice<UInt8>) {
    let end = rest.firstIndex(of: UInt8(ascii: "\"")) ?? rest.endIndex
    if let last = tag?.attributes.indices.last {
      tag?.attributes[last].value += rest[..<end]
    }
    if end < rest.endIndex { position = .tag }
    rest = rest[end...].dropFirst()
  }

  /// Notes that an instruction writes here.
  mutating func write(_ positions: Set<Position>) throws(Doubt) {
    guard positions.contains(position) else { throw .misplaced }
    if let last = tag?.attributes.indices.last { tag?.attributes[last].isMade = true }
  }

  // MARK: Elements

  private mutating func complete(isEmpty: Bool) throws(Doubt) {
    guard let tag else { throw .unbalanced }
    self.tag = nil
    position = .text
    let declared = tag.attributes.compactMap { attribute -> XMLAttribute? in
      guard attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:") else { return nil }
      return XMLAttribute(XMLName(attribute.name), String(decoding: attribute.value, as: UTF8.self))
    }
    let attributes = tag.attributes.compactMap { attribute -> XMLAttribute? in
      guard !attribute.name.hasPrefix("xmlns") else { return nil }
      return XMLAttribute(
        name(attribute.name, declared, isAttribute: true),
        String(decoding: attribute.value, as: UTF8.self))
    }
    let node = XMLNode.element(
      name(tag.name, declared, isAttribute: false), attributes: declared + attributes)
    let made = Set(tag.attributes.lazy.filter(\.isMade).map(\.name))
    completed.append((node, open.last?.node, made))
    open.append(Element(qualified: tag.name, node: node, role: format.role(of: node)))
    for index in shapes.indices { shapes[index].open() }
    if isEmpty { try close() }
  }

  /// A name with the namespace that its prefix stands for here.
  private func name(
    _ qualified: String, _ declared: [XMLAttribute], isAttribute: Bool
  ) -> XMLName {
    let parts = qualified.split(separator: ":", maxSplits: 1).map(String.init)
    guard let local = parts.last else { return XMLName("") }
    let prefix = parts.count == 2 ? parts[0] : ""
    if prefix.isEmpty, isAttribute { return XMLName(local) }
    if prefix == "xml" { return XMLName(local, prefix: prefix, namespace: Namespace.xml) }
    let key = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
    let scopes = [declared] + open.reversed().map(\.node.attributes)
    for scope in scopes {
      if let found = scope.first(where: { $0.name.local == key }) {
        return XMLName(local, prefix: prefix, namespace: found.value)
      }
    }
    return XMLName(local, prefix: prefix, namespace: "")
  }

  private mutating func close() throws(Doubt) {
    guard let element = open.popLast() else { throw .unbalanced }
    let around = open.lastIndex { $0.role != .other }
    let parent = open.indices.last
    for index in shapes.indices {
      let held = shapes[index].close()
      if lacks(element, held, shapes[index]) { throw .mayBeEmpty(element.qualified) }
      if let parent, isControl(open[parent]) { shapes[index].hold(.enough, at: parent) }
      if let around, let now = self.held(by: open[around], of: element) {
        shapes[index].hold(now, at: around)
      }
    }
    merge()
  }

  /// What an element holds when another stands in it as its last; nil when that says nothing.
  private func held(by element: Element, of child: Element) -> Shape.Held? {
    switch (element.role, child.role) {
    case (.table, .row), (.row, .cell), (.cell, .paragraph), (.cell, .list), (.story, .paragraph),
      (.story, .list):
      .enough
    case (.row, _) where child.node.isElement("covered-table-cell", in: Namespace.table): .enough
    case (.cell, .table), (.story, .table): format == .docx ? .endsWithTable : .enough
    default: nil
    }
  }

  private func isControl(_ element: Element) -> Bool {
    element.node.isElement("sdtContent", in: Namespace.word)
  }

  /// Whether an element that is closed lacks what it must hold; a table may, when it goes with
  /// its rows.
  private func lacks(_ element: Element, _ held: Shape.Held, _ shape: Shape) -> Bool {
    switch element.role {
    case .table: held == .nothing && !shape.takesBack(at: open.count)
    case .row: held == .nothing
    case .cell: format == .docx && held != .enough
    case .story: format == .docx && element.node.name.local != "body" && held == .nothing
    default: isControl(element) && held == .nothing
    }
  }

  // MARK: Guards

  mutating func beginGuard() { for index in shapes.indices { shapes[index].beginGuard() } }

  mutating func keep() {
    for index in shapes.indices { shapes[index].keep() }
    merge()
  }

  /// Closes the innermost guard; where nothing was kept, the bytes given stand in its place.
  mutating func settle(_ fallback: ArraySlice<UInt8>) throws(Doubt) {
    try split(fallback) { $0.settle() }
  }

  /// Writes bytes behind a table that nothing follows.
  mutating func mend(_ bytes: ArraySlice<UInt8>) throws(Doubt) {
    guard let around = open.lastIndex(where: { $0.role != .other }) else { return }
    try split(bytes) { $0.held(at: around) != .endsWithTable }
  }

  /// Writes bytes on those ways for which the question is not answered with true.
  private mutating func split(
    _ bytes: ArraySlice<UInt8>, _ isDone: (inout Shape) -> Bool
  ) throws(Doubt) {
    var done: [Shape] = []
    var others: [Shape] = []
    for var shape in shapes {
      if isDone(&shape) { done.append(shape) } else { others.append(shape) }
    }
    shapes = others
    guard position == .text, try read(bytes) == 0 else { throw .unbalanced }
    shapes += done
    merge()
  }

  // MARK: Ways

  /// Takes in another way to the same instruction; true when it brings something new.
  mutating func join(_ other: MarkupState) throws(Doubt) -> Bool {
    guard position == other.position, tag?.name == other.tag?.name, open.count == other.open.count,
      zip(open, other.open).allSatisfy({ $0.qualified == $1.qualified })
    else { throw .unbalanced }
    let known = shapes.count
    shapes += other.shapes
    merge()
    guard shapes.count <= Self.mostWays else { throw .tooManyWays }
    return shapes.count > known
  }

  private static let mostWays = 64

  /// Ways with the same result are one.
  private mutating func merge() {
    guard shapes.count > 1 else { return }
    var kept: [Shape] = []
    for shape in shapes where !kept.contains(shape) { kept.append(shape) }
    shapes = kept
  }
}

/// What the open elements hold on one way through a program.
struct Shape: Hashable {
  /// What an element holds of what it must hold.
  enum Held: Hashable { case nothing, enough, endsWithTable }

  private struct Guard: Hashable {
    var isKept = false
    /// What the open elements held when it began.
    let held: [Held]
  }

  private var held: [Held] = []
  private var guards: [Guard] = []

  mutating func open() { held.append(.nothing) }

  mutating func close() -> Held { held.popLast() ?? .nothing }

  mutating func hold(_ what: Held, at index: Int) { held[index] = what }

  func held(at index: Int) -> Held { held[index] }

  /// True when what stands at this depth is taken back unless something is kept of it.
  func takesBack(at depth: Int) -> Bool {
    guards.last.map { !$0.isKept && $0.held.count == depth } ?? false
  }

  mutating func beginGuard() { guards.append(Guard(held: held)) }

  mutating func keep() { for index in guards.indices { guards[index].isKept = true } }

  /// Closes the innermost guard; false when nothing was kept and all since was taken back.
  mutating func settle() -> Bool {
    guard let last = guards.popLast() else { return true }
    if !last.isKept { held = last.held }
    return last.isKept
  }
}
