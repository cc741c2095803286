import Dossier

extension PastAward {
  /// Makes a row of the register from a row of `so-khen-thuong.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      awardee: try row.nominee(), form: try row.word("hinh_thuc"),
      type: try row.word("loai_khen"), year: try row.integer("nam"),
      decision: try Decision(of: row), ordinal: row.optionalInteger("so_thu_tu"),
      citation: row.optionalText("noi_dung"),
      achievements: try row.optionalRows("thanh_tich", Achievement.init(_:)),
      initiatives: row.optionalIDs("sang_kien"), amount: row.optionalInteger("so_tien"),
      fund: row.optionalText("nguon"), presentedOn: row.optionalDate("ngay_trao"),
      revocation: try row.row("thu_hoi").map(Revocation.init(_:)), origin: row.origin)
  }
}

extension PastAward.Decision {
  /// Makes the decision under `quyet_dinh`.
  init(of row: Row) throws(Row.Unread) {
    guard let decision = row.row("quyet_dinh") else { throw Row.Unread(place: row.origin) }
    self.init(
      number: try decision.text("so"), date: try decision.date("ngay"),
      issuer: decision.optionalText("co_quan"), origin: decision.origin)
  }
}

extension PastAward.Achievement {
  /// Makes an achievement that was rewarded from a row of `thanh_tich`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      id: try row.id("ma"), content: try row.integer("noi_dung_thi_dua"),
      from: try row.date("tu_ngay"), to: try row.date("den_ngay"), origin: row.origin)
  }
}

extension PastAward.Revocation {
  /// Makes a revocation from `thu_hoi`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      decision: try PastAward.Decision(of: row), reason: try row.text("ly_do"),
      origin: row.origin)
  }
}
