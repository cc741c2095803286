package import Diagnostics
package import Vocabulary

/// What only a person can write in the interim or the final report: `bao-cao.json`.
///
/// No figure stands here: figures are computed from the other files.
package struct PeriodReport: Sendable {
  /// How the work was led, sentence by sentence (`lanh_dao_chi_dao`).
  package let leadership: [String]
  /// The inspections; nil is not known, empty is none (`kiem_tra`).
  package let inspections: [Inspection]?
  /// What went well (`danh_gia.uu_diem`).
  package let strengths: [String]
  /// Limits (`danh_gia.han_che`).
  package let limits: [String]
  /// Causes of the limits that lie outside the office (`danh_gia.nguyen_nhan.khach_quan`).
  package let outerCauses: [String]
  /// Causes of the limits in the office itself (`danh_gia.nguyen_nhan.chu_quan`).
  package let innerCauses: [String]
  /// Lessons (`danh_gia.bai_hoc`).
  package let lessons: [String]
  /// What is to be done next (`nhiem_vu_toi`).
  package let nextTasks: [String]
  /// What is asked for (`kien_nghi`).
  package let proposals: [String]
  /// To whom the report goes up; empty where it stays in the office (`gui_cap_tren`).
  package let addressees: [String]
  /// Where the report stands.
  package let origin: Place

  /// An inspection (cuộc kiểm tra) of one unit.
  package struct Inspection: Sendable {
    /// The day (`ngay`).
    package let date: CivilDate
    /// The unit (`don_vi`).
    package let unit: ID<OfficeUnit>
    /// What was inspected (`noi_dung`).
    package let subject: String
    /// What came out (`ket_luan`).
    package let conclusion: String?
    /// Where the row stands.
    package let origin: Place

    /// Creates an inspection.
    package init(
      date: CivilDate, unit: ID<OfficeUnit>, subject: String, conclusion: String?, origin: Place
    ) {
      self.date = date
      self.unit = unit
      self.subject = subject
      self.conclusion = conclusion
      self.origin = origin
    }
  }

  /// Creates what a person writes in a report.
  package init(
    leadership: [String], inspections: [Inspection]?, strengths: [String], limits: [String],
    outerCauses: [String], innerCauses: [String], lessons: [String], nextTasks: [String],
    proposals: [String], addressees: [String], origin: Place
  ) {
    self.leadership = leadership
    self.inspections = inspections
    self.strengths = strengths
    self.limits = limits
    self.outerCauses = outerCauses
    self.innerCauses = innerCauses
    self.lessons = lessons
    self.nextTasks = nextTasks
    self.proposals = proposals
    self.addressees = addressees
    self.origin = origin
  }
}
