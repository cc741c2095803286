import Dossier
import Testing
import Vocabulary

@testable import Composition

@Suite("Ai thuộc đơn vị vào ngày của văn bản")
struct MembershipTests {
  @Test(
    "from the first day to the day before leaving",
    arguments: [
      ("2026-04-30", false), ("2026-05-01", true), ("2027-01-30", true), ("2027-01-31", false),
      (nil, false),
    ] as [(String?, Bool)])
  func bounds(day: String?, expected: Bool) {
    let person = Sample.person(
      "TH09", "Cứ A Dơ", "Lái xe", joined: "2026-05-01", left: "2027-01-31")
    #expect(person.works(in: ID("TH"), on: day.flatMap(Sample.day)) == expected)
  }

  @Test(
    "one who moved",
    arguments: [("2022-12-31", "TH"), ("2023-01-01", "TTTT"), (nil, "TTTT")]
      as [(String?, String)])
  func moved(day: String?, unit: String) throws {
    let person = Sample.person(
      "TTTT09", "Hà Thu Trang", "Viên chức", .vienChuc,
      history: [
        Sample.service("TH", from: try CivilDate("2019-10-01"), to: "2022-12-31"),
        Sample.service("TTTT", from: try CivilDate("2023-01-01"), to: nil),
      ])
    let units = ["TH", "TTTT"].filter { person.works(in: ID($0), on: day.flatMap(Sample.day)) }
    #expect(units == [unit])
  }
}
