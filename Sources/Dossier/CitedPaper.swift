package import Diagnostics
package import Vocabulary

/// A paper that other papers cite, such as the province's decision on the movement.
///
/// What is nil is not known yet and prints as a blank to fill by hand, never as an invented
/// number.
package struct CitedPaper: Sendable {
  /// The type of the paper in words, such as `Quyết định` (`loai`).
  package let type: String
  /// The whole number with its symbol, such as `1031/QĐ-UBND` (`so`).
  package let number: String?
  /// The symbol alone, such as `KH-VPUB`, for a paper without number yet (`ky_hieu`).
  package let symbol: String?
  /// The day of issue (`ngay`).
  package let date: CivilDate?
  /// The year, where the day is not known yet (`nam`).
  package let year: Int?
  /// Who issued it (`co_quan`).
  package let issuer: String?
  /// What it is about (trích yếu).
  package let subject: String?
  /// Where it stands.
  package let origin: Place

  /// Creates a cited paper.
  package init(
    type: String, number: String?, symbol: String?, date: CivilDate?, year: Int?, issuer: String?,
    subject: String?, origin: Place
  ) {
    self.type = type
    self.number = number
    self.symbol = symbol
    self.date = date
    self.year = year
    self.issuer = issuer
    self.subject = subject
    self.origin = origin
  }
}
