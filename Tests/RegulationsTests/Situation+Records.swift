import Diagnostics
import Dossier
import Regulations
import Vocabulary

// The records of a situation, made from its few words.

extension Situation {
  var person: Person {
    Person(
      id: ID("TH03"), name: "Lò Thị Xuân", sortName: nil, sex: sex, birthDate: nil,
      ethnicGroup: nil, unit: ID("TH"), post: "Chuyên viên", isLeader: false, category: .congChuc,
      management: .vanPhong, isPartyMember: nil, joined: day(joined), left: nil, nativePlace: nil,
      residence: nil, qualification: nil, duties: nil, history: [],
      origin: shared("nhan-su.json", "/nguoi/0"))
  }

  func person(of colleague: Colleague) -> Person {
    Person(
      id: ID(colleague.id), name: colleague.name, sortName: nil, sex: colleague.sex,
      birthDate: day(colleague.born), ethnicGroup: nil, unit: ID("TH"), post: "Chuyên viên",
      isLeader: colleague.isLeader, category: .congChuc, management: .vanPhong,
      isPartyMember: nil, joined: nil, left: nil, nativePlace: nil, residence: nil,
      qualification: nil, duties: nil, history: [], origin: shared("nhan-su.json", "/nguoi/1"))
  }

  var movement: Movement {
    let origin = Place(file: "chung/phong-trao.json", pointer: "")
    return Movement(
      id: "dmst", name: "Đổi mới sáng tạo",
      layers: layers.enumerated().map { index, layer in
        Movement.Layer(
          level: layer.0, launchedBy: "", launchedOn: nil, paper: nil, fromYear: layer.from,
          toYear: layer.to, origin: origin.key("tang", String(index)))
      }, contents: [],
      criteria: (1...5).map { .init(number: $0, name: "", origin: origin) },
      awards: allowed.map { [(moment: moment, forms: $0)] } ?? [],
      prefersInitiatives: true, targets: [], origin: origin)
  }

  var documents: [DocumentRow] {
    var rows: [DocumentRow] = []
    for (id, kind, list, date) in [
      ("ttr-gk", DocumentKind.toTrinhGiayKhen, submitted, "2026-12-10"),
      ("qd-gk", .quyetDinhKhenThuong, decided, decidedOn),
    ] as [(String, DocumentKind, [String]?, String?)] {
      guard let list else { continue }
      rows.append(
        DocumentRow(
          id: ID(id), kind: .own(kind), unit: nil,
          number: kind == .quyetDinhKhenThuong ? decisionNumber : nil, date: day(date), year: nil,
          signer: kind == .quyetDinhKhenThuong ? decisionSigner.map { ID($0) } : nil, issuer: nil,
          signerName: nil,
          nominations: kind == .quyetDinhKhenThuong && !decisionListKnown
            ? nil : list.map { ID($0) },
          origin: place("van-ban.json", "/van_ban/\(rows.count)")))
    }
    if let sentOn {
      rows.append(
        DocumentRow(
          id: ID("ttr-bk"), kind: .own(.toTrinhBangKhen), unit: nil, number: nil,
          date: day(sentOn), year: nil, signer: nil, issuer: nil, signerName: nil, nominations: [],
          origin: place("van-ban.json", "/van_ban/\(rows.count)")))
    }
    return rows
  }

  var nominations: [Nomination] {
    var rows = [nomination("GK-01", achievements, place("de-nghi.json", "/de_nghi/0"))]
    if let second {
      rows.append(nomination("GK-02", second, place("de-nghi.json", "/de_nghi/1")))
    }
    if colleagueNominated, let colleague = colleagues.first {
      let origin = place("de-nghi.json", "/de_nghi/\(rows.count)")
      rows.append(
        nomination(
          "GK-03", [.init("TT-3", content: 5, "2026-05-01", "2026-11-30")], origin,
          of: .person(ID(colleague.id)), isReported: colleague.isReported))
    }
    return rows
  }

