extension FileShape {
  /// What only a person can write in the interim report: `bao-cao.json`.
  static let baoCao = FileShape(
    "Phần viết tay của báo cáo",
    "Phần nhận định của báo cáo sơ kết, tổng kết; số liệu và bảng biểu do chương trình tính.",
    [
      .required("lanh_dao_chi_dao", .texts, "Công tác lãnh đạo, chỉ đạo."),
      .optional("kiem_tra", .list(inspection), "Các cuộc kiểm tra."),
      .required("danh_gia", assessment, "Đánh giá chung."),
      .required("nhiem_vu_toi", .texts, "Nhiệm vụ thời gian tới."),
      .optional("kien_nghi", .texts, "Kiến nghị, đề xuất."),
      .optional("gui_cap_tren", onward, "Gửi báo cáo lên cấp trên."),
    ])

  private static let inspection = Shape.object([
    .required("ngay", .date, "Ngày kiểm tra."),
    .required("don_vi", .reference(.unit), "Mã đơn vị được kiểm tra."),
    .required("noi_dung", .text(), "Nội dung kiểm tra."),
    .optional("ket_luan", .text(), "Kết luận."),
    .optional(
      "bien_ban",
      .object([
        .optional("so", .text(), "Số biên bản."),
        .optional("ngay", .date, "Ngày biên bản."),
      ]), "Biên bản kiểm tra."),
  ])

  private static let assessment = Shape.object([
    .required("uu_diem", .texts, "Ưu điểm."),
    .required("han_che", .texts, "Hạn chế."),
    .optional(
      "nguyen_nhan",
      .object([
        .optional("khach_quan", .texts, "Nguyên nhân khách quan."),
        .optional("chu_quan", .texts, "Nguyên nhân chủ quan."),
      ]), "Nguyên nhân của hạn chế."),
    .optional("bai_hoc", .texts, "Bài học kinh nghiệm."),
  ])

  private static let onward = Shape.object([
    .required("kinh_gui", .list(.text(), atLeast: 1), "Nơi gửi đến."),
    .required("gui", .boolean, "true nếu có gửi."),
  ])
}
