/// A document that a text cites by type and number: `Nghị định số 98/2023/NĐ-CP ngày 31`.
///
/// Every paragraph is searched for these, so they are found by a walk over the code points that
/// stops at each ` số `, not by an expression, which would be tried at each letter.
struct NumberedCitation {
  /// The type, such as `Nghị định`.
  var type: String
  /// Number and symbol, such as `98/2023/NĐ-CP`.
  var number: String
  /// The beginning of the day behind it, such as ` ngày 3`; nil without one.
  var day: String?

  private static let types = [
    "Nghị định", "Quyết định", "Thông tư", "Nghị quyết", "Chỉ thị", "Kế hoạch", "Công văn",
    "Hướng dẫn",
  ].map { (name: $0, scalars: Array($0.unicodeScalars)) }
  private static let mark = Array(" số ".unicodeScalars)
  private static let word = Array("ngày".unicodeScalars)

  /// The citations in a text, in their order.
  static func all(in text: String) -> [NumberedCitation] {
    // Most paragraphs cite nothing.
    guard text.has(" số "), text.has("/") else { return [] }
    let scalars = Array(text.unicodeScalars)
    var found: [NumberedCitation] = []
    var position = 0
    while position < scalars.count {
      guard scalars[position...].starts(with: mark),
        let type = types.first(where: { scalars[..<position].ends(with: $0.scalars) }),
        let (cited, end) = read(scalars, from: position + mark.count, type.name)
      else {
        position += 1
        continue
      }
      found.append(cited)
      position = end
    }
    return found
  }

  /// Reads number, symbol and the beginning of a day; nil when no number stands there.
  private static func read(
    _ scalars: [Unicode.Scalar], from start: Int, _ type: String
  ) -> (NumberedCitation, end: Int)? {
    func end(from start: Int, while isPart: (Unicode.Scalar) -> Bool) -> Int {
      scalars[start...].firstIndex { !isPart($0) } ?? scalars.count
    }
    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    let stroke = end(from: start, while: \.isDigit)
    guard stroke > start, stroke < scalars.count, scalars[stroke] == "/" else { return nil }
    let last = end(from: stroke + 1) {
      $0.isLetter || $0.isDigit || $0 == "&" || $0 == "/" || $0 == "-"
    }
    guard last > stroke + 1 else { return nil }
    var cited = NumberedCitation(type: type, number: text(start..<last))
    let day = end(from: last, while: \.isSpace)
    guard day > last, scalars[day...].starts(with: word) else { return (cited, last) }
    let digit = end(from: day + word.count, while: \.isSpace)
    guard digit > day + word.count, digit < scalars.count, scalars[digit].isDigit else {
      return (cited, last)
    }
    cited.day = text(last..<(digit + 1))
    return (cited, digit + 1)
  }
}

extension Unicode.Scalar {
  /// True for a digit from 0 to 9.
  fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func ends(with other: [Unicode.Scalar]) -> Bool {
    suffix(other.count).elementsEqual(other)
  }
}
