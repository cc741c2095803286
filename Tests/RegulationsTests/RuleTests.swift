import Diagnostics
import Dossier
import Regulations
import TestSupport
import Testing

/// One change to a nomination that otherwise meets every rule, and what a rule then says.
struct Case: CustomTestStringConvertible, Sendable {
  let rule: String
  let name: String
  let expected: RuleOutcome
  let change: @Sendable (inout Situation) -> Void

  init(
    _ rule: String, _ name: String, _ expected: RuleOutcome,
    _ change: @escaping @Sendable (inout Situation) -> Void = { _ in }
  ) {
    self.rule = rule
    self.name = name
    self.expected = expected
    self.change = change
  }

  var testDescription: String { "\(rule) \(expected.rawValue): \(name)" }

  var situation: Situation {
    var situation = Situation()
    change(&situation)
    return situation
  }
}

@Suite("Quy tắc đối với từng đề nghị")
struct RuleTests {
  @Test("each rule met, unmet, lacking a fact, and on the days where it turns", arguments: cases)
  func outcome(_ case: Case) throws {
    let reason = try #require(`case`.situation.reason(`case`.rule))
    #expect(reason.outcome == `case`.expected)
    #expect((reason.missing.isEmpty) == (`case`.expected != .undecided))
    #expect(reason.missing.allSatisfy { $0.place.file != nil && $0.place.pointer != nil })
    #expect((reason.remedy == nil) == (`case`.expected == .met))
    #expect(!reason.basis.isEmpty && !reason.because.isEmpty)
  }

  /// What a rule cannot give, and why.
  static let impossible: [(rule: String, outcome: RuleOutcome, why: String)] = [
    ("R01", .unmet, "before the first day there is no law, so the build is refused"),
    ("R02", .undecided, "a review without a day of receipt has no decision on the period"),
    ("R09", .unmet, "awards for a movement are left out of the count; nobody is refused"),
    ("R18", .undecided, "a vote is a number of the minutes; without it there is no vote"),
    ("R19", .undecided, "a meeting names who was there"),
    ("R21", .unmet, "the program counts maternity leave as service itself"),
    ("R21", .undecided, "without a row of maternity leave the rule is not applied"),
  ]

  static let cases: [Case] =
    proposal + blocked + discipline + oneAward + papers + standard + collectiveStandard
    + initiatives + certificates + titles + collectiveTitles + flags + council + office + quota
    + awardAndPeriod + conduct

  @Test("the table rule × outcome has a situation, or a reason why not, in every cell")
  func complete() throws {
    let rules = try #require(PackSet.embedded.value).packs.flatMap(\.rules).map(\.id)
    var lines: [String] = []
    for rule in Set(rules).sorted() {
      for outcome in RuleOutcome.allCases {
        let names = Self.cases.filter { $0.rule == rule && $0.expected == outcome }.map(\.name)
        let why = Self.impossible.first { $0.rule == rule && $0.outcome == outcome }?.why
        #expect(names.isEmpty != (why == nil), "\(rule) \(outcome.label)")
        let cell = why.map { "– (\($0))" } ?? names.joined(separator: "; ")
        lines.append("\(rule) \(outcome.label): \(cell)")
      }
    }
    #expect(Set(Self.cases.map(\.rule)).isSubset(of: rules))
    let table = Fixture.folderURL("outcomes.expected.txt")
    try expectText(lines.joined(separator: "\n") + "\n", equals: table)
  }

