internal import Diagnostics
package import Dossier
internal import Expressions
internal import Vocabulary

/// What the council said of the nominations: its votes and meetings as the rules judge them.
package struct CouncilVerdict {
  private let review: Review
  private let packs: PackSet

  /// Reads council, votes and the office's own rules of a review; the thresholds are those of the
  /// packs.
  package init(_ review: Review, packs: PackSet) {
    self.review = review
    self.packs = packs
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
    let voted = ballots.flatMap(\.votes).compactMap { vote -> AwardForm? in
      guard let nomination = review.nomination(vote.nomination) else { return nil }
      let isOwn = review.officeRules.content?.passShares.contains { $0.form == nomination.award }
      guard isOwn != true, let day = nomination.receivedOn else { return nil }
      if case .found = packs.parameter("ty_le_phieu", award: nomination.award, on: day) {
        return nil
      }
      return nomination.award
    }
    return AwardForm.allCases.filter(voted.contains)
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
    let session = review.council.content?.session(ballot.session).map(reasons(for:)) ?? []
    let fault = (session + votes).first { $0.outcome != .met }
    return fault.map { .failed($0.because) } ?? .passed
  }

  /// The meetings at which the council passed some nominations, each once, by their days; a
  /// nomination that was voted on twice counts where the last vote was.
  package func sessions(passing nominations: [ID<Nomination>]) -> [Council.Session] {
    let passed = nominations.compactMap { id in
      on(id) == .passed ? review.ballot(on: id)?.session : nil
    }
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
    return reasons(about: .vote, award: nomination.award, on: day, facts)
  }

  /// What the rules say of a meeting, by the law of its day.
  private func reasons(for session: Council.Session) -> [Reason] {
    guard let council = review.council.content else { return [] }
    let facts = CouncilFacts(review: review, council: council).table(of: session)
    return reasons(about: .session, award: nil, on: session.date, facts)
  }

  /// A condition that cannot be computed is said where the period is judged; here it passes nobody.
  private func reasons(
    about kind: SubjectKind, award: AwardForm?, on day: CivilDate, _ facts: FactTable
  ) -> [Reason] {
    packs.ruleIDs(about: kind).compactMap { id in
      guard case .found(let rule) = packs.rule(id, about: kind, award: award, on: day) else {
        return nil
      }
      let judge = Judge(
        rule, facts, award: award, officeBasis: review.officeRules.content?.basis)
      guard (try? judge.applies()) == true else { return nil }
      return try? judge.reason()
    }
  }
}
