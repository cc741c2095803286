import Dossier

extension Office {
  /// Makes the office from `co-quan.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      symbol: try row.text("ma"), name: try row.text("ten"), fullName: try row.text("ten_day_du"),
      heading: row.texts("tieu_de"), authority: try row.text("tham_quyen"),
      headPost: try row.text("chuc_danh_dung_dau"), placeName: try row.text("dia_danh"),
      advisingUnit: try row.id("phong_tham_muu"),
      medium: try row.word("van_ban_giay_hay_dien_tu"),
      functionPaper: try row.row("van_ban_chuc_nang").map(CitedPaper.init(_:)),
      signers: try row.rows("nguoi_ky", Signer.init(_:)), accountant: row.optionalID("ke_toan"),
      superior: try row.row("cap_tren").map(Superior.init(_:)), origin: row.origin)
  }
}

extension Office.Superior {
  /// Makes the body over the office from `cap_tren`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      addressees: row.texts("kinh_gui"), head: try row.text("nguoi_dung_dau"),
      appraiser: try row.text("co_quan_tham_dinh"), authority: try row.text("tham_quyen"),
      origin: row.origin)
  }
}

extension Office.Signer {
  /// Makes a signer from a row of `nguoi_ky`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      person: try row.id("nguoi"), post: try row.text("chuc_vu"),
      signsForHead: row.optionalFlag("ky_thay") ?? false, from: row.optionalDate("tu_ngay"),
      to: row.optionalDate("den_ngay"), origin: row.origin)
  }
}

extension CitedPaper {
  /// Makes a cited paper from its object.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      type: try row.text("loai"), number: row.optionalText("so"),
      symbol: row.optionalText("ky_hieu"), date: row.optionalDate("ngay"),
      year: row.optionalInteger("nam"), issuer: row.optionalText("co_quan"),
      subject: row.optionalText("trich_yeu"), origin: row.origin)
  }
}
