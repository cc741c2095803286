package import Diagnostics
package import Dossier

/// The rules applied to a whole period.
package enum Regulations {
  /// What the rules say about every nomination, award and the period, with their reasons.
  ///
  /// Decisions stand in the order of the nominations' file, then the council's meetings and votes,
  /// then by award, then the period; withdrawn nominations have none. Outcomes are results: an unmet
  /// rule is a note, a missing fact a warning. An error is a day without law, a rule that does not fit its facts, and a
  /// paper that lists somebody who does not meet the rules.
  package static func decide(_ dossier: Dossier, packs: PackSet) -> Diagnosed<[Decision]> {
    let nominations = (dossier.review.nominations.content ?? []).filter { $0.typedStatus != .rut }
    guard !nominations.isEmpty else { return Diagnosed([]) }
    var judge = PeriodJudge(dossier: dossier, packs: packs)
    for nomination in nominations { judge.decide(on: nomination) }
    judge.decideOnCouncil()
    let decisions = judge.decisions.byNomination  // For look-up only: its order is never used.
    for award in AwardForm.allCases {
      // Nobody is given an award for which every nominee was refused.
      let open = nominations.filter { nomination in
        nomination.award == award && decisions[nomination.id]?.outcome != .unmet
      }
      judge.decide(on: award, open)
      for isCollective in [true, false] {
        judge.decide(
          onGroup: award, isCollective: isCollective,
          open.filter { $0.nominee.isCollective == isCollective }, decisions)
      }
    }
    judge.decideOnPeriod(nominations)
    let others =
      (dossier.review.officeRules.content?.basisFindings ?? [])
      + DuplicateCheck(dossier: dossier, nominations: nominations).findings
      + PaperChecks(dossier: dossier, packs: packs, decisions: decisions).findings
    return Diagnosed(judge.decisions, judge.law + judge.findings + others)
  }
}
