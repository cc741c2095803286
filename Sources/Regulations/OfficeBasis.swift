internal import Diagnostics
internal import Dossier

extension OfficeRules {
  /// A warning when figures are set and nothing says what they rest on.
  var basisFindings: [Diagnostic] {
    guard basis == nil, !figures.isEmpty else { return [] }
    return [
      .warning(
        Code("RU038"),
        "quy định nội bộ chưa nêu căn cứ cho \(figures.joined(separator: ", "))",
        at: origin.key("can_cu"), help: "ghi văn bản của cơ quan vào “can_cu” của quy-dinh.json")
    ]
  }

  /// The keys of the figures that are set.
  private var figures: [String] {
    [
      ("ty_le_toi_da", !maxShares.isEmpty), ("so_luong_toi_da", !maxCounts.isEmpty),
      ("ty_le_khong_lanh_dao_toi_thieu", minShareOfNonLeaders != nil),
      ("thoi_gian_cong_tac_toi_thieu_thang", minServiceMonths != nil),
      ("so_ngay_vang_toi_da", maxAbsenceDays != nil), ("tieu_chi_toi_thieu", minCriteria != nil),
      ("so_du_hop_toi_thieu", quorum != nil), ("ty_le_thong_qua", !passShares.isEmpty),
      ("gui_so_noi_vu_truoc_hoi_nghi_ngay", daysBeforeConference != nil),
      ("cong_khai_so_ngay_lam_viec", publicationWorkdays != nil),
    ].filter(\.1).map(\.0)
  }
}
