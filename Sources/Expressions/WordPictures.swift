internal import Vocabulary

/// What the switch `\@` of a Word field asks of a date: `dd/MM/yyyy`.
///
/// Days, months and years only: the names of days and months depend on Word's language, and the
/// data hold no hours.
public struct DatePicture: Hashable, Sendable {
  private enum Piece: Hashable {
    case day, dayOfTwo, month, monthOfTwo, year, yearOfTwo
    case literal(String)
  }

  private let pieces: [Piece]

  /// Reads a picture; nil for one that asks for more than the data hold.
  public init?(_ text: String) {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let character = rest.first {
      if character == "'" {
        let literal = rest.dropFirst().prefix { $0 != "'" }
        pieces.append(.literal(String(literal)))
        rest = rest[literal.endIndex...].dropFirst()
        continue
      }
      let same = rest.prefix { $0 == character }
      switch (character, same.count) {
      case ("d", 1), ("D", 1): pieces.append(.day)
      case ("d", 2), ("D", 2): pieces.append(.dayOfTwo)
      case ("M", 1): pieces.append(.month)
      case ("M", 2): pieces.append(.monthOfTwo)
      case ("y", 2), ("Y", 2): pieces.append(.yearOfTwo)
      case ("y", 4), ("Y", 4): pieces.append(.year)
      default:
        guard !"dDMyYhHmsAaPp".contains(character) else { return nil }
        pieces.append(.literal(String(same)))
      }
      rest = rest[same.endIndex...]
    }
    guard !pieces.isEmpty else { return nil }
    self.pieces = pieces
  }

  /// The date as the picture shows it.
  func shown(_ date: CivilDate) -> String {
    pieces.map { piece in
      switch piece {
      case .day: String(date.day)
      case .dayOfTwo: Self.padded(date.day)
      case .month: String(date.month)
      case .monthOfTwo: Self.padded(date.month)
      case .year: String(date.year)
      case .yearOfTwo: Self.padded(date.year % 100)
      case .literal(let text): text
      }
    }.joined()
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

/// What the switch `\#` of a Word field asks of a number: `#,##0`, `0,00 đồng`.
///
/// Whichever signs the picture divides with, the number is shown as Vietnamese write it: groups
/// divided by `.`, decimals behind `,`.
public struct NumberPicture: Hashable, Sendable {
  /// The picture of one sign of numbers.
  private struct Section: Hashable {
    var before = ""
    var behind = ""
    /// The places before the decimal sign, and how many of them show a zero.
    var places = 0
    var zeros = 0
    var decimals = 0
    /// The decimals that are shown as a zero too.
    var decimalZeros = 0
    var isGrouped = false
  }

  private let sections: [Section]

  /// Reads a picture; nil for one that can be read in two ways, or that drops digits.
  public init?(_ text: String) {
    var sections: [Section] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      guard let section = Self.section(part) else { return nil }
      sections.append(section)
    }
    guard (1...3).contains(sections.count), sections[0].places > 0 else { return nil }
    self.sections = sections
  }

  private static func section(_ text: Substring) -> Section? {
    var section = Section()
    var places: [Character] = []
    var isBehind = false
    var isQuoted = false
    for character in text {
      if character == "'" {
        isQuoted.toggle()
      } else if !isQuoted, "0#,.".contains(character) {
        guard !isBehind else { return nil }
        places.append(character)
      } else {
        guard isQuoted || !"xX".contains(character) else { return nil }
        if places.isEmpty {
          section.before.append(character)
        } else {
          isBehind = true
          section.behind.append(character)
        }
      }
    }
    // A full stop behind the places ends a sentence.
    while let last = places.last, last == "." || last == "," {
      section.behind = String(last) + section.behind
      places.removeLast()
    }
    if places.isEmpty, !section.before.isEmpty { return section }
    guard places.contains(where: { $0 == "0" || $0 == "#" }), let sign = decimalSign(places) else {
      return nil
    }
    let border = sign.isEmpty ? nil : places.lastIndex(of: Character(sign))
    let whole = places[..<(border ?? places.count)]
    let decimals = border.map { places[($0 + 1)...] } ?? []
    section.isGrouped = whole.contains { $0 == "," || $0 == "." }
    section.places = whole.count { $0 == "0" || $0 == "#" }
    section.zeros = whole.drop { $0 != "0" }.count { $0 == "0" || $0 == "#" }
    section.decimals = decimals.count
    section.decimalZeros = decimals.lastIndex(of: "0").map { $0 - decimals.startIndex + 1 } ?? 0
    return section
  }

  /// The sign before the decimals, empty when there are none; nil when that is anyone's guess.
  private static func decimalSign(_ places: [Character]) -> String? {
    let signs = places.indices.filter { places[$0] == "," || places[$0] == "." }
    guard let last = signs.last else { return "" }
    let kinds = Set(signs.map { places[$0] })
    let sign = places[last]
    if kinds.count == 2 {
      return signs.count { places[$0] == sign } == 1 ? String(sign) : nil
    }
    if signs.count > 1 || last == 0 { return "" }
    switch places.count - last - 1 {
    case 1, 2: return String(sign)
    case 3 where places[last - 1] == "#": return ""
    default: return nil
    }
  }

  /// The number as the picture shows it.
  func shown(_ number: Decimal) -> String {
    let index = number < Decimal(0) ? 1 : (number == Decimal(0) ? 2 : 0)
    let section = sections.indices.contains(index) ? sections[index] : sections[0]
    if section.places == 0 { return section.before }
    let isMinusShown = index == 1 && sections.count == 1
    let (whole, fraction) = Self.digits(of: number, places: section.decimals)
    var digits = whole == [0] ? [] : whole.map { Character(String($0)) }
    while digits.count < section.zeros { digits.insert("0", at: 0) }
    let missing = max(0, section.places - digits.count)
    if section.isGrouped {
      for position in stride(from: digits.count - 3, to: 0, by: -3) {
        digits.insert(".", at: position)
      }
    }
    var decimals = fraction
    while decimals.count > section.decimalZeros, decimals.last == 0 { decimals.removeLast() }
    // Word shows a space for every place of `#` that the number does not fill.
    let room = String(repeating: " ", count: missing)
    let tail = decimals.isEmpty ? "" : "," + decimals.map(String.init).joined()
    return section.before + room + (isMinusShown ? "-" : "") + String(digits) + tail
      + section.behind
  }

  /// The digits of a number's magnitude, rounded half away from zero.
  private static func digits(of number: Decimal, places: Int) -> (whole: [Int], fraction: [Int]) {
    let written = number.description.filter { $0 != "-" }
    let halves = written.split(separator: ".")
    var whole = halves[0].compactMap(\.wholeNumberValue)
    var fraction = halves.count > 1 ? halves[1].compactMap(\.wholeNumberValue) : []
    let isRoundedUp = fraction.count > places && fraction[places] >= 5
    fraction = Array(fraction.prefix(places))
    while fraction.count < places { fraction.append(0) }
    guard isRoundedUp else { return (whole, fraction) }
    var all = whole + fraction
    var position = all.count - 1
    while position >= 0 {
      all[position] += 1
      guard all[position] == 10 else { break }
      all[position] = 0
      position -= 1
    }
    if position < 0 { all.insert(1, at: 0) }
    whole = Array(all.dropLast(places))
    return (whole, Array(all.suffix(places)))
  }
}
