import Dossier

// Parts that several files share.

extension Shape {
  /// A paper that others cite; what is not known yet prints as a blank.
  static let citedPaper = Shape.object([
    .required("loai", .text(), "Tên loại văn bản, ví dụ “Quyết định”."),
    .optional("so", .text(), "Số và ký hiệu đầy đủ, ví dụ “1031/QĐ-UBND”; chưa biết thì để null."),
    .optional("ky_hieu", .text(), "Riêng phần ký hiệu, ví dụ “KH-VPUB”, khi chưa có số."),
    .optional("ngay", .date, "Ngày ban hành; chưa biết thì để null."),
    .optional("nam", .year, "Năm ban hành, khi chưa biết ngày."),
    .optional("co_quan", .text(), "Cơ quan ban hành."),
    .optional("trich_yeu", .text(), "Trích yếu, viết như khi viện dẫn."),
  ])

  /// A decision as the register cites it.
  static let citedDecision = Shape.object([
    .required("so", .text(), "Số và ký hiệu của quyết định."),
    .required("ngay", .date, "Ngày ký quyết định."),
    .optional("co_quan", .text(), "Cơ quan, người ký quyết định."),
  ])

  /// Yearly ratings.
  static let rating = Shape.words(Rating.self)

  /// The six types of commendation.
  ///
  /// - Legal basis: Luật Thi đua, khen thưởng 06/2022/QH15, Điều 8.
  static let commendationType = Shape.words(CommendationType.self)

  /// How a meeting votes.
  static let votingMethod = Shape.words(VotingMethod.self)

  /// A person who was absent from a meeting, with the reason.
  static let absentee = ObjectShape([
    .alternative("nguoi", .reference(.person), "Mã người vắng mặt."),
    .alternative("ho_ten", .text(), "Họ tên người vắng mặt, khi không có trong nhan-su.json."),
    .optional("ly_do", .text(), "Lý do vắng mặt."),
    .optional("y_kien_van_ban", .date, "Ngày gửi ý kiến bằng văn bản, nếu có."),
  ]).exactlyOne(of: "nguoi", "ho_ten")

  /// A limit for collectives and one for individuals.
  static func quota(_ limit: Shape) -> Shape {
    .object([
      .optional("tap_the", limit, "Mức đối với tập thể; null là không giới hạn."),
      .optional("ca_nhan", limit, "Mức đối với cá nhân; null là không giới hạn."),
    ])
  }
}