  func nomination(
    _ id: String, _ spans: [Span], _ origin: Place, of other: Nominee? = nil,
    isReported: Bool = true
  ) -> Nomination {
    Nomination(
      id: ID(id), nominee: other ?? nominee, award: award, level: level, receivedOn: day(received),
      typedStatus: status, summary: nil, citation: nil,
      achievements: spans.enumerated().compactMap { index, span in
        guard let from = day(span.from), let to = day(span.to) else { return nil }
        return Nomination.Achievement(
          id: ID(span.id), content: span.content, criterion: criterion, from: from, to: to,
          text: "",
          evidence: nil, origin: origin.key("thanh_tich", String(index)))
      }, initiatives: initiatives?.map { ID($0) },
      remark: .init(
        isExemplary: exemplary, isUnited: united, author: remarkedBy.map { ID($0) }, date: nil,
        origin: origin.key("nhan_xet")),
      papers: .init(
        achievementReport: isReported ? day(report) : nil, meetingMinutes: day(minutes),
        initiativeCertificate: day(certificate), origin: origin.key("giay_to")), origin: origin)
  }

  var review: Review {
    Review(
      ratings: Recorded(ratings, origin: shared("xep-loai.json", "")),
      incidents: Recorded(
        incidentsKnown ? log : nil, origin: shared("su-viec.json", "")),
      initiatives: Recorded(initiativeList, origin: shared("sang-kien.json", "")),
      register: Recorded(
        register.map { rows($0) + titleRows }, origin: shared("so-khen-thuong.json", "")),
      officeRules: Recorded(officeRules, origin: place("quy-dinh.json", "")),
      unitMeetings: Recorded(meetings, origin: place("binh-xet.json", "")),
      nominations: Recorded(nominations, origin: place("de-nghi.json", "")),
      council: Recorded(councilMet ? council : nil, origin: place("hoi-dong.json", "")),
      ballots: Recorded(councilMet ? [ballot] : nil, origin: place("bo-phieu.json", "")))
  }

  var officeRules: OfficeRules {
    OfficeRules(
      basis: own.basis, maxShares: [],
      maxCounts: own.maxPeople.map {
        [
          .init(
            form: award, collectives: nil, individuals: $0,
            origin: place("quy-dinh.json", "/so_luong_toi_da"))
        ]
      } ?? [],
      minShareOfNonLeaders: own.minNonLeaders.map { Quantity(hundredths: $0 * 100) },
      minServiceMonths: own.minServiceMonths, maxAbsenceDays: own.maxAbsenceDays,
      minCriteria: own.minCriteria,
      quorum: own.quorum.map { .init(numerator: $0.0, denominator: $0.1) },
      passShares: passShare.map { [(form: award, share: Quantity(hundredths: $0))] } ?? [],
      daysBeforeConference: own.daysBeforeConference,
      publicationWorkdays: own.publicationWorkdays, nameOrder: nil, collectivesFirst: nil,
      preferences: own.preferences, hasInternalSubmission: nil, printsBangKhen: nil,
      decisionsStateMoney: nil,
      goldenBookRunsOn: nil, origin: place("quy-dinh.json", ""))
  }

  var council: Council {
    let origin = place("hoi-dong.json", "")
    let ids = (1...7).map { ID<Person>("HD0\($0)") }
    return Council(
      name: "Hội đồng", founding: nil,
      members: ids.map { .init(person: $0, role: .uyVien, origin: origin) },
      sessions: day("2026-12-08").map { date in
        [
          .init(
            id: ID("HD-01"), date: date, start: nil, end: nil, venue: nil, chair: ids[0],
            secretary: ids[1], present: Array(ids.prefix(councilPresent)),
            absentees: ids.suffix(7 - councilPresent).enumerated().map { index, id in
              .init(
                who: .person(id), reason: nil,
                writtenOpinion: index < councilWritten ? date : nil, origin: origin)
            }, method: .gioTay, tellers: nil,
            opinions: nil, conclusion: nil, origin: origin)
        ]
      } ?? [], origin: origin)
  }

  var ballot: Ballot {
    let origin = place("bo-phieu.json", "")
    let votes = councilVote.map { vote in
      nominations.filter { $0.id != ID("GK-03") || colleagues[0].isVoted }.map { nomination in
        Ballot.Vote(
          nomination: nomination.id,
          ayes: nomination.id == ID("GK-03") ? colleagues[0].ayes : vote.ayes, noes: 0,
          writtenAyes: vote.written, origin: origin)
      }
    }
    return Ballot(
      session: ID("HD-01"), issued: 7, returned: 7, valid: 7, invalid: 0, written: nil,
      votes: votes ?? [], origin: origin)
  }

