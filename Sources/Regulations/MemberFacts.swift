internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

// The members of a collective on the last day that counts, and what each of them achieved.

extension NominationFacts {
  func members(_ name: FactName) -> Fact? {
    let wanted: [FactName] = [
      .members, .advancedMembers, .fighterMembers, .completedMembers, .warnedMembers,
    ]
    guard wanted.contains(name), case .unit(let unit) = nominee else { return nil }
    guard let end = dossier.period.countsTo else { return .missing(noYear) }
    let people = dossier.people(in: unit, on: end)
    guard !people.isEmpty else {
      return .missing(
        "thành viên của \(dossier.name(of: nominee)) vào ngày \(end.shortForm)",
        at: dossier.unit(unit)?.origin ?? nomination.origin, isOffices: true)
    }
    return switch name {
    case .members:
      .number(
        people.count, "", seen: "\(people.count) vào ngày \(end.shortForm)",
        at: nomination.origin.key("don_vi"))
    case .advancedMembers: titled(.laoDongTienTien, people, in: end.year)
    case .fighterMembers: titled(.chienSiThiDuaCoSo, people, in: end.year)
    case .completedMembers: completed(people, in: end.year)
    default: warned(people, in: end.year)
    }
  }

  private func titled(_ title: AwardForm, _ people: [Person], in year: Int) -> Fact {
    let place = review.register.origin.key("khen_thuong")
    let held = people.map { holds(title, $0.id, in: year) }
    guard !held.contains(nil) else {
      return .missing(
        "danh hiệu \(title.label) năm \(year) của các thành viên", at: place, isOffices: true)
    }
    return .number(held.count { $0 == true }, "", at: place)
  }

  /// How many have completed their tasks at all.
  private func completed(_ people: [Person], in year: Int) -> Fact {
    let ratings = people.map { person in
      let nominee = Nominee.person(person.id)
      return review.finalRatings(of: year)?.entry(of: nominee)?.rating
        ?? review.provisionalRating(of: nominee, in: year)?.rating
    }
    let unknown = zip(people, ratings).filter { $0.1 == nil }.map(\.0)
    if let first = unknown.first {
      return .missing(
        "xếp loại năm \(year) của \(unknown.map(\.name).joined(separator: ", "))",
        at: review.ratingPlace(of: .person(first.id), in: year), isOffices: true)
    }
    let done = ratings.count { $0.map { $0 >= .hoanThanh } ?? false }
    return .number(done, "", at: review.ratings.origin.key("nam"))
  }

  /// How many were disciplined in the year by a warning (cảnh cáo) or something heavier.
  private func warned(_ people: [Person], in year: Int) -> Fact {
    let rows = people.flatMap { person in
      (review.incidents.content?.incidents(of: .person(person.id)) ?? [])
        .filter { $0.kind == .kyLuat && $0.from.year == year }
        .map { (person: person, incident: $0) }
    }
    if let unknown = rows.first(where: { $0.incident.measure == nil }) {
      return .missing(
        "mức kỷ luật của \(unknown.person.name)", at: unknown.incident.origin.key("muc"),
        isOffices: true)
    }
    let heavy = rows.filter { $0.incident.measure?.isWarningOrHeavier ?? false }
    guard heavy.isEmpty else {
      let names = heavy.map { "\($0.person.name): \($0.incident.measure?.label ?? "")" }
      return .number(
        Set(heavy.map(\.person.id)).count, "", seen: names.joined(separator: "; "),
        at: heavy[0].incident.origin)
    }
    if case .missing(let fact) = confirmed(seenAs: "") { return .missing(fact) }
    return .number(0, "", at: review.incidents.origin.key("su_viec"))
  }
}

extension Incident.Measure {
  /// True for a warning (cảnh cáo) and what is heavier: the list of the files begins with the
  /// lightest measure.
  fileprivate var isWarningOrHeavier: Bool {
    Self.allCases.drop { $0 != .canhCao }.contains(self)
  }
}
