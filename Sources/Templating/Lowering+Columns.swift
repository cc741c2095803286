internal import Expressions
internal import XMLTree

// Columns that come and go: what they read is read once, where their table begins, so that every
// row has the same columns whatever its own names say.

extension Lowering {
  /// Reads what the column blocks of a table read.
  mutating func emitColumnBlocks(of table: XMLNode) {
    for block in sites.columns.tables[ObjectIdentifier(table)] ?? [] {
      let number = sites.columns.blocks[block].tag
      switch tags[number].clause {
      case .loop(_, let name, let expression):
        program.loops.append(LoopSite(kind: .each(name), site: site(expression, tags[number])))
        add(.readColumns(block: block, loop: program.loops.count - 1))
      case .onlyIf(_, let expression):
        program.conditions.append(site(expression, tags[number]))
        add(.judgeColumns(block: block, condition: program.conditions.count - 1))
      default: break
      }
    }
  }

  /// The border of a column block in a row or among the columns of a table.
  mutating func emitColumnMarker(_ block: Int, isEnd: Bool) {
    guard !isEnd else { return closeBlock() }
    let clause = tags[sites.columns.blocks[block].tag].clause
    var opened = OpenBlock(clause: clause)
    if case .loop = clause {
      add(.enterColumns(block: block, empty: 0))
      opened.toNext = [program.instructions.count - 1]
      opened.start = program.instructions.count
      loopDepth += 1
    } else {
      add(.unlessColumns(block: block, 0))
      opened.toNext = [program.instructions.count - 1]
    }
    open.append(opened)
  }

  /// The jump over a table that has no column left.
  mutating func emitLeap(over table: XMLNode) -> [Int] {
    guard sites.columns.vanishing.contains(ObjectIdentifier(table)) else { return [] }
    let own = sites.columns.tables[ObjectIdentifier(table)] ?? []
    let steps = own.map {
      ColumnMeasure.Step(block: $0, amount: sites.columns.blocks[$0].range.count)
    }
    let count = steps.reduce(0) { $0 + $1.amount }
    program.measures.append(
      ColumnMeasure(base: count, steps: steps, total: 0, totalSteps: []))
    add(.jumpIfNoColumns(measure: program.measures.count - 1, 0))
    return [program.instructions.count - 1]
  }
}
