package import Vocabulary

extension Person {
  /// True when the person works in the unit on that day; without a day, when they do now.
  ///
  /// A paper of a former year keeps the people it had when they have moved or left since.
  package func works(in unit: ID<OfficeUnit>, on day: CivilDate?) -> Bool {
    guard let day else { return self.unit == unit && left == nil }
    guard joined.map({ $0 <= day }) ?? true, left.map({ day < $0 }) ?? true else { return false }
    guard !history.isEmpty else { return self.unit == unit }
    return history.contains { service in
      service.unit == unit && service.from <= day && (service.to.map { day <= $0 } ?? true)
    }
  }
}
