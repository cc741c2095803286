import Diagnostics
import Dossier
import Testing
import Vocabulary

@testable import Regulations

@Suite("Điều chỉ nhắc, không đổi kết quả")
struct WarningTests {
  private func findings(
    _ codes: String..., change: (inout Situation) -> Void
  ) -> [Diagnostic] {
    var situation = Situation()
    change(&situation)
    return situation.decide().findings.filter { codes.contains($0.code.description) }
  }

  @Test("whoever remarks on himself is met and a person is told to look (R33)")
  func conflict() throws {
    var situation = Situation()
    situation.remarkedBy = "TH03"
    let result = situation.decide()
    #expect(result.value?.on(ID("GK-01"))?.outcome == .met)
    let found = try #require(result.findings.first { $0.code == Code("RU034") })
    #expect(found.severity == .warning)
    #expect(found.message.contains("R33") && found.message.contains("người nhận xét"))
    #expect(found.citation?.contains("không phải quy định của pháp luật") == true)
  }

  @Test("what a rule that only warns cannot tell asks for nothing that decides")
  func undecided() throws {
    let found = findings("RU036", "RU032") { $0.remarkedBy = nil }
    #expect(found.map(\.code.description) == ["RU036"])
    #expect(found.first?.place.pointer == "/de_nghi/0/nhan_xet/nguoi")
  }

  @Test("above the quota nobody is removed; the order says who has how many votes")
  func quota() throws {
    var situation = Situation()
    situation.own.maxPeople = 1
    situation.own.basis = "Quyết định số 9/QĐ-VPUB"
    situation.colleagues = [.init(id: "TH04", ayes: 7)]
    situation.colleagueNominated = true
    situation.councilMet = true
    situation.councilVote = (ayes: 5, written: nil)
    (situation.decided, situation.submitted) = (nil, nil)
    let result = situation.decide()
    #expect(result.value?.on(ID("GK-01"))?.outcome == .met)
    let order = try #require(result.findings.first { $0.code == Code("RU035") })
    #expect(
      order.message.hasSuffix(
        "1. GK-03 Vàng A Chá, 7 phiếu; 2. GK-01 Lò Thị Xuân, 5 phiếu (vượt mức 1)"))
    let reason = situation.reason("R23")
    #expect(reason?.basis == "Quyết định số 9/QĐ-VPUB")
  }

  @Test(
    "equals stand in the order of the office's preferences, else in that of the file",
    arguments: [([.nu], "1. GK-03"), ([], "1. GK-01")] as [([OfficeRules.Preference], String)])
  func preference(preferences: [OfficeRules.Preference], first: String) throws {
    let found = findings("RU035") {
      $0.sex = .male
      $0.own.maxPeople = 1
      $0.own.preferences = preferences
      $0.colleagues = [.init(id: "TH04", sex: .female, ayes: 7)]
      $0.colleagueNominated = true
      $0.councilMet = true
    }
    #expect(found.first?.message.contains(first) == true)
  }

  @Test("a figure without basis says so, in the reason and once for all")
  func noBasis() throws {
    var situation = Situation()
    situation.own.minServiceMonths = 10
    #expect(situation.reason("R22")?.basis == "quy định nội bộ chưa nêu căn cứ")
    let found = situation.decide().findings.filter { $0.code == Code("RU038") }
    #expect(found.map(\.place.pointer) == ["/can_cu"])
    situation.own.basis = "Quy chế của Văn phòng"
    #expect(situation.reason("R22")?.basis == "Quy chế của Văn phòng")
    #expect(!situation.decide().findings.contains { $0.code == Code("RU038") })
  }

  @Test("a figure beside the law adds its own basis to the law's (R31)")
  func ownBesideLaw() {
    var situation = Situation()
    #expect(situation.reason("R31")?.basis.contains("nội bộ") == false)
    situation.own.minCriteria = 1
    #expect(
      situation.reason("R31")?.basis.hasSuffix("; quy định nội bộ chưa nêu căn cứ") == true)
  }

  @Test("an undecided nomination that the council did not vote on takes no place of the quota")
  func notVoted() {
    var situation = Situation()
    situation.own.maxPeople = 1
    situation.colleagues = [.init(id: "TH04", isReported: false, isVoted: false)]
    situation.colleagueNominated = true
    situation.councilMet = true
    #expect(situation.reason("R23")?.outcome == .met)
  }

  @Test("an initiative in two nominations: the unit is asked which one it is for, by its name")
  func sharedInitiative() throws {
    var situation = Situation()
    situation.recognise("SK-1")
    situation.second = [.init("TT-2", content: 1, "2026-05-01", "2026-06-01")]
    let reason = try #require(situation.reason("R08"))
    let asked = try #require(reason.supplements.first)
    #expect(asked.fact.about?.contains("“Sáng kiến SK-1”") == true)
    #expect(asked.request.what.hasPrefix("Văn bản nêu rõ sáng kiến"))
  }

  @Test(
    "what is off unless set has no reason at all",
    arguments: ["R19", "R20", "R22", "R23", "R25", "R32"])
  func off(rule: String) {
    var situation = Situation()
    situation.councilMet = true
    #expect(situation.reason(rule) == nil)
  }
}