  static let proposal: [Case] = [
    Case("R00", "office's own movement", .met),
    Case("R00", "level not launched", .unmet) { $0.level = .thuTuong },
    Case("R00", "first year", .met) { $0.layers = [(.vanPhong, 2026, 2026)] },
    Case("R00", "year before the first", .unmet) { $0.layers = [(.vanPhong, 2027, 2030)] },
    Case("R00", "year after the last", .unmet) { $0.layers = [(.vanPhong, 2020, 2025)] },
    Case("R00", "last year of the level not known", .undecided) {
      $0.layers = [(.vanPhong, 2026, nil)]
    },
    Case("R00", "last day that counts not known", .undecided) { $0.countsTo = nil },
    Case("R01", "received", .met),
    Case("R01", "day of receipt not known", .undecided) { $0.received = nil },
    Case("R03", "Giấy khen in the office's decision", .met),
    Case("R03", "Bằng khen proposed to the province", .met) {
      $0.award = .bangKhenTinh
      $0.decided = nil
    },
    Case("R03", "Bằng khen in the office's decision", .unmet) { $0.award = .bangKhenTinh },
    Case("R03", "Bằng khen while the decision's list is not known", .undecided) {
      $0.award = .bangKhenTinh
      $0.decisionListKnown = false
    },
    Case("R03", "day of receipt not known", .undecided) { $0.received = nil },
    Case("R04", "Giấy khen in a yearly review", .met),
    Case("R04", "Bằng khen in a yearly review", .unmet) { $0.award = .bangKhenTinh },
    Case("R04", "awards of the moment not known", .undecided) { $0.allowed = nil },
  ]

  static let blocked: [Case] = [
    Case("R05", "confirmed on the last day that counts", .met) { $0.confirmed = "2026-11-30" },
    Case("R05", "confirmed a day too early", .undecided) { $0.confirmed = "2026-11-29" },
    Case("R05", "not confirmed", .undecided) { $0.confirmed = nil },
    Case("R05", "no file of incidents", .undecided) { $0.incidentsKnown = false },
    Case("R05", "open complaint, although not confirmed", .unmet) {
      $0.incidents = [(.khieuNaiToCao, "2026-11-01", nil, nil)]
      $0.confirmed = nil
    },
    Case("R05", "reported in the press", .unmet) {
      $0.incidents = [(.baoChiNeu, "2026-11-01", nil, nil)]
    },
    Case(
      "R05", "investigation ends on the day of the decision (Nghị định 152/2025, Điều 4 khoản 4)",
      .unmet
    ) {
      $0.incidents = [(.dieuTra, "2026-11-01", "2026-12-20", "không vi phạm")]
    },
    Case("R05", "investigation ended the day before the decision", .met) {
      $0.incidents = [(.dieuTra, "2026-11-01", "2026-12-19", "không vi phạm")]
    },
    Case("R05", "inspection ended without its conclusion", .undecided) {
      $0.incidents = [(.thanhTraKiemTra, "2026-11-01", "2026-12-01", nil)]
    },
    Case("R05", "discipline considered from the day of the decision", .unmet) {
      $0.incidents = [(.xemXetKyLuat, "2026-12-20", nil, nil)]
    },
    Case("R05", "discipline considered from the day after the decision", .met) {
      $0.incidents = [(.xemXetKyLuat, "2026-12-21", nil, nil)]
    },
    Case("R05", "complaint after receipt while the decision has no day", .unmet) {
      $0.incidents = [(.khieuNaiToCao, "2026-12-06", nil, nil)]
      $0.decidedOn = nil
    },
    Case("R05", "maternity leave blocks nothing", .met) {
      $0.incidents = [(.thaiSan, "2026-06-01", nil, nil)]
    },
  ]

  static let discipline: [Case] = [
    Case("R06", "no discipline", .met),
    Case("R06", "not confirmed", .undecided) { $0.confirmed = nil },
    Case(
      "R06", "achievement ends on the last day of discipline (Nghị định 152/2025, Điều 4 khoản 4)",
      .unmet
    ) {
      $0.incidents = [(.kyLuat, "2025-12-01", "2026-11-30", nil)]
    },
    Case(
      "R06", "achievement goes on a day after discipline (Nghị định 152/2025, Điều 4 khoản 4)",
      .undecided
    ) {
      $0.incidents = [(.kyLuat, "2025-12-01", "2026-11-29", nil)]
    },
    Case(
      "R06",
      "achievement begins on the last day of discipline (Nghị định 152/2025, Điều 4 khoản 4)",
      .undecided
    ) {
      $0.incidents = [(.kyLuat, "2025-05-02", "2026-05-01", nil)]
    },
    Case(
      "R06", "achievement begins the day after discipline (Nghị định 152/2025, Điều 4 khoản 4)",
      .met
    ) {
      $0.incidents = [(.kyLuat, "2025-05-01", "2026-04-30", nil)]
    },
    Case("R06", "discipline without an end", .unmet) {
      $0.incidents = [(.kyLuat, "2026-04-01", nil, nil)]
    },
    Case("R06", "second of two measures decides", .unmet) {
      $0.incidents = [
        (.kyLuat, "2025-01-01", "2025-12-31", nil), (.kyLuat, "2026-01-01", "2026-12-31", nil),
      ]
    },
  ]

