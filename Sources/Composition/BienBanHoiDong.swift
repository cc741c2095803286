internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Biên bản họp Hội đồng: how the council dealt with the nominations at one meeting.
extension Composer {
  /// One order for each meeting, in the order of the file.
  mutating func bienBanHoiDong() -> [DocumentOrder] {
    guard let council = dossier.review.council.content else { return [] }
    var orders: [DocumentOrder] = []
    for (index, session) in council.sessions.enumerated() {
      let row = row(.bienBanHoiDong, of: session)
      check(session, of: council, row: row)
      if let order = minutes(of: session, council, row: row, place: index + 1) {
        orders.append(order)
      }
    }
    return orders
  }

  /// The row of a paper of a meeting; where there is one meeting it need not name it.
  func row(_ kind: DocumentKind, of session: Council.Session) -> DocumentRow? {
    let rows = dossier.documents(of: kind)
    let isOnly = dossier.review.council.content?.sessions.count == 1
    return rows.first { $0.session == session.id }
      ?? rows.first { $0.session == nil && isOnly }
  }

  /// The votes of a meeting with their nominations, in the order of the file; nil while they are
  /// not known.
  func votes(
    of session: Council.Session
  ) -> [(vote: Ballot.Vote, nomination: Nomination)]? {
    dossier.review.ballot(of: session.id)?.votes.compactMap { vote in
      dossier.review.nomination(vote.nomination).map { (vote, $0) }
    }
  }

  private mutating func minutes(
    of session: Council.Session, _ council: Council, row: DocumentRow?, place: Int
  ) -> DocumentOrder? {
    let votes = votes(of: session)
    if votes == nil { report(.votesUnknown(session, at: dossier.review.ballots.origin)) }
    let isComplete = reportBlanks(
      [
        (key: "bat_dau", what: "giờ bắt đầu", isMissing: session.start == nil),
        (key: "ket_thuc", what: "giờ kết thúc", isMissing: session.end == nil),
        (key: "dia_diem", what: "địa điểm", isMissing: session.venue == nil),
        (key: "y_kien", what: "ý kiến thảo luận", isMissing: session.opinions == nil),
      ], in: "biên bản phiên họp \(session.id) của Hội đồng", at: session.origin)
    let head = minutesHead(
      .bienBanHoiDong, by: Issuer(council, of: dossier.office, hasNumber: row?.number != nil),
      subject: "Họp \(council.name) xét \(dossier.period.occasionInTitle)", row: row,
      day: session.date,
      isComplete: isComplete && votes != nil, origin: dossier.period.origin)
    let isCounted = session.method == .boPhieuKin && session.tellers != nil && votes != nil
    let verdict = CouncilVerdict(dossier.review, packs: packs)
    let ballot = dossier.review.ballot(of: session.id)
    let passed = (votes ?? []).map(\.nomination)
      .filter { verdict.on($0.id, in: ballot) == .passed }
    let body: [JSONValue.Member] =
      councilMembers(council, session) + [
        .init("don_vi_tham_muu", advisingUnit),
        .init("tham_dinh", counts(appraisals(before: session))),
        .init("cach_bieu_quyet", .string(session.method.label)),
        .init("la_phieu_kin", JSONValue(.boolean(isCounted))),
        .init("biet_y_kien", JSONValue(.boolean(session.opinions != nil))),
        .init(
          "y_kien",
          .array(
            (session.opinions ?? []).map { opinion in
              [
                "nguoi": participant(opinion.person, on: session.date),
                "noi_dung": .string(opinion.text),
              ]
            })),
        .init(
          "khoi",
          blocks(votes ?? [], on: session.date, by: \.nomination.nominee) { line in
            councilLine(
              line.vote, line.nomination, council,
              isPassed: verdict.on(line.nomination.id, in: ballot) == .passed)
          }),
        .init("thong_nhat", counts(passed)),
        .init("ket_luan", .string(session.conclusion ?? "")),
        .init(
          "ky",
          [
            "thu_ky": .string(dossier.name(of: .person(session.secretary))),
            "chu_toa": .string(dossier.name(of: .person(session.chair))),
          ]),
      ]
    return order(
      .bienBanHoiDong, place: place, name: session.id.text, subject: nil, head: head, body: body,
      origin: session.origin)
  }

