import Diagnostics
import Dossier
import Testing

@testable import Regulations

@Suite("Văn bản chỉ có tên người đạt và được Hội đồng thông qua")
struct PaperCheckTests {
  private func findings(_ change: (inout Situation) -> Void) -> [Diagnostic] {
    var situation = Situation()
    situation.councilMet = true
    change(&situation)
    return situation.decide().findings.filter {
      ["RU024", "RU027", "RU028", "RU029"].contains($0.code.description)
    }
  }

  private func codes(_ change: (inout Situation) -> Void) -> [String] {
    findings(change).map(\.code.description)
  }

  @Test("before the council has met, its votes are not asked for")
  func noCouncil() {
    #expect(codes { $0.councilMet = false } == [])
  }

  @Test("without a share of the office's own, more than half of all members pass a nomination")
  func majority() {
    #expect(codes { $0.councilVote = (ayes: 3, written: 1) } == ["RU028"])
    #expect(codes { $0.councilVote = (ayes: 3, written: nil) } == ["RU028", "RU027", "RU027"])
  }

  @Test("the office's own share counts members present and absent, and rounds nothing")
  func ownShare() {
    // 5 of 7 are 71,43 per cent.
    #expect(codes { ($0.councilVote, $0.passShare) = ((5, nil), 7142) } == [])
    #expect(codes { ($0.councilVote, $0.passShare) = ((5, nil), 7143) } == ["RU027", "RU027"])
  }

  @Test("votes of a meeting without a quorum pass nobody (R19)")
  func noQuorum() throws {
    let found = findings {
      $0.passShare = 5000
      $0.own.quorum = (2, 3)
      $0.councilPresent = 4
    }
    #expect(found.map(\.code.description) == ["RU027", "RU027"])
    #expect(found.first?.message.contains("không đủ số thành viên dự") == true)
  }

  @Test("a nomination that was not on the ballot is on no paper")
  func notVoted() throws {
    let found = findings { $0.councilVote = nil }
    #expect(found.map(\.code.description) == ["RU027", "RU027"])
    let first = try #require(found.first)
    #expect(first.severity == .error)
    #expect(first.message.contains("ttr-gk") && first.message.contains("GK-01"))
    #expect(first.place.pointer == "/van_ban/0/de_nghi")
  }

  @Test("a status typed by the clerk counts before the votes")
  func typedStatus() {
    #expect(codes { $0.status = .hoiDongKhongThongQua }.filter { $0 == "RU027" }.count == 2)
  }

  @Test("who passed and is in no decision is named, once")
  func forgotten() {
    let found = findings {
      $0.second = [.init("TT-2", content: 3, "2026-06-01", "2026-11-01")]
      $0.passShare = 5000
    }
    #expect(found.map(\.code.description) == ["RU029"])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.message.contains("GK-02 (Lò Thị Xuân)") == true)
  }
}
