internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

// The Plan's criteria, the review's deadline, and who would act in a matter of his own.

extension NominationFacts {
  func conduct(_ name: FactName) -> Fact? {
    switch name {
    case .criteria: criteria()
    case .strangeCriteria: strangeCriteria()
    case .minCriteria:
      .figure(officeRules?.minCriteria, at: officePlace("tieu_chi_toi_thieu"))
    case .deadline: deadline()
    case .ownRoles: ownRoles()
    default: nil
    }
  }

  /// How many of the Plan's criteria the achievements name.
  private func criteria() -> Fact {
    if let unnamed = nomination.achievements.first(where: { $0.criterion == nil }) {
      return .missing(
        "tiêu chí của thành tích \(unnamed.id)", at: unnamed.origin.key("tieu_chi"),
        about: "thành tích “\(unnamed.text)”")
    }
    let numbers = Set(nomination.achievements.compactMap(\.criterion)).sorted()
    let seen = numbers.map(String.init).joined(separator: ", ")
    return .number(
      numbers.count, "", seen: numbers.isEmpty ? "0" : "\(numbers.count) (tiêu chí \(seen))",
      at: nomination.origin.key("thanh_tich"))
  }

  /// Criteria that are none of the movement's.
  private func strangeCriteria() -> Fact {
    let known = dossier.movement.criteria.map(\.number)
    let strange = nomination.achievements.filter {
      $0.criterion.map { !known.contains($0) } ?? false
    }
    let seen = strange.map { "\($0.criterion.map(String.init) ?? "") của \($0.id)" }
    return .number(
      strange.count, "", seen: seen.isEmpty ? "0" : seen.joined(separator: ", "),
      at: strange.first?.origin.key("tieu_chi") ?? nomination.origin.key("thanh_tich"))
  }

  private func deadline() -> Fact {
    let place = dossier.period.origin.key("han_nop")
    guard let day = dossier.period.deadline else {
      return .known(JSONValue(.null), seen: "chưa đặt", at: place)
    }
    return .day(day, "", at: place)
  }

  /// The roles in which the nominee would act on the very nomination.
  private func ownRoles() -> Fact {
    let roles = signing() + remarking() + inUnitMeetings() + inCouncil()
    let remark = nomination.remark
    if roles.isEmpty, remark.isExemplary != nil, remark.author == nil {
      return .missing("người nhận xét", at: remark.origin.key("nguoi"))
    }
    return .number(
      roles.count, "", seen: roles.isEmpty ? "0" : roles.joined(separator: ", "),
      at: nomination.origin)
  }

  /// The head signs what the head may grant; a decision and a tờ trình have their own signers.
  private func signing() -> [String] {
    let heads = dossier.office.signers.filter { !$0.signsForHead }.map(\.person)
    let deciders = decisionRows.compactMap(\.signer) + (isGrantedByHead ? heads : [])
    switch nominee {
    case .person(let id):
      let submitters = dossier.documents(listing: nomination.id)
        .filter { $0.kind != .own(.quyetDinhKhenThuong) }.compactMap(\.signer)
      return (deciders.contains(id) ? ["người ký quyết định"] : [])
        + (submitters.contains(id) ? ["người ký tờ trình"] : [])
    case .unit(let id):
      let isOwn = deciders.contains { dossier.person($0)?.unit == id }
      return isOwn ? ["tập thể của người ký quyết định"] : []
    }
  }

  private var isGrantedByHead: Bool {
    nomination.receivedOn.map { packs.headGrants(nomination.award, on: $0) } ?? false
  }

  private func remarking() -> [String] {
    guard let author = nomination.remark.author else { return [] }
    let isOwn =
      switch nominee {
      case .person(let id): author == id
      case .unit(let id): dossier.unit(id)?.head == author
      }
    return isOwn ? ["người nhận xét"] : []
  }

  /// A member may well vote where his own unit is proposed, so only people are looked at.
  private func inUnitMeetings() -> [String] {
    guard case .person(let id) = nominee else { return [] }
    return (review.unitVotes(on: nomination.id) ?? []).flatMap { meeting, _ in
      let day = meeting.date.shortForm
      return (meeting.chair == id ? ["chủ trì họp bình xét ngày \(day)"] : [])
        + (meeting.secretary == id ? ["ghi biên bản họp bình xét ngày \(day)"] : [])
    }
  }

  private func inCouncil() -> [String] {
    guard case .person(let id) = nominee, let ballot = review.ballot(on: nomination.id),
      let session = review.council.content?.session(ballot.session)
    else { return [] }
    let tellers = session.tellers.map { [$0.head] + $0.others } ?? []
    return (session.chair == id ? ["chủ trì phiên họp Hội đồng"] : [])
      + (session.secretary == id ? ["thư ký phiên họp Hội đồng"] : [])
      + (tellers.contains(id) ? ["người kiểm phiếu"] : [])
  }
}
