internal import Diagnostics
internal import Dossier
internal import Regulations
internal import Vocabulary

/// What the appraisal of one nomination gave, in words for the council and the unit.
///
/// They come from the rules' own sentences; neither a rule's id nor a doubt about the law is among
/// them, which stay on the appraisal sheet.
struct Appraisal {
  /// The nomination.
  let nomination: Nomination
  /// What the rules gave.
  let outcome: RuleOutcome
  /// Why it is not met, or what is still to come; each thing once.
  let points: [String]
}

extension Composer {
  /// The appraisals that lie before the council at a meeting, in the order of lists.
  ///
  /// What was withdrawn, or voted on at another meeting, is not among them. A meeting that took no
  /// vote, as one that was put off, had before it what no earlier meeting voted on.
  func appraisals(before session: Council.Session?) -> [Appraisal] {
    let review = dossier.review
    let council = review.council.content
    func takesNoVote(_ session: Council.Session) -> Bool { review.ballot(of: session.id) == nil }
    let nominations = (review.nominations.content ?? []).filter { nomination in
      guard nomination.typedStatus != .rut else { return false }
      let votes = review.ballots(on: nomination.id)
      guard let session, !votes.isEmpty else { return true }
      if votes.contains(where: { $0.session == session.id }) { return true }
      return takesNoVote(session)
        && votes.allSatisfy { vote in
          council?.session(vote.session).map { $0.date > session.date } ?? false
        }
    }
    return NameOrder(of: dossier, on: session?.date).sorted(nominations, by: \.nominee)
      .compactMap { nomination in
        decision(on: nomination.id).map { appraisal(of: nomination, $0) }
      }
  }

  private func appraisal(of nomination: Nomination, _ decision: Decision) -> Appraisal {
    var points: [String] = []
    switch decision.outcome {
    case .met: break
    case .unmet:
      points = decision.reasons.filter { $0.outcome == .unmet }.compactMap(\.failure)
    case .undecided:
      var lack = Lack(nomination: nomination, lastReturn: nil)
      for supplement in decision.reasons.flatMap(\.supplements) { lack.ask(for: supplement) }
      points = lack.items.map { Self.insideText($0.what) }
      let asked = Set(lack.items.compactMap(\.fact))
      // The lists of later papers are none of the council's.
      let own = decision.missing.filter { fact in
        fact.isOffices && !asked.contains(fact)
          && fact.place.file?.hasSuffix("van-ban.json") != true
      }
      points += own.map(\.what)
    }
    var once: [String] = []
    for point in points where !once.contains(point) { once.append(point) }
    return Appraisal(nomination: nomination, outcome: decision.outcome, points: once)
  }
}
