package import Diagnostics

/// An initiative (sáng kiến): a row of `sang-kien.json`.
package struct Initiative: Sendable {
  /// The id, such as `SK-2026-04` (`ma`).
  package let id: ID<Initiative>
  /// The name (`ten`).
  package let name: String
  /// The authors, in the order of the file (`tac_gia`).
  package let authors: [Author]
  /// The numbers of the contents of emulation; nil is not known (`noi_dung_thi_dua`).
  package let contents: [Int]?
  /// How far it is recognised (`pham_vi`).
  package let scope: Scope
  /// The paper that recognises it; nil while it is not recognised (`cong_nhan`).
  package let recognition: CitedPaper?
  /// What it brought, in a sentence (`hieu_qua`).
  package let effect: String?
  /// Where the row stands.
  package let origin: Place

  /// How far an initiative is recognised (phạm vi công nhận).
  package enum Scope: String, Sendable, CaseIterable {
    /// Cấp cơ sở.
    case coSo = "co_so"
    /// Cấp tỉnh.
    case tinh = "tinh"
    /// Toàn quốc.
    case toanQuoc = "toan_quoc"
  }

  /// An author (tác giả, đồng tác giả).
  package struct Author: Sendable {
    /// The person (`nguoi`).
    package let person: ID<Person>
    /// The share in per cent (`dong_gop`).
    package let share: Int?
    /// Where the row stands.
    package let origin: Place

    /// Creates an author.
    package init(
      person: ID<Person>, share: Int?, origin: Place
    ) {
      self.person = person
      self.share = share
      self.origin = origin
    }
  }

  /// Creates an initiative.
  package init(
    id: ID<Initiative>, name: String, authors: [Author], contents: [Int]?, scope: Scope,
    recognition: CitedPaper?, effect: String?, origin: Place
  ) {
    self.id = id
    self.name = name
    self.authors = authors
    self.contents = contents
    self.scope = scope
    self.recognition = recognition
    self.effect = effect
    self.origin = origin
  }
}
