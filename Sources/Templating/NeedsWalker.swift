internal import Expressions
internal import Vocabulary

/// Follows the programs of a template and gathers what they read, scope by scope.
struct NeedsWalker {
  private(set) var root = Need()
  /// The open loops: the name each binds, and where its items come from; nil when that is no place
  /// in the data, or is not known yet.
  private var loops: [(name: Name?, items: ItemSource?)] = []
  /// True while only names are taken whose scope is beyond doubt.
  private var isFirstPass = true

  /// What the programs need of their data.
  static func needs(of programs: [Program]) -> Need {
    var walker = NeedsWalker()
    // A name in a loop is the item's or an outer one's: who has it shows in the first pass.
    for isFirstPass in [true, false] {
      walker.isFirstPass = isFirstPass
      for program in programs { walker.walk(program) }
    }
    return walker.root
  }

  private mutating func walk(_ program: Program) {
    loops = []
    // For look-up only.
    var columns: [Int: Int] = [:]
    for instruction in program.instructions {
      switch instruction {
      case .value(let index):
        read(program.values[index].site.expression, as: .text)
      case .picture(let index):
        let slot = program.pictures[index]
        read(slot.site.expression, as: slot.isCode ? .text : .picture)
      case .length(let index, _):
        read(program.values[index].site.expression, as: .whole(from: 0, to: nil))
      case .unless(let condition, _): read(program.conditions[condition].expression, as: .truth)
      case .readColumns(let block, let loop):
        columns[block] = loop
        read(program.loops[loop].site.expression, as: .list)
      case .judgeColumns(_, let condition):
        read(program.conditions[condition].expression, as: .truth)
      case .enterColumns(let block, _):
        if let loop = columns[block] { enter(program.loops[loop]) }
      case .enter(let loop, _): enter(program.loops[loop])
      case .next: _ = loops.popLast()
      default: break
      }
    }
  }

  private mutating func enter(_ loop: LoopSite) {
    guard case .each(let name) = loop.kind else { return enterSection(loop) }
    read(loop.site.expression, as: .list)
    let items = items(of: loop.site.expression)
    if let items { root.add(items.steps[...], nil, required: false) }
    loops.append((name, items))
  }

  /// A section may be over a list or inside an object: the object is the simpler one to ask for.
  private mutating func enterSection(_ loop: LoopSite) {
    read(loop.site.expression, as: .truth)
    let path = loop.site.expression.paths.first
    let way = path.flatMap { steps(of: $0) }
    if let way { root.enter(way[...]) }
    loops.append((nil, way.map { ItemSource(steps: $0) }))
  }

  // MARK: Expressions

  private mutating func read(
    _ expression: Expression, as shape: Need.Shape?, required: Bool = true
  ) {
    switch expression {
    case .literal: break
    case .path(let path):
      if let steps = steps(of: path) { root.add(steps[...], shape, required: required) }
    case .not(let inner): read(inner, as: .truth, required: required)
    case .blank(let inner): read(inner, as: nil, required: false)
    case .and(let left, let right), .or(let left, let right):
      read(left, as: .truth, required: required)
      read(right, as: .truth, required: required)
    case .compare(let comparison, let left, let right):
      read(left, as: Self.shape(comparison, with: right), required: required)
      read(right, as: Self.shape(comparison, with: left), required: required)
    case .contained(let item, let list):
      read(item, as: .string, required: required)
      read(list, as: .list, required: required)
    case .arithmetic(_, let left, let right):
      read(left, as: .number, required: required)
      read(right, as: .number, required: required)
    case .filtered(let inner, let call):
      let hasFallback = call.filter == .fallback
      // These pass on what they are given, so that what is asked of them is asked of it.
      let isPassing =
        hasFallback || call.filter == .dropWhenBlank || call.filter == .dottedLine
        || call.filter == .mergeCells
      read(
        inner, as: isPassing ? shape : Self.shape(for: call.filter),
        required: required && !hasFallback)
      if call.filter.readsItems { readItems(of: inner, by: call) }
    }
  }

