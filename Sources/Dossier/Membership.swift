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
      service.unit == unit && service.covers(day)
    }
  }

  /// The post and the unit that the person had on a day, or has now where there is none.
  package func employment(on day: CivilDate?) -> (post: String, unit: ID<OfficeUnit>) {
    let service = day.flatMap { day in history.first { $0.covers(day) } }
    return (service?.post ?? post, service?.unit ?? unit)
  }
}

extension Person.Service {
  /// True on the days of the stretch, the first and the last among them.
  func covers(_ day: CivilDate) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}
