import Diagnostics
import Dossier
import Regulations
import Vocabulary

/// A review with one nomination that meets every rule, in which each test changes one thing.
///
/// Days are texts, so that a test reads like the files a clerk writes.
struct Situation {
  var isCollective = false
  var award = AwardForm.giayKhen
  var level = Movement.Level.vanPhong
  var received: String? = "2026-12-05"
  var status: Nomination.Status?
  var achievements = [Span("TT-1", content: 4, "2026-05-01", "2026-11-30")]
  var initiatives: [String]? = []
  var exemplary: Bool? = true
  var united: Bool? = true
  var report: String? = "2026-12-01"
  var minutes: String? = "2026-12-02"
  var certificate: String?
  var finalRating: Rating? = .hoanThanhTot
  var provisionalRating: Rating?
  var votes: (ayes: Int, present: Int)? = (ayes: 8, present: 9)
  var incidents: [(Incident.Kind, from: String, to: String?, conclusion: String?)] = []
  var incidentsKnown = true
  var confirmed: String? = "2026-12-03"
  var register: [Row]? = []
  var countsTo: String? = "2026-11-30"
  var moment = Moment.hangNam
  var layers: [(Movement.Level, from: Int?, to: Int?)] = [
    (.tinh, 2026, 2030), (.vanPhong, 2026, 2030),
  ]
  var allowed: [AwardForm]? = [.giayKhen]
  /// The decision's and the tờ trình's list; nil is no row, and the day of the decision.
  var decided: [String]? = ["GK-01"]
  var decidedOn: String? = "2026-12-20"
  var submitted: [String]? = ["GK-01"]
  /// Whether the decision's row says whom it lists.
  var decisionListKnown = true
  /// Whether the council of seven has met, and how it voted on every nomination; nil is no vote.
  var councilMet = false
  var councilVote: (ayes: Int, written: Int?)? = (ayes: 7, written: nil)
  /// The office's own share of votes, in hundredths of a per cent.
  var passShare: Int?
  /// A second nomination of the same person, with these achievements.
  var second: [Span]?

  /// An achievement.
  struct Span {
    let id: String
    let content: Int
    let from: String
    let to: String

    init(_ id: String, content: Int, _ from: String, _ to: String) {
      self.id = id
      self.content = content
      self.from = from
      self.to = to
    }
  }

  /// A row of the register.
  struct Row {
    var decided = "2026-06-01"
    var achievements: [Span]?
    var isRevoked = false
  }

  /// The folder that findings name.
  static let folder = "ky/2026-hang-nam/"

  var nominee: Nominee { isCollective ? .unit(ID("TH")) : .person(ID("TH03")) }

  func dossier() -> Dossier {
    Dossier(
      office: Office(
        symbol: "VPUB", name: "Văn phòng", fullName: "Văn phòng", heading: [],
        authority: "CHÁNH VĂN PHÒNG", headPost: "Chánh Văn phòng", placeName: "Sơn La",
        advisingUnit: ID("TH"), medium: .electronic, functionPaper: nil, signers: [],
        accountant: nil, origin: .nowhere),
      units: [
        OfficeUnit(
          id: ID("TH"), name: "Phòng Tổng hợp", kind: .phong, symbol: "TH", head: nil,
          hasSeal: false, hasNumberSeries: false, heading: nil, function: nil, origin: .nowhere)
      ], people: [person], movement: movement,
      period: Period(
        id: "2026-hang-nam", name: "Xét hằng năm 2026", moment: moment, countsFrom: nil,
        countsTo: day(countsTo), deadline: nil, origin: place("dot.json", "")),
      plan: nil, unitPlans: [], documents: documents, review: review)
  }

  /// The decisions with the program's own packs.
  func decide() -> Diagnosed<[Decision]> {
    guard let packs = PackSet.embedded.value else { return Diagnosed(nil) }
    return Regulations.decide(dossier(), packs: packs)
  }

  /// What one rule says of the first nomination.
  func reason(_ rule: String) -> Reason? {
    decide().value?.on(ID("GK-01"))?.reasons.first { $0.rule == rule }
  }
}

extension Situation {
  private var person: Person {
    Person(
      id: ID("TH03"), name: "Lò Thị Xuân", sortName: nil, sex: .female, birthDate: nil,
      ethnicGroup: nil, unit: ID("TH"), post: "Chuyên viên", isLeader: false, category: .congChuc,
      management: .vanPhong, isPartyMember: nil, joined: nil, left: nil, nativePlace: nil,
      residence: nil, qualification: nil, duties: nil, history: [], origin: .nowhere)
  }

