import Foundation
import Testing

@testable import Vocabulary

/// The table only spares the rules: whatever it answers is their answer.
@Suite("The table of letters")
struct LetterTableTests {
  private static let letters = (UInt32(1)...0x2100).compactMap(Unicode.Scalar.init)

  @Test("folds and unmarks every letter as the rules do")
  func answersOfRules() {
    var answered = 0
    for letter in Self.letters {
      for text in ["\(letter)", "hoa\(letter) B", "to\(letter)n", " Đ\(letter)Ề-"] {
        let rules = VietnameseText.foldedByRules(text)
        guard let folded = VietnameseText.foldedByTable(text) else { continue }
        answered += 1
        #expect(folded == rules, "U+\(String(letter.value, radix: 16)) in “\(text)”")
        #expect(VietnameseText.bareByTable(text) == VietnameseText.withoutMarks(rules))
      }
    }
    #expect(answered > 3_000)
  }

  @Test(
    "leaves loose marks and line ends of two signs to the rules", arguments: ["o\u{301}", "a\r\nb"])
  func leftToRules(_ text: String) {
    #expect(VietnameseText.foldedByTable(text) == nil)
    #expect(VietnameseText.bareByTable(text) == nil)
  }

  @Test("measures composed text as the rules measure it decomposed")
  func widths() {
    let text = "Nguyễn Thị Ường, Đỗ Ước: “khen thưởng” – 12 m²\nPhạm Ỷ Ơn"
    for points in [13.0, 14] {
      let composed = TextWidth.wrap(text, bold: true, points: points, within: .millimetres(40))
      let loose = TextWidth.wrap(
        text.decomposedStringWithCanonicalMapping, bold: true, points: points,
        within: .millimetres(40))
      #expect(composed == loose)
    }
  }
}
