internal import Vocabulary
internal import XMLTree

/// The XML namespaces that finished documents are read by.
enum Namespace {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let wordDrawing =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
  static let link = "http://www.w3.org/1999/xlink"
  static let wordShape =
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
  static let compatibility =
    "http://schemas.openxmlformats.org/markup-compatibility/2006"
  static let vml = "urn:schemas-microsoft-com:vml"
  static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  static let draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  static let svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
  static let fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  static let meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
}

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
