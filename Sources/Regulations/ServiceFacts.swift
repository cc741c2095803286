internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

// How long somebody has served and been away, beside what the office asks for.

extension NominationFacts {
  func service(_ name: FactName) -> Fact? {
    switch name {
    case .maternityDays: maternityDays()
    case .maternityAbsence:
      .number(
        absences(of: [.thaiSan].filter(Self.absenceKinds.contains)).days, "",
        seen: "0, tính là thời gian công tác", at: review.incidents.origin.key("su_viec"))
    case .serviceMonths: serviceMonths()
    case .absenceDays: absenceDays()
    case .minServiceMonths:
      .figure(
        officeRules?.minServiceMonths, at: officePlace("thoi_gian_cong_tac_toi_thieu_thang"))
    case .maxAbsenceDays:
      .figure(officeRules?.maxAbsenceDays, at: officePlace("so_ngay_vang_toi_da"))
    default: nil
    }
  }

  var officeRules: OfficeRules? { review.officeRules.content }

  func officePlace(_ key: String) -> Place { review.officeRules.origin.key(key) }

  /// What counts as absence: study and secondment are work that the office sends people to, and
  /// maternity leave counts as time served.
  private static let absenceKinds: [Incident.Kind] = [.nghiOm, .nghiKhongLuong]

  private func maternityDays() -> Fact {
    let leave = absences(of: [.thaiSan])
    return .number(
      leave.days, "", seen: leave.inWords,
      at: leave.first ?? review.incidents.origin.key("su_viec"))
  }

  /// Whole months from the day of entry to the last day that counts; maternity leave is in them.
  private func serviceMonths() -> Fact {
    guard let end = dossier.period.countsTo else { return .missing(noYear) }
    guard case .person(let id) = nominee, let person = dossier.person(id) else {
      return .missing(noYear)
    }
    let place = person.origin.key("ngay_vao")
    guard let joined = person.joined else {
      return .missing("ngày vào cơ quan của \(person.name)", at: place, isOffices: true)
    }
    let months = joined.months(through: end)
    return .number(
      months, "", seen: "\(months) (từ \(joined.shortForm) đến \(end.shortForm))", at: place)
  }

  private func absenceDays() -> Fact {
    if case .missing(let fact) = confirmed(seenAs: "") { return .missing(fact) }
    let away = absences(of: Self.absenceKinds)
    return .number(
      away.days, "", seen: away.inWords, at: away.first ?? review.incidents.origin.key("su_viec"))
  }

  /// The working days of some kinds of leave within the days that count; one that is still open
  /// lasts to their end.
  private func absences(
    of kinds: [Incident.Kind]
  ) -> (days: Int, inWords: String, first: Place?) {
    guard let end = dossier.period.countsTo else { return (0, "0", nil) }
    let rows = (review.incidents.content?.incidents(of: nominee) ?? []).compactMap { row in
      kinds.contains(row.kind) ? (row: row, days: daysCounted(of: row, until: end)) : nil
    }.filter { $0.days > 0 }
    let days = rows.map(\.days).reduce(0, +)
    let parts = rows.map { "\($0.row.kind.label) từ \($0.row.from.shortForm)" }
    let words = parts.isEmpty ? "0" : "\(days) ngày làm việc (\(parts.joined(separator: "; ")))"
    return (days, words, rows.first?.row.origin)
  }

  private func daysCounted(of row: Incident, until end: CivilDate) -> Int {
    let from = max(row.from, dossier.period.countsFrom ?? row.from)
    return from.workdays(through: min(row.to ?? end, end))
  }
}
