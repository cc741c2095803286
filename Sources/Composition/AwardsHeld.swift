internal import Dossier
internal import Vocabulary

extension Composer {
  /// What a nominee got before the dossier came in and still holds, in the order of the register;
  /// nil while there is no register.
  func awardsHeld(before nomination: Nomination) -> [PastAward]? {
    dossier.review.pastAwards(of: nomination.nominee)?.filter { award in
      award.revocation == nil && (nomination.receivedOn.map { award.decision.date < $0 } ?? true)
    }
  }
}

extension CitedPaper {
  /// The paper as running text names it, such as `Quyết định số 88/QĐ-VPUB ngày 20/11/2026`; what
  /// is not known is left out.
  var inShort: String {
    [typeAndNumber, date.map { "ngày \($0.shortForm)" }].compactMap(\.self).joined(separator: " ")
  }

  /// The paper where it was cited before, such as `Quyết định số 88/QĐ-VPUB`.
  var typeAndNumber: String {
    [type, number.map { "số \($0)" }].compactMap(\.self).joined(separator: " ")
  }
}
