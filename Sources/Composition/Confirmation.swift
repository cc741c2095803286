internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Who confirms what a nominee reports (xác nhận), besides the nominee's own signature.
///
/// Nobody confirms his own report: that of a head is confirmed by the office, that of the office's
/// head and of its leaders as a collective by the body above it.
struct Confirmation {
  /// The one nearest to the nominee, at the left of the nominee's signature.
  let nearest: JSONValue
  /// The head of the office for an award that the office only submits; `null` for its own awards
  /// and where he has confirmed already.
  let submitting: JSONValue

  /// In which words the heading over a signature says who confirms.
  enum Role: String {
    /// Thủ trưởng đơn vị.
    case unit = "don_vi"
    /// Thủ trưởng cơ quan cấp trên.
    case superior = "cap_tren"
    /// Cấp trình khen thưởng.
    case submitting = "cap_trinh"
    /// Cơ quan cấp trên của cơ quan.
    case above = "tren_co_quan"
  }

  /// One who confirms.
  static func json(_ role: Role, _ signature: SignatureBlock) -> JSONValue {
    [
      "vai_tro": .string(role.rawValue), "quyen_han": .strings(signature.authority),
      "ho_ten": .string(signature.name),
    ]
  }
}

extension Composer {
  /// Who confirms the report of a person.
  mutating func confirmation(
    for nomination: Nomination, _ person: Person, of unit: OfficeUnit, row: DocumentRow?
  ) -> Confirmation {
    let isOwn = isOwnAward(nomination.award)
    guard !isHeadOfOffice(person) else {
      return Confirmation(nearest: Confirmation.json(.above, bodyAbove), submitting: nil)
    }
    let office = officeConfirmation(on: row?.date)
    guard unit.kind != .lanhDao, let head = unit.head, head != person.id,
      let signature = unitSignature(unit, row: row)
    else {
      return Confirmation(
        nearest: Confirmation.json(isOwn ? .superior : .submitting, office), submitting: nil)
    }
    return Confirmation(
      nearest: Confirmation.json(.unit, signature),
      submitting: isOwn ? nil : Confirmation.json(.submitting, office))
  }

  /// Who confirms the report of a unit.
  func confirmation(
    for nomination: Nomination, of unit: OfficeUnit, row: DocumentRow?
  ) -> Confirmation {
    guard unit.kind != .lanhDao else {
      return Confirmation(nearest: Confirmation.json(.above, bodyAbove), submitting: nil)
    }
    let role: Confirmation.Role = isOwnAward(nomination.award) ? .superior : .submitting
    return Confirmation(
      nearest: Confirmation.json(role, officeConfirmation(on: row?.date)), submitting: nil)
  }

  /// True for what the head of the office gives himself.
  private func isOwnAward(_ award: AwardForm) -> Bool {
    switch award {
    case .giayKhen, .laoDongTienTien, .chienSiThiDuaCoSo, .tapTheLaoDongTienTien: true
    case .bangKhenTinh, .bangKhenThuTuong, .coThiDuaTinh, .coThiDuaChinhPhu, .chienSiThiDuaTinh,
      .tapTheLaoDongXuatSac:
      false
    }
  }

  private func isHeadOfOffice(_ person: Person) -> Bool {
    dossier.unit(person.unit)?.kind == .lanhDao && person.post == dossier.office.headPost
  }

  /// The head of the office; without a name while no file says who it is.
  private func officeConfirmation(on day: CivilDate?) -> SignatureBlock {
    officeHead(on: day) ?? .head(dossier.office.headPost, "")
  }

  /// The body above the office; who signs for it is not the office's to say.
  private var bodyAbove: SignatureBlock {
    SignatureBlock(authority: [dossier.office.heading.first ?? ""], name: "")
  }
}
