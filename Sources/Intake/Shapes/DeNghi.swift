import Dossier

extension FileShape {
  /// Nominations: `de-nghi.json`.
  static let deNghi = FileShape(
    "Đề nghị khen thưởng",
    "Hồ sơ đề nghị khen thưởng của đợt, mỗi tập thể, cá nhân một dòng cho mỗi hình thức.",
    [.required("de_nghi", .list(nomination), "Danh sách đề nghị.")])

  private static let nomination = ObjectShape([
    .required("ma", .identifier(.nomination), "Mã đề nghị, ví dụ “GK-01”."),
    .alternative("nguoi", .reference(.person), "Mã người được đề nghị."),
    .alternative("don_vi", .reference(.unit), "Mã đơn vị được đề nghị."),
    .required("hinh_thuc", .words(AwardForm.self), "Hình thức đề nghị."),
    .required("tang", .words(Movement.Level.self), "Phong trào do cấp nào phát động."),
    .optional("ngay_nhan_ho_so", .date, "Ngày nhận hồ sơ; ngày này quyết định luật áp dụng."),
    .optional(
      "trang_thai",
      .words(Nomination.Status.self),
      "Trạng thái; chỉ cần ghi cho_bo_sung hoặc rut, còn lại chương trình tự suy ra."),
    .optional("tom_tat", .text(), "Tóm tắt thành tích trong một câu."),
    .optional("cau_thanh_tich", .text(), "Câu ghi thành tích riêng, thay cho câu của đợt."),
    .required("thanh_tich", .list(achievement), "Các thành tích."),
    .optional("sang_kien", .list(.reference(.initiative)), "Mã các sáng kiến kèm theo."),
    .optional("nhan_xet", remark, "Nhận xét của người đứng đầu."),
    .optional("giay_to", papers, "Ngày của từng giấy tờ trong hồ sơ; null là còn thiếu."),
  ]).exactlyOne(of: "nguoi", "don_vi")

  private static let achievement = Shape.object([
    .required("ma", .identifier(.achievement), "Mã thành tích, không trùng qua các đợt."),
    .required("noi_dung_thi_dua", .reference(.content), "Số của nội dung thi đua."),
    .optional("tieu_chi", .reference(.criterion), "Số của tiêu chí."),
    .required("tu_ngay", .date, "Ngày bắt đầu."),
    .required("den_ngay", .date, "Ngày kết thúc."),
    .required("mo_ta", .text(), "Mô tả thành tích, có số liệu."),
    .optional("minh_chung", .texts, "Văn bản, tài liệu chứng minh."),
  ])

  private static let remark = Shape.object([
    .optional("guong_mau_chap_hanh", .boolean, "Gương mẫu chấp hành chủ trương, pháp luật."),
    .optional("noi_bo_doan_ket", .boolean, "Nội bộ đoàn kết (đối với tập thể)."),
    .optional("nguoi", .reference(.person), "Mã người nhận xét."),
    .optional("ngay", .date, "Ngày nhận xét."),
  ])

  private static let papers = Shape.object([
    .optional("bao_cao_thanh_tich", .date, "Ngày của báo cáo thành tích."),
    .optional("bien_ban_binh_xet", .date, "Ngày của biên bản bình xét."),
    .optional("xac_nhan_sang_kien", .date, "Ngày của giấy chứng nhận, xác nhận sáng kiến."),
  ])
}
