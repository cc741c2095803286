import Dossier

extension PeriodReport {
  /// Makes what a person writes in a report from `bao-cao.json`.
  init(_ row: Row) throws(Row.Unread) {
    guard let assessment = row.row("danh_gia") else {
      throw Row.Unread(place: row.place(of: "danh_gia"))
    }
    let causes = assessment.row("nguyen_nhan")
    let onward = row.row("gui_cap_tren")
    self.init(
      leadership: row.texts("lanh_dao_chi_dao"),
      inspections: try row.optionalRows("kiem_tra", Inspection.init(_:)),
      strengths: assessment.texts("uu_diem"), limits: assessment.texts("han_che"),
      outerCauses: causes?.texts("khach_quan") ?? [], innerCauses: causes?.texts("chu_quan") ?? [],
      lessons: assessment.texts("bai_hoc"), nextTasks: row.texts("nhiem_vu_toi"),
      proposals: row.texts("kien_nghi"),
      addressees: onward?.optionalFlag("gui") == true ? onward?.texts("kinh_gui") ?? [] : [],
      origin: row.origin)
  }
}

extension PeriodReport.Inspection {
  /// Makes an inspection from a row of `kiem_tra`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      date: try row.date("ngay"), unit: try row.id("don_vi"), subject: try row.text("noi_dung"),
      conclusion: row.optionalText("ket_luan"), origin: row.origin)
  }
}
