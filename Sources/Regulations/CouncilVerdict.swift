internal import Diagnostics
package import Dossier
internal import Expressions
internal import Vocabulary

/// What the council said of the nominations: its votes and meetings as the rules judge them.
package struct CouncilVerdict {
  private let review: Review
  private let packs: PackSet
  /// Why a meeting does not count, where it does not; for look-up only.
  private let faults: [ID<Council.Session>: String]
  /// The rules about votes as they are in force; for look-up only.
  private let rules: [LawDay: [InForce<Rule>]]

  /// What selects the rules about votes.
  private struct LawDay: Hashable {
    let award: AwardForm
    let day: CivilDate
  }

  /// Reads council, votes and the office's own rules of a review; the thresholds are those of the
  /// packs.
  package init(_ review: Review, packs: PackSet) {
    self.review = review
    self.packs = packs
    let sessions = review.council.content?.sessions ?? []
    var rules: [LawDay: [InForce<Rule>]] = [:]
    for ballot in review.ballots.content ?? [] {
      let met = sessions.first { $0.id == ballot.session }?.date
      for vote in ballot.votes {
        guard let nomination = review.nomination(vote.nomination),
          let day = nomination.receivedOn ?? met
        else { continue }
        let key = LawDay(award: nomination.award, day: day)
        if rules[key] == nil {
          rules[key] = packs.rules(about: .vote, award: key.award, on: key.day)
        }
      }
    }
    self.rules = rules
    var faults: [ID<Council.Session>: String] = [:]
    if let council = review.council.content {
      let facts = CouncilFacts(review: review, council: council)
      for session in sessions {
        let reasons = Self.reasons(
          packs.rules(about: .session, award: nil, on: session.date), award: nil,
          facts.table(of: session), review)
        faults[session.id] = reasons.first { $0.outcome != .met }?.because
      }
    }
    self.faults = faults
  }

  /// What the council said of one nomination.
  package enum Answer: Hashable, Sendable {
    /// There is no council, or it has not met.
    case notAsked
    /// It has met, and nothing is known of a vote on this nomination.
    case notVoted
    /// It passed the nomination.
    case passed
    /// It did not; why, in Vietnamese.
    case failed(String)
  }

  /// The awards voted on for which neither the law nor the office has set a share.
  var awardsWithoutShare: [AwardForm] {
    guard hasMet, let ballots = review.ballots.content else { return [] }
    let voted = Set(
      ballots.flatMap(\.votes).compactMap { vote -> LawDay? in
        guard let nomination = review.nomination(vote.nomination), let day = nomination.receivedOn
        else { return nil }
        return LawDay(award: nomination.award, day: day)
      })
    let own = review.officeRules.content?.passShares.map(\.form) ?? []
    return AwardForm.allCases.filter { award in
      !own.contains(award)
        && voted.contains { votes in
          guard votes.award == award else { return false }
          if case .found = packs.parameter("ty_le_phieu", award: award, on: votes.day) {
            return false
          }
          return true
        }
    }
  }

  /// What the council said at its last vote; a status typed by the clerk counts before the votes.
  package func on(_ id: ID<Nomination>) -> Answer { on(id, in: review.ballot(on: id)) }

  /// What the votes of one meeting say; a status typed by the clerk counts before them.
  package func on(_ id: ID<Nomination>, in ballot: Ballot?) -> Answer {
    guard let nomination = review.nomination(id) else { return .notAsked }
    if nomination.typedStatus == .hoiDongKhongThongQua {
      return .failed("trang_thai ghi Hội đồng không thông qua")
    }
    guard hasMet else { return .notAsked }
    guard let ballot, let vote = ballot.vote(on: id) else { return .notVoted }
    let votes = reasons(for: vote, on: nomination, in: ballot)
    // Without a rule nothing says that the vote was enough.
    guard !votes.isEmpty else { return .failed("chưa có quy tắc về tỷ lệ phiếu") }
    let fault = faults[ballot.session] ?? votes.first { $0.outcome != .met }?.because
    return fault.map { .failed($0) } ?? .passed
  }

  /// The meetings at which the council passed some nominations, each once, by their days; a
  /// nomination that was voted on twice counts where the last vote was.
  package func sessions(passing nominations: [ID<Nomination>]) -> [Council.Session] {
    let passed = Set(
      nominations.compactMap { id in on(id) == .passed ? review.ballot(on: id)?.session : nil })
    return (review.council.content?.sessions ?? []).filter { passed.contains($0.id) }
      .sorted { $0.date < $1.date }
  }

  private var hasMet: Bool { review.council.content?.sessions.isEmpty == false }
}

extension CouncilVerdict {
  /// What the rules say of a vote, by the law of the day on which the dossier came in.
  private func reasons(
    for vote: Ballot.Vote, on nomination: Nomination, in ballot: Ballot
  ) -> [Reason] {
    guard let council = review.council.content,
      let day = nomination.receivedOn ?? council.session(ballot.session)?.date
    else { return [] }
    let facts = CouncilFacts(review: review, council: council).table(of: vote, on: nomination)
    let rules = rules[LawDay(award: nomination.award, day: day)] ?? []
    return Self.reasons(rules, award: nomination.award, facts, review)
  }

  /// A condition that cannot be computed is said where the period is judged; here it passes nobody.
  private static func reasons(
    _ rules: [InForce<Rule>], award: AwardForm?, _ facts: FactTable, _ review: Review
  ) -> [Reason] {
    rules.compactMap { rule in
      let judge = Judge(
        rule, facts, award: award, officeBasis: review.officeRules.content?.basis)
      guard (try? judge.applies()) == true else { return nil }
      return try? judge.reason()
    }
  }
}

extension PackSet {
  /// The rules about a kind of subject that have a text on a day.
  fileprivate func rules(
    about kind: SubjectKind, award: AwardForm?, on day: CivilDate
  ) -> [InForce<Rule>] {
    ruleIDs(about: kind).compactMap { id in
      if case .found(let rule)? = rule(id, about: kind, award: award, on: day) { rule } else { nil }
    }
  }
}
