import Dossier

extension Period {
  /// Makes the period from `dot.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      id: try row.text("ma"), name: try row.text("ten"), moment: try row.word("thoi_diem"),
      countsFrom: row.optionalDate("tinh_tu_ngay"), countsTo: row.optionalDate("tinh_den_ngay"),
      deadline: row.optionalDate("han_nop"), origin: row.origin)
  }
}

extension DocumentRow {
  /// Makes a paper's number and day from a row of `van-ban.json`.
  init(_ row: Row) throws(Row.Unread) {
    let type = try row.text("loai")
    let kind: Kind
    if row.optionalFlag("ben_ngoai") ?? false {
      kind = .external(type)
    } else if let own = DocumentKind(rawValue: type) {
      kind = .own(own)
    } else {
      throw Row.Unread(place: row.origin)
    }
    self.init(
      id: try row.id("ma"), kind: kind, unit: row.optionalID("don_vi"),
      session: row.optionalID("phien"),
      number: row.optionalText("so"), date: row.optionalDate("ngay"),
      year: row.optionalInteger("nam"), signer: row.optionalID("nguoi_ky"),
      issuer: row.optionalText("co_quan"), signerName: row.optionalText("nguoi_ky_ten"),
      nominations: row.optionalIDs("de_nghi"), origin: row.origin)
  }
}
