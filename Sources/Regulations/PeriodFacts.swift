internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Computes the facts of the period: how the lists of its papers stand to each other, and its days.
struct PeriodFacts {
  let dossier: Dossier

  /// The facts, as a table that conditions read.
  func table() -> FactTable {
    var facts: [FactName: Fact] = [:]
    let submitted = listed(in: .toTrinhGiayKhen)
    let decided = listed(in: .quyetDinhKhenThuong)
    for (names, list) in [
      ((.submittedCollectives, .submittedPeople, .submittedOrder), submitted),
      ((.decidedCollectives, .decidedPeople, .decidedOrder), decided),
    ] as [((FactName, FactName, FactName), Listed)] {
      facts[names.0] = list.fact { String($0.collectives) }
      facts[names.1] = list.fact { String($0.people) }
      facts[names.2] = list.order
    }
    facts.merge(days()) { first, _ in first }
    return FactTable(facts)
  }

  private func days() -> [FactName: Fact] {
    let period = dossier.period
    let rules = dossier.review.officeRules
    let received = (dossier.review.nominations.content ?? []).compactMap(\.receivedOn)
    let last = (received + dossier.documents.compactMap(\.date)).max()
    return [
      .lastDay: .day(last, "ngày nhận hồ sơ", at: dossier.review.nominations.origin.key("de_nghi")),
      .submissionsAbove: .number(
        submissions.count, "", at: dossier.sibling("van-ban.json")),
      .sentOn: sentOn, .sendBy: sendBy,
      .daysBeforeConference: .figure(
        rules.content?.daysBeforeConference,
        at: rules.origin.key("han", "gui_so_noi_vu_truoc_hoi_nghi_ngay")),
      .publicWorkdays: .number(
        period.publication.map { $0.from.workdays(through: $0.to) }, "thời gian công khai",
        seen: period.publication.map {
          "\($0.from.workdays(through: $0.to)) (\($0.from.shortForm) - \($0.to.shortForm))"
        }, at: period.origin.key("cong_khai")),
      .minPublicWorkdays: .figure(
        rules.content?.publicationWorkdays,
        at: rules.origin.key("han", "cong_khai_so_ngay_lam_viec")),
    ]
  }

  /// The tờ trình that go to the province.
  private var submissions: [DocumentRow] {
    dossier.documents(of: .toTrinhBangKhen) + dossier.documents(of: .toTrinhCapTren)
  }

  /// The day of the last of them; null while there is none.
  private var sentOn: Fact {
    let rows = submissions
    if let undated = rows.first(where: { $0.date == nil }) {
      return .missing(
        "ngày của \(undated.id)", at: undated.origin.key("ngay"), isOffices: true)
    }
    guard let last = rows.compactMap(\.date).max() else {
      return .known(JSONValue(.null), seen: "chưa có", at: dossier.sibling("van-ban.json"))
    }
    return .day(last, "", at: rows[0].origin.key("ngay"))
  }

  /// So many days before the conference as the office's rules say; null where they say nothing.
  private var sendBy: Fact {
    let rules = dossier.review.officeRules
    let place = rules.origin.key("han", "gui_so_noi_vu_truoc_hoi_nghi_ngay")
    guard let days = rules.content?.daysBeforeConference else {
      return .known(JSONValue(.null), seen: "chưa đặt", at: place)
    }
    guard let day = dossier.period.conference?.date?.before(days: days) else {
      return .missing(
        "ngày hội nghị", at: dossier.period.origin.key("hoi_nghi", "ngay"), isOffices: true)
    }
    return .known(
      .string(day.description), seen: "\(day.shortForm) (\(days) ngày trước hội nghị)", at: place)
  }

  /// What the rows of one kind list together, in their order.
  private enum Listed {
    case known(collectives: Int, people: Int, ids: [String], at: Place)
    case missing(MissingFact)

    func fact(_ count: ((collectives: Int, people: Int)) -> String) -> Fact {
      switch self {
      case .known(let collectives, let people, _, let place):
        let text = count((collectives, people))
        return .known(JSONValue(.number(text)), seen: text, at: place)
      case .missing(let fact): return .missing(fact)
      }
    }

    var order: Fact {
      switch self {
      case .known(_, _, let ids, let place):
        let text = ids.joined(separator: ", ")
        return .known(.string(text), seen: text, at: place)
      case .missing(let fact): return .missing(fact)
      }
    }
  }

  private func listed(in kind: DocumentKind) -> Listed {
    let rows = dossier.documents(of: kind)
    guard let first = rows.first else {
      var place = dossier.sibling("van-ban.json")
      place.pointer = "/van_ban"
      return .missing(MissingFact("dòng \(kind.rawValue)", at: place))
    }
    if let unknown = rows.first(where: { $0.nominations == nil }) {
      return .missing(
        MissingFact("danh sách đề nghị của dòng \(unknown.id)", at: unknown.origin.key("de_nghi")))
    }
    let ids = rows.flatMap { $0.nominations ?? [] }
    let collectives = ids.count { dossier.review.nomination($0)?.nominee.isCollective ?? false }
    return .known(
      collectives: collectives, people: ids.count - collectives, ids: ids.map(\.text),
      at: first.origin.key("de_nghi"))
  }
}
