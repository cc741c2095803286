internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Publishing
internal import Regulations

/// What the law says of a period's nominations, and how a run counts it.
struct ReviewOutcomes {
  private let dossier: Dossier
  private var findings: [Diagnostic]
  let decisions: [Decision]
  /// The law they rest on.
  let law: AppliedLaw
  /// Its packs; none where they are at fault.
  var packs: PackSet { law.packs ?? .none }

  init(of dossier: Dossier, under law: AppliedLaw) {
    self.dossier = dossier
    self.law = law
    let decided = law.packs.map { Regulations.decide(dossier, packs: $0) }
    decisions = decided?.value ?? []
    findings = law.findings + (decided?.findings ?? [])
  }

  /// What the rules found, told once: nothing of it is kept; with a step of the dossier, what
  /// concerns that step.
  mutating func told(at stage: Stage?) -> [Diagnostic] {
    defer { findings = [] }
    guard let stage else { return findings }
    // A contradiction is one at every step.
    return findings.filter { finding in
      finding.severity == .error
        || Self.stages[finding.code.description].map { $0.contains(stage) } ?? true
    }
  }

  /// The steps that a finding of the rules concerns; one that is not here concerns them all.
  private static let stages: [String: [Stage]] = [
    "RU021": [.thamDinh], "RU022": [.trinh, .quyetDinh], "RU028": [.hoiDong], "RU029": [.quyetDinh],
    "RU030": [.thamDinh], "RU031": [.thamDinh], "RU032": [.deNghi, .thamDinh],
    "RU033": [.thamDinh],
  ]

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

  /// The decisions on nominations as the manifest records them; those on an award or the period
  /// have no nominee and stand among the findings.
  var records: any Sequence<Manifest.Decision> & Sendable {
    LazyRecords(decisions) { [dossier] decision in
      guard case .nominee(let id) = decision.subject,
        let nomination = dossier.review.nomination(id)
      else { return nil }
      return Manifest.Decision(
        subject: nomination.nominee.id, award: nomination.award.rawValue,
        outcome: Manifest.Outcome(decision.outcome), reasons: decision.reasons.map(\.record))
    }
  }
}

extension Manifest.Outcome {
  fileprivate init(_ outcome: RuleOutcome) {
    switch outcome {
    case .met: self = .met
    case .unmet: self = .unmet
    case .undecided: self = .undecided
    }
  }
}

extension Reason {
  fileprivate var record: Manifest.Reason {
    Manifest.Reason(
      rule: rule, outcome: Manifest.Outcome(outcome), citation: basis, because: because,
      seen: JSONValue(.object(seen.map { JSONValue.Member($0.label, .string($0.text)) })),
      certainty: certainty.rawValue)
  }
}
