/// Vietnamese text as Unicode: one composed form, comparing, letter case, safe file names.
package enum VietnameseText {
  /// The same text with every Latin letter and its marks composed into one code point (NFC).
  ///
  /// Covers the letters of U+00C0–U+024F and U+1E00–U+1EFF, which is every letter that
  /// Vietnamese and the European languages write; other scripts stay as they are.
  package static func nfc(_ text: String) -> String {
    guard mayHoldMarks(text) else { return text }
    var result = String.UnicodeScalarView()
    for character in text {
      if let composed = composed[character] {
        result.append(composed)
      } else {
        result.append(contentsOf: compose(character))
      }
    }
    return String(result)
  }

  /// True when ``nfc(_:)`` leaves every byte of the text as it is.
  package static func isNFC(_ text: String) -> Bool {
    guard mayHoldMarks(text) else { return true }
    return nfc(text).utf8.elementsEqual(text.utf8)
  }

  /// Finds the combining marks U+0300–U+036F by the first byte of their UTF-8 form.
  private static func mayHoldMarks(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0xCC || $0 == 0xCD }
  }

  /// Composes from the left, mark by mark, a letter that has no composed form as a whole.
  private static func compose(_ character: Character) -> String.UnicodeScalarView {
    let scalars = character.unicodeScalars
    guard let base = scalars.first, scalars.count > 1 else {
      return String(character).unicodeScalars
    }
    var head = base
    var rest = String.UnicodeScalarView()
    for mark in scalars.dropFirst() {
      var pair = String.UnicodeScalarView()
      pair.append(head)
      pair.append(mark)
      if let whole = composed[Character(String(pair))] {
        head = whole
      } else {
        rest.append(mark)
      }
    }
    var result = String.UnicodeScalarView()
    result.append(head)
    result.append(contentsOf: rest)
    // A mark may have jumped over one that blocks it; then the text would have changed.
    return String(result) == String(character) ? result : String(character).unicodeScalars
  }

  /// The composed letters; equal characters include every decomposed spelling of them.
  private static let composed: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    for range in [UInt32(0xC0)...0x24F, 0x1E00...0x1EFF] {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        table[Character(scalar)] = scalar
      }
    }
    return table
  }()
}

extension VietnameseText {
  /// The text without tone and letter marks, `đ` as `d`, in its own case.
  package static func withoutMarks(_ text: String) -> String {
    String(text.map(unmarked))
  }

  /// The letter without its marks, in its own case; any other character as it is.
  static func unmarked(_ character: Character) -> Character {
    VietnameseLetter(character)?.plain ?? foreign[character] ?? character
  }

  /// The key of ``folded(_:)`` without its marks.
  package static func bare(_ text: String) -> String {
    bareByTable(text) ?? withoutMarks(foldedByRules(text))
  }

  /// Letters of other languages that stand in names, and the look-alike of `Đ` in old files.
  private static let foreign: [Character: Character] = [
    "ä": "a", "å": "a", "ç": "c", "ë": "e", "î": "i", "ï": "i", "ñ": "n", "ö": "o", "ø": "o",
    "û": "u", "ü": "u", "ÿ": "y", "ð": "d", "Ä": "A", "Å": "A", "Ç": "C", "Ë": "E", "Î": "I",
    "Ï": "I", "Ñ": "N", "Ö": "O", "Ø": "O", "Û": "U", "Ü": "U", "Ÿ": "Y", "Ð": "D",
  ]

  /// A key under which two spellings of one name are equal; not a text to show.
  ///
  /// NFC, lower case, the tone on the first vowel of its group (so `hoà` is `hòa`), and every run
  /// of spaces, no-break spaces, `_` and `-` as one space.
  package static func folded(_ name: String) -> String {
    foldedByTable(name) ?? foldedByRules(name)
  }

  /// ``folded(_:)`` character by character.
  static func foldedByRules(_ name: String) -> String {
    var result = ""
    var group: [VietnameseLetter] = []
    var gap = false
    for character in name {
      if isSeparator(character) {
        gap = true
        continue
      }
      let letter = VietnameseLetter(character)
      let isVowel = letter?.isVowel ?? false
      if gap || !isVowel {
        result += toneFirst(group)
        group = []
      }
      if gap, !result.isEmpty { result.append(" ") }
      gap = false
      if let letter, isVowel {
        group.append(letter)
      } else {
        result += nfc(String(character).lowercased())
      }
    }
    return result + toneFirst(group)
  }

  /// True for what may stand between two words of a name.
  static func isSeparator(_ character: Character) -> Bool {
    character == "_" || character == "-" || character.isWhitespace
  }

  /// A group of vowels in lower case, its one tone moved to the first of them.
  private static func toneFirst(_ group: [VietnameseLetter]) -> String {
    let tones = group.map(\.tone).filter { $0 != .ngang }
    guard let tone = tones.first, tones.count == 1 else {
      return String(group.map { $0.lowercased(with: $0.tone) })
    }
    return String(
      group.enumerated().map { index, letter in
        letter.lowercased(with: index == 0 ? tone : .ngang)
      })
  }

  /// True when two names mean the same key, as ``FoldedName`` says.
  package static func sameName(_ one: String, _ other: String) -> Bool {
    FoldedName(one).means(FoldedName(other))
  }

  /// How long a ``slug(_:)`` may be: a file's name has room for 255 bytes, and more than this stands in it.
  private static let longestSlug = 100

  /// A file name's part made of a text: `a`–`z`, `0`–`9` and single `-` between words, at most 100 signs.
  package static func slug(_ text: String) -> String {
    var result = ""
    for character in withoutMarks(text).lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        result.append(character)
      } else if !result.isEmpty, result.last != "-" {
        result.append("-")
      }
    }
    if result.last == "-" { result.removeLast() }
    guard result.count > longestSlug else { return result }
    // Cut between words, where there are any.
    let cut = result.prefix(longestSlug + 1)
    return String(cut[..<(cut.lastIndex(of: "-") ?? cut.index(before: cut.endIndex))])
  }

  /// The text with its first letter as a capital and the rest as it is.
  package static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