  var ratings: [RatingList] {
    var lists: [RatingList] = []
    let origin = shared("xep-loai.json", "/nam/0")
    lists.append(
      RatingList(
        year: 2026, standing: .final(nil),
        entries: (finalRating.map { [.init(nominee: nominee, rating: $0, origin: origin)] } ?? [])
          + (isCollective
            ? [.init(nominee: .person(person.id), rating: .hoanThanhTot, origin: origin)] : [])
          + colleagues.map {
            .init(nominee: .person(ID($0.id)), rating: $0.rating, origin: origin)
          }, origin: origin))
    for year in earlierRatings.keys.sorted() {
      lists.append(
        RatingList(
          year: year, standing: .final(nil),
          entries: [.init(nominee: nominee, rating: earlierRatings[year], origin: origin)],
          origin: origin))
    }
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

  var log: IncidentLog {
    IncidentLog(
      incidents: incidents.enumerated().compactMap { index, row in
        guard let from = day(row.from) else { return nil }
        return Incident(
          nominee: nominee, kind: row.0, measure: row.0 == .kyLuat ? .khienTrach : nil,
          from: from, to: day(row.to), paper: nil, text: nil, conclusion: row.conclusion,
          origin: shared("su-viec.json", "/su_viec/\(index)"))
      }
        + colleagues.compactMap { colleague in
          guard let measure = colleague.measure, let from = day("2026-03-01") else { return nil }
          return Incident(
            nominee: .person(ID(colleague.id)), kind: .kyLuat, measure: measure, from: from,
            to: nil,
            paper: nil, text: nil, conclusion: nil, origin: shared("su-viec.json", "/su_viec/9"))
        },
      confirmations: day(confirmed).map {
        [
          .init(
            unit: ID("TH"), date: $0, confirmedBy: ID("TH01"),
            origin: shared("su-viec.json", "/xac_nhan/0"))
        ]
      } ?? [])
  }

  var meetings: [UnitMeeting] {
    guard let votes, let date = day("2026-12-02") else { return [] }
    let origin = place("binh-xet.json", "/cuoc_hop/0")
    return [
      UnitMeeting(
        unit: ID("TH"), date: date, start: nil, end: nil, venue: nil, chair: ID(meetingChair),
        secretary: ID("TH06"), total: 9, present: votes.present, absentees: [], method: .gioTay,
        opinions: nil,
        votes: ["GK-01", "GK-02", "GK-03"].map {
          .init(nomination: ID($0), ayes: votes.ayes, noes: 0, origin: origin.key("ket_qua", "0"))
        }, origin: origin)
    ]
  }

  var initiativeList: [Initiative] {
    (recognised + usedInRegister).map { id in
      Initiative(
        id: ID(id), name: "Sáng kiến \(id)",
        authors: [.init(person: ID("TH03"), share: 100, origin: .nowhere)], contents: nil,
        scope: .coSo,
        recognition: CitedPaper(
          type: "Quyết định", number: "88/QĐ-VPUB", symbol: nil, date: nil, year: nil, issuer: nil,
          subject: nil, origin: .nowhere), effect: nil, origin: shared("sang-kien.json", ""))
    }
  }

  /// The titles, and an award of somebody else that used initiatives.
  var titleRows: [PastAward] {
    var rows = titles.enumerated().compactMap { index, title in
      row(
        .person(ID(title.0)), title.1, title.3, title.2, [],
        shared("so-khen-thuong.json", "/khen_thuong/\(10 + index)"))
    }
    if !usedInRegister.isEmpty,
      let row = row(
        .person(ID("TH09")), .giayKhen, .phongTrao, 2026, usedInRegister,
        shared("so-khen-thuong.json", "/khen_thuong/9"))
    {
      rows.append(row)
    }
    return rows
  }

  func row(
    _ awardee: Nominee, _ form: AwardForm, _ type: CommendationType, _ year: Int,
    _ initiatives: [String], _ origin: Place
  ) -> PastAward? {
    guard let date = day("2026-06-01") else { return nil }
    return PastAward(
      awardee: awardee, form: form, type: type, year: year,
      decision: .init(number: "40/QĐ-VPUB", date: date, issuer: nil, origin: origin), ordinal: nil,
      citation: nil, achievements: [], initiatives: initiatives.map { ID($0) }, amount: nil,
      fund: nil, presentedOn: nil, revocation: nil, origin: origin)
  }

  func rows(_ rows: [Row]) -> [PastAward] {
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

  func day(_ text: String?) -> CivilDate? { text.flatMap { try? CivilDate($0) } }

  func place(_ file: String, _ pointer: String) -> Place {
    Place(file: Self.folder + file, pointer: pointer)
  }

  func shared(_ file: String, _ pointer: String) -> Place {
    Place(file: "ky/chung/" + file, pointer: pointer)
  }
}
