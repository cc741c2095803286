package import LocatedJSON
internal import Vocabulary

extension Filter {
  /// True for the filters that look inside the items of a list.
  package var readsItems: Bool {
    switch self {
    case .sum, .sorted, .grouped, .selected: true
    default: false
    }
  }
}

/// What `nhóm theo` makes: one object for each value of the key.
public enum ItemGroup {
  /// The name under which a group holds its items; the key itself holds their common value.
  public static let items = Name("danh sách")
}

extension Evaluator {
  /// The value behind a filter that looks inside the items of a list.
  mutating func apply(
    _ call: FilterCall, to items: [JSONValue], in facts: borrowing some Facts
  ) throws(EvaluationFailure) -> Value {
    try spend(items.count)
    switch call.filter {
    case .sum: return try sum(items, call, in: facts)
    case .sorted: return .list(try sorted(items, call, in: facts))
    case .grouped: return .list(try grouped(items, call, in: facts))
    case .selected: return .list(try selected(items, call, in: facts))
    default: throw call.wrong(.list(items), needs: "giá trị khác")
    }
  }

  /// The value of one key of one item, which must be there and known.
  private func known(
    _ key: Path, of items: [JSONValue], _ index: Int, _ call: FilterCall,
    in facts: borrowing some Facts
  ) throws(EvaluationFailure) -> Value {
    let value = try facts.value(at: key, of: items[index])
    switch value {
    case .missing, .null:
      throw .itemWithout(
        call.filter, key: key.written, item: index + 1, seen: value.kindInWords)
    default: return value
    }
  }

  private func sum(
    _ items: [JSONValue], _ call: FilterCall, in facts: borrowing some Facts
  ) throws(EvaluationFailure) -> Value {
    guard let key = call.keys.first else { throw call.wrong(.list(items), needs: "khóa") }
    var sum = Decimal(0)
    for index in items.indices {
      let value = try known(key, of: items, index, call, in: facts)
      guard case .number = value else {
        throw .itemWithout(
          call.filter, key: key.written, item: index + 1, seen: value.kindInWords)
      }
      guard let total = Decimal.sum(sum, try Self.decimal(value)) else { throw .tooLong }
      sum = total
    }
    return .number(sum.description)
  }

  private mutating func selected(
    _ items: [JSONValue], _ call: FilterCall, in facts: borrowing some Facts
  ) throws(EvaluationFailure) -> [JSONValue] {
    guard case .expression(let condition) = call.argument else { return items }
    var kept: [JSONValue] = []
    for (index, item) in items.enumerated() {
      guard let inner = facts.entering(item) else {
        throw .filter(call.filter, seen: "dữ kiện không có mục", needs: "danh sách của mẫu")
      }
      switch try truth(of: condition, in: inner) {
      case .holds: kept.append(item)
      case .fails: break
      case .unknown(let path):
        throw .itemWithout(
          call.filter, key: path.written, item: index + 1, seen: "không có")
      }
    }
    return kept
  }

  // MARK: Order

  /// What one item is sorted by under one key.
  private enum SortKey {
    case number(Decimal)
    case text(VietnameseCollation.Key)
    case person(PersonName.SortKey)
  }

  private func sorted(
    _ items: [JSONValue], _ call: FilterCall, in facts: borrowing some Facts
  ) throws(EvaluationFailure) -> [JSONValue] {
    var rows: [(index: Int, keys: [SortKey])] = []
    rows.reserveCapacity(items.count)
    for index in items.indices {
      var keys: [SortKey] = []
      for key in call.keys {
        let value = try known(key, of: items, index, call, in: facts)
        keys.append(try sortKey(of: value, key, items, index, call, in: facts))
      }
      rows.append((index, keys))
    }
    // Equal items keep their order: the position decides last.
    return rows.sorted { left, right in
      for (one, other) in zip(left.keys, right.keys) {
        if Self.precedes(one, other) { return true }
        if Self.precedes(other, one) { return false }
      }
      return left.index < right.index
    }.map { items[$0.index] }
  }

