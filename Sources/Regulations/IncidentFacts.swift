internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

// Discipline, examinations and complaints (`su-viec.json`). A row says that there is one; that
// there is none is known only by a confirmation of the unit.

extension NominationFacts {
  func incidents() -> [FactName: Fact] {
    [
      .disciplinePending: pending([.xemXetKyLuat]),
      .underInvestigation: pending([.dieuTra, .thanhTraKiemTra]),
      .complaintPending: pending([.khieuNaiToCao, .baoChiNeu]),
      .disciplined: disciplined(),
      .achievementsAfterDiscipline: achievementsAfterDiscipline(),
    ]
  }

  /// Whether something of these kinds is still open on the day that matters.
  ///
  /// That is the day of the decision; while it is not known, an incident is open that has no
  /// end, or that had not ended before the day of receipt.
  private func pending(_ kinds: [Incident.Kind]) -> Fact {
    let rows = (review.incidents.content?.incidents(of: nominee) ?? [])
      .filter { kinds.contains($0.kind) }
    if let open = rows.first(where: isOpen) {
      return .known(true, seen: open.inWords, at: open.origin)
    }
    // An incident that ended leaves the nominee cleared only by its conclusion.
    if let unconcluded = rows.first(where: { $0.to != nil && $0.conclusion == nil && hasBegun($0) })
    {
      return .missing(
        "kết luận của việc \(unconcluded.inWords)", at: unconcluded.origin.key("ket_luan"),
        about: unconcluded.inDiscreetWords)
    }
    return confirmed(seenAs: "không")
  }

  private func isOpen(_ incident: Incident) -> Bool {
    guard hasBegun(incident), let end = incident.to else { return hasBegun(incident) }
    return (decisionDay ?? nomination.receivedOn).map { $0 <= end } ?? true
  }

  private func hasBegun(_ incident: Incident) -> Bool {
    decisionDay.map { incident.from <= $0 } ?? true
  }

  private var disciplines: [Incident] {
    (review.incidents.content?.incidents(of: nominee) ?? [])
      .filter { $0.kind == .kyLuat && hasBegun($0) }
  }

  private func disciplined() -> Fact {
    guard let first = disciplines.first else { return confirmed(seenAs: "không") }
    let words = disciplines.map(\.inWords).joined(separator: "; ")
    return .known(true, seen: words, at: first.origin)
  }

  /// How many achievements lie behind the last day of every disciplinary measure.
  ///
  /// Of one that only goes on behind it a part counts, which nobody but those who know it can tell.
  private func achievementsAfterDiscipline() -> Fact {
    func isAfterAll(_ day: CivilDate) -> Bool {
      disciplines.allSatisfy { $0.to.map { $0 < day } ?? false }
    }
    let later = nomination.achievements.filter { isAfterAll($0.from) }
    let place = nomination.origin.key("thanh_tich")
    if later.isEmpty, let part = nomination.achievements.first(where: { isAfterAll($0.to) }),
      let end = disciplines.compactMap(\.to).max()
    {
      return .missing(
        "phần của thành tích \(part.id) đạt được sau ngày \(end.shortForm), ngày hết thời hạn kỷ luật",
        at: part.origin.key("tu_ngay"))
    }
    if disciplines.isEmpty, case .missing(let fact) = confirmed(seenAs: "") {
      return .missing(fact)
    }
    let spans = nomination.achievements
      .map { "\($0.id) từ \($0.from.shortForm) đến \($0.to.shortForm)" }.joined(separator: ", ")
    return .number(
      later.count, "", seen: spans.isEmpty ? "0" : "\(later.count) (\(spans))", at: place)
  }

  /// `false`, once the unit has confirmed that it has no other incident up to the last day
  /// that counts.
  func confirmed(seenAs seen: String) -> Fact {
    guard let end = dossier.period.countsTo else {
      return .missing(
        "ngày cuối cùng được tính của đợt", at: dossier.period.origin.key("tinh_den_ngay"),
        isOffices: true)
    }
    let list = review.incidents.origin.key("xac_nhan")
    guard let unit = dossier.unit(of: nominee, on: end) ?? homeUnit else {
      return .missing(
        "đơn vị của \(dossier.name(of: nominee))", at: nomination.origin, isOffices: true)
    }
    let name = dossier.unit(unit)?.name ?? unit.text
    guard let confirmation = review.incidents.content?.latestConfirmation(of: unit) else {
      return .missing("xác nhận của \(name) rằng không có sự việc nào khác", at: list)
    }
    guard confirmation.date >= end else {
      return .missing(
        "xác nhận của \(name) từ ngày \(end.shortForm) trở đi (mới có đến"
          + " \(confirmation.date.shortForm))", at: confirmation.origin.key("ngay"))
    }
    return .known(
      false, seen: "\(seen) (\(name) xác nhận \(confirmation.date.shortForm))",
      at: confirmation.origin)
  }

  private var homeUnit: ID<OfficeUnit>? {
    switch nominee {
    case .person(let id): dossier.person(id)?.unit
    case .unit(let id): id
    }
  }
}

extension Incident {
  /// The incident as a reason names it, such as `khiển trách, 02/3/2026 - 01/3/2027`.
  fileprivate var inWords: String {
    let what = kind == .kyLuat ? measure?.label ?? kind.label : kind.label
    return "\(what), từ \(from.shortForm) " + (to.map { "đến \($0.shortForm)" } ?? "chưa kết thúc")
  }

  /// The incident for a paper that leaves the office: its days, not what is held against anybody.
  fileprivate var inDiscreetWords: String {
    let end = to.map { " đến ngày \($0.shortForm)" } ?? ""
    return "kết luận của việc xem xét, xác minh từ ngày \(from.shortForm)\(end)"
  }
}
