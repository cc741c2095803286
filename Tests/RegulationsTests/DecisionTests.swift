import Diagnostics
import Dossier
import Regulations
import Testing
import Vocabulary

@Suite("Quyết định của cả kỳ xét, kèm lý do")
struct DecisionTests {
  @Test("a nomination that meets every rule, one that does not, one that lacks a fact")
  func outcomes() throws {
    var situation = Situation()
    #expect(situation.decide().value?.on(ID("GK-01"))?.outcome == .met)
    situation.exemplary = nil
    #expect(situation.decide().value?.on(ID("GK-01"))?.outcome == .undecided)
    situation.finalRating = .hoanThanh
    #expect(situation.decide().value?.on(ID("GK-01"))?.outcome == .unmet)
  }

  @Test("an unmet rule is a note with value, basis, certainty and what would change it")
  func unmet() throws {
    var situation = Situation()
    situation.incidents = [(.kyLuat, "2025-12-01", "2026-11-30", nil)]
    situation.decided = nil
    situation.submitted = nil
    let result = situation.decide()
    let finding = try #require(result.findings.first { $0.code == Code("RU031") })
    #expect(finding.severity == .info)
    #expect(
      finding.message
        == "GK-01 (Lò Thị Xuân, Giấy khen): không đạt R06, mọi thành tích trong hồ sơ đều kết thúc"
        + " trước khi hết thời hạn kỷ luật (bị kỷ luật: khiển trách, từ 01/12/2025 đến"
        + " 30/11/2026; số thành tích sau kỷ luật: 0 (TT-1 từ 01/5/2026 đến 30/11/2026)); theo"
        + " bài trích nguyên văn, cần đối chiếu văn bản gốc")
    #expect(finding.citation == "khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP")
    #expect(finding.help == "bổ sung thành tích đạt được sau ngày hết thời hạn kỷ luật")
    #expect(!result.hasErrors)
  }

  @Test("a missing fact is one warning at the place to write it, whatever rules wait for it")
  func missing() throws {
    var situation = Situation()
    situation.confirmed = nil
    situation.decided = nil
    situation.submitted = nil
    let findings = situation.decide().findings
      .filter { $0.code == Code("RU032") && $0.message.hasPrefix("GK-01") }
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("R05, R06"))
    #expect(finding.place.file == "ky/chung/su-viec.json")
    #expect(finding.place.pointer == "/xac_nhan")
  }

  @Test("a certificate that no initiative asks for is not asked for beside a missing paper")
  func onlyWhatMatters() throws {
    var situation = Situation()
    situation.report = nil
    let reason = try #require(situation.reason("R24"))
    #expect(reason.missing.map(\.what) == ["báo cáo thành tích"])
  }

  @Test("without a day of receipt every rule waits for that one fact")
  func noDay() throws {
    var situation = Situation()
    situation.received = nil
    let decision = try #require(situation.decide().value?.on(ID("GK-01")))
    #expect(decision.outcome == .undecided)
    #expect(decision.reasons.map(\.rule).contains("R05"))
    #expect(decision.missing.map(\.place.pointer) == ["/de_nghi/0/ngay_nhan_ho_so"])
  }

  @Test("a paper that lists somebody unmet, undecided or withdrawn is an error")
  func papers() {
    var situation = Situation()
    #expect(!situation.decide().hasErrors)
    for change in [
      { $0.exemplary = false }, { $0.exemplary = nil }, { $0.decided = ["GK-01", "GK-09"] },
    ] as [(inout Situation) -> Void] {
      situation = Situation()
      change(&situation)
      #expect(situation.decide().findings.contains { $0.code == Code("RU024") })
    }
  }

  @Test("withdrawn nominations have no decision")
  func withdrawn() {
    var situation = Situation()
    situation.second = [.init("TT-2", content: 1, "2026-05-01", "2026-06-01")]
    #expect(situation.decide().value?.on(ID("GK-02")) != nil)
    situation.status = .rut
    #expect(situation.decide().value?.isEmpty == true)
  }

  @Test("two runs say the same in the same order")
  func order() throws {
    var situation = Situation()
    situation.second = [.init("TT-2", content: 4, "2026-05-01", "2026-06-01")]
    let (one, other) = (situation.decide(), situation.decide())
    #expect(one.findings == other.findings)
    let decisions = try #require(one.value)
    #expect(decisions.map(\.subject) == (try #require(other.value)).map(\.subject))
    #expect(
      decisions.map(\.subject) == [
        .nominee(ID("GK-01")), .nominee(ID("GK-02")),
        .award(.giayKhen, decision: ID("qd-gk")), .period,
      ])
    for decision in decisions {
      #expect(decision.reasons.map(\.rule) == decision.reasons.map(\.rule).sorted())
    }
  }
}

