internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Phiếu nội dung in Bằng khen: for each one whom the office proposes, what the province is to
/// print, letter for letter.
extension Composer {
  /// The orders for the sheets, numbered through all tờ trình of `van-ban.json`.
  mutating func phieuNoiDungBangKhen() -> [DocumentOrder] {
    var orders: [DocumentOrder] = []
    var place = 0
    for list in awardLists(.toTrinhBangKhen) {
      let signature = officeSignature(row: list.row)
      for awardee in list.all {
        place += 1
        // A list with another award in it is at fault as a whole, which its tờ trình says.
        guard awardee.nomination.award == .bangKhenTinh, let signature else { continue }
        orders += sheet(for: awardee, on: list.row, signature, place: place).map { [$0] } ?? []
      }
    }
    return orders
  }

  private mutating func sheet(
    for awardee: Awardee, on row: DocumentRow, _ signature: SignatureBlock, place: Int
  ) -> DocumentOrder? {
    let nomination = awardee.nomination
    guard let citation = dossier.citation(of: nomination) else {
      report(.sentenceMissing(nomination, name: dossier.name(of: nomination.nominee)))
      return nil
    }
    let number = PaperNumber(
      number: row.number, symbol: Self.symbol(of: .toTrinhBangKhen, issuer: dossier.office.symbol),
      date: row.date, year: row.year)
    let body: [JSONValue.Member] = [
      .init("co_quan", .string(dossier.office.shortName)),
      .init("to_trinh", ["so": .string(number.citation), "ngay": .string(number.day)]),
      .init("hinh_thuc", .string(nomination.award.label)),
      .init("la_tap_the", JSONValue(.boolean(nomination.nominee.isCollective))),
      .init("ten", .string(certificateName(of: awardee))),
      .init("chuc_vu_don_vi", .string(inscribedPost(of: awardee))),
      .init("thanh_tich", .string(citation)),
      .init("so", .integer(awardee.ordinal)),
      signature.member,
    ]
    return order(
      .phieuNoiDungBangKhen, place: place, name: dossier.name(of: nomination.nominee),
      subject: nomination.nominee.id,
      head: tableHead(state: row.number == nil || row.date == nil ? .draft : .issued), body: body,
      origin: nomination.origin)
  }
}
