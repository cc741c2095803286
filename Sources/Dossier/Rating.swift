package import Diagnostics
package import Vocabulary

/// A yearly rating (mức xếp loại chất lượng); the higher one is the greater.
package enum Rating: String, Sendable, CaseIterable, Comparable {
  /// Hoàn thành xuất sắc nhiệm vụ.
  case hoanThanhXuatSac = "hoan_thanh_xuat_sac"
  /// Hoàn thành tốt nhiệm vụ.
  case hoanThanhTot = "hoan_thanh_tot"
  /// Hoàn thành nhiệm vụ.
  case hoanThanh = "hoan_thanh"
  /// Không hoàn thành nhiệm vụ.
  case khongHoanThanh = "khong_hoan_thanh"

  /// Orders ratings from the lowest to the highest.
  package static func < (left: Rating, right: Rating) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .khongHoanThanh: 0
    case .hoanThanh: 1
    case .hoanThanhTot: 2
    case .hoanThanhXuatSac: 3
    }
  }
}

/// The ratings of one announcement, or of one provisional remark: a row of `xep-loai.json`.
package struct RatingList: Sendable {
  /// The year rated (`nam`).
  package let year: Int
  /// Whether the ratings are final.
  package let standing: Standing
  /// The ratings of people and then of units, in the order of the file.
  package let entries: [Entry]
  /// Where the row stands.
  package let origin: Place

  /// Whether ratings are final.
  package enum Standing: Sendable {
    /// Announced for the whole year (`nam`), by this paper.
    case final(CitedPaper?)
    /// A remark in the middle of the year (`tam_thoi`) up to a day, by a person.
    case provisional(until: CivilDate, confirmedBy: ID<Person>)
  }

  /// The rating of one person or unit.
  package struct Entry: Sendable {
    /// Who is rated.
    package let nominee: Nominee
    /// The rating; nil when it is not known yet.
    package let rating: Rating?
    /// Where it stands.
    package let origin: Place

    /// Creates an entry.
    package init(
      nominee: Nominee, rating: Rating?, origin: Place
    ) {
      self.nominee = nominee
      self.rating = rating
      self.origin = origin
    }
  }

  /// A provisional rating of one person or unit.
  package struct Provisional: Sendable {
    /// The rating.
    package let rating: Rating
    /// The last day that it takes into account (`den_ngay`).
    package let until: CivilDate
    /// Who confirms it (`nguoi_xac_nhan`).
    package let confirmedBy: ID<Person>
    /// Where it stands.
    package let origin: Place

    /// Creates a provisional rating.
    package init(
      rating: Rating, until: CivilDate, confirmedBy: ID<Person>, origin: Place
    ) {
      self.rating = rating
      self.until = until
      self.confirmedBy = confirmedBy
      self.origin = origin
    }
  }

  private let nomineeIndex: Lookup<Nominee, Int>

  /// Creates a list of ratings; of two entries of one nominee the first is found.
  package init(
    year: Int, standing: Standing, entries: [Entry], origin: Place
  ) {
    self.year = year
    self.standing = standing
    self.entries = entries
    self.origin = origin
    nomineeIndex = Lookup(entries, by: \.nominee)
  }

  /// The entry of a person or unit, when the list names them.
  package func entry(of nominee: Nominee) -> Entry? {
    nomineeIndex[nominee].first.map { entries[$0] }
  }

  /// Where the rating of a person or unit stands, or would be written.
  package func place(of nominee: Nominee) -> Place {
    entry(of: nominee)?.origin
      ?? origin.key(nominee.isCollective ? "tap_the" : "ca_nhan", nominee.id)
  }

  /// True for ratings announced for the whole year.
  package var isFinal: Bool {
    if case .final = standing { true } else { false }
  }
}
