import Dossier
import LocatedJSON

extension UnitReport {
  /// Makes a unit's report from a row of `bao-cao-don-vi.json`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      unit: try row.id("don_vi"), receivedOn: row.optionalDate("ngay_nhan"),
      targets: row.placedMembers("chi_tieu").map { name, value, place in
        TargetResult(
          target: ID(name), result: value.scalarText.flatMap(Quantity.init(parsing:)),
          origin: place)
      },
      results: try row.rows("ket_qua", Result.init(_:)),
      models: try row.optionalRows("mo_hinh", Model.init(_:)),
      publicity: try row.optionalRows("tuyen_truyen", Publicity.init(_:)),
      limits: row.optionalTexts("han_che"), causes: row.optionalTexts("nguyen_nhan"),
      difficulties: try row.optionalRows("kho_khan", Difficulty.init(_:)),
      nextTasks: row.optionalTexts("nhiem_vu_toi"), origin: row.origin)
  }
}

extension UnitReport.Result {
  /// Makes a result from a row of `ket_qua`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      content: try row.integer("noi_dung"), text: try row.text("mo_ta"),
      figures: try row.rows("so_lieu", UnitReport.Figure.init(_:)), origin: row.origin)
  }
}

extension UnitReport.Figure {
  /// Makes a figure from a row of `so_lieu`.
  init(_ row: Row) throws(Row.Unread) {
    guard let amount = row.optionalQuantity("so") else { throw Row.Unread(place: row.origin) }
    self.init(name: try row.text("ten"), amount: amount, origin: row.origin)
  }
}

extension UnitReport.Model {
  /// Makes a model from a row of `mo_hinh`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      name: try row.text("ten"), content: try row.integer("noi_dung"),
      isCopied: row.optionalFlag("nhan_rong"), venue: row.optionalText("dia_chi"),
      origin: row.origin)
  }
}

extension UnitReport.Publicity {
  /// Makes an activity from a row of `tuyen_truyen`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      name: try row.text("ten"), date: row.optionalDate("ngay"),
      link: row.optionalText("duong_dan"), origin: row.origin)
  }
}

extension UnitReport.Difficulty {
  /// Makes a difficulty from a row of `kho_khan`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      text: try row.text("noi_dung"), proposal: row.optionalText("kien_nghi"),
      answer: row.optionalText("huong_xu_ly"), origin: row.origin)
  }
}
