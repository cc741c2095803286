internal import Diagnostics
internal import Dossier
internal import Vocabulary

/// What the facts of a meeting say against each other or against the papers that follow from it.
///
/// Votes and people are counted against each other by `Intake`; a decision before the meeting that
/// led to it is found there too.
extension Composer {
  /// Checks a unit's meeting and the row of its minutes.
  mutating func check(_ meeting: UnitMeeting, of unit: OfficeUnit, row: DocumentRow?) {
    let name = "cuộc họp ngày \(meeting.date.shortForm) của \(unit.name)"
    checkRow(row, against: (name, meeting.date, meeting.chair))
    for (person, role) in [(meeting.chair, "chủ trì"), (meeting.secretary, "thư ký")]
    where isAbsent(person, meeting.absentees) {
      report(.absentInOffice(dossier.name(of: .person(person)), role, name, at: meeting.origin))
    }
    let absent = meeting.total - meeting.present
    if absent > meeting.absentees.count {
      report(.absenteesUnnamed(absent, meeting.absentees.count, name, at: meeting.origin))
    }
    for vote in meeting.votes where !vote.isCarried {
      guard let nomination = dossier.review.nomination(vote.nomination),
        nomination.typedStatus != .rut
      else { continue }
      report(.notCarried(nomination, vote, name: dossier.name(of: nomination.nominee)))
    }
  }

  /// Checks a meeting of the council and the row of its minutes.
  mutating func check(_ session: Council.Session, of council: Council, row: DocumentRow?) {
    let name = "phiên họp \(session.id) ngày \(session.date.shortForm)"
    checkRow(row, against: (name, session.date, session.chair))
    let here = Set(session.present)
    if !here.contains(session.chair) {
      report(
        .absentInOffice(
          dossier.name(of: .person(session.chair)), "chủ trì", name, at: session.origin))
    }
    let others =
      [(session.secretary, "thư ký")]
      + (session.tellers.map { [$0.head] + $0.others } ?? []).map { ($0, "ban kiểm phiếu") }
    for (person, role) in others where isAbsent(person, session.absentees) {
      report(.absentInOffice(dossier.name(of: .person(person)), role, name, at: session.origin))
    }
    for member in council.members {
      let isAway = isAbsent(member.person, session.absentees)
      guard here.contains(member.person) == isAway else { continue }
      report(
        .attendanceUnclear(
          dossier.name(of: .person(member.person)), inBoth: isAway, name, at: session.origin))
    }
    let members = Set(council.members.map(\.person))
    for person in session.present where !members.contains(person) {
      report(.notMember(dossier.name(of: .person(person)), name, at: session.origin.key("co_mat")))
    }
    checkDays(of: session, name: name)
  }

  /// Reports units that met after the council voted on what they put forward, and tờ trình dated
  /// before the council met.
  private mutating func checkDays(of session: Council.Session, name: String) {
    guard let ballot = dossier.review.ballot(of: session.id) else { return }
    let voted = Set(ballot.votes.map(\.nomination))
    for meeting in dossier.review.unitMeetings.content ?? [] where meeting.date > session.date {
      guard let vote = meeting.votes.first(where: { voted.contains($0.nomination) }) else {
        continue
      }
      report(
        .metTooLate(
          "họp bình xét của đơn vị \(meeting.unit)", meeting.date, vote.nomination, before: name,
          at: meeting.origin.key("ngay")))
    }
    for row in dossier.documents(of: .toTrinhGiayKhen) + dossier.documents(of: .toTrinhBangKhen) {
      guard let date = row.date, date < session.date,
        let nomination = row.nominations?.first(where: voted.contains)
      else { continue }
      report(
        .submittedBeforeMeeting(row, date, nomination, name, at: row.origin.key("ngay")))
    }
  }

  private mutating func checkRow(
    _ row: DocumentRow?, against meeting: (name: String, date: CivilDate, chair: ID<Person>)
  ) {
    guard let row else { return }
    if let date = row.date, date != meeting.date {
      report(.minutesOfOtherDay(row, date, meeting.name))
    }
    if let signer = row.signer, signer != meeting.chair {
      report(
        .minutesSignedByOther(
          row, dossier.name(of: .person(signer)), dossier.name(of: .person(meeting.chair)),
          meeting.name))
    }
  }

