internal import Diagnostics
internal import Dossier
internal import Expressions
internal import Vocabulary

/// The walk over a period; each method decides on one subject.
struct PeriodJudge {
  let dossier: Dossier
  let packs: PackSet
  var decisions: [Decision] = []
  /// What is to be said about the law itself, once for each rule.
  var law: [Diagnostic] = []
  /// What is to be said about subjects, in their order.
  var findings: [Diagnostic] = []

  private var outdatedRules: Set<String> = []
  private var known = Reasons()
  /// The texts in force, chosen once for all dossiers of a day; for look-up only.
  private var texts: [LawDay: [(id: String, text: Selection<Rule>?)]] = [:]

  /// What selects the texts that apply to a subject.
  private struct LawDay: Hashable {
    let kind: SubjectKind
    let award: AwardForm?
    let day: CivilDate?
  }

  init(dossier: Dossier, packs: PackSet) {
    self.dossier = dossier
    self.packs = packs
  }

  mutating func decide(on nomination: Nomination) {
    let kind: SubjectKind = nomination.nominee.isCollective ? .collective : .person
    let facts = NominationFacts(dossier: dossier, packs: packs, nomination: nomination).table()
    let name =
      "\(nomination.id) (\(dossier.name(of: nomination.nominee)),"
      + " \(nomination.award.label))"
    let place = nomination.origin.key("ngay_nhan_ho_so")
    let reasons = reasons(
      about: kind, award: nomination.award, on: nomination.receivedOn, facts, subject: name,
      missingDay: MissingFact("ngày nhận hồ sơ", at: place, isOffices: true))
    settle(.nominee(nomination.id), reasons, name: name, at: nomination.origin)
  }

  /// Decides on an award, once for each decision that gives it.
  mutating func decide(on award: AwardForm, _ nominations: [Nomination]) {
    guard !nominations.isEmpty else { return }
    let ids = Set(nominations.map(\.id))
    let rows = dossier.documents.filter { row in
      let gives =
        switch row.kind {
        case .own(let kind): kind == .quyetDinhKhenThuong
        case .external: true
        }
      return gives && (row.nominations ?? []).contains(where: ids.contains)
    }
    for row in rows.isEmpty ? [nil] : rows.map(Optional.some) {
      let covered = row?.nominations.map(Set.init)
      let received = nominations.filter { covered?.contains($0.id) ?? true }
        .compactMap(\.receivedOn).max()
      let name = award.label + (row.map { ", dòng \($0.id)" } ?? "")
      let place = row?.origin ?? dossier.review.nominations.origin
      guard let received else { continue }  // Said already of each nomination.
      let facts = AwardFacts(
        dossier: dossier, packs: packs, award: award, row: row, lawDay: received)
      let reasons = reasons(
        about: .award, award: award, on: received, facts.table(), subject: name, missingDay: nil)
      settle(
        .award(award, decision: row?.id), reasons, name: name, at: place, waits: row == nil)
      sayOfSalary(on: row?.date)
    }
  }

  /// Decides on all nominations for an award, of collectives or of people: nobody is removed.
  mutating func decide(
    onGroup award: AwardForm, isCollective: Bool, _ nominations: [Nomination],
    _ decisions: [ID<Nomination>: Decision]
  ) {
    guard let received = nominations.compactMap(\.receivedOn).max() else { return }
    let verdict = CouncilVerdict(dossier.review, packs: packs)
    let eligible = nominations.filter { nomination in
      if case .failed = verdict.on(nomination.id) { return false }
      return decisions[nomination.id]?.outcome == .met
    }
    let facts = GroupFacts(
      dossier: dossier, packs: packs, award: award, isCollective: isCollective,
      eligible: eligible,
      // Whom the council did not vote on takes no place any more.
      open: nominations.filter {
        decisions[$0.id]?.outcome == .undecided && verdict.on($0.id) != .notVoted
      }, lawDay: received)
    let name = "\(award.label), \(isCollective ? "tập thể" : "cá nhân")"
    let place = dossier.review.nominations.origin.key("de_nghi")
    let reasons = reasons(
      about: .group, award: award, on: received, facts.table(), subject: name, missingDay: nil)
    settle(.group(award, collectives: isCollective), reasons, name: name, at: place)
    if let quota = facts.exceededQuota {
      findings.append(.ranking(facts.ranked, quota, of: name, dossier: dossier, at: place))
    }
  }

  /// Decides on the meetings of the council that voted, and on their votes.
  mutating func decideOnCouncil() {
    guard let council = dossier.review.council.content else { return }
    for session in council.sessions {
      if let ballot = dossier.review.ballot(of: session.id) { decide(on: session, ballot, council) }
    }
  }

