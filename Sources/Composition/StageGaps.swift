internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations

/// What a step of the dossier still lacks among the facts that people enter.
///
/// What a rule or a paper misses, they say themselves; it is not said twice.
extension Composer {
  /// Reports what is missing for one step, and nothing of the steps behind it.
  mutating func reportGaps(at stage: Stage) {
    guard dossier.period.moment != .phatDong else {
      report(.launchHasNoStages(stage, dossier.period))
      return
    }
    for gap in gaps(at: stage) { report(.missing(gap, for: stage)) }
  }

  private func gaps(at stage: Stage) -> [StageGap] {
    switch stage {
    case .deNghi: proposalGaps
    case .thamDinh: []  // What an appraisal waits for, the rules say fact by fact.
    case .hoiDong: councilGaps
    case .trinh: submissionGaps
    case .quyetDinh: decisionGaps
    }
  }

  private var standing: [Nomination] {
    (dossier.review.nominations.content ?? []).filter { $0.typedStatus != .rut }
  }

  /// The rules ask for the unit's vote and for the papers of each nomination.
  private var proposalGaps: [StageGap] {
    guard standing.isEmpty else { return [] }
    let nominations = dossier.review.nominations.origin.key("de_nghi")
    return [
      StageGap(
        "đề nghị nào", at: nominations, help: "ghi từng đề nghị vào “de_nghi” của de-nghi.json")
    ]
  }

  private var councilGaps: [StageGap] {
    let council = dossier.review.council
    guard let sessions = council.content?.sessions, !sessions.isEmpty else {
      return [
        StageGap(
          "phiên họp nào của Hội đồng", at: council.origin.key("phien"),
          help: "ghi thành viên và phiên họp vào hoi-dong.json")
      ]
    }
    let verdict = CouncilVerdict(dossier.review, packs: packs)
    return [
      gap(
        "kết quả biểu quyết của Hội đồng đối với",
        of: standing.filter {
          decision(on: $0.id)?.outcome == .met && verdict.on($0.id) == .notVoted
        }, at: dossier.review.ballots.origin,
        help: "ghi số phiếu vào “ket_qua” của bo-phieu.json")
    ].compactMap(\.self)
  }

  private var submissionGaps: [StageGap] {
    unissued([.toTrinhGiayKhen, .toTrinhBangKhen, .toTrinhCapTren])
  }

  private var decisionGaps: [StageGap] {
    let decided = Set(dossier.higherDecisions.flatMap { $0.nominations ?? [] })
    let proposed = [DocumentKind.toTrinhBangKhen, .toTrinhCapTren]
      .flatMap(dossier.documents(of:)).flatMap { $0.nominations ?? [] }
      .compactMap(dossier.review.nomination)
    let higher = gap(
      "quyết định của cấp trên đối với", of: proposed.filter { !decided.contains($0.id) },
      at: place(ofFile: "van-ban.json"),
      help: "khi nhận được quyết định, thêm dòng có \"ben_ngoai\": true và “de_nghi”")
    return unissued([.quyetDinhKhenThuong]) + (higher.map { [$0] } ?? [])
  }

  /// The rows of some kinds that wait for the day, or for the number where the paper carries one.
  private func unissued(_ kinds: [DocumentKind]) -> [StageGap] {
    kinds.flatMap { kind in
      dossier.documents(of: kind).compactMap { row in
        let isNumbered = kind == .toTrinhGiayKhen ? advisingIssuerHasSeries : true
        let missing = [
          row.number == nil && isNumbered ? "số" : nil, row.date == nil ? "ngày" : nil,
        ].compactMap(\.self)
        guard !missing.isEmpty else { return nil }
        return StageGap(
          "\(missing.joined(separator: " và ")) của văn bản “\(row.id)”", at: row.origin,
          help: "khi văn thư cấp, ghi “so” và “ngay” của dòng này")
      }
    }
  }

  private var advisingIssuerHasSeries: Bool {
    dossier.unit(dossier.office.advisingUnit)?.hasNumberSeries ?? false
  }

  /// One gap for all nominations that lack the same; nil where none does.
  private func gap(
    _ what: String, of nominations: [Nomination], at place: Place, help: String
  ) -> StageGap? {
    guard !nominations.isEmpty else { return nil }
    let names = nominations.map { "\($0.id) (\(dossier.name(of: $0.nominee)))" }
    return StageGap("\(what) \(names.joined(separator: ", "))", at: place, help: help)
  }
}

/// One thing that a step waits for.
private struct StageGap {
  /// What it is, behind `chưa có`.
  let what: String
  let place: Place
  let help: String

  init(_ what: String, at place: Place, help: String) {
    self.what = what
    self.place = place
    self.help = help
  }
}

extension Diagnostic {
  fileprivate static func missing(_ gap: StageGap, for stage: Stage) -> Diagnostic {
    .warning(
      Code("CO085"), "bước \(stage.rawValue) chưa có \(gap.what)", at: gap.place, help: gap.help)
  }

  fileprivate static func launchHasNoStages(_ stage: Stage, _ period: Period) -> Diagnostic {
    .error(
      Code("CO086"), "đợt phát động không chia bước, nên không có bước \(stage.rawValue)",
      at: period.origin.key("thoi_diem"), help: "bỏ --stage khi làm việc với đợt phát động")
  }
}
