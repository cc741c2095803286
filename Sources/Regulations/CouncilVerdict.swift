package import Dossier

/// What the council said of the nominations.
package struct CouncilVerdict: Sendable {
  private let review: Review

  /// Reads council, votes and the office's own rules of a review.
  package init(_ review: Review) { self.review = review }

  /// What the council said of one nomination.
  package enum Answer: Hashable, Sendable {
    /// There is no council, or it has not met.
    case notAsked
    /// It has met, and nothing is known of a vote on this nomination.
    case notVoted
    /// It passed the nomination.
    case passed
    /// It did not; why, in Vietnamese.
    case failed(String)
  }

  /// True when a vote is judged and the office has set no share of its own.
  var assumesMajority: Bool {
    guard hasMet, let votes = review.ballot.content?.votes else { return false }
    return votes.contains { vote in
      review.nomination(vote.nomination).map { threshold(of: $0.award) == nil } ?? false
    }
  }

  /// What the council said; a status typed by the clerk counts before the votes.
  package func on(_ id: ID<Nomination>) -> Answer {
    guard let nomination = review.nomination(id) else { return .notAsked }
    if nomination.typedStatus == .hoiDongKhongThongQua {
      return .failed("trang_thai ghi Hội đồng không thông qua")
    }
    guard hasMet, let members = review.council.content?.members.count else { return .notAsked }
    guard let vote = review.ballot.content?.vote(on: id) else { return .notVoted }
    let ayes = vote.ayes + (vote.writtenAyes ?? 0)
    let count = "\(ayes)/\(members) thành viên đồng ý"
    guard let share = threshold(of: nomination.award) else {
      return 2 * ayes > members ? .passed : .failed("\(count), không quá nửa")
    }
    // Hundredths of a per cent on both sides, so that nothing is rounded.
    return ayes * 10_000 >= share.hundredths * members
      ? .passed : .failed("\(count), dưới \(share)%")
  }

  private var hasMet: Bool { review.council.content?.sessions.isEmpty == false }

  private func threshold(of award: AwardForm) -> Quantity? {
    review.officeRules.content?.passShares.first { $0.form == award }?.share
  }
}
