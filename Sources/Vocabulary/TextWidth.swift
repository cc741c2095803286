/// How wide a text set in Times New Roman is, without a font at hand.
///
/// Kerning and ligatures are left out, as Word and Writer leave them out unless asked.
package enum TextWidth {
  /// The width of a text on one line; `points` is the font size.
  package static func width(_ text: String, bold: Bool, points: Double) -> Length {
    length(of: units(of: text, bold: bold), points: points)
  }

  /// The sum of the advances of a text's characters in 1/2048 em.
  private static func units(of text: some StringProtocol, bold: Bool) -> Int {
    unitsByTable(of: text, bold: bold) ?? text.reduce(0) { $0 + advance(of: $1, bold: bold) }
  }

  /// The same by ``LetterTable``; nil when a character is to be looked at as a whole.
  private static func unitsByTable(of text: some StringProtocol, bold: Bool) -> Int? {
    let entries = LetterTable.entries
    var sum = 0
    for scalar in text.unicodeScalars {
      let entry = LetterTable.entry(scalar, in: entries)
      guard entry.plain != 0 else { return nil }
      sum += Int(bold ? entry.bold : entry.regular)
    }
    return sum
  }

  private static func length(of units: Int, points: Double) -> Length {
    .points(Double(units) * points / 2_048)
  }

  /// The widths of the lines that a paragraph breaks into, filled greedily.
  ///
  /// Lines break at spaces, never at no-break spaces, and at `\n`; a word wider than the line
  /// stands alone and sticks out. The empty text is one line of no width.
  package static func wrap(
    _ text: String, bold: Bool, points: Double, within limit: Length
  ) -> [Length] {
    let space = advance(of: " ", bold: bold)
    return lines(of: text).flatMap { line in
      var lines: [Int] = []
      for word in words(of: line) {
        let own = units(of: word, bold: bold)
        if let last = lines.last, length(of: last + space + own, points: points) <= limit {
          lines[lines.count - 1] = last + space + own
        } else {
          lines.append(own)
        }
      }
      return lines.isEmpty ? [.zero] : lines.map { length(of: $0, points: points) }
    }
  }

  /// The lines of a text; a line feed is looked for by its byte where it stands for itself.
  private static func lines(of text: String) -> [Substring] {
    let isPlain = !text.utf8.contains { $0 == 0x0D || $0 == 0xCC || $0 == 0xCD }
    return isPlain
      ? text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(
        Substring.init)
      : text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The words of a line, looked for in the same way.
  private static func words(of line: Substring) -> [Substring] {
    let isPlain = !line.utf8.contains { $0 == 0xCC || $0 == 0xCD }
    return isPlain
      ? line.unicodeScalars.split(separator: " ").map(Substring.init) : line.split(separator: " ")
  }

  /// The advance of one character in 1/2048 em; an unknown one counts as wide as a digit.
  static func advance(of character: Character, bold: Bool) -> Int {
    let scalar = base(of: character)
    guard let widths = TimesWidths.widths(of: scalar) else { return 1_024 }
    return bold ? widths.bold : widths.regular
  }

  /// The letter that gives a character its width: the one without marks, but `Ơ` stays `Ơ`.
  private static func base(of character: Character) -> Unicode.Scalar {
    let fallback: Unicode.Scalar = "0"
    guard let letter = VietnameseLetter(character) else {
      return character.unicodeScalars.first ?? fallback
    }
    let wide = "đơư".contains(letter.letter)
    let form = wide ? String(letter.letter) : String(letter.plain)
    let cased = wide && letter.isUpper ? form.uppercased() : form
    return cased.unicodeScalars.first ?? fallback
  }
}
