import Diagnostics
import Dossier
import Testing

@testable import Composition

@Suite("Order of names in lists")
struct NameOrderTests {
  private static func person(
    _ id: String, _ name: String, sortName: String? = nil, isLeader: Bool = false,
    history: [Person.Service] = []
  ) -> Person {
    Person(
      id: ID(id), name: name, sortName: sortName, sex: .female, birthDate: nil, ethnicGroup: nil,
      unit: ID(String(id.prefix { $0.isLetter })), post: "Chuyên viên", isLeader: isLeader,
      category: .congChuc, management: .vanPhong, isPartyMember: nil, joined: nil, left: nil,
      nativePlace: nil, residence: nil, qualification: nil, duties: nil, history: history,
      origin: .nowhere)
  }

  /// A dossier with these people and the sample's units, and these rules of the office.
  private static func dossier(
    _ people: [Person], _ order: OfficeRules.NameOrder? = nil, collectivesFirst: Bool? = nil
  ) -> Dossier {
    let base = Sample().dossier
    let rules = OfficeRules(
      basis: nil, maxShares: [], maxCounts: [], minShareOfNonLeaders: nil, minServiceMonths: nil,
      maxAbsenceDays: nil, minCriteria: nil, quorum: nil, passShares: [],
      daysBeforeConference: nil, publicationWorkdays: nil, nameOrder: order,
      collectivesFirst: collectivesFirst, preferences: nil, hasInternalSubmission: nil,
      printsBangKhen: nil, decisionsStateMoney: nil, goldenBookRunsOn: nil, origin: .nowhere)
    return Dossier(
      office: base.office, units: base.units, people: people, movement: base.movement,
      period: base.period, plan: nil, unitPlans: [], documents: [],
      review: Review(officeRules: Recorded(rules, origin: .nowhere)))
  }

  private static func names(_ nominees: [Nominee], in dossier: Dossier) -> [String] {
    nominees.map(dossier.name)
  }

  @Test("by given name, in the order of the Vietnamese dictionary")
  func givenNames() {
    // Written in the expected order: a before ă, â; d before đ; letters before tones; then the
    // family name.
    let expected = [
      "Vì Văn An", "Lò Thị Ân", "Hà Thu Dung", "Bùi Văn Đại", "Cầm Thị Hoa", "Lò Thị Hoa",
      "Nguyễn Thị Hòa", "Mùa A Sáng",
    ]
    let people = expected.enumerated().map { Self.person("TH0\($0)", $1) }
    let dossier = Self.dossier(people)
    let nominees = people.reversed().map { Nominee.person($0.id) }
    #expect(Self.names(NameOrder(of: dossier).sorted(nominees), in: dossier) == expected)
  }

  @Test("by the name a person is called by where it is not the last word")
  func sortNames() {
    let people = [
      Self.person("TH01", "Lò Văn Bình"), Self.person("TH02", "Sùng Chứ Páo", sortName: "Chứ Páo"),
      Self.person("TH03", "Quàng Văn Dũng"),
    ]
    let dossier = Self.dossier(people)
    let sorted = NameOrder(of: dossier).sorted(people.reversed().map { .person($0.id) })
    #expect(sorted.map(\.id) == ["TH01", "TH02", "TH03"])
  }

  @Test(
    "as the office's rules say",
    arguments: [
      (nil, ["TTTT01", "TH02", "LD02", "TH03", "TH01", "LD01"]),
      (.ten, ["TTTT01", "TH02", "LD02", "TH03", "TH01", "LD01"]),
      (.donVi, ["LD02", "LD01", "TH02", "TH03", "TH01", "TTTT01"]),
      (.chucVu, ["LD01", "LD02", "TTTT01", "TH01", "TH03", "TH02"]),
    ] as [(OfficeRules.NameOrder?, [String])])
  func rules(order: OfficeRules.NameOrder?, expected: [String]) {
    let people = [
      Self.person("LD01", "Vì Văn Thành"), Self.person("LD02", "Lò Văn Em"),
      Self.person("TH01", "Nguyễn Đức Long"), Self.person("TH02", "Mùa A Chu"),
      Self.person("TH03", "Lò Thị Hoa", isLeader: true), Self.person("TTTT01", "Hà Văn An"),
    ]
    let sorted = NameOrder(of: Self.dossier(people, order))
      .sorted(people.map { .person($0.id) })
    #expect(sorted.map(\.id) == expected)
  }

  @Test("the unit is that of the day, for a person who moved")
  func movedPerson() throws {
    let people = [
      Self.person("TH01", "Lò Thị Hoa"),
      Self.person(
        "TTTT01", "Hà Văn An",
        history: [
          Sample.service("LD", from: try #require(Sample.day("2020-01-01")), to: "2026-06-30"),
          Sample.service("TTTT", from: try #require(Sample.day("2026-07-01")), to: nil),
        ]),
    ]
    let dossier = Self.dossier(people, .donVi)
    let nominees = people.map { Nominee.person($0.id) }
    let before = NameOrder(of: dossier, on: Sample.day("2026-06-30")).sorted(nominees)
    #expect(before.map(\.id) == ["TTTT01", "TH01"])
    #expect(NameOrder(of: dossier).sorted(nominees).map(\.id) == ["TH01", "TTTT01"])
  }

  @Test(
    "collectives in the office's order, before people unless its rules say otherwise",
    arguments: [
      (nil, ["TH", "TTTT", "TH01"]), (true, ["TH", "TTTT", "TH01"]),
      (false, ["TH01", "TH", "TTTT"]),
    ] as [(Bool?, [String])])
  func collectives(first: Bool?, expected: [String]) {
    let dossier = Self.dossier([Self.person("TH01", "Vì Văn An")], collectivesFirst: first)
    let nominees: [Nominee] = [.unit(ID("TTTT")), .person(ID("TH01")), .unit(ID("TH"))]
    #expect(NameOrder(of: dossier).sorted(nominees).map(\.id) == expected)
  }

  @Test("who has the same name keeps the order of arrival; who is in no file comes last")
  func equalsAndStrangers() {
    let people = ["TH03", "TH01", "TH02"].map { Self.person($0, "Lò Thị Hoa") }
    let dossier = Self.dossier(people, .donVi)
    let nominees = (["XX99"] + people.map(\.id.text)).map { Nominee.person(ID($0)) }
    #expect(
      NameOrder(of: dossier).sorted(nominees).map(\.id) == ["TH03", "TH01", "TH02", "XX99"])
  }
}
