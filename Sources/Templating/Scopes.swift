internal import Expressions
internal import LocatedJSON

/// The scopes of a rendering, from the root of the data to the innermost item.
struct Scopes: Facts {
  /// A scope: a value, the name it is bound to, and the loop it belongs to.
  struct Scope {
    let value: JSONValue
    let name: Name?
    let loop: LoopState?
  }

  /// Where a loop stands.
  struct LoopState {
    let items: [JSONValue]
    var index = 0
    /// Where the only item stands among the records of a merge, whose number nobody knows yet.
    var record: (ordinal: Int, isLast: Bool)?

    /// The item's place, from 1.
    var ordinal: Int { record?.ordinal ?? index + 1 }
    var isFirst: Bool { ordinal == 1 }
    var isLast: Bool { record?.isLast ?? (index == items.count - 1) }
    /// How many items there are; nil while nobody knows.
    var count: Int? { record == nil ? items.count : nil }
  }

  private var scopes: [Scope]
  private let keys: KeyIndex
  private var memos: [Memo] = []

  /// What is known of the place of a tag's value.
  private struct Memo {
    enum State { case unknown, known, never }

    var state = State.unknown
    /// The name that the scope was bound to in which the value stood.
    var binding: ObjectIdentifier?
    /// The only key of the data that the tag can mean.
    var key = ""
    /// Where it stood among the members of the item before.
    var position = 0
  }

  init(root: JSONValue, keys: KeyIndex) {
    scopes = [Scope(value: root, name: nil, loop: nil)]
    self.keys = keys
  }

  /// The scope of one of the records of a merge, which is an item of a loop.
  init(record: JSONValue, ordinal: Int, isLast: Bool, keys: KeyIndex) {
    scopes = [
      Scope(
        value: record, name: nil,
        loop: LoopState(items: [record], record: (ordinal: ordinal, isLast: isLast)))
    ]
    self.keys = keys
  }

  // MARK: Loops

  /// Enters the first item of a list that holds one.
  mutating func enter(_ items: [JSONValue], as name: Name?) {
    scopes.append(Scope(value: items[0], name: name, loop: LoopState(items: items)))
  }

  /// Enters one value, which is no item of a loop.
  mutating func enter(_ value: JSONValue) {
    scopes.append(Scope(value: value, name: nil, loop: nil))
  }

  /// Goes to the next item; false, and out of the loop, behind the last one.
  mutating func next() -> Bool {
    // A value entered alone is left behind its end.
    guard let scope = scopes.popLast(), var loop = scope.loop else { return false }
    loop.index += 1
    guard loop.index < loop.items.count else { return false }
    scopes.append(Scope(value: loop.items[loop.index], name: scope.name, loop: loop))
    return true
  }

  /// True in the last item of the innermost loop.
  var isLast: Bool {
    guard let loop = scopes.last(where: { $0.loop != nil })?.loop else { return true }
    return loop.isLast
  }

  /// True in the first item of the innermost loop.
  var isFirst: Bool { scopes.last { $0.loop != nil }?.loop?.isFirst ?? true }

  /// True in the first item of every loop.
  var isFirstCopy: Bool { scopes.allSatisfy { $0.loop?.isFirst ?? true } }

  // MARK: Looking up

  func value(at path: Path) throws(EvaluationFailure) -> Value {
    let top = scopes.count - 1 - path.outward
    guard top >= 0 else { return .missing(path) }
    guard let first = path.names.first else { return Value(scopes[top].value) }
    // By index: a scope that is copied is counted up and down with all it holds.
    for index in stride(from: top, through: 0, by: -1) {
      if let value = scopes[index].value(of: path) { return value }
      if let name = scopes[index].name, name.meets(first) {
        return try walk(scopes[index].value, path.names.dropFirst(), path)
      }
      if let found = try member(first, of: scopes[index].value) {
        return path.names.count == 1
          ? Value(found) : try walk(found, path.names.dropFirst(), path)
      }
      if path.names.count == 1, let value = scopes[index].loopValue(first) { return value }
    }
    return .missing(path)
  }

  // MARK: Looking up again

