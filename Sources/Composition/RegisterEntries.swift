internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// A row of the register of awards, entered already or proposed.
struct RegisterEntry {
  /// What the register holds, or is to hold.
  let award: PastAward
  /// The number in the golden book as the certificate prints it; empty where it is not known.
  let goldenBookNumber: String

  /// A row that the register holds, or one whose number in the golden book is not ours.
  init(entered award: PastAward) {
    self.award = award
    goldenBookNumber =
      award.ordinal.map { Awardee.goldenBookNumber(ordinal: $0, block: nil) } ?? ""
  }

  /// A row that this period adds.
  init(proposed award: PastAward, to awardee: Awardee) {
    self.award = award
    goldenBookNumber = awardee.goldenBookNumber
  }
}

extension Composer {
  /// The rows that the decisions of this period add to the register: by the day of the decision,
  /// then in the order of `van-ban.json` and of the lists.
  ///
  /// A decision of others counts like one of ours. A decision without number or day adds nothing,
  /// and what the register holds is not added again, so that a period rebuilt after its rows were
  /// entered proposes nothing.
  mutating func registerAdditions() -> [RegisterEntry] {
    var entries: [RegisterEntry] = []
    for list in awardLists(.quyetDinhKhenThuong) {
      guard let decision = issuedDecision(list.row) else {
        report(.decisionNotIssued(list.row, count: list.all.count))
        continue
      }
      // The shares stand in the order of the list, one for each awardee.
      let shares = money(of: list)?.shares
      for (index, awardee) in list.all.enumerated()
      where !isEntered(awardee.nomination.nominee, decision) {
        let amount = shares?[index].amount
        entries.append(
          RegisterEntry(
            proposed: pastAward(
              awardee, by: decision, on: list.row, ordinal: awardee.ordinal, amount: amount),
            to: awardee))
      }
    }
    for row in dossier.higherDecisions { entries += additions(by: row) }
    // The place of arrival is the last part of the key: `sort` does not promise to be stable.
    return entries.enumerated()
      .sorted {
        ($0.element.award.decision.date, $0.offset) < ($1.element.award.decision.date, $1.offset)
      }
      .map(\.element)
  }

  /// The rows that a decision of others adds.
  ///
  /// Its own list, and with it the number in the golden book, is not known here; nor is what the
  /// issuer's fund paid.
  private mutating func additions(by row: DocumentRow) -> [RegisterEntry] {
    let awardees = awardees(of: row)
    guard let number = row.number, let date = row.date else {
      report(.decisionNotIssued(row, count: awardees.count))
      return []
    }
    let decision = PastAward.Decision(
      number: number, date: date, issuer: row.issuer, origin: row.origin)
    return awardees.filter { !isEntered($0.nomination.nominee, decision) }.map { awardee in
      RegisterEntry(
        entered: pastAward(awardee, by: decision, on: row, ordinal: nil, amount: nil))
    }
  }

  /// The decision as the register cites it; nil while it has no number or no day.
  private func issuedDecision(_ row: DocumentRow) -> PastAward.Decision? {
    guard let number = decisionNumber(of: row).withSymbol, let date = row.date else { return nil }
    return PastAward.Decision(
      number: number, date: date, issuer: dossier.office.fullHeadTitle, origin: row.origin)
  }

  private func isEntered(_ nominee: Nominee, _ decision: PastAward.Decision) -> Bool {
    (dossier.review.pastAwards(of: nominee) ?? []).contains { award in
      award.decision.date == decision.date
        && award.decision.comparableNumber == decision.comparableNumber
    }
  }

  private func pastAward(
    _ awardee: Awardee, by decision: PastAward.Decision, on row: DocumentRow, ordinal: Int?,
    amount: Int?
  ) -> PastAward {
    let nomination = awardee.nomination
    let presentations = dossier.review.outcomes.content?.presentations ?? []
    return PastAward(
      awardee: nomination.nominee, form: nomination.award,
      // A review of a movement gives awards for that movement and no others.
      type: .phongTrao, year: dossier.period.countsTo?.year ?? decision.date.year,
      decision: decision, ordinal: ordinal, citation: dossier.citation(of: nomination),
      achievements: nomination.achievements.map { achievement in
        PastAward.Achievement(
          id: achievement.id, content: achievement.content, from: achievement.from,
          to: achievement.to, origin: achievement.origin)
      },
      initiatives: nomination.initiatives, amount: amount,
      fund: row.fund, presentedOn: presentations.first { $0.nomination == nomination.id }?.date,
      revocation: nil, origin: nomination.origin)
  }
}

extension PastAward.Decision {
  /// The number without what people write differently: blanks, case, leading zeros.
  var comparableNumber: String {
    String(number.filter { !$0.isWhitespace }.drop { $0 == "0" }).lowercased()
  }
}

extension PastAward {
  /// The row as `so-khen-thuong.json` writes it; what is not known is `null`.
  var json: JSONValue {
    let key = awardee.isCollective ? "don_vi" : "nguoi"
    return JSONValue(
      .object([
        .init(key, .string(awardee.id)), .init("hinh_thuc", .string(form.rawValue)),
        .init("loai_khen", .string(type.rawValue)), .init("nam", .integer(year)),
        .init("quyet_dinh", decision.json), .init("so_thu_tu", .integer(orNull: ordinal)),
        .init("noi_dung", .string(citation)),
        .init("thanh_tich", achievements.map { .array($0.map(\.json)) } ?? nil),
        .init("sang_kien", initiatives.map { .strings($0.map(\.text)) } ?? nil),
        .init("so_tien", .integer(orNull: amount)), .init("nguon", .string(fund)),
        .init("ngay_trao", .string(presentedOn?.description)),
        .init(
          "thu_hoi",
          revocation.map {
            ["quyet_dinh": $0.decision.json, "ly_do": .string($0.reason)]
          } ?? nil),
      ]))
  }
}

extension PastAward.Decision {
  fileprivate var json: JSONValue {
    [
      "so": .string(number), "ngay": .string(date.description), "co_quan": .string(issuer),
    ]
  }
}

extension PastAward.Achievement {
  fileprivate var json: JSONValue {
    [
      "ma": .string(id.text), "noi_dung_thi_dua": .integer(content),
      "tu_ngay": .string(from.description), "den_ngay": .string(to.description),
    ]
  }
}

extension JSONValue {
  /// A whole number; `null` where it is not known.
  static func integer(orNull number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? nil }
}

extension Diagnostic {
  fileprivate static func decisionNotIssued(_ row: DocumentRow, count: Int) -> Diagnostic {
    let missing = [row.number == nil ? "số" : nil, row.date == nil ? "ngày" : nil]
    return .info(
      Code("CO063"),
      "quyết định “\(row.id)” chưa có \(missing.compactMap(\.self).joined(separator: " và ")),"
        + " nên \(count) lần khen của quyết định này chưa vào sổ khen thưởng",
      at: row.origin, help: "khi có quyết định, ghi “so” và “ngay” ở van-ban.json rồi chạy lại")
  }
}
