internal import Dossier
internal import Vocabulary

extension Dossier {
  /// The decisions of others (`ben_ngoai`) that give awards proposed here, in the order of
  /// `van-ban.json`.
  var higherDecisions: [DocumentRow] {
    documents.filter { row in
      guard case .external(let type) = row.kind else { return false }
      return VietnameseText.sameName(type, "Quyết định") && row.nominations?.isEmpty == false
    }
  }
}

extension Composer {
  /// Those whom a decision of others awards, in the order of its row.
  ///
  /// The list of such a decision is the issuer's, and we know only whom of ours it names: the
  /// ordinal is that of the row and is no number of a golden book.
  func awardees(of decision: DocumentRow) -> [Awardee] {
    let nominations = (decision.nominations ?? []).compactMap(dossier.review.nomination)
    return nominations.enumerated().map { index, nomination in
      Awardee(
        nomination: nomination, ordinal: index + 1, block: nil,
        name: VietnameseText.capitalised(called(nomination.nominee)), post: post(of: nomination))
    }
  }
}
