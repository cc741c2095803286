internal import Vocabulary

/// Questions about the words of a document.
enum Wording {
  /// The words by which the nation's name is known, in folded form.
  static let nation = VietnameseText.folded("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
  /// The motto as it must stand.
  static let motto = "Độc lập - Tự do - Hạnh phúc"

  /// The text without case and marks, its words with single spaces.
  static func bare(_ text: String) -> String {
    VietnameseText.bare(text)
  }

  /// True for a text that begins as the nation's name does, whatever its case and marks.
  static func isNation(_ text: String) -> Bool {
    text.utf8.contains { $0 | 0x20 == UInt8(ascii: "c") }
      && bare(text).begins(with: "cong hoa xa hoi chu ng")
  }

  /// True for the motto, whatever its case, marks and signs.
  static func isMotto(_ text: String) -> Bool {
    guard text.utf8.count >= 15 else { return false }
    let bare = bare(text)
    return bare.begins(with: "doc lap") && bare.has("hanh phuc")
  }

  /// True when every letter is a capital, and there is one.
  static func isCapitals(_ text: String) -> Bool {
    !text.unicodeScalars.contains(where: \.isSmall)
      && text.unicodeScalars.contains(where: \.isLetter)
  }

  /// True for a row of strokes that stands for a drawn line.
  static func isStroke(_ text: String) -> Bool {
    // Its first sign mostly answers.
    guard let first = text.unicodeScalars.first, !first.isLetter, !first.isNumber else {
      return false
    }
    return text.count >= 3 && text.allSatisfy { "_-–—─‾¯".contains($0) }
  }

  /// True for the dots and blanks that hold the place of something.
  static func isBlankFiller(_ character: Character) -> Bool {
    character.isWhitespace || ".…_·".contains(character)
  }

  /// The text shortened for a message.
  static func excerpt(_ text: String) -> String {
    let line = text.replacing("\n", with: " ").replacing("\t", with: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }

  /// The words of a text.
  static func words(_ text: String) -> [Substring] { text.words }
}

/// What a paragraph of the body is by its first words.
enum BodyRole: Hashable, Sendable {
  /// `Phần I` or `Chương I`, with its word.
  case chapter(word: String, number: String)
  /// `Mục 1` or `Tiểu mục 1`, with its word.
  case section(word: String, number: String)
  /// `Điều 1. Tên`.
  case article(number: String, title: String)
  /// `I. TÊN MỤC`.
  case roman(number: String, title: String)
  /// `1. …`.
  case clause(number: String, text: String)
  /// `a) …`.
  case point(letter: String)
  /// `- …`, `+ …`.
  case dash(String)
  /// Anything else.
  case plain

  /// Reads the first words of a paragraph.
  init(_ text: String) {
    // Asked of every paragraph: what few of them need is made only for those.
    let words = text.firstWords(4)
    guard let first = words.first.map(String.init) else {
      self = .plain
      return
    }
    func rest() -> String { text.words(from: words.dropFirst().first) }
    let isShort = words.count <= 3
    let bare = isShort ? Wording.bare(first) : ""
    if isShort, ["phan", "chuong"].contains(bare), words.count > 1 {
      self = .chapter(word: first, number: rest())
    } else if isShort, bare == "muc", words.count == 2 {
      self = .section(word: first, number: rest())
    } else if isShort, bare.begins(with: "tieu"), Wording.bare(text).begins(with: "tieu muc "),
      words.count == 3
    {
      self = .section(word: "Tiểu mục", number: String(words[2]))
    } else if ["Điều", "ĐIỀU"].contains(first), words.count > 1, words[1].first?.isNumber == true {
      let number = words[1].prefix { $0.isNumber || $0 == "." || $0 == ":" }
      self = .article(
        number: String(number), title: text.words(from: words.dropFirst(2).first))
    } else if words.count > 1, let listed = Self.listed(first, rest) {
      self = listed
    } else if ["-", "–", "—", "+", "*", "•"].contains(first) {
      self = .dash(first)
    } else {
      self = .plain
    }
  }

  /// A paragraph whose first word is a number or a letter that counts; nil for any other.
  private static func listed(_ first: String, _ rest: () -> String) -> BodyRole? {
    // The sign or a digit must stand at its end, so most words need no closer look.
    guard let end = first.utf8.last,
      end == UInt8(ascii: ".") || end == UInt8(ascii: ")") || (0x30...0x39).contains(end)
        || end >= 0x80
    else { return nil }
    let mark = first.last
    let isMarked = mark == "." || mark == ")"
    let number = isMarked ? String(first.dropLast()) : first
    if mark == ".", !number.isEmpty, number.allSatisfy({ "IVXLC".contains($0) }) {
      return .roman(number: number, title: rest())
    }
    if isMarked, number.count == 1, number.first?.isLowercase == true {
      return .point(letter: number)
    }
    let levels = number.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = levels.allSatisfy { $0.count <= 2 && !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    return isNumber && (isMarked || levels.count > 1) ? .clause(number: number, text: rest()) : nil
  }

  /// True for a line that opens a part and is no sentence.
  var isHeading: Bool {
    switch self {
    case .chapter, .section, .roman: true
    default: false
    }
  }
}