  /// What a filter asks of the items of a list.
  private mutating func readItems(of list: Expression, by call: FilterCall) {
    guard let items = items(of: list) else { return }
    for key in call.keys {
      let shape: Need.Shape = call.filter == .sum ? .number : .string
      root.add(items.steps(to: key.names[...])[...], shape, required: true)
    }
    if case .expression(let condition) = call.argument {
      loops.append((nil, items))
      read(condition, as: .truth)
      loops.removeLast()
    }
  }

  /// What a value must be to be compared with another.
  private static func shape(
    _ comparison: Expression.Comparison, with other: Expression
  ) -> Need.Shape? {
    let isOrdering = comparison != .equal && comparison != .different
    switch other {
    case .literal(.text(let text)) where isOrdering && (try? CivilDate(text)) != nil: return .date
    case .literal(.text): return .string
    case .literal(.number), .arithmetic: return .number
    case .literal(.boolean), .literal(.null): return .truth
    default: return isOrdering ? .number : .string
    }
  }

  /// What a filter takes.
  private static func shape(for filter: Filter) -> Need.Shape {
    switch filter {
    case .date, .dateLong, .year: .date
    case .number, .percent, .money: .number
    case .inWords, .moneyInWords, .twoDigits: .whole(from: nil, to: nil)
    case .roman: .whole(from: 1, to: 3999)
    case .letter: .whole(from: 1, to: 23)
    case .lineLength: .whole(from: 0, to: nil)
    case .join, .count, .sum, .sorted, .grouped, .selected: .list
    case .honorific: .choice(["nam", "nữ"])
    case .checkBox: .boolean
    default: .text
    }
  }

  // MARK: Names

  /// The way of a path from the root; nil when it asks the loop and not the data, or when it is
  /// too early to tell.
  private func steps(of path: Path) -> [Need.Step]? {
    let visible = loops.dropLast(path.outward)
    guard let first = path.names.first else {
      return visible.isEmpty ? [] : visible.last?.items?.steps
    }
    let rest = path.names.map { Need.Step.member($0) }
    if let bound = visible.last(where: { $0.name?.meets(first) ?? false }) {
      return bound.items?.steps(to: path.names.dropFirst())
    }
    guard let innermost = visible.last else { return rest }
    if LoopVariable.isAsked(by: path) { return nil }
    if path.names.count == 1, LoopVariable.named(first) != nil { return nil }
    if isFirstPass { return nil }
    for items in visible.reversed().compactMap(\.items)
    where items.group(has: first) || root.need(at: items.steps[...])?.member(first) != nil {
      return items.steps(to: path.names[...])
    }
    return root.member(first) == nil ? innermost.items.map { $0.steps + rest } : rest
  }

  /// Where the items of a list come from; nil when that is no place in the data.
  private func items(of list: Expression) -> ItemSource? {
    switch list {
    case .path(let path): return steps(of: path).map { ItemSource(steps: $0 + [.items]) }
    case .filtered(let inner, let call):
      var items = items(of: inner)
      if call.filter == .grouped { items?.key = call.keys.first }
      return items
    default: return nil
    }
  }
}

/// Where the items of a loop stand in the data.
private struct ItemSource {
  /// The way to an item; for groups, to an item of a group.
  let steps: [Need.Step]
  /// The key by which `nhóm theo` made groups of the items.
  var key: Path?

  /// True for the two names that a group has.
  func group(has name: Name) -> Bool {
    key?.names.last.map { $0.meets(name) || name.meets(ItemGroup.items) } ?? false
  }

  /// The way to a value of an item, or of a group.
  func steps(to names: ArraySlice<Name>) -> [Need.Step] {
    guard let key, let first = names.first, group(has: first) else {
      return steps + names.map { .member($0) }
    }
    let start =
      first.meets(ItemGroup.items)
      ? steps.dropLast() : steps + key.names.map { Need.Step.member($0) }
    return start + names.dropFirst().map { .member($0) }
  }
}
