internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// The money (tiền thưởng) that goes with the awards of one list.
struct AwardMoney {
  /// One awardee with the money and how it was reckoned.
  struct Share {
    let awardee: Awardee
    let prize: Prize
    /// The award whose money is paid instead of this one's; nil when this one is paid.
    let paidInstead: AwardForm?

    /// The đồng that are paid.
    var amount: Int { paidInstead == nil ? prize.amount : 0 }
  }

  /// The shares, in the order of the list.
  let shares: [Share]
  /// The day whose base salary was taken where a decision has no day of its own yet; nil where each
  /// has one.
  let provisionalDay: CivilDate?

  /// The sum in đồng.
  var total: Int { shares.reduce(0) { $0 + $1.amount } }
}

extension Composer {
  /// The money of a list; nil, with findings, where the law of a day is not known.
  ///
  /// For each awardee the day of the own decision counts; while it is not known, the day of the
  /// paper itself, then of the conference, then the last day of handing in. Several awards of one
  /// person or collective in the list are reckoned together.
  mutating func money(of list: AwardList) -> AwardMoney? {
    let stand = list.row.date ?? dossier.period.conference?.date ?? dossier.period.deadline
    var undecided: CivilDate?
    var claims: [PrizeClaim] = []
    for awardee in list.all {
      let nomination = awardee.nomination
      guard let received = nomination.receivedOn else { return nil }  // Said already as a fact.
      let decided = decision(giving: nomination)?.date
      guard let day = decided ?? stand else {
        report(.dayUnknown(list.row))
        return nil
      }
      if decided == nil { undecided = day }
      claims.append(
        PrizeClaim(
          award: nomination.award, year: dossier.period.countsTo?.year ?? day.year,
          received: received, decided: day))
    }
    guard let shares = shares(of: list.all, claims) else { return nil }
    return AwardMoney(shares: shares, provisionalDay: undecided)
  }

  /// The share of each awardee, by its claim; nil, with findings, where one cannot be reckoned.
  private mutating func shares(
    of awardees: [Awardee], _ claims: [PrizeClaim]
  ) -> [AwardMoney.Share]? {
    // For look-up only: its order is never used.
    let places = Dictionary(grouping: awardees.indices) { awardees[$0].nomination.nominee }
    var reckoned: [Int: ClaimedPrize] = [:]
    for (index, awardee) in awardees.enumerated() where reckoned[index] == nil {
      let nominee = awardee.nomination.nominee
      let own = places[nominee] ?? []
      let prizes = Regulations.prizes(
        own.map { claims[$0] }, to: nominee.isCollective ? .collective : .person, packs: packs)
      for finding in prizes.findings where finding.severity == .error || prizes.value == nil {
        report(finding)
      }
      guard let values = prizes.value else { return nil }
      for (place, prize) in zip(own, values) { reckoned[place] = prize }
    }
    return awardees.enumerated().compactMap { index, awardee in
      reckoned[index].map {
        AwardMoney.Share(awardee: awardee, prize: $0.prize, paidInstead: $0.paidInstead)
      }
    }
  }

  /// The row of our decision whose list names a nomination; no two name the same.
  private func decision(giving nomination: Nomination) -> DocumentRow? {
    dossier.documents(listing: nomination.id).first { $0.kind == .own(.quyetDinhKhenThuong) }
  }
}

extension AwardMoney {
  /// The part of the data that states the money in a text: one line for each amount.
  ///
  /// `muc` holds who gets how much: the amount, and how many get it; `chung` is true where all of
  /// a kind get the same.
  var json: JSONValue {
    [
      "tap_the": Self.levels(shares.filter { $0.awardee.nomination.nominee.isCollective }),
      "ca_nhan": Self.levels(shares.filter { !$0.awardee.nomination.nominee.isCollective }),
      "tong": .integer(total),
      "ngay_tinh": .string(provisionalDay?.shortForm ?? ""),
    ]
  }

  /// The different amounts of one kind, in the order in which they come.
  private static func levels(_ shares: [Share]) -> JSONValue {
    var amounts: [Int] = []
    for share in shares where share.paidInstead == nil && !amounts.contains(share.amount) {
      amounts.append(share.amount)
    }
    return .array(
      amounts.map { amount in
        [
          "so_tien": .integer(amount),
          "so_nguoi": .integer(shares.count { $0.amount == amount }),
          "chung": JSONValue(.boolean(amounts.count == 1)),
        ]
      })
  }
}

extension Diagnostic {
  fileprivate static func dayUnknown(_ row: DocumentRow) -> Diagnostic {
    .warning(
      Code("CO033"), "chưa có ngày nào để chọn mức lương cơ sở cho dòng “\(row.id)”",
      at: row.origin.key("ngay"), help: "ghi “ngay” của quyết định, hoặc “han_nop” của đợt")
  }
}
