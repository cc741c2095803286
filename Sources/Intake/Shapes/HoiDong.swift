import Dossier

extension FileShape {
  /// The council and its meetings: `hoi-dong.json`.
  static let hoiDong = FileShape(
    "Hội đồng Thi đua - Khen thưởng",
    "Hội đồng, thành viên và các phiên họp của đợt.",
    [
      .required("ten", .text(), "Tên Hội đồng."),
      .optional("thanh_lap", .citedPaper, "Quyết định thành lập."),
      .required(
        "thanh_vien", .list(member, atLeast: 1, distinctBy: "nguoi"),
        "Thành viên, theo thứ tự trong quyết định."),
      .required("phien", .list(session), "Các phiên họp."),
    ])

  private static let member = Shape.object([
    .required("nguoi", .reference(.person), "Mã thành viên."),
    .required(
      "vai_tro", .words(Council.Role.self),
      "Vai trò trong Hội đồng."),
  ])

  private static let session = Shape.object([
    .required("ma", .identifier(.session), "Mã phiên họp, ví dụ “HD-01”."),
    .required("ngay", .date, "Ngày họp."),
    .optional("bat_dau", .text(.hour), "Giờ bắt đầu."),
    .optional("ket_thuc", .text(.hour), "Giờ kết thúc."),
    .optional("dia_diem", .text(), "Địa điểm."),
    .required("chu_tri", .reference(.person), "Mã người chủ trì."),
    .required("thu_ky", .reference(.person), "Mã thư ký."),
    .required("co_mat", .list(.reference(.person)), "Mã các thành viên có mặt."),
    .required("vang", .list(.absentee), "Thành viên vắng mặt."),
    .required("cach_bieu_quyet", .votingMethod, "Cách biểu quyết."),
    .optional("ban_kiem_phieu", tellers, "Ban kiểm phiếu, khi bỏ phiếu kín."),
    .optional("y_kien", .list(opinion), "Ý kiến thảo luận."),
    .optional("ket_luan", .text(), "Kết luận của người chủ trì."),
  ])

  private static let tellers = Shape.object([
    .required("truong_ban", .reference(.person), "Mã Trưởng ban."),
    .required("uy_vien", .list(.reference(.person)), "Mã các ủy viên."),
  ])

  private static let opinion = Shape.object([
    .required("nguoi", .reference(.person), "Mã người phát biểu."),
    .required("noi_dung", .text(), "Nội dung."),
  ])
}
