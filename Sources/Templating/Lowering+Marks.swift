internal import XMLTree

// Bookmarks and the like in loops: each copy has a name of its own, and references follow.

extension Lowering {
  /// Begins the round of a loop, in which marks have names of their own.
  mutating func beginMarks() {
    guard !marks.isEmpty else { return }
    program.marks.append([])
    markLoops.append(program.marks.count - 1)
    add(.newMarks(program.marks.count - 1))
  }

  mutating func endMarks() {
    if !marks.isEmpty { markLoops.removeLast() }
  }

  /// What the attributes of a mark, or of what refers to one, become in a loop.
  mutating func markAttributes(of node: XMLNode) -> [PagePlan.DynamicAttribute] {
    guard loopDepth > 0, let loop = markLoops.last else { return [] }
    return node.attributes.compactMap { attribute in
      guard let (word, isMark) = marks.word(attribute, of: node) else { return nil }
      if isMark, !program.marks[loop].contains(word.slot) { program.marks[loop].append(word.slot) }
      switch word {
      case .name(let slot):
        return PagePlan.DynamicAttribute(name: attribute.name, instruction: .markName(slot))
      case .number(let slot):
        return PagePlan.DynamicAttribute(
          name: attribute.name, instruction: .markNumber(slot, share(Array(attribute.value.utf8))))
      }
    }
  }

  /// Writes the instruction of a field of Word that refers to a mark of the loop; false for others.
  mutating func emitReference(_ child: XMLNode, in node: XMLNode) -> Bool {
    guard loopDepth > 0, child.kind == .text, node.isElement("instrText", in: Namespace.word),
      let (slot, end) = marks.reference(in: child.text)
    else { return false }
    pending.appendEscaped(text: String(child.text[..<end]))
    add(.markName(slot))
    pending.appendEscaped(text: String(child.text[end...]))
    return true
  }
}
