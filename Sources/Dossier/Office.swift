package import Diagnostics
package import Vocabulary

/// The office (cơ quan) that runs the movement and issues the papers: `co-quan.json`.
package struct Office: Sendable {
  /// The office's own abbreviation in numbers of papers, such as `VPUB` (`ma`).
  package let symbol: String
  /// The name as papers say it, such as `Văn phòng UBND tỉnh Sơn La` (`ten`).
  package let name: String
  /// The name without abbreviations (`ten_day_du`).
  package let fullName: String
  /// The lines at the head of a paper: the superior body, then the office (`tieu_de`).
  package let heading: [String]
  /// The authority a decision is issued under, in capitals (thẩm quyền ban hành, `tham_quyen`).
  package let authority: String
  /// The post of the head, such as `Chánh Văn phòng` (`chuc_danh_dung_dau`).
  package let headPost: String
  /// The place name of the place-date line (địa danh, `dia_danh`).
  package let placeName: String
  /// The unit that advises on emulation and commendation (`phong_tham_muu`).
  package let advisingUnit: ID<OfficeUnit>
  /// Whether papers are issued on paper or electronically.
  package let medium: Medium
  /// The paper that lays down the office's functions, when it is cited (`van_ban_chuc_nang`).
  package let functionPaper: CitedPaper?
  /// Who signs, in the order of the file (`nguoi_ky`).
  package let signers: [Signer]
  /// The accountant (`ke_toan`).
  package let accountant: ID<Person>?
  /// The body over the office, to which it proposes higher awards (`cap_tren`).
  package let superior: Superior?
  /// Where the office stands in its file.
  package let origin: Place

  /// Whether papers are issued on paper or electronically (`van_ban_giay_hay_dien_tu`).
  package enum Medium: String, Sendable, CaseIterable {
    /// Signed by hand and stamped.
    case paper = "giay"
    /// Signed digitally.
    case electronic = "dien_tu"
  }

  /// The body over the office (cấp trên), to which it proposes what it may not decide itself.
  package struct Superior: Sendable {
    /// Whom its papers address, one a line, such as `Chủ tịch UBND tỉnh Sơn La` (`kinh_gui`).
    package let addressees: [String]
    /// The head, as running text names the post (`nguoi_dung_dau`).
    package let head: String
    /// Who appraises a proposal, such as `Sở Nội vụ` (`co_quan_tham_dinh`).
    package let appraiser: String
    /// The post that grants its awards, in capitals (`tham_quyen`).
    package let authority: String
    /// Where it stands.
    package let origin: Place

    /// Creates a superior body.
    package init(
      addressees: [String], head: String, appraiser: String, authority: String, origin: Place
    ) {
      self.addressees = addressees
      self.head = head
      self.appraiser = appraiser
      self.authority = authority
      self.origin = origin
    }
  }

  /// A person who signs for the office during a stretch of time.
  package struct Signer: Sendable {
    /// Who signs.
    package let person: ID<Person>
    /// The post printed over the name, such as `Phó Chánh Văn phòng`.
    package let post: String
    /// True for a deputy, who signs in place of the head (ký thay, `KT.`).
    package let signsForHead: Bool
    /// The first day, when it is known.
    package let from: CivilDate?
    /// The last day; nil while it lasts.
    package let to: CivilDate?
    /// Where the row stands.
    package let origin: Place

    /// Creates a row of signers.
    package init(
      person: ID<Person>, post: String, signsForHead: Bool, from: CivilDate?, to: CivilDate?,
      origin: Place
    ) {
      self.person = person
      self.post = post
      self.signsForHead = signsForHead
      self.from = from
      self.to = to
      self.origin = origin
    }

    /// True when the person signs on that day.
    package func isInForce(on day: CivilDate) -> Bool {
      (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
  }

  /// Creates an office.
  package init(
    symbol: String, name: String, fullName: String, heading: [String], authority: String,
    headPost: String, placeName: String, advisingUnit: ID<OfficeUnit>, medium: Medium,
    functionPaper: CitedPaper?, signers: [Signer], accountant: ID<Person>?,
    superior: Superior? = nil, origin: Place
  ) {
    self.symbol = symbol
    self.name = name
    self.fullName = fullName
    self.heading = heading
    self.authority = authority
    self.headPost = headPost
    self.placeName = placeName
    self.advisingUnit = advisingUnit
    self.medium = medium
    self.functionPaper = functionPaper
    self.signers = signers
    self.accountant = accountant
    self.superior = superior
    self.origin = origin
  }
}
