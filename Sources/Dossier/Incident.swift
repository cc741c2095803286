package import Diagnostics
package import Vocabulary

/// What `su-viec.json` says: the incidents, and that there are no others.
package struct IncidentLog: Sendable {
  /// The incidents, in the order of the file (`su_viec`).
  package let incidents: [Incident]
  /// What units confirm, in the order of the file (`xac_nhan`).
  package let confirmations: [Confirmation]

  /// A unit's word that on a day it has no incident but those listed.
  package struct Confirmation: Sendable {
    /// The unit (`don_vi`).
    package let unit: ID<OfficeUnit>
    /// The day (`ngay`).
    package let date: CivilDate
    /// Who confirms (`nguoi_xac_nhan`).
    package let confirmedBy: ID<Person>
    /// Where the row stands.
    package let origin: Place

    /// Creates a confirmation.
    package init(
      unit: ID<OfficeUnit>, date: CivilDate, confirmedBy: ID<Person>, origin: Place
    ) {
      self.unit = unit
      self.date = date
      self.confirmedBy = confirmedBy
      self.origin = origin
    }
  }

  private let nomineeIndex: Lookup<Nominee, Int>
  private let unitIndex: Lookup<ID<OfficeUnit>, Int>

  /// Creates a log.
  package init(
    incidents: [Incident], confirmations: [Confirmation]
  ) {
    self.incidents = incidents
    self.confirmations = confirmations
    nomineeIndex = Lookup(incidents, by: \.nominee)
    unitIndex = Lookup(confirmations, by: \.unit)
  }

  /// The incidents of a person or unit, in the order of the file.
  package func incidents(of nominee: Nominee) -> [Incident] {
    nomineeIndex[nominee].map { incidents[$0] }
  }

  /// The latest confirmation of a unit; of two on one day the first.
  package func latestConfirmation(of unit: ID<OfficeUnit>) -> Confirmation? {
    unitIndex[unit].map { confirmations[$0] }.reduce(nil) { latest, next in
      latest.map { next.date > $0.date ? next : $0 } ?? next
    }
  }
}

/// Discipline, examination, complaint or absence (sự việc): a row of `su-viec.json`.
package struct Incident: Sendable {
  /// Whom it is about (`nguoi` or `don_vi`).
  package let nominee: Nominee
  /// What kind of incident it is (`loai`).
  package let kind: Kind
  /// The measure, for discipline (`muc`).
  package let measure: Measure?
  /// The first day (`tu_ngay`).
  package let from: CivilDate
  /// The last day; nil while it lasts (`den_ngay`).
  package let to: CivilDate?
  /// The paper about it (`van_ban`).
  package let paper: CitedPaper?
  /// What happened (`noi_dung`).
  package let text: String?
  /// The conclusion, when there is one (`ket_luan`).
  package let conclusion: String?
  /// Where the row stands.
  package let origin: Place

  /// What kind of incident (`loai`).
  package enum Kind: String, Sendable, CaseIterable {
    /// Kỷ luật: a disciplinary measure in force.
    case kyLuat = "ky_luat"
    /// Đang xem xét kỷ luật.
    case xemXetKyLuat = "xem_xet_ky_luat"
    /// Đang điều tra.
    case dieuTra = "dieu_tra"
    /// Thanh tra, kiểm tra.
    case thanhTraKiemTra = "thanh_tra_kiem_tra"
    /// Khiếu nại, tố cáo.
    case khieuNaiToCao = "khieu_nai_to_cao"
    /// Báo chí nêu.
    case baoChiNeu = "bao_chi_neu"
    /// Nghỉ thai sản.
    case thaiSan = "thai_san"
    /// Nghỉ ốm.
    case nghiOm = "nghi_om"
    /// Nghỉ không hưởng lương.
    case nghiKhongLuong = "nghi_khong_luong"
    /// Đi học.
    case diHoc = "di_hoc"
    /// Biệt phái.
    case bietPhai = "biet_phai"
  }

  /// A disciplinary measure (hình thức kỷ luật, `muc`), in the order of the law.
  package enum Measure: String, Sendable, CaseIterable {
    /// Khiển trách.
    case khienTrach = "khien_trach"
    /// Cảnh cáo.
    case canhCao = "canh_cao"
    /// Hạ bậc lương.
    case haBacLuong = "ha_bac_luong"
    /// Giáng chức.
    case giangChuc = "giang_chuc"
    /// Cách chức.
    case cachChuc = "cach_chuc"
    /// Buộc thôi việc.
    case buocThoiViec = "buoc_thoi_viec"
  }

  /// Creates an incident.
  package init(
    nominee: Nominee, kind: Kind, measure: Measure?, from: CivilDate, to: CivilDate?,
    paper: CitedPaper?, text: String?, conclusion: String?, origin: Place
  ) {
    self.nominee = nominee
    self.kind = kind
    self.measure = measure
    self.from = from
    self.to = to
    self.paper = paper
    self.text = text
    self.conclusion = conclusion
    self.origin = origin
  }

  /// True when the incident lasts on that day; both its first and its last day count.
  package func lasts(on day: CivilDate) -> Bool {
    from <= day && (to.map { day <= $0 } ?? true)
  }
}
