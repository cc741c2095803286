extension FileShape {
  /// Numbers and days of papers: `van-ban.json`.
  static let vanBan = FileShape(
    "Số, ngày văn bản",
    "Số và ngày do văn thư cấp, mỗi văn bản một dòng. Chưa có thì để null: văn bản là dự thảo, "
      + "văn bản khác viện dẫn sẽ chừa chỗ trống.",
    [.required("van_ban", .list(paper), "Các văn bản.")])

  private static let paper = Shape.object([
    .required("ma", .identifier(.document), "Mã dòng, ví dụ “kh-phat-dong”."),
    .optional("ben_ngoai", .boolean, "true nếu là văn bản của cơ quan khác gửi đến."),
    .required(
      "loai", .text(),
      "Loại văn bản của chương trình, ví dụ “ke-hoach”; với văn bản bên ngoài là tên loại."),
    .optional("don_vi", .reference(.unit), "Mã đơn vị ban hành, với loại mỗi đơn vị một văn bản."),
    .optional("phien", .reference(.session), "Mã phiên họp, với biên bản của Hội đồng."),
    .optional(
      "so", .text(), "Số văn bản, không kèm ký hiệu; với văn bản bên ngoài là số và ký hiệu."),
    .optional("ngay", .date, "Ngày ban hành; null là dự thảo."),
    .optional("nam", .year, "Năm in sẵn khi chưa có ngày."),
    .optional("nguoi_ky", .reference(.person), "Mã người ký."),
    .optional("co_quan", .text(), "Cơ quan ban hành văn bản bên ngoài."),
    .optional("nguoi_ky_ten", .text(), "Họ tên người ký văn bản bên ngoài."),
    .optional(
      "nguoi_ky_quyen_han", .texts,
      "Các dòng trên chữ ký của văn bản bên ngoài, ví dụ “KT. CHỦ TỊCH”, “PHÓ CHỦ TỊCH”."),
    .optional(
      "nguon", .text(),
      "Nguồn chi tiền thưởng của quyết định, ghi như “nguon” trong so-khen-thuong.json."),
    .optional(
      "de_nghi", .list(.reference(.nomination)),
      "Mã các đề nghị, theo đúng thứ tự trong danh sách kèm văn bản."),
  ])
}
