import Dossier

extension Initiative {
  /// Makes an initiative from a row of `sang-kien.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      id: try row.id("ma"), name: try row.text("ten"),
      authors: try row.rows("tac_gia", Author.init(_:)),
      contents: row.optionalIntegers("noi_dung_thi_dua"), scope: try row.word("pham_vi"),
      recognition: try row.row("cong_nhan").map(CitedPaper.init(_:)),
      effect: row.optionalText("hieu_qua"), origin: row.origin)
  }
}

extension Initiative.Author {
  /// Makes an author from a row of `tac_gia`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      person: try row.id("nguoi"), share: row.optionalInteger("dong_gop"), origin: row.origin)
  }
}
