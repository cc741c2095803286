internal import CXML2

/// Builds an outline from what libxml2 meets, judging every limit before it spends memory.
///
/// The names that libxml2 hands out stand in its dictionary, each once for as long as the parser
/// lives, so equal places are equal names, and a name that was met before is not looked at again.
@safe struct OutlineBuilder {
  let limits: XMLLimits
  let vocabulary: XMLVocabulary
  /// The first thing that was wrong; nothing is taken after it.
  private(set) var failure: XMLFailure?
  private var nodes: [XMLOutline.Node] = []
  private var attributes: [XMLOutline.Attribute] = []
  private var characters: [UInt8] = []
  private var open: [Int32] = []
  /// The names met, also by the parts that the parser read before.
  private(set) var names: NamesMet
  /// What is asked about rows of long tables; nil to keep all.
  private let sieve: XMLSieve?
  private var sifted: SiftedTable?

  init(limits: XMLLimits, vocabulary: XMLVocabulary, names: NamesMet, sieve: XMLSieve?) {
    self.limits = limits
    self.vocabulary = vocabulary
    self.names = names
    self.sieve = sieve
  }

  /// The outline, once the document has ended.
  func outline(standalone: Int32) -> XMLOutline? {
    nodes.isEmpty ? nil : outlineSoFar(standalone: standalone)
  }

  private func outlineSoFar(standalone: Int32 = -1) -> XMLOutline {
    XMLOutline(
      nodes: nodes, attributes: attributes, characters: characters, names: names.names,
      nameBytes: names.bytes, standalone: standalone == 1 ? true : standalone == 0 ? false : nil)
  }

  /// Makes room for what a part of so many bytes mostly comes to.
  mutating func expect(bytes: Int) {
    nodes.reserveCapacity(min(bytes / 40, limits.nodes))
    attributes.reserveCapacity(min(bytes / 40, limits.nodes))
    characters.reserveCapacity(bytes / 2)
  }

  mutating func fail(_ failure: XMLFailure) { self.failure = self.failure ?? failure }

  // MARK: - Nodes

  /// Opens an element; its attributes follow by ``declare(_:_:line:)`` and ``add(_:_:line:)``.
  ///
  /// - Returns: whether it was taken.
  mutating func open(_ name: NamesMet.Key, attributeCount: Int, line: Int) -> Bool {
    let deepest = min(limits.depth, XMLLimits.mostDepth)
    guard open.count < deepest else {
      fail(.tooDeep(line: line, limit: deepest))
      return false
    }
    guard attributeCount <= limits.attributes else {
      fail(.tooManyAttributes(line: line, limit: limits.attributes))
      return false
    }
    guard spend(1 + attributeCount), let place = place(of: name, line: line) else { return false }
    let known = names.names[place]
    if sieve != nil { sift(XMLSieve.Name(known.localNumber, in: known.spaceNumber)) }
    nodes.append(
      XMLOutline.Node(
        kind: .element, local: known.localNumber, space: known.spaceNumber, name: Int32(place),
        parent: open.last ?? -1, end: 0, start: Int32(attributes.count),
        count: Int32(attributeCount)))
    open.append(Int32(nodes.count - 1))
    return true
  }

  /// Adds an attribute to the element that was opened last.
  mutating func add(
    _ name: NamesMet.Key, _ value: UnsafeBufferPointer<UInt8>, line: Int
  ) -> Bool {
    guard let place = place(of: name, line: line) else { return false }
    let start = characters.count
    guard unsafe append(value, decoded: true, after: 0, line: line) else { return false }
    let known = names.names[place]
    attributes.append(
      XMLOutline.Attribute(
        local: known.localNumber, space: known.spaceNumber, name: Int32(place),
        start: Int32(start), count: Int32(characters.count - start)))
    return true
  }

  /// Closes the element that was opened last.
  mutating func close() {
    guard let element = open.popLast() else { return }
    nodes[Int(element)].end = Int32(nodes.count)
    if sifted?.depth == open.count { sifted = nil }
  }

