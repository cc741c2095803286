internal import Dossier
internal import Vocabulary

/// The order in which the nominees of a list stand: in proposals, decisions, the register.
///
/// Collectives stand before individuals unless `tap_the_truoc` of `quy-dinh.json` is false.
/// People are ordered as `thu_tu_ten` says, by given name while it says nothing; people who are
/// equal by unit or by post are ordered by given name. A collective has no given name and no post,
/// so collectives always keep the order of `don-vi.json`, which is that of the office.
struct NameOrder {
  private let dossier: Dossier
  private let rule: OfficeRules.NameOrder
  private let collectivesFirst: Bool
  private let day: CivilDate?

  /// The order in the lists of an office; units and posts are those of `day`, or the present ones.
  init(of dossier: Dossier, on day: CivilDate? = nil) {
    self.dossier = dossier
    self.day = day
    let rules = dossier.review.officeRules.content
    rule = rules?.nameOrder ?? .ten
    collectivesFirst = rules?.collectivesFirst ?? true
  }

  /// The nominees in their order.
  func sorted(_ nominees: [Nominee]) -> [Nominee] { sorted(nominees, by: \.self) }

  /// The items in the order of their nominees; items of one name keep the order they came in.
  func sorted<Item>(_ items: [Item], by nominee: (Item) -> Nominee) -> [Item] {
    // The place of arrival is the last part of the key: `sort` does not promise to be stable.
    items.enumerated()
      .map { (item: $1, key: key(of: nominee($1)), arrival: $0) }
      .sorted { ($0.key, $0.arrival) < ($1.key, $1.arrival) }
      .map(\.item)
  }

  /// What a nominee is sorted by: its block, its rank in the block, its name.
  private struct Key: Comparable {
    let block: Int
    let rank: Int
    let name: PersonName.SortKey

    static func < (left: Key, right: Key) -> Bool {
      (left.block, left.rank, left.name) < (right.block, right.rank, right.name)
    }
  }

  private func key(of nominee: Nominee) -> Key {
    switch nominee {
    case .unit(let id):
      return Key(
        block: collectivesFirst ? 0 : 1, rank: place(of: id),
        name: PersonName.sortKey(dossier.name(of: nominee)))
    case .person(let id):
      let person = dossier.person(id)
      return Key(
        block: collectivesFirst ? 1 : 0, rank: person.map(rank) ?? .max,
        name: PersonName.sortKey(dossier.name(of: nominee), tenGoi: person?.sortName))
    }
  }

  private func rank(of person: Person) -> Int {
    switch rule {
    case .ten: 0
    case .donVi: place(of: day.flatMap(person.unit(on:)) ?? person.unit)
    case .chucVu: standing(of: person)
    }
  }

  /// The place of a unit in `don-vi.json`.
  private func place(of unit: ID<OfficeUnit>) -> Int {
    dossier.units.firstIndex { $0.id == unit } ?? .max
  }

  /// How high a post stands: the leaders of the office, then heads of units, then who else leads,
  /// then the others.
  ///
  /// Posts are free text, so they are ranked by what the files say of their holders.
  private func standing(of person: Person) -> Int {
    let unit = dossier.unit(person.unit)
    let isHead = unit?.head == person.id
    if unit?.kind == .lanhDao { return isHead ? 0 : 1 }
    return isHead ? 2 : person.isLeader ? 3 : 4
  }
}
