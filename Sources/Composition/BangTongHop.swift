internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Bảng tổng hợp trình Hội đồng: all nominations on the one table that the council reads.
///
/// Who does not meet the rules stands in it too, with the reason in plain words.
extension Composer {
  /// One order for each meeting, in the order of the file; one for the meeting to come while there
  /// is none.
  mutating func bangTongHop() -> [DocumentOrder] {
    guard let unit = dossier.unit(dossier.office.advisingUnit) else { return [] }
    let sessions = dossier.review.council.content?.sessions ?? []
    guard !sessions.isEmpty else {
      return table(before: nil, from: unit, place: 1).map { [$0] } ?? []
    }
    var orders: [DocumentOrder] = []
    for (index, session) in sessions.enumerated() {
      if let order = table(before: session, from: unit, place: index + 1) { orders.append(order) }
    }
    return orders
  }

  private mutating func table(
    before session: Council.Session?, from unit: OfficeUnit, place: Int
  ) -> DocumentOrder? {
    let appraisals = appraisals(before: session)
    guard !appraisals.isEmpty else { return nil }
    let row =
      session.map { self.row(.bangTongHop, of: $0) } ?? dossier.documents(of: .bangTongHop).first
    guard let signature = unitSignature(unit, row: row) else { return nil }
    let origin = dossier.review.nominations.origin
    let head = head(
      .bangTongHop, by: Issuer(unit, of: dossier.office).withoutNumber, title: "BẢNG TỔNG HỢP",
      subject: "Hồ sơ đề nghị \(dossier.period.occasionInTitle)", row: row, subjectPlace: origin,
      year: session?.date.year ?? dossier.period.usualYear)
    for appraisal in appraisals where appraisal.nomination.summary == nil {
      let nomination = appraisal.nomination
      report(.summaryMissing(nomination, name: dossier.name(of: nomination.nominee)))
    }
    let collectives = appraisals.count(where: \.nomination.nominee.isCollective)
    func count(_ outcome: RuleOutcome) -> JSONValue {
      .integer(appraisals.count { $0.outcome == outcome })
    }
    let body: [JSONValue.Member] = [
      .init(
        "hoi_dong",
        [
          "ten": .string(dossier.review.council.content?.name ?? ""),
          "ngay_hop": .string(session?.date.shortForm ?? ""),
        ]),
      .init("khoi", blocks(appraisals, on: session?.date, by: \.nomination.nominee, json: line)),
      .init("so_tap_the", .integer(collectives)),
      .init("so_ca_nhan", .integer(appraisals.count - collectives)),
      .init(
        "ket_qua", ["du": count(.met), "chua_du": count(.unmet), "bo_sung": count(.undecided)]),
      signature.member,
    ]
    return order(
      .bangTongHop, place: place, name: session?.id.text ?? "Hội đồng", head: head, body: body,
      origin: origin)
  }

  private func line(_ appraisal: Appraisal) -> JSONValue {
    let nomination = appraisal.nomination
    let vote = unitVote(on: nomination)
    return [
      "ten": .string(dossier.name(of: nomination.nominee)),
      "chuc_vu_don_vi": .string(post(of: nomination)),
      "hinh_thuc": .string(nomination.award.label),
      "tom_tat": .string(nomination.summary ?? ""),
      "xep_loai": ratings(of: nomination.nominee),
      "khen_thuong": .array(pastAwards(before: nomination)),
      "biet_sang_kien": JSONValue(.boolean(nomination.initiatives != nil)),
      "sang_kien": .strings(
        (nomination.initiatives ?? []).map { dossier.review.initiative($0)?.name ?? $0.text }),
      "phieu": .string(vote.map { "\($0.vote.ayes)/\($0.meeting.present)" } ?? ""),
      "ket_qua": .string(appraisal.outcome.rawValue), "ly_do": .strings(appraisal.points),
    ]
  }

  /// The rating of each year up to the last that counts; one that is not final says so.
  private func ratings(of nominee: Nominee) -> JSONValue {
    let last = dossier.period.countsTo?.year
    let lists = dossier.review.ratings.content ?? []
    let years = Set(lists.map(\.year)).filter { year in last.map { year <= $0 } ?? true }.sorted()
    return .array(
      years.compactMap { year in
        let provisional = dossier.review.provisionalRating(of: nominee, in: year)
        let final = dossier.review.finalRatings(of: year)?.entry(of: nominee)?.rating
        guard let rating = final ?? provisional?.rating else { return nil }
        return [
          "nam": .string(String(year)), "muc": .string(rating.level),
          "tam_thoi": .string(final == nil ? provisional?.until.shortForm ?? "" : ""),
        ]
      })
  }
}

extension Rating {
  /// The level as a table names it whose heading says of what.
  fileprivate var level: String {
    let words = " nhiệm vụ"
    return label.hasSuffix(words) ? String(label.dropLast(words.count)) : label
  }
}
