import Testing

@testable import Intake

@Suite("Blanks left behind by typing")
struct LooseSpaceTests {
  @Test(
    "are seen wherever they stand, whatever blank they are",
    arguments: [
      (" Lò Văn Ánh", "ở đầu"), ("Lò Văn Ánh ", "ở cuối"), ("Lò  Văn Ánh", "sau chữ “Lò”"),
      ("\tTH03", "ở đầu"), ("TH03\n", "ở cuối"), ("Điêu \u{A0}Thị", "sau chữ “Điêu”"),
      ("Mùa\u{2003}\u{2003}A", "sau chữ “Mùa”"), ("\u{3000}Mùa", "ở đầu"),
      ("Mùa\u{1680}", "ở cuối"), ("ưu\u{85}", "ở cuối"), ("phường \u{202F}Tô", "sau chữ “phường”"),
      ("“Đổi mới”  sáng tạo", "sau chữ “mới””"),
    ])
  func seen(text: String, spot: String) {
    #expect(TextChecker.looseSpaces(in: text) == spot)
  }

  @Test(
    "are not seen where there are none",
    arguments: [
      "TH03", "2026-12-04", "Lò Văn Ánh", "Phòng Tổ chức - Hành chính - Quản trị", "Ơn ườm Ư",
      "“Đổi mới sáng tạo”", "Điều 4 \u{2013} khoản 3", "Mùa\u{A0}A\u{A0}Chá", "日本 語",
    ])
  func none(text: String) {
    #expect(TextChecker.looseSpaces(in: text) == nil)
  }
}
