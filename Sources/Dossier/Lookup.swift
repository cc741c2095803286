/// The positions in a list at which a key stands, in their order.
///
/// A review asks for the rows of one nominee or one nomination thousands of times: a walk over the
/// list each time would make the work grow with the square of the period. The order of keys is
/// never used.
struct Lookup<Key: Hashable & Sendable, Position: Equatable & Sendable>: Sendable {
  private let positions: [Key: [Position]]

  /// Notes the positions of keys as they come; one that a key has twice in a row counts once.
  init(_ pairs: some Sequence<(Key, Position)>) {
    var positions: [Key: [Position]] = [:]
    for (key, position) in pairs where positions[key]?.last != position {
      positions[key, default: []].append(position)
    }
    self.positions = positions
  }

  /// The positions of a key; none when it stands nowhere.
  subscript(key: Key) -> [Position] { positions[key] ?? [] }
}

extension Lookup where Position == Int {
  /// Notes at which places of a list each key stands.
  init<Item>(_ items: [Item], by key: (Item) -> Key) {
    self.init(items.enumerated().map { (key($0.element), $0.offset) })
  }

  /// Notes at which places of a list each of the keys of an item stands.
  init<Item>(_ items: [Item], byEachOf keys: (Item) -> [Key]) {
    self.init(
      items.enumerated().flatMap { offset, item in keys(item).map { ($0, offset) } })
  }
}
