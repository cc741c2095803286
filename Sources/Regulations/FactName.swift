package import Expressions

/// A named fact that a condition may read, computed from dated records.
package enum FactName: String, Sendable, CaseIterable {
  /// The facts of a nomination: what is proposed and when it came in.
  case award = "hình thức"
  case receivedOn = "ngày nhận hồ sơ"
  case level = "cấp phát động"
  case levels = "các cấp đã phát động"
  case levelFrom = "năm bắt đầu của cấp"
  case levelTo = "năm kết thúc của cấp"
  case reviewYear = "năm xét"
  case momentAwards = "hình thức của thời điểm"
  case inOfficeDecision = "nằm trong quyết định của Văn phòng"
  /// Incidents (`su-viec.json`).
  case disciplinePending = "đang xem xét kỷ luật"
  case underInvestigation = "đang bị điều tra"
  case complaintPending = "có đơn thư đang xác minh"
  case disciplined = "bị kỷ luật"
  case achievementsAfterDiscipline = "số thành tích sau kỷ luật"
  /// The register (`so-khen-thuong.json`).
  case rewardedAchievements = "số thành tích đã được khen"
  case overlappingAchievements = "số thành tích trùng khoảng"
  /// Remark, rating, meeting.
  case exemplary = "gương mẫu chấp hành"
  case united = "nội bộ đoàn kết"
  case rating = "xếp loại"
  case ayes = "số đồng ý"
  case present = "số có mặt"
  /// The papers of the dossier.
  case reportDate = "ngày báo cáo thành tích"
  case minutesDate = "ngày biên bản bình xét"
  case initiatives = "số sáng kiến"
  case certificateDate = "ngày xác nhận sáng kiến"
  /// The facts of an award.
  case baseSalary = "mức lương cơ sở"
  case personCoefficient = "hệ số cá nhân"
  case collectiveCoefficient = "hệ số tập thể"
  /// The facts of the period.
  case submittedCollectives = "số tập thể trong tờ trình"
  case submittedPeople = "số cá nhân trong tờ trình"
  case submittedOrder = "thứ tự trong tờ trình"
  case decidedCollectives = "số tập thể trong quyết định"
  case decidedPeople = "số cá nhân trong quyết định"
  case decidedOrder = "thứ tự trong quyết định"

  /// The name as conditions and clerks write it.
  package var label: String { rawValue }

  /// What the fact is computed for.
  package var subjects: [SubjectKind] {
    switch self {
    case .baseSalary, .personCoefficient, .collectiveCoefficient: [.award]
    case .submittedCollectives, .submittedPeople, .submittedOrder, .decidedCollectives,
      .decidedPeople, .decidedOrder:
      [.period]
    case .united: [.collective]
    default: [.person, .collective]
    }
  }

  /// The fact that a path names.
  package static func named(by path: Path) -> FactName? {
    guard path.outward == 0, path.names.count == 1, let name = path.names.first else { return nil }
    return names.first { $0.name.meets(name) }?.fact
  }

  private static let names = allCases.map { (name: Name($0.label), fact: $0) }
}
