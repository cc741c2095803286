extension FileShape {
  /// Yearly ratings: `xep-loai.json`.
  static let xepLoai = FileShape(
    "Xếp loại hằng năm",
    "Kết quả đánh giá, xếp loại chất lượng; mỗi thông báo kết quả là một dòng.",
    [
      .required("nam", .list(year, distinctBy: "nam"), "Kết quả của từng năm."),
      .optional("tam_thoi", .list(interim), "Nhận xét tạm thời khi xét giữa năm."),
    ])

  private static let year = Shape.object([
    .required("nam", .year, "Năm đánh giá."),
    .optional("van_ban", .citedPaper, "Văn bản thông báo kết quả."),
    .required("ca_nhan", .map(.entity(.person), .rating), "Mã người và mức xếp loại."),
    .required("tap_the", .map(.entity(.unit), .rating), "Mã đơn vị và mức xếp loại."),
  ])

  private static let interim = Shape.object([
    .required("nam", .year, "Năm đang đánh giá."),
    .required("den_ngay", .date, "Nhận xét tính đến hết ngày này."),
    .required("nguoi_xac_nhan", .reference(.person), "Mã người xác nhận."),
    .required("ca_nhan", .map(.entity(.person), .rating), "Mã người và mức dự kiến."),
    .required("tap_the", .map(.entity(.unit), .rating), "Mã đơn vị và mức dự kiến."),
  ])
}
