import Diagnostics
import LocatedJSON
import Vocabulary

/// Walks a file beside its shape, and collects the ids and references it meets on the way.
struct ShapeChecker {
  let file: CheckedFile
  /// The shape faults of the file.
  private(set) var findings = FindingList()
  /// The entities that the file defines, in its order.
  private(set) var entities: [Entity] = []
  /// The references the file makes, in its order.
  private(set) var references: [Reference] = []
  /// True when a fault may hide entities that the file meant to define.
  private(set) var hidesEntities = false

  init(_ file: CheckedFile) { self.file = file }

  /// Checks the whole file.
  mutating func checkFile() {
    guard case .object(let members) = file.root.kind else {
      wrongType(file.root, .object(file.kind.file.top), .root)
      return
    }
    checkSchemaKey(members)
    let own = members.filter { $0.name != "$schema" }
    checkMembers(own, of: file.root, file.kind.file.top, .root)
  }

  /// Notes a finding.
  mutating func report(_ finding: Diagnostic) { findings.add(finding, in: file.kind) }

  private mutating func check(_ value: JSONValue, _ shape: Shape, _ pointer: JSONPointer) {
    switch (shape, value.kind) {
    case (.object(let object), .object(let members)):
      checkMembers(members, of: value, object, pointer)
    case (.list(let item, let least, let key), .array(let items)):
      checkItems(items, of: value, item, atLeast: least, distinctBy: key, pointer)
    case (.map(let key, let item), .object(let members)):
      for member in members { checkEntry(member, key, item, pointer.appending(member.name)) }
    case (.identifier(let kind), .number) where kind.isNumbered,
      (.identifier(let kind), .string) where !kind.isNumbered:
      // An id of the wrong form is one fault; that others refer to it is not a second one.
      _ = checkScalar(value, kind.isNumbered ? .integer(1...100) : .text(.identifier), pointer)
      define(value, kind, pointer)
    case (.reference(let kind), .number) where kind.isNumbered,
      (.reference(let kind), .string) where !kind.isNumbered:
      if checkScalar(value, kind.isNumbered ? .integer(1...100) : .text(), pointer) {
        refer(to: value.scalarText ?? "", kind, at: file.place(value, pointer))
      }
    case (.text, .string), (.date, .string), (.enumeration, .string), (.integer, .number),
      (.quantity, .number), (.percent, .number), (.boolean, .boolean):
      _ = checkScalar(value, shape, pointer)
    default:
      wrongType(value, shape, pointer)
    }
  }

  private mutating func checkMembers(
    _ members: [JSONValue.Member], of object: JSONValue, _ shape: ObjectShape,
    _ pointer: JSONPointer
  ) {
    var meant: [String] = []
    for member in members {
      let pointer = pointer.appending(member.name)
      guard let field = shape.field(member.name) else {
        let nearest = reportUnknown(member, shape, others: members, pointer)
        if let nearest { meant.append(nearest) }
        continue
      }
      if member.value.isNull, field.presence == .optional { continue }
      check(member.value, field.shape, pointer)
    }
    let present = members.map(\.name) + meant
    for field in shape.fields where field.presence == .required && !present.contains(field.key) {
      report(
        .missingKey(field, label: label(of: object, shape), at: file.place(object, pointer)))
    }
    checkAlternatives(present, of: object, shape, pointer)
    checkStretches(object, shape, pointer)
  }

  /// Reports an unknown key, and returns the known key that was probably meant.
  private mutating func reportUnknown(
    _ member: JSONValue.Member, _ shape: ObjectShape, others: [JSONValue.Member],
    _ pointer: JSONPointer
  ) -> String? {
    let taken = others.map(\.name)
    let free = shape.fields.map(\.key).filter { !taken.contains($0) }
    let nearest = NearestName.nearest(to: member.name, among: free)
    let place = file.source.place(of: member.nameRange, pointer: pointer)
    let known = shape.fields.map(\.key)
    if member.value.array != nil { hidesEntities = true }
    findings.add(
      .unknownKey(member.name, nearest: nearest, known: known, at: place), in: file.kind)
    return nearest
  }

