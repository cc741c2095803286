internal import Expressions
public import LocatedJSON
internal import Vocabulary

/// How given data differ from what a template asks for, whether its tags are reached or not.
public struct DataComparison: Sendable {
  /// A name that a template reads and the data lack.
  public struct Missing: Sendable {
    /// The name as the template first writes it.
    public let name: String
    /// The JSON Pointer of the object that lacks it; of the first, when items of a list do.
    public let pointer: String
    /// How many objects lack it.
    public fileprivate(set) var count = 1
    /// The key of the data that no tag reads and that may have been meant.
    public fileprivate(set) var nearest: String?
    /// The tags that read it.
    public let tags: [TemplateTag]
    /// The ways in which those tags write it.
    public let spellings: [String]
  }

  /// A value that no tag reads.
  public struct Unread: Sendable {
    /// Its JSON Pointer; of a list, only those of its first item are told.
    public let pointer: String
    fileprivate let key: String
    fileprivate let object: String
    /// The name that the template reads, the data lack and this key may have been meant for.
    public fileprivate(set) var nearest: String?
  }

  /// The names that the data lack, in the order of the data's objects.
  public fileprivate(set) var missing: [Missing] = []
  /// The values that no tag reads, in the order of the data.
  public fileprivate(set) var unread: [Unread] = []
}

extension Template {
  /// Compares data with what the tags ask for.
  ///
  /// Rendering tells what is missing where a tag is reached; this tells it of every branch.
  public func comparison(with data: JSONValue) -> DataComparison {
    var walker = ComparisonWalker(tags: tags)
    walker.walk(data, needs, .root, around: [])
    return walker.finished()
  }

  /// The values of the data that no tag reads.
  ///
  /// - Returns: their JSON Pointers, in the order of the data; of a list, those of its first item.
  public func unread(in data: JSONValue) -> [String] {
    comparison(with: data).unread.map(\.pointer)
  }
}

/// Follows data and needs side by side.
private struct ComparisonWalker {
  let tags: [TemplateTag]
  private var result = DataComparison()
  /// Values that an object further out has for a name of an item.
  private var foundOutside: Set<String> = []

  init(tags: [TemplateTag]) { self.tags = tags }

  /// An object around the value that is looked at.
  struct Scope {
    let members: [JSONValue.Member]
    let pointer: JSONPointer
  }

  mutating func walk(
    _ value: JSONValue, _ need: Need, _ pointer: JSONPointer, around outer: [Scope],
    isFirst: Bool = true, isItem: Bool = false
  ) {
    switch value.kind {
    case .object(let members):
      // Of an object that a condition only asks for, nothing inside is read or unread.
      if need.members.isEmpty, need.shape != nil { return }
      let scope = Scope(members: members, pointer: pointer)
      for member in members {
        let here = pointer.appending(member.name)
        if let inner = need.member(Name(member.name)) {
          walk(member.value, inner, here, around: outer + [scope], isFirst: isFirst)
        } else if isFirst {
          result.unread.append(
            .init(pointer: here.description, key: member.name, object: pointer.description))
        }
      }
      for (name, inner) in need.members
      where !members.contains(where: { Name($0.name).meets(name) }) {
        // `đơn vị.tên` is looked for in the unit alone, a name in a loop or a section further out too.
        lack(name, inner, at: pointer, around: isItem || need.isEntered ? outer : [])
      }
    case .array(let items):
      // A section asks for an object and takes a list of them too.
      let inner = need.items.first ?? need
      guard !need.items.isEmpty || !need.members.isEmpty else { return }
      for (index, item) in items.enumerated() {
        walk(
          item, inner, pointer.appending(index), around: outer, isFirst: isFirst && index == 0,
          isItem: true)
      }
    case .null, .boolean, .number, .string: break
    }
  }

  private mutating func lack(
    _ name: Name, _ need: Need, at pointer: JSONPointer, around outer: [Scope]
  ) {
    for scope in outer.reversed() {
      if let key = scope.members.first(where: { Name($0.name).meets(name) })?.name {
        foundOutside.insert(scope.pointer.appending(key).description)
        return
      }
    }
    guard need.isRequired else { return }
    if let known = result.missing.firstIndex(where: {
      $0.name == name.written && Self.isSibling($0.pointer, pointer.description)
    }) {
      result.missing[known].count += 1
      return
    }
    let readers = tags.filter { $0.names.contains { $0.meets(name) } }
    let spellings = readers.flatMap(\.names).filter { $0.meets(name) }.map(\.written)
    result.missing.append(
      .init(
        name: name.written, pointer: pointer.description, tags: readers, spellings: spellings))
  }

  /// True for the places of two items of lists that differ in their numbers alone.
  private static func isSibling(_ one: String, _ other: String) -> Bool {
    func shape(_ pointer: String) -> [String] {
      pointer.split(separator: "/").map { $0.allSatisfy(\.isNumber) ? "#" : String($0) }
    }
    return shape(one) == shape(other)
  }

  /// The result, with missing and unread names that are near each other paired.
  func finished() -> DataComparison {
    var result = result
    result.unread.removeAll { foundOutside.contains($0.pointer) }
    for index in result.missing.indices {
      let missing = result.missing[index]
      // A key of the same object is likelier meant than one elsewhere.
      let beside = result.unread.indices.filter {
        Self.isSibling(result.unread[$0].object, missing.pointer)
      }
      for candidates in [beside, Array(result.unread.indices)] {
        let keys = candidates.map { result.unread[$0].key }
        guard let key = NearestName.nearest(to: missing.name, among: keys),
          let place = keys.firstIndex(of: key)
        else { continue }
        result.missing[index].nearest = key
        result.unread[candidates[place]].nearest = missing.name
        break
      }
    }
    return result
  }
}
