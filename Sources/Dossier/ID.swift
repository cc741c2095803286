/// The id of an entity as the files write it, such as `TH03` for a person.
///
/// The entity is part of the type, so that the id of a unit never stands where the id of a
/// person belongs.
package struct ID<Entity>: Hashable, Sendable, CustomStringConvertible {
  /// The id as the files and the findings write it.
  package let text: String

  /// Creates an id from its text; that the entity exists is checked by `Intake`.
  package init(_ text: String) { self.text = text }

  /// The id as the files and the findings write it.
  package var description: String { text }
}

extension ID {
  /// The first position of each id; for look-up only, its order is never used.
  static func index(_ ids: [ID]) -> [ID: Int] {
    Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }
}
