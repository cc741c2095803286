internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Biên bản họp bình xét: how a unit voted on its nominations.
///
/// It records the meeting, so it lists whoever was voted on, whatever the rules say of them.
extension Composer {
  /// The orders for the minutes, in the order of the units; a unit that has not met has none and
  /// leaves its number free.
  mutating func bienBanBinhXet() -> [DocumentOrder] {
    let byUnit = Dictionary(grouping: dossier.review.unitMeetings.content ?? [], by: \.unit)
    var orders: [DocumentOrder] = []
    for (index, unit) in dossier.units.enumerated() {
      let own = byUnit[unit.id] ?? []
      for (time, meeting) in own.enumerated() {
        let name = time == 0 ? unit.name : "\(unit.name) lần \(time + 1)"
        orders +=
          order(
            meeting, of: unit, row: row(of: meeting, among: own), place: index + 1, name: name
          ).map { [$0] } ?? []
      }
    }
    return orders
  }

  /// The unit's row: of several meetings it is that of its own day, or of the last.
  private func row(of meeting: UnitMeeting, among own: [UnitMeeting]) -> DocumentRow? {
    let row = dossier.documents(of: .bienBanBinhXet).first { $0.unit == meeting.unit }
    let named = own.last { $0.date == row?.date } ?? own.last
    return named?.origin == meeting.origin ? row : nil
  }

  private mutating func order(
    _ meeting: UnitMeeting, of unit: OfficeUnit, row: DocumentRow?, place: Int, name: String
  ) -> DocumentOrder? {
    let paper = "biên bản họp ngày \(meeting.date.shortForm) của \(unit.name)"
    let blanks = [
      (key: "bat_dau", what: "giờ bắt đầu", isMissing: meeting.start == nil),
      (key: "ket_thuc", what: "giờ kết thúc", isMissing: meeting.end == nil),
      (key: "dia_diem", what: "địa điểm", isMissing: meeting.venue == nil),
      (key: "y_kien", what: "ý kiến thảo luận", isMissing: meeting.opinions == nil),
    ]
    let isComplete = reportBlanks(blanks, in: paper, at: meeting.origin)
    check(meeting, of: unit, row: row)
    let head = minutesHead(
      .bienBanBinhXet, by: Issuer(unit, of: dossier.office),
      subject: "Họp bình xét, đề nghị \(dossier.period.occasionInTitle)", row: row,
      day: meeting.date,
      isComplete: isComplete, origin: dossier.period.origin)
    let votes = meeting.votes.compactMap { vote in
      dossier.review.nomination(vote.nomination).map { (vote: vote, nomination: $0) }
    }
    let abstained = votes.filter { $0.vote.ayes + $0.vote.noes < meeting.present }
    let body: [JSONValue.Member] = [
      .init(
        "don_vi",
        [
          "ten": .string(unit.name), "ky_hieu": .string(unit.symbol ?? ""),
          "co_so_van_ban": JSONValue(.boolean(unit.hasNumberSeries)),
        ]),
      .init("don_vi_tham_muu", advisingUnit),
      .init("la_don_vi_tham_muu", JSONValue(.boolean(unit.id == dossier.office.advisingUnit))),
      .init("dot", .string(dossier.period.occasion)),
      .init("hop", times(meeting.start, meeting.end, on: meeting.date, venue: meeting.venue)),
      .init("du_hop", attendance(of: meeting)),
      .init("chu_tri", participant(meeting.chair, on: meeting.date, in: unit.id)),
      .init("thu_ky", participant(meeting.secretary, on: meeting.date, in: unit.id)),
      .init("cach_bieu_quyet", .string(meeting.method.label)),
      .init("biet_y_kien", JSONValue(.boolean(meeting.opinions != nil))),
      .init("y_kien", .strings(meeting.opinions ?? [])),
      .init(
        "khoi",
        blocks(votes, on: meeting.date, by: \.nomination.nominee) { line($0.vote, in: meeting) }),
      .init(
        "khong_bieu_quyet",
        .array(
          abstained.map { vote, nomination in
            [
              "so": .integer(meeting.present - vote.ayes - vote.noes),
              "ten": .string(called(nomination.nominee)),
            ]
          })),
      .init("thong_nhat", counts(votes.filter { $0.vote.isCarried }.map(\.nomination))),
      .init(
        "ky",
        [
          "thu_ky": .string(dossier.name(of: .person(meeting.secretary))),
          "chu_toa": .string(dossier.name(of: .person(meeting.chair))),
        ]),
    ]
    return order(
      .bienBanBinhXet, place: place, name: name, subject: unit.id.text, head: head, body: body,
      origin: meeting.origin)
  }

  private func attendance(of meeting: UnitMeeting) -> JSONValue {
    [
      "tong_so": .integer(meeting.total), "co_mat": .integer(meeting.present),
      "vang": .integer(max(0, meeting.total - meeting.present)),
      "nguoi_vang": absentees(meeting.absentees),
    ]
  }

  private func line(_ vote: UnitMeeting.Vote, in meeting: UnitMeeting) -> JSONValue {
    guard let nomination = dossier.review.nomination(vote.nomination) else { return nil }
    var post = ""
    if case .person(let id) = nomination.nominee, let person = dossier.person(id) {
      let then = person.employment(on: meeting.date)
      post = then.unit == meeting.unit ? then.post : self.post(of: nomination)
    }
    return [
      "ten": .string(dossier.name(of: nomination.nominee)), "chuc_vu": .string(post),
      "hinh_thuc": .string(nomination.award.label),
      "dong_y": .string("\(vote.ayes)/\(meeting.present)"),
      "ty_le": .string(Self.share(vote.ayes, of: meeting.present)),
      "khong_dong_y": .integer(vote.noes),
    ]
  }
}

extension UnitMeeting.Vote {
  /// True when more were for it than against it: no rule known to us asks a unit for more.
  var isCarried: Bool { ayes > noes }
}
