internal import XMLTree

/// The automatic numbers of a DOCX, counted along the document.
struct WordNumbering {
  /// A list and a level in it.
  struct Reference: Hashable {
    var list: String
    var level: Int

    /// Reads a `numPr`; what it does not say is taken from the one that it overrules.
    init?(_ properties: XMLElement, over former: Reference?) {
      guard let list = properties.child(.numId)?.w(.val) ?? former?.list, list != "0" else {
        return nil
      }
      self.list = list
      level = properties.child(.ilvl)?.wholeNumber(.val) ?? former?.level ?? 0
    }
  }

  private var levels: [Reference: XMLElement] = [:]
  private var abstract: [String: String] = [:]
  private var counters: [String: [Int: Int]] = [:]

  init(_ root: XMLElement?) {
    var definitions: [String: XMLElement] = [:]
    for node in root.elements where node.isElement(.abstractNum, in: .word) {
      if let id = node.w(.abstractNumId) { definitions[id] = node }
    }
    for node in root.elements where node.isElement(.num, in: .word) {
      guard let list = node.w(.numId), let id = node.child(.abstractNumId)?.w(.val) else {
        continue
      }
      abstract[list] = id
      for level in definitions[id].elements {
        if let number = level.wholeNumber(.ilvl) {
          levels[Reference(list: list, level: number)] = level
        }
      }
      for change in node.elements where change.isElement(.lvlOverride, in: .word) {
        guard let number = change.wholeNumber(.ilvl), let level = change.child(.lvl) else {
          continue
        }
        levels[Reference(list: list, level: number)] = level
      }
    }
  }

  /// What the document says of a level.
  func level(_ reference: Reference) -> XMLElement? { levels[reference] }

  /// The number of the next paragraph of a level, such as `1.` or `-`.
  mutating func next(_ reference: Reference) -> String {
    guard let level = levels[reference], let id = abstract[reference.list] else { return "" }
    var counts = counters[id] ?? [:]
    counts[reference.level] = counts[reference.level].map { $0 &+ 1 } ?? start(reference)
    for deeper in counts.keys where deeper > reference.level { counts[deeper] = nil }
    counters[id] = counts
    let text = level.child(.lvlText)?.w(.val) ?? ""
    if level.child(.numFmt)?.w(.val) == "bullet" { return ListNumber.sign(text) }
    var label = ""
    var isNumber = false
    for character in text {
      if isNumber, let digit = character.wholeNumberValue, digit > 0 {
        let other = Reference(list: reference.list, level: digit - 1)
        let format = levels[other]?.child(.numFmt)?.w(.val) ?? "decimal"
        label += ListNumber.text(counts[digit - 1] ?? start(other), format)
        isNumber = false
      } else if character == "%" {
        isNumber = true
      } else {
        label.append(character)
      }
    }
    return label
  }

  private func start(_ reference: Reference) -> Int {
    levels[reference]?.child(.start)?.wholeNumber(.val) ?? 1
  }
}

extension WordNumbering.Reference {
  fileprivate init(list: String, level: Int) {
    self.list = list
    self.level = level
  }
}

/// A number in one of the ways in which lists are numbered.
enum ListNumber {
  /// The text of a number; `format` by the name of either format, `decimal` or `1`.
  static func text(_ number: Int, _ format: String) -> String {
    switch format {
    case "upperRoman", "I": roman(number)
    case "lowerRoman", "i": roman(number).lowercased()
    case "upperLetter", "A": letter(number).uppercased()
    case "lowerLetter", "a": letter(number)
    case "none", "": ""
    default: String(number)
    }
  }

  /// The sign of a bullet; the letters of symbol fonts have no meaning in text.
  static func sign(_ text: String) -> String {
    text.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) } ? "•" : text
  }

  /// A number in Roman numerals; outside 1 to 3999 as it is.
  static func roman(_ number: Int) -> String {
    guard (1...3_999).contains(number) else { return String(number) }
    let signs = [
      (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func letter(_ number: Int) -> String {
    guard (1...26).contains(number), let scalar = Unicode.Scalar(UInt32(96 + number)) else {
      return String(number)
    }
    return String(Character(scalar))
  }
}
