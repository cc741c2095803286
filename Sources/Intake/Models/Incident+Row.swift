import Dossier

extension IncidentLog {
  /// Makes the incidents and confirmations from `su-viec.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      incidents: try row.rows("su_viec", Incident.init(_:)),
      confirmations: try row.rows("xac_nhan", Confirmation.init(_:)))
  }
}

extension IncidentLog.Confirmation {
  /// Makes a confirmation from a row of `xac_nhan`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      unit: try row.id("don_vi"), date: try row.date("ngay"),
      confirmedBy: try row.id("nguoi_xac_nhan"), origin: row.origin)
  }
}

extension Incident {
  /// Makes an incident from a row of `su_viec`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      nominee: try row.nominee(), kind: try row.word("loai"), measure: row.optionalWord("muc"),
      from: try row.date("tu_ngay"), to: row.optionalDate("den_ngay"),
      paper: try row.row("van_ban").map(CitedPaper.init(_:)), text: row.optionalText("noi_dung"),
      conclusion: row.optionalText("ket_luan"), origin: row.origin)
  }
}
