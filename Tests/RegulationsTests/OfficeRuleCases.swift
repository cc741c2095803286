import Dossier
import Regulations

// The situations of the council, of the office's own rules, of awards and the period.

extension RuleTests {
  static let council: [Case] = [
    Case("R18", "four of seven, no share set (Luật 06/2022, Điều 90 khoản 4)", .met) {
      vote(&$0, 4)
    },
    Case("R18", "three of seven, no share set", .unmet) { vote(&$0, 3) },
    Case("R18", "share of the office reached to the hundredth", .met) { vote(&$0, 5, 7142) },
    Case("R18", "share of the office missed by a hundredth", .unmet) { vote(&$0, 5, 7143) },
    Case("R18", "six of seven, 80 per cent asked (Nghị định 98/2023, Điều 30 khoản 7)", .met) {
      $0.become(.chienSiThiDuaCoSo)
      vote(&$0, 6)
    },
    Case("R18", "five of seven for a title that asks 80 per cent", .unmet) {
      $0.become(.chienSiThiDuaCoSo)
      vote(&$0, 5)
    },
    Case("R18", "six of seven, 90 per cent asked (Nghị định 98/2023, Điều 30 khoản 7)", .unmet) {
      $0.become(.chienSiThiDuaTinh)
      vote(&$0, 6)
    },
    Case("R19", "five of seven where two thirds are asked", .met) { meet(&$0, 5) },
    Case("R19", "four of seven where two thirds are asked", .unmet) { meet(&$0, 4) },
    Case("R19", "four of seven and an opinion in writing", .met) { meet(&$0, 4, written: 1) },
  ]

  private static func vote(_ situation: inout Situation, _ ayes: Int, _ share: Int? = nil) {
    situation.councilMet = true
    situation.councilVote = (ayes: ayes, written: nil)
    situation.passShare = share
  }

  private static func meet(_ situation: inout Situation, _ present: Int, written: Int = 0) {
    situation.councilMet = true
    situation.own.quorum = (2, 3)
    situation.councilPresent = present
    situation.councilWritten = written
  }

  static let office: [Case] = [
    Case("R21", "maternity leave within the days that count", .met) {
      $0.incidents = [(.thaiSan, "2026-06-01", nil, nil)]
    },
    Case("R22", "ten months to the day", .met) { serve(&$0, from: "2026-02-01") },
    Case("R22", "a day short of ten months", .unmet) { serve(&$0, from: "2026-02-02") },
    Case("R22", "day of entry not known", .undecided) { serve(&$0, from: nil) },
    Case("R22", "ill for exactly forty working days", .met) { fallIll(&$0, to: "2026-10-30") },
    Case("R22", "ill for forty-one working days", .unmet) { fallIll(&$0, to: "2026-11-02") },
    Case("R22", "on maternity leave for longer (R21)", .met) {
      fallIll(&$0, to: "2026-09-11")
      $0.incidents.append((.thaiSan, "2026-05-01", "2026-09-04", nil))
    },
    Case("R22", "absence not confirmed", .undecided) {
      $0.own.maxAbsenceDays = 40
      $0.confirmed = nil
    },
  ]

  private static func serve(_ situation: inout Situation, from day: String?) {
    situation.own.minServiceMonths = 10
    situation.joined = day
  }

  /// From Monday 07/9/2026.
  private static func fallIll(_ situation: inout Situation, to day: String) {
    situation.own.maxAbsenceDays = 40
    situation.incidents = [(.nghiOm, "2026-09-07", day, nil)]
  }

  static let quota: [Case] = [
    Case("R23", "two nominees where two are allowed", .met) { compete(&$0, for: 2) },
    Case("R23", "two nominees where one is allowed", .unmet) { compete(&$0, for: 1) },
    Case("R23", "one is met, one lacks a paper, one is allowed", .undecided) {
      compete(&$0, for: 1)
      $0.colleagues[0].isReported = false
    },
    Case("R23", "exactly half without a leading post", .met) { lead(&$0, 50) },
    Case("R23", "half without a leading post where 51 per cent are asked", .unmet) {
      lead(&$0, 51)
    },
    Case("R20", "more votes for one of two", .met) {
      compete(&$0, for: 1)
      $0.councilMet = true
    },
    Case("R20", "the same votes at the edge of the quota", .unmet) {
      compete(&$0, for: 1)
      $0.councilMet = true
      $0.colleagues[0].ayes = 7
    },
    Case("R20", "the council has not voted", .undecided) { compete(&$0, for: 1) },
    Case("R32", "more votes for one of two", .met) {
      compete(&$0, for: 1)
      $0.councilMet = true
    },
    Case("R32", "the same votes, one with an initiative", .unmet) {
      compete(&$0, for: 1)
      $0.councilMet = true
      $0.colleagues[0].ayes = 7
    },
    Case("R32", "the council has not voted", .undecided) { compete(&$0, for: 1) },
  ]