  private func sortKey(
    of value: Value, _ key: Path, _ items: [JSONValue], _ index: Int, _ call: FilterCall,
    in facts: borrowing some Facts
  ) throws(EvaluationFailure) -> SortKey {
    switch value {
    case .number(let written):
      guard let number = Decimal(written) else { throw .tooLong }
      return .number(number)
    case .text(let text):
      guard let last = key.names.last, Self.personNames.contains(where: last.meets) else {
        return .text(VietnameseCollation.key(text))
      }
      let called = try facts.value(
        at: Path(names: key.names.dropLast() + [Self.givenName]), of: items[index])
      if case .text(let name) = called { return .person(PersonName.sortKey(text, tenGoi: name)) }
      return .person(PersonName.sortKey(text))
    default:
      throw .itemWithout(
        call.filter, key: key.written, item: index + 1, seen: value.kindInWords)
    }
  }

  /// The keys whose values are names of people, sorted by given name.
  private static let personNames = [Name("họ tên"), Name("họ và tên")]
  /// Beside a person's name: the word to sort by where it is not the last one.
  private static let givenName = Name("tên gọi")

  /// Numbers stand before texts, so that a list of both has one order.
  private static func precedes(_ left: SortKey, _ right: SortKey) -> Bool {
    switch (left, right) {
    case (.number(let first), .number(let second)): first < second
    case (.number, _): true
    case (_, .number): false
    case (.text(let first), .text(let second)): first < second
    case (.person(let first), .person(let second)): first < second
    // One key is of one kind: its name decides.
    case (.text, .person), (.person, .text): false
    }
  }

  // MARK: Groups

  /// The items in groups of equal values of the key; groups stand in the order of their first
  /// items.
  private func grouped(
    _ items: [JSONValue], _ call: FilterCall, in facts: borrowing some Facts
  ) throws(EvaluationFailure) -> [JSONValue] {
    guard let key = call.keys.first, let first = items.first else { return [] }
    // The key is named as the data name it: names are looked up among the keys of the data.
    let name = first.key(at: key) ?? key.written
    guard !Name(name).meets(ItemGroup.items) else { throw .groupNamed(name) }
    var order: [(value: Value, items: [JSONValue])] = []
    // For look-up only: its order is never used.
    var positions: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      let value = try known(key, of: items, index, call, in: facts)
      let sign: String
      switch value {
      case .text(let text): sign = "“" + text
      case .number(let written): sign = Decimal(written)?.description ?? written
      case .boolean(let truth): sign = truth ? "đúng" : "sai"
      default:
        throw .itemWithout(
          call.filter, key: key.written, item: index + 1, seen: value.kindInWords)
      }
      if let position = positions[sign] {
        order[position].items.append(item)
      } else {
        positions[sign] = order.count
        order.append((value, [item]))
      }
    }
    return order.map { group in
      JSONValue(
        .object([
          JSONValue.Member(name, group.value.json),
          JSONValue.Member(ItemGroup.items.key, JSONValue(.array(group.items))),
        ]))
    }
  }
}

extension JSONValue {
  /// The key at the end of a path, as this item spells it.
  fileprivate func key(at path: Path) -> String? {
    var current = self
    var key: String?
    for name in path.names {
      guard case .object(let members) = current.kind,
        let member = members.first(where: { Name($0.name).meets(name) })
      else { return nil }
      key = member.name
      current = member.value
    }
    return key
  }
}

extension Value {
  /// The value as data; what is missing is `null`.
  package var json: JSONValue {
    switch self {
    case .missing, .null: nil
    case .boolean(let truth): JSONValue(.boolean(truth))
    case .number(let written): JSONValue(.number(written))
    case .text(let text): JSONValue(.string(text))
    case .list(let items): JSONValue(.array(items))
    case .object(let json): json
    }
  }
}
