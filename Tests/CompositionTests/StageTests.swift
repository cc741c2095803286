import Composition
import Diagnostics
import Dossier
import Testing

@Suite("Các bước của hồ sơ")
struct StageTests {
  private typealias Change = ReviewSample.Change

  private func composed(
    _ stage: Stage, _ changes: [Change] = ReviewSample.interim
  ) throws -> Diagnosed<[DocumentOrder]> {
    let sample = try ReviewSample(changes)
    return Composition.compose(
      sample.dossier, decisions: sample.decisions, packs: sample.packs, at: stage)
  }

  private func gaps(
    _ stage: Stage, _ changes: [Change] = ReviewSample.interim
  ) throws -> [Diagnostic] {
    try composed(stage, changes).findings.filter { $0.code == Code("CO085") }
  }

  @Test("every kind of a review belongs to one step, none of the launch does")
  func everyKind() {
    for kind in DocumentKind.allCases {
      #expect((kind.facts.stage == nil) == (kind.facts.moments == [.phatDong]), "\(kind)")
    }
  }

  @Test("a step has its papers alone; all steps together have them all")
  func papers() throws {
    let all = try ReviewSample(ReviewSample.interim).compose().value ?? []
    var parts: [String] = []
    for stage in Stage.allCases {
      let orders = try composed(stage).value ?? []
      #expect(orders.allSatisfy { $0.kind.facts.stage == stage })
      parts += orders.map(\.id)
    }
    #expect(parts.sorted() == all.map(\.id).sorted())
  }

  @Test("what a later step is at fault with is not said at an earlier one")
  func laterFaults() throws {
    // Without the period's sentence no tờ trình and no decision can be composed.
    let changes = [Change("dot.json", #""giay_khen": "Đã có"#, #""co_thi_dua_tinh": "Đã có"#)]
    #expect(try composed(.trinh, changes).findings.contains { $0.code == Code("CO036") })
    #expect(try composed(.quyetDinh, changes).findings.contains { $0.code == Code("CO036") })
    for stage in [Stage.deNghi, .thamDinh, .hoiDong] {
      #expect(try !composed(stage, changes).findings.hasErrors, "\(stage)")
    }
  }

  @Test("proposing: nominations; the vote of the unit is what the rules ask for")
  func proposing() throws {
    #expect(nothingYet(.deNghi) == ["bước de-nghi chưa có đề nghị nào"])
    #expect(try gaps(.deNghi, []).isEmpty)
    let changes =
      ReviewSample.interim + [
        Change("binh-xet.json", #"{ "de_nghi": "GK-03", "dong_y": 7, "khong_dong_y": 0 }, "#, "")
      ]
    #expect(try gaps(.deNghi, changes).isEmpty)
    let asked = try ReviewSample(changes).findings.filter { $0.code == Code("RU032") }
    #expect(asked.contains { $0.message.hasPrefix("GK-03") })
  }

  @Test("the council: a meeting, then its votes")
  func council() throws {
    #expect(try gaps(.hoiDong, []).isEmpty)
    // A yearly review refuses this Bằng khen by its award; an interim one has to vote on it.
    #expect(
      try gaps(.hoiDong).map(\.message)
        == [
          "bước hoi-dong chưa có kết quả biểu quyết của Hội đồng đối với BK-01 "
            + "(Nguyễn Khắc Đoan)"
        ])
    #expect(nothingYet(.hoiDong) == ["bước hoi-dong chưa có phiên họp nào của Hội đồng"])
  }

  /// What a step lacks before anything of a review was written.
  private func nothingYet(_ stage: Stage) -> [String] {
    var sample = Sample()
    sample.moment = .hangNam
    return Composition.compose(sample.dossier, at: stage).findings
      .filter { $0.code == Code("CO085") }.map(\.message)
  }

  @Test("submitting: number and day of what carries them")
  func submitting() throws {
    #expect(try gaps(.trinh).isEmpty)
    let found = try gaps(
      .trinh,
      ReviewSample.interim + [
        Change("van-ban.json", #""so": "29", "ngay": "2026-12-18""#, #""so": null, "ngay": null"#)
      ])
    #expect(found.map(\.message) == ["bước trinh chưa có số và ngày của văn bản “ttr-bang-khen”"])
  }

  @Test("deciding: our number and day, and what the province has not decided yet")
  func deciding() throws {
    let found = try gaps(.quyetDinh)
    #expect(found.count == 1)
    #expect(
      found.first?.message
        == "bước quyet-dinh chưa có quyết định của cấp trên đối với GK-02 "
        + "(Phòng Tổ chức - Hành chính - Quản trị)")
    let draft = try gaps(.quyetDinh, [ReviewSample.decision(number: nil, date: "2026-12-22")])
    #expect(draft.map(\.message) == ["bước quyet-dinh chưa có số của văn bản “qd-giay-khen”"])
  }

  @Test("a launch has no steps")
  func launch() {
    let composed = Composition.compose(Sample().dossier, at: .trinh)
    #expect(composed.findings.map(\.code.description) == ["CO086"])
    #expect(composed.findings.hasErrors && composed.value?.isEmpty == true)
  }
}
