internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Danh sách nhận tiền thưởng: who is paid how much by one decision, and signs for it.
///
/// The office pays for the awards that its head gives; what a higher level gives is paid there.
extension Composer {
  /// The orders for the lists, one for each decision, in the order of `van-ban.json`.
  mutating func danhSachTienThuong() -> [DocumentOrder] {
    awardLists(.quyetDinhKhenThuong).enumerated().compactMap { index, list in
      order(paidByOffice(list), of: list, place: index + 1)
    }
  }

  private mutating func order(
    _ paid: AwardList, of list: AwardList, place: Int
  ) -> DocumentOrder? {
    let row = list.row
    let left = list.all.count - paid.all.count
    if left > 0 { report(.paidElsewhere(left, row)) }
    reportNumberAndDay(of: row)
    guard !paid.all.isEmpty, let money = money(of: paid),
      let signature = officeSignature(row: row)
    else { return nil }
    let accountant = dossier.office.accountant.flatMap(dossier.person)
    if accountant == nil { report(.accountantUnknown(dossier.office)) }
    let body: [JSONValue.Member] = [
      .init("quyet_dinh", citation(ofDecision: row)),
      .init("nguoi_nhan", .array(money.shares.map { line($0, row) })),
      .init("tong", .integer(money.total)),
      .init("ngay_tinh", .string(money.provisionalDay?.shortForm ?? "")),
      .init("ke_toan", .string(accountant?.name ?? "")),
      signature.member,
    ]
    return order(
      .danhSachTienThuong, place: place, name: row.id.text,
      head: tableHead(state: row.number == nil || row.date == nil ? .draft : .issued), body: body,
      origin: row.origin)
  }

  /// How a list under a decision cites it, with blanks for what is not known.
  private func citation(ofDecision row: DocumentRow) -> JSONValue {
    let number = decisionNumber(of: row)
    return ["so": .string(number.citation), "ngay": .string(number.day)]
  }

  private mutating func line(_ share: AwardMoney.Share, _ row: DocumentRow) -> JSONValue {
    let nomination = share.awardee.nomination
    return [
      "ten": .string(share.awardee.name),
      "don_vi": .string(workplace(of: nomination)),
      "hinh_thuc": .string(award(of: share)),
      "he_so": .string(share.prize.coefficient.description),
      "muc_luong": .integer(share.prize.baseSalary),
      "so_tien": .integer(share.amount),
      "nguoi_ky_nhan": .string(receiver(of: nomination, row)),
    ]
  }

  /// The award; where another one's money is paid instead, that is said behind it.
  private func award(of share: AwardMoney.Share) -> String {
    let label = share.awardee.nomination.award.label
    return share.paidInstead.map { "\(label) (nhận mức của \($0.label))" } ?? label
  }

  /// The part of a list whose money the office pays: the awards that its head may grant.
  private func paidByOffice(_ list: AwardList) -> AwardList {
    func isPaid(_ awardee: Awardee) -> Bool {
      let nomination = awardee.nomination
      // Without a day of receipt there is no list at all, which is said as a missing fact.
      return nomination.receivedOn.map { packs.headGrants(nomination.award, on: $0) } ?? true
    }
    return AwardList(
      row: list.row, collectives: list.collectives.filter(isPaid),
      people: list.people.filter(isPaid), collectivesFirst: list.collectivesFirst)
  }

  /// The unit a person worked in when the dossier came in; of a collective the office.
  private func workplace(of nomination: Nomination) -> String {
    guard case .person(let id) = nomination.nominee, let person = dossier.person(id) else {
      return dossier.office.name
    }
    let unit = person.employment(on: nomination.receivedOn).unit
    return dossier.unit(unit)?.name ?? unit.text
  }

  /// The head of a collective, who signs for its money; empty for a person, who signs alone.
  private mutating func receiver(of nomination: Nomination, _ row: DocumentRow) -> String {
    guard case .unit(let id) = nomination.nominee, let unit = dossier.unit(id) else { return "" }
    guard let head = unit.head.flatMap(dossier.person),
      head.left.map({ left in row.date.map { $0 < left } ?? false }) ?? true
    else {
      report(.receiverUnknown(unit))
      return ""
    }
    return "\(called(.person(head.id))), \(head.post)"
  }
}

extension Diagnostic {
  fileprivate static func paidElsewhere(_ count: Int, _ row: DocumentRow) -> Diagnostic {
    .info(
      Code("CO060"),
      "\(count) trường hợp ở dòng “\(row.id)” là hình thức mà thủ trưởng cơ quan không có thẩm quyền tặng, nên "
        + "không có tên trong danh sách nhận tiền thưởng",
      at: row.origin.key("de_nghi"), help: "nhận tiền thưởng ở cơ quan đã ra quyết định")
  }

  fileprivate static func accountantUnknown(_ office: Office) -> Diagnostic {
    .warning(
      Code("CO061"), "chưa biết kế toán của cơ quan, nên tên dưới chữ ký kế toán để trống",
      at: office.origin.key("ke_toan"), help: "ghi mã người vào “ke_toan” của co-quan.json")
  }

  fileprivate static func receiverUnknown(_ unit: OfficeUnit) -> Diagnostic {
    .warning(
      Code("CO062"),
      "chưa biết ai đứng đầu \(unit.name) (\(unit.id)) để ký nhận tiền thưởng của tập thể",
      at: unit.origin.key("truong"), help: "ghi mã người đứng đầu vào “truong” ở don-vi.json")
  }
}