  /// Adds characters to the text under way, or begins one.
  mutating func text(_ added: UnsafeBufferPointer<UInt8>, line: Int) {
    guard let parent = open.last else { return }
    let last = nodes.count - 1
    if nodes[last].kind == .text, nodes[last].parent == parent {
      let known = Int(nodes[last].count)
      guard unsafe append(added, decoded: false, after: known, line: line) else { return }
      nodes[last].count = Int32(known + added.count)
      return
    }
    let start = characters.count
    guard unsafe append(added, decoded: false, after: 0, line: line), spend(1) else { return }
    leaf(.text, name: 0, from: start, parent)
  }

  /// Adds a comment, or a processing instruction with its target.
  mutating func note(
    _ target: NamesMet.Key?, _ text: UnsafeBufferPointer<UInt8>, line: Int
  ) {
    guard let parent = open.last, spend(1) else { return }
    var name = 0
    if let target {
      guard let place = place(of: target, line: line) else { return }
      name = place
    }
    let start = characters.count
    guard unsafe append(text, decoded: false, after: 0, line: line) else { return }
    leaf(target == nil ? .comment : .processingInstruction, name: name, from: start, parent)
  }

  private mutating func leaf(_ kind: XMLNode.Kind, name: Int, from start: Int, _ parent: Int32) {
    nodes.append(
      XMLOutline.Node(
        kind: kind, name: Int32(name), parent: parent, end: Int32(nodes.count + 1),
        start: Int32(start), count: Int32(characters.count - start)))
  }

  // MARK: - Rows that may go

  /// Notes that a table or one of its rows begins, and asks about the row before it.
  private mutating func sift(_ name: XMLSieve.Name) {
    guard let table = sifted else {
      if name == sieve?.table { sifted = SiftedTable(depth: open.count) }
      return
    }
    guard let sieve, open.count == table.depth + 1, name == sieve.row else { return }
    if table.rows > sieve.kept, let last = table.last { sift(from: last, with: sieve) }
    sifted?.rows += 1
    sifted?.last = SiftedTable.Mark(
      nodes: nodes.count, attributes: attributes.count, characters: characters.count)
  }

  /// Takes out a row that may go, with the white space behind it.
  private mutating func sift(from row: SiftedTable.Mark, with sieve: XMLSieve) {
    let end = Int(nodes[row.nodes].end)
    guard nodes[end...].allSatisfy({ $0.kind == .text }) else { return }
    // For who looks, what is open ends here.
    for element in open { nodes[Int(element)].end = Int32(nodes.count) }
    guard sieve.letsGo(XMLElement(outlineSoFar(), row.nodes)) else { return }
    nodes.removeSubrange(row.nodes...)
    attributes.removeSubrange(row.attributes...)
    characters.removeSubrange(row.characters...)
  }

  // MARK: - Limits

  private var spent = 0

  private mutating func spend(_ count: Int) -> Bool {
    spent += count
    if spent > limits.nodes { fail(.tooManyNodes(limit: limits.nodes)) }
    return spent <= limits.nodes
  }

  /// Appends characters to a text or value that has some already.
  ///
  /// libxml2 leaves `&` in values as the reference that it makes of it inside; `decoded` undoes that.
  private mutating func append(
    _ added: UnsafeBufferPointer<UInt8>, decoded: Bool, after known: Int, line: Int
  ) -> Bool {
    let start = characters.count
    if decoded, unsafe added.contains(UInt8(ascii: "&")) {
      // It cannot have more than five bytes for each one of a value that is short enough.
      guard added.count <= limits.text * 5 else {
        fail(.textTooLong(line: line, limit: limits.text))
        return false
      }
      let text = unsafe String(decoding: added, as: UTF8.self)
      characters.append(contentsOf: text.replacing("&#38;", with: "&").utf8)
    } else {
      guard known + added.count <= limits.text else {
        fail(.textTooLong(line: line, limit: limits.text))
        return false
      }
      unsafe characters.append(contentsOf: added)
    }
    guard known + characters.count - start <= limits.text else {
      fail(.textTooLong(line: line, limit: limits.text))
      return false
    }
    return true
  }

  private mutating func place(of key: NamesMet.Key, line: Int) -> Int? {
    if let known = names.place(of: key) { return known }
    if let place = names.add(key, vocabulary, longest: limits.name) { return place }
    fail(.nameTooLong(line: line, limit: limits.name))
    return nil
  }
}
