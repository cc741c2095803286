package import Diagnostics
package import Dossier
package import Expressions
package import LocatedJSON
package import Vocabulary

/// One instrument as data: its parameters and rules, in the order of its text.
package struct Pack: Sendable {
  /// The id of the pack, such as `nd-152-2025` (`ma`).
  package let id: String
  /// What kind of text it holds (`loai`).
  package let kind: Kind
  /// The instrument as a reason cites it, such as `Nghị định số 152/2025/NĐ-CP` (`van_ban`).
  package let instrument: String
  /// Its title; nil where it was not read (`ten`).
  package let title: String?
  /// Its day of issue; nil where it was not read (`ngay`).
  package let issued: CivilDate?
  /// The days for which its text is known to hold (`hieu_luc`).
  package let force: Force
  /// The day on which a person last checked it (`da_kiem_tra`).
  package let checked: CivilDate
  /// How a paper names it among its legal basis; nil where papers do not (`vien_dan`).
  package let reference: Reference?
  /// The values it sets (`tham_so`).
  package let parameters: [Parameter]
  /// The rules it sets (`quy_tac`).
  package let rules: [Rule]
  /// What it sets and the program does not evaluate (`khong_xet`).
  package let unevaluated: [Unevaluated]
  /// Where the pack stands.
  package let origin: Place

  /// What a pack holds, and so how its rules are cited (`loai`).
  package enum Kind: String, Sendable, CaseIterable {
    /// An instrument of law or a plan: every rule cites a place in it.
    case instrument = "van_ban"
    /// The office's own rules, whose figures and basis stand in `quy-dinh.json`.
    case office = "noi_bo"
    /// What the program proposes of its own accord; it only warns.
    case proposal = "de_xuat"
  }

  /// A rule that no program can evaluate, with the reason.
  package struct Unevaluated: Sendable {
    /// The id, such as `R30` (`ma`).
    package let id: String
    /// The name in Vietnamese without marks (`ten`).
    package let name: String
    /// Where it stands in the instrument (`can_cu`).
    package let citations: [Citation]
    /// What it says, in our words (`y`).
    package let gist: String
    /// Why it is not evaluated, and what is there instead (`vi`).
    package let why: String
    /// How sure we are of it (`do_tin_cay`).
    package let certainty: Certainty
    /// Where the row stands.
    package let origin: Place
  }
}

/// How an instrument stands among the legal basis (căn cứ ban hành) of a paper.
package struct Reference: Sendable {
  /// Its place among the others, from the highest instrument down (`thu_tu`).
  package let place: Int
  /// What follows `Căn cứ`, without the sign at the end (`cau`).
  package let sentence: String
  /// The days of papers that may name it (`hieu_luc`); those of the pack unless it has its own.
  package let force: Force
  /// How sure we are of number, day and title.
  package let certainty: Certainty
  /// Where they were read, when we are not sure (`ghi_chu`).
  package let remark: String?
}

/// The days on which a text holds.
package struct Force: Hashable, Sendable {
  /// The first day (`tu`).
  package let from: CivilDate
  /// The day from which it no longer holds; nil while no end is known (`den`, exclusive).
  package let until: CivilDate?
  /// Why it ends, in Vietnamese (`den_vi`).
  package let endReason: String?

  /// True when the text holds on that day.
  package func holds(on day: CivilDate) -> Bool { from <= day && (until.map { day < $0 } ?? true) }

  /// True when two texts hold on one day.
  func overlaps(_ other: Force) -> Bool {
    (other.until.map { from < $0 } ?? true) && (until.map { other.from < $0 } ?? true)
  }
}

