internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// The legal basis (căn cứ ban hành) of a paper of the office.
///
/// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6 điểm a: each instrument
///   on a line of its own with type, number, issuer, day and what it is about.
extension Composer {
  /// What follows `Căn cứ` on each line, from the law down to the movement's own papers.
  ///
  /// A paper whose number, day, issuer or subject is not known is left out and reported: half a
  /// line is never printed. What was not compared with its original is reported too, since the
  /// paper itself says nothing of it.
  mutating func legalBasis(on day: CivilDate?) -> [String] {
    guard let day = day ?? dossier.period.deadline else { return [] }
    let instruments = instruments(on: day)
    let own =
      (dossier.period.furtherBasis ?? []) + [dossier.office.functionPaper].compactMap(\.self)
      + dossier.movement.layers.compactMap(\.paper)
    return instruments + own.compactMap { sentence(citing: $0) }
  }

  /// The law of a day as a paper names it, from the highest instrument down; what was not compared
  /// with its original is reported.
  mutating func instruments(on day: CivilDate) -> [String] {
    let references = packs.references(on: day)
    for reference in references where reference.certainty != .daDoiChieu {
      report(.referenceUnchecked(reference, at: dossier.period.origin))
    }
    return references.map(\.sentence)
  }

  /// The council's minutes, which a proposal cites behind the law; both texts are empty before the
  /// council has passed those on its list.
  func councilMinutes(on list: AwardList) -> JSONValue {
    let days = daysOfCouncil(passing: list)
    return [
      "ten": .string(days == nil ? "" : dossier.review.council.content?.name ?? ""),
      "ngay_hop": .string(days ?? ""),
    ]
  }

  /// The days of the meetings that passed those on a list, such as `ngày 18 tháng 02 năm 2027`, two
  /// of them joined by `và`; nil where none did.
  func daysOfCouncil(passing list: AwardList) -> String? {
    let verdict = CouncilVerdict(dossier.review, packs: packs)
    let sessions = verdict.sessions(passing: list.all.map(\.nomination.id))
    var days: [String] = []
    for session in sessions where !days.contains(session.date.longForm) {
      days.append(session.date.longForm)
    }
    guard let last = days.popLast() else { return nil }
    return days.isEmpty ? last : days.joined(separator: ", ") + " và " + last
  }

  /// A paper in full, such as `Quyết định số 1031/QĐ-UBND ngày 27 tháng 4 năm 2026 của UBND tỉnh
  /// Sơn La về …`; nil when a part is not known.
  mutating func sentence(citing paper: CitedPaper) -> String? {
    // The office's plan has its number in `van-ban.json` of the launch, not of this period.
    guard let number = paper.number, let date = paper.date, let issuer = paper.issuer,
      let subject = paper.subject
    else {
      report(.basisIncomplete(paper))
      return nil
    }
    return "\(paper.type) số \(number) \(date.longForm) của \(issuer) \(subject)"
  }
}

extension Diagnostic {
  fileprivate static func referenceUnchecked(
    _ reference: Reference, at place: Place
  ) -> Diagnostic {
    .info(
      Code("CO034"),
      "căn cứ “\(reference.sentence)” in trong văn bản chưa đối chiếu bản gốc"
        + (reference.remark.map { ": \($0)" } ?? ""),
      at: place, help: "đối chiếu số, ngày, tên với bản gốc trước khi trình ký")
  }

  fileprivate static func basisIncomplete(_ paper: CitedPaper) -> Diagnostic {
    let missing = [
      paper.number == nil ? "số" : nil, paper.date == nil ? "ngày" : nil,
      paper.issuer == nil ? "cơ quan ban hành" : nil, paper.subject == nil ? "trích yếu" : nil,
    ].compactMap(\.self).joined(separator: ", ")
    let name = [paper.type, paper.number, paper.subject].compactMap(\.self).joined(separator: " ")
    return .warning(
      Code("CO035"), "căn cứ “\(name)” chưa có \(missing), nên không in vào văn bản",
      at: paper.origin, help: "ghi đủ số, ngày, cơ quan và trích yếu của văn bản này")
  }
}
