import Dossier

extension Council {
  /// Makes the council and its meetings from `hoi-dong.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      name: try row.text("ten"), founding: try row.row("thanh_lap").map(CitedPaper.init(_:)),
      members: try row.rows("thanh_vien", Member.init(_:)),
      sessions: try row.rows("phien", Session.init(_:)), origin: row.origin)
  }
}

extension Council.Member {
  /// Makes a member from a row of `thanh_vien`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(person: try row.id("nguoi"), role: try row.word("vai_tro"), origin: row.origin)
  }
}

extension Council.Session {
  /// Makes a meeting from a row of `phien`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      id: try row.id("ma"), date: try row.date("ngay"), start: row.optionalText("bat_dau"),
      end: row.optionalText("ket_thuc"), venue: row.optionalText("dia_diem"),
      chair: try row.id("chu_tri"), secretary: try row.id("thu_ky"),
      present: try row.ids("co_mat"), absentees: try row.rows("vang", Absentee.init(_:)),
      method: try row.word("cach_bieu_quyet"),
      tellers: try row.row("ban_kiem_phieu").map(Council.Tellers.init(_:)),
      opinions: try row.optionalRows("y_kien", Council.Opinion.init(_:)),
      conclusion: row.optionalText("ket_luan"), origin: row.origin)
  }
}

extension Council.Tellers {
  /// Makes the tellers from `ban_kiem_phieu`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      head: try row.id("truong_ban"), others: try row.ids("uy_vien"), origin: row.origin)
  }
}

extension Council.Opinion {
  /// Makes an opinion from a row of `y_kien`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(person: try row.id("nguoi"), text: try row.text("noi_dung"), origin: row.origin)
  }
}

extension Ballot {
  /// Makes the votes of all meetings from `bo-phieu.json`: the one at its top, then the further
  /// ones.
  static func all(in row: Row) throws(Row.Unread) -> [Ballot] {
    try [Ballot(row)] + row.rows("phien_khac", Ballot.init(_:))
  }

  /// Makes the votes of one meeting.
  init(_ row: Row) throws(Row.Unread) {
    guard let ballots = row.row("phieu") else { throw Row.Unread(place: row.origin) }
    self.init(
      session: try row.id("phien"), issued: try ballots.integer("phat_ra"),
      returned: try ballots.integer("thu_ve"), valid: try ballots.integer("hop_le"),
      invalid: try ballots.integer("khong_hop_le"),
      written: row.optionalInteger("y_kien_van_ban"),
      votes: try row.rows("ket_qua", Vote.init(_:)), origin: row.origin)
  }
}

extension Ballot.Vote {
  /// Makes a vote from a row of `ket_qua`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      nomination: try row.id("de_nghi"), ayes: try row.integer("dong_y"),
      noes: try row.integer("khong_dong_y"), writtenAyes: row.optionalInteger("van_ban_dong_y"),
      origin: row.origin)
  }
}
