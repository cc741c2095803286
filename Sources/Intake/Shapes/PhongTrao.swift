import Dossier

extension FileShape {
  /// The movement: `phong-trao.json`.
  static let phongTrao = FileShape(
    "Phong trào thi đua",
    "Phong trào, các cấp phát động, nội dung, tiêu chí, chỉ tiêu. Chỉ ghi tên ngắn; câu đầy đủ ở "
      + "trong kế hoạch.",
    [
      .required("ma", .text(.identifier), "Mã phong trào."),
      .required("ten", .text(), "Tên phong trào, không có dấu ngoặc kép."),
      .required("tang", .list(layer, atLeast: 1), "Các cấp phát động, từ cao xuống thấp."),
      .required("noi_dung", .list(content, atLeast: 1), "Các nội dung thi đua."),
      .required("tieu_chi", .list(criterion, atLeast: 1), "Các tiêu chí thi đua."),
      .required(
        "hinh_thuc", .map(.words(Moment.self), .list(.words(AwardForm.self))),
        "Hình thức khen thưởng được đề nghị ở từng thời điểm."),
      .optional("uu_tien_sang_kien", .boolean, "true nếu ưu tiên trường hợp có sáng kiến."),
      .required("chi_tieu", .list(target), "Các chỉ tiêu."),
    ])

  private static let layer = Shape.object([
    .required("tang", .words(Movement.Level.self), "Cấp phát động."),
    .required("nguoi_phat_dong", .text(), "Người, cơ quan phát động."),
    .optional("ngay_phat_dong", .date, "Ngày phát động."),
    .optional("van_ban", .citedPaper, "Văn bản phát động."),
    .optional("tu_nam", .year, "Năm đầu."),
    .optional("den_nam", .year, "Năm cuối."),
  ])

  private static let content = Shape.object([
    .required("so", .identifier(.content), "Số thứ tự của nội dung."),
    .required("ten", .text(), "Tên ngắn của nội dung."),
  ])

  private static let criterion = Shape.object([
    .required("so", .identifier(.criterion), "Số thứ tự của tiêu chí."),
    .required("ten", .text(), "Tên ngắn của tiêu chí."),
  ])

  private static let target = Shape.object([
    .required("ma", .identifier(.target), "Mã chỉ tiêu, ví dụ “CT-01”."),
    .required("noi_dung", .reference(.content), "Số của nội dung thi đua mà chỉ tiêu thuộc về."),
    .required("ten", .text(), "Tên chỉ tiêu."),
    .required("don_vi_tinh", .text(), "Đơn vị tính, ví dụ “%”."),
    .required("muc_tieu", .map(.year, .quantity), "Mục tiêu của từng năm."),
    .required(
      "chieu", .words(Movement.Target.Direction.self),
      "tang nếu càng cao càng tốt, giam nếu càng thấp càng tốt."),
  ])
}
