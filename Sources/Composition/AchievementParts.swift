internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// The parts of a nominee's report that the facts allow, and those that they do not.
struct AchievementParts {
  /// What a part was left out for.
  enum Gap {
    case duties
    case achievements
    case initiatives
    case remark
    case register
    case function
    case unitReport(OfficeUnit)

    /// What is missing and where it is written.
    var words: String {
      switch self {
      case .duties: "nhiệm vụ được giao (“nhiem_vu” trong nhan-su.json)"
      case .achievements: "thành tích (“thanh_tich” trong de-nghi.json)"
      case .initiatives: "sáng kiến (“sang_kien” trong de-nghi.json)"
      case .remark: "việc chấp hành pháp luật (“guong_mau_chap_hanh” trong de-nghi.json)"
      case .register: "khen thưởng đã có (so-khen-thuong.json)"
      case .function: "chức năng, nhiệm vụ (“chuc_nang” trong don-vi.json)"
      case .unitReport(let unit): "kết quả của \(unit.name) (bao-cao-don-vi.json)"
      }
    }
  }

  /// The parts that stand, in their order.
  private(set) var names: [String] = []
  /// What is missing, in the order of the parts.
  var gaps: [Gap] = []

  /// Adds a part.
  mutating func add(_ part: String) { names.append(part) }

  /// Adds a part where its fact is known, else what is missing for it.
  mutating func add(_ part: String, if isKnown: Bool, else gap: Gap) {
    if isKnown { add(part) } else { gaps.append(gap) }
  }
}

extension Composer {
  /// The movement as reports name it.
  var movement: JSONValue {
    ["ten": .string(dossier.movement.name), "giai_doan": .string(dossier.period.phase ?? "")]
  }

  /// Says which parts of a nominee's report are left out.
  mutating func report(_ gaps: [AchievementParts.Gap], of nomination: Nomination) {
    if !gaps.isEmpty {
      report(.partsLeftOut(nomination, name: dossier.name(of: nomination.nominee), gaps))
    }
  }

  /// Says which lines of a person's report stay blank.
  mutating func reportBlanks(of person: Person, _ nomination: Nomination) {
    let facts: [(key: String, isKnown: Bool)] = [
      ("ngay_sinh", person.birthDate != nil), ("dan_toc", person.ethnicGroup != nil),
      ("que_quan", person.nativePlace != nil), ("tru_quan", person.residence != nil),
      ("trinh_do", person.qualification != nil),
    ]
    let blank = facts.filter { !$0.isKnown }.map { "“\($0.key)”" }
    if !blank.isEmpty { report(.linesBlank(person, blank)) }
  }

  /// A person as the first part of the report presents him.
  func json(_ person: Person, post: String, of unit: OfficeUnit) -> JSONValue {
    [
      "ho_ten": .string(person.name.uppercased()),
      "gioi_tinh": person.sex == .male ? "Nam" : "Nữ",
      "ngay_sinh": .string(person.birthDate?.shortForm ?? ""),
      "dan_toc": .string(person.ethnicGroup ?? ""),
      "que_quan": .string(person.nativePlace ?? ""),
      "tru_quan": .string(person.residence ?? ""),
      "don_vi": .string(unit.name),
      "chuc_vu": .string(post),
      "trinh_do": .string(person.qualification ?? ""),
    ]
  }

  /// How many people a unit has on a day; a share that is not known of all is `null`, and said.
  mutating func staffFigures(of unit: OfficeUnit, on day: CivilDate?) -> JSONValue {
    let members = dossier.people(in: unit.id, on: day)
    let unknown = members.filter { $0.ethnicGroup == nil }
    if !unknown.isEmpty { report(.ethnicGroupsUnknown(unit, unknown)) }
    return [
      "tong": .integer(members.count),
      "nu": .integer(members.count { $0.sex == .female }),
      "dan_toc_thieu_so": unknown.isEmpty ? .integer(members.count { $0.isOfMinority }) : nil,
    ]
  }

  /// What was achieved under each content of the movement: what the nomination says and, where it
  /// says nothing of a content, what the unit reported.
  func contents(of nomination: Nomination, else report: UnitReport?) -> [JSONValue] {
    dossier.movement.contents.compactMap { content in
      let own = nomination.achievements.filter { $0.content == content.number }
      let works: [JSONValue] =
        own.isEmpty
        ? (report?.results(of: content.number) ?? []).map { Self.work($0.text) }
        : own.map { Self.work($0.text, from: $0.from, to: $0.to, evidence: $0.evidence ?? []) }
      return works.isEmpty ? nil : ["ten": .string(content.name), "viec": .array(works)]
    }
  }

  private static func work(
    _ text: String, from: CivilDate? = nil, to: CivilDate? = nil, evidence: [String] = []
  ) -> JSONValue {
    [
      "mo_ta": .string(text.asSentence), "tu_ngay": .string(from?.shortForm ?? ""),
      "den_ngay": .string(to?.shortForm ?? ""), "minh_chung": .strings(evidence),
    ]
  }

