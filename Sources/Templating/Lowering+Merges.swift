internal import Expressions
internal import XMLTree

// Cells that merge with equal neighbours above.

extension Lowering {
  /// A cell of Word says itself that it goes on the one above; one of OpenDocument is covered.
  mutating func emitMergedCell(
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

  mutating func emitMerge(of cell: Int) {
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
  mutating func choose(
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

  /// A cell that goes on the one above holds nothing but an empty paragraph.
  mutating func emitContent(
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
}
