import Testing
import Vocabulary

@Suite("Numbers in words")
struct NumberWordsTests {
  @Test(
    "as they are read aloud",
    arguments: [
      (0, "không"), (1, "một"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"),
      (14, "mười bốn"), (15, "mười lăm"), (20, "hai mươi"), (21, "hai mươi mốt"),
      (24, "hai mươi tư"), (25, "hai mươi lăm"), (91, "chín mươi mốt"), (100, "một trăm"),
      (101, "một trăm linh một"), (104, "một trăm linh bốn"), (105, "một trăm linh năm"),
      (110, "một trăm mười"), (111, "một trăm mười một"), (115, "một trăm mười lăm"),
      (121, "một trăm hai mươi mốt"), (555, "năm trăm năm mươi lăm"), (1_000, "một nghìn"),
      (1_001, "một nghìn không trăm linh một"), (1_010, "một nghìn không trăm mười"),
      (21_000, "hai mươi mốt nghìn"), (1_005_000, "một triệu không trăm linh năm nghìn"),
      (1_000_005, "một triệu không trăm linh năm"),
      (1_250_000, "một triệu hai trăm năm mươi nghìn"),
      (2_340_000, "hai triệu ba trăm bốn mươi nghìn"), (1_000_000_000, "một tỷ"),
      (1_000_000_005, "một tỷ không trăm linh năm"),
      (1_500_000_000, "một tỷ năm trăm triệu"),
      (1_000_000_000_000, "một nghìn tỷ"),
      (2_005_000_000_001, "hai nghìn không trăm linh năm tỷ không trăm linh một"),
      (-15, "âm mười lăm"),
    ])
  func words(number: Int, expected: String) {
    #expect(NumberWords.words(number) == expected)
  }

  @Test("the largest and the smallest number have words")
  func extremes() {
    #expect(NumberWords.words(.max).hasPrefix("chín tỷ hai trăm hai mươi ba triệu"))
    #expect(NumberWords.words(.min).hasPrefix("âm chín tỷ"))
  }
}

@Suite("Numbers with grouping")
struct GroupingTests {
  @Test(
    "a point between groups of three",
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1.000"), (1_250_000, "1.250.000"), (-1_234, "-1.234"),
      (100_000, "100.000"),
    ])
  func whole(number: Int, expected: String) {
    #expect(Grouping.grouped(number) == expected)
  }

  @Test(
    "a decimal number takes a comma",
    arguments: [
      ("1250000", "1.250.000"), ("1234.5", "1.234,5"), ("-0.25", "-0,25"), ("1e9", "1e9"),
      ("", ""), ("-", "-"), ("1.", "1."), (".5", ".5"),
    ])
  func decimal(text: String, expected: String) {
    #expect(Grouping.grouped(decimal: text) == expected)
  }
}

@Suite("Lengths on paper")
struct LengthTests {
  @Test("units that office formats use")
  func units() {
    let margin = Length.millimetres(30)
    #expect(margin.micrometres == 30_000)
    #expect(margin.twips == 1_701)
    #expect(margin.emu == 1_080_000)
    #expect(Length.points(72).micrometres == 25_400)
    #expect(abs(Length.points(14).points - 14) < 0.001)
    #expect(Length.millimetres(-20).twips == -1_134)
    #expect(Length.millimetres(20) + .millimetres(5) > Length.millimetres(24.999))
    #expect((Length.millimetres(20) - .millimetres(5)).millimetres == 15)
  }
}

@Suite("Text in Times New Roman")
struct TextWidthTests {
  @Test(
    "known widths in millimetres",
    arguments: [
      ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13.0, 95.7), ("VĂN PHÒNG", 13, 27.9),
      ("Độc lập - Tự do - Hạnh phúc", 14, 60.5), ("", 14, 0),
    ])
  func known(text: String, points: Double, expected: Double) {
    let width = TextWidth.width(text, bold: true, points: points).millimetres
    #expect(abs(width - expected) < 0.05, "\(width)")
  }

  @Test("a letter with marks is as wide as without, horned letters and Đ are not")
  func marks() {
    func width(_ text: String) -> Length { TextWidth.width(text, bold: false, points: 14) }
    #expect(width("ếÂỴ") == width("eAY"))
    #expect(width("e\u{302}\u{301}") == width("e"))
    #expect(width("ở") == width("ơ") && width("ơ") > width("o"))
    #expect(width("Ự") == width("Ư") && width("Ư") > width("U"))
    #expect(width("đ") == width("d"))
  }

  @Test("lines fill greedily and break at spaces only")
  func wrap() {
    func lines(_ text: String, _ limit: Double) -> [Length] {
      TextWidth.wrap(text, bold: false, points: 14, within: .millimetres(limit))
    }
    func width(_ text: String) -> Length { TextWidth.width(text, bold: false, points: 14) }
    #expect(lines("thi đua yêu nước", 25) == [width("thi đua yêu"), width("nước")])
    #expect(lines("thi đua yêu nước", 100) == [width("thi đua yêu nước")])
    #expect(lines("thi\u{A0}đua yêu", 10) == [width("thi\u{A0}đua"), width("yêu")])
    #expect(lines("a\nb", 100) == [width("a"), width("b")])
    #expect(lines("", 100) == [.zero])
  }
}
