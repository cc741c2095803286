package import Diagnostics
internal import Dossier
internal import LocatedJSON
package import Vocabulary

/// The instruments that a build applies, checked against each other.
package struct PackSet: Sendable {
  /// The packs, in the order of their ids.
  package let packs: [Pack]

  /// No instrument at all, for papers that apply none.
  package static let none = PackSet(packs: [])

  /// Puts packs together; one that is given replaces the one with its id.
  ///
  /// Two texts of one rule or parameter on one day are an error, which stands at the pack that is
  /// given, where one of them is.
  package static func assemble(_ own: [Pack], given: [Pack] = []) -> Diagnosed<PackSet> {
    let replaced = Set(given.map(\.id))
    let kept = own.filter { !replaced.contains($0.id) }
    let ordered = kept.sorted { $0.id < $1.id } + given.sorted { $0.id < $1.id }
    let findings = ordered.indices.flatMap { index in
      ordered[..<index].flatMap { overlaps($0, ordered[index]) }
    }
    let chosen = ordered.sorted { $0.id < $1.id }
    return Diagnosed(findings.hasErrors ? nil : PackSet(packs: chosen), findings)
  }

  private static func overlaps(_ earlier: Pack, _ later: Pack) -> [Diagnostic] {
    let rules = later.rules.filter { rule in earlier.rules.contains(where: rule.replaces) }
    let parameters = later.parameters.filter { value in
      earlier.parameters.contains(where: value.replaces)
    }
    return rules.map { .overlap($0.id, earlier, later, at: $0.origin) }
      + parameters.map { .overlap($0.id, earlier, later, at: $0.origin) }
  }
}

/// A text that applies on a day, with the pack it stands in.
///
/// An object: rule and pack are large, and one is handed on for each rule and subject.
package final class InForce<Text: Sendable>: Sendable {
  /// The rule or the parameter.
  package let text: Text
  /// Its pack.
  package let pack: Pack
  /// Why it is applied although its days are over; nil while it holds.
  package let outdated: String?
  /// The legal basis (căn cứ), such as `khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP`.
  package let basis: String

  init(text: Text, pack: Pack, outdated: String?, citations: [Citation]) {
    self.text = text
    self.pack = pack
    self.outdated = outdated
    basis = pack.basis(citations)
  }
}

extension InForce<Rule> {
  /// How sure we are on that day: after the last day of its text, not at all.
  package var certainty: Certainty { outdated == nil ? text.certainty : .chuaDoiChieu }
}

extension InForce<Parameter> {
  /// How sure we are on that day: after the last day of its text, not at all.
  package var certainty: Certainty { outdated == nil ? text.certainty : .chuaDoiChieu }
}

extension Pack {
  /// The legal basis (căn cứ): places in this instrument, then the instrument.
  func basis(_ citations: [Citation]) -> String {
    switch kind {
    case .instrument: Citation.text(of: citations) + " " + instrument
    case .office, .proposal: instrument
    }
  }
}

/// What stands in the packs for a day.
enum Selection<Text: Sendable>: Sendable {
  /// The text of the day, or the last one known.
  case found(InForce<Text>)
  /// The day lies before the first text; its first day.
  case tooEarly(from: CivilDate, pack: Pack)
}

extension PackSet {
  /// The instruments that a paper of that day names as its legal basis, from the highest down.
  package func references(on day: CivilDate) -> [Reference] {
    packs.compactMap(\.reference).filter { $0.force.holds(on: day) }
      .sorted { $0.place < $1.place }
  }

  /// The ids of all rules about a kind of subject, in their order.
  func ruleIDs(about kind: SubjectKind) -> [String] {
    Set(packs.flatMap(\.rules).filter { $0.subjects.contains(kind) }.map(\.id)).sorted()
  }

  /// The text of a rule on a day, for an award.
  func rule(
    _ id: String, about kind: SubjectKind, award: AwardForm?, on day: CivilDate
  ) -> Selection<Rule>? {
    let texts = packs.flatMap { pack in
      pack.rules.filter { $0.id == id && $0.subjects.contains(kind) && $0.covers(award) }
        .map { (text: $0, force: $0.force, citations: $0.citations, pack: pack) }
    }
    return Self.select(texts, on: day)
  }

  /// The last text known of a rule, for an award.
  func latestRule(
    _ id: String, about kind: SubjectKind, award: AwardForm?
  ) -> InForce<Rule>? {
    let texts = packs.flatMap { pack in
      pack.rules.filter { $0.id == id && $0.subjects.contains(kind) && $0.covers(award) }
        .map { (rule: $0, pack: pack) }
    }
    return texts.max { $0.rule.force.from < $1.rule.force.from }
      .map { rule, pack in
        InForce(text: rule, pack: pack, outdated: nil, citations: rule.citations)
      }
  }

  /// The text of a parameter on a day.
  func parameter(
    _ id: String, award: AwardForm? = nil, subject: SubjectKind? = nil, on day: CivilDate
  ) -> Selection<Parameter>? {
    let texts = packs.flatMap { pack in
      pack.parameters.filter { $0.id == id && $0.award == award && $0.subject == subject }
        .map { (text: $0, force: $0.force, citations: $0.citations, pack: pack) }
    }
    return Self.select(texts, on: day)
  }

  private static func select<Text: Sendable>(
    _ texts: [(text: Text, force: Force, citations: [Citation], pack: Pack)], on day: CivilDate
  ) -> Selection<Text>? {
    let ordered = texts.sorted { $0.force.from < $1.force.from }
    guard let first = ordered.first else { return nil }
    guard let latest = ordered.last(where: { $0.force.from <= day }) else {
      return .tooEarly(from: first.force.from, pack: first.pack)
    }
    let outdated = latest.force.holds(on: day) ? nil : latest.force.endReason ?? ""
    return .found(
      InForce(
        text: latest.text, pack: latest.pack, outdated: outdated, citations: latest.citations))
  }
}
