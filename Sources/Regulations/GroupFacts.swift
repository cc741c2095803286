internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Computes the facts of all nominations for one award, of collectives or of people: how many
/// there are beside the office's quota, and who stands level at its edge.
struct GroupFacts {
  let dossier: Dossier
  let packs: PackSet
  let award: AwardForm
  let isCollective: Bool
  /// Those who met every rule and were not turned down by the council.
  let eligible: [Nomination]
  /// Those who lack a fact.
  let open: [Nomination]
  /// The day that selects the law.
  let lawDay: CivilDate

  private var review: Review { dossier.review }
  private var officeRules: OfficeRules? { review.officeRules.content }

  /// The facts, as a table that conditions read.
  func table() -> FactTable {
    FactTable([
      .eligible: eligibleCount, .maxEligible: .figure(quota?.number, seen: quota?.seen, at: place),
      .nonLeaders: nonLeaderCount, .minNonLeaders: minNonLeaders, .ties: tied,
      .prefersInitiatives: .truth(
        dossier.movement.prefersInitiatives, "",
        at: dossier.movement.origin.key("uu_tien_sang_kien")),
    ])
  }

  /// The quota, when more met every rule than it allows.
  var exceededQuota: Int? {
    quota.flatMap { Int($0.number) }.flatMap { eligible.count > $0 ? $0 : nil }
  }

  private var place: Place { review.officeRules.origin.key("so_luong_toi_da", award.rawValue) }

  // MARK: How many

  /// The smaller of the greatest number and the greatest share of all there are, rounded down.
  private var quota: (number: String, seen: String)? {
    func own<Value>(_ limits: [OfficeRules.Limit<Value>]) -> Value? {
      limits.first { $0.form == award }.flatMap { isCollective ? $0.collectives : $0.individuals }
    }
    let number = own(officeRules?.maxCounts ?? [])
    let share = own(officeRules?.maxShares ?? [])
    let byShare = share.map { $0.hundredths * everybody / 10_000 }
    guard let most = [number, byShare].compactMap(\.self).min() else { return nil }
    let words = share.map { " (\($0)% của \(everybody))" } ?? ""
    return (String(most), "\(most)\(most == byShare ? words : "")")
  }

  /// All collectives, or all people, of the office on the last day that counts.
  private var everybody: Int {
    guard !isCollective else { return dossier.units.count }
    return dossier.people.count { person in
      let day = dossier.period.countsTo ?? lawDay
      return dossier.units.contains { person.works(in: $0.id, on: day) }
    }
  }

  private var eligibleCount: Fact {
    let limit = quota.flatMap { Int($0.number) } ?? .max
    let place = review.nominations.origin.key("de_nghi")
    if eligible.count <= limit, eligible.count + open.count > limit, let first = open.first {
      return .missing(
        "kết quả của \(open.map(\.id.text).joined(separator: ", ")) (còn thiếu dữ kiện)",
        at: first.origin, isOffices: true)
    }
    return .number(eligible.count, "", at: place)
  }

  private var nonLeaderCount: Fact {
    let place = review.nominations.origin.key("de_nghi")
    if minShare != nil, let first = open.first {
      return .missing(
        "kết quả của \(open.map(\.id.text).joined(separator: ", ")) (còn thiếu dữ kiện)",
        at: first.origin, isOffices: true)
    }
    return .number(eligible.count { !isLeader($0) }, "", at: place)
  }

  private var minShare: Quantity? { isCollective ? nil : officeRules?.minShareOfNonLeaders }

  private var minNonLeaders: Fact {
    .figure(
      minShare?.written, seen: minShare.map { "\($0)%" },
      at: review.officeRules.origin.key("ty_le_khong_lanh_dao_toi_thieu"))
  }

  private func isLeader(_ nomination: Nomination) -> Bool {
    guard case .person(let id) = nomination.nominee else { return false }
    return dossier.person(id)?.isLeader ?? false
  }

  // MARK: Who stands before whom

  /// Those who met every rule, by votes, then by the office's own preferences; equals keep the
  /// order of the file.
  var ranked: [(nomination: Nomination, ayes: Int?)] {
    let preferences = officeRules?.preferences ?? []
    return eligible.enumerated().map { offset, nomination in
      (nomination: nomination, ayes: ayes(nomination), offset: offset)
    }.sorted { left, right in
      if left.ayes != right.ayes { return (left.ayes ?? -1) > (right.ayes ?? -1) }
      for preference in preferences {
        let (first, second) = (
          isPreferred(left.nomination, by: preference),
          isPreferred(right.nomination, by: preference)
        )
        if first != second { return first }
      }
      return left.offset < right.offset
    }.map { ($0.nomination, $0.ayes) }
  }

  private func ayes(_ nomination: Nomination) -> Int? {
    review.councilVote(on: nomination.id).map { $0.ayes + ($0.writtenAyes ?? 0) }
  }

  private func isPreferred(
    _ nomination: Nomination, by preference: OfficeRules.Preference
  ) -> Bool {
    switch preference {
    case .sangKien: !(nomination.initiatives ?? []).isEmpty
    case .nu: isFemale(nomination)
    case .khongLanhDao: !isLeader(nomination)
    }
  }

  /// A woman, or a collective with the decree's share of women.
  private func isFemale(_ nomination: Nomination) -> Bool {
    switch nomination.nominee {
    case .person(let id): return dossier.person(id)?.sex == .female
    case .unit:
      guard case .found(let least) = packs.parameter("ty_le_nu", on: lawDay),
        let hundredths = least.text.hundredths, let (women, all) = women(in: nomination)
      else { return false }
      return women * 10_000 >= hundredths * all
    }
  }

  private func women(in nomination: Nomination) -> (women: Int, all: Int)? {
    guard case .unit(let unit) = nomination.nominee else { return nil }
    let people = dossier.people(in: unit, on: dossier.period.countsTo)
    return people.isEmpty ? nil : (people.count { $0.sex == .female }, people.count)
  }

  /// How many have as many votes as both the last within the quota and the first beyond it.
  private var tied: Fact {
    let place = review.ballots.origin.key("ket_qua")
    let ranked = ranked
    guard let limit = quota.flatMap({ Int($0.number) }), limit > 0, ranked.count > limit else {
      return .number(0, "", at: place)
    }
    guard let last = ranked[limit - 1].ayes, let first = ranked[limit].ayes,
      !ranked.contains(where: { $0.ayes == nil })
    else {
      return .missing(
        "kết quả biểu quyết của Hội đồng đối với \(ranked.count) đề nghị", at: place,
        isOffices: true)
    }
    guard last == first else { return .number(0, "", at: place) }
    let level = ranked.filter { $0.ayes == last }.map(\.nomination)
    let seen = level.map { "\($0.id) (\(features($0)))" }.joined(separator: ", ")
    return .number(level.count, "", seen: "\(level.count) cùng \(last) phiếu: \(seen)", at: place)
  }

  /// What may put a nominee before an equal.
  private func features(_ nomination: Nomination) -> String {
    let who: String =
      switch nomination.nominee {
      case .person(let id): dossier.person(id)?.sex == .female ? "nữ" : "nam"
      case .unit: women(in: nomination).map { "nữ \($0.women)/\($0.all)" } ?? "tập thể"
      }
    let initiatives = (nomination.initiatives ?? []).map(\.text).joined(separator: ", ")
    return initiatives.isEmpty ? who : "\(who), sáng kiến \(initiatives)"
  }
}
