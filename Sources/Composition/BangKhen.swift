internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Bằng khen of the province, for an office that prints it (`in_bang_khen` of `quy-dinh.json`).
///
/// It waits for the province's decision and states that decision's number, day and signer; the room
/// of the signature and of the number in the golden book, which is the province's, stays free.
extension Composer {
  /// The orders for the certificates, numbered through all decisions of others.
  mutating func bangKhen() -> [DocumentOrder] {
    guard dossier.review.officeRules.content?.printsBangKhen == true else { return [] }
    var orders: [DocumentOrder] = []
    var place = 0
    for decision in dossier.higherDecisions {
      let awardees = awardees(of: decision).filter { $0.nomination.award == .bangKhenTinh }
      guard !awardees.isEmpty else { continue }
      let frame = bangKhenFrame(by: decision)
      for awardee in awardees {
        place += 1
        guard begins(), let text = inscriptions(of: awardee), let frame else { continue }
        let order = order(
          .bangKhen, place: place, name: dossier.name(of: awardee.nomination.nominee),
          subject: awardee.nomination.nominee.id, head: frame, body: text,
          origin: awardee.nomination.origin)
        orders += order.map { [$0] } ?? []
      }
    }
    return orders
  }

  /// What all certificates of one decision have in common; nil, with a finding, while the decision
  /// is not known in full.
  private mutating func bangKhenFrame(by decision: DocumentRow) -> DocumentHead? {
    guard let superior = dossier.office.superior else {
      report(.superiorUnknown(dossier.office))
      return nil
    }
    guard let number = decision.number, let date = decision.date, let name = decision.signerName,
      !decision.signerAuthority.isEmpty
    else {
      report(.higherDecisionIncomplete(decision))
      return nil
    }
    let authority = inscription(
      superior.authority.uppercased(), in: .authority, of: "thẩm quyền của người tặng",
      at: superior.origin.key("tham_quyen"),
      shorten: "“tham_quyen” của “cap_tren” trong co-quan.json")
    let signature = signed(
      SignatureBlock(authority: decision.signerAuthority, name: name), at: decision.origin,
      shorten: "“nguoi_ky_quyen_han” và “nguoi_ky_ten” trong van-ban.json")
    guard let authority, let signature else { return nil }
    return DocumentHead(
      state: .issued,
      members: [
        .init("tham_quyen", authority.value),
        .init("quyet_dinh", ["so": .string(number), "ngay": .string(date.longForm)]),
        .init("dia_danh_ngay", .string("\(dossier.office.placeName), \(date.longForm)")),
        .init("ky", signature),
      ])
  }
}

extension Diagnostic {
  fileprivate static func higherDecisionIncomplete(_ row: DocumentRow) -> Diagnostic {
    let missing = [
      row.number == nil ? "“so”" : nil, row.date == nil ? "“ngay”" : nil,
      row.signerName == nil ? "“nguoi_ky_ten”" : nil,
      row.signerAuthority.isEmpty ? "“nguoi_ky_quyen_han”" : nil,
    ].compactMap(\.self).joined(separator: ", ")
    return .warning(
      Code("CO084"),
      "quyết định “\(row.id)” của cấp trên chưa có \(missing), nên chưa lập Bằng khen theo quyết "
        + "định này",
      at: row.origin, help: "ghi các khóa ấy đúng như quyết định đã ban hành")
  }
}
