internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

// One achievement, one award: what the register says of the achievements put forward, and what
// stands beside them in the same review.

extension NominationFacts {
  func register() -> [FactName: Fact] {
    [.rewardedAchievements: rewarded(), .overlappingAchievements: overlapping()]
  }

  /// True for an award decided before the dossier came in and not taken back.
  ///
  /// Later rows are left out so that a review rebuilt after its awards were entered does not
  /// find itself.
  func counts(_ award: PastAward) -> Bool {
    award.revocation == nil && (nomination.receivedOn.map { award.decision.date < $0 } ?? true)
  }

  var noRegister: Fact {
    .missing(
      "sổ khen thưởng", at: review.register.origin.key("khen_thuong"), isOffices: true)
  }

  /// Achievements that were rewarded under the same id, whoever the award went to.
  private func rewarded() -> Fact {
    let ids = nomination.achievements.map(\.id)
    guard let awards = review.pastAwards(rewarding: ids) else { return noRegister }
    let hits = awards.filter(counts).flatMap { award in
      (award.achievements ?? []).filter { ids.contains($0.id) }.map { (award: award, row: $0) }
    }
    let seen = hits.map { "\($0.row.id) đã được khen tại \($0.award.inWords)" }
    return .number(
      hits.count, "", seen: seen.isEmpty ? "0" : seen.joined(separator: "; "),
      at: hits.first?.row.origin ?? nomination.origin.key("thanh_tich"))
  }

  /// Achievements of the same nominee with the same content on common days under another id.
  ///
  /// Whether they are one achievement is for the council to say, so such a pair is a missing
  /// fact, shown side by side; what was not rewarded yet is put forward with its own days.
  private func overlapping() -> Fact {
    guard let awards = review.pastAwards(of: nominee) else { return noRegister }
    for award in awards where counts(award) && award.form.isCommendation {
      guard let rewarded = award.achievements else {
        guard touches(award.year) else { continue }
        return .missing(
          "thành tích đã được khen tại \(award.inWords)", at: award.origin.key("thanh_tich"),
          isOffices: true)
      }
      for earlier in rewarded {
        if let own = nomination.achievements.first(where: { $0.isAnother(earlier) }) {
          return council(
            own, earlier.inWords + ", \(award.inWords)",
            "thành tích \(earlier.days) đã được tặng \(award.form.label) tại Quyết định số"
              + " \(award.decision.number) ngày \(award.decision.date.shortForm)")
        }
      }
    }
    for other in review.nominations(of: nominee)
    where other.id != nomination.id && other.typedStatus != .rut {
      for second in other.achievements {
        if let own = nomination.achievements.first(where: { $0.isAnother(second) }) {
          return council(
            own, second.inWords + ", đề nghị \(other.id)",
            "thành tích “\(second.sentence)” (\(second.days)) trong đề nghị tặng"
              + " \(other.award.label) cùng đợt")
        }
      }
    }
    return .known(.integer(0), seen: "0", at: nomination.origin.key("thanh_tich"))
  }

  private func council(
    _ own: Nomination.Achievement, _ other: String, _ otherInFull: String
  ) -> Fact {
    .missing(
      "ý kiến Hội đồng: \(own.inWords) có phải cùng thành tích với \(other) hay không; nếu khác,"
        + " ghi lại đúng khoảng thời gian chưa được khen",
      at: own.origin.key("tu_ngay"),
      about: "thành tích “\(own.sentence)” (\(own.days)) và \(otherInFull)")
  }

  private func touches(_ year: Int) -> Bool {
    nomination.achievements.contains { $0.from.year <= year && year <= $0.to.year }
  }
}

extension Nomination.Achievement {
  /// True for another id with the same content on common days.
  fileprivate func isAnother(_ other: PastAward.Achievement) -> Bool {
    id != other.id && content == other.content && from <= other.to && other.from <= to
  }

  fileprivate func isAnother(_ other: Nomination.Achievement) -> Bool {
    id != other.id && content == other.content && from <= other.to && other.from <= to
  }

  fileprivate var inWords: String { "\(id) (\(from.shortForm) - \(to.shortForm))" }

  /// The days for somebody who does not know the id.
  fileprivate var days: String { "từ ngày \(from.shortForm) đến ngày \(to.shortForm)" }

  /// What was achieved, without the full stop that would stand inside the quotation.
  fileprivate var sentence: Substring { text.hasSuffix(".") ? text.dropLast() : text[...] }
}

extension PastAward.Achievement {
  fileprivate var inWords: String { "\(id) (\(from.shortForm) - \(to.shortForm))" }

  fileprivate var days: String { "từ ngày \(from.shortForm) đến ngày \(to.shortForm)" }
}

extension PastAward {
  var inWords: String {
    "Quyết định số \(decision.number) ngày \(decision.date.shortForm), \(form.label)"
  }
}
