import Dossier

extension Outcomes {
  /// Makes what became of the nominations from `ket-qua.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      presentations: try row.rows("trao", Presentation.init(_:)),
      refusals: try row.rows("khong_duoc_khen", Refusal.init(_:)),
      returns: try row.rows("tra_lai", Return.init(_:)))
  }
}

extension Outcomes.Presentation {
  /// Makes the handing over of an award from a row of `trao`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      nomination: try row.id("de_nghi"), date: try row.date("ngay"),
      presenter: row.optionalID("nguoi_trao"), receiver: row.optionalID("nguoi_nhan_thay"),
      origin: row.origin)
  }
}

extension Outcomes.Refusal {
  /// Makes a refusal from a row of `khong_duoc_khen`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      nomination: try row.id("de_nghi"), reason: try row.text("ly_do"),
      noticeDate: row.optionalDate("thong_bao_ngay"), origin: row.origin)
  }
}

extension Outcomes.Return {
  /// Makes a dossier sent back from a row of `tra_lai`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      nomination: try row.id("de_nghi"), date: try row.date("ngay"),
      missing: row.texts("thieu"), deadline: row.optionalDate("han_bo_sung"), origin: row.origin)
  }
}