  private static func compete(_ situation: inout Situation, for places: Int) {
    situation.own.maxPeople = places
    situation.colleagues = [.init(id: "TH04", ayes: 6)]
    situation.colleagueNominated = true
    (situation.decided, situation.submitted) = (nil, nil)
  }

  private static func lead(_ situation: inout Situation, _ share: Int) {
    compete(&situation, for: 2)
    situation.colleagues[0].isLeader = true
    situation.own.minNonLeaders = share
  }

  static let awardAndPeriod: [Case] = [
    Case("R02", "28/02/2027, last day of Nghị định 152/2025 (vbpl.vn 178327, reported)", .met) {
      $0.received = "2027-02-28"
    },
    Case("R02", "01/3/2027, its end (vbpl.vn 178327, reported)", .unmet) {
      $0.received = "2027-03-01"
    },
    Case("R25", "received on the last day of the review", .met) { $0.deadline = "2026-12-05" },
    Case("R25", "received a day late", .unmet) { $0.deadline = "2026-12-04" },
    Case("R25", "day of receipt not known", .undecided) {
      $0.deadline = "2026-12-05"
      $0.received = nil
    },
    Case("R25", "sent ten days before the conference", .met) { send(&$0, "2026-12-31") },
    Case("R25", "sent nine days before the conference", .unmet) { send(&$0, "2027-01-01") },
    Case("R25", "conference without a day", .undecided) {
      send(&$0, "2026-12-31")
      $0.conference = nil
    },
    Case("R25", "public for five working days", .met) { publish(&$0, "2026-12-11") },
    Case("R25", "public for four working days", .unmet) { publish(&$0, "2026-12-10") },
    Case("R26", "coefficient and salary known", .met),
    Case("R26", "decision without a day", .undecided) { $0.decidedOn = nil },
    Case("R26", "no coefficient", .unmet) {
      $0.award = .bangKhenThuTuong
      $0.allowed = [.bangKhenThuTuong]
      $0.decided = nil
    },
    Case("R28", "same list in tờ trình and decision", .met),
    Case("R28", "one more in the tờ trình", .unmet) {
      $0.second = [.init("TT-2", content: 1, "2026-05-01", "2026-06-01")]
      $0.submitted = ["GK-01", "GK-02"]
    },
    Case("R28", "no decision yet", .undecided) { $0.decided = nil },
    Case("R29", "number, day, sentence, signer", .met),
    Case("R29", "no number yet", .undecided) { $0.decisionNumber = nil },
    Case("R29", "no sentence of the achievement", .unmet) { $0.sentence = nil },
    Case("R29", "signer's last day is the decision's", .met) { $0.signsUntil = "2026-12-20" },
    Case("R29", "signer's last day was the day before", .unmet) { $0.signsUntil = "2026-12-19" },
  ]

  private static func send(_ situation: inout Situation, _ day: String) {
    situation.own.daysBeforeConference = 10
    situation.conference = "2027-01-10"
    situation.sentOn = day
  }

  private static func publish(_ situation: inout Situation, _ last: String) {
    situation.own.publicationWorkdays = 5
    situation.publication = (from: "2026-12-07", to: last)
  }

  static let conduct: [Case] = [
    Case("R31", "one of the Plan's criteria", .met),
    Case("R31", "a criterion that the Plan does not have", .unmet) { $0.criterion = 6 },
    Case("R31", "criterion not known", .undecided) { $0.criterion = nil },
    Case("R31", "one criterion where the office asks for two", .unmet) { $0.own.minCriteria = 2 },
    Case("R33", "somebody else remarks, chairs and signs", .met),
    Case("R33", "remarks on oneself", .unmet) { $0.remarkedBy = "TH03" },
    Case("R33", "chairs the meeting that votes", .unmet) { $0.meetingChair = "TH03" },
    Case("R33", "signs the decision", .unmet) { $0.decisionSigner = "TH03" },
    Case("R33", "the collective of the head who would sign", .unmet) {
      $0.isCollective = true
      $0.colleagues = [.init(id: "LD01")]
    },
    Case("R33", "nobody knows who remarked", .undecided) { $0.remarkedBy = nil },
  ]
}
