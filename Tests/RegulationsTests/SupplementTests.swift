import Diagnostics
import Dossier
import Regulations
import Testing

@Suite("Những gì đơn vị phải bổ sung khi thiếu dữ kiện")
struct SupplementTests {
  private static func supplements(
    _ change: (inout Situation) -> Void
  ) throws -> [Supplement] {
    var situation = Situation()
    situation.decided = nil
    situation.submitted = nil
    change(&situation)
    return try #require(situation.decide().value?.on(ID("GK-01"))).reasons.flatMap(\.supplements)
  }

  @Test("a paper, a remark, a vote: what the unit can hand in is asked of it, once a fact")
  func units() throws {
    let asked = try Self.supplements {
      $0.report = nil
      $0.exemplary = nil
      $0.votes = nil
    }
    let facts = asked.map(\.fact.what)
    #expect(
      facts == [
        "nhận xét của người đứng đầu về gương mẫu chấp hành",
        "kết quả bình xét của đơn vị đối với GK-01", "kết quả bình xét của đơn vị đối với GK-01",
        "báo cáo thành tích",
      ])
    #expect(asked.last?.request.what == "Báo cáo thành tích")
    #expect(asked.allSatisfy { $0.fact.about == nil })
  }

  @Test("what the office keeps is asked of nobody")
  func offices() throws {
    #expect(try Self.supplements { $0.register = nil }.isEmpty)
    #expect(try Self.supplements { $0.countsTo = nil }.isEmpty)
    #expect(try Self.supplements { $0.received = nil }.isEmpty)
    #expect(try Self.supplements { $0.register = [.init(achievements: nil)] }.isEmpty)
  }

  @Test("two achievements that may be one are shown with their days, not with our ids")
  func overlap() throws {
    let asked = try Self.supplements {
      $0.register = [.init(achievements: [.init("TT-0", content: 4, "2026-03-01", "2026-05-31")])]
    }
    let about = try #require(asked.first?.fact.about)
    #expect(about.contains("từ ngày 01/5/2026 đến ngày 30/11/2026"))
    #expect(
      about.contains("thành tích từ ngày 01/3/2026 đến ngày 31/5/2026 đã được tặng Giấy khen"))
    #expect(!about.contains("TT-"))
  }

  @Test("a conclusion is asked for by its days; what is held against the nominee is not said")
  func discretion() throws {
    let asked = try Self.supplements {
      $0.incidents = [(.khieuNaiToCao, "2026-09-20", "2026-10-20", nil)]
    }
    #expect(
      asked.map(\.fact.about) == [
        "kết luận của việc xem xét, xác minh từ ngày 20/9/2026 đến ngày 20/10/2026"
      ])
  }

  @Test("the words for units hold no rule, no file, no key")
  func words() throws {
    let rules = try #require(PackSet.embedded.value).packs.flatMap(\.rules)
    let requests = rules.flatMap(\.requests)
    #expect(requests.count >= 12)
    let banned = /R\d\d|[a-z]_[a-z]|\.json|\[|chương trình|đối chiếu/
    for request in requests {
      #expect(!request.what.contains(banned) && !request.why.contains(banned))
      #expect(!request.what.hasSuffix(".") && !request.why.hasSuffix("."))
    }
  }
}
