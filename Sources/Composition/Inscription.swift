internal import Vocabulary

/// A text of a certificate cut into lines, with the size in which it is printed.
struct Inscription: Equatable {
  /// The lines, from the top.
  let lines: [String]
  /// The size of the letters in points.
  let points: Int

  /// The lines as one value, in which a line feed breaks.
  var text: String { lines.joined(separator: "\n") }
}

/// The room that a certificate has for one text.
///
/// A template cannot measure, so the size and the line breaks are chosen here; the templates hold
/// the same paragraph once in each size.
struct InscriptionRoom {
  /// How wide the column is.
  let width: Length
  /// Whether the letters are bold.
  let isBold: Bool
  /// The sizes in points, the largest first; each is a style of the templates.
  let sizes: [Int]
  /// How many lines there may be.
  let lines: Int
  /// Whether the letters get smaller before a second line is begun, not only after the last line.
  let shrinksFirst: Bool
  /// How much a break behind a comma or before a quotation is worth: the part of the width,
  /// squared, by which lines may differ for its sake.
  let commaWorth: Double

  /// The part of the width that lines may take: Word and Writer, and fonts that stand in for
  /// Times New Roman, differ a little from the widths we know.
  private static let share = 0.97

  /// The text in the largest size that fits; nil when it fits in none.
  ///
  /// A no-break space never breaks. The last line never holds a single word.
  func set(_ text: String) -> Inscription? {
    let pieces = Self.pieces(of: text)
    let attempts: [(points: Int, lines: Int)] =
      shrinksFirst
      ? sizes.map { ($0, 1) } + (1...lines).dropFirst().map { (sizes.last ?? 0, $0) }
      : sizes.flatMap { points in (1...lines).map { (points, $0) } }
    for attempt in attempts {
      if let lines = broken(pieces, points: attempt.points, into: attempt.lines) {
        return Inscription(lines: lines, points: attempt.points)
      }
    }
    return nil
  }

  /// How many characters must go at least before the text fits, counted in whole words.
  func excess(of text: String) -> Int {
    var words = text.split(separator: " ")
    while !words.isEmpty, set(words.joined(separator: " ")) == nil { words.removeLast() }
    return text.count - words.joined(separator: " ").count
  }

  /// The words of a text; a number or a dash stays with the word before it.
  private static func pieces(of text: String) -> [String] {
    text.split(separator: " ").reduce(into: []) { pieces, word in
      let isBound = word.first.map { $0.isNumber || $0 == "-" || $0 == "–" } ?? false
      if isBound, let last = pieces.popLast() {
        pieces.append("\(last) \(word)")
      } else {
        pieces.append(String(word))
      }
    }
  }

  /// The pieces on exactly that many lines, as even as can be; nil when a line is too wide.
  private func broken(_ pieces: [String], points: Int, into count: Int) -> [String]? {
    let size = Double(points)
    let widths = pieces.map { TextWidth.width($0, bold: isBold, points: size).points }
    let space = TextWidth.width(" ", bold: isBold, points: size).points
    let limit = width.points * Self.share

    /// The ends of the lines from a piece on, and how uneven they are.
    func best(from start: Int, lines: Int) -> (ends: [Int], cost: Double)? {
      var found: (ends: [Int], cost: Double)?
      var line = -space
      for end in start..<pieces.count {
        line += space + widths[end]
        guard line <= limit else { break }
        let slack = (limit - line) * (limit - line)
        if lines == 1 {
          guard end == pieces.count - 1 else { continue }
          return isWidow(pieces[start...end]) && count > 1 ? nil : ([end], slack)
        }
        guard let rest = best(from: end + 1, lines: lines - 1) else { continue }
        let isSmooth = pieces[end].hasSuffix(",") || pieces[end + 1].hasPrefix("“")
        let cost = slack + rest.cost + (isSmooth ? 0 : limit * limit * commaWorth)
        if found.map({ cost < $0.cost }) ?? true { found = ([end] + rest.ends, cost) }
      }
      return found
    }

    guard let ends = best(from: 0, lines: count)?.ends else { return nil }
    return zip([-1] + ends, ends).map { pieces[($0 + 1)...$1].joined(separator: " ") }
  }

  /// True for a last line that is one word.
  private func isWidow(_ pieces: ArraySlice<String>) -> Bool {
    pieces.count == 1 && pieces.allSatisfy { !$0.contains(" ") && !$0.contains("\u{A0}") }
  }
}
