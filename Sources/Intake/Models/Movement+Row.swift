import Dossier
import LocatedJSON

extension Movement {
  /// Makes the movement from `phong-trao.json`.
  init(_ row: Row) throws(Row.Unread) {
    let awards = row.entries("hinh_thuc").compactMap { name, value in
      Moment(rawValue: name).map { moment in
        let forms = (value.array ?? []).compactMap(\.string).compactMap(AwardForm.init(rawValue:))
        return (moment: moment, forms: forms)
      }
    }
    self.init(
      id: try row.text("ma"), name: try row.text("ten"),
      layers: try row.rows("tang", Layer.init(_:)),
      contents: try row.rows("noi_dung", Item.init(_:)),
      criteria: try row.rows("tieu_chi", Item.init(_:)), awards: awards,
      prefersInitiatives: row.optionalFlag("uu_tien_sang_kien") ?? false,
      targets: try row.rows("chi_tieu", Target.init(_:)), origin: row.origin)
  }
}

extension Movement.Layer {
  /// Makes a level from a row of `tang`.
  init(_ row: Row) throws(Row.Unread) {
    self.init(
      level: try row.word("tang"), launchedBy: try row.text("nguoi_phat_dong"),
      launchedOn: row.optionalDate("ngay_phat_dong"),
      paper: try row.row("van_ban").map(CitedPaper.init(_:)),
      fromYear: row.optionalInteger("tu_nam"), toYear: row.optionalInteger("den_nam"),
      origin: row.origin)
  }
}

extension Movement.Item {
  /// Makes a content or a criterion from its row.
  init(_ row: Row) throws(Row.Unread) {
    self.init(number: try row.integer("so"), name: try row.text("ten"), origin: row.origin)
  }
}

extension Movement.Target {
  /// Makes a target from a row of `chi_tieu`.
  init(_ row: Row) throws(Row.Unread) {
    let goals = row.entries("muc_tieu").compactMap { name, value in
      Int(name).flatMap { year in
        value.scalarText.flatMap(Quantity.init(parsing:)).map { (year: year, goal: $0) }
      }
    }
    self.init(
      id: try row.id("ma"), content: try row.integer("noi_dung"), name: try row.text("ten"),
      unitOfMeasure: try row.text("don_vi_tinh"), goals: goals.sorted { $0.year < $1.year },
      direction: try row.word("chieu"), origin: row.origin)
  }
}
