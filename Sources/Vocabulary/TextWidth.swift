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
    text.reduce(0) { $0 + advance(of: $1, bold: bold) }
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
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      var lines: [Int] = []
      for word in line.split(separator: " ") {
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

  /// The advance of one character in 1/2048 em; an unknown one counts as wide as a digit.
  private static func advance(of character: Character, bold: Bool) -> Int {
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
