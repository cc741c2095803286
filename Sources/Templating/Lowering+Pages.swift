internal import XMLTree

// Pages, headers and notes that follow the items: instructions where their names and numbers stand,
// and stretches that another part runs.

extension Lowering {
  /// The number under which the lists of a merge's records are begun anew.
  static let records = -1

  /// A border of what is repeated for each record.
  mutating func emitRecords(isEnd: Bool) {
    flush()
    guard !isEnd else {
      add(.endItem)
      loopDepth -= 1
      endMarks()
      program.records = (program.records?.lowerBound ?? 0)..<program.instructions.count
      return
    }
    let start = program.instructions.count
    program.records = start..<start
    loopDepth += 1
    beginMarks()
    add(.beginPages)
    for slot in sites.restarts[Self.records] ?? [] { add(.newList(slot)) }
  }

  /// An element that is written for each item of another part, or in its own place.
  mutating func emitFrame(_ node: XMLNode, _ key: String, inside parent: Containers.Container) {
    program.frames.append(Program.Frame(key: key, range: 0..<0))
    let frame = program.frames.count - 1
    add(.frame(frame, end: 0))
    let start = program.instructions.count
    loopDepth += 1
    beginMarks()
    emitElement(node, inside: parent)
    endMarks()
    loopDepth -= 1
    flush()
    program.frames[frame].range = start..<program.instructions.count
    land([start - 1])
  }

  /// The attributes of an element that follow the items.
  mutating func followedAttributes(of node: XMLNode) -> [PagePlan.DynamicAttribute] {
    let planned =
      (sites.pages.attributes[ObjectIdentifier(node)] ?? []) + markAttributes(of: node)
    guard loopDepth > 0, node.name.namespace == Namespace.word,
      let kind = Self.notes[node.name.local],
      let name = node.attributes.first(where: { $0.name.local == "id" })?.name,
      let id = node.attribute("id", in: Namespace.word)
    else { return planned }
    let slot = NoteSlot(kind: kind, id: id)
    let known = program.notes.firstIndex(of: slot)
    if known == nil { program.notes.append(slot) }
    return planned + [
      PagePlan.DynamicAttribute(
        name: name, instruction: .noteReference(known ?? program.notes.count - 1))
    ]
  }

  private static let notes: [String: TemplatePackage.TextPart] = [
    "footnoteReference": .footnotes, "endnoteReference": .endnotes,
  ]
}
