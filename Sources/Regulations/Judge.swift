internal import Diagnostics
internal import Dossier
internal import Expressions
internal import LocatedJSON

/// Applies one rule to the facts of one subject.
struct Judge {
  let rule: InForce<Rule>
  let facts: FactTable

  /// What the office's own rules rest on; nil where they do not say.
  let officeBasis: String?

  init(
    _ rule: InForce<Rule>, _ facts: FactTable, award: AwardForm?, officeBasis: String?
  ) {
    self.rule = rule
    self.facts = facts.beside(rule, award: award)
    self.officeBasis = officeBasis
  }

  /// False when the rule is not meant for the subject; what is not known does not keep it away.
  ///
  /// - Throws: as ``reason()`` does.
  func applies() throws(EvaluationFailure) -> Bool {
    guard let scope = rule.text.scope else { return true }
    return try truth(of: scope.expression) != .fails
  }

  /// The law the rule rests on and, where a figure of the office's own was read, what that does.
  private var basis: String {
    let paths = rule.text.conditions.flatMap(\.expression.paths)
    let readsFigure = paths.contains { path in
      guard let (name, fact) = facts.fact(at: path), name.isOfficesFigure,
        case .known(let value, _, _) = fact
      else { return false }
      return !value.isNull
    }
    guard rule.pack.kind == .office || readsFigure else { return rule.basis }
    let own = officeBasis ?? "quy định nội bộ chưa nêu căn cứ"
    return rule.pack.kind == .office ? own : rule.basis + "; " + own
  }

  /// What the rule says.
  ///
  /// - Throws: `EvaluationFailure` where a condition does not fit its facts: a fault of the pack.
  func reason() throws(EvaluationFailure) -> Reason {
    let expression = rule.text.condition.expression
    switch try truth(of: expression) {
    case .holds: return reason(.met, because: "đạt: " + rule.text.gist)
    case .fails:
      return reason(
        .unmet, because: rule.text.failureSentence + detail(of: try culprits(in: expression)))
    case .unknown:
      let gaps = try gaps(in: expression)
      let missing = distinct(gaps.compactMap(missingFact))
      return reason(
        .undecided, because: "còn thiếu " + missing.map(\.what).joined(separator: "; "),
        missing: missing, supplements: gaps.compactMap(supplement))
    }
  }

  private func reason(
    _ outcome: RuleOutcome, because: String, missing: [MissingFact] = [],
    supplements: [Supplement] = []
  ) -> Reason {
    Reason(
      of: rule, outcome, basis: basis, because: because, outdated: rule.outdated,
      seen: seen(in: rule.text.condition.expression.paths), missing: missing,
      remedy: outcome == .met ? nil : outcome == .unmet ? rule.text.remedy : remedy(for: missing),
      note: note, supplements: supplements)
  }

  private func remedy(for missing: [MissingFact]) -> String {
    "bổ sung "
      + missing.map { fact in
        let file = fact.place.file?.split(separator: "/").last.map(String.init)
        let way = [file, fact.place.pointer].compactMap(\.self).joined(separator: " ")
        return way.isEmpty ? fact.what : "\(fact.what) (\(way))"
      }.joined(separator: "; ")
  }

  /// The note, when its condition holds; what it cannot tell it does not say.
  private var note: String? {
    guard let note = rule.text.note,
      (try? truth(of: note.condition.expression)) == .holds
    else { return nil }
    return note.sentence
  }

  private func truth(of expression: Expression) throws(EvaluationFailure) -> Truth {
    var evaluator = Evaluator()
    return try evaluator.truth(of: expression, in: facts)
  }

  /// The paths of the parts because of which the condition fails.
  private func culprits(in expression: Expression) throws(EvaluationFailure) -> [Path] {
    switch expression {
    case .and(let left, let right):
      return try parts([left, right], where: { $0 == .fails }, culprits)
    case .or(let left, let right): return try culprits(in: left) + culprits(in: right)
    case .not(let inner): return try supporters(of: inner)
    default: return expression.paths
    }
  }

  /// The paths of the parts because of which a condition holds.
  private func supporters(of expression: Expression) throws(EvaluationFailure) -> [Path] {
    switch expression {
    case .or(let left, let right):
      return try parts([left, right], where: { $0 == .holds }, supporters)
    case .and(let left, let right): return try supporters(of: left) + supporters(of: right)
    case .not(let inner): return try culprits(in: inner)
    default: return expression.paths
    }
  }

  /// The paths of the parts because of which nothing can be said; a missing fact beside a part
  /// that is decided does not matter and is not asked for.
  private func gaps(in expression: Expression) throws(EvaluationFailure) -> [Path] {
    switch expression {
    case .and(let left, let right), .or(let left, let right):
      return try parts(
        [left, right], where: { if case .unknown = $0 { true } else { false } }, gaps)
    case .not(let inner): return try gaps(in: inner)
    default: return expression.paths
    }
  }

  private func parts(
    _ expressions: [Expression], where counts: (Truth) -> Bool,
    _ paths: (Expression) throws(EvaluationFailure) -> [Path]
  ) throws(EvaluationFailure) -> [Path] {
    var result: [Path] = []
    for part in expressions {
      // A part that cannot be computed was not reached: what stands before it decided.
      guard let truth = try? truth(of: part), counts(truth) else { continue }
      result += try paths(part)
    }
    return result
  }

  private func missingFact(_ path: Path) -> MissingFact? {
    if case .missing(let fact) = facts.fact(at: path)?.fact { fact } else { nil }
  }

  /// What the unit is asked for where a path leads to nothing.
  private func supplement(_ path: Path) -> Supplement? {
    guard case .missing(let fact)? = facts.fact(at: path)?.fact, !fact.isOffices,
      let name = FactName.named(by: path),
      let request = rule.text.requests.first(where: { $0.facts.contains(name) })
    else { return nil }
    return Supplement(fact: fact, request: request)
  }

  private func seen(in paths: [Path]) -> [SeenValue] {
    distinct(
      paths.compactMap { path in
        guard let (name, fact) = facts.fact(at: path),
          case .known(let value, let seen, _) = fact,
          // A figure that the office has not set played no part.
          !(name.isOfficesFigure && value.isNull)
        else { return nil }
        return SeenValue(label: name.label, text: seen)
      })
  }

  private func detail(of paths: [Path]) -> String {
    let values = seen(in: paths)
    guard !values.isEmpty else { return "" }
    return " (" + values.map { "\($0.label): \($0.text)" }.joined(separator: "; ") + ")"
  }

  /// The items without repetitions, in their order.
  private func distinct<Item: Hashable>(_ items: [Item]) -> [Item] {
    var seen: Set<Item> = []
    return items.filter { seen.insert($0).inserted }
  }
}
