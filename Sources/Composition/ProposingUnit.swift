internal import Dossier

extension Composer {
  /// The vote on a nomination in the unit's meeting, the last one where there were several.
  func unitVote(on nomination: Nomination) -> (meeting: UnitMeeting, vote: UnitMeeting.Vote)? {
    let votes = dossier.review.unitVotes(on: nomination.id) ?? []
    return votes.reduce(votes.first) { latest, next in
      latest.map { next.meeting.date > $0.meeting.date ? next : $0 } ?? next
    }
  }

  /// The unit that puts a nomination forward, to which papers about it go.
  ///
  /// That is the unit whose meeting voted on it; while none did, the one the nominee belonged to
  /// when the dossier came in.
  func proposingUnit(of nomination: Nomination) -> ID<OfficeUnit>? {
    if let meeting = unitVote(on: nomination)?.meeting { return meeting.unit }
    let then = nomination.receivedOn.flatMap { dossier.unit(of: nomination.nominee, on: $0) }
    switch nomination.nominee {
    case .person(let id): return then ?? dossier.person(id)?.unit
    case .unit(let id): return id
    }
  }
}
