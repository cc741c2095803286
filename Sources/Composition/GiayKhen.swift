internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Giấy khen: one for each awardee of each decision.
///
/// - Source: Nghị định 98/2023/NĐ-CP, Điều 104, for the lines and their order; it ended on
///   30/6/2025, and which act carries the rule today is unconfirmed.
extension Composer {
  /// The orders for the certificates, numbered through all decisions of `van-ban.json`.
  mutating func giayKhen() -> [DocumentOrder] {
    var orders: [DocumentOrder] = []
    var place = 0
    for list in awardLists(.quyetDinhKhenThuong) {
      // A decision may give titles or a higher award too. Those have other forms (bằng, cờ, giấy
      // chứng nhận), and a Bằng khen is printed by who grants it: a Giấy khen is no stand-in.
      let awardees = list.all.filter { $0.nomination.award == .giayKhen }
      guard !awardees.isEmpty else { continue }
      reportNumberAndDay(of: list.row)
      let frame = frame(of: list.row)
      for awardee in awardees {
        place += 1
        guard begins(), let text = inscriptions(of: awardee), let frame else { continue }
        let order = order(
          .giayKhen, place: place, name: dossier.name(of: awardee.nomination.nominee),
          subject: awardee.nomination.nominee.id, head: frame,
          body: text + [.init("so_vang", .string(awardee.goldenBookNumber))],
          origin: awardee.nomination.origin)
        orders += order.map { [$0] } ?? []
      }
    }
    return orders
  }

  /// What all certificates of one decision have in common.
  private mutating func frame(of row: DocumentRow) -> DocumentHead? {
    let office = dossier.office
    let number = decisionNumber(of: row)
    let authority = inscription(
      office.authority.uppercased(), in: .authority, of: "thẩm quyền của người tặng",
      at: office.origin.key("tham_quyen"), shorten: "“tham_quyen” trong co-quan.json")
    let signature = officeSignature(row: row).flatMap { signed($0, at: row.origin) }
    guard let authority, let signature else { return nil }
    let state: DocumentOrder.State = row.date != nil && row.number != nil ? .issued : .draft
    return DocumentHead(
      state: state,
      members: [
        .init("la_ban_thu", JSONValue(.boolean(state == .draft))),
        .init("tham_quyen", authority.value),
        .init("quyet_dinh", ["so": .string(number.text), "ngay": .string(number.day)]),
        .init("dia_danh_ngay", .string("\(office.placeName), \(number.day)")),
        .init("ky", signature),
      ])
  }

  /// The name, the post and the achievement on one certificate; nil with findings when one of
  /// them is missing or too long.
  mutating func inscriptions(of awardee: Awardee) -> [JSONValue.Member]? {
    let nomination = awardee.nomination
    let owner = nomination.nominee.isCollective ? "don-vi.json" : "nhan-su.json"
    let origin = origin(of: nomination.nominee) ?? nomination.origin
    let name = inscription(
      inscribedName(of: awardee), in: .name, of: "tên được in", for: nomination,
      at: origin, shorten: "tên ở \(owner)")
    let post = inscription(
      inscribedPost(of: awardee), in: .post, of: "chức vụ, đơn vị", for: nomination, at: origin,
      shorten: "chức vụ, tên đơn vị ở \(owner), hoặc “ten” ở co-quan.json")
    let citation = citation(on: nomination)
    guard let name, let post, let citation else { return nil }
    return [
      .init("ten", name.value), .init("chuc_vu", post.value), .init("thanh_tich", citation.value),
    ]
  }

  /// The name with the word before it; put together here because it is measured.
  ///
  /// A person's name never breaks, also where a wider font stands in for the template's.
  private func inscribedName(of awardee: Awardee) -> String {
    let name = certificateName(of: awardee)
    return awardee.nomination.nominee.isCollective ? name : name.replacing(" ", with: "\u{A0}")
  }

  /// The name with the word before it: `Tập thể`, `Ông` or `Bà`.
  func certificateName(of awardee: Awardee) -> String {
    awardee.nomination.nominee.isCollective ? "Tập thể \(awardee.name)" : awardee.name
  }