  static let oneAward: [Case] = [
    Case("R07", "empty register", .met),
    Case("R07", "no register", .undecided) { $0.register = nil },
    Case("R07", "same achievement rewarded", .unmet) {
      $0.register = [.init(achievements: [.init("TT-1", content: 4, "2026-05-01", "2026-11-30")])]
    },
    Case("R07", "award taken back since", .met) {
      $0.register = [
        .init(
          achievements: [.init("TT-1", content: 4, "2026-05-01", "2026-11-30")], isRevoked: true)
      ]
    },
    Case("R07", "award decided the day before receipt", .unmet) {
      $0.register = [
        .init(
          decided: "2026-12-04",
          achievements: [.init("TT-1", content: 4, "2026-05-01", "2026-11-30")])
      ]
    },
    Case("R07", "award decided on the day of receipt", .met) {
      $0.register = [
        .init(
          decided: "2026-12-05",
          achievements: [.init("TT-1", content: 4, "2026-05-01", "2026-11-30")])
      ]
    },
    Case("R07", "other id, same content, last day in common", .undecided) {
      $0.register = [.init(achievements: [.init("TT-0", content: 4, "2026-01-01", "2026-05-01")])]
    },
    Case("R07", "other id, same content, no day in common", .met) {
      $0.register = [.init(achievements: [.init("TT-0", content: 4, "2026-01-01", "2026-04-30")])]
    },
    Case("R07", "other id, other content, same days", .met) {
      $0.register = [.init(achievements: [.init("TT-0", content: 3, "2026-05-01", "2026-11-30")])]
    },
    Case("R07", "earlier award without its achievements", .undecided) {
      $0.register = [.init(achievements: nil)]
    },
    Case("R07", "earlier award of another year without its achievements", .met) {
      $0.register = [.init(decided: "2025-06-01", achievements: nil)]
    },
    Case("R07", "second nomination for the same content and days", .undecided) {
      $0.second = [.init("TT-2", content: 4, "2026-06-01", "2026-07-01")]
    },
  ]

  static let papers: [Case] = [
    Case("R24", "all papers", .met),
    Case("R24", "report on the day of receipt", .met) { $0.report = "2026-12-05" },
    Case("R24", "report a day after receipt", .unmet) { $0.report = "2026-12-06" },
    Case("R24", "no report", .undecided) { $0.report = nil },
    Case("R24", "no minutes", .undecided) { $0.minutes = nil },
    Case("R24", "initiative without certificate", .undecided) { $0.initiatives = ["SK-1"] },
    Case("R24", "initiative with certificate", .met) {
      $0.initiatives = ["SK-1"]
      $0.certificate = "2026-11-20"
    },
    Case("R24", "initiatives not known", .undecided) { $0.initiatives = nil },
  ]

  static let standard: [Case] = [
    Case("R10", "good completion, voted", .met),
    Case("R10", "not exemplary", .unmet) { $0.exemplary = false },
    Case("R10", "no remark", .undecided) { $0.exemplary = nil },
    Case("R10", "only completed", .unmet) { $0.finalRating = .hoanThanh },
    Case("R10", "provisional rating while there is no final one", .met) {
      $0.finalRating = nil
      $0.provisionalRating = .hoanThanhXuatSac
    },
    Case("R10", "no rating", .undecided) { $0.finalRating = nil },
    Case("R10", "exactly half of those present", .unmet) { $0.votes = (4, 8) },
    Case("R10", "one more than half", .met) { $0.votes = (5, 8) },
    Case("R10", "no meeting", .undecided) { $0.votes = nil },
  ]

  static let collectiveStandard: [Case] = [
    Case("R11", "good completion, united, voted", .met) { $0.isCollective = true },
    Case("R11", "not united", .unmet) {
      $0.isCollective = true
      $0.united = false
    },
    Case("R11", "nothing known of its unity", .undecided) {
      $0.isCollective = true
      $0.united = nil
    },
  ]
}
