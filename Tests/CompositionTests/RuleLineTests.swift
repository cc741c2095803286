import Testing
import Vocabulary

@testable import Composition

@Suite("Đường kẻ ngang dưới tên cơ quan và trích yếu: từ 1/3 đến 1/2 độ dài dòng chữ")
struct RuleLineTests {
  @Test("the office's name, as measured for the form page")
  func office() {
    // 27.9 mm of text at 13 pt bold; two fifths of it.
    #expect(
      (11_100...11_200).contains(RuleLine.underIssuer("VĂN PHÒNG", ofUnit: false).micrometres))
  }

  @Test(
    "between a third of the shortest and a half of the longest printed line",
    arguments: [
      "VĂN PHÒNG", "TRUNG TÂM THÔNG TIN", "PHÒNG TỔ CHỨC - HÀNH CHÍNH - QUẢN TRỊ",
      "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH DÂN DỤNG VÀ CÔNG NGHIỆP",
      "PHÒNG TỔ CHỨC - HÀNH CHÍNH VÀ QT", "PHÒNG KHOA GIÁO - VĂN XÃ", "A",
    ], [false, true])
  func bounds(name: String, ofUnit: Bool) throws {
    let lines = TextWidth.wrap(
      name, bold: true, points: ofUnit ? 12 : 13, within: .millimetres(ofUnit ? 68 : 60))
    let rule = RuleLine.underIssuer(name, ofUnit: ofUnit).micrometres
    #expect(rule * 3 >= (try #require(lines.min())).micrometres)
    #expect(rule * 2 <= (try #require(lines.max())).micrometres)
    #expect(rule > 0)
  }

  @Test("a name on two lines gets no longer line than half the column")
  func column() {
    let name = "PHÒNG TỔ CHỨC - HÀNH CHÍNH - QUẢN TRỊ"
    #expect(TextWidth.wrap(name, bold: true, points: 13, within: .millimetres(60)).count == 2)
    #expect(RuleLine.underIssuer(name, ofUnit: false) <= .millimetres(30))
  }

  @Test("a word wider than the column counts as wide as the column")
  func wideWord() {
    let word = String(repeating: "M", count: 60)
    #expect(RuleLine.underIssuer(word, ofUnit: false) == .millimetres(24))
  }

  @Test("no text, no line")
  func empty() {
    #expect(RuleLine.underSubject("") == .zero)
  }
}
