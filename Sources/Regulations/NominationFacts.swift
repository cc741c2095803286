internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Computes the facts of one nomination from the dated records of the dossier.
///
/// The input holds no verdict such as “eligible”: every fact is a day, a count or a word that
/// somebody wrote down, or what follows from several of them.
struct NominationFacts {
  let dossier: Dossier
  let packs: PackSet
  let nomination: Nomination

  var review: Review { dossier.review }
  var nominee: Nominee { nomination.nominee }

  /// The facts, as a table that conditions read.
  func table() -> FactTable {
    var facts = proposal()
    facts.merge(remarks()) { first, _ in first }
    facts.merge(papers()) { first, _ in first }
    facts.merge(incidents()) { first, _ in first }
    facts.merge(register()) { first, _ in first }
    return FactTable(facts, others: seldom)
  }

  /// What only some rules read, and is dear to compute.
  private func seldom(_ name: FactName) -> Fact? {
    history(name) ?? members(name) ?? service(name) ?? conduct(name)
  }

  /// The year that is reviewed: that of the last day counted.
  var year: Int? { dossier.period.countsTo?.year }

  /// What is said while the last day that counts is not known.
  var noYear: MissingFact {
    MissingFact(
      "ngày cuối cùng được tính của đợt", at: dossier.period.origin.key("tinh_den_ngay"),
      isOffices: true)
  }

  /// The rows of the office's own decisions that hold the nomination.
  var decisionRows: [DocumentRow] {
    dossier.documents(listing: nomination.id).filter { $0.kind == .own(.quyetDinhKhenThuong) }
  }

  /// The day of the decision, once the văn thư has given it.
  var decisionDay: CivilDate? { decisionRows.lazy.compactMap(\.date).first }

  private func proposal() -> [FactName: Fact] {
    let origin = nomination.origin
    let levels = dossier.movement.layers
    let layer = levels.first { $0.level == nomination.level }
    let end = dossier.period.countsTo
    return [
      .award: .known(
        .string(nomination.award.rawValue), seen: nomination.award.label,
        at: origin.key("hinh_thuc")),
      .receivedOn: .day(
        nomination.receivedOn, "ngày nhận hồ sơ", at: origin.key("ngay_nhan_ho_so")),
      .level: .known(
        .string(nomination.level.rawValue), seen: nomination.level.label, at: origin.key("tang")),
      .levels: .known(
        .strings(levels.map(\.level.rawValue)),
        seen: levels.map(\.level.label).joined(separator: ", "),
        at: dossier.movement.origin.key("tang")),
      .levelFrom: year(of: layer, layer?.fromYear, "tu_nam", "năm bắt đầu"),
      .levelTo: year(of: layer, layer?.toYear, "den_nam", "năm kết thúc"),
      .reviewYear: .number(
        end?.year, "ngày cuối cùng được tính của đợt", seen: end.map { String($0.year) },
        at: dossier.period.origin.key("tinh_den_ngay")),
      .momentAwards: momentAwards(),
      .moment: .known(
        .string(dossier.period.moment.rawValue), seen: dossier.period.moment.label,
        at: dossier.period.origin.key("thoi_diem")),
      .inOfficeDecision: inOfficeDecision(),
    ]
  }

  private func year(
    of layer: Movement.Layer?, _ year: Int?, _ key: String, _ what: String
  ) -> Fact {
    guard let layer else {
      return .missing(what, at: dossier.movement.origin.key("tang"), isOffices: true)
    }
    return .number(
      year, "\(what) phong trào của \(layer.level.label)", seen: year.map(String.init),
      at: layer.origin.key(key))
  }

  private func momentAwards() -> Fact {
    let moment = dossier.period.moment
    let place = dossier.movement.origin.key("hinh_thuc", moment.rawValue)
    guard let forms = dossier.movement.awards.first(where: { $0.moment == moment })?.forms else {
      return .missing("các hình thức được đề nghị ở thời điểm này", at: place, isOffices: true)
    }
    return .known(
      .strings(forms.map(\.rawValue)), seen: forms.map(\.label).joined(separator: ", "), at: place)
  }

