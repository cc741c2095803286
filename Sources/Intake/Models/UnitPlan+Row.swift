import Dossier

extension UnitPlan {
  /// Makes a unit's plan from a row of `ke-hoach-don-vi.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      unit: try row.id("don_vi"), subject: try row.text("trich_yeu"),
      purposes: row.texts("muc_dich"), works: try row.rows("noi_dung", Work.init(_:)),
      contentsWithout: row.integers("khong_phat_sinh"), measures: row.texts("giai_phap"),
      organisation: row.texts("to_chuc"), origin: row.origin)
  }
}

extension UnitPlan.Work {
  /// Makes a piece of work from a row of `noi_dung`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      content: try row.integer("noi_dung"), task: try row.text("viec"),
      lead: try row.id("chu_tri"), deadline: row.optionalDate("thoi_han"),
      target: row.optionalID("chi_tieu"), origin: row.origin)
  }
}
