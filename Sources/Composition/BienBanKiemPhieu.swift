internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Biên bản kiểm phiếu: how the secret ballots of a meeting were counted.
///
/// It is signed by those who counted, not by the secretary and the chair.
extension Composer {
  /// One order for each meeting that voted by secret ballot, under the number of the meeting.
  mutating func bienBanKiemPhieu() -> [DocumentOrder] {
    guard let council = dossier.review.council.content else { return [] }
    var orders: [DocumentOrder] = []
    for (index, session) in council.sessions.enumerated() where session.method == .boPhieuKin {
      guard let ballot = dossier.review.ballot(of: session.id) else { continue }
      guard let tellers = session.tellers else {
        report(.tellersUnknown(session))
        continue
      }
      let count = BallotCount(council: council, session: session, tellers: tellers, ballot: ballot)
      if let order = order(count, place: index + 1) { orders.append(order) }
    }
    return orders
  }

  private mutating func order(_ count: BallotCount, place: Int) -> DocumentOrder? {
    let (council, session, ballot) = (count.council, count.session, count.ballot)
    let row = row(.bienBanKiemPhieu, of: session)
    let isComplete = reportBlanks(
      [(key: "dia_diem", what: "địa điểm", isMissing: session.venue == nil)],
      in: "biên bản kiểm phiếu của phiên họp \(session.id)", at: session.origin)
    let head = minutesHead(
      .bienBanKiemPhieu, by: Issuer(council, of: dossier.office, hasNumber: row?.number != nil),
      subject: "Kiểm phiếu xét \(dossier.period.occasionInTitle)", row: row, day: session.date,
      isComplete: isComplete, origin: dossier.period.origin)
    let body: [JSONValue.Member] =
      councilMembers(council, session) + [
        .init(
          "ban_kiem_phieu",
          [
            "truong_ban": member(count.tellers.head, of: council, on: session.date),
            "uy_vien": .array(
              count.tellers.others.map { member($0, of: council, on: session.date) }),
          ]),
        .init(
          "phieu",
          [
            "phat_ra": .integer(ballot.issued), "thu_ve": .integer(ballot.returned),
            "hop_le": .integer(ballot.valid), "khong_hop_le": .integer(ballot.invalid),
          ]),
        .init("y_kien_van_ban", .integer(ballot.written ?? 0)),
        .init("dong", .array(ranked(count).map { line($0.vote, $0.nomination, council) })),
        .init("nguong", .array(thresholds(of: count))),
        .init(
          "ky",
          [
            "uy_vien": .strings(count.tellers.others.map { dossier.name(of: .person($0)) }),
            "truong_ban": .string(dossier.name(of: .person(count.tellers.head))),
          ]),
      ]
    return order(
      .bienBanKiemPhieu, place: place, name: session.id.text, head: head, body: body,
      origin: session.origin)
  }

  /// The votes, the highest first; equal ones in the order of lists.
  private func ranked(
    _ count: BallotCount
  ) -> [(vote: Ballot.Vote, nomination: Nomination)] {
    let votes = NameOrder(of: dossier, on: count.session.date)
      .sorted(votes(of: count.session) ?? [], by: \.nomination.nominee)
    // `sort` does not promise to be stable.
    return votes.enumerated()
      .sorted { ($1.element.vote.allAyes, $0.offset) < ($0.element.vote.allAyes, $1.offset) }
      .map(\.element)
  }

  private func line(
    _ vote: Ballot.Vote, _ nomination: Nomination, _ council: Council
  ) -> JSONValue {
    let person: Person? =
      if case .person(let id) = nomination.nominee { dossier.person(id) } else { nil }
    return [
      "ten": .string(dossier.name(of: nomination.nominee)),
      "nam_sinh": .string(person?.birthDate.map { String($0.year) } ?? ""),
      "chuc_vu_don_vi": .string(post(of: nomination)), "dong_y": .integer(vote.ayes),
      "khong_dong_y": .integer(vote.noes), "van_ban": .integer(vote.writtenAyes ?? 0),
      "ty_le": .string(Self.share(vote.allAyes, of: council.members.count)),
    ]
  }

  /// How many passed, for each award for which the office has set a share of its own.
  private func thresholds(of count: BallotCount) -> [JSONValue] {
    let votes = votes(of: count.session) ?? []
    let verdict = CouncilVerdict(dossier.review, packs: packs)
    return (dossier.review.officeRules.content?.passShares ?? []).compactMap { form, share in
      let own = votes.filter { $0.nomination.award == form }
      guard !own.isEmpty else { return nil }
      return [
        "hinh_thuc": .string(fullName(of: form)), "ty_le": .string("\(share)%"),
        "so": .integer(own.count { verdict.on($0.nomination.id, in: count.ballot) == .passed }),
        "tong_so": .integer(own.count),
      ]
    }
  }
}

/// A secret ballot with the meeting that held it.
private struct BallotCount {
  let council: Council
  let session: Council.Session
  let tellers: Council.Tellers
  let ballot: Ballot
}

extension Ballot.Vote {
  /// The ballots and the opinions in writing that were for it.
  var allAyes: Int { ayes + (writtenAyes ?? 0) }
}

extension Diagnostic {
  fileprivate static func tellersUnknown(_ session: Council.Session) -> Diagnostic {
    .warning(
      Code("CO075"),
      "phiên họp \(session.id) bỏ phiếu kín nhưng chưa biết ban kiểm phiếu, nên chưa soạn được biên "
        + "bản kiểm phiếu",
      at: session.origin.key("ban_kiem_phieu"), help: "ghi “ban_kiem_phieu” của phiên họp")
  }
}
