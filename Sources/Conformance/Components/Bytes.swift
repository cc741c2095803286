internal import Vocabulary

// Questions about text that are asked of every paragraph, answered on code units and code points.
//
// The library's own compare characters by their meaning, a hundred times slower. Here, too, text
// of loose marks is compared by meaning, so that both ways give one answer.

extension String {
  /// True when these bytes stand in it; text that is not precomposed is FN03's.
  func has(_ piece: String) -> Bool { ByteSearch.place(of: piece.utf8.span, in: utf8.span) != nil }

  /// True for digits from 0 to 9 and nothing else.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }

  /// True when it begins with a piece.
  func begins(with piece: String) -> Bool {
    utf8.starts(with: piece.utf8)
      || (Self.mayHoldMarks(utf8.prefix(Self.reach * piece.utf8.count)) && hasPrefix(piece))
  }

  /// True when it ends with a piece.
  func ends(with piece: String) -> Bool {
    let (own, wanted) = (utf8.span, piece.utf8.span)
    guard own.count >= wanted.count else { return false }
    let start = own.count - wanted.count
    for index in wanted.indices where own[start + index] != wanted[index] {
      return Self.mayHoldMarks(utf8.suffix(Self.reach * piece.utf8.count)) && hasSuffix(piece)
    }
    return true
  }

  /// How many times longer a text of loose marks may be than the same text without any.
  private static let reach = 6

  /// True when a mark of U+0300–U+036F may stand in it, by the first byte of their UTF-8 form.
  private static func mayHoldMarks(_ text: Substring.UTF8View) -> Bool {
    text.contains { $0 == 0xCC || $0 == 0xCD }
  }

  /// The text with no-break spaces as spaces.
  var withoutHardSpaces: String {
    guard has("\u{A0}") else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar == "\u{A0}" ? " " : scalar) }
    return String(scalars)
  }

  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return self }
    // Most texts are trimmed as they stand; marks on a space are for the slow way.
    if !first.isSpace, !last.isSpace, last.value < 0x300 || last.isVietnamese { return self }
    return self[...].trimmed
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// The words, as white space parts them.
  var words: [Substring] {
    String.words(of: self)
  }
}

extension String {
  /// The first words, as white space parts them, at most so many.
  func firstWords(_ most: Int) -> [Substring] {
    unicodeScalars.split(maxSplits: most, whereSeparator: \.isSpace).prefix(most)
      .map(Substring.init)
  }

  /// The words from one of its words on, with single spaces; empty without one.
  func words(from first: Substring?) -> String {
    guard let first else { return "" }
    let rest = self[first.startIndex...]
    return rest.isSingleSpaced ? String(rest) : rest.words.joined(separator: " ")
  }
}

extension Substring {
  /// True when no white space stands in it but single spaces between words.
  fileprivate var isSingleSpaced: Bool {
    var isAfterSpace = true
    for scalar in unicodeScalars {
      if scalar.isSpace, scalar != " " || isAfterSpace { return false }
      isAfterSpace = scalar == " "
    }
    return !isAfterSpace
  }
}

extension String {
  fileprivate static func words(of text: some StringProtocol) -> [Substring] {
    Substring(text).unicodeScalars.split(whereSeparator: \.isSpace).map(Substring.init)
  }
}

extension Unicode.Scalar {
  /// True for white space.
  var isSpace: Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    if value < 0x1680 { return value == 0xA0 || value == 0x85 }
    return isVietnamese ? false : properties.isWhitespace
  }

  /// True for the letters of U+1E00–U+1EFF.
  var isVietnamese: Bool { (0x1E00..<0x1F00).contains(value) }

  /// True for a letter, as `Character.isLetter` says of its first code point.
  var isLetter: Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value & 0xDF) }
    return isVietnamese || properties.isAlphabetic
  }

  /// True for a digit and whatever else stands for a number, as `Character.isNumber` says.
  var isNumber: Bool {
    value < 0x80 ? (0x30...0x39).contains(value) : !isVietnamese && properties.numericType != nil
  }

  /// True when it is not its own capital.
  var isSmall: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value) : properties.changesWhenUppercased
  }
}
