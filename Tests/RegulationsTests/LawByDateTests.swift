import Diagnostics
import Dossier
import Testing
import Vocabulary

@testable import Regulations

@Suite("Luật theo ngày")
struct LawByDateTests {
  @Test(
    "Luật 06/2022 until 30/9/2026, from 01/10/2026 as not compared (Luật 06/2026, Điều 3 khoản 1, reported)",
    arguments: [
      ("2026-09-30", Certainty.daDoiChieu, false), ("2026-10-01", .chuaDoiChieu, true),
    ])
  func amendment(received: String, certainty: Certainty, outdated: Bool) throws {
    var situation = Situation()
    situation.received = received
    let result = situation.decide()
    let reason = try #require(situation.reason("R07"))
    #expect(reason.certainty == certainty)
    #expect((reason.outdated != nil) == outdated)
    let warnings = result.findings.filter {
      $0.code == Code("RU021") && $0.message.hasPrefix("R07 ")
    }
    #expect(warnings.count == (outdated ? 1 : 0))
    let note = result.findings.contains { $0.code == Code("RU033") }
    #expect(note != outdated, "before the amendment a person looks whether it is more favourable")
  }

  @Test(
    "Nghị định 152/2025 until 28/02/2027, from 01/3/2027 as not compared (vbpl.vn 178327, reported)",
    arguments: [
      ("2027-02-28", Certainty.trichDan, false), ("2027-03-01", .chuaDoiChieu, true),
    ])
  func decree(received: String, certainty: Certainty, outdated: Bool) throws {
    var situation = Situation()
    situation.received = received
    let reason = try #require(situation.reason("R05"))
    #expect(reason.certainty == certainty)
    #expect((reason.outdated != nil) == outdated)
  }

  @Test("one warning for each rule, however many nominations it is applied to")
  func oneWarning() {
    var situation = Situation()
    situation.second = [.init("TT-2", content: 1, "2026-05-01", "2026-06-01")]
    let warnings = situation.decide().findings.filter { $0.code == Code("RU021") }.map(\.message)
    #expect(warnings.count == Set(warnings).count)
    #expect(warnings.count == 5, "R00, R03, R07, R24, R29")
  }

  @Test("a dossier received before the first day of a text is refused", arguments: ["2025-06-30"])
  func tooEarly(received: String) {
    var situation = Situation()
    situation.received = received
    let errors = situation.decide().findings.filter { $0.code == Code("RU020") }
    #expect(errors.contains { $0.severity == .error && $0.message.contains("R05") })
    #expect(errors.contains { $0.place.pointer == "/de_nghi/0/ngay_nhan_ho_so" })
  }

  @Test(
    "criteria of Luật 06/2022 and the guidance on it are not compared from 01/10/2026 (Luật 06/2026, Điều 3 khoản 1, reported)",
    arguments: ["R08", "R14", "R15", "R16", "R17"], ["2026-09-30", "2026-10-01"])
  func amendedCriteria(rule: String, received: String) throws {
    let example = try #require(
      RuleTests.cases.first { $0.rule == rule && $0.expected == .met })
    var situation = example.situation
    situation.received = received
    let reason = try #require(situation.reason(rule))
    let isAmended = received == "2026-10-01"
    #expect((reason.certainty == .chuaDoiChieu) == isAmended)
    #expect((reason.outdated != nil) == isAmended)
  }

  @Test(
    "ballot shares of titles are known until 30/6/2025 (Nghị định 98/2023, Điều 30 khoản 7)",
    arguments: [("2025-06-30", Certainty.trichDan), ("2025-07-01", .chuaDoiChieu)])
  func ballotShare(received: String, certainty: Certainty) throws {
    var situation = Situation()
    situation.become(.chienSiThiDuaCoSo)
    situation.councilMet = true
    situation.received = received
    #expect(situation.reason("R18")?.certainty == certainty)
  }
}

@Suite("Tiền thưởng — Nghị định 152/2025, Điều 49, 50, 54")
struct PrizeTests {
  private func prize(
    _ award: AwardForm, _ kind: SubjectKind, on decided: String, received: String = "2026-06-01"
  ) throws -> Diagnosed<Prize> {
    Regulations.prize(
      award, to: kind, received: try CivilDate(received), decided: try CivilDate(decided),
      packs: try #require(PackSet.embedded.value))
  }

  // The figures are those of the law page, reckoned there by hand.
  @Test(
    "every award of the law page on both sides of 01/7/2026 (Nghị định 161/2026, Điều 3)",
    arguments: [
      (.giayKhen, .person, 710_000, 760_000),
      (.giayKhen, .collective, 1_410_000, 1_520_000),
      (.bangKhenTinh, .person, 3_510_000, 3_800_000),
      (.bangKhenTinh, .collective, 7_020_000, 7_590_000),
      (.laoDongTienTien, .person, 710_000, 760_000),
      (.chienSiThiDuaCoSo, .person, 2_340_000, 2_530_000),
      (.chienSiThiDuaTinh, .person, 7_020_000, 7_590_000),
      (.tapTheLaoDongTienTien, .collective, 1_880_000, 2_030_000),
      (.tapTheLaoDongXuatSac, .collective, 3_510_000, 3_800_000),
      (.coThiDuaTinh, .collective, 18_720_000, 20_240_000),
    ] as [(AwardForm, SubjectKind, Int, Int)])
  func amounts(award: AwardForm, kind: SubjectKind, before: Int, after: Int) throws {
    #expect(try prize(award, kind, on: "2026-06-30").value?.amount == before)
    #expect(try prize(award, kind, on: "2026-07-01").value?.amount == after)
  }

  @Test("the parts of the sum and how sure we are of the least sure one")
  func parts() throws {
    let person = try #require(try prize(.giayKhen, .person, on: "2026-07-01").value)
    #expect(person.baseSalary == 2_530_000)
    #expect(person.coefficient.description == "0,3")
    #expect(person.certainty == .trichDan)
    let collective = try #require(try prize(.giayKhen, .collective, on: "2026-07-01").value)
    #expect(collective.certainty == .chuaDoiChieu)
  }

  @Test(
    "a decision after the last checked day is reckoned with a warning",
    arguments: [("2026-11-22", 0), ("2026-11-23", 1)])
  func unchecked(decided: String, warnings: Int) throws {
    let result = try prize(.giayKhen, .person, on: decided)
    #expect(result.value?.amount == 760_000)
    #expect(result.findings.filter { $0.code == Code("RU022") }.count == warnings)
  }

  @Test("before the first salary known there is no money")
  func tooEarly() throws {
    #expect(try prize(.giayKhen, .person, on: "2024-07-01").value != nil)
    let result = try prize(.giayKhen, .person, on: "2024-06-30")
    #expect(result.value == nil && result.hasErrors)
  }

  @Test("an award whose coefficient the sources disagree about has no money")
  func disagreement() throws {
    let result = try prize(.bangKhenThuTuong, .person, on: "2026-11-20")
    #expect(result.value == nil)
    #expect(result.findings.map(\.code) == [Code("RU025")])
  }

  @Test(
    "up to the next ten thousand, never beyond, never past an Int",
    arguments: [
      (30, 2_340_000, 710_000), (100, 10_000, 10_000), (100, 10_001, 20_000), (1, 1, 10_000),
      (0, 2_340_000, 0), (.max, 2_340_000, nil),
    ] as [(Int, Int, Int?)])
  func rounding(hundredths: Int, base: Int, amount: Int?) {
    let result = Regulations.product(hundredths: hundredths, base: base, roundedUpTo: 10_000)
    #expect(result == amount)
  }
}