@Suite("Quy tắc đối với hình thức và đối với đợt")
struct AwardAndPeriodTests {
  private func reason(_ rule: String, _ situation: Situation) -> Reason? {
    situation.decide().value?.flatMap(\.reasons).first { $0.rule == rule }
  }

  @Test("R26: money with a decision's day, without it, and for an award without coefficient")
  func money() throws {
    var situation = Situation()
    #expect(reason("R26", situation)?.outcome == .met)
    situation.decidedOn = nil
    #expect(reason("R26", situation)?.missing.map(\.place.pointer) == ["/van_ban/1/ngay"])
    situation.decided = nil
    #expect(reason("R26", situation)?.outcome == .undecided)
    situation = Situation()
    situation.award = .bangKhenThuTuong
    situation.allowed = [.bangKhenThuTuong]
    situation.decided = nil
    #expect(reason("R26", situation)?.outcome == .unmet)
    situation.award = .coThiDuaChinhPhu
    #expect(reason("R26", situation) == nil, "every nominee is refused under R04")
  }

  @Test("R26: an award of the office without a coefficient")
  func noCoefficient() throws {
    let name = "nd-152-2025.json"
    let file = try #require(PackSet.embeddedFiles.first { $0.name == name })
    let text = String(decoding: file.bytes, as: UTF8.self)
      .replacing(#""giay_khen""#, with: #""bang_khen_thu_tuong""#)
    let packs = try #require(PackSet.embedded(adding: [(name, Array(text.utf8))]).value)
    let decisions = Regulations.decide(Situation().dossier(), packs: packs).value ?? []
    let reason = decisions.flatMap(\.reasons).first { $0.rule == "R26" }
    #expect(reason?.outcome == .unmet)
  }

  @Test("before the papers of later steps are there, nothing is said of what they would hold")
  func laterSteps() {
    var situation = Situation()
    situation.decided = nil
    situation.submitted = nil
    #expect(!situation.decide().findings.contains { $0.code == Code("RU032") })
    situation.submitted = ["GK-01"]
    #expect(!situation.decide().findings.contains { $0.code == Code("RU032") })
  }

  @Test("a basis names an article once")
  func basis() {
    #expect(
      reason("R24", Situation())?.basis
        == "khoản 1, khoản 2 Điều 84 Luật Thi đua, khen thưởng số 06/2022/QH15")
    #expect(
      reason("R26", Situation())?.basis
        == "khoản 1, khoản 2, khoản 4 Điều 49, Điều 50, Điều 54 Nghị định số 152/2025/NĐ-CP")
  }

  @Test("R28: same people in the same order, a count that differs, an order that differs")
  func counts() {
    var situation = Situation()
    situation.second = [.init("TT-2", content: 1, "2026-05-01", "2026-06-01")]
    situation.submitted = ["GK-01", "GK-02"]
    situation.decided = ["GK-01", "GK-02"]
    #expect(reason("R28", situation)?.outcome == .met)
    situation.decided = ["GK-02", "GK-01"]
    #expect(reason("R28", situation)?.outcome == .unmet)
    situation.decided = ["GK-01"]
    #expect(reason("R28", situation)?.outcome == .unmet)
    situation.decided = nil
    #expect(reason("R28", situation)?.outcome == .undecided)
  }
}