  private var movement: Movement {
    let origin = Place(file: "chung/phong-trao.json", pointer: "")
    return Movement(
      id: "dmst", name: "Đổi mới sáng tạo",
      layers: layers.enumerated().map { index, layer in
        Movement.Layer(
          level: layer.0, launchedBy: "", launchedOn: nil, paper: nil, fromYear: layer.from,
          toYear: layer.to, origin: origin.key("tang", String(index)))
      }, contents: [], criteria: [], awards: allowed.map { [(moment: moment, forms: $0)] } ?? [],
      prefersInitiatives: true, targets: [], origin: origin)
  }

  private var documents: [DocumentRow] {
    var rows: [DocumentRow] = []
    for (id, kind, list, date) in [
      ("ttr-gk", DocumentKind.toTrinhGiayKhen, submitted, "2026-12-10"),
      ("qd-gk", .quyetDinhKhenThuong, decided, decidedOn),
    ] as [(String, DocumentKind, [String]?, String?)] {
      guard let list else { continue }
      rows.append(
        DocumentRow(
          id: ID(id), kind: .own(kind), unit: nil, number: nil, date: day(date), year: nil,
          signer: nil, issuer: nil, signerName: nil,
          nominations: kind == .quyetDinhKhenThuong && !decisionListKnown
            ? nil : list.map { ID($0) },
          origin: place("van-ban.json", "/van_ban/\(rows.count)")))
    }
    return rows
  }

  private var nominations: [Nomination] {
    let first = nomination("GK-01", achievements, place("de-nghi.json", "/de_nghi/0"))
    guard let second else { return [first] }
    return [first, nomination("GK-02", second, place("de-nghi.json", "/de_nghi/1"))]
  }

  private func nomination(_ id: String, _ spans: [Span], _ origin: Place) -> Nomination {
    Nomination(
      id: ID(id), nominee: nominee, award: award, level: level, receivedOn: day(received),
      typedStatus: status, summary: nil, citation: nil,
      achievements: spans.enumerated().compactMap { index, span in
        guard let from = day(span.from), let to = day(span.to) else { return nil }
        return Nomination.Achievement(
          id: ID(span.id), content: span.content, criterion: nil, from: from, to: to, text: "",
          evidence: nil, origin: origin.key("thanh_tich", String(index)))
      }, initiatives: initiatives?.map { ID($0) },
      remark: .init(
        isExemplary: exemplary, isUnited: united, author: nil, date: nil,
        origin: origin.key("nhan_xet")),
      papers: .init(
        achievementReport: day(report), meetingMinutes: day(minutes),
        initiativeCertificate: day(certificate), origin: origin.key("giay_to")), origin: origin)
  }

  private var review: Review {
    Review(
      ratings: Recorded(ratings, origin: shared("xep-loai.json", "")),
      incidents: Recorded(
        incidentsKnown ? log : nil, origin: shared("su-viec.json", "")),
      initiatives: Recorded([], origin: shared("sang-kien.json", "")),
      register: Recorded(register.map(rows), origin: shared("so-khen-thuong.json", "")),
      officeRules: Recorded(officeRules, origin: place("quy-dinh.json", "")),
      unitMeetings: Recorded(meetings, origin: place("binh-xet.json", "")),
      nominations: Recorded(nominations, origin: place("de-nghi.json", "")),
      council: Recorded(councilMet ? council : nil, origin: place("hoi-dong.json", "")),
      ballot: Recorded(councilMet ? ballot : nil, origin: place("bo-phieu.json", "")))
  }

  private var officeRules: OfficeRules {
    OfficeRules(
      basis: nil, maxShares: [], maxCounts: [], minShareOfNonLeaders: nil, minServiceMonths: nil,
      maxAbsenceDays: nil, minCriteria: nil, quorum: nil,
      passShares: passShare.map { [(form: award, share: Quantity(hundredths: $0))] } ?? [],
      daysBeforeConference: nil, publicationWorkdays: nil, nameOrder: nil, collectivesFirst: nil,
      preferences: nil, hasInternalSubmission: nil, printsBangKhen: nil, decisionsStateMoney: nil,
      goldenBookRunsOn: nil, origin: place("quy-dinh.json", ""))
  }

