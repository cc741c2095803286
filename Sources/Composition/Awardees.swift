internal import Diagnostics
internal import Dossier
internal import Regulations
internal import Vocabulary

/// One who is given an award by a paper, as its list, the certificate and the register name them.
struct Awardee {
  /// The nomination behind it.
  let nomination: Nomination
  /// The number in the list of the paper, from 1; it is the number in the golden book.
  let ordinal: Int
  /// The block the number belongs to where numbers start anew in each; nil where they run on.
  let block: Int?
  /// The name with `Ông` or `Bà` before a person's.
  let name: String
  /// The post and the unit of a person; empty for a collective.
  let post: String

  /// The number as the certificate prints it (số sổ vàng), such as `02`, or `II.02` where
  /// numbers start anew in each block.
  var goldenBookNumber: String { Self.goldenBookNumber(ordinal: ordinal, block: block) }

  /// A number of the golden book, in a block where numbers start anew in each.
  static func goldenBookNumber(ordinal: Int, block: Int?) -> String {
    let number = ordinal < 10 ? "0\(ordinal)" : String(ordinal)
    return block.map { "\(String(repeating: "I", count: $0)).\(number)" } ?? number
  }
}

/// Those whom one paper gives or proposes an award, in the order of its list.
struct AwardList {
  /// The row of `van-ban.json` that names them.
  let row: DocumentRow
  /// The collectives (tập thể).
  let collectives: [Awardee]
  /// The individuals (cá nhân).
  let people: [Awardee]
  /// Whether the collectives stand before the individuals.
  let collectivesFirst: Bool

  /// All, in the order of the list.
  var all: [Awardee] { collectivesFirst ? collectives + people : people + collectives }
}

extension Composer {
  /// The rows of a kind with their lists; a row whose list is not known or empty is reported.
  ///
  /// Who stands in a list is the clerk's word, checked by `Regulations`; the order inside a block
  /// is that of the row. Where a list or the whole row is missing, the one that could stand there
  /// is proposed, ready to be copied.
  mutating func awardLists(_ kind: DocumentKind) -> [AwardList] {
    let rows = dossier.documents(of: kind)
    // A row whose list is not known may be meant for any of them.
    let listed = rows.map { awards(on: $0) }
    for award in kind.awards where !listed.contains(where: { $0.isEmpty || $0.contains(award) }) {
      let ready = ready(for: [award])
      if ready.isEmpty || waitsForProposal(kind) { continue }
      report(
        .awardRowMissing(
          kind, award, ready, period: dossier.period, at: place(ofFile: "van-ban.json")))
    }
    return rows.compactMap { row in
      let nominations = (row.nominations ?? []).compactMap(dossier.review.nomination)
      guard !nominations.isEmpty else {
        report(.listUnknown(row, ready(for: kind.awards)))
        return nil
      }
      return awardList(of: nominations, on: row)
    }
  }

  /// The awards that the list of a row names.
  func awards(on row: DocumentRow) -> Set<AwardForm> {
    Set((row.nominations ?? []).compactMap { dossier.review.nomination($0)?.award })
  }

  /// The nominations for some awards that met every rule and that the council passed, in the
  /// order of lists.
  private func ready(for awards: [AwardForm]) -> [ID<Nomination>] {
    let verdict = CouncilVerdict(dossier.review, packs: packs)
    let nominations = (dossier.review.nominations.content ?? []).filter { nomination in
      awards.contains(nomination.award) && decision(on: nomination.id)?.outcome == .met
        && verdict.on(nomination.id) == .passed
    }
    return NameOrder(of: dossier).sorted(nominations, by: \.nominee).map(\.id)
  }

  /// True for the decision while the tờ trình before it is not there: one step at a time.
  private func waitsForProposal(_ kind: DocumentKind) -> Bool {
    kind == .quyetDinhKhenThuong && dossier.documents(of: .toTrinhGiayKhen).isEmpty
      && dossier.review.officeRules.content?.hasInternalSubmission ?? true
  }

