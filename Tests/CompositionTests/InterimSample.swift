extension ReviewSample {
  /// The yearly sample turned into an interim review: a collective and a person are proposed for
  /// Bằng khen, and the province has decided on the person.
  static let interim: [Change] = [
    Change("dot.json", #""thoi_diem": "hang_nam""#, #""thoi_diem": "so_ket""#),
    Change(
      "dot.json", #""giay_khen": "Đã"#, sentence(for: "bang_khen_tinh") + #""giay_khen": "Đã"#),
    award("bang_khen_tinh", toPerson: "TH03"), award("bang_khen_tinh", toUnit: "TCHCQT"),
    Change(
      "van-ban.json", #"["GK-02", "GK-01", "GK-03", "GK-06", "GK-05", "GK-04"]"#,
      #"["GK-01", "GK-06", "GK-05", "GK-04"]"#),
    Change(
      "ket-qua.json", #""de_nghi": "GK-03", "ngay": "2026-12-25""#,
      #""de_nghi": "GK-03", "ngay": "2026-12-30""#),
    Change("van-ban.json", rowsEnd, "},\n" + proposal + ",\n" + provinceDecision + "\n  ]\n"),
  ]

  /// The end of the last row and of the list of `van-ban.json`.
  static let rowsEnd = "}\n  ]\n"

  /// The row of the tờ trình for Bằng khen.
  static let proposal =
    #"{ "ma": "ttr-bang-khen", "loai": "to-trinh-bang-khen", "so": "29", "ngay": "2026-12-18", "#
    + #""nguoi_ky": "LD01", "de_nghi": ["GK-02", "GK-03"] }"#

  /// The row of the province's decision.
  static let provinceDecision =
    #"{ "ma": "qd-tinh", "ben_ngoai": true, "loai": "Quyết định", "so": "2650/QĐ-UBND", "#
    + #""ngay": "2026-12-30", "co_quan": "Chủ tịch UBND tỉnh Sơn La", "#
    + #""nguoi_ky_quyen_han": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "nguoi_ky_ten": "Cầm Văn Mẫu", "#
    + #""de_nghi": ["GK-03"] }"#

  /// The period's sentence for an award of the province.
  static func sentence(for award: String) -> String {
    "\"\(award)\": \"Đã có thành tích xuất sắc trong Phong trào thi đua “Đổi mới sáng tạo, phát "
      + "triển khoa học, công nghệ, chuyển đổi số, chuyển đổi xanh” trên địa bàn tỉnh Sơn La, năm "
      + "2026\", "
  }

  /// A person nominated for another award, in the province's movement.
  static func award(_ award: String, toPerson id: String) -> Change {
    nomination("\"nguoi\": \"\(id)\",\n      ", award)
  }

  /// A unit nominated for another award, in the province's movement.
  static func award(_ award: String, toUnit id: String, level: String = "van_phong") -> Change {
    nomination("\"don_vi\": \"\(id)\",\n      ", award, level: level)
  }

  private static func nomination(
    _ nominee: String, _ award: String, level: String = "van_phong"
  ) -> Change {
    Change(
      "de-nghi.json",
      nominee + "\"hinh_thuc\": \"giay_khen\",\n      \"tang\": \"\(level)\"",
      nominee + "\"hinh_thuc\": \"\(award)\",\n      \"tang\": \"tinh\"")
  }
}
