internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Computes the facts of the council's votes and of the meeting in which they were cast.
struct CouncilFacts {
  let review: Review
  let council: Council

  /// The facts of the vote on one nomination.
  func table(of vote: Ballot.Vote, on nomination: Nomination) -> FactTable {
    let ayes = vote.ayes + (vote.writtenAyes ?? 0)
    let written = vote.writtenAyes.map { ", trong đó \($0) ý kiến bằng văn bản" } ?? ""
    let share = review.officeRules.content?.passShares.first { $0.form == nomination.award }?.share
    return FactTable([
      .councilMembers: members,
      .councilAyes: .number(ayes, "", seen: "\(ayes)\(written)", at: vote.origin.key("dong_y")),
      .passShare: .figure(
        share.map(\.written), seen: share.map { "\($0)%" },
        at: review.officeRules.origin.key("hoi_dong", "ty_le_thong_qua")),
    ])
  }

  /// The facts of a meeting: members present, and absent ones who sent their opinion.
  func table(of session: Council.Session) -> FactTable {
    let written = session.absentees.count { $0.writtenOpinion != nil }
    let there = session.present.count + written
    return FactTable([
      .councilMembers: members,
      .councilPresent: .number(
        there, "", seen: written == 0 ? nil : "\(there), trong đó \(written) ý kiến bằng văn bản",
        at: session.origin.key("co_mat")),
      .quorum: quorum,
    ])
  }

  private var members: Fact {
    .number(council.members.count, "", at: council.origin.key("thanh_vien"))
  }

  /// The least number of members that is the office's share of them or more.
  private var quorum: Fact {
    let place = review.officeRules.origin.key("hoi_dong", "so_du_hop_toi_thieu")
    guard let share = review.officeRules.content?.quorum else {
      return .figure(nil as String?, at: place)
    }
    let needed =
      (share.numerator * council.members.count + share.denominator - 1)
      / share.denominator
    return .figure(
      String(needed), seen: "\(needed) (\(share.numerator)/\(share.denominator) thành viên)",
      at: place)
  }
}

extension Quantity {
  /// The quantity as a number of a JSON file is written, such as `71.43`.
  var written: String {
    let digits = String(hundredths % 100)
    return "\(hundredths / 100)." + (digits.count == 1 ? "0" : "") + digits
  }
}
