internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Phiếu đề nghị bổ sung, hoàn thiện hồ sơ: what a unit hands in so that its nominations can be
/// decided.
///
/// It is handed out, so it holds the words that the rules keep for the unit and neither a rule's
/// id nor a doubt about the law; those stay on the appraisal sheet.
extension Composer {
  /// The orders for the requests, in the order of the units; a unit of which nothing is asked has
  /// none and leaves its number free.
  mutating func phieuBoSung() -> [DocumentOrder] {
    guard let advising = dossier.unit(dossier.office.advisingUnit) else { return [] }
    let open = (dossier.review.nominations.content ?? []).filter { nomination in
      nomination.typedStatus != .rut && decision(on: nomination.id)?.outcome == .undecided
    }
    let byUnit = Dictionary(grouping: open, by: proposingUnit)
    var orders: [DocumentOrder] = []
    for (index, unit) in dossier.units.enumerated() {
      let lacking = (byUnit[unit.id] ?? []).compactMap { lack(of: $0) }
      guard !lacking.isEmpty else { continue }
      orders += order(lacking, of: unit, from: advising, place: index + 1).map { [$0] } ?? []
    }
    return orders
  }

  private mutating func order(
    _ lacking: [Lack], of unit: OfficeUnit, from advising: OfficeUnit, place: Int
  ) -> DocumentOrder? {
    let row = dossier.documents(of: .phieuBoSung).first { $0.unit == unit.id }
    guard let signature = unitSignature(advising, row: row) else { return nil }
    let origin = dossier.review.nominations.origin
    let head = head(
      .phieuBoSung, by: Issuer(advising, of: dossier.office).withoutNumber,
      title: "PHIẾU ĐỀ NGHỊ BỔ SUNG, HOÀN THIỆN HỒ SƠ",
      subject: "Hồ sơ đề nghị khen thưởng của \(unit.name)", row: row, subjectPlace: origin,
      year: dossier.period.usualYear)
    let contact = contact(in: advising)
    let body: [JSONValue.Member] = [
      .init(
        "don_vi",
        ["ten": .string(unit.name), "la_noi_lap": JSONValue(.boolean(unit.id == advising.id))]),
      .init(
        "phong_tham_muu",
        ["ten": .string(advising.name), "ky_hieu": .string(advising.symbol ?? advising.id.text)]),
      .init("dot", .string(dossier.period.name)),
      .init("tinh_den", .string(dossier.period.countsTo?.shortForm ?? "")),
      .init("ho_so", .array(lacking.map(json))),
      .init("nhieu_ho_so", JSONValue(.boolean(lacking.count > 1))),
      .init(
        "lien_he",
        [
          "ten": .string(contact.map { called(.person($0.id)) } ?? ""),
          "chuc_vu": .string(contact?.post ?? ""),
        ]),
      signature.member,
    ]
    return order(
      .phieuBoSung, place: place, name: unit.name, subject: unit.id.text, head: head, body: body,
      origin: origin)
  }

  /// Who answers for the advising unit: the council's secretary, who keeps the dossiers, where one
  /// works there; else its head.
  func contact(in advising: OfficeUnit) -> Person? {
    let members = dossier.review.council.content?.members ?? []
    let secretaries = members.filter { $0.role == .uyVienThuKy }.compactMap {
      dossier.person($0.person)
    }
    return secretaries.first { $0.unit == advising.id && $0.left == nil }
      ?? advising.head.flatMap(dossier.person)
  }

  /// What a nomination lacks that its unit can hand in; nil where there is nothing of that kind.
  private mutating func lack(of nomination: Nomination) -> Lack? {
    guard let decision = decision(on: nomination.id) else { return nil }
    var lack = Lack(nomination: nomination, lastReturn: lastReturn(of: nomination))
    for supplement in decision.reasons.flatMap(\.supplements) { lack.ask(for: supplement) }
    for words in lack.lastReturn?.missing ?? [] { lack.ask(inWordsOf: words) }
    for fact in decision.missing where !decision.asksUnit(for: fact) {
      report(.keptByOffice(fact, nomination, name: dossier.name(of: nomination.nominee)))
    }
    guard !lack.items.isEmpty else { return nil }
    if lack.lastReturn?.deadline == nil {
      report(
        .deadlineUnknown(
          nomination, name: dossier.name(of: nomination.nominee),
          at: lack.lastReturn?.origin.key("han_bo_sung")
            ?? dossier.review.outcomes.origin.key("tra_lai")))
    }
    return lack
  }

  private func lastReturn(of nomination: Nomination) -> Outcomes.Return? {
    let returns = (dossier.review.outcomes.content?.returns ?? [])
      .filter { $0.nomination == nomination.id }
    return returns.reduce(returns.first) { latest, next in
      latest.map { next.date > $0.date ? next : $0 } ?? next
    }
  }

  private func json(_ lack: Lack) -> JSONValue {
    let nomination = lack.nomination
    return [
      "ten": .string(called(nomination.nominee)), "chuc_vu_don_vi": .string(post(of: nomination)),
      "hinh_thuc": .string(nomination.award.label),
      "la_danh_hieu": JSONValue(.boolean(nomination.award.isTitle)),
      "ngay_tra": .string(lack.lastReturn?.date.shortForm ?? ""),
      "han": .string(lack.lastReturn?.deadline?.shortForm ?? ""),
      "noi_dung": .array(
        lack.items.map { item in
          [
            "can": .string(item.what), "ve": .string(item.about ?? ""), "vi": .string(item.why),
            "da_neu": .strings(item.saidOnReturn),
          ]
        }),
    ]
  }
}

extension Decision {
  /// True when a rule has words to ask the unit for a fact.
  fileprivate func asksUnit(for fact: MissingFact) -> Bool {
    reasons.contains { $0.supplements.contains { $0.fact == fact } }
  }
}

extension Diagnostic {
  fileprivate static func deadlineUnknown(
    _ nomination: Nomination, name: String, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("CO042"),
      "chưa biết hạn bổ sung hồ sơ \(nomination.id) (\(name)), nên hạn trên phiếu để trống",
      at: place, help: "ghi “han_bo_sung” ở “tra_lai” của ket-qua.json")
  }

  fileprivate static func keptByOffice(
    _ fact: MissingFact, _ nomination: Nomination, name: String
  ) -> Diagnostic {
    .info(
      Code("CO043"),
      "\(nomination.id) (\(name)) còn thiếu \(fact.what); không hỏi đơn vị trên phiếu bổ sung",
      at: fact.place, help: "phòng tham mưu ghi dữ kiện này vào tệp nêu trên")
  }
}
