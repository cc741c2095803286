internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Tờ trình of the advising unit to the head of the office, with its list.
///
/// The advising unit issues it as the council's standing body; an office that uses none sets
/// `to_trinh_noi_bo` of `quy-dinh.json` to false.
extension Composer {
  /// One order for each row of `van-ban.json`, in the order of the rows.
  mutating func toTrinhGiayKhen() -> [DocumentOrder] {
    guard dossier.review.officeRules.content?.hasInternalSubmission ?? true,
      let unit = dossier.unit(dossier.office.advisingUnit)
    else { return [] }
    var orders: [DocumentOrder] = []
    for (index, list) in awardLists(.toTrinhGiayKhen).enumerated() {
      if let order = toTrinh(of: list, by: unit, place: index + 1) { orders.append(order) }
    }
    return orders
  }

  private mutating func toTrinh(
    of list: AwardList, by unit: OfficeUnit, place: Int
  ) -> DocumentOrder? {
    let office = dossier.office
    let row = list.row
    let issuer = Issuer(unit, of: office)
    let head = head(
      .toTrinhGiayKhen, by: issuer, title: "TỜ TRÌNH",
      subject: Self.withoutWidow("Về việc đề nghị tặng \(awardName(of: list))"), row: row,
      subjectPlace: row.origin)
    let basis = legalBasis(on: row.date)
    guard let sentences = sentences(of: list), let signature = unitSignature(unit, row: row) else {
      return nil
    }
    let number = issuer.symbol.map {
      PaperNumber(
        number: row.number, symbol: Self.symbol(of: .toTrinhGiayKhen, issuer: $0), date: row.date,
        year: row.year)
    }
    let body: [JSONValue.Member] =
      [
        .init("co_quan", .string(office.shortName)),
        .init("nguoi_dung_dau", .string(office.headTitle)),
        .init("don_vi_tham_muu", advisingUnit),
        .init("can_cu", .strings(basis)),
        .init("hoi_dong", councilMinutes(on: list)),
        .init("hinh_thuc", .string(awardName(of: list))),
        .init("thanh_tich", .string(sentences.shared)),
        .init("tien_thuong", money(of: list)?.json ?? nil),
        .init(
          "danh_sach",
          number.map { reference(to: $0, medium: office.medium) }
            ?? reference(on: row.date, year: row.year, medium: office.medium)),
        signature.member,
      ] + list.members(sentences)
    return order(
      .toTrinhGiayKhen, place: place, name: row.id.text, head: head, body: body,
      origin: row.origin)
  }
}
