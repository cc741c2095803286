import Dossier

extension OfficeUnit {
  /// Makes a unit from a row of `don-vi.json`.
  init(_ row: Row) throws(Row.Unread) {
    let heading = row.texts("tieu_de")
    self.init(
      id: try row.id("ma"), name: try row.text("ten"), kind: try row.word("loai"),
      symbol: row.optionalText("ky_hieu"), head: row.optionalID("truong"),
      hasSeal: try row.flag("co_con_dau"), hasNumberSeries: try row.flag("co_so_van_ban"),
      heading: heading.isEmpty ? nil : heading, function: row.optionalText("chuc_nang"),
      origin: row.origin)
  }
}

extension Person {
  /// Makes a person from a row of `nhan-su.json`.
  convenience init(_ row: Row) throws(Row.Unread) {
    self.init(
      id: try row.id("ma"), name: try row.text("ho_ten"), sortName: row.optionalText("ten_goi"),
      sex: try row.word("gioi_tinh"), birthDate: row.optionalDate("ngay_sinh"),
      ethnicGroup: row.optionalText("dan_toc"), unit: try row.id("don_vi"),
      post: try row.text("chuc_vu"), isLeader: try row.flag("lanh_dao"),
      category: try row.word("doi_tuong"),
      management: row.optionalWord("dien_quan_ly") ?? .vanPhong,
      isPartyMember: row.optionalFlag("dang_vien"), joined: row.optionalDate("ngay_vao"),
      left: row.optionalDate("ngay_thoi"), nativePlace: row.optionalText("que_quan"),
      residence: row.optionalText("tru_quan"), qualification: row.optionalText("trinh_do"),
      duties: row.optionalText("nhiem_vu"), history: try row.rows("qua_trinh", Service.init(_:)),
      origin: row.origin)
  }
}

extension Person.Service {
  /// Makes a stretch of service from a row of `qua_trinh`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      unit: try row.id("don_vi"), post: try row.text("chuc_vu"), from: try row.date("tu_ngay"),
      to: row.optionalDate("den_ngay"), origin: row.origin)
  }
}
