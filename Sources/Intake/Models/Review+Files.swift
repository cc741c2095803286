import Diagnostics
import Dossier

extension Review {
  /// Makes the facts of a review from files without an error.
  init(_ files: [CheckedFile], of period: PeriodFiles) throws(Row.Unread) {
    func recorded<Content: Sendable>(
      _ kind: FileKind, _ make: (Row) throws(Row.Unread) -> Content
    ) throws(Row.Unread) -> Recorded<Content> {
      try Recorded(kind, in: files, of: period, make)
    }
    self.init(
      ratings: try recorded(.xepLoai, RatingList.all(in:)),
      incidents: try recorded(.suViec, IncidentLog.init(_:)),
      initiatives: try recorded(.sangKien) { row throws(Row.Unread) in
        try row.rows("sang_kien", Initiative.init(_:))
      },
      register: try recorded(.soKhenThuong) { row throws(Row.Unread) in
        try row.rows("khen_thuong", PastAward.init(_:))
      },
      officeRules: try recorded(.quyDinh, OfficeRules.init(_:)),
      unitMeetings: try recorded(.binhXet) { row throws(Row.Unread) in
        try row.rows("cuoc_hop", UnitMeeting.init(_:))
      },
      nominations: try recorded(.deNghi) { row throws(Row.Unread) in
        try row.rows("de_nghi", Nomination.init(_:))
      },
      council: try recorded(.hoiDong, Council.init(_:)),
      ballots: try recorded(.boPhieu, Ballot.all(in:)),
      outcomes: try recorded(.ketQua, Outcomes.init(_:)))
  }
}

extension Recorded {
  /// Makes what one file records; nothing, with the place for it, while there is no such file.
  init(
    _ kind: FileKind, in files: [CheckedFile], of period: PeriodFiles,
    _ make: (Row) throws(Row.Unread) -> Content
  ) throws(Row.Unread) {
    guard let file = files.first(where: { $0.kind == kind }) else {
      self.init(nil, origin: .file(period.path(of: kind)))
      return
    }
    let row = Row(file)
    self.init(try make(row), origin: row.origin)
  }
}