  /// The post and the unit of a person, then the office; for a collective its parent, the office.
  func inscribedPost(of awardee: Awardee) -> String {
    [awardee.post, dossier.office.name].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private mutating func citation(on nomination: Nomination) -> Inscription? {
    guard let text = dossier.citation(of: nomination) else {
      report(.sentenceMissing(nomination, name: dossier.name(of: nomination.nominee)))
      return nil
    }
    guard nomination.citation == nil else {
      return inscription(
        text, in: .achievement, of: "câu thành tích", for: nomination,
        at: nomination.origin.key("cau_thanh_tich"),
        shorten: "“cau_thanh_tich” của đề nghị trong de-nghi.json")
    }
    let award = nomination.award.rawValue
    return inscription(
      text, in: .achievement, of: "câu thành tích chung của đợt",
      at: dossier.period.origin.key("cau_thanh_tich", award),
      shorten: "“\(award)” ở “cau_thanh_tich” trong dot.json")
  }

  /// The signature in the largest size in which each of its lines fits its column.
  mutating func signed(
    _ block: SignatureBlock, at place: Place,
    shorten: String = "“chuc_vu” của người ký và “chuc_danh_dung_dau” trong co-quan.json"
  ) -> JSONValue? {
    var sizes: [Int] = []
    for line in block.authority + [block.name] {
      let inscription = inscription(
        line, in: .signature, of: "dòng ký", at: place, shorten: shorten)
      sizes += inscription.map { [$0.points] } ?? []
    }
    guard sizes.count == block.authority.count + 1, let size = sizes.min() else { return nil }
    return [
      "co": .integer(size), "quyen_han": .strings(block.authority), "ho_ten": .string(block.name),
    ]
  }

  /// A text set in its room; a finding when it fits in no size.
  mutating func inscription(
    _ text: String, in room: InscriptionRoom, of what: String, for nomination: Nomination? = nil,
    at place: Place, shorten: String
  ) -> Inscription? {
    if let inscription = room.set(text) { return inscription }
    let owner = nomination.map { "đề nghị \($0.id) (\(dossier.name(of: $0.nominee))): " } ?? ""
    report(.tooLong(owner + what, text, by: room.excess(of: text), at: place, shorten: shorten))
    return nil
  }

  /// Where a person or a unit stands.
  private func origin(of nominee: Nominee) -> Place? {
    switch nominee {
    case .person(let id): dossier.person(id)?.origin
    case .unit(let id): dossier.unit(id)?.origin
    }
  }
}

extension InscriptionRoom {
  /// The width between the margins of `Templates/giay-khen`.
  private static let text = Length.millimetres(253)

  /// The granter's post; the sizes are those of the styles `Thẩm quyền`.
  static let authority = InscriptionRoom(
    width: text, isBold: true, sizes: [20, 18, 16], lines: 2, shrinksFirst: true, commaWorth: 0)
  /// The awardee's name; the sizes are those of the styles `Tên`.
  static let name = InscriptionRoom(
    width: text, isBold: true, sizes: [30, 26, 22, 20], lines: 2, shrinksFirst: true,
    commaWorth: 0.04)
  /// Post and unit, broken between the two where the lines fit so; the sizes are those of the
  /// styles `Chức vụ`.
  static let post = InscriptionRoom(
    width: text, isBold: false, sizes: [16, 14], lines: 2, shrinksFirst: false, commaWorth: 2)
  /// The achievement; the sizes are those of the styles `Thành tích`.
  static let achievement = InscriptionRoom(
    width: text, isBold: false, sizes: [18, 16, 15, 14, 13], lines: 3, shrinksFirst: false,
    commaWorth: 0.04)
  /// A line of the signature in its column; the sizes are those of the styles `Quyền hạn`.
  static let signature = InscriptionRoom(
    width: .millimetres(123), isBold: true, sizes: [14, 12], lines: 1, shrinksFirst: true,
    commaWorth: 0)
}

extension Inscription {
  /// What the templates read: which of the styles, and the text.
  var value: JSONValue { ["co": .integer(points), "chu": .string(text)] }
}

extension Diagnostic {
  fileprivate static func tooLong(
    _ what: String, _ text: String, by excess: Int, at place: Place, shorten: String
  ) -> Diagnostic {
    .error(
      Code("CO051"),
      "\(what) dài \(text.count) ký tự, chữ nhỏ nhất cũng không đủ chỗ: "
        + "“\(text.prefix(40))…”",
      at: place, help: "rút ngắn \(shorten) ít nhất \(excess) ký tự")
  }
}
