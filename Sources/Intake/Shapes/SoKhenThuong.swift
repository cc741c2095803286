import Dossier

extension FileShape {
  /// The register of awards: `so-khen-thuong.json`.
  static let soKhenThuong = FileShape(
    "Sổ khen thưởng",
    "Mọi danh hiệu, hình thức khen thưởng đã có, mỗi lần một dòng. Chương trình chỉ đề xuất dòng "
      + "mới, không tự sửa sổ.",
    [.required("khen_thuong", .list(award), "Các lần khen thưởng.")])

  private static let award = ObjectShape([
    .alternative("nguoi", .reference(.person), "Mã người được khen."),
    .alternative("don_vi", .reference(.unit), "Mã đơn vị được khen."),
    .required("hinh_thuc", .words(AwardForm.self), "Hình thức khen thưởng hoặc danh hiệu."),
    .required("loai_khen", .commendationType, "Loại hình khen thưởng."),
    .required("nam", .year, "Năm khen thưởng."),
    .required("quyet_dinh", .citedDecision, "Quyết định khen thưởng."),
    .optional("so_thu_tu", .integer(1...10_000), "Số thứ tự trong danh sách kèm quyết định."),
    .optional("noi_dung", .text(), "Câu ghi thành tích."),
    .optional("thanh_tich", .list(achievement), "Thành tích đã được khen."),
    .optional("sang_kien", .list(.reference(.initiative)), "Mã sáng kiến đã dùng."),
    .optional("so_tien", .integer(0...1_000_000_000), "Tiền thưởng, tính bằng đồng."),
    .optional("nguon", .text(), "Nguồn tiền thưởng."),
    .optional("ngay_trao", .date, "Ngày trao."),
    .optional("thu_hoi", revocation, "Quyết định thu hồi, nếu có."),
  ]).exactlyOne(of: "nguoi", "don_vi")

  // An achievement keeps the id it had in its nomination, so the same id may stand in both files.
  private static let achievement = Shape.object([
    .required("ma", .text(.identifier), "Mã thành tích, như trong hồ sơ đề nghị."),
    .required("noi_dung_thi_dua", .reference(.content), "Số của nội dung thi đua."),
    .required("tu_ngay", .date, "Ngày bắt đầu của thành tích."),
    .required("den_ngay", .date, "Ngày kết thúc của thành tích."),
  ])

  private static let revocation = Shape.object([
    .required("quyet_dinh", .citedDecision, "Quyết định thu hồi."),
    .required("ly_do", .text(), "Lý do thu hồi."),
  ])
}