  /// What a unit reported, in the order of the contents.
  func results(of report: UnitReport?) -> [String] {
    dossier.movement.contents.flatMap { report?.results(of: $0.number) ?? [] }.map(\.text)
  }

  /// The initiatives that a nomination puts forward.
  func initiatives(of nomination: Nomination) -> [JSONValue] {
    json(
      (nomination.initiatives ?? []).compactMap(dossier.review.initiative).map { initiative in
        let own = initiative.authors.first { .person($0.person) == nomination.nominee }
        return (initiative, initiative.authors.count > 1 ? own?.share : nil)
      })
  }

  /// Initiatives one after the other, each with the share of one author, nil where there is no share
  /// to be named; a decision is cited in full once, then by type and number (Nghị định
  /// 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm b).
  func json(_ initiatives: [(Initiative, share: Int?)]) -> [JSONValue] {
    var cited: Set<String> = []
    return initiatives.map { initiative, share in
      let full = initiative.recognition?.inShort ?? ""
      let isCited = initiative.recognition?.number != nil && !cited.insert(full).inserted
      return json(initiative, share: share, isCited: isCited)
    }
  }

  /// An initiative with the share of one author and the decision that recognised it, in short when
  /// it was cited before.
  func json(_ initiative: Initiative, share: Int? = nil, isCited: Bool = false) -> JSONValue {
    let paper = initiative.recognition
    return [
      "ten": .string(initiative.name), "dong_gop": .string(share.map { "\($0)%" } ?? ""),
      "cong_nhan": .string((isCited ? paper?.typeAndNumber : paper?.inShort) ?? ""),
      "co_quan": .string((isCited ? nil : paper?.issuer) ?? ""),
      "hieu_qua": .string(initiative.effect?.asSentence ?? ""),
    ]
  }

  /// The awards held, titles apart; `null` while there is no register.
  func json(_ held: [PastAward]?) -> JSONValue {
    guard let held else { return nil }
    let rows = { (awards: [PastAward]) in
      JSONValue.array(
        awards.map { award in
          [
            "nam": .string(String(award.year)), "ten": .string(award.form.label),
            "so": .string(award.decision.number), "ngay": .string(award.decision.date.shortForm),
            "co_quan": .string(award.decision.issuer ?? ""),
          ]
        })
    }
    return [
      "danh_hieu": rows(held.filter { !$0.form.isCommendation }),
      "hinh_thuc": rows(held.filter(\.form.isCommendation)),
    ]
  }
}

extension Person {
  /// True for a person of an ethnic minority (dân tộc thiểu số); false while the group is not
  /// known.
  var isOfMinority: Bool {
    ethnicGroup.map { VietnameseText.folded($0) != VietnameseText.folded("Kinh") } ?? false
  }
}

extension UnitReport.Model {
  /// The model as reports name it.
  var json: JSONValue {
    [
      "ten": .string(name), "noi_thuc_hien": .string(venue ?? ""),
      "nhan_rong": JSONValue(.boolean(isCopied == true)),
    ]
  }
}

extension Diagnostic {
  fileprivate static func linesBlank(_ person: Person, _ keys: [String]) -> Diagnostic {
    .warning(
      Code("CO090"),
      "báo cáo thành tích của \(person.id) (\(person.name)) để trống \(keys.joined(separator: ", "))",
      at: person.origin, help: "ghi các khóa ấy của người này trong nhan-su.json, hoặc điền tay")
  }

  fileprivate static func partsLeftOut(
    _ nomination: Nomination, name: String, _ gaps: [AchievementParts.Gap]
  ) -> Diagnostic {
    .warning(
      Code("CO091"),
      "báo cáo thành tích của đề nghị \(nomination.id) (\(name)) không có phần: "
        + gaps.map(\.words).joined(separator: "; "),
      at: nomination.origin, help: "ghi các dữ kiện ấy rồi chạy lại")
  }

  static func pledgeLeftOut(
    _ nomination: Nomination, _ person: Person, _ incident: Incident
  ) -> Diagnostic {
    .warning(
      Code("CO092"),
      "báo cáo thành tích của đề nghị \(nomination.id) (\(person.name)) không in lời cam đoan, vì "
        + "su-viec.json có sự việc “\(incident.kind.rawValue)” từ \(incident.from.shortForm) chưa kết "
        + "thúc vào ngày báo cáo",
      at: incident.origin, help: "ghi “den_ngay” của sự việc khi có kết luận, hoặc xem lại đề nghị")
  }

  static func ethnicGroupsUnknown(_ unit: OfficeUnit, _ people: [Person]) -> Diagnostic {
    .warning(
      Code("CO093"),
      "chưa biết dân tộc của \(people.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")), nên "
        + "báo cáo thành tích của \(unit.name) không nêu số người dân tộc thiểu số",
      at: people.first?.origin ?? unit.origin, help: "ghi “dan_toc” của họ trong nhan-su.json")
  }
}
