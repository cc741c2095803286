import Dossier

extension OfficeRules {
  /// Makes the office's own rules from `quy-dinh.json`.
  init(_ row: Row) throws(Row.Unread) {
    let council = row.row("hoi_dong")
    let deadlines = row.row("han")
    self.init(
      basis: row.optionalText("can_cu"),
      maxShares: Limit.all(under: "ty_le_toi_da", in: row) { $0.optionalQuantity($1) },
      maxCounts: Limit.all(under: "so_luong_toi_da", in: row) { $0.optionalInteger($1) },
      minShareOfNonLeaders: row.optionalQuantity("ty_le_khong_lanh_dao_toi_thieu"),
      minServiceMonths: row.optionalInteger("thoi_gian_cong_tac_toi_thieu_thang"),
      maxAbsenceDays: row.optionalInteger("so_ngay_vang_toi_da"),
      minCriteria: row.optionalInteger("tieu_chi_toi_thieu"),
      quorum: council?.optionalText("so_du_hop_toi_thieu").flatMap(Fraction.init(parsing:)),
      passShares: Self.passShares(in: council),
      daysBeforeConference: deadlines?.optionalInteger("gui_so_noi_vu_truoc_hoi_nghi_ngay"),
      publicationWorkdays: deadlines?.optionalInteger("cong_khai_so_ngay_lam_viec"),
      nameOrder: row.optionalWord("thu_tu_ten"),
      collectivesFirst: row.optionalFlag("tap_the_truoc"),
      preferences: row.optionalTexts("uu_tien_khi_bang_nhau")?
        .compactMap(Preference.init(rawValue:)),
      hasInternalSubmission: row.optionalFlag("to_trinh_noi_bo"),
      printsBangKhen: row.optionalFlag("in_bang_khen"),
      decisionsStateMoney: row.optionalFlag("ghi_tien_thuong"),
      goldenBookRunsOn: row.optionalFlag("so_vang_lien_tuc"), origin: row.origin)
  }

  private static func passShares(in council: Row?) -> [(form: AwardForm, share: Quantity)] {
    let key = "ty_le_thong_qua"
    guard let council, let shares = council.row(key) else { return [] }
    return council.names(key).compactMap { name in
      guard let form = AwardForm(rawValue: name), let share = shares.optionalQuantity(name)
      else { return nil }
      return (form, share)
    }
  }
}

extension OfficeRules.Limit {
  /// Makes the limits by award under a key; an award whose limits are `null` has none.
  fileprivate static func all(
    under key: String, in row: Row, _ value: (Row, String) -> Value?
  ) -> [Self] {
    guard let map = row.row(key) else { return [] }
    return row.names(key).compactMap { name in
      guard let form = AwardForm(rawValue: name), let limit = map.row(name) else { return nil }
      return Self(
        form: form, collectives: value(limit, "tap_the"), individuals: value(limit, "ca_nhan"),
        origin: limit.origin)
    }
  }
}

extension OfficeRules.Fraction {
  /// Reads a fraction such as `2/3`.
  fileprivate init?(parsing text: String) {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, parts[1] > 0 else { return nil }
    self.init(numerator: parts[0], denominator: parts[1])
  }
}
