import Dossier

extension FileShape {
  /// The office: `co-quan.json`.
  static let coQuan = FileShape(
    "Cơ quan",
    "Cơ quan tổ chức phong trào và ban hành văn bản. Điền một lần, sửa khi có thay đổi.",
    [
      .required("ma", .text(.identifier), "Chữ viết tắt của cơ quan trong số, ký hiệu văn bản."),
      .required("ten", .text(), "Tên cơ quan như văn bản thường viết."),
      .required("ten_day_du", .text(), "Tên cơ quan không viết tắt."),
      .required(
        "tieu_de", .list(.text(), atLeast: 2),
        "Các dòng đầu văn bản: cơ quan chủ quản, rồi cơ quan ban hành, viết in hoa."),
      .required("tham_quyen", .text(), "Thẩm quyền ban hành quyết định, viết in hoa."),
      .required("chuc_danh_dung_dau", .text(), "Chức danh của người đứng đầu."),
      .required("dia_danh", .text(), "Địa danh ghi trước ngày, tháng, năm."),
      .required(
        "phong_tham_muu", .reference(.unit), "Mã phòng tham mưu công tác thi đua, khen thưởng."),
      .required(
        "van_ban_giay_hay_dien_tu", .words(Office.Medium.self),
        "Cơ quan phát hành văn bản giấy (giay) hay văn bản điện tử (dien_tu)."),
      .optional(
        "van_ban_chuc_nang", .citedPaper,
        "Văn bản quy định chức năng, nhiệm vụ, dùng làm căn cứ trong quyết định."),
      .required(
        "nguoi_ky", .list(signer, atLeast: 1),
        "Những người được ký văn bản của cơ quan, theo thời gian."),
      .optional("ke_toan", .reference(.person), "Mã kế toán, người lập danh sách tiền thưởng."),
      .optional(
        "cap_tren", superior, "Cấp trên mà cơ quan trình khi đề nghị Bằng khen, Cờ thi đua."),
    ])

  private static let superior = Shape.object([
    .required(
      "kinh_gui", .list(.text(), atLeast: 1),
      "Những nơi ghi ở phần Kính gửi, mỗi nơi một dòng, ví dụ “Chủ tịch UBND tỉnh Sơn La”."),
    .required(
      "nguoi_dung_dau", .text(),
      "Người đứng đầu cấp trên như văn bản thường viết, ví dụ “Chủ tịch UBND tỉnh”."),
    .required("co_quan_tham_dinh", .text(), "Cơ quan thẩm định hồ sơ, ví dụ “Sở Nội vụ”."),
    .required(
      "tham_quyen", .text(), "Chức danh tặng Bằng khen như in trên Bằng khen, viết in hoa."),
  ])

  private static let signer = Shape.object([
    .required("nguoi", .reference(.person), "Mã người ký."),
    .required("chuc_vu", .text(), "Chức vụ in trên họ tên."),
    .optional("ky_thay", .boolean, "true nếu là cấp phó ký thay (KT.)."),
    .optional("tu_ngay", .date, "Ngày đầu tiên được ký."),
    .optional("den_ngay", .date, "Ngày cuối cùng được ký; null là còn hiệu lực."),
  ])
}
