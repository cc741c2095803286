internal import Diagnostics
internal import Expressions
internal import LocatedJSON

/// The keys of the data, each folded once, and which of them a name of the template means.
///
/// A key is looked at once for each name, not once for each record. One rendering, one index; it
/// is no value that workers share.
final class KeyIndex {
  private var names: [String: Name] = [:]
  /// The keys in the order of the data, so that what is said does not depend on hashing.
  private var order: [Name] = []
  private var meetings: [Name: Meeting] = [:]
  /// The keys of the last objects that had no twins: the items of a list are mostly alike.
  private var shapes: [[String]] = []
  private static let shapesKept = 4
  /// Two keys of one object that mean the same name: no tag could tell them apart.
  private(set) var findings: [Diagnostic] = []

  init(_ data: JSONValue) {
    collect(data, .root)
    // Groups are data that no file holds.
    _ = name(of: ItemGroup.items.key)
  }

  /// The keys of the data that a name meets.
  func meeting(of name: Name) -> Meeting {
    if let known = meetings[name] { return known }
    let meeting = Meeting(order.filter { name.meets($0) }.map(\.written))
    meetings[name] = meeting
    return meeting
  }

  private func name(of key: String) -> Name {
    if let known = names[key] { return known }
    let name = Name(key)
    names[key] = name
    order.append(name)
    return name
  }

  private func collect(_ value: JSONValue, _ pointer: JSONPointer) {
    switch value.kind {
    case .array(let items):
      for (index, item) in items.enumerated() where !item.isScalar {
        collect(item, pointer.appending(index))
      }
    case .object(let members):
      if !isKnown(members) { lookForTwins(members, pointer) }
      for member in members where !member.value.isScalar {
        collect(member.value, pointer.appending(member.name))
      }
    case .null, .boolean, .number, .string: break
    }
  }

  /// True when an object of just these keys was looked at lately and had no twins.
  private func isKnown(_ members: [JSONValue.Member]) -> Bool {
    shapes.contains { shape in
      shape.count == members.count && members.indices.allSatisfy { members[$0].name == shape[$0] }
    }
  }

  /// Takes the keys of an object; twins are those that have the same key without marks.
  private func lookForTwins(_ members: [JSONValue.Member], _ pointer: JSONPointer) {
    var seen: [String: [Name]] = [:]
    var isClean = true
    for member in members {
      let name = name(of: member.name)
      if let twin = seen[name.key]?.first(where: name.meets) {
        findings.append(.duplicateNames(twin.written, member.name, pointer: pointer.description))
        isClean = false
      }
      seen[name.key, default: []].append(name)
    }
    guard isClean else { return }
    if shapes.count == Self.shapesKept { shapes.removeLast() }
    shapes.insert(members.map(\.name), at: 0)
  }
}

/// The keys that a name meets, and where the first one stood when it was last looked up.
///
/// The items of a list have their keys in the same order, mostly.
final class Meeting {
  let keys: [String]
  private var position = 0

  init(_ keys: [String]) { self.keys = keys }

  /// The value of the first key in these members.
  func value(in members: [JSONValue.Member]) -> JSONValue? {
    guard let key = keys.first else { return nil }
    if position < members.count, members[position].name == key { return members[position].value }
    guard let found = members.firstIndex(where: { $0.name == key }) else { return nil }
    position = found
    return members[found].value
  }
}

extension JSONValue {
  /// True for what holds no other value.
  fileprivate var isScalar: Bool {
    switch kind {
    case .array, .object: false
    case .null, .boolean, .number, .string: true
    }
  }
}
