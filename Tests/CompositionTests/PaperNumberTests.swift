import Dossier
import Testing
import Vocabulary

@testable import Composition

@Suite("Số, ký hiệu và ngày của văn bản — Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, khoản 3 và 4")
struct PaperNumberTests {
  @Test(
    "number line",
    arguments: [
      (nil, "Số:        /KH-VPUB"), ("5", "Số: 05/KH-VPUB"), ("05", "Số: 05/KH-VPUB"),
      ("005", "Số: 05/KH-VPUB"), ("9", "Số: 09/KH-VPUB"), ("10", "Số: 10/KH-VPUB"),
      ("1031", "Số: 1031/KH-VPUB"), ("15a", "Số: 15a/KH-VPUB"),
    ] as [(String?, String)])
  func line(number: String?, expected: String) {
    let paper = PaperNumber(number: number, symbol: "KH-VPUB", date: nil, year: nil)
    #expect(paper.line == expected)
  }

  @Test(
    "day",
    arguments: [
      ("2026-05-04", "ngày 04 tháng 5 năm 2026"), ("2026-01-10", "ngày 10 tháng 01 năm 2026"),
      ("2026-02-09", "ngày 09 tháng 02 năm 2026"), ("2026-03-31", "ngày 31 tháng 3 năm 2026"),
      (nil, "ngày      tháng      năm 2026"),
    ] as [(String?, String)])
  func day(date: String?, expected: String) {
    #expect(PaperNumber.day(date.flatMap(Sample.day), year: 2026) == expected)
  }

  @Test("a day that is known wins over the year of the row")
  func dayBeforeYear() {
    #expect(PaperNumber.day(Sample.day("2027-01-02"), year: 2026).hasSuffix("2027"))
  }

  @Test("a year that is not known is a blank too")
  func blankYear() {
    #expect(PaperNumber.day(nil, year: nil) == "ngày      tháng      năm      ")
  }

  @Test("a citation keeps the blank of the paper it cites")
  func citation() {
    let draft = PaperNumber(number: nil, symbol: "KH-VPUB", date: nil, year: 2026)
    #expect(draft.citation == "số        /KH-VPUB")
    let issued = PaperNumber(number: "8", symbol: "KH-VPUB", date: nil, year: 2026)
    #expect(issued.citation == "số 08/KH-VPUB")
  }
}
