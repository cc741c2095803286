internal import Diagnostics
internal import Dossier

/// Whether the papers of a review list those, and only those, whom rules and council let through.
struct PaperChecks {
  let dossier: Dossier
  let packs: PackSet
  /// For look-up only: its order is never used.
  let decisions: [ID<Nomination>: Decision]

  private static let kinds: [DocumentKind] = [
    .toTrinhGiayKhen, .toTrinhBangKhen, .toTrinhCapTren, .quyetDinhKhenThuong,
  ]

  /// What is wrong, paper by paper in the order of the kinds; then who was left out.
  var findings: [Diagnostic] {
    let rows = Self.kinds.flatMap(dossier.documents(of:))
    let verdict = CouncilVerdict(dossier.review, packs: packs)
    var findings: [Diagnostic] = []
    let open = verdict.awardsWithoutShare
    if !open.isEmpty, rows.contains(where: { $0.nominations?.isEmpty == false }) {
      let place = dossier.review.officeRules.origin.key("hoi_dong", "ty_le_thong_qua")
      findings.append(.majorityAssumed(for: open, at: place))
    }
    for row in rows {
      for id in row.nominations ?? [] {
        if let fault = fault(of: id, on: row, verdict) { findings.append(fault) }
      }
    }
    return findings + forgotten(verdict)
  }

  /// Why a paper may not list a nomination; nil when it may.
  private func fault(
    of id: ID<Nomination>, on row: DocumentRow, _ verdict: CouncilVerdict
  ) -> Diagnostic? {
    guard let decision = decisions[id] else { return .withdrawnOnPaper(id, row) }
    if decision.outcome != .met,
      let reason = decision.deciding.first(where: { $0.outcome == decision.outcome })
    {
      return .notMetOnPaper(id, row, reason)
    }
    switch verdict.on(id) {
    case .passed, .notAsked: return nil
    case .notVoted: return .notVotedOnPaper(id, row, council: dossier.review.ballots.origin)
    case .failed(let why): return .notPassedOnPaper(id, row, why: why)
    }
  }

  /// Nominees who met every rule and passed, but stand in no decision although others do.
  private func forgotten(_ verdict: CouncilVerdict) -> [Diagnostic] {
    let rows = dossier.documents(of: .quyetDinhKhenThuong)
    let listed = Set(rows.flatMap { $0.nominations ?? [] })
    let awards = Set(listed.compactMap { dossier.review.nomination($0)?.award })
    return (dossier.review.nominations.content ?? []).compactMap { nomination in
      guard awards.contains(nomination.award), !listed.contains(nomination.id),
        decisions[nomination.id]?.outcome == .met, verdict.on(nomination.id) == .passed,
        let row = rows.first
      else { return nil }
      return .metButNotListed(nomination, name: dossier.name(of: nomination.nominee), row)
    }
  }
}

extension Diagnostic {
  fileprivate static func notMetOnPaper(
    _ id: ID<Nomination>, _ row: DocumentRow, _ reason: Reason
  ) -> Diagnostic {
    Diagnostic(
      .error, Code("RU024"),
      "dòng \(row.id) có tên \(id) nhưng \(reason.rule) \(reason.outcome.label): \(reason.because)",
      at: row.origin.key("de_nghi"),
      help: "bỏ \(id) khỏi de_nghi của dòng này, hoặc: \(reason.remedy ?? "xét lại hồ sơ")",
      citation: reason.basis)
  }

  fileprivate static func withdrawnOnPaper(_ id: ID<Nomination>, _ row: DocumentRow) -> Diagnostic {
    .error(
      Code("RU024"), "dòng \(row.id) có tên \(id) nhưng đề nghị này đã rút",
      at: row.origin.key("de_nghi"), help: "bỏ \(id) khỏi de_nghi của dòng này")
  }

  fileprivate static func notVotedOnPaper(
    _ id: ID<Nomination>, _ row: DocumentRow, council place: Place
  ) -> Diagnostic {
    .error(
      Code("RU027"),
      "dòng \(row.id) có tên \(id) nhưng Hội đồng đã họp mà chưa ghi kết quả biểu quyết về \(id)",
      at: row.origin.key("de_nghi"),
      help: "ghi kết quả của \(id) vào “ket_qua” của bo-phieu.json, hoặc bỏ \(id) khỏi dòng này")
  }

  fileprivate static func notPassedOnPaper(
    _ id: ID<Nomination>, _ row: DocumentRow, why: String
  ) -> Diagnostic {
    .error(
      Code("RU027"),
      "dòng \(row.id) có tên \(id) nhưng Hội đồng không thông qua: \(why)",
      at: row.origin.key("de_nghi"), help: "bỏ \(id) khỏi de_nghi của dòng này")
  }

  fileprivate static func majorityAssumed(
    for awards: [AwardForm], at place: Place
  ) -> Diagnostic {
    let names = awards.map(\.label).joined(separator: ", ")
    let example = awards.map { "\"\($0.rawValue)\": …" }.joined(separator: ", ")
    return .info(
      Code("RU028"),
      "quy-dinh.json chưa ghi tỷ lệ phiếu thông qua đối với \(names), nên ai được quá nửa tổng số "
        + "thành viên Hội đồng đồng ý thì coi là được thông qua",
      at: place,
      help: "nếu cơ quan có quy định tỷ lệ thì ghi số phần trăm vào “hoi_dong”: "
        + "\"ty_le_thong_qua\": { \(example) }; nếu không có thì để nguyên")
  }

  fileprivate static func metButNotListed(
    _ nomination: Nomination, name: String, _ row: DocumentRow
  ) -> Diagnostic {
    .warning(
      Code("RU029"),
      "\(nomination.id) (\(name)) đạt và Hội đồng đã thông qua nhưng không có trong quyết định nào",
      at: row.origin.key("de_nghi"),
      help: "thêm \(nomination.id) vào de_nghi của quyết định, hoặc ghi “trang_thai” của đề nghị")
  }
}
