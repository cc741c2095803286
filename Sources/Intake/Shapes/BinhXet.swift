extension FileShape {
  /// Meetings in the units: `binh-xet.json`.
  static let binhXet = FileShape(
    "Họp bình xét",
    "Cuộc họp bình xét của từng phòng, đơn vị và kết quả biểu quyết.",
    [.required("cuoc_hop", .list(meeting), "Các cuộc họp.")])

  private static let meeting = Shape.object([
    .required("don_vi", .reference(.unit), "Mã đơn vị họp."),
    .required("ngay", .date, "Ngày họp."),
    .optional("bat_dau", .text(.hour), "Giờ bắt đầu, ví dụ “14:00”."),
    .optional("ket_thuc", .text(.hour), "Giờ kết thúc."),
    .optional("dia_diem", .text(), "Địa điểm."),
    .required("chu_tri", .reference(.person), "Mã người chủ trì."),
    .required("thu_ky", .reference(.person), "Mã thư ký."),
    .required("tong_so", .count, "Tổng số người của đơn vị."),
    .required("co_mat", .count, "Số người có mặt."),
    .required("vang", .list(.absentee), "Người vắng mặt; danh sách trống là không ai vắng."),
    .required("cach_bieu_quyet", .votingMethod, "Cách biểu quyết."),
    .optional("y_kien", .texts, "Ý kiến thảo luận."),
    .required("ket_qua", .list(vote, distinctBy: "de_nghi"), "Kết quả biểu quyết từng đề nghị."),
  ])

  private static let vote = Shape.object([
    .required("de_nghi", .reference(.nomination), "Mã đề nghị."),
    .required("dong_y", .count, "Số người đồng ý."),
    .required("khong_dong_y", .count, "Số người không đồng ý."),
  ])
}
