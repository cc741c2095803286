package import Diagnostics
import Vocabulary

/// The facts on which the rules judge a review, file by file.
package struct Review: Sendable {
  /// The yearly ratings, first the final ones, then the provisional ones (`xep-loai.json`).
  package let ratings: Recorded<[RatingList]>
  /// The incidents and the units' confirmations (`su-viec.json`).
  package let incidents: Recorded<IncidentLog>
  /// The initiatives (`sang-kien.json`).
  package let initiatives: Recorded<[Initiative]>
  /// The register of awards (`so-khen-thuong.json`).
  package let register: Recorded<[PastAward]>
  /// The office's own rules (`quy-dinh.json`).
  package let officeRules: Recorded<OfficeRules>
  /// The units' meetings (`binh-xet.json`).
  package let unitMeetings: Recorded<[UnitMeeting]>
  /// The nominations (`de-nghi.json`).
  package let nominations: Recorded<[Nomination]>
  /// The council and its meetings (`hoi-dong.json`).
  package let council: Recorded<Council>
  /// The votes, meeting by meeting, in the order of the file (`bo-phieu.json`).
  package let ballots: Recorded<[Ballot]>
  /// What became of the nominations (`ket-qua.json`).
  package let outcomes: Recorded<Outcomes>

  private let nominationIndex: [ID<Nomination>: Int]
  private let initiativeIndex: [ID<Initiative>: Int]
  private let nomineeIndex: Lookup<Nominee, Int>
  private let awardeeIndex: Lookup<Nominee, Int>
  private let rewardIndex: Lookup<ID<Nomination.Achievement>, Int>
  private let initiativeUseIndex: Lookup<ID<Initiative>, Int>
  private let initiativeProposalIndex: Lookup<ID<Initiative>, Int>
  private let titleIndex: Lookup<TitleYear, Int>
  private let voteIndex: Lookup<ID<Nomination>, VotePosition>
  /// For each nomination the ballots that have it, by the day of their meetings.
  private let ballotIndex: Lookup<ID<Nomination>, Int>

  /// What a list of titles is announced for.
  private struct TitleYear: Hashable, Sendable {
    let form: AwardForm
    let year: Int
  }

  /// A row of a unit's meeting.
  private struct VotePosition: Equatable, Sendable {
    let meeting: Int
    let vote: Int
  }

  /// Creates a review; a file that is not named is absent.
  ///
  /// Of two entities with one id the first is found.
  package init(
    ratings: Recorded<[RatingList]> = .absent, incidents: Recorded<IncidentLog> = .absent,
    initiatives: Recorded<[Initiative]> = .absent, register: Recorded<[PastAward]> = .absent,
    officeRules: Recorded<OfficeRules> = .absent,
    unitMeetings: Recorded<[UnitMeeting]> = .absent,
    nominations: Recorded<[Nomination]> = .absent, council: Recorded<Council> = .absent,
    ballots: Recorded<[Ballot]> = .absent, outcomes: Recorded<Outcomes> = .absent
  ) {
    self.ratings = ratings
    self.incidents = incidents
    self.initiatives = initiatives
    self.register = register
    self.officeRules = officeRules
    self.unitMeetings = unitMeetings
    self.nominations = nominations
    self.council = council
    self.ballots = ballots
    self.outcomes = outcomes
    nominationIndex = ID.index((nominations.content ?? []).map(\.id))
    initiativeIndex = ID.index((initiatives.content ?? []).map(\.id))
    nomineeIndex = Lookup(nominations.content ?? [], by: \.nominee)
    awardeeIndex = Lookup(register.content ?? [], by: \.awardee)
    rewardIndex = Lookup(register.content ?? []) { ($0.achievements ?? []).map(\.id) }
    initiativeUseIndex = Lookup(register.content ?? []) { $0.initiatives ?? [] }
    initiativeProposalIndex = Lookup(nominations.content ?? []) { $0.initiatives ?? [] }
    titleIndex = Lookup(register.content ?? []) { TitleYear(form: $0.form, year: $0.year) }
    voteIndex = Lookup(
      (unitMeetings.content ?? []).enumerated().flatMap { meeting, row in
        row.votes.enumerated().map { vote, cast in
          (cast.nomination, VotePosition(meeting: meeting, vote: vote))
        }
      })
    let held = (ballots.content ?? []).enumerated().map { index, ballot in
      (index: index, day: council.content?.session(ballot.session)?.date)
    }
    let byDay = held.sorted { one, other in
      switch (one.day, other.day) {
      case (let first?, let second?) where first != second: first < second
      case (nil, _?): true
      case (_?, nil): false
      default: one.index < other.index
      }
    }
    ballotIndex = Lookup(
      byDay.flatMap { index, _ in
        (ballots.content?[index].votes ?? []).map { ($0.nomination, index) }
      })
  }
}

