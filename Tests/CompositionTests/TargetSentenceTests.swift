import Dossier
import Testing

@testable import Composition

@Suite("Chỉ tiêu viết thành lời")
struct TargetSentenceTests {
  @Test("shares, more is better")
  func share() {
    let target = Sample.target("CT", "Tỷ lệ văn bản ký số", "%", [(2026, 98), (2027, 100)])
    #expect(target.sentence == "Tỷ lệ văn bản ký số: năm 2026 đạt 98%, năm 2027 đạt 100%")
  }

  @Test("less is better")
  func down() {
    let target = Sample.target("CT", "Lượng giấy in", "%", [(2026, 9)], .down)
    #expect(target.sentence == "Lượng giấy in: năm 2026 không quá 9%")
  }

  @Test(
    "counted things below ten take a zero", arguments: [(0, "0"), (1, "01"), (9, "09"), (10, "10")])
  func count(goal: Int, expected: String) {
    let target = Sample.target("CT", "Số sáng kiến", "sáng kiến", [(2026, goal)])
    #expect(target.sentence == "Số sáng kiến: năm 2026 đạt \(expected) sáng kiến")
  }

  @Test("no goal yet")
  func none() {
    #expect(Sample.target("CT", "Số sáng kiến", "sáng kiến", []).sentence == "Số sáng kiến")
  }
}