@Suite("Một người dưới hai mã")
struct DuplicateTests {
  private func warned(_ name: String, born: String?, nominated: Bool = true) -> Int {
    var situation = Situation()
    situation.colleagues = [.init(id: "TH04", name: name, sex: .female, born: born)]
    situation.colleagueNominated = nominated
    return situation.decide().findings.filter { $0.code == Code("RU037") }.count
  }

  @Test("the same name but for its marks, a birthday not known")
  func marks() {
    #expect(warned("Lò Thị Xuân", born: nil) == 1)
    #expect(warned("Lo Thi Xuan", born: "1988-03-14") == 1)
    #expect(warned("Lò Thị Xuyến", born: nil) == 0)
  }

  @Test("who is neither nominated nor in the register is not compared")
  func others() {
    #expect(warned("Lò Thị Xuân", born: nil, nominated: false) == 0)
  }

  @Test("both are shown, and neither is merged")
  func shown() throws {
    var situation = Situation()
    situation.colleagues = [.init(id: "TH04", name: "Lo Thi Xuan", sex: .female)]
    situation.colleagueNominated = true
    let result = situation.decide()
    let found = try #require(result.findings.first { $0.code == Code("RU037") })
    for text in ["TH03", "TH04", "Lò Thị Xuân", "Lo Thi Xuan", "GK-03"] {
      #expect(found.message.contains(text))
    }
    #expect(result.value?.on(ID("GK-03")) != nil)
  }
}

@Suite("Ngày, tháng đếm theo lịch")
struct CountTests {
  @Test(
    "working days, both ends included",
    arguments: [
      ("2026-11-22", "2026-11-22", 0), ("2026-11-21", "2026-11-21", 0),
      ("2026-11-23", "2026-11-27", 5), ("2026-11-23", "2026-11-29", 5),
      ("2028-02-28", "2028-03-01", 3), ("2026-12-31", "2027-01-04", 3),
      ("2026-11-24", "2026-11-23", 0),
    ])
  func workdays(from: String, to: String, count: Int) throws {
    #expect(try CivilDate(from).workdays(through: try CivilDate(to)) == count)
  }

  @Test(
    "days before, over the ends of months and years",
    arguments: [
      ("2027-01-10", 10, "2026-12-31"), ("2028-03-01", 1, "2028-02-29"),
      ("2027-03-01", 1, "2027-02-28"), ("2026-11-22", 0, "2026-11-22"),
    ])
  func before(day: String, days: Int, result: String) throws {
    #expect(try CivilDate(day).before(days: days) == (try CivilDate(result)))
  }

  @Test(
    "whole months, the last day counted",
    arguments: [
      ("2026-02-01", "2026-11-30", 10), ("2026-02-02", "2026-11-30", 9),
      ("2026-01-15", "2027-01-14", 12), ("2026-12-01", "2026-11-30", 0),
      ("2026-12-01", "2026-12-31", 1),
    ])
  func months(from: String, to: String, count: Int) throws {
    #expect(try CivilDate(from).months(through: try CivilDate(to)) == count)
  }
}

@Suite("Nhiều danh hiệu, hình thức cùng lúc — Nghị định 152/2025, Điều 49 khoản 5 đến khoản 7")
struct SeveralPrizesTests {
  private func amounts(_ claims: [(AwardForm, Int)]) throws -> [Int] {
    let received = try CivilDate("2026-12-01")
    let decided = try CivilDate("2026-12-20")
    let result = Regulations.prizes(
      claims.map { .init(award: $0.0, year: $0.1, received: received, decided: decided) },
      to: .person, packs: try #require(PackSet.embedded.value))
    return try #require(result.value).map(\.amount)
  }

  @Test(
    "what is paid of each",
    arguments: [
      ([(.laoDongTienTien, 2026), (.chienSiThiDuaCoSo, 2026)], [0, 2_530_000]),
      ([(.laoDongTienTien, 2025), (.chienSiThiDuaCoSo, 2026)], [760_000, 2_530_000]),
      ([(.laoDongTienTien, 2026), (.laoDongTienTien, 2026)], [760_000, 0]),
      ([(.giayKhen, 2026), (.bangKhenTinh, 2026)], [760_000, 3_800_000]),
      ([(.giayKhen, 2026), (.laoDongTienTien, 2026)], [760_000, 760_000]),
      ([], []),
    ] as [([(AwardForm, Int)], [Int])])
  func paid(claims: [(AwardForm, Int)], expected: [Int]) throws {
    #expect(try amounts(claims) == expected)
  }

  @Test("one whose coefficient is not known leaves all of them unreckoned")
  func unknown() throws {
    let day = try CivilDate("2026-12-20")
    let result = Regulations.prizes(
      [.init(award: .bangKhenThuTuong, year: 2026, received: day, decided: day)], to: .person,
      packs: try #require(PackSet.embedded.value))
    #expect(result.value == nil && result.findings.contains { $0.code == Code("RU025") })
  }
}
