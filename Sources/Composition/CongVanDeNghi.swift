internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Công văn hướng dẫn, đề nghị xét khen thưởng: what the units hand in, for what, and by when.
///
/// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.5: no tên loại; what it is about stands
///   under the number, which names the office and the unit that wrote it and no type.
extension Composer {
  /// The order for the letter of the period.
  mutating func congVanDeNghi() -> DocumentOrder? {
    let office = dossier.office
    guard let unit = dossier.unit(office.advisingUnit) else { return nil }
    let row = row(.congVanDeNghi)
    guard let signature = row.map({ officeSignature(row: $0) }) ?? headSignature else { return nil }
    let symbol = "\(office.symbol)-\(unit.symbol ?? unit.id.text)"
    let head = head(
      .congVanDeNghi, by: Issuer(lines: office.heading, symbol: symbol, isUnit: false), title: "",
      subject: "V/v xét, đề nghị \(dossier.period.occasion)", row: row,
      subjectPlace: dossier.period.origin,
      year: dossier.period.usualYear)
    reportDays(of: row)
    let contact = contact(in: unit)
    let body: [JSONValue.Member] = [
      .init("co_quan", .string(office.shortName)),
      .init("don_vi_tham_muu", advisingUnit),
      .init("hoi_dong", .string(dossier.review.council.content?.name ?? "")),
      .init("ke_hoach", .string(citedPlan)),
      .init("phong_trao", .string(dossier.movement.name)),
      .init("dot", .string(dossier.period.occasion)),
      .init("tu_ngay", .string(dossier.period.countsFrom?.shortForm ?? "")),
      .init("den_ngay", .string(dossier.period.countsTo?.shortForm ?? "")),
      .init("hinh_thuc", .strings(forms.map(fullName))),
      .init(
        "phap_luat",
        .strings((row?.date ?? dossier.period.deadline).map { instruments(on: $0) } ?? [])
      ),
      .init("so_luong", .array(forms.compactMap(quota))),
      .init("can_cu_so_luong", .string(dossier.review.officeRules.content?.basis ?? "")),
      .init("uu_tien_sang_kien", JSONValue(.boolean(dossier.movement.prefersInitiatives))),
      .init("han_nop", .string(dossier.period.deadline?.shortForm ?? "")),
      .init(
        "lien_he",
        [
          "ten": .string(contact.map { called(.person($0.id)) } ?? ""),
          "chuc_vu": .string(contact?.post ?? ""),
        ]),
      signature.member,
    ]
    let lettered = DocumentHead(
      state: head.state,
      members: head.members.filter { !["ten_loai", "ke_trich_yeu"].contains($0.name) })
    return order(
      .congVanDeNghi, place: 1, name: "Hướng dẫn đề nghị khen thưởng", head: lettered, body: body,
      origin: row?.origin ?? dossier.period.origin)
  }

  /// The head's signature while the letter has no row.
  private var headSignature: SignatureBlock? {
    let heads = dossier.office.signers.filter { !$0.signsForHead && $0.to == nil }
    return heads.last.flatMap { head in
      dossier.person(head.person).map { .head(head.post, $0.name) }
    }
  }

  /// The office's plan as the letter cites it; empty while its number or day is not known.
  private var citedPlan: String {
    let paper = dossier.movement.layers.first { $0.level == .vanPhong }?.paper
    guard let paper, let number = paper.number, let date = paper.date, let issuer = paper.issuer
    else { return "" }
    return "\(paper.type) số \(number) \(date.longForm) của \(issuer)"
  }

  /// The awards there are at this moment.
  private var forms: [AwardForm] {
    dossier.movement.awards.first { $0.moment == dossier.period.moment }?.forms ?? []
  }

  /// A number of things as papers count them: below ten with a leading zero.
  private static func counted(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  /// The limits that the office has set for an award; nil where there are none.
  private func quota(_ form: AwardForm) -> JSONValue? {
    let rules = dossier.review.officeRules.content
    let counts = rules?.maxCounts.first { $0.form == form }
    let shares = rules?.maxShares.first { $0.form == form }
    func limit(_ collective: Bool, _ text: String?, isShare: Bool) -> JSONValue? {
      text.map {
        [
          "la_tap_the": JSONValue(.boolean(collective)), "la_ty_le": JSONValue(.boolean(isShare)),
          "muc": .string($0),
        ]
      }
    }
    let limits = [
      limit(true, counts?.collectives.map(Self.counted), isShare: false),
      limit(true, shares?.collectives.map { "\($0)%" }, isShare: true),
      limit(false, counts?.individuals.map(Self.counted), isShare: false),
      limit(false, shares?.individuals.map { "\($0)%" }, isShare: true),
    ].compactMap(\.self)
    guard !limits.isEmpty else { return nil }
    return ["hinh_thuc": .string(form.label), "gioi_han": .array(limits)]
  }

  /// Reports days that the letter needs and that are not known, or that cannot be kept.
  private mutating func reportDays(of row: DocumentRow?) {
    let period = dossier.period
    let needed = [
      ("han_nop", "hạn nộp hồ sơ", period.deadline),
      ("tinh_tu_ngay", "ngày đầu", period.countsFrom),
      ("tinh_den_ngay", "ngày cuối", period.countsTo),
    ]
    for (key, what, day) in needed where day == nil {
      report(.dayUnknown(key, what, at: period.origin.key(key)))
    }
    if let row, let date = row.date, let deadline = period.deadline, deadline < date {
      report(.afterDeadline(row, date, deadline))
    }
  }
}

extension Diagnostic {
  fileprivate static func dayUnknown(_ key: String, _ what: String, at place: Place) -> Diagnostic {
    .warning(
      Code("CO077"),
      "dot.json chưa ghi \(what) của đợt, nên công văn hướng dẫn không nói đến", at: place,
      help: "ghi “\(key)” trong dot.json trước khi gửi công văn")
  }

  fileprivate static func afterDeadline(
    _ row: DocumentRow, _ date: CivilDate, _ deadline: CivilDate
  ) -> Diagnostic {
    .warning(
      Code("CO078"),
      "công văn “\(row.id)” đề ngày \(date.shortForm), sau hạn nộp hồ sơ \(deadline.shortForm) mà nó "
        + "đặt ra", at: row.origin.key("ngay"),
      help: "kiểm tra lại ngày công văn và “han_nop” trong dot.json")
  }
}
