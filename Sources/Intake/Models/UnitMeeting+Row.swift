import Dossier

extension UnitMeeting {
  /// Makes a unit's meeting from a row of `binh-xet.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      unit: try row.id("don_vi"), date: try row.date("ngay"), start: row.optionalText("bat_dau"),
      end: row.optionalText("ket_thuc"), venue: row.optionalText("dia_diem"),
      chair: try row.id("chu_tri"), secretary: try row.id("thu_ky"),
      total: try row.integer("tong_so"), present: try row.integer("co_mat"),
      absentees: try row.rows("vang", Absentee.init(_:)),
      method: try row.word("cach_bieu_quyet"), opinions: row.optionalTexts("y_kien"),
      votes: try row.rows("ket_qua", Vote.init(_:)), origin: row.origin)
  }
}

extension UnitMeeting.Vote {
  /// Makes a vote from a row of `ket_qua`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      nomination: try row.id("de_nghi"), ayes: try row.integer("dong_y"),
      noes: try row.integer("khong_dong_y"), origin: row.origin)
  }
}

extension Absentee {
  /// Makes an absentee from a row of `vang`.
  init(_ row: Row) throws(Row.Unread) {
    let who: Who =
      if let person = row.optionalText("nguoi") { .person(ID(person)) } else {
        .named(try row.text("ho_ten"))
      }
    self.init(
      who: who, reason: row.optionalText("ly_do"),
      writtenOpinion: row.optionalDate("y_kien_van_ban"),
      origin: row.origin)
  }
}
