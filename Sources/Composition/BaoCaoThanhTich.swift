internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Báo cáo thành tích: what a nominee did, in the nominee's own words and under his signature.
///
/// It comes before every appraisal, so there is one for each nomination that was not withdrawn,
/// whatever the rules say of it later. Its day is the one `giay_to` of the nomination gives.
extension Composer {
  /// The orders for collectives, under their numbers in `de-nghi.json`.
  mutating func baoCaoThanhTichTapThe() -> [DocumentOrder] {
    standingNominations(ofCollectives: true).compactMap { index, nomination in
      guard case .unit(let id) = nomination.nominee, let unit = dossier.unit(id) else {
        return nil
      }
      return achievements(of: unit, nomination, place: index + 1)
    }
  }

  /// The orders for people, under their numbers in `de-nghi.json`.
  mutating func baoCaoThanhTichCaNhan() -> [DocumentOrder] {
    standingNominations(ofCollectives: false).compactMap { index, nomination in
      guard case .person(let id) = nomination.nominee, let person = dossier.person(id) else {
        return nil
      }
      return achievements(of: person, nomination, place: index + 1)
    }
  }

  private func standingNominations(ofCollectives: Bool) -> [(Int, Nomination)] {
    (dossier.review.nominations.content ?? []).enumerated().filter { _, nomination in
      nomination.nominee.isCollective == ofCollectives && nomination.typedStatus != .rut
    }.map { ($0.offset, $0.element) }
  }

  private mutating func achievements(
    of person: Person, _ nomination: Nomination, place: Int
  ) -> DocumentOrder? {
    guard begins() else { return nil }
    let day = nomination.reportDay
    let work = person.employment(on: day)
    guard let unit = dossier.unit(work.unit) else { return nil }
    let frame = frame(.baoCaoThanhTichCaNhan, nomination, of: unit)
    reportBlanks(of: person, nomination)
    var parts = AchievementParts()
    if unit.head == person.id, unit.kind != .lanhDao {
      parts.add("tap_the", if: dossier.report(of: unit.id) != nil, else: .unitReport(unit))
    }
    parts.add("nhiem_vu", if: person.duties != nil, else: .duties)
    parts.add("ket_qua", if: !nomination.achievements.isEmpty, else: .achievements)
    parts.add("sang_kien", if: nomination.initiatives != nil, else: .initiatives)
    parts.add("chap_hanh", if: nomination.remark.isExemplary == true, else: .remark)
    if let incident = incidentAgainstPledge(of: nomination, on: day) {
      report(.pledgeLeftOut(nomination, person, incident))
    } else {
      parts.add("cam_doan")
    }
    let held = awardsHeld(before: nomination)
    if held == nil { parts.gaps.append(.register) }
    report(parts.gaps, of: nomination)
    let confirmation = confirmation(for: nomination, person, of: unit, row: frame.row)
    let body: [JSONValue.Member] = [
      .init("nguoi", json(person, post: work.post, of: unit)),
      .init("hinh_thuc", .string(name(of: nomination.award))),
      .init("danh_hieu", JSONValue(.boolean(nomination.award.isTitle))),
      .init("phong_trao", movement),
      .init("phan", .strings(parts.names)),
      .init(
        "tap_the",
        [
          "ten": .string(unit.name),
          "ket_qua": .sentences(results(of: dossier.report(of: unit.id))),
        ]),
      .init("nhiem_vu", .string(person.duties?.asSentence ?? "")),
      .init("noi_dung", .array(contents(of: nomination, else: nil))),
      .init("sang_kien", .array(initiatives(of: nomination))),
      .init("khen_thuong", json(held)),
      .init("xac_nhan", confirmation.nearest),
      .init("cap_trinh", confirmation.submitting),
      .init("ky", ["ho_ten": .string(person.name)]),
    ]
    return order(
      .baoCaoThanhTichCaNhan, place: place, name: person.name, subject: person.id.text,
      head: frame.head, body: body, origin: nomination.origin)
  }

