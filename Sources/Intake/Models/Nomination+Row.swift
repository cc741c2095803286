import Diagnostics
import Dossier

extension Nomination {
  /// Makes a nomination from a row of `de-nghi.json`.
  convenience init(_ row: Row) throws(Row.Unread) {
    self.init(
      id: try row.id("ma"), nominee: try row.nominee(), award: try row.word("hinh_thuc"),
      level: try row.word("tang"), receivedOn: row.optionalDate("ngay_nhan_ho_so"),
      typedStatus: row.optionalWord("trang_thai"), summary: row.optionalText("tom_tat"),
      citation: row.optionalText("cau_thanh_tich"),
      achievements: try row.rows("thanh_tich", Achievement.init(_:)),
      initiatives: row.optionalIDs("sang_kien"),
      remark: Remark(row.row("nhan_xet"), at: row.place(of: "nhan_xet")),
      papers: Papers(row.row("giay_to"), at: row.place(of: "giay_to")), origin: row.origin)
  }
}

extension Nomination.Achievement {
  /// Makes an achievement from a row of `thanh_tich`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      id: try row.id("ma"), content: try row.integer("noi_dung_thi_dua"),
      criterion: row.optionalInteger("tieu_chi"), from: try row.date("tu_ngay"),
      to: try row.date("den_ngay"), text: try row.text("mo_ta"),
      evidence: row.optionalTexts("minh_chung"), origin: row.origin)
  }
}

extension Nomination.Remark {
  /// Makes the remark from `nhan_xet`, of which nothing is known without a row.
  init(_ row: Row?, at origin: Place) {
    self.init(
      isExemplary: row?.optionalFlag("guong_mau_chap_hanh"),
      isUnited: row?.optionalFlag("noi_bo_doan_ket"), author: row?.optionalID("nguoi"),
      date: row?.optionalDate("ngay"), origin: origin)
  }
}

extension Nomination.Papers {
  /// Makes the papers from `giay_to`, of which nothing is known without a row.
  init(_ row: Row?, at origin: Place) {
    self.init(
      achievementReport: row?.optionalDate("bao_cao_thanh_tich"),
      meetingMinutes: row?.optionalDate("bien_ban_binh_xet"),
      initiativeCertificate: row?.optionalDate("xac_nhan_sang_kien"), origin: origin)
  }
}
