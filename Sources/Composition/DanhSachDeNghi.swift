internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Danh sách trích ngang đề nghị khen thưởng: whom a unit proposes, on one table.
///
/// It goes with the minutes of the unit's meeting, so it lists whom that meeting voted on; what
/// the council passed later is not looked at, the proposal comes before it. Of those it lists who
/// meets the rules, since no list may hold anybody else; a finding names who was left out.
extension Composer {
  /// The orders for the lists, in the order of the units; a unit that has nobody to list has none
  /// and leaves its number free.
  mutating func danhSachDeNghi() -> [DocumentOrder] {
    let standing = (dossier.review.nominations.content ?? []).filter { $0.typedStatus != .rut }
    let byUnit = Dictionary(grouping: standing, by: proposingUnit)
    var orders: [DocumentOrder] = []
    for (index, unit) in dossier.units.enumerated() {
      let own = byUnit[unit.id] ?? []
      let entries = own.compactMap(entry)
      let listed = Set(entries.map(\.nomination.id))
      let leftOut = own.filter { !listed.contains($0.id) }
      if !leftOut.isEmpty { report(.leftOut(leftOut.map(leftOutInWords), of: unit, at: list)) }
      guard !entries.isEmpty else { continue }
      orders += order(entries, of: unit, place: index + 1).map { [$0] } ?? []
    }
    return orders
  }

  private var list: Place { dossier.review.nominations.origin.key("de_nghi") }

  private func entry(_ nomination: Nomination) -> ListEntry? {
    guard decision(on: nomination.id)?.outcome == .met, let vote = unitVote(on: nomination) else {
      return nil
    }
    return ListEntry(nomination: nomination, meeting: vote.meeting, vote: vote.vote)
  }

  private func leftOutInWords(_ nomination: Nomination) -> String {
    let outcome = decision(on: nomination.id)?.outcome
    let why = outcome == .met ? "chưa được bình xét" : outcome?.label ?? "chưa có kết quả xét"
    return "\(nomination.id) (\(dossier.name(of: nomination.nominee)), \(why))"
  }

  private mutating func order(
    _ entries: [ListEntry], of unit: OfficeUnit, place: Int
  ) -> DocumentOrder? {
    let row = dossier.documents(of: .danhSachDeNghi).first { $0.unit == unit.id }
    guard let signature = unitSignature(unit, row: row) else { return nil }
    let head = head(
      .danhSachDeNghi, by: Issuer(unit, of: dossier.office).withoutNumber, title: "DANH SÁCH",
      subject: dossier.period.proposal, row: row, subjectPlace: dossier.period.origin,
      year: entries.map(\.meeting.date.year).max())
    let days = Set(entries.map(\.meeting.date)).sorted()
    let sorted = NameOrder(of: dossier, on: days.last).sorted(entries, by: \.nomination.nominee)
    for entry in sorted { reportBlanks(of: entry.nomination) }
    // Which block comes first is the office's rule, which stands in the order of the lines.
    let kinds = sorted.first?.isCollective == true ? [true, false] : [false, true]
    let blocks: [JSONValue] = kinds.compactMap { isCollective in
      let lines = sorted.filter { $0.isCollective == isCollective }.map(json)
      guard !lines.isEmpty else { return nil }
      return ["la_tap_the": JSONValue(.boolean(isCollective)), "dong": .array(lines)]
    }
    let collectives = sorted.count(where: \.isCollective)
    let body: [JSONValue.Member] = [
      .init("don_vi", ["ten": .string(unit.name)]),
      .init("ngay_hop", .strings(days.map(\.shortForm))),
      .init("nhieu_cuoc_hop", JSONValue(.boolean(days.count > 1))),
      .init("khoi", .array(blocks)),
      .init("so_tap_the", .integer(collectives)),
      .init("so_ca_nhan", .integer(sorted.count - collectives)),
      signature.member,
    ]
    return order(
      .danhSachDeNghi, place: place, name: unit.name, subject: unit.id.text, head: head,
      body: body, origin: list)
  }