  private mutating func achievements(
    of unit: OfficeUnit, _ nomination: Nomination, place: Int
  ) -> DocumentOrder? {
    guard begins() else { return nil }
    let frame = frame(.baoCaoThanhTichTapThe, nomination, of: unit)
    guard let signature = unitSignature(unit, row: frame.row) else { return nil }
    let unitReport = dossier.report(of: unit.id)
    let contents = contents(of: nomination, else: unitReport)
    let models = unitReport?.models
    var parts = AchievementParts()
    if unit.function == nil { parts.gaps.append(.function) }
    if unitReport == nil { parts.gaps.append(.unitReport(unit)) }
    parts.add("ket_qua", if: !contents.isEmpty, else: .achievements)
    parts.add("sang_kien", if: nomination.initiatives != nil || models != nil, else: .initiatives)
    parts.add("chap_hanh", if: nomination.remark.isExemplary == true, else: .remark)
    let held = awardsHeld(before: nomination)
    if held == nil { parts.gaps.append(.register) }
    report(parts.gaps, of: nomination)
    let confirmation = confirmation(for: nomination, of: unit, row: frame.row)
    let targets = unitReport.map { standings(of: $0) } ?? []
    let body: [JSONValue.Member] = [
      .init("tap_the", .string(unit.name)),
      .init("hinh_thuc", .string(name(of: nomination.award))),
      .init("danh_hieu", JSONValue(.boolean(nomination.award.isTitle))),
      .init("phong_trao", movement),
      .init("nhan_su", staffFigures(of: unit, on: nomination.reportDay)),
      .init("chuc_nang", .string(unit.function ?? "")),
      .init("phan", .strings(parts.names)),
      .init("noi_dung", .array(contents)),
      .init("chi_tieu", .array(targets.map(\.json))),
      .init("sang_kien", .array(initiatives(of: nomination))),
      .init("mo_hinh", .array((models ?? []).map(\.json))),
      .init("doan_ket", JSONValue(.boolean(nomination.remark.isUnited == true))),
      .init("khen_thuong", json(held)),
      .init("xac_nhan", confirmation.nearest),
      .init("cap_trinh", confirmation.submitting),
      signature.member,
    ]
    return order(
      .baoCaoThanhTichTapThe, place: place, name: unit.name, subject: unit.id.text,
      head: frame.head, body: body, origin: nomination.origin)
  }

  /// The head of a report, which carries no number, and the row that stands for it.
  private mutating func frame(
    _ kind: DocumentKind, _ nomination: Nomination, of unit: OfficeUnit
  ) -> (head: DocumentHead, row: DocumentRow?) {
    // The report has its day from the nomination; a row of `van-ban.json` would say it twice.
    let row = nomination.papers.achievementReport.map { day in
      DocumentRow(
        id: ID(nomination.id.text), kind: .own(kind), unit: unit.id, number: nil, date: day,
        year: nil, signer: nil, issuer: nil, signerName: nil, nominations: [nomination.id],
        origin: nomination.papers.origin)
    }
    let issuer =
      unit.kind == .lanhDao ? Issuer(dossier.office) : Issuer(unit, of: dossier.office)
    let award = nomination.award
    let title = award.isTitle ? "danh hiệu “\(award.label)”" : name(of: award)
    let head = head(
      kind, by: issuer.withoutNumber, title: "BÁO CÁO THÀNH TÍCH",
      subject: Self.withoutWidow("Đề nghị tặng \(title)".uppercased()), row: row,
      subjectPlace: nomination.origin, year: dossier.period.usualYear)
    return (head, row)
  }

  /// An incident that the pledge of the report would deny on the day it is signed.
  private func incidentAgainstPledge(of nomination: Nomination, on day: CivilDate?) -> Incident? {
    let denied: [Incident.Kind] = [.xemXetKyLuat, .dieuTra, .thanhTraKiemTra, .khieuNaiToCao]
    return dossier.review.incidents.content?.incidents(of: nomination.nominee).first { incident in
      denied.contains(incident.kind) && (day.map { incident.lasts(on: $0) } ?? (incident.to == nil))
    }
  }
}

extension Nomination {
  /// The day of the achievement report, else the day on which the dossier came in.
  fileprivate var reportDay: CivilDate? { papers.achievementReport ?? receivedOn }
}