  private func isAbsent(_ person: ID<Person>, _ absentees: [Absentee]) -> Bool {
    absentees.contains { $0.who == .person(person) }
  }
}

extension Diagnostic {
  fileprivate static func minutesOfOtherDay(
    _ row: DocumentRow, _ date: CivilDate, _ meeting: String
  ) -> Diagnostic {
    .warning(
      Code("CO070"),
      "dòng “\(row.id)” đề ngày \(date.shortForm), khác \(meeting); biên bản in ngày họp",
      at: row.origin.key("ngay"), help: "kiểm tra lại ngày họp và “ngay” của dòng này")
  }

  fileprivate static func minutesSignedByOther(
    _ row: DocumentRow, _ signer: String, _ chair: String, _ meeting: String
  ) -> Diagnostic {
    .warning(
      Code("CO070"),
      "dòng “\(row.id)” ghi người ký là \(signer), nhưng \(meeting) do \(chair) chủ trì; biên bản "
        + "in tên người chủ trì",
      at: row.origin.key("nguoi_ky"), help: "kiểm tra lại “nguoi_ky” và người chủ trì")
  }

  fileprivate static func absentInOffice(
    _ person: String, _ role: String, _ meeting: String, at place: Place
  ) -> Diagnostic {
    .error(
      Code("CO072"), "\(person) là \(role) nhưng không có mặt ở \(meeting)", at: place,
      help: "đối chiếu với sổ họp rồi sửa người \(role), hoặc sửa danh sách có mặt, vắng mặt")
  }

  fileprivate static func absenteesUnnamed(
    _ absent: Int, _ named: Int, _ meeting: String, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("CO073"), "\(meeting) vắng \(absent) người nhưng “vang” chỉ ghi \(named) người",
      at: place.key("vang"), help: "ghi đủ họ tên, lý do của người vắng, hoặc sửa số người")
  }

  fileprivate static func attendanceUnclear(
    _ person: String, inBoth: Bool, _ meeting: String, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("CO073"),
      inBoth
        ? "\(person) vừa có mặt vừa vắng mặt ở \(meeting)"
        : "\(person) là thành viên Hội đồng nhưng không được ghi có mặt hay vắng mặt ở \(meeting)",
      at: place.key(inBoth ? "vang" : "co_mat"),
      help: "ghi người này vào đúng một trong hai khóa “co_mat”, “vang”")
  }

  fileprivate static func notMember(
    _ person: String, _ meeting: String, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("CO073"),
      "\(person) có mặt ở \(meeting) nhưng không phải thành viên Hội đồng; biên bản "
        + "không tính người này", at: place,
      help: "bỏ người này khỏi “co_mat”, hoặc thêm vào “thanh_vien” nếu là thành viên")
  }

  fileprivate static func notCarried(
    _ nomination: Nomination, _ vote: UnitMeeting.Vote, name: String
  ) -> Diagnostic {
    .warning(
      Code("CO074"),
      "đơn vị không thống nhất đề nghị \(nomination.id) (\(name)): \(vote.ayes) đồng ý, "
        + "\(vote.noes) không đồng ý, nhưng de-nghi.json vẫn có đề nghị này",
      at: vote.origin, help: "ghi “trang_thai” của đề nghị là “rut”, hoặc sửa số phiếu")
  }

  fileprivate static func metTooLate(
    _ meeting: String, _ date: CivilDate, _ nomination: ID<Nomination>, before session: String,
    at place: Place
  ) -> Diagnostic {
    .error(
      Code("CO076"),
      "\(meeting) ngày \(date.shortForm) biểu quyết “\(nomination)” sau \(session) của Hội đồng",
      at: place, help: "đối chiếu ngày của hai cuộc họp với biên bản rồi sửa ngày sai")
  }

  fileprivate static func submittedBeforeMeeting(
    _ row: DocumentRow, _ date: CivilDate, _ nomination: ID<Nomination>, _ session: String,
    at place: Place
  ) -> Diagnostic {
    .error(
      Code("CO076"),
      "tờ trình “\(row.id)” ngày \(date.shortForm) đứng trước \(session) của Hội đồng, là phiên "
        + "biểu quyết “\(nomination)”",
      at: place, help: "đối chiếu ngày của tờ trình và của phiên họp rồi sửa ngày sai")
  }
}
