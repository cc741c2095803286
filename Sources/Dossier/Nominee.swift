/// A person or a unit (cá nhân, tập thể) that is nominated, awarded, rated or has an incident.
package enum Nominee: Hashable, Sendable {
  /// A person (cá nhân), by the key `nguoi`.
  case person(ID<Person>)
  /// A unit as a collective (tập thể), by the key `don_vi`.
  case unit(ID<OfficeUnit>)

  /// The id as the files write it.
  package var id: String {
    switch self {
    case .person(let id): id.text
    case .unit(let id): id.text
    }
  }

  /// True for a unit.
  package var isCollective: Bool {
    if case .unit = self { true } else { false }
  }
}
