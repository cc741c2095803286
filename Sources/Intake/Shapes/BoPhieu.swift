extension FileShape {
  /// Votes: `bo-phieu.json`.
  static let boPhieu = FileShape(
    "Kết quả bỏ phiếu",
    "Kết quả bỏ phiếu của các phiên họp Hội đồng: một phiên ở trên, các phiên khác trong "
      + "“phien_khac”.",
    ballot + [
      .optional(
        "phien_khac", .list(.object(ballot), distinctBy: "phien"),
        "Kết quả của các phiên họp khác trong đợt, khi Hội đồng bỏ phiếu nhiều phiên.")
    ])

  /// What the file says of one meeting.
  private static let ballot: [Field] = [
    .required("phien", .reference(.session), "Mã phiên họp."),
    .required("phieu", ballots, "Số phiếu."),
    .optional("y_kien_van_ban", .count, "Số ý kiến bằng văn bản của thành viên vắng mặt."),
    .required("ket_qua", .list(vote, distinctBy: "de_nghi"), "Kết quả từng đề nghị."),
  ]

  private static let ballots = Shape.object([
    .required("phat_ra", .count, "Số phiếu phát ra."),
    .required("thu_ve", .count, "Số phiếu thu về."),
    .required("hop_le", .count, "Số phiếu hợp lệ."),
    .required("khong_hop_le", .count, "Số phiếu không hợp lệ."),
  ])

  private static let vote = Shape.object([
    .required("de_nghi", .reference(.nomination), "Mã đề nghị."),
    .required("dong_y", .count, "Số phiếu đồng ý."),
    .required("khong_dong_y", .count, "Số phiếu không đồng ý."),
    .optional("van_ban_dong_y", .count, "Số ý kiến bằng văn bản đồng ý."),
  ])
}
