import Dossier
import LocatedJSON

extension RatingList {
  /// Makes the final and the provisional ratings from `xep-loai.json`.
  static func all(in row: Row) throws(Row.Unread) -> [RatingList] {
    try row.rows("nam", RatingList.init(final:)) + row.rows("tam_thoi", RatingList.init(interim:))
  }

  /// Makes the ratings of a year from a row of `nam`.
  private init(final row: Row) throws(Row.Unread) {
    self.init(
      year: try row.integer("nam"),
      standing: .final(try row.row("van_ban").map(CitedPaper.init(_:))),
      entries: Entry.all(in: row), origin: row.origin)
  }

  /// Makes provisional ratings from a row of `tam_thoi`.
  private init(interim row: Row) throws(Row.Unread) {
    self.init(
      year: try row.integer("nam"),
      standing: .provisional(
        until: try row.date("den_ngay"), confirmedBy: try row.id("nguoi_xac_nhan")),
      entries: Entry.all(in: row), origin: row.origin)
  }
}

extension RatingList.Entry {
  /// Makes the entries of people and of units; a rating not known yet is an entry too.
  static func all(in row: Row) -> [RatingList.Entry] {
    entries(under: "ca_nhan", in: row) { .person(ID($0)) }
      + entries(under: "tap_the", in: row) { .unit(ID($0)) }
  }

  private static func entries(
    under key: String, in row: Row, _ nominee: (String) -> Nominee
  ) -> [RatingList.Entry] {
    row.placedMembers(key).map { name, value, place in
      RatingList.Entry(
        nominee: nominee(name), rating: value.string.flatMap(Rating.init(rawValue:)),
        origin: place)
    }
  }
}
