package import Diagnostics
package import Vocabulary

/// An award or title there has been: a row of `so-khen-thuong.json`.
package struct PastAward: Sendable {
  /// Who got it (`nguoi` or `don_vi`).
  package let awardee: Nominee
  /// Which award it is (`hinh_thuc`).
  package let form: AwardForm
  /// The type of commendation (`loai_khen`).
  package let type: CommendationType
  /// The year of the award (`nam`).
  package let year: Int
  /// The decision (`quyet_dinh`).
  package let decision: Decision
  /// The number in the list of the decision (`so_thu_tu`).
  package let ordinal: Int?
  /// The sentence on the certificate (`noi_dung`).
  package let citation: String?
  /// The achievements rewarded; nil is not known, empty is none (`thanh_tich`).
  package let achievements: [Achievement]?
  /// The initiatives used; nil is not known, empty is none (`sang_kien`).
  package let initiatives: [ID<Initiative>]?
  /// The money in đồng (`so_tien`).
  package let amount: Int?
  /// Where the money came from (`nguon`).
  package let fund: String?
  /// The day on which it was handed over (`ngay_trao`).
  package let presentedOn: CivilDate?
  /// The decision that took it back; nil when there is none (`thu_hoi`).
  package let revocation: Revocation?
  /// Where the row stands.
  package let origin: Place

  /// A decision as the register cites it.
  package struct Decision: Sendable {
    /// The number with its symbol (`so`).
    package let number: String
    /// The day of signing (`ngay`).
    package let date: CivilDate
    /// Who decided (`co_quan`).
    package let issuer: String?
    /// Where it stands.
    package let origin: Place

    /// Creates a decision.
    package init(
      number: String, date: CivilDate, issuer: String?, origin: Place
    ) {
      self.number = number
      self.date = date
      self.issuer = issuer
      self.origin = origin
    }
  }

  /// An achievement that was rewarded, under the id it had in its nomination.
  package struct Achievement: Sendable {
    /// The id (`ma`).
    package let id: ID<Nomination.Achievement>
    /// The number of the content of emulation (`noi_dung_thi_dua`).
    package let content: Int
    /// The first day (`tu_ngay`).
    package let from: CivilDate
    /// The last day (`den_ngay`).
    package let to: CivilDate
    /// Where the row stands.
    package let origin: Place

    /// Creates an achievement.
    package init(
      id: ID<Nomination.Achievement>, content: Int, from: CivilDate, to: CivilDate, origin: Place
    ) {
      self.id = id
      self.content = content
      self.from = from
      self.to = to
      self.origin = origin
    }
  }

  /// The taking back of an award (thu hồi).
  package struct Revocation: Sendable {
    /// The decision (`quyet_dinh`).
    package let decision: Decision
    /// Why (`ly_do`).
    package let reason: String
    /// Where it stands.
    package let origin: Place

    /// Creates a revocation.
    package init(
      decision: Decision, reason: String, origin: Place
    ) {
      self.decision = decision
      self.reason = reason
      self.origin = origin
    }
  }

  /// Creates a row of the register.
  package init(
    awardee: Nominee, form: AwardForm, type: CommendationType, year: Int, decision: Decision,
    ordinal: Int?, citation: String?, achievements: [Achievement]?, initiatives: [ID<Initiative>]?,
    amount: Int?, fund: String?, presentedOn: CivilDate?, revocation: Revocation?, origin: Place
  ) {
    self.awardee = awardee
    self.form = form
    self.type = type
    self.year = year
    self.decision = decision
    self.ordinal = ordinal
    self.citation = citation
    self.achievements = achievements
    self.initiatives = initiatives
    self.amount = amount
    self.fund = fund
    self.presentedOn = presentedOn
    self.revocation = revocation
    self.origin = origin
  }
}

/// A type of commendation (loại hình khen thưởng).
///
/// - Legal basis: Luật Thi đua, khen thưởng 06/2022/QH15, Điều 8.
package enum CommendationType: String, Sendable, CaseIterable {
  /// Khen thưởng công trạng.
  case congTrang = "cong_trang"
  /// Khen thưởng đột xuất.
  case dotXuat = "dot_xuat"
  /// Khen thưởng phong trào.
  case phongTrao = "phong_trao"
  /// Khen thưởng quá trình cống hiến.
  case congHien = "cong_hien"
  /// Khen thưởng theo niên hạn.
  case nienHan = "nien_han"
  /// Khen thưởng đối ngoại.
  case doiNgoai = "doi_ngoai"
}
