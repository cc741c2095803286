package import Diagnostics
package import Dossier

/// What the rules say about one subject, with their reasons.
package struct Decision: Sendable {
  /// What it is about.
  package let subject: Subject
  /// The reasons, in the order of the rules' ids.
  package let reasons: [Reason]
  /// Unmet when one rule that decides is; otherwise undecided when one is; otherwise met.
  package let outcome: RuleOutcome

  /// Creates a decision, whose outcome follows from its reasons.
  package init(subject: Subject, reasons: [Reason]) {
    self.subject = subject
    self.reasons = reasons
    let outcomes = reasons.filter { $0.effect == .decides }.map(\.outcome)
    outcome =
      outcomes.contains(.unmet) ? .unmet : outcomes.contains(.undecided) ? .undecided : .met
  }

  /// What a decision is about.
  package enum Subject: Hashable, Sendable {
    /// A nomination.
    case nominee(ID<Nomination>)
    /// An award as one decision of the office gives it; no decision yet when there is no row.
    case award(AwardForm, decision: ID<DocumentRow>?)
    /// The whole period.
    case period
    /// All nominations for an award, of collectives or of people.
    case group(AwardForm, collectives: Bool)
    /// A meeting of the council.
    case session(ID<Council.Session>)
    /// The council's vote on a nomination.
    case vote(ID<Nomination>)
  }

  /// The facts that rules that decide are missing, each once, in the order of the rules.
  package var missing: [MissingFact] {
    var seen: Set<MissingFact> = []
    return deciding.flatMap(\.missing).filter { seen.insert($0).inserted }
  }

  /// The reasons of rules that decide.
  package var deciding: [Reason] { reasons.filter { $0.effect == .decides } }

  /// The reasons of rules that only warn.
  package var warnings: [Reason] { reasons.filter { $0.effect == .warns } }
}

/// What a rule gives; a result, never a fault.
package enum RuleOutcome: String, Hashable, Sendable, CaseIterable {
  /// The condition holds.
  case met = "dat"
  /// It does not.
  case unmet = "khong_dat"
  /// A fact is missing.
  case undecided = "chua_ro"

  /// The outcome in Vietnamese.
  package var label: String {
    switch self {
    case .met: "đạt"
    case .unmet: "không đạt"
    case .undecided: "chưa đủ dữ kiện"
    }
  }
}

/// What one rule says about a subject.
///
/// An object, because most subjects get the same reasons: ``Reasons`` keeps each once.
package final class Reason: Sendable {
  /// The id of the rule, such as `R05`.
  package let rule: String
  /// The name of the rule, without marks.
  package let name: String
  /// What the rule says, in our words.
  package let gist: String
  /// What it gives.
  package let outcome: RuleOutcome
  /// Whether the outcome decides on the subject, or tells a person to look.
  package let effect: Rule.Effect
  /// Where the rule stands in the law, and what the office's own figures rest on.
  package let basis: String
  /// The instrument that sets the rule, such as `Nghị định số 152/2025/NĐ-CP`.
  package let instrument: String
  /// How sure we are of the rule on the day that selects the law.
  package let certainty: Certainty
  /// Why the text is applied although its days are over; nil while it holds.
  package let outdated: String?
  /// Why it gives this, in one Vietnamese sentence.
  package let because: String
  /// The rule's own sentence for its failure, without the facts behind it, so that it may stand on
  /// a paper that others read; nil unless unmet.
  package let failure: String?
  /// The values the condition saw, in its order.
  package let seen: [SeenValue]
  /// What is missing; empty unless undecided.
  package let missing: [MissingFact]
  /// What would change the outcome; nil when met.
  package let remedy: String?
  /// What a person should look at although the rule is met.
  package let note: String?
  /// What the unit that nominates is asked for, in the order of the missing facts; a fact that the
  /// office itself keeps has none.
  package let supplements: [Supplement]

  /// Creates a reason.
  init(
    of rule: InForce<Rule>, _ outcome: RuleOutcome, basis: String, because: String,
    outdated: String?, seen: [SeenValue] = [], missing: [MissingFact] = [], remedy: String? = nil,
    note: String? = nil, supplements: [Supplement] = []
  ) {
    self.rule = rule.text.id
    name = rule.text.name
    gist = rule.text.gist
    self.outcome = outcome
    effect = rule.text.effect
    self.basis = basis
    instrument = rule.pack.instrument
    certainty = rule.certainty
    self.outdated = outdated
    self.because = because
    failure = outcome == .unmet ? rule.text.failureSentence : nil
    self.seen = seen
    self.missing = missing
    self.remedy = remedy
    self.note = note
    self.supplements = supplements
  }
}

/// The reasons met so far, of which equal ones are kept once.
///
/// Twenty rules look at each nominee and most find the same as with the one before; in a large
/// period the reasons would take more memory than all that was read.
struct Reasons {
  /// What tells the reasons of one run apart: the text of the rule, and what it gave.
  private struct Key: Hashable {
    let rule: String
    let gist: String
    let instrument: String
    let outcome: RuleOutcome
    let basis: String
    let outdated: String?
    let because: String
    let seen: [SeenValue]
    let remedy: String?
    let note: String?

    /// Hashes the bytes of what differs most; those of all texts would cost more than they tell.
    func hash(into hasher: inout Hasher) {
      for var text in [rule, because] + seen.map(\.text) {
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      }
    }
  }

  // For look-up only: its order is never used.
  private var known: [Key: Reason] = [:]

  /// The reason that was met first among equal ones.
  ///
  /// One that names missing facts is the subject's own, as they have their places in its rows.
  mutating func first(_ reason: Reason) -> Reason {
    guard reason.missing.isEmpty, reason.supplements.isEmpty else { return reason }
    let key = Key(
      rule: reason.rule, gist: reason.gist, instrument: reason.instrument,
      outcome: reason.outcome, basis: reason.basis, outdated: reason.outdated,
      because: reason.because, seen: reason.seen, remedy: reason.remedy, note: reason.note)
    if let first = known[key] { return first }
    known[key] = reason
    return reason
  }
}

/// What the unit that nominates hands in because a fact is missing.
package struct Supplement: Sendable {
  /// The fact.
  package let fact: MissingFact
  /// What to hand in and why, in words for the unit.
  package let request: Rule.Request
}

/// A value that a rule saw.
package struct SeenValue: Hashable, Sendable {
  /// What it is, such as `ngày nhận hồ sơ`.
  package let label: String
  /// The value as a clerk reads it.
  package let text: String
}

/// A fact that nobody has written down yet.
package struct MissingFact: Hashable, Sendable {
  /// What is missing, in Vietnamese.
  package let what: String
  /// The file and JSON Pointer to write it at.
  package let place: Place
  /// The very thing that is unclear, in words for somebody who does not know our ids; nil where
  /// ``what`` leaves no doubt.
  package let about: String?
  /// True when the office itself keeps the fact, so that no unit can hand it in.
  package let isOffices: Bool

  /// Creates a missing fact.
  package init(
    _ what: String, at place: Place, about: String? = nil, isOffices: Bool = false
  ) {
    self.what = what
    self.place = place
    self.about = about
    self.isOffices = isOffices
  }
}

extension [Decision] {
  /// The decision on a nomination; nil for one that was withdrawn.
  package func on(_ nomination: ID<Nomination>) -> Decision? {
    first { $0.subject == .nominee(nomination) }
  }

  /// The decisions on nominations, to look up many of them; its order is never used.
  package var byNomination: [ID<Nomination>: Decision] {
    let pairs = compactMap { decision in
      if case .nominee(let id) = decision.subject { (id, decision) } else { nil }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
