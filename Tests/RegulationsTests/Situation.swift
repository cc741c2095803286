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
  /// The criterion that every achievement names, of the Plan's five.
  var criterion: Int? = 4
  var sex = Person.Sex.female
  var remarkedBy: String? = "TH01"
  var sentence: String? = "Đã có thành tích trong Phong trào thi đua năm 2026"
  /// What the office's own rules set.
  var own = OwnRules()
  /// The colleagues of the nominee in the unit; the first one is nominated as `GK-03` when said.
  var colleagues: [Colleague] = []
  var colleagueNominated = false
  /// Titles in the register: who, which, for which year, as what kind of award.
  var titles: [(String, AwardForm, Int, CommendationType)] = []
  /// Final ratings of the nominee in the years before.
  var earlierRatings: [Int: Rating] = [:]
  /// Recognised initiatives of the nominee, and those that an award of the register used.
  var recognised: [String] = []
  var usedInRegister: [String] = []
  var joined: String? = "2015-06-01"
  var deadline: String?
  var conference: String?
  var publication: (from: String, to: String)?
  /// The tờ trình to the province: its day; nil is no row.
  var sentOn: String??
  var decisionNumber: String? = "412"
  var decisionSigner: String? = "LD01"
  /// Who may sign for the office, and until when.
  var signsUntil: String?
  /// The members of the council at its meeting, and those who sent their opinion.
  var councilPresent = 7
  var councilWritten = 0
  /// Who chairs the meeting of the unit.
  var meetingChair = "TH01"

  /// The office's own rules; nil is off.
  struct OwnRules {
    var basis: String?
    var minServiceMonths: Int?
    var maxAbsenceDays: Int?
    var minCriteria: Int?
    var quorum: (Int, Int)?
    var maxPeople: Int?
    var minNonLeaders: Int?
    var preferences: [OfficeRules.Preference]?
    var daysBeforeConference: Int?
    var publicationWorkdays: Int?
  }

  /// A colleague.
  struct Colleague {
    var id: String
    var name = "Vàng A Chá"
    var sex = Person.Sex.male
    var born: String?
    var rating: Rating? = .hoanThanhTot
    var isLeader = false
    var ayes = 7
    var isReported = true
    var isVoted = true
    /// A disciplinary measure of the year reviewed.
    var measure: Incident.Measure?
  }

  /// So many colleagues in the unit of the nominee.
  static func colleagues(_ count: Int) -> [Colleague] {
    (0..<count).map { Colleague(id: "TH1\($0)") }
  }

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
        advisingUnit: ID("TH"), medium: .electronic, functionPaper: nil,
        signers: [
          .init(
            person: ID("LD01"), post: "Chánh Văn phòng", signsForHead: false, from: nil,
            to: day(signsUntil), origin: .nowhere)
        ], accountant: nil, origin: .nowhere),
      units: [
        OfficeUnit(
          id: ID("TH"), name: "Phòng Tổng hợp", kind: .phong, symbol: "TH", head: nil,
          hasSeal: false, hasNumberSeries: false, heading: nil, function: nil, origin: .nowhere)
      ], people: [person] + colleagues.map(person(of:)), movement: movement,
      period: Period(
        id: "2026-hang-nam", name: "Xét hằng năm 2026", moment: moment, countsFrom: nil,
        countsTo: day(countsTo), deadline: day(deadline),
        publication: publication.flatMap { days in
          guard let from = day(days.from), let to = day(days.to) else { return nil }
          return .init(
            from: from, to: to, venue: nil, opinions: nil, origin: place("dot.json", "/cong_khai"))
        },
        conference: .init(
          date: day(conference), start: nil, venue: nil, origin: place("dot.json", "/hoi_nghi")),
        citations: sentence.map { [(form: award, text: $0)] } ?? [],
        origin: place("dot.json", "")),
      plan: nil, unitPlans: [], documents: documents, review: review)
  }

  /// The decisions with the program's own packs.
  func decide() -> Diagnosed<[Decision]> {
    guard let packs = PackSet.embedded.value else { return Diagnosed(nil) }
    return Regulations.decide(dossier(), packs: packs)
  }

  /// What one rule says, first of the first nomination, else of whatever it is about.
  func reason(_ rule: String) -> Reason? {
    let decisions = decide().value ?? []
    let first = decisions.on(ID("GK-01"))?.reasons ?? []
    return (first + decisions.flatMap(\.reasons)).first { $0.rule == rule }
  }
}
