package import Expressions
internal import Synchronization

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
  /// Initiatives and what the register says of the years before.
  case usedInitiatives = "số sáng kiến đã dùng"
  case sharedInitiatives = "số sáng kiến cùng đưa ra"
  case recognisedInitiatives = "số sáng kiến được công nhận"
  case movementAwards = "số lần khen phong trào"
  case fighterYears = "số năm liền chiến sĩ thi đua cơ sở"
  case excellentYears = "số năm liền hoàn thành xuất sắc"
  case isAdvancedWorker = "là lao động tiên tiến"
  case higherTitles = "số danh hiệu cao hơn cùng năm"
  /// The members of a collective.
  case members = "số thành viên"
  case advancedMembers = "số thành viên lao động tiên tiến"
  case fighterMembers = "số thành viên chiến sĩ thi đua cơ sở"
  case completedMembers = "số thành viên hoàn thành nhiệm vụ"
  case warnedMembers = "số thành viên bị cảnh cáo"
  /// Service and absence, and what the office asks for.
  case maternityDays = "số ngày nghỉ thai sản"
  case maternityAbsence = "số ngày thai sản tính là vắng"
  case serviceMonths = "số tháng công tác"
  case minServiceMonths = "số tháng tối thiểu"
  case absenceDays = "số ngày vắng"
  case maxAbsenceDays = "số ngày vắng tối đa"
  /// The Plan's criteria, the review's deadline, who acts in whose matter.
  case moment = "thời điểm"
  case criteria = "số tiêu chí"
  case strangeCriteria = "số tiêu chí ngoài Kế hoạch"
  case minCriteria = "số tiêu chí tối thiểu"
  case deadline = "hạn nộp"
  case ownRoles = "số vai trò trùng"
  /// The facts of an award.
  case baseSalary = "mức lương cơ sở"
  case personCoefficient = "hệ số cá nhân"
  case collectiveCoefficient = "hệ số tập thể"
  case decisionDay = "ngày quyết định"
  case decisionNumber = "số quyết định"
  case signerInForce = "người ký đang giữ quyền ký"
  case unsaid = "số người thiếu câu thành tích"
  /// The facts of all nominations for one award.
  case eligible = "số đề nghị đạt"
  case maxEligible = "số lượng tối đa"
  case nonLeaders = "số người ngoài lãnh đạo"
  case minNonLeaders = "tỷ lệ ngoài lãnh đạo tối thiểu"
  case ties = "số trường hợp bằng phiếu"
  case prefersInitiatives = "ưu tiên sáng kiến"
  /// The facts of a meeting of the council and of its votes.
  case councilMembers = "số thành viên Hội đồng"
  case councilPresent = "số dự họp"
  case quorum = "số dự họp tối thiểu"
  case councilAyes = "số phiếu đồng ý"
  case passShare = "tỷ lệ thông qua"
  /// The facts of the period.
  case lastDay = "ngày muộn nhất của đợt"
  case sentOn = "ngày gửi tờ trình"
  case sendBy = "ngày phải gửi"
  case daysBeforeConference = "số ngày gửi trước hội nghị"
  case submissionsAbove = "số tờ trình gửi cấp trên"
  case publicWorkdays = "số ngày công khai"
  case minPublicWorkdays = "số ngày công khai tối thiểu"
  case submittedCollectives = "số tập thể trong tờ trình"
  case submittedPeople = "số cá nhân trong tờ trình"
  case submittedOrder = "thứ tự trong tờ trình"
  case decidedCollectives = "số tập thể trong quyết định"
  case decidedPeople = "số cá nhân trong quyết định"
  case decidedOrder = "thứ tự trong quyết định"

  /// The name as conditions and clerks write it.
  package var label: String { rawValue }

  /// Hashes the bytes of the name: a text is brought to NFC first, each time one is looked up.
  package func hash(into hasher: inout Hasher) {
    var label = rawValue
    label.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// What the fact is computed for.
  package var subjects: [SubjectKind] {
    switch self {
    case .baseSalary, .personCoefficient, .collectiveCoefficient, .decisionDay, .decisionNumber,
      .signerInForce, .unsaid:
      [.award]
    case .eligible, .maxEligible, .nonLeaders, .minNonLeaders, .ties, .prefersInitiatives: [.group]
    case .councilMembers: [.session, .vote]
    case .councilPresent, .quorum: [.session]
    case .councilAyes, .passShare: [.vote]
    case .submittedCollectives, .submittedPeople, .submittedOrder, .decidedCollectives,
      .decidedPeople, .decidedOrder, .lastDay, .sentOn, .sendBy, .daysBeforeConference,
      .submissionsAbove, .publicWorkdays,
      .minPublicWorkdays:
      [.period]
    case .united, .members, .advancedMembers, .fighterMembers, .completedMembers, .warnedMembers:
      [.collective]
    case .isAdvancedWorker, .fighterYears, .maternityDays, .maternityAbsence, .serviceMonths,
      .minServiceMonths, .absenceDays, .maxAbsenceDays:
      [.person]
    default: [.person, .collective]
    }
  }

  /// True for what only `quy-dinh.json` sets.
  var isOfficesFigure: Bool {
    switch self {
    case .minServiceMonths, .maxAbsenceDays, .minCriteria, .maxEligible, .minNonLeaders, .quorum,
      .passShare, .daysBeforeConference, .minPublicWorkdays:
      true
    default: false
    }
  }

  /// The fact that a path names.
  package static func named(by path: Path) -> FactName? {
    guard path.outward == 0, path.names.count == 1, let name = path.names.first else { return nil }
    return known.withLock { known in
      if let fact = known[name] { return fact }
      let fact = names.first { $0.name.meets(name) }?.fact
      known[name] = .some(fact)
      return fact
    }
  }

  private static let names = allCases.map { (name: Name($0.label), fact: $0) }

  /// What was found for the names in the conditions of the packs, of which there are few; for
  /// look-up only.
  private static let known = Mutex<[Name: FactName?]>([:])
}
