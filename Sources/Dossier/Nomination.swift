package import Diagnostics
package import Vocabulary

/// A proposal that one person or unit gets one award (đề nghị khen thưởng): a row of
/// `de-nghi.json`.
///
/// An object that never changes, as ``Person`` is.
package final class Nomination: Sendable {
  /// The id, such as `GK-01` (`ma`).
  package let id: ID<Nomination>
  /// Who is nominated (`nguoi` or `don_vi`).
  package let nominee: Nominee
  /// The award proposed (`hinh_thuc`).
  package let award: AwardForm
  /// Who launched the movement that the award belongs to (`tang`).
  package let level: Movement.Level
  /// The day on which the dossier came in; it decides which law applies (`ngay_nhan_ho_so`).
  package let receivedOn: CivilDate?
  /// The status as typed; nil when it is left to be derived (`trang_thai`).
  package let typedStatus: Status?
  /// The achievements in one sentence (`tom_tat`).
  package let summary: String?
  /// The sentence for list, decision and certificate in place of the period's
  /// (`cau_thanh_tich`).
  package let citation: String?
  /// The achievements, in the order of the file (`thanh_tich`).
  package let achievements: [Achievement]
  /// The initiatives put forward; nil is not known, empty is none (`sang_kien`).
  package let initiatives: [ID<Initiative>]?
  /// What the head remarks (`nhan_xet`).
  package let remark: Remark
  /// The papers of the dossier (`giay_to`).
  package let papers: Papers
  /// Where the row stands.
  package let origin: Place

  /// How far a nomination has come (`trang_thai`).
  package enum Status: String, Sendable, CaseIterable {
    /// Being written.
    case duThao = "du_thao"
    /// Received.
    case daNhan = "da_nhan"
    /// Waiting for papers that are missing.
    case choBoSung = "cho_bo_sung"
    /// Appraised.
    case daThamDinh = "da_tham_dinh"
    /// Passed by the council.
    case hoiDongThongQua = "hoi_dong_thong_qua"
    /// Not passed by the council.
    case hoiDongKhongThongQua = "hoi_dong_khong_thong_qua"
    /// Submitted for decision.
    case daTrinh = "da_trinh"
    /// Decided.
    case daQuyetDinh = "da_quyet_dinh"
    /// Refused.
    case khongDuocKhen = "khong_duoc_khen"
    /// Withdrawn.
    case rut = "rut"
  }

  /// One achievement (thành tích), known by an id that is unique across all periods.
  package struct Achievement: Sendable {
    /// The id, such as `TT-2027-01` (`ma`).
    package let id: ID<Achievement>
    /// The number of the content of emulation (`noi_dung_thi_dua`).
    package let content: Int
    /// The number of the criterion (`tieu_chi`).
    package let criterion: Int?
    /// The first day (`tu_ngay`).
    package let from: CivilDate
    /// The last day (`den_ngay`).
    package let to: CivilDate
    /// What was achieved, with its figures (`mo_ta`).
    package let text: String
    /// The papers that prove it; nil is not known, empty is none (`minh_chung`).
    package let evidence: [String]?
    /// Where the row stands.
    package let origin: Place

    /// Creates an achievement.
    package init(
      id: ID<Achievement>, content: Int, criterion: Int?, from: CivilDate, to: CivilDate,
      text: String, evidence: [String]?, origin: Place
    ) {
      self.id = id
      self.content = content
      self.criterion = criterion
      self.from = from
      self.to = to
      self.text = text
      self.evidence = evidence
      self.origin = origin
    }
  }

  /// What the head says of the nominee (`nhan_xet`); nothing is known while it is not written.
  package struct Remark: Sendable {
    /// Whether the nominee is exemplary in keeping to policy and law (`guong_mau_chap_hanh`).
    package let isExemplary: Bool?
    /// Whether the collective is united (`noi_bo_doan_ket`).
    package let isUnited: Bool?
    /// Who remarks (`nguoi`).
    package let author: ID<Person>?
    /// The day (`ngay`).
    package let date: CivilDate?
    /// Where the remark stands, or would stand.
    package let origin: Place

    /// Creates a remark.
    package init(
      isExemplary: Bool?, isUnited: Bool?, author: ID<Person>?, date: CivilDate?, origin: Place
    ) {
      self.isExemplary = isExemplary
      self.isUnited = isUnited
      self.author = author
      self.date = date
      self.origin = origin
    }
  }

  /// The days of the papers of the dossier (`giay_to`); nil is a paper still missing.
  package struct Papers: Sendable {
    /// Báo cáo thành tích.
    package let achievementReport: CivilDate?
    /// Biên bản họp bình xét.
    package let meetingMinutes: CivilDate?
    /// The certificate of the initiative (`xac_nhan_sang_kien`).
    package let initiativeCertificate: CivilDate?
    /// Where the papers stand, or would stand.
    package let origin: Place

    /// Creates the papers of a dossier.
    package init(
      achievementReport: CivilDate?, meetingMinutes: CivilDate?, initiativeCertificate: CivilDate?,
      origin: Place
    ) {
      self.achievementReport = achievementReport
      self.meetingMinutes = meetingMinutes
      self.initiativeCertificate = initiativeCertificate
      self.origin = origin
    }
  }

  /// Creates a nomination.
  package init(
    id: ID<Nomination>, nominee: Nominee, award: AwardForm, level: Movement.Level,
    receivedOn: CivilDate?, typedStatus: Status?, summary: String?, citation: String?,
    achievements: [Achievement], initiatives: [ID<Initiative>]?, remark: Remark, papers: Papers,
    origin: Place
  ) {
    self.id = id
    self.nominee = nominee
    self.award = award
    self.level = level
    self.receivedOn = receivedOn
    self.typedStatus = typedStatus
    self.summary = summary
    self.citation = citation
    self.achievements = achievements
    self.initiatives = initiatives
    self.remark = remark
    self.papers = papers
    self.origin = origin
  }
}
