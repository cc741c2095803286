extension FileShape {
  /// What became of the nominations: `ket-qua.json`.
  static let ketQua = FileShape(
    "Kết quả",
    "Việc trao thưởng, trường hợp không được khen, hồ sơ trả lại.",
    [
      .required("trao", .list(presentation), "Các lần trao thưởng."),
      .required("khong_duoc_khen", .list(refusal), "Các trường hợp không được khen."),
      .required("tra_lai", .list(returned), "Hồ sơ trả lại để bổ sung."),
    ])

  private static let presentation = Shape.object([
    .required("de_nghi", .reference(.nomination), "Mã đề nghị."),
    .required("ngay", .date, "Ngày trao."),
    .optional("nguoi_trao", .reference(.person), "Mã người trao."),
    .optional("nguoi_nhan_thay", .reference(.person), "Mã người nhận thay."),
  ])

  private static let refusal = Shape.object([
    .required("de_nghi", .reference(.nomination), "Mã đề nghị."),
    .required("ly_do", .text(), "Lý do."),
    .optional("thong_bao_ngay", .date, "Ngày thông báo."),
  ])

  private static let returned = Shape.object([
    .required("de_nghi", .reference(.nomination), "Mã đề nghị."),
    .required("ngay", .date, "Ngày trả lại."),
    .required("thieu", .list(.text(), atLeast: 1), "Giấy tờ còn thiếu."),
    .optional("han_bo_sung", .date, "Hạn bổ sung."),
  ])
}