/// A value that an instrument sets, such as the base salary.
package struct Parameter: Sendable {
  /// The id, which is also its name in conditions (`ma`).
  package let id: String
  /// The id in the form in which conditions are compared with it.
  let name: Name
  /// The award it is for; nil for all (`hinh_thuc`).
  package let award: AwardForm?
  /// Whom it is for; nil for all (`doi_tuong`).
  package let subject: SubjectKind?
  /// Where it stands in the instrument (`can_cu`).
  package let citations: [Citation]
  /// What it is, in our words (`y`).
  package let gist: String
  /// The value (`gia_tri`).
  package let value: JSONValue
  /// How sure we are of it.
  package let certainty: Certainty
  /// The days on which it holds; those of the pack unless it has its own.
  package let force: Force
  /// Where the row stands.
  package let origin: Place
}

/// What a rule is about (`doi_tuong`).
package enum SubjectKind: String, Hashable, Sendable, CaseIterable {
  /// A nominated person (cá nhân).
  case person = "ca_nhan"
  /// A nominated collective (tập thể).
  case collective = "tap_the"
  /// An award (hình thức khen thưởng) as one decision gives it.
  case award = "hinh_thuc"
  /// The whole period (đợt).
  case period = "dot"
  /// All nominations for one award, of people or of collectives (nhóm đề nghị).
  case group = "nhom"
  /// A meeting of the council (phiên họp).
  case session = "phien_hop"
  /// The council's vote on a nomination (biểu quyết).
  case vote = "bieu_quyet"
}

/// A rule that an instrument sets.
package struct Rule: Sendable {
  /// The id, such as `R05` (`ma`).
  package let id: String
  /// The name in Vietnamese without marks (`ten`).
  package let name: String
  /// Where it stands in the instrument (`can_cu`).
  package let citations: [Citation]
  /// What it says, in our words (`y`).
  package let gist: String
  /// What it is about (`doi_tuong`).
  package let subjects: [SubjectKind]
  /// The awards it is for; nil for all (`hinh_thuc`).
  package let awards: [AwardForm]?
  /// What an outcome does (`tac_dung`).
  package let effect: Effect
  /// When it is applied at all; nil is always (`ap_dung_khi`).
  package let scope: Condition?
  /// The condition (`dieu_kien`).
  package let condition: Condition
  /// The sentence for the clerk when the condition fails (`khi_khong_dat`).
  package let failureSentence: String
  /// What would change the outcome (`cach_dat`).
  package let remedy: String
  /// When a person should look although the rule is met, and what at (`luu_y_khi`, `luu_y`).
  package let note: Note?
  /// What the unit that nominates hands in while facts are missing (`don_vi_bo_sung`).
  package let requests: [Request]
  /// How sure we are of the rule (`do_tin_cay`).
  package let certainty: Certainty
  /// Why we are no surer, and what was left out (`ghi_chu`).
  package let remark: String?
  /// The days on which it holds; those of the pack unless it has its own.
  package let force: Force
  /// Where the row stands.
  package let origin: Place

  /// What an outcome does.
  package enum Effect: String, Sendable, CaseIterable {
    /// It decides on its subject.
    case decides = "quyet_dinh"
    /// A person is told to look; the subject's outcome is not touched.
    case warns = "canh_bao"
  }

  /// The conditions, in the order in which they are read.
  var conditions: [Condition] { [scope, condition, note?.condition].compactMap(\.self) }

  /// A condition in the shared expression language.
  package struct Condition: Sendable {
    /// The text as the pack writes it.
    package let text: String
    /// What the text means.
    package let expression: Expression
    /// Where the text stands.
    package let origin: Place
  }

  /// What a unit is asked for while facts are missing, in words for a paper that is handed out.
  package struct Request: Sendable {
    /// The facts it settles (`du_kien`).
    package let facts: [FactName]
    /// What to hand in (`can`).
    package let what: String
    /// Why it is needed (`vi`).
    package let why: String
    /// Words by which a person asks for the same thing, such as `đơn thư` (`con_goi`).
    package let otherWords: [String]
  }

  /// What a person should look at, and when.
  package struct Note: Sendable {
    /// When.
    package let condition: Condition
    /// What at, in Vietnamese.
    package let sentence: String
  }
}
