internal import Diagnostics
internal import Dossier
internal import Regulations

/// What the law says of a period's nominations, and how a run counts it.
struct ReviewOutcomes {
  let findings: [Diagnostic]
  private let decisions: [Decision]

  init(of dossier: Dossier) {
    let packs = PackSet.embedded
    let decided = packs.value.map { Regulations.decide(dossier, packs: $0) }
    decisions = decided?.value ?? []
    findings = packs.findings + (decided?.findings ?? [])
  }

  /// The outcomes counted, such as `6 đạt, 5 không đạt, 4 chưa đủ dữ kiện`; nil without any.
  var summary: String? {
    let nominees = decisions.filter { decision in
      if case .nominee = decision.subject { true } else { false }
    }
    guard !nominees.isEmpty else { return nil }
    return RuleOutcome.allCases.map { outcome in
      "\(nominees.count { $0.outcome == outcome }) đề nghị \(outcome.label)"
    }.joined(separator: ", ")
  }
}
