import Dossier

extension FileShape {
  /// Recognised initiatives: `sang-kien.json`.
  static let sangKien = FileShape(
    "Sáng kiến",
    "Sáng kiến đã được công nhận. Sáng kiến đã dùng để khen thưởng ở đâu thì chương trình tự tra.",
    [.required("sang_kien", .list(initiative), "Danh sách sáng kiến.")])

  private static let initiative = Shape.object([
    .required("ma", .identifier(.initiative), "Mã sáng kiến, ví dụ “SK-2026-04”."),
    .required("ten", .text(), "Tên sáng kiến."),
    .required("tac_gia", .list(author, atLeast: 1), "Tác giả, đồng tác giả."),
    .optional(
      "noi_dung_thi_dua", .list(.reference(.content)), "Số của các nội dung thi đua liên quan."),
    .required("pham_vi", .words(Initiative.Scope.self), "Phạm vi công nhận."),
    .optional("cong_nhan", .citedPaper, "Quyết định công nhận."),
    .optional("hieu_qua", .text(), "Hiệu quả áp dụng, trong một câu."),
  ])

  private static let author = Shape.object([
    .required("nguoi", .reference(.person), "Mã tác giả."),
    .optional("dong_gop", .integer(1...100), "Phần trăm đóng góp."),
  ])
}