  private func inOfficeDecision() -> Fact {
    if let row = decisionRows.first {
      return .known(true, seen: "có, ở dòng \(row.id)", at: row.origin.key("de_nghi"))
    }
    let unknown = dossier.documents(of: .quyetDinhKhenThuong).first { $0.nominations == nil }
    if let unknown {
      return .missing(
        "danh sách đề nghị của dòng \(unknown.id)", at: unknown.origin.key("de_nghi"),
        isOffices: true)
    }
    return .known(false, seen: "không", at: dossier.sibling("van-ban.json"))
  }

  private func remarks() -> [FactName: Fact] {
    let remark = nomination.remark
    let votes = review.unitVotes(on: nomination.id) ?? []
    let latest = votes.reduce(votes.first) { latest, next in
      latest.map { next.meeting.date > $0.meeting.date ? next : $0 } ?? next
    }
    let noVote = "kết quả bình xét của đơn vị đối với \(nomination.id)"
    let voted = latest?.vote.origin ?? review.unitMeetings.origin.key("cuoc_hop")
    return [
      .exemplary: .truth(
        remark.isExemplary, "nhận xét của người đứng đầu về gương mẫu chấp hành",
        at: remark.origin.key("guong_mau_chap_hanh")),
      .united: .truth(
        remark.isUnited, "nhận xét của người đứng đầu về nội bộ đoàn kết",
        at: remark.origin.key("noi_bo_doan_ket")),
      .rating: rating(),
      .ayes: .number(latest?.vote.ayes, noVote, at: voted),
      .present: .number(
        latest?.meeting.present, noVote, at: latest.map { $0.meeting.origin.key("co_mat") } ?? voted
      ),
    ]
  }

  /// The rating of the year reviewed: the one announced, or the head's provisional remark.
  private func rating() -> Fact {
    guard let year = dossier.period.countsTo?.year else {
      return .missing(
        "ngày cuối cùng được tính của đợt", at: dossier.period.origin.key("tinh_den_ngay"),
        isOffices: true)
    }
    let place = review.ratingPlace(of: nominee, in: year)
    if let rating = review.finalRatings(of: year)?.entry(of: nominee)?.rating {
      return .known(.string(rating.rawValue), seen: "\(rating.label) năm \(year)", at: place)
    }
    guard let provisional = review.provisionalRating(of: nominee, in: year) else {
      return .missing("xếp loại năm \(year) của \(dossier.name(of: nominee))", at: place)
    }
    return .known(
      .string(provisional.rating.rawValue),
      seen: "\(provisional.rating.label), tạm thời đến \(provisional.until.shortForm)",
      at: provisional.origin)
  }

  private func papers() -> [FactName: Fact] {
    let papers = nomination.papers
    let initiatives = nomination.initiatives
    return [
      .reportDate: .day(
        papers.achievementReport, "báo cáo thành tích", at: papers.origin.key("bao_cao_thanh_tich")
      ),
      .minutesDate: .day(
        papers.meetingMinutes, "biên bản bình xét", at: papers.origin.key("bien_ban_binh_xet")),
      .certificateDate: .day(
        papers.initiativeCertificate, "giấy xác nhận sáng kiến",
        at: papers.origin.key("xac_nhan_sang_kien")),
      .initiatives: .number(
        initiatives?.count, "các sáng kiến kèm theo (không có thì ghi [])",
        seen: initiatives.map { $0.isEmpty ? "0" : $0.map(\.text).joined(separator: ", ") },
        at: nomination.origin.key("sang_kien")),
    ]
  }
}

extension Dossier {
  /// A file of the period's folder, also when it is not written yet.
  func sibling(_ name: String) -> Place {
    let folder = period.origin.file?.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    return .file(folder.map { $0.isEmpty ? name : $0 + "/" + name } ?? name)
  }
}
