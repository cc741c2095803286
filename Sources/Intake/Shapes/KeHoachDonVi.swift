extension FileShape {
  /// The units' plans of the launch: `ke-hoach-don-vi.json`.
  static let keHoachDonVi = FileShape(
    "Kế hoạch của phòng, đơn vị",
    "Nội dung triển khai cụ thể của từng phòng, đơn vị.",
    [.required("ke_hoach", .list(plan, distinctBy: "don_vi"), "Kế hoạch của từng đơn vị.")])

  private static let plan = Shape.object([
    .required("don_vi", .reference(.unit), "Mã đơn vị."),
    .required("trich_yeu", .text(), "Trích yếu."),
    .required("muc_dich", .list(.text(), atLeast: 1), "Mục đích, yêu cầu."),
    .required("noi_dung", .list(work, atLeast: 1), "Các công việc."),
    .optional(
      "khong_phat_sinh", .list(.reference(.content)),
      "Số của các nội dung thi đua mà đơn vị khẳng định không có công việc."),
    .required("giai_phap", .list(.text(), atLeast: 1), "Giải pháp."),
    .required("to_chuc", .list(.text(), atLeast: 1), "Tổ chức thực hiện."),
  ])

  private static let work = Shape.object([
    .required("noi_dung", .reference(.content), "Số của nội dung thi đua."),
    .required("viec", .text(), "Công việc cụ thể."),
    .required("chu_tri", .reference(.person), "Mã người chủ trì."),
    .optional("thoi_han", .date, "Thời hạn."),
    .optional("chi_tieu", .reference(.target), "Mã chỉ tiêu mà công việc nhằm tới."),
  ])
}
