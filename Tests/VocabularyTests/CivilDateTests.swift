import Testing
import Vocabulary

@Suite("Civil dates")
struct CivilDateTests {
  @Test(
    "padded as Nghị định 30/2020/NĐ-CP asks: days below 10, months 1 and 2",
    arguments: [
      ("2026-09-05", "05/9/2026", "ngày 05 tháng 9 năm 2026"),
      ("2026-02-05", "05/02/2026", "ngày 05 tháng 02 năm 2026"),
      ("2026-01-31", "31/01/2026", "ngày 31 tháng 01 năm 2026"),
      ("2026-03-10", "10/3/2026", "ngày 10 tháng 3 năm 2026"),
      ("2026-12-09", "09/12/2026", "ngày 09 tháng 12 năm 2026"),
    ])
  func padding(text: String, short: String, long: String) throws {
    let date = try CivilDate(text)
    #expect(date.shortForm == short)
    #expect(date.longForm == long)
    #expect(date.description == text)
  }

  @Test("leap days that exist", arguments: ["2024-02-29", "2000-02-29", "2400-02-29"])
  func leapDay(text: String) throws {
    #expect(try CivilDate(text).day == 29)
  }

  @Test(
    "days that do not exist",
    arguments: [
      ("2025-02-29", 2025, 2, 29), ("2100-02-29", 2100, 2, 29), ("2026-04-31", 2026, 4, 31),
      ("2026-13-01", 2026, 13, 1), ("2026-00-10", 2026, 0, 10), ("2026-01-00", 2026, 1, 0),
      ("1899-12-31", 1899, 12, 31),
    ])
  func noSuchDay(text: String, year: Int, month: Int, day: Int) {
    #expect(throws: CivilDate.Failure.noSuchDay(year: year, month: month, day: day)) {
      try CivilDate(text)
    }
  }

  @Test(
    "texts that are no date",
    arguments: [
      "", "2026", "2026-5-4", "04/5/2026", "2026-05-04 ", " 2026-05-04", "2026-05-0a",
      "2026-05-04T00:00", "+026-05-04", "2026--5-04", "２０２６-05-04", "26-05-04",
    ])
  func malformed(text: String) {
    #expect(throws: CivilDate.Failure.malformed(text)) { try CivilDate(text) }
  }

  @Test("days sort by time")
  func order() throws {
    let days = try ["2026-01-02", "2025-12-31", "2026-01-01"].map { try CivilDate($0) }
    #expect(days.sorted().map(\.description) == ["2025-12-31", "2026-01-01", "2026-01-02"])
  }
}
