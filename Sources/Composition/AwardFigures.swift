internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// The awards given in the movement during the years of a report, counted.
///
/// They are the movement's rows of the register from the first day that counts, and what the
/// decisions of this period give that the register does not hold yet. An award taken back, and one
/// decided after the day of the report, does not count.
struct AwardFigures {
  /// The awards, in the order of the register and then of the decisions.
  let awards: [PastAward]

  /// How many awards of each form there are, in the order of the forms.
  func rows(_ awards: [PastAward]) -> [JSONValue] {
    AwardForm.allCases.compactMap { form in
      let given = awards.filter { $0.form == form }
      guard !given.isEmpty else { return nil }
      return [
        "ten": .string(form.label),
        "so_tap_the": .integer(given.count { $0.awardee.isCollective }),
        "so_ca_nhan": .integer(given.count { !$0.awardee.isCollective }),
      ]
    }
  }

  /// The years of the awards, in their order.
  var years: [Int] { Set(awards.map(\.year)).sorted() }
}

extension Composer {
  /// The awards of the years of a report up to its day; nil, and said, while there is no register.
  mutating func awardFigures(until day: CivilDate?) -> AwardFigures? {
    guard let register = dossier.review.register.content else {
      report(.awardsUnknown(at: dossier.review.register.origin))
      return nil
    }
    let period = dossier.period
    let entered = register.filter { award in
      award.type == .phongTrao && period.countsFrom.map { $0 <= award.decision.date } ?? true
    }
    var awards: [PastAward] = []
    for award in entered + registerAdditions().map(\.award) + externalAwards {
      let isThere = awards.contains { known in
        known.awardee == award.awardee && known.form == award.form
          && known.decision.date == award.decision.date
          && known.decision.comparableNumber == award.decision.comparableNumber
      }
      let isInTime = day.map { award.decision.date <= $0 } ?? true
      if !isThere, isInTime, award.revocation == nil { awards.append(award) }
    }
    return AwardFigures(awards: awards)
  }

  /// What decisions from outside give that have number and day.
  private var externalAwards: [PastAward] {
    dossier.documents.flatMap { row -> [PastAward] in
      guard case .external = row.kind, let number = row.number, let date = row.date else {
        return []
      }
      let decision = PastAward.Decision(
        number: number, date: date, issuer: row.issuer, origin: row.origin)
      return (row.nominations ?? []).compactMap(dossier.review.nomination).map { nomination in
        PastAward(
          awardee: nomination.nominee, form: nomination.award, type: .phongTrao, year: date.year,
          decision: decision, ordinal: nil, citation: nil, achievements: nil,
          initiatives: nomination.initiatives, amount: nil, fund: nil, presentedOn: nil,
          revocation: nil, origin: nomination.origin)
      }
    }
  }

  /// The part of a report on awards.
  ///
  /// A share that is not known of everybody is left out and said, never counted short.
  mutating func json(_ figures: AwardFigures) -> JSONValue {
    let people = figures.awards.filter { !$0.awardee.isCollective }
    let persons = people.map { award -> Person? in
      if case .person(let id) = award.awardee { dossier.person(id) } else { nil }
    }
    let ungrouped = persons.compactMap(\.self).filter { $0.ethnicGroup == nil }
    if !ungrouped.isEmpty { report(.groupsOfAwardeesUnknown(ungrouped)) }
    let silent = people.filter { $0.initiatives == nil }
    if !silent.isEmpty { report(.initiativesOfAwardsUnknown(silent)) }
    let shares: [(String, Int?)] = [
      ("nu", persons.count { $0?.sex == .female }),
      ("dan_toc_thieu_so", ungrouped.isEmpty ? persons.count { $0?.isOfMinority == true } : nil),
      ("lanh_dao", persons.count { $0?.isLeader == true }),
      ("khong_lanh_dao", persons.count { $0?.isLeader == false }),
      ("sang_kien", silent.isEmpty ? people.count { $0.initiatives?.isEmpty == false } : nil),
    ]
    return [
      "so_tap_the": .integer(figures.awards.count - people.count),
      "so_ca_nhan": .integer(people.count),
      "hinh_thuc": .array(figures.rows(figures.awards)),
      "trong_do": .array(
        shares.compactMap { name, count in
          count.flatMap { $0 > 0 ? ["loai": .string(name), "so": .integer($0)] : nil }
        }),
      "theo_nam": .array(
        figures.years.map { year in
          [
            "nam": .string(String(year)),
            "hinh_thuc": .array(figures.rows(figures.awards.filter { $0.year == year })),
          ]
        }),
      "danh_sach": .array(figures.awards.map(line)),
    ]
  }

  private func line(_ award: PastAward) -> JSONValue {
    [
      "ten": .string(VietnameseText.capitalised(called(award.awardee))),
      "chuc_vu_don_vi": .string(post(of: award.awardee, on: award.decision.date)),
      "hinh_thuc": .string(award.form.label),
      "so": .string(award.decision.number), "ngay": .string(award.decision.date.shortForm),
    ]
  }
}

extension Diagnostic {
  fileprivate static func awardsUnknown(at place: Place) -> Diagnostic {
    .warning(
      Code("CO104"),
      "chưa có so-khen-thuong.json, nên báo cáo không có phần khen thưởng của cả giai đoạn",
      at: place, help: "nhập sổ khen thưởng vào so-khen-thuong.json")
  }

  fileprivate static func groupsOfAwardeesUnknown(_ people: [Person]) -> Diagnostic {
    var named: [String] = []
    for person in people where !named.contains("\(person.id) (\(person.name))") {
      named.append("\(person.id) (\(person.name))")
    }
    return .warning(
      Code("CO105"),
      "chưa biết dân tộc của \(named.joined(separator: ", ")), nên báo cáo không nêu số người dân "
        + "tộc thiểu số được khen thưởng",
      at: people.first?.origin ?? .nowhere, help: "ghi “dan_toc” của họ trong nhan-su.json")
  }

  fileprivate static func initiativesOfAwardsUnknown(_ awards: [PastAward]) -> Diagnostic {
    .warning(
      Code("CO106"),
      "\(awards.count) lần khen chưa ghi có sáng kiến hay không, nên báo cáo không nêu số cá nhân có "
        + "sáng kiến",
      at: awards.first?.origin ?? .nowhere,
      help: "ghi “sang_kien” của các lần khen ấy; không có thì ghi danh sách trống []")
  }
}
