/// A kind of entity that has an id, or a number, by which other rows refer to it.
enum EntityKind: Int, Sendable, CaseIterable {
  /// A person (người).
  case person
  /// A unit (phòng, đơn vị).
  case unit
  /// A content of emulation (nội dung thi đua), known by its number.
  case content
  /// A criterion (tiêu chí), known by its number.
  case criterion
  /// A target (chỉ tiêu).
  case target
  /// An initiative (sáng kiến).
  case initiative
  /// A nomination (đề nghị khen thưởng).
  case nomination
  /// An achievement of a nomination (thành tích).
  case achievement
  /// A meeting of the council (phiên họp Hội đồng).
  case session
  /// A row of the papers' numbers and days (văn bản).
  case document

  /// The file that defines the entities of this kind.
  var home: FileKind {
    switch self {
    case .person: .nhanSu
    case .unit: .donVi
    case .content, .criterion, .target: .phongTrao
    case .initiative: .sangKien
    case .nomination, .achievement: .deNghi
    case .session: .hoiDong
    case .document: .vanBan
    }
  }

  /// What one is called, for messages.
  var noun: String {
    switch self {
    case .person: "người"
    case .unit: "đơn vị"
    case .content: "nội dung thi đua"
    case .criterion: "tiêu chí"
    case .target: "chỉ tiêu"
    case .initiative: "sáng kiến"
    case .nomination: "đề nghị"
    case .achievement: "thành tích"
    case .session: "phiên họp"
    case .document: "văn bản"
    }
  }

  /// The key of the name that is shown beside the id, in the row that defines it.
  var nameKey: String? {
    switch self {
    case .person: "ho_ten"
    case .unit, .content, .criterion, .target, .initiative: "ten"
    case .nomination: "tom_tat"
    case .achievement: "mo_ta"
    case .session: "ngay"
    case .document: nil
    }
  }

  /// True when the entity is known by a whole number instead of a text.
  var isNumbered: Bool { self == .content || self == .criterion }
}