  private mutating func decide(on session: Council.Session, _ ballot: Ballot, _ council: Council) {
    let review = dossier.review
    let facts = CouncilFacts(review: review, council: council)
    let name = "phiên họp \(session.id)"
    let found = reasons(
      about: .session, award: nil, on: session.date, facts.table(of: session), subject: name,
      missingDay: nil)
    settle(.session(session.id), found, name: name, at: session.origin)
    for vote in ballot.votes {
      guard let nomination = review.nomination(vote.nomination), nomination.typedStatus != .rut
      else { continue }
      if let last = review.ballot(on: nomination.id), last.session != session.id {
        findings.append(.votedAgain(nomination, session.id, last.session, at: vote.origin))
        continue
      }
      let name = "biểu quyết về \(nomination.id) (\(dossier.name(of: nomination.nominee)))"
      let found = reasons(
        about: .vote, award: nomination.award, on: nomination.receivedOn ?? session.date,
        facts.table(of: vote, on: nomination), subject: name, missingDay: nil)
      settle(.vote(nomination.id), found, name: name, at: vote.origin)
    }
  }

  mutating func decideOnPeriod(_ nominations: [Nomination]) {
    guard let received = nominations.compactMap(\.receivedOn).max() else { return }
    let name = "đợt \(dossier.period.id)"
    let reasons = reasons(
      about: .period, award: nil, on: received, PeriodFacts(dossier: dossier).table(),
      subject: name, missingDay: nil)
    let waits =
      dossier.documents(of: .toTrinhGiayKhen).isEmpty
      || dossier.documents(of: .quyetDinhKhenThuong).isEmpty
    settle(.period, reasons, name: name, at: dossier.period.origin, waits: waits)
  }

  /// The reasons of all rules about a kind of subject, by the law of a day.
  private mutating func reasons(
    about kind: SubjectKind, award: AwardForm?, on day: CivilDate?, _ facts: FactTable,
    subject: String, missingDay: MissingFact?
  ) -> [Reason] {
    var reasons: [Reason] = []
    var early: [(rule: String, from: CivilDate, pack: Pack)] = []
    for (id, text) in rules(about: kind, award: award, on: day) {
      guard day != nil else {
        if let missingDay, let rule = packs.latestRule(id, about: kind, award: award) {
          let isMeant = (try? judge(rule, facts, award).applies()) ?? true
          if isMeant { reasons.append(Reason(lawlessFor: rule, missingDay)) }
        }
        continue
      }
      switch text {
      case .found(let rule):
        do throws(EvaluationFailure) {
          let judge = judge(rule, facts, award)
          guard try judge.applies() else { continue }
          sayOutdated(rule)
          reasons.append(known.first(try judge.reason()))
        } catch {
          findings.append(.unfitCondition(rule, subject: subject, error))
        }
      case .tooEarly(let from, let pack): early.append((id, from, pack))
      case nil: continue
      }
    }
    if let day, let first = early.first {
      findings.append(
        .beforeFirstDay(
          subject, day, first.pack, from: first.from, rules: early.map(\.rule),
          at: missingDay?.place ?? dossier.period.origin))
    }
    return reasons
  }

  private func judge(_ rule: InForce<Rule>, _ facts: FactTable, _ award: AwardForm?) -> Judge {
    Judge(
      rule, facts, award: award, officeBasis: dossier.review.officeRules.content?.basis)
  }

  /// The ids of the rules about a kind of subject, each with its text of a day.
  private mutating func rules(
    about kind: SubjectKind, award: AwardForm?, on day: CivilDate?
  ) -> [(id: String, text: Selection<Rule>?)] {
    let key = LawDay(kind: kind, award: award, day: day)
    if let known = texts[key] { return known }
    let found = packs.ruleIDs(about: kind).map { id in
      (id: id, text: day.flatMap { packs.rule(id, about: kind, award: award, on: $0) })
    }
    texts[key] = found
    return found
  }

  /// Adds a decision and what is to be said of it.
  ///
  /// `waits` is true while a paper of a later step is missing: that the rule is undecided until
  /// then goes without saying, and `Composition` proposes the next paper.
  private mutating func settle(
    _ subject: Decision.Subject, _ reasons: [Reason], name: String, at place: Place,
    waits: Bool = false
  ) {
    guard !reasons.isEmpty else { return }
    let decision = Decision(subject: subject, reasons: reasons)
    decisions.append(decision)
    if waits, decision.outcome == .undecided { return }
    findings += Diagnostic.results(of: decision, name: name, at: place)
  }

  private mutating func sayOutdated(_ rule: InForce<Rule>) {
    guard let why = rule.outdated, outdatedRules.insert(rule.text.id).inserted else { return }
    law.append(.ruleOutdated(rule, why: why))
  }

  private mutating func sayOfSalary(on day: CivilDate?) {
    let what = "mức lương cơ sở"
    guard let day, case .found(let salary) = packs.parameter("muc_luong_co_so", on: day) else {
      return
    }
    let said = salary.findings(what, on: day) + salary.checkFindings(what, on: day)
    law += said.filter { !law.contains($0) }
  }
}

extension Reason {
  /// The reason of a rule while the day that selects its text is not known.
  fileprivate convenience init(lawlessFor rule: InForce<Rule>, _ day: MissingFact) {
    self.init(
      of: rule, .undecided, basis: rule.basis,
      because: "còn thiếu \(day.what), chưa chọn được luật áp dụng", outdated: nil,
      missing: [day], remedy: "bổ sung \(day.what)")
  }
}
