import Diagnostics

/// An entity that a file defines.
struct Entity {
  /// What it is.
  let kind: EntityKind
  /// Its id or number, as written.
  let id: String
  /// Its name, when the row gives one.
  let name: String?
  /// Where the id stands.
  let place: Place
}

/// A mention of an entity that another row defines.
struct Reference {
  /// What is meant.
  let kind: EntityKind
  /// The id or number, as written.
  let id: String
  /// Where the mention stands.
  let place: Place
}

/// The entities of all files, found by kind and id.
struct EntityIndex {
  private var byKind: [[Entity]] = EntityKind.allCases.map { _ in [] }
  // For look-up only: its order is never used.
  private var positions: [Key: Int] = [:]

  private struct Key: Hashable {
    let kind: EntityKind
    let id: String
  }

  /// Takes an entity in; returns the earlier one when its id is taken already.
  mutating func insert(_ entity: Entity) -> Entity? {
    let key = Key(kind: entity.kind, id: entity.id)
    if let position = positions[key] { return byKind[entity.kind.rawValue][position] }
    positions[key] = byKind[entity.kind.rawValue].count
    byKind[entity.kind.rawValue].append(entity)
    return nil
  }

  /// True when there is such an entity.
  func contains(_ kind: EntityKind, _ id: String) -> Bool {
    positions[Key(kind: kind, id: id)] != nil
  }

  /// The entities of a kind, in the order of their file.
  func all(_ kind: EntityKind) -> [Entity] { byKind[kind.rawValue] }
}