  private var council: Council {
    let origin = place("hoi-dong.json", "")
    let ids = (1...7).map { ID<Person>("HD0\($0)") }
    return Council(
      name: "Hội đồng", founding: nil,
      members: ids.map { .init(person: $0, role: .uyVien, origin: origin) },
      sessions: day("2026-12-08").map { date in
        [
          .init(
            id: ID("HD-01"), date: date, start: nil, end: nil, venue: nil, chair: ids[0],
            secretary: ids[1], present: ids, absentees: [], method: .gioTay, tellers: nil,
            opinions: nil, conclusion: nil, origin: origin)
        ]
      } ?? [], origin: origin)
  }

  private var ballot: Ballot {
    let origin = place("bo-phieu.json", "")
    let votes = councilVote.map { vote in
      nominations.map {
        Ballot.Vote(
          nomination: $0.id, ayes: vote.ayes, noes: 0, writtenAyes: vote.written, origin: origin)
      }
    }
    return Ballot(
      session: ID("HD-01"), issued: 7, returned: 7, valid: 7, invalid: 0, written: nil,
      votes: votes ?? [], origin: origin)
  }

  private var ratings: [RatingList] {
    var lists: [RatingList] = []
    let origin = shared("xep-loai.json", "/nam/0")
    lists.append(
      RatingList(
        year: 2026, standing: .final(nil),
        entries: finalRating.map { [.init(nominee: nominee, rating: $0, origin: origin)] } ?? [],
        origin: origin))
    if let provisionalRating, let end = day("2026-11-30") {
      let origin = shared("xep-loai.json", "/tam_thoi/0")
      lists.append(
        RatingList(
          year: 2026, standing: .provisional(until: end, confirmedBy: ID("TH01")),
          entries: [.init(nominee: nominee, rating: provisionalRating, origin: origin)],
          origin: origin))
    }
    return lists
  }

  private var log: IncidentLog {
    IncidentLog(
      incidents: incidents.enumerated().compactMap { index, row in
        guard let from = day(row.from) else { return nil }
        return Incident(
          nominee: nominee, kind: row.0, measure: row.0 == .kyLuat ? .khienTrach : nil,
          from: from, to: day(row.to), paper: nil, text: nil, conclusion: row.conclusion,
          origin: shared("su-viec.json", "/su_viec/\(index)"))
      },
      confirmations: day(confirmed).map {
        [
          .init(
            unit: ID("TH"), date: $0, confirmedBy: ID("TH01"),
            origin: shared("su-viec.json", "/xac_nhan/0"))
        ]
      } ?? [])
  }

  private var meetings: [UnitMeeting] {
    guard let votes, let date = day("2026-12-02") else { return [] }
    let origin = place("binh-xet.json", "/cuoc_hop/0")
    return [
      UnitMeeting(
        unit: ID("TH"), date: date, start: nil, end: nil, venue: nil, chair: ID("TH01"),
        secretary: ID("TH06"), total: 9, present: votes.present, absentees: [], method: .gioTay,
        opinions: nil,
        votes: ["GK-01", "GK-02"].map {
          .init(nomination: ID($0), ayes: votes.ayes, noes: 0, origin: origin.key("ket_qua", "0"))
        }, origin: origin)
    ]
  }

  private func rows(_ rows: [Row]) -> [PastAward] {
    rows.enumerated().compactMap { index, row in
      guard let date = day(row.decided) else { return nil }
      let origin = shared("so-khen-thuong.json", "/khen_thuong/\(index)")
      let decision = PastAward.Decision(
        number: "12/QĐ-VPUB", date: date, issuer: nil, origin: origin)
      return PastAward(
        awardee: nominee, form: .giayKhen, type: .phongTrao, year: date.year, decision: decision,
        ordinal: nil, citation: nil,
        achievements: row.achievements?.compactMap { span in
          guard let from = day(span.from), let to = day(span.to) else { return nil }
          return .init(id: ID(span.id), content: span.content, from: from, to: to, origin: origin)
        }, initiatives: nil, amount: nil, fund: nil, presentedOn: nil,
        revocation: row.isRevoked
          ? .init(decision: decision, reason: "khai sai", origin: origin) : nil, origin: origin)
    }
  }

  private func day(_ text: String?) -> CivilDate? { text.flatMap { try? CivilDate($0) } }

  private func place(_ file: String, _ pointer: String) -> Place {
    Place(file: Self.folder + file, pointer: pointer)
  }

  private func shared(_ file: String, _ pointer: String) -> Place {
    Place(file: "ky/chung/" + file, pointer: pointer)
  }
}
