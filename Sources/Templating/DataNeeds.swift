internal import Expressions
internal import Vocabulary

/// What a template asks of one value of its data, and of what stands inside it.
struct Need: Sendable {
  /// What a value is used as, from the least that is asked to the most.
  enum Shape: Hashable, Sendable {
    /// Asked only whether it holds.
    case truth
    /// Printed.
    case text
    /// Compared with a text.
    case string
    case number
    /// A whole number within bounds.
    case whole(from: Int?, to: Int?)
    case date
    case list

    fileprivate var rank: Int {
      switch self {
      case .truth: 0
      case .text: 1
      case .string: 2
      case .number: 3
      case .whole: 4
      case .date: 5
      case .list: 6
      }
    }
  }

  /// The members it must have, in the order in which the template first reads them.
  private(set) var members: [(name: Name, need: Need)] = []
  /// What its items must be, when it is a list; one or none.
  private(set) var items: [Need] = []
  private(set) var shape: Shape?
  /// False when every tag that reads it says what stands there without it.
  private(set) var isRequired = false

  /// One step from the root: into a member, or into the items of a list.
  enum Step {
    case member(Name)
    case items
  }

  func member(_ name: Name) -> Need? { members.first { $0.name.meets(name) }?.need }

  /// The need at the end of some steps.
  func need(at steps: ArraySlice<Step>) -> Need? {
    guard let first = steps.first else { return self }
    let next =
      switch first {
      case .member(let name): member(name)
      case .items: items.first
      }
    return next?.need(at: steps.dropFirst())
  }

  /// Adds what one tag asks of the value at the end of some steps.
  mutating func add(_ steps: ArraySlice<Step>, _ shape: Shape?, required: Bool) {
    isRequired = isRequired || required
    guard let first = steps.first else {
      if let shape, shape.rank > self.shape?.rank ?? -1 { self.shape = shape }
      return
    }
    switch first {
    case .items:
      if items.isEmpty { items = [Need()] }
      items[0].add(steps.dropFirst(), shape, required: required)
    case .member(let name):
      let index = members.firstIndex { $0.name.meets(name) } ?? members.count
      if index == members.count { members.append((name, Need())) }
      members[index].need.add(steps.dropFirst(), shape, required: required)
    }
  }
}

/// Follows the programs of a template and gathers what they read, scope by scope.
struct NeedsWalker {
  private(set) var root = Need()
  /// The open loops: the name each binds, and the way to its items.
  private var loops: [(name: Name, steps: [Need.Step])] = []
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
    for instruction in program.instructions {
      switch instruction {
      case .value(let index):
        read(program.values[index].site.expression, as: .text)
      case .length(let index, _):
        read(program.values[index].site.expression, as: .whole(from: 0, to: nil))
      case .unless(let condition, _): read(program.conditions[condition].expression, as: .truth)
      case .enter(let loop, _): enter(program.loops[loop])
      case .next: _ = loops.popLast()
      default: break
      }
    }
  }

  private mutating func enter(_ loop: LoopSite) {
    read(loop.site.expression, as: .list)
    var steps: [Need.Step] = []
    if let path = loop.site.expression.paths.first, let found = self.steps(of: path) {
      steps = found + [.items]
      root.add(steps[...], nil, required: false)
    }
    loops.append((loop.name, steps))
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
      read(
        inner, as: hasFallback ? shape : Self.shape(for: call.filter),
        required: required && !hasFallback)
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
    case .join, .count: .list
    default: .text
    }
  }

  // MARK: Names

  /// The way of a path from the root; nil when it asks the loop and not the data, or when it is
  /// too early to tell.
  private func steps(of path: Path) -> [Need.Step]? {
    let visible = loops.dropLast(path.outward)
    guard let first = path.names.first else { return visible.last?.steps ?? [] }
    let rest = path.names.map { Need.Step.member($0) }
    if let bound = visible.last(where: { $0.name.meets(first) }) {
      return bound.steps + rest.dropFirst()
    }
    guard let innermost = visible.last else { return rest }
    if LoopVariable.isAsked(by: path) { return nil }
    if path.names.count == 1, LoopVariable.named(first) != nil { return nil }
    if isFirstPass { return nil }
    for loop in visible.reversed() where root.need(at: loop.steps[...])?.member(first) != nil {
      return loop.steps + rest
    }
    return root.member(first) == nil ? innermost.steps + rest : rest
  }
}
