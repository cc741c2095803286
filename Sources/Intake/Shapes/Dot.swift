import Dossier

extension FileShape {
  /// The period: `dot.json`.
  static let dot = FileShape(
    "Đợt",
    "Một đợt phát động hoặc xét khen thưởng: thời điểm, khoảng thời gian tính thành tích, thời hạn.",
    [
      .required("ma", .text(.identifier), "Mã đợt, nên trùng với tên thư mục."),
      .required("ten", .text(), "Tên đợt."),
      .required("thoi_diem", .words(Moment.self), "Thời điểm của phong trào."),
      .optional(
        "dung_chung", .text(),
        "Đường dẫn tới thư mục dùng chung, tính từ thư mục của đợt, ví dụ “../chung”."),
      .optional("tinh_tu_ngay", .date, "Ngày đầu tiên được tính thành tích."),
      .optional("tinh_den_ngay", .date, "Ngày cuối cùng được tính thành tích."),
      .optional("han_nop", .date, "Ngày cuối cùng nhận hồ sơ của các đơn vị."),
      .optional("cong_khai", publication, "Công khai danh sách đề nghị."),
      .optional("hoi_nghi", conference, "Hội nghị trao thưởng."),
      .optional(
        "cau_thanh_tich", .map(.words(AwardForm.self), .text()),
        "Câu ghi thành tích trong danh sách, quyết định và giấy chứng nhận, theo hình thức."),
      .optional("can_cu_them", .list(.citedPaper), "Căn cứ riêng của cơ quan, ngoài căn cứ luật."),
    ])

  private static let publication = Shape.object([
    .required("tu_ngay", .date, "Ngày bắt đầu công khai."),
    .required("den_ngay", .date, "Ngày kết thúc công khai."),
    .optional("noi", .text(), "Nơi công khai."),
    .optional("y_kien", .texts, "Ý kiến nhận được; danh sách trống là không có ý kiến."),
  ])

  private static let conference = Shape.object([
    .optional("ngay", .date, "Ngày hội nghị."),
    .optional("gio", .text(.hour), "Giờ bắt đầu, ví dụ “08:00”."),
    .optional("dia_diem", .text(), "Địa điểm."),
  ])
}
