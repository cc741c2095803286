internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Tờ trình of the office to the body over it, with its list: for Bằng khen of the province, and
/// with the same parts for any higher award.
///
/// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4; Phụ lục I, Phần I, mục II, khoản 9 for
///   several addressees.
extension Composer {
  /// Tờ trình đề nghị tặng Bằng khen: one order for each row of `van-ban.json`, in their order.
  mutating func toTrinhBangKhen() -> [DocumentOrder] { upwardProposals(.toTrinhBangKhen) }

  /// The orders of a kind that proposes to the body over the office.
  mutating func upwardProposals(_ kind: DocumentKind) -> [DocumentOrder] {
    var orders: [DocumentOrder] = []
    for (index, list) in awardLists(kind).enumerated() {
      if let order = upwardProposal(kind, of: list, place: index + 1) { orders.append(order) }
    }
    return orders
  }

  private mutating func upwardProposal(
    _ kind: DocumentKind, of list: AwardList, place: Int
  ) -> DocumentOrder? {
    let office = dossier.office
    let row = list.row
    let fits = reportAwards(on: list, of: kind)
    for awardee in list.people where awardee.nomination.award == .bangKhenTinh {
      reportMovement(in: awardee.nomination)
    }
    let head = head(
      kind, by: Issuer(office), title: "TỜ TRÌNH",
      subject: Self.withoutWidow("Về việc đề nghị tặng \(awardName(of: list))"), row: row,
      subjectPlace: row.origin)
    let basis = legalBasis(on: row.date)
    if office.superior == nil { report(.superiorUnknown(office)) }
    guard fits, let superior = office.superior, let sentences = sentences(of: list),
      let signature = officeSignature(row: row)
    else { return nil }
    let number = PaperNumber(
      number: row.number, symbol: Self.symbol(of: kind, issuer: office.symbol), date: row.date,
      year: row.year)
    let body: [JSONValue.Member] =
      [
        .init("co_quan", .string(office.shortName)),
        .init(
          "cap_tren",
          [
            "kinh_gui": .strings(superior.addressees), "nguoi_dung_dau": .string(superior.head),
            "co_quan_tham_dinh": .string(superior.appraiser),
          ]),
        .init("don_vi_tham_muu", advisingUnit),
        .init("can_cu", .strings(basis)),
        .init("hoi_dong", councilMinutes(on: list)),
        .init("hinh_thuc", .string(awardName(of: list))),
        .init("thu_tuong_tang", JSONValue(.boolean(list.isForPrimeMinister))),
        .init("thanh_tich", .string(sentences.shared)),
        .init("danh_sach", reference(to: number, medium: office.medium)),
        signature.member,
      ] + list.map(named).members(sentences)
    return order(
      kind, place: place, name: row.id.text, head: head, body: body, origin: row.origin)
  }

  /// The awardee as a list names one that leaves the office: with the office behind post and unit.
  private func named(_ awardee: Awardee) -> Awardee {
    Awardee(
      nomination: awardee.nomination, ordinal: awardee.ordinal, block: awardee.block,
      name: awardee.name, post: inscribedPost(of: awardee))
  }

  /// False, with findings, when a list names an award that the paper cannot propose, or several.
  private mutating func reportAwards(on list: AwardList, of kind: DocumentKind) -> Bool {
    let strangers = list.all.map(\.nomination).filter { !kind.awards.contains($0.award) }
    for nomination in strangers {
      let name = dossier.name(of: nomination.nominee)
      report(.awardOfOtherPaper(nomination, name: name, kind, list.row))
    }
    let awards = AwardForm.allCases.filter(awards(on: list.row).contains)
    if strangers.isEmpty, awards.count > 1 { report(.awardsMixed(list.row, awards)) }
    return strangers.isEmpty && awards.count == 1
  }

  /// Reports a sentence for an individual's Bằng khen that names the office's own movement: that
  /// award rests on the one which the province launched.
  private mutating func reportMovement(in nomination: Nomination) {
    guard let sentence = dossier.citation(of: nomination),
      sentence.lowercased().contains("phong trào"),
      [dossier.office.shortName, dossier.office.fullName].contains(where: sentence.contains)
    else { return }
    report(
      .movementOfOffice(
        nomination, name: dossier.name(of: nomination.nominee), dossier.office.shortName,
        at: nomination.citation == nil
          ? dossier.period.origin.key("cau_thanh_tich", nomination.award.rawValue)
          : nomination.origin.key("cau_thanh_tich")))
  }
}

extension AwardList {
  /// The same list with each awardee changed.
  fileprivate func map(_ change: (Awardee) -> Awardee) -> AwardList {
    AwardList(
      row: row, collectives: collectives.map(change), people: people.map(change),
      collectivesFirst: collectivesFirst)
  }

  /// True for awards on which the head of the body over the office submits further, to the Prime
  /// Minister.
  fileprivate var isForPrimeMinister: Bool {
    all.contains { [.bangKhenThuTuong, .coThiDuaChinhPhu].contains($0.nomination.award) }
  }
}

extension Diagnostic {
  /// A tờ trình and a certificate say it in the same words, so that it is said once.
  static func superiorUnknown(_ office: Office) -> Diagnostic {
    .error(
      Code("CO080"), "chưa biết cấp trên để trình: co-quan.json chưa có “cap_tren”",
      at: office.origin.key("cap_tren"),
      help: "thêm “cap_tren” gồm “kinh_gui”, “nguoi_dung_dau”, “co_quan_tham_dinh”, “tham_quyen”; "
        + "thidua explain CO080 nêu ví dụ")
  }

  fileprivate static func awardOfOtherPaper(
    _ nomination: Nomination, name: String, _ kind: DocumentKind, _ row: DocumentRow
  ) -> Diagnostic {
    .error(
      Code("CO081"),
      "dòng “\(row.id)” có tên \(nomination.id) (\(name)) đề nghị \(nomination.award.label), không "
        + "trình bằng \(kind.facts.name)",
      at: row.origin.key("de_nghi"),
      help: "chuyển \(nomination.id) sang dòng của văn bản đúng hình thức")
  }

  fileprivate static func awardsMixed(_ row: DocumentRow, _ awards: [AwardForm]) -> Diagnostic {
    .error(
      Code("CO082"),
      "dòng “\(row.id)” gồm nhiều hình thức: \(awards.map(\.label).joined(separator: ", "))",
      at: row.origin.key("de_nghi"), help: "tách thành mỗi hình thức một dòng, một tờ trình")
  }

  fileprivate static func movementOfOffice(
    _ nomination: Nomination, name: String, _ office: String, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("CO083"),
      "câu thành tích của \(nomination.id) (\(name)) nêu “\(office)”, mà Bằng khen cho cá nhân dựa "
        + "trên phong trào do tỉnh phát động",
      at: place, help: "nêu phong trào của tỉnh, ví dụ “… trên địa bàn tỉnh …, giai đoạn …”")
  }
}
