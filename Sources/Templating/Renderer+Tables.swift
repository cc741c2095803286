internal import Expressions
internal import LocatedJSON

// What tables and links ask for while they are written.

extension Renderer {
  // MARK: Columns

  /// The items of a list, which is reported when it is none.
  mutating func listItems(of site: ExpressionSite) -> [JSONValue] {
    switch value(of: site) {
    case .list(let items)?: return items
    case .text(let text)? where text.isEmpty: break
    case .missing(let path)?: miss(path, site)
    case .null?:
      if missing == .error { report(.unknownValue(site)) }
    case let other?: report(.notAList(site, other.kindInWords))
    case nil: break
    }
    return []
  }

  func value(of measure: ColumnMeasure) -> Int {
    func grown(_ base: Int, _ steps: [ColumnMeasure.Step]) -> Int {
      let sum = steps.reduce(base) { sum, step in
        sum + ((columns[step.block]?.items.count ?? 1) - 1) * step.amount
      }
      // No program reads more than 32 bits, and what follows multiplies.
      return min(sum, Int(Int32.max))
    }
    let plain = grown(measure.base, measure.steps)
    guard measure.total > 0 else { return plain }
    // The table keeps its width: all columns share what some of them take or leave.
    let total = grown(measure.total, measure.totalSteps)
    return total > 0 ? plain * measure.total / total : plain
  }

  // MARK: Merged cells

  mutating func compare(_ cell: Int, _ site: ExpressionSite) {
    guard let last = merges.indices.last else { return }
    let row = merges[last].row
    var text: String?
    switch value(of: site) {
    case .text(let value)?, .number(let value)?: text = value
    // What cannot be printed is told by the value itself.
    default: break
    }
    if let text, var run = merges[last].runs[cell], run.value == text, run.row == row - 1 {
      run.row = row
      run.count += 1
      run.isContinuing = true
      merges[last].runs[cell] = run
      if let offset = run.offset {
        output.replace(at: offset, by: OutputBuffer.digits(of: run.count))
      }
    } else {
      if merges[last].runs[cell]?.offset != nil { output.release() }
      merges[last].runs[cell] = MergeState.Run(value: text ?? "", row: text == nil ? -2 : row)
    }
  }

  mutating func holdRowSpan(of cell: Int) {
    guard let last = merges.indices.last else { return }
    merges[last].runs[cell]?.offset = output.hold(OutputBuffer.digits(of: 1))
  }

  mutating func endMerges() {
    for run in merges.popLast()?.runs.values.map(\.offset) ?? [] where run != nil {
      output.release()
    }
  }

  // MARK: Links

  mutating func endTarget(_ link: TargetSite) {
    let target = output.endTarget(takingBack: link.type != nil)
    if let scheme = LinkTarget.forbiddenScheme(of: target) {
      report(.forbiddenScheme(link.site, scheme))
    }
    guard let type = link.type else { return }
    let id = shared.relationship(to: target, type: type, isExternal: true, in: part)
    output.append(name: id)
  }

  mutating func writeRelationships(of part: String) {
    let made = shared.relationships[part] ?? []
    for relationship in made { output.append(markup: relationship.markup) }
    shared.told[part] = made.count
  }
}
