import Dossier

extension FileShape {
  /// The office's own rules: `quy-dinh.json`.
  static let quyDinh = FileShape(
    "Quy định nội bộ",
    "Quy định riêng của cơ quan; không ghi thì không áp dụng. Con số nào cũng cần nêu can_cu.",
    [
      .optional("can_cu", .text(), "Văn bản của cơ quan quy định các mức dưới đây."),
      .optional(
        "ty_le_toi_da", .map(.words(AwardForm.self), .quota(.percent)),
        "Tỷ lệ tối đa (phần trăm) theo hình thức."),
      .optional(
        "so_luong_toi_da", .map(.words(AwardForm.self), .quota(.count)),
        "Số lượng tối đa theo hình thức."),
      .optional(
        "ty_le_khong_lanh_dao_toi_thieu", .percent,
        "Tỷ lệ tối thiểu (phần trăm) người không giữ chức vụ lãnh đạo."),
      .optional(
        "thoi_gian_cong_tac_toi_thieu_thang", .count, "Số tháng công tác tối thiểu."),
      .optional("so_ngay_vang_toi_da", .count, "Số ngày vắng tối đa."),
      .optional("tieu_chi_toi_thieu", .count, "Số tiêu chí tối thiểu phải đạt."),
      .optional("hoi_dong", council, "Quy định về họp Hội đồng."),
      .optional("han", deadlines, "Thời hạn."),
      .optional(
        "thu_tu_ten", .words(OfficeRules.NameOrder.self), "Thứ tự tên trong danh sách."),
      .optional("tap_the_truoc", .boolean, "true nếu tập thể xếp trước cá nhân."),
      .optional(
        "uu_tien_khi_bang_nhau", .list(.words(OfficeRules.Preference.self)),
        "Thứ tự ưu tiên khi bằng nhau."),
      .optional("to_trinh_noi_bo", .boolean, "true nếu phòng tham mưu có tờ trình nội bộ."),
      .optional("in_bang_khen", .boolean, "true nếu cơ quan tự in Bằng khen."),
      .optional("ghi_tien_thuong", .boolean, "true nếu quyết định ghi mức tiền thưởng."),
      .optional("so_vang_lien_tuc", .boolean, "true nếu số sổ vàng đánh liên tục trong danh sách."),
    ])

  private static let council = Shape.object([
    .optional("so_du_hop_toi_thieu", .text(.fraction), "Phần thành viên tối thiểu, ví dụ “2/3”."),
    .optional(
      "ty_le_thong_qua", .map(.words(AwardForm.self), .percent),
      "Tỷ lệ phiếu thông qua (phần trăm) theo hình thức."),
  ])

  private static let deadlines = Shape.object([
    .optional(
      "gui_so_noi_vu_truoc_hoi_nghi_ngay", .count,
      "Số ngày phải gửi Sở Nội vụ trước hội nghị."),
    .optional("cong_khai_so_ngay_lam_viec", .count, "Số ngày làm việc phải công khai."),
  ])
}