  /// What all papers of a meeting of the council say of it and of who took part.
  func councilMembers(_ council: Council, _ session: Council.Session) -> [JSONValue.Member] {
    let here = Set(session.present)
    let present = council.members.filter { here.contains($0.person) }
    let others = present.filter { $0.person != session.chair && $0.person != session.secretary }
    return [
      .init(
        "hoi_dong",
        ["ten": .string(council.name), "thanh_lap": .string(council.founding?.shortCitation ?? "")]),
      .init("dot", .string(dossier.period.occasion)),
      .init("hop", times(session.start, session.end, on: session.date, venue: session.venue)),
      .init("chu_tri", member(session.chair, of: council, on: session.date)),
      .init("thu_ky", member(session.secretary, of: council, on: session.date)),
      .init(
        "uy_vien", .array(others.map { member($0.person, of: council, on: session.date) })),
      .init(
        "du_hop",
        [
          "tong_so": .integer(council.members.count), "co_mat": .integer(present.count),
          "vang": .integer(council.members.count - present.count),
          "nguoi_vang": absentees(session.absentees),
        ]),
    ]
  }

  /// A participant with the role in the council; empty for who is no member.
  func member(_ id: ID<Person>, of council: Council, on day: CivilDate) -> JSONValue {
    let person = participant(id, on: day)
    let role = council.members.first { $0.person == id }?.role.label
    return [
      "ten": person["ten"] ?? "", "chuc_vu": person["chuc_vu"] ?? "",
      "vai_tro": .string(role ?? ""),
    ]
  }

  private func councilLine(
    _ vote: Ballot.Vote, _ nomination: Nomination, _ council: Council, isPassed: Bool
  ) -> JSONValue {
    let ayes = vote.ayes + (vote.writtenAyes ?? 0)
    return [
      "ten": .string(dossier.name(of: nomination.nominee)),
      "chuc_vu_don_vi": .string(post(of: nomination)),
      "hinh_thuc": .string(nomination.award.label),
      "dong_y": .string("\(ayes)/\(council.members.count)"),
      "ty_le": .string(Self.share(ayes, of: council.members.count)),
      "thong_qua": JSONValue(.boolean(isPassed)),
    ]
  }

  private func counts(_ appraisals: [Appraisal]) -> JSONValue {
    func count(_ outcome: RuleOutcome) -> JSONValue {
      .integer(appraisals.count { $0.outcome == outcome })
    }
    return [
      "tong_so": .integer(appraisals.count), "du": count(.met), "chua_du": count(.unmet),
      "bo_sung": count(.undecided),
    ]
  }
}

extension Issuer {
  /// The council, under the office; its number, where a paper has one, bears the first letters of
  /// its name, such as `HĐTĐKT`.
  init(_ council: Council, of office: Office, hasNumber: Bool) {
    var name = council.name
    for end in [office.name, office.shortName] where name.hasSuffix(" \(end)") {
      name = String(name.dropLast(end.count + 1))
    }
    let initials = name.split(separator: " ").compactMap(\.first).filter(\.isLetter)
    self.init(
      lines: [office.name.uppercased(), Self.broken(name.uppercased())],
      symbol: hasNumber ? String(initials).uppercased() : nil, isUnit: true)
  }

  /// A name that needs two lines broken after its first two words, the kind of body, so that no
  /// word stands alone in the second line.
  private static func broken(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 3,
      TextWidth.width(name, bold: true, points: 12) > .millimetres(68)
    else { return name }
    return words.prefix(2).joined(separator: " ") + " "
      + words.dropFirst(2).joined(separator: "\u{A0}")
  }
}

extension CitedPaper {
  /// The paper with number and day as running text names it; nil while one is not known.
  var shortCitation: String? {
    guard let number, let date else { return nil }
    return "\(type) số \(number) ngày \(date.shortForm)"
  }
}

extension Council.Role {
  /// The role as minutes name it.
  var label: String {
    switch self {
    case .chuTich: "Chủ tịch Hội đồng"
    case .phoChuTich: "Phó Chủ tịch Hội đồng"
    case .uyVien: "Ủy viên Hội đồng"
    case .uyVienThuKy: "Ủy viên, Thư ký Hội đồng"
    }
  }
}

extension Diagnostic {
  fileprivate static func votesUnknown(_ session: Council.Session, at place: Place) -> Diagnostic {
    .warning(
      Code("CO075"),
      "chưa biết kết quả biểu quyết của phiên họp \(session.id), nên biên bản không có bảng kết quả",
      at: place, help: "ghi kết quả của phiên này vào bo-phieu.json")
  }
}
