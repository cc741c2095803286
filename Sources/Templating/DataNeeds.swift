internal import Expressions

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
    /// The path of a picture, or a picture as a `data:` address.
    case picture
    /// Asked as a box that is ticked or not.
    case boolean
    /// One of a few texts.
    case choice([String])
    case list

    fileprivate var rank: Int {
      switch self {
      case .truth: 0
      case .text: 1
      case .string: 2
      case .number: 3
      case .whole: 4
      case .date: 5
      case .choice, .picture, .boolean: 6
      case .list: 7
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
  /// True for an object that a section enters: a name in it may be found further out.
  private(set) var isEntered = false

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

  /// Notes that a section enters the value at the end of some steps.
  mutating func enter(_ steps: ArraySlice<Step>) {
    guard let first = steps.first else {
      isEntered = true
      return
    }
    switch first {
    case .items: if !items.isEmpty { items[0].enter(steps.dropFirst()) }
    case .member(let name):
      if let index = members.firstIndex(where: { $0.name.meets(name) }) {
        members[index].need.enter(steps.dropFirst())
      }
    }
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
