/// How wide a text set in Times New Roman is, without a font at hand.
///
/// Kerning and ligatures are left out, as Word and Writer leave them out unless asked.
package enum TextWidth {
  /// The width of a text on one line; `points` is the font size.
  package static func width(_ text: String, bold: Bool, points: Double) -> Length {
    let units = text.reduce(0) { $0 + advance(of: $1, bold: bold) }
    return .points(Double(units) * points / 2_048)
  }

  /// The widths of the lines that a paragraph breaks into, filled greedily.
  ///
  /// Lines break at spaces, never at no-break spaces, and at `\n`; a word wider than the line
  /// stands alone and sticks out. The empty text is one line of no width.
  package static func wrap(
    _ text: String, bold: Bool, points: Double, within limit: Length
  ) -> [Length] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      var lines: [String] = []
      for word in line.split(separator: " ") {
        guard let last = lines.last else {
          lines.append(String(word))
          continue
        }
        let longer = last + " " + word
        if width(longer, bold: bold, points: points) <= limit {
          lines[lines.count - 1] = longer
        } else {
          lines.append(String(word))
        }
      }
      return lines.isEmpty ? [.zero] : lines.map { width($0, bold: bold, points: points) }
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