  /// The text of a tag whose name is a key of the innermost scope; nil when the long way must be
  /// gone.
  ///
  /// The items of a list mostly have the same keys in the same order, so that the second row finds
  /// its texts where the first had them: nothing is hashed, and one name is compared.
  mutating func textAgain(_ tag: Int) -> String? {
    guard tag < memos.count, memos[tag].state == .known, let last = scopes.indices.last,
      memos[tag].binding == scopes[last].name?.identity,
      case .object(let members) = scopes[last].value.kind
    else { return nil }
    var position = memos[tag].position
    if position >= members.count || members[position].name != memos[tag].key {
      guard let found = members.firstIndex(where: { $0.name == memos[tag].key }) else { return nil }
      position = found
      memos[tag].position = found
    }
    return switch members[position].value.kind {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// Notes where the value of a tag in a loop stands, if it always stands there when the innermost
  /// scope has the key.
  mutating func remember(_ tag: Int, _ expression: Expression) {
    guard scopes.count > 1 else { return }
    while memos.count <= tag { memos.append(Memo()) }
    guard memos[tag].state == .unknown else { return }
    memos[tag].state = .never
    guard case .path(let path) = expression, path.outward == 0, let first = path.names.first,
      let scope = scopes.last
    else { return }
    let isBound = scope.name?.meets(first) ?? false
    // `p.tên`, where p is the item and not the loop itself; or `tên`, where it is not the item.
    guard path.names.count == (isBound ? 2 : 1), scope.value(of: path) == nil,
      let name = path.names.last
    else { return }
    let meeting = keys.meeting(of: name)
    guard meeting.keys.count == 1 else { return }
    memos[tag] = Memo(state: .known, binding: scope.name?.identity, key: meeting.keys[0])
  }

  /// Forgets the places of tags, whose numbers mean others now.
  mutating func forgetTags() { memos = [] }

  func value(at path: Path, of item: JSONValue) throws(EvaluationFailure) -> Value {
    try walk(item, path.names[...], path)
  }

  func entering(_ item: JSONValue) -> Scopes? {
    var inner = self
    inner.scopes.append(Scope(value: item, name: nil, loop: nil))
    return inner
  }

  /// The names that could have been meant, from the innermost scope outwards.
  var visibleNames: [String] {
    scopes.reversed().flatMap { scope -> [String] in
      var names = scope.name.map { [$0.written] } ?? []
      if case .object(let members) = scope.value.kind { names += members.map(\.name) }
      return names
    }
  }

  private func walk(
    _ value: JSONValue, _ names: ArraySlice<Name>, _ path: Path
  ) throws(EvaluationFailure) -> Value {
    var current = value
    for name in names {
      if current.isNull { return .null }
      guard let next = try member(name, of: current) else { return .missing(path) }
      current = next
    }
    return Value(current)
  }

  /// The member that a name means; a name without marks may fit two keys that have them.
  private func member(
    _ name: Name, of value: JSONValue
  ) throws(EvaluationFailure) -> JSONValue? {
    guard case .object(let members) = value.kind else { return nil }
    let wanted = keys.meeting(of: name)
    if wanted.keys.count < 2 { return wanted.value(in: members) }
    let found = members.filter { wanted.keys.contains($0.name) }
    if found.count > 1 { throw .ambiguousName(name.written, found[0].name, found[1].name) }
    return found.first?.value
  }
}

extension Scopes.Scope {
  /// The value of `vòng.stt` and its sisters.
  fileprivate func value(of path: Path) -> Value? {
    guard path.names.count == 2, loop != nil, path.names[0].meets(LoopVariable.prefix) else {
      return nil
    }
    return loopValue(path.names[1])
  }

  fileprivate func loopValue(_ name: Name) -> Value? {
    guard let loop, let variable = LoopVariable.named(name) else { return nil }
    return switch variable {
    case .ordinal: .number(String(loop.ordinal))
    case .first: .boolean(loop.isFirst)
    case .last: .boolean(loop.isLast)
    case .count: loop.count.map { .number(String($0)) }
    }
  }
}

/// What a loop says of itself.
enum LoopVariable: String, CaseIterable {
  case ordinal = "stt"
  case first = "đầu"
  case last = "cuối"
  case count = "số lượng"

  /// The word that always means the loop: `vòng.stt`.
  static let prefix = Name("vòng")

  private static let names = allCases.map { ($0, Name($0.rawValue)) }

  static func named(_ name: Name) -> LoopVariable? {
    names.first { $0.1.meets(name) }?.0
  }

  /// True for a path that asks the loop and not the data.
  static func isAsked(by path: Path) -> Bool {
    path.names.count == 2 && path.names[0].meets(prefix)
  }
}
