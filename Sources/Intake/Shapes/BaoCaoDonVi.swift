extension FileShape {
  /// Unit reports: `bao-cao-don-vi.json`.
  static let baoCaoDonVi = FileShape(
    "Báo cáo của phòng, đơn vị",
    "Kết quả thực hiện phong trào của từng phòng, đơn vị.",
    [.required("bao_cao", .list(report, distinctBy: "don_vi"), "Các báo cáo.")])

  private static let report = Shape.object([
    .required("don_vi", .reference(.unit), "Mã đơn vị báo cáo."),
    .optional("ngay_nhan", .date, "Ngày nhận báo cáo."),
    .required("chi_tieu", .map(.entity(.target), .quantity), "Mã chỉ tiêu và kết quả đạt được."),
    .required("ket_qua", .list(result), "Kết quả theo từng nội dung thi đua."),
    .optional("mo_hinh", .list(model), "Mô hình, cách làm hay."),
    .optional("tuyen_truyen", .list(publicity), "Hoạt động tuyên truyền."),
    .optional("han_che", .texts, "Hạn chế."),
    .optional("nguyen_nhan", .texts, "Nguyên nhân của hạn chế."),
    .optional("kho_khan", .list(difficulty), "Khó khăn, vướng mắc và kiến nghị."),
    .optional("nhiem_vu_toi", .texts, "Nhiệm vụ thời gian tới."),
  ])

  private static let result = Shape.object([
    .required("noi_dung", .reference(.content), "Số của nội dung thi đua."),
    .required("mo_ta", .text(), "Kết quả đã đạt."),
    .optional("so_lieu", .list(figure), "Số liệu để cộng chung."),
  ])

  private static let figure = Shape.object([
    .required("ten", .text(), "Tên số liệu, dùng chung giữa các đơn vị."),
    .required("so", .quantity, "Giá trị."),
  ])

  private static let model = Shape.object([
    .required("ten", .text(), "Tên mô hình."),
    .required("noi_dung", .reference(.content), "Số của nội dung thi đua."),
    .optional("nhan_rong", .boolean, "true nếu đã được nhân rộng."),
    .optional("dia_chi", .text(), "Nơi thực hiện."),
  ])

  private static let publicity = Shape.object([
    .required("ten", .text(), "Tên hoạt động."),
    .optional("ngay", .date, "Ngày thực hiện."),
    .optional("duong_dan", .text(), "Đường dẫn bài viết."),
  ])

  private static let difficulty = Shape.object([
    .required("noi_dung", .text(), "Khó khăn, vướng mắc."),
    .optional("kien_nghi", .text(), "Kiến nghị."),
    .optional("huong_xu_ly", .text(), "Hướng xử lý của Văn phòng; null là chưa có."),
  ])
}
