/// Text of unknown origin made fit for a terminal: what would be obeyed or not be seen is spelled.
///
/// A file or a template may hold escape sequences that clear the screen or turn the reading order
/// round; here they are shown as `\u001B`.
struct VisibleText: Hashable, Sendable {
  /// One character as it is shown, with the columns it takes.
  struct Cell: Hashable, Sendable {
    /// What is shown.
    let text: String
    /// Columns of a terminal.
    let width: Int
  }

  /// The characters of the text, one cell for each.
  let cells: [Cell]

  /// Creates the cells of a text.
  init(_ text: some StringProtocol) {
    cells = text.map(Self.cell)
  }

  /// A text with everything a terminal would obey spelled out.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.allSatisfy(isPlain) ? text : VisibleText(text).cells.map(\.text).joined()
  }

  /// True for what is shown as it is whatever stands beside it.
  ///
  /// They are the letters and signs that nearly every finding is made of, no mark among them; a
  /// large period has megabytes of findings.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x24F, 0x1E00...0x1EFF, 0x2013...0x2027, 0x2500...0x257F:
      true
    default: false
    }
  }

  private static func cell(_ character: Character) -> Cell {
    // JSON indented by tabs: the same width everywhere, so that the caret stands right.
    if character == "\t" { return Cell(text: "  ", width: 2) }
    // More marks on one letter than any script has are an attack or an accident.
    let scalars = character.unicodeScalars.prefix(8)
    if scalars.contains(where: isHidden) {
      let text = scalars.map { isHidden($0) ? spelled($0) : String($0) }.joined()
      return Cell(text: text, width: text.count)
    }
    let isWide = scalars.first.map(isWide) ?? false
    return Cell(text: String(String.UnicodeScalarView(scalars)), width: isWide ? 2 : 1)
  }

  /// True for what a terminal obeys (controls) or what is not seen (format characters).
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  private static func spelled(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// True for the letters of East Asian scripts and the pictures that take two columns.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
