internal import Vocabulary

/// Numbers of a document, which may come from anyone.
enum Measure {
  /// A number, cut to what can be printed; nil for what is no number.
  static func number(_ text: String?, within range: ClosedRange<Double>) -> Double? {
    guard let number = text.flatMap({ Double($0.trimmed) }), number.isFinite else { return nil }
    return cut(number, to: range)
  }

  /// A number brought into a range.
  static func cut(_ number: Double, to range: ClosedRange<Double>) -> Double {
    min(max(number, range.lowerBound), range.upperBound)
  }

  /// The sizes of letters that Word itself takes, in points.
  static let sizes = 1.0...1_638
  /// Percentages of a size, a length or a line.
  static let percentages = 1.0...1_000
}

extension Length {
  /// Twentieths of a point; a number that no page could hold is cut.
  static func twips(_ count: Int) -> Length {
    let sane = Double(max(-10_000_000, min(10_000_000, count)))
    return Length(micrometres: Int((sane * 25_400 / 1_440).rounded()))
  }

  /// English metric units, 360,000 to the centimetre.
  static func emu(_ count: Int) -> Length { Length(micrometres: count / 36) }

  /// A length with its unit, as CSS, VML and OpenDocument write it; nil when it is none.
  init?(measure: String) {
    let text = measure.trimmed
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" }
    guard let number = Double(digits), number.isFinite, abs(number) < 1e6 else { return nil }
    switch text.dropFirst(digits.count).lowercased() {
    case "mm": self = .millimetres(number)
    case "cm": self = .millimetres(number * 10)
    case "in": self = .millimetres(number * 25.4)
    case "pt": self = .points(number)
    case "pc": self = .points(number * 12)
    case "px": self = .points(number * 0.75)
    case "" where number == 0: self = .zero
    default: return nil
    }
  }

  /// Points to two places: micrometres would turn 13 points into 12.9997.
  var wholePoints: Double { (points * 100).rounded() / 100 }

  /// Half of the length.
  var half: Length { Length(micrometres: micrometres / 2) }
}
