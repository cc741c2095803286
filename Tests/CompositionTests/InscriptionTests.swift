import Testing
import Vocabulary

@testable import Composition

@Suite("A text set into its room on a certificate")
struct InscriptionTests {
  /// A room of 283.46 pt, of which 97 % may be filled: 274.96 pt.
  ///
  /// An `n` is half as wide as its size, so 27 of 20 pt fit and 28 do not.
  private func room(
    sizes: [Int] = [20, 16], lines: Int = 1, shrinksFirst: Bool = true, commaWorth: Double = 0
  ) -> InscriptionRoom {
    InscriptionRoom(
      width: .millimetres(100), isBold: false, sizes: sizes, lines: lines,
      shrinksFirst: shrinksFirst, commaWorth: commaWorth)
  }

  private func letters(_ count: Int) -> String { String(repeating: "n", count: count) }

  @Test("the largest size that fits", arguments: [(27, 20), (28, 16), (34, 16), (35, nil)])
  func sizeAtBoundary(count: Int, expected: Int?) {
    #expect(room().set(letters(count))?.points == expected)
  }

  @Test(
    "what gives way first, the size or the line",
    arguments: [
      (6, true, 20, 1), (6, false, 20, 1), (7, true, 16, 1), (7, false, 20, 2),
      (9, true, 16, 2), (9, false, 20, 2), (14, true, 16, 2), (14, false, 16, 2),
    ])
  func preference(count: Int, shrinksFirst: Bool, points: Int, lines: Int) {
    let text = Array(repeating: letters(count), count: 4).joined(separator: " ")
    let set = room(lines: 2, shrinksFirst: shrinksFirst).set(text)
    #expect(set?.points == points)
    #expect(set?.lines.count == lines)
  }

  @Test("more than the last line in the smallest size holds has no place")
  func full() {
    let fits = Array(repeating: letters(16), count: 4).joined(separator: " ")
    let full = Array(repeating: letters(17), count: 4).joined(separator: " ")
    #expect(room(lines: 2).set(fits)?.lines.count == 2)
    #expect(room(lines: 2).set(full) == nil)
  }

  @Test("lines are even, and no line but the last is left short")
  func even() throws {
    let text = Array(repeating: "mm", count: 12).joined(separator: " ")
    let set = try #require(room(sizes: [20], lines: 3, shrinksFirst: false).set(text))
    #expect(set.lines.map { $0.split(separator: " ").count } == [6, 6])
  }

  @Test("a last line is never a single word")
  func widow() {
    let narrow = room(sizes: [20], lines: 2, shrinksFirst: false)
    #expect(narrow.set("\(letters(20)) \(letters(20))") == nil)
    #expect(narrow.set("\(letters(20)) m \(letters(20))")?.lines.last == "m \(letters(20))")
  }

  @Test(
    "a number and a dash stay with the word before them",
    arguments: [
      ("mmmmmmmmmmmm mmm năm 2026", "năm 2026"), ("mmmmmmmmmmmm mm - mmmm", "mm - mmmm"),
    ])
  func bound(text: String, last: String) {
    let set = room(sizes: [20], lines: 2, shrinksFirst: false).set(text + " mm")
    #expect(set?.lines.contains { $0.hasPrefix("2026") || $0.hasPrefix("-") } == false)
    #expect(set?.text.replacing("\n", with: " ") == text + " mm")
  }

  @Test("a no-break space never breaks: a name that is too wide has no place")
  func unbreakable() {
    let name = "\(letters(20))\u{A0}\(letters(20))"
    #expect(room(lines: 2).set(name) == nil)
  }

  @Test(
    "a break behind a comma or before a quotation, where the lines may differ for it",
    arguments: [
      ("mm mm mm, mm mm mm mm mm mm mm", "mm mm mm,"),
      ("mm mm mm “mm mm mm mm mm mm mm”", "mm mm mm"),
    ])
  func smooth(text: String, first: String) {
    let plain = room(sizes: [20], lines: 2, shrinksFirst: false)
    let smooth = room(sizes: [20], lines: 2, shrinksFirst: false, commaWorth: 2)
    #expect(plain.set(text)?.lines.first != first)
    #expect(smooth.set(text)?.lines.first == first)
  }

  @Test("how much must go is counted in whole words")
  func excess() {
    let text = "\(letters(20)) \(letters(13)) mm mm"
    let kept = text.dropLast(room().excess(of: text))
    #expect(kept == "\(letters(20)) \(letters(13))")
    #expect(room().excess(of: letters(35)) == 35)
    #expect(room().excess(of: letters(34)) == 0)
  }
}
