internal import Diagnostics
internal import Expressions
public import LocatedJSON
internal import Vocabulary

/// What a template asks of its data: the names it reads, in the shape in which it reads them.
public struct DataNeeds: Sendable {
  fileprivate var root = Need()

  /// A value that some tag reads.
  fileprivate final class Need: Sendable {
    let members: [(name: Name, need: Need)]
    let items: Need?
    let isText: Bool

    init(members: [(name: Name, need: Need)] = [], items: Need? = nil, isText: Bool = false) {
      self.members = members
      self.items = items
      self.isText = isText
    }

    func with(_ path: ArraySlice<Name>, _ leaf: Need) -> Need {
      guard let name = path.first else { return merged(with: leaf) }
      var members = members
      if let index = members.firstIndex(where: { $0.name.meets(name) }) {
        members[index].need = members[index].need.with(path.dropFirst(), leaf)
      } else {
        members.append((name, Need().with(path.dropFirst(), leaf)))
      }
      return Need(members: members, items: items, isText: isText)
    }

    func merged(with other: Need) -> Need {
      var result = Need(
        members: members,
        items: items.map { $0.merged(with: other.items ?? Need()) } ?? other.items,
        isText: isText || other.isText)
      for (name, need) in other.members { result = result.with([name], need) }
      return result
    }
  }
}

extension Template {
  /// The JSON Schema (draft 2020-12) of the data the template needs, as far as its tags tell.
  public var schema: JSONValue {
    var schema = Self.schema(of: needs.root)
    if case .object(let members) = schema.kind {
      let dialect: JSONValue = "https://json-schema.org/draft/2020-12/schema"
      schema.kind = .object([JSONValue.Member("$schema", dialect)] + members)
    }
    return schema
  }

  /// A sample of the data the template needs.
  public var sample: JSONValue { Self.sample(of: needs.root, named: "…") }

  private static func schema(of need: DataNeeds.Need) -> JSONValue {
    if let items = need.items { return ["type": "array", "items": schema(of: items)] }
    guard !need.members.isEmpty else { return need.isText ? ["type": ["string", "number"]] : [:] }
    let properties = need.members.map { JSONValue.Member($0.name.key, schema(of: $0.need)) }
    return [
      "type": "object",
      "required": .strings(need.members.map(\.name.key)),
      "properties": JSONValue(.object(properties)),
    ]
  }

  private static func sample(of need: DataNeeds.Need, named name: String) -> JSONValue {
    if let items = need.items { return .array([sample(of: items, named: name)]) }
    guard !need.members.isEmpty else { return JSONValue(.string(name)) }
    return JSONValue(
      .object(
        need.members.map {
          JSONValue.Member($0.name.key, sample(of: $0.need, named: $0.name.written))
        }))
  }

  /// The names the tags read, put together scope by scope.
  var needs: DataNeeds {
    var walker = NeedsWalker()
    for tag in tags { walker.read(tag) }
    return walker.needs
  }

  /// What the data lack for the template, and what they have that no tag reads.
  ///
  /// - Returns: the pointers of unread values, in the order of the data; what is missing shows
  ///   when the template is rendered.
  public func unread(in data: JSONValue) -> [String] {
    var found: [String] = []
    Self.unread(data, needs.root, pointer: "", &found)
    return found
  }

  private static func unread(
    _ value: JSONValue, _ need: DataNeeds.Need, pointer: String, _ found: inout [String]
  ) {
    switch value.kind {
    case .object(let members):
      for member in members {
        let here = "\(pointer)/\(member.name)"
        if let match = need.members.first(where: { $0.name.meets(Name(member.name)) }) {
          unread(member.value, match.need, pointer: here, &found)
        } else if !need.isText || !need.members.isEmpty {
          found.append(here)
        }
      }
    case .array(let items):
      guard let inner = need.items, let first = items.first else { return }
      unread(first, inner, pointer: "\(pointer)/0", &found)
    case .null, .boolean, .number, .string: break
    }
  }
}

/// Follows the blocks of a template to tell which names are the data's own.
private struct NeedsWalker {
  var needs = DataNeeds()
  /// The open blocks: for a loop the name it binds and the path of its list from the root.
  private var scopes: [(name: Name, list: [Step])?] = []

  /// One step from the root: into a member, or into the items of a list.
  private enum Step {
    case member(Name)
    case items
  }

  mutating func read(_ tag: TemplateTag) {
    for path in tag.clause.expression?.paths ?? [] {
      note(path, asText: isPrinted(tag.clause))
    }
    switch tag.clause {
    case .condition, .separator: scopes.append(nil)
    case .loop(_, let name, let expression):
      guard let path = expression.paths.first else { return scopes.append(nil) }
      let steps = steps(of: path) ?? []
      add(steps + [.items], isText: false)
      scopes.append((name, steps + [.items]))
    case .end, .endSeparator: _ = scopes.popLast()
    default: break
    }
  }

  private func isPrinted(_ clause: Clause) -> Bool {
    if case .value = clause { true } else { false }
  }

  private mutating func note(_ path: Path, asText: Bool) {
    if let steps = steps(of: path) { add(steps, isText: asText) }
  }

  /// The way of a path from the root; nil when it asks the loop and not the data.
  private func steps(of path: Path) -> [Step]? {
    if LoopVariable.isAsked(by: path) { return nil }
    let loops = scopes.compactMap { $0 }
    let visible = loops.dropLast(path.outward)
    guard let first = path.names.first else { return visible.last?.list ?? [] }
    if path.names.count == 1, !loops.isEmpty, LoopVariable.named(first) != nil { return nil }
    let rest = path.names.map { Step.member($0) }
    if let bound = visible.last(where: { $0.name.meets(first) }) {
      return bound.list + rest.dropFirst()
    }
    // An unbound name is the item's own or an outer one's; the root is asked when it has it.
    if knows(first) { return rest }
    return (visible.last?.list ?? []) + rest
  }

  private func knows(_ name: Name) -> Bool {
    needs.root.members.contains { $0.name.meets(name) }
  }

  private mutating func add(_ steps: [Step], isText: Bool) {
    needs.root = needs.root.merged(with: Self.need(steps[...], isText: isText))
  }

  private static func need(_ steps: ArraySlice<Step>, isText: Bool) -> DataNeeds.Need {
    guard let first = steps.first else { return DataNeeds.Need(isText: isText) }
    let inner = need(steps.dropFirst(), isText: isText)
    return switch first {
    case .member(let name): DataNeeds.Need(members: [(name, inner)])
    case .items: DataNeeds.Need(items: inner)
    }
  }
}
