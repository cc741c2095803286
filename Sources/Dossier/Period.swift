package import Diagnostics
package import Vocabulary

/// A moment in the life of a movement (`thoi_diem`), which decides what papers there are.
package enum Moment: String, Sendable, CaseIterable {
  /// The launch (phát động).
  case phatDong = "phat_dong"
  /// A yearly review (hằng năm).
  case hangNam = "hang_nam"
  /// The interim review (sơ kết).
  case soKet = "so_ket"
  /// The final review (tổng kết).
  case tongKet = "tong_ket"
}

/// A review period or the launch (đợt): `dot.json`.
///
/// The publication, conference and certificate sentences of a review are checked by `Intake`
/// and not modelled yet.
package struct Period: Sendable {
  /// The id, such as `2026-phat-dong`.
  package let id: String
  /// The name in words.
  package let name: String
  /// Which moment of the movement it is.
  package let moment: Moment
  /// The first day that counts for achievements (`tinh_tu_ngay`).
  package let countsFrom: CivilDate?
  /// The last day that counts for achievements (`tinh_den_ngay`).
  package let countsTo: CivilDate?
  /// The last day on which units hand in (`han_nop`).
  package let deadline: CivilDate?
  /// Where the period stands in its file.
  package let origin: Place

  /// Creates a period.
  package init(
    id: String, name: String, moment: Moment, countsFrom: CivilDate?, countsTo: CivilDate?,
    deadline: CivilDate?, origin: Place
  ) {
    self.id = id
    self.name = name
    self.moment = moment
    self.countsFrom = countsFrom
    self.countsTo = countsTo
    self.deadline = deadline
    self.origin = origin
  }
}