extension Review {
  /// The nomination with that id.
  package func nomination(_ id: ID<Nomination>) -> Nomination? {
    nominationIndex[id].flatMap { nominations.content?[$0] }
  }

  /// The initiative with that id.
  package func initiative(_ id: ID<Initiative>) -> Initiative? {
    initiativeIndex[id].flatMap { initiatives.content?[$0] }
  }

  /// The votes of a meeting of the council; nil while they are not known.
  package func ballot(of session: ID<Council.Session>) -> Ballot? {
    ballots.content?.first { $0.session == session }
  }

  /// The ballots on a nomination, by the day of their meetings.
  package func ballots(on nomination: ID<Nomination>) -> [Ballot] {
    ballotIndex[nomination].compactMap { ballots.content?[$0] }
  }

  /// The ballot that stands for a nomination: that of the last meeting which voted on it.
  package func ballot(on nomination: ID<Nomination>) -> Ballot? {
    ballots(on: nomination).last
  }

  /// The vote that stands for a nomination: that of the last meeting which voted on it.
  package func councilVote(on nomination: ID<Nomination>) -> Ballot.Vote? {
    ballot(on: nomination)?.vote(on: nomination)
  }

  /// What the register says of a person or unit, in its order; nil while there is no register.
  package func pastAwards(of nominee: Nominee) -> [PastAward]? {
    register.content.map { awards in awardeeIndex[nominee].map { awards[$0] } }
  }

  /// What the register says of achievements by their ids, whoever the awards went to, in its
  /// order; nil while there is no register.
  package func pastAwards(rewarding achievements: [ID<Nomination.Achievement>]) -> [PastAward]? {
    register.content.map { awards in
      Set(achievements.flatMap { rewardIndex[$0] }).sorted().map { awards[$0] }
    }
  }

  /// The awards of anybody that an initiative was used for, in the register's order; nil while
  /// there is no register.
  package func pastAwards(using initiative: ID<Initiative>) -> [PastAward]? {
    register.content.map { awards in initiativeUseIndex[initiative].map { awards[$0] } }
  }

  /// The awards of one form for a year, in the register's order; nil while there is no register.
  package func pastAwards(_ form: AwardForm, for year: Int) -> [PastAward]? {
    register.content.map { awards in
      titleIndex[TitleYear(form: form, year: year)].map { awards[$0] }
    }
  }

  /// The nominations that put an initiative forward, in the order of their file.
  package func nominations(using initiative: ID<Initiative>) -> [Nomination] {
    nominations.content.map { rows in initiativeProposalIndex[initiative].map { rows[$0] } } ?? []
  }

  /// The nominations of a person or unit, in the order of their file.
  package func nominations(of nominee: Nominee) -> [Nomination] {
    nominations.content.map { rows in nomineeIndex[nominee].map { rows[$0] } } ?? []
  }

  /// The final ratings of a year.
  package func finalRatings(of year: Int) -> RatingList? {
    ratings.content?.first { $0.year == year && $0.isFinal }
  }

  /// The provisional rating of a person or unit in a year: that of the latest day that is known.
  package func provisionalRating(of nominee: Nominee, in year: Int) -> RatingList.Provisional? {
    var latest: RatingList.Provisional?
    for list in ratings.content ?? [] where list.year == year {
      guard case .provisional(let until, let person) = list.standing,
        let entry = list.entry(of: nominee), let rating = entry.rating,
        latest.map({ $0.until < until }) ?? true
      else { continue }
      latest = .init(rating: rating, until: until, confirmedBy: person, origin: entry.origin)
    }
    return latest
  }

  /// Where the final rating of a person or unit in a year stands, or would be written.
  package func ratingPlace(of nominee: Nominee, in year: Int) -> Place {
    finalRatings(of: year)?.place(of: nominee) ?? ratings.origin.key("nam")
  }

  /// The votes on a nomination in units' meetings, each with its meeting, in the order of the
  /// file; nil while there is no such file.
  package func unitVotes(
    on nomination: ID<Nomination>
  ) -> [(meeting: UnitMeeting, vote: UnitMeeting.Vote)]? {
    unitMeetings.content.map { meetings in
      voteIndex[nomination].map { (meetings[$0.meeting], meetings[$0.meeting].votes[$0.vote]) }
    }
  }
}
