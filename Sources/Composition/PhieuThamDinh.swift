internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Phiếu thẩm định hồ sơ: what the advising unit found about one nomination, rule by rule.
///
/// It stays in the office, so it is the one paper that names rules and doubts about the law.
extension Composer {
  /// The orders for the sheets, in the order of `de-nghi.json`; what was withdrawn has none and
  /// leaves its number free.
  mutating func phieuThamDinh() -> [DocumentOrder] {
    guard let unit = dossier.unit(dossier.office.advisingUnit) else { return [] }
    let row = dossier.documents(of: .phieuThamDinh).first
    guard let signature = unitSignature(unit, row: row) else { return [] }
    let sheet = AppraisalFrame(
      issuer: Issuer(unit, of: dossier.office).withoutNumber, row: row, signature: signature)
    let nominations = dossier.review.nominations.content ?? []
    return nominations.enumerated().compactMap { index, nomination in
      nomination.typedStatus == .rut ? nil : order(nomination, place: index + 1, in: sheet)
    }
  }

  private mutating func order(
    _ nomination: Nomination, place: Int, in sheet: AppraisalFrame
  ) -> DocumentOrder? {
    guard begins() else { return nil }
    guard let decision = decision(on: nomination.id) else {
      report(.notDecided(nomination))
      return nil
    }
    let head = head(
      .phieuThamDinh, by: sheet.issuer, title: "PHIẾU THẨM ĐỊNH HỒ SƠ",
      subject: proposal(nomination), row: sheet.row, subjectPlace: nomination.origin,
      year: dossier.period.usualYear)
    let body: [JSONValue.Member] = [
      .init("de_nghi", information(nomination, decision)),
      .init("giay_to", papers(of: nomination)),
      .init("kiem_tra", .array(decision.deciding.map(\.row))),
      .init("khen_thuong", pastAwards(of: nomination.nominee)),
      .init("sang_kien", .array(initiatives(of: nomination).map { use(of: $0, by: nomination) })),
      .init("luu_y", .strings(decision.remarks)),
      .init("y_kien", decision.opinion),
      sheet.signature.member,
    ]
    return order(
      .phieuThamDinh, place: place, name: dossier.name(of: nomination.nominee),
      subject: nomination.nominee.id, head: head, body: body, origin: nomination.origin)
  }

  /// What the sheet is about, put together here because the rule line under it is measured.
  private func proposal(_ nomination: Nomination) -> String {
    let award = nomination.award
    let name = award.isTitle ? "danh hiệu “\(award.label)”" : award.label
    return "Đề nghị tặng \(name) cho \(called(nomination.nominee))"
  }

  private func information(_ nomination: Nomination, _ decision: Decision) -> JSONValue {
    var instruments: [String] = []
    for reason in decision.deciding where !instruments.contains(reason.instrument) {
      instruments.append(reason.instrument)
    }
    return [
      "ma": .string(nomination.id.text),
      "ten": .string(called(nomination.nominee)),
      "la_tap_the": JSONValue(.boolean(nomination.nominee.isCollective)),
      "chuc_vu_don_vi": .string(post(of: nomination)),
      "hinh_thuc": .string(nomination.award.label),
      "tang": .string(nomination.level.label),
      "ngay_nhan": .string(nomination.receivedOn?.shortForm ?? ""),
      "phap_luat": .strings(instruments),
    ]
  }

  private func papers(of nomination: Nomination) -> JSONValue {
    let papers = nomination.papers
    let needsCertificate =
      nomination.initiatives?.isEmpty == false || papers.initiativeCertificate != nil
    return [
      "bao_cao_thanh_tich": .string(papers.achievementReport?.shortForm ?? ""),
      "bien_ban_binh_xet": .string(papers.meetingMinutes?.shortForm ?? ""),
      "xac_nhan_sang_kien": .string(papers.initiativeCertificate?.shortForm ?? ""),
      "can_xac_nhan": JSONValue(.boolean(needsCertificate)),
    ]
  }

  private func pastAwards(of nominee: Nominee) -> JSONValue {
    let awards = dossier.review.pastAwards(of: nominee)
    let rows: [JSONValue] = (awards ?? []).map { award in
      [
        "ten": .string(award.form.label), "nam": .string(String(award.year)),
        "so": .string(award.decision.number), "ngay": .string(award.decision.date.shortForm),
        "thu_hoi": JSONValue(.boolean(award.revocation != nil)),
      ]
    }
    return ["co_so": JSONValue(.boolean(awards != nil)), "danh_sach": .array(rows)]
  }

  /// The initiatives put forward now, then those that earlier awards used.
  private func initiatives(of nomination: Nomination) -> [ID<Initiative>] {
    let earlier = (dossier.review.pastAwards(of: nomination.nominee) ?? [])
      .flatMap { $0.initiatives ?? [] }
    var ids: [ID<Initiative>] = []
    for id in (nomination.initiatives ?? []) + earlier where !ids.contains(id) { ids.append(id) }
    return ids
  }

  /// An initiative, the paper that recognises it, and the awards of anybody that used it.
  private func use(of id: ID<Initiative>, by nomination: Nomination) -> JSONValue {
    let initiative = dossier.review.initiative(id)
    let recognition = initiative?.recognition?.inShort
    let uses = (dossier.review.pastAwards(using: id) ?? [])
      .map { "\($0.form.label) năm \($0.year) của \(dossier.name(of: $0.awardee))" }
    return [
      "ten": .string(initiative?.name ?? id.text), "cong_nhan": .string(recognition ?? ""),
      "dua_vao": JSONValue(.boolean(nomination.initiatives?.contains(id) ?? false)),
      "da_dung": .strings(uses),
    ]
  }
}

/// What all sheets of a period have in common.
private struct AppraisalFrame {
  let issuer: Issuer
  let row: DocumentRow?
  let signature: SignatureBlock
}

extension AwardForm {
  /// True for a title (danh hiệu thi đua) that a name follows in quotation marks; a flag has its
  /// own name.
  var isTitle: Bool {
    !isCommendation && self != .coThiDuaTinh && self != .coThiDuaChinhPhu
  }
}

extension Diagnostic {
  fileprivate static func notDecided(_ nomination: Nomination) -> Diagnostic {
    .error(
      Code("CO027"),
      "chưa có kết quả xét của đề nghị \(nomination.id), nên không có phiếu thẩm định",
      at: nomination.origin, help: "sửa các lỗi RU được báo cùng lúc rồi chạy lại")
  }
}
