internal import Expressions
internal import XMLTree

// Markers of tags: values, conditions, loops.

extension Lowering {
  mutating func emitMarker(_ node: XMLNode) {
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

  mutating func branch(on expression: Expression, _ tag: Tag) {
    program.conditions.append(site(expression, tag))
    add(.unless(condition: program.conditions.count - 1, target: 0))
    open[open.count - 1].toNext.append(program.instructions.count - 1)
  }

  mutating func nextBranch() {
    add(.jump(0))
    open[open.count - 1].toEnd.append(program.instructions.count - 1)
    land(open[open.count - 1].toNext)
    open[open.count - 1].toNext = []
  }

  mutating func enterLoop(
    _ kind: LoopSite.Kind, _ expression: Expression, _ number: Int
  ) {
    let tag = tags[number]
    program.loops.append(LoopSite(kind: kind, site: site(expression, tag)))
    add(.enter(loop: program.loops.count - 1, empty: 0))
    var block = OpenBlock(clause: tag.clause)
    block.toNext = [program.instructions.count - 1]
    block.start = program.instructions.count
    open.append(block)
    if tag.clause.scope == .page { add(.beginPages) }
    for slot in sites.restarts[number] ?? [] { add(.newList(slot)) }
    loopDepth += 1
    beginMarks()
  }

  mutating func emptyBranch() {
    if open[open.count - 1].clause.scope == .page { add(.endItem) }
    add(.next(start: open[open.count - 1].start))
    if open[open.count - 1].clause.scope == .page { add(.endPages) }
    loopDepth -= 1
    endMarks()
    nextBranch()
    open[open.count - 1].start = -1
  }

  mutating func closeBlock() {
    flush()
    guard let block = open.popLast() else { return }
    if block.isLoop, block.start >= 0 {
      if block.clause.scope == .page { add(.endItem) }
      program.instructions.append(.next(start: block.start))
      if block.clause.scope == .page { add(.endPages) }
      loopDepth -= 1
      endMarks()
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
        program.instructions[index] = .jumpIfNoColumns(measure: measure, here)
      case .jumpIfFirst: program.instructions[index] = .jumpIfFirst(here)
      case .unlessMerged(let cell, _):
        program.instructions[index] = .unlessMerged(cell: cell, here)
      case .frame(let frame, _): program.instructions[index] = .frame(frame, end: here)
      case .jumpIfLast: program.instructions[index] = .jumpIfLast(here)
      case .jumpUnlessFirstCopy: program.instructions[index] = .jumpUnlessFirstCopy(here)
      case .enter(let loop, _): program.instructions[index] = .enter(loop: loop, empty: here)
      default: break
      }
    }
  }
}
