import Dossier

extension FileShape {
  /// The units: `don-vi.json`.
  static let donVi = FileShape(
    "Phòng, đơn vị",
    "Các phòng, đơn vị trực thuộc và tập thể Lãnh đạo cơ quan, mỗi đơn vị một dòng.",
    [.required("don_vi", .list(unit, atLeast: 1), "Danh sách phòng, đơn vị.")])

  private static let unit = Shape.object([
    .required("ma", .identifier(.unit), "Mã đơn vị, ví dụ “TH”; các tệp khác gọi đơn vị bằng mã."),
    .required("ten", .text(), "Tên đầy đủ của đơn vị."),
    .required(
      "loai", .words(OfficeUnit.Kind.self),
      "Loại: tập thể lãnh đạo, phòng, hoặc đơn vị sự nghiệp."),
    .optional("ky_hieu", .text(), "Ký hiệu trong số văn bản và ở dòng “Lưu:”."),
    .optional("truong", .reference(.person), "Mã người đứng đầu; null khi đang khuyết."),
    .required("co_con_dau", .boolean, "true nếu đơn vị có con dấu riêng."),
    .required(
      "co_so_van_ban", .boolean,
      "true nếu đơn vị có sổ văn bản riêng; false thì văn bản không có dòng “Số:”."),
    .optional(
      "tieu_de", .list(.text(), atLeast: 2),
      "Các dòng đầu văn bản của đơn vị; bỏ trống thì chương trình tự ghép."),
    .optional("chuc_nang", .text(), "Chức năng, nhiệm vụ, trong một câu."),
  ])
}