  private mutating func checkAlternatives(
    _ present: [String], of object: JSONValue, _ shape: ObjectShape, _ pointer: JSONPointer
  ) {
    for group in shape.oneOf {
      let found = group.filter(present.contains)
      guard found.count != 1 else { continue }
      let place = file.place(object, pointer)
      report(.notExactlyOne(of: group, found: found.count, at: place))
    }
  }

  private mutating func checkItems(
    _ items: [JSONValue], of list: JSONValue, _ shape: Shape, atLeast least: Int,
    distinctBy key: String?, _ pointer: JSONPointer
  ) {
    if items.count < least {
      report(
        .tooFewItems(items.count, least, name(pointer), at: file.place(list, pointer)))
    }
    var seen: [String: JSONValue] = [:]  // For look-up only: its order is never used.
    for (index, item) in items.enumerated() {
      let pointer = pointer.appending(index)
      check(item, shape, pointer)
      guard let key, let value = item[key], let text = value.scalarText else { continue }
      if let first = seen[text] {
        let line = file.source.span(of: first.range).line
        let place = file.place(value, pointer.appending(key))
        report(.repeatedRow(key, text, firstLine: line, at: place))
      } else {
        seen[text] = value
      }
    }
  }

  private mutating func checkEntry(
    _ member: JSONValue.Member, _ key: MapKey, _ shape: Shape, _ pointer: JSONPointer
  ) {
    let name = JSONValue(.string(member.name), range: member.nameRange)
    let place = file.place(name, pointer)
    switch key {
    case .entity(let kind):
      refer(to: member.name, kind, at: place)
    case .year:
      let year = Int(member.name)
      if member.name.utf8.count != 4 || !(1945...2100).contains(year ?? 0) {
        report(.notAYear(member.name, at: place))
      }
    case .enumeration(let words):
      if !words.contains(member.name) {
        report(.unknownWord(member.name, allowed: words, at: place))
      }
    }
    if !member.value.isNull { check(member.value, shape, pointer) }
  }

  private mutating func define(_ value: JSONValue, _ kind: EntityKind, _ pointer: JSONPointer) {
    guard let id = value.scalarText else { return }
    let row = file.root[JSONPointer(pointer.tokens.dropLast())]
    let name = kind.nameKey.flatMap { row?[$0]?.string }
    entities.append(Entity(kind: kind, id: id, name: name, place: file.place(value, pointer)))
  }

  private mutating func refer(to id: String, _ kind: EntityKind, at place: Place) {
    references.append(Reference(kind: kind, id: id, place: place))
  }

  private mutating func wrongType(_ value: JSONValue, _ shape: Shape, _ pointer: JSONPointer) {
    switch shape {
    case .object, .list: hidesEntities = true
    default: break
    }
    report(.wrongType(value, shape, name(pointer), at: file.place(value, pointer)))
  }

  /// The id of a row, by which a clerk knows it.
  private func label(of object: JSONValue, _ shape: ObjectShape) -> String? {
    let key = shape.fields.first { if case .identifier = $0.shape { true } else { false } }?.key
    return key.flatMap { object[$0]?.scalarText }
  }

  /// What a value is called: its key, or its place in its list.
  func name(_ pointer: JSONPointer) -> String {
    guard let last = pointer.tokens.last else { return "nội dung của tệp" }
    let parent = JSONPointer(pointer.tokens.dropLast())
    guard let list = parent.tokens.last, let index = Int(last), file.root[parent]?.array != nil
    else { return "“\(last)”" }
    return "phần tử thứ \(index + 1) của “\(list)”"
  }
}

extension JSONValue {
  /// The text of a text or of a number.
  var scalarText: String? {
    switch kind {
    case .string(let text), .number(let text): text
    default: nil
    }
  }
}
