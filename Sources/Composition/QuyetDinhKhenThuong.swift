internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Quyết định tặng Giấy khen, with its list of those who are awarded.
///
/// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2: the head's power is exercised under
///   the head's post.
extension Composer {
  /// One order for each row of `van-ban.json`, in the order of the rows.
  mutating func quyetDinhKhenThuong() -> [DocumentOrder] {
    var orders: [DocumentOrder] = []
    for (index, list) in awardLists(.quyetDinhKhenThuong).enumerated() {
      if let order = quyetDinh(of: list, place: index + 1) { orders.append(order) }
    }
    return orders
  }

  private mutating func quyetDinh(of list: AwardList, place: Int) -> DocumentOrder? {
    let office = dossier.office
    let row = list.row
    let head = head(
      .quyetDinhKhenThuong, by: Issuer(office), title: "QUYẾT ĐỊNH",
      subject: Self.withoutWidow("Về việc tặng \(awardName(of: list))"), row: row,
      subjectPlace: row.origin)
    let basis = legalBasis(on: row.date)
    guard let sentences = sentences(of: list), let signature = officeSignature(row: row) else {
      return nil
    }
    let number = decisionNumber(of: row)
    let statesMoney = dossier.review.officeRules.content?.decisionsStateMoney ?? true
    let money = statesMoney ? money(of: list) : nil
    let body: [JSONValue.Member] =
      [
        .init("tham_quyen", .string(office.authority)),
        .init("co_quan", .string(office.shortName)),
        .init("nguoi_dung_dau", .string(office.headTitle)),
        .init("don_vi_tham_muu", advisingUnit),
        .init("can_cu", .strings(basis)),
        .init("de_nghi", proposal(for: list)),
        .init("hinh_thuc", .string(awardName(of: list))),
        .init("thanh_tich", .string(sentences.shared)),
        .init("tien_thuong", money?.json ?? nil),
        .init("danh_sach", reference(to: number, medium: office.medium)),
        signature.member,
      ] + list.members(sentences)
    return order(
      .quyetDinhKhenThuong, place: place, name: row.id.text, head: head, body: body,
      origin: row.origin)
  }

  /// Who proposes the decision, and in which paper: the advising unit's head, or the council
  /// where the office has no tờ trình of its own.
  private mutating func proposal(for list: AwardList) -> JSONValue {
    if dossier.review.officeRules.content?.hasInternalSubmission == false {
      return [
        "nguoi": .string(dossier.review.council.content?.name ?? ""),
        "tai": .string(daysOfCouncil(passing: list).map { "Biên bản họp \($0)" } ?? ""),
      ]
    }
    let ids = Set(list.all.map(\.nomination.id))
    let papers = dossier.documents(of: .toTrinhGiayKhen)
      .filter { $0.nominations?.contains(where: ids.contains) ?? false }
    for paper in papers {
      if let proposed = paper.date, let decided = list.row.date, decided < proposed {
        report(.decidedBeforeProposal(list.row, decided, paper, proposed))
      }
    }
    let unit = dossier.unit(dossier.office.advisingUnit)
    let post = unit?.head.flatMap(dossier.person)?.post
    return [
      "nguoi": .string([post, unit?.name].compactMap(\.self).joined(separator: " ")),
      "tai": .string(
        papers.map { citation(of: $0, year: list.row.year) }.joined(separator: " và ")),
    ]
  }

  /// A tờ trình as the decision cites it; its number only where the unit keeps a series.
  private func citation(of paper: DocumentRow, year: Int?) -> String {
    let unit = dossier.unit(dossier.office.advisingUnit)
    let day = PaperNumber.day(paper.date, year: paper.year ?? year)
    guard let unit, let symbol = Issuer(unit, of: dossier.office).symbol else {
      return "Tờ trình \(day)"
    }
    let number = PaperNumber(
      number: paper.number, symbol: Self.symbol(of: .toTrinhGiayKhen, issuer: symbol),
      date: paper.date, year: paper.year)
    return "Tờ trình \(number.citation) \(day)"
  }
}

extension Diagnostic {
  fileprivate static func decidedBeforeProposal(
    _ row: DocumentRow, _ decided: CivilDate, _ paper: DocumentRow, _ proposed: CivilDate
  ) -> Diagnostic {
    .error(
      Code("CO037"),
      "quyết định “\(row.id)” đề ngày \(decided.shortForm), trước tờ trình “\(paper.id)” mà nó "
        + "viện dẫn (\(proposed.shortForm))",
      at: row.origin.key("ngay"), help: "kiểm tra lại “ngay” của hai văn bản")
  }
}