  /// A list with its numbers; collectives stand first unless the office says otherwise.
  private mutating func awardList(
    of nominations: [Nomination], on row: DocumentRow
  ) -> AwardList {
    let rules = dossier.review.officeRules.content
    let collectivesFirst = rules?.collectivesFirst ?? true
    let runsOn = rules?.goldenBookRunsOn ?? true
    let first = nominations.filter { $0.nominee.isCollective == collectivesFirst }
    let second = nominations.filter { $0.nominee.isCollective != collectivesFirst }
    if (first + second).map(\.id) != nominations.map(\.id) {
      report(.blocksMixed(row, collectivesFirst: collectivesFirst))
    }
    let isSingle = first.isEmpty || second.isEmpty
    func numbered(_ part: [Nomination], block: Int, after: Int) -> [Awardee] {
      part.enumerated().map { index, nomination in
        Awardee(
          nomination: nomination, ordinal: (runsOn ? after : 0) + index + 1,
          block: runsOn || isSingle ? nil : block,
          name: VietnameseText.capitalised(called(nomination.nominee)), post: post(of: nomination))
      }
    }
    let upper = numbered(first, block: 1, after: 0)
    let lower = numbered(second, block: 2, after: first.count)
    return AwardList(
      row: row, collectives: collectivesFirst ? upper : lower,
      people: collectivesFirst ? lower : upper, collectivesFirst: collectivesFirst)
  }

  /// The nominee as running text names them: with `ông` or `bà` before a person.
  func called(_ nominee: Nominee) -> String {
    let name = dossier.name(of: nominee)
    guard case .person(let id) = nominee, let person = dossier.person(id) else { return name }
    return "\(person.sex == .male ? "ông" : "bà") \(name)"
  }

  /// The post and the unit that a person had when the dossier came in; empty for a collective.
  ///
  /// A leader of the office has the post alone: `Lãnh đạo Văn phòng` is no unit one works in.
  func post(of nomination: Nomination) -> String {
    post(of: nomination.nominee, on: nomination.receivedOn)
  }

  /// The post and the unit that a person had on a day, or has now where there is none.
  func post(of nominee: Nominee, on day: CivilDate?) -> String {
    guard case .person(let id) = nominee, let person = dossier.person(id) else {
      return ""
    }
    let place = person.employment(on: day)
    let unit = dossier.unit(place.unit)
    return unit?.kind == .lanhDao ? place.post : "\(place.post), \(unit?.name ?? place.unit.text)"
  }
}

extension DocumentKind {
  /// The awards that papers of this kind propose, or give by our own decision.
  var awards: [AwardForm] {
    switch self {
    case .toTrinhGiayKhen, .quyetDinhKhenThuong: [.giayKhen]
    case .toTrinhBangKhen: [.bangKhenTinh]
    case .toTrinhCapTren: [.bangKhenThuTuong, .coThiDuaTinh, .coThiDuaChinhPhu]
    default: []
    }
  }
}

extension Diagnostic {
  fileprivate static func listUnknown(
    _ row: DocumentRow, _ ready: [ID<Nomination>]
  ) -> Diagnostic {
    let help =
      ready.isEmpty
      ? "ghi mã các đề nghị đạt và được Hội đồng thông qua vào “de_nghi”, theo thứ tự in"
      : "xem lại rồi ghi \(listed(ready)) vào dòng này"
    return .warning(
      Code("CO030"), "dòng “\(row.id)” chưa có danh sách đề nghị, nên chưa soạn được văn bản này",
      at: row.origin.key("de_nghi"), help: help)
  }

  fileprivate static func awardRowMissing(
    _ kind: DocumentKind, _ award: AwardForm, _ ready: [ID<Nomination>], period: Period,
    at place: Place
  ) -> Diagnostic {
    let year = period.usualYear
    let isOnly = kind.awards.count == 1
    let id = kind.rawValue + (isOnly ? "" : "-" + award.rawValue.replacing("_", with: "-"))
    let what = kind.facts.name + (isOnly ? "" : " (\(award.label))")
    return .warning(
      Code("CO030"),
      "van-ban.json chưa có dòng cho \(what); \(ready.count) đề nghị đạt đã được Hội đồng "
        + "thông qua",
      at: place,
      help: "xem lại rồi thêm dòng { \"ma\": \"\(id)\", \"loai\": \"\(kind.rawValue)\", "
        + "\"so\": null, \"ngay\": null, \"nam\": \(year.map(String.init) ?? "null"), "
        + "\(listed(ready)) }")
  }

  private static func listed(_ ids: [ID<Nomination>]) -> String {
    "\"de_nghi\": [\(ids.map { "\"\($0)\"" }.joined(separator: ", "))]"
  }

  fileprivate static func blocksMixed(_ row: DocumentRow, collectivesFirst: Bool) -> Diagnostic {
    .warning(
      Code("CO031"),
      "thứ tự ở “de_nghi” của dòng “\(row.id)” xen kẽ tập thể và cá nhân; danh sách in "
        + (collectivesFirst ? "tập thể trước, cá nhân sau" : "cá nhân trước, tập thể sau"),
      at: row.origin.key("de_nghi"),
      help: "xếp lại “de_nghi” theo đúng thứ tự in, vì số thứ tự là số sổ vàng")
  }
}
