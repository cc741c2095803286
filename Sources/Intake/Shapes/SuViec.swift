import Dossier

extension FileShape {
  /// Discipline, examination, complaint, absence: `su-viec.json`.
  static let suViec = FileShape(
    "Sự việc",
    "Kỷ luật, thanh tra, đơn thư, nghỉ dài ngày; và xác nhận của từng đơn vị rằng ngoài những "
      + "việc đã ghi thì không có việc nào khác.",
    [
      .required("su_viec", .list(incident), "Các sự việc, mỗi việc một dòng."),
      .required("xac_nhan", .list(confirmation), "Xác nhận của từng đơn vị."),
    ])

  private static let incident = ObjectShape([
    .alternative("nguoi", .reference(.person), "Mã người có sự việc."),
    .alternative("don_vi", .reference(.unit), "Mã đơn vị có sự việc."),
    .required(
      "loai",
      .words(Incident.Kind.self), "Loại sự việc."),
    .optional(
      "muc",
      .words(Incident.Measure.self), "Hình thức kỷ luật, khi loại là ky_luat."),
    .required("tu_ngay", .date, "Ngày bắt đầu."),
    .optional("den_ngay", .date, "Ngày kết thúc; null là chưa kết thúc."),
    .optional("van_ban", .citedPaper, "Văn bản về việc này."),
    .optional("noi_dung", .text(), "Nội dung sự việc."),
    .optional("ket_luan", .text(), "Kết luận; null là chưa có."),
  ]).exactlyOne(of: "nguoi", "don_vi")

  private static let confirmation = Shape.object([
    .required("don_vi", .reference(.unit), "Mã đơn vị xác nhận."),
    .required("ngay", .date, "Ngày xác nhận."),
    .required("nguoi_xac_nhan", .reference(.person), "Mã người xác nhận."),
  ])
}
