package import Diagnostics

/// The office's own rules (quy định nội bộ): `quy-dinh.json`; what is nil does not apply.
package struct OfficeRules: Sendable {
  /// The office's paper that sets the figures (`can_cu`).
  package let basis: String?
  /// The largest share in per cent, by award (`ty_le_toi_da`).
  package let maxShares: [Limit<Quantity>]
  /// The largest number, by award (`so_luong_toi_da`).
  package let maxCounts: [Limit<Int>]
  /// The least share in per cent of people without a leading post
  /// (`ty_le_khong_lanh_dao_toi_thieu`).
  package let minShareOfNonLeaders: Quantity?
  /// The least service in months (`thoi_gian_cong_tac_toi_thieu_thang`).
  package let minServiceMonths: Int?
  /// The largest absence in days (`so_ngay_vang_toi_da`).
  package let maxAbsenceDays: Int?
  /// How many criteria a nominee must meet (`tieu_chi_toi_thieu`).
  package let minCriteria: Int?
  /// The share of members that makes a quorum, such as `2/3` (`so_du_hop_toi_thieu`).
  package let quorum: Fraction?
  /// The share of votes in per cent that passes a nomination, by award (`ty_le_thong_qua`).
  package let passShares: [(form: AwardForm, share: Quantity)]
  /// How many days before the conference papers go to the Sở Nội vụ
  /// (`gui_so_noi_vu_truoc_hoi_nghi_ngay`).
  package let daysBeforeConference: Int?
  /// How many working days the list is made public (`cong_khai_so_ngay_lam_viec`).
  package let publicationWorkdays: Int?
  /// By what names in lists are ordered (`thu_tu_ten`).
  package let nameOrder: NameOrder?
  /// Whether collectives stand before individuals (`tap_the_truoc`).
  package let collectivesFirst: Bool?
  /// Who comes first among equals, in this order; nil is not known (`uu_tien_khi_bang_nhau`).
  package let preferences: [Preference]?
  /// Whether the advising unit writes a tờ trình of its own (`to_trinh_noi_bo`).
  package let hasInternalSubmission: Bool?
  /// Whether the office prints the Bằng khen itself (`in_bang_khen`).
  package let printsBangKhen: Bool?
  /// Whether decisions state the money (`ghi_tien_thuong`).
  package let decisionsStateMoney: Bool?
  /// Whether the numbers of the golden book run through the whole list (`so_vang_lien_tuc`).
  package let goldenBookRunsOn: Bool?
  /// Where the rules stand in their file.
  package let origin: Place

  /// A limit for one award; nil is no limit.
  package struct Limit<Value: Sendable>: Sendable {
    /// The award.
    package let form: AwardForm
    /// The limit for collectives (`tap_the`).
    package let collectives: Value?
    /// The limit for individuals (`ca_nhan`).
    package let individuals: Value?
    /// Where it stands.
    package let origin: Place

    /// Creates a limit.
    package init(
      form: AwardForm, collectives: Value?, individuals: Value?, origin: Place
    ) {
      self.form = form
      self.collectives = collectives
      self.individuals = individuals
      self.origin = origin
    }
  }

  /// A share as two whole numbers, such as `2/3`.
  package struct Fraction: Hashable, Sendable {
    /// The number above the line.
    package let numerator: Int
    /// The number under the line, above 0.
    package let denominator: Int

    /// Creates a fraction.
    package init(
      numerator: Int, denominator: Int
    ) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// By what names are ordered (`thu_tu_ten`).
  package enum NameOrder: String, Sendable, CaseIterable {
    /// By unit, in the order of `don-vi.json`.
    case donVi = "don_vi"
    /// By given name.
    case ten = "ten"
    /// By post.
    case chucVu = "chuc_vu"
  }

  /// Who comes first among equals (`uu_tien_khi_bang_nhau`).
  package enum Preference: String, Sendable, CaseIterable {
    /// Who has an initiative (sáng kiến).
    case sangKien = "sang_kien"
    /// Women (nữ).
    case nu = "nu"
    /// Who has no leading post (không giữ chức vụ lãnh đạo).
    case khongLanhDao = "khong_lanh_dao"
  }

  /// Creates the office's rules.
  package init(
    basis: String?, maxShares: [Limit<Quantity>], maxCounts: [Limit<Int>],
    minShareOfNonLeaders: Quantity?, minServiceMonths: Int?, maxAbsenceDays: Int?,
    minCriteria: Int?, quorum: Fraction?, passShares: [(form: AwardForm, share: Quantity)],
    daysBeforeConference: Int?, publicationWorkdays: Int?, nameOrder: NameOrder?,
    collectivesFirst: Bool?, preferences: [Preference]?, hasInternalSubmission: Bool?,
    printsBangKhen: Bool?, decisionsStateMoney: Bool?, goldenBookRunsOn: Bool?, origin: Place
  ) {
    self.basis = basis
    self.maxShares = maxShares
    self.maxCounts = maxCounts
    self.minShareOfNonLeaders = minShareOfNonLeaders
    self.minServiceMonths = minServiceMonths
    self.maxAbsenceDays = maxAbsenceDays
    self.minCriteria = minCriteria
    self.quorum = quorum
    self.passShares = passShares
    self.daysBeforeConference = daysBeforeConference
    self.publicationWorkdays = publicationWorkdays
    self.nameOrder = nameOrder
    self.collectivesFirst = collectivesFirst
    self.preferences = preferences
    self.hasInternalSubmission = hasInternalSubmission
    self.printsBangKhen = printsBangKhen
    self.decisionsStateMoney = decisionsStateMoney
    self.goldenBookRunsOn = goldenBookRunsOn
    self.origin = origin
  }
}