  private func json(_ entry: ListEntry) -> JSONValue {
    let nomination = entry.nomination
    let person: Person? =
      if case .person(let id) = nomination.nominee { dossier.person(id) } else { nil }
    let birthYear = person?.birthDate.map { String($0.year) } ?? ""
    return [
      "ten": .string(dossier.name(of: nomination.nominee)),
      "nam_sinh_nam": .string(person?.sex == .male ? birthYear : ""),
      "nam_sinh_nu": .string(person?.sex == .female ? birthYear : ""),
      "chuc_vu_don_vi": .string(post(of: nomination)),
      "hinh_thuc": .string(nomination.award.label),
      "tom_tat": .string(nomination.summary ?? ""),
      "khen_thuong": .array(pastAwards(before: nomination)),
      "dong_y": .string(String(entry.vote.ayes)),
      "co_mat": .string(String(entry.meeting.present)),
    ]
  }

  /// What the nominee got before the dossier came in and still holds, each form once with its
  /// years.
  func pastAwards(before nomination: Nomination) -> [JSONValue] {
    let awards = awardsHeld(before: nomination) ?? []
    var forms: [AwardForm] = []
    for award in awards where !forms.contains(award.form) { forms.append(award.form) }
    return forms.map { form in
      let years = Set(awards.filter { $0.form == form }.map(\.year)).sorted()
      return ["ten": .string(form.label), "nam": .strings(years.map(String.init))]
    }
  }

  /// Says what the line of a nominee leaves blank.
  private mutating func reportBlanks(of nomination: Nomination) {
    let name = dossier.name(of: nomination.nominee)
    if nomination.summary == nil { report(.summaryMissing(nomination, name: name)) }
    if case .person(let id) = nomination.nominee, let person = dossier.person(id),
      person.birthDate == nil
    {
      report(.birthYearUnknown(person))
    }
  }
}

/// A line of the list before it is ordered.
private struct ListEntry {
  let nomination: Nomination
  let meeting: UnitMeeting
  let vote: UnitMeeting.Vote

  var isCollective: Bool { nomination.nominee.isCollective }
}

extension Period {
  /// What the list proposes, put together here because the rule line under it is measured.
  fileprivate var proposal: String { "Đề nghị \(occasion)" }

  /// What the review commends for, such as `khen thưởng sơ kết Phong trào thi đua giai đoạn
  /// 2026-2027`.
  var occasion: String { "khen thưởng \(review) \(movement)" }

  /// The same as the end of a title, where the movement and its years stay on one line; together
  /// with a phase they get a line of their own, since a line would break at the hyphen of its years.
  var occasionInTitle: String {
    let isPhase = years.map { $0.count > 1 } ?? false
    return "khen thưởng \(review)\(isPhase ? "\n" : " ")\(movement.replacing(" ", with: "\u{A0}"))"
  }

  private var review: String {
    switch moment {
    case .phatDong, .hangNam: "hằng năm"
    case .soKet: "sơ kết"
    case .tongKet: "tổng kết"
    }
  }

  private var movement: String { "Phong trào thi đua\(phase.map { " " + $0 } ?? "")" }
}

extension Diagnostic {
  fileprivate static func leftOut(
    _ nominations: [String], of unit: OfficeUnit, at place: Place
  ) -> Diagnostic {
    .info(
      Code("CO040"),
      "danh sách đề nghị của \(unit.name) (\(unit.id)) không có "
        + nominations.joined(separator: ", "),
      at: place, help: "xem phiếu thẩm định của các đề nghị này")
  }

  fileprivate static func birthYearUnknown(_ person: Person) -> Diagnostic {
    .warning(
      Code("CO041"),
      "chưa biết năm sinh của \(person.id) (\(person.name)), nên ô năm sinh để trống",
      at: person.origin, help: "ghi “ngay_sinh” của người này trong nhan-su.json")
  }

  /// The list and the table for the council say it in the same words, so that it is said once.
  static func summaryMissing(_ nomination: Nomination, name: String) -> Diagnostic {
    .warning(
      Code("CO044"),
      "đề nghị \(nomination.id) (\(name)) chưa có tóm tắt thành tích, nên ô tóm tắt để trống",
      at: nomination.origin, help: "ghi “tom_tat” của đề nghị trong de-nghi.json")
  }
}
