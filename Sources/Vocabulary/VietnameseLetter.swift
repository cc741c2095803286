/// The six tones, in the order in which Vietnamese dictionaries sort them.
package enum Tone: UInt8, Hashable, Sendable, CaseIterable {
  /// Thanh ngang: no mark.
  case ngang
  /// Thanh huyền.
  case huyen
  /// Thanh hỏi.
  case hoi
  /// Thanh ngã.
  case nga
  /// Thanh sắc.
  case sac
  /// Thanh nặng.
  case nang
}

/// One letter taken apart into what spelling, sorting and comparing each look at.
struct VietnameseLetter: Hashable, Sendable {
  /// The letter of the alphabet in lower case, without tone: `ê` for `Ệ`.
  let letter: Character
  /// The letter without any mark, in its own case: `E` for `Ệ`, `D` for `Đ`.
  let plain: Character
  /// The tone the letter carries.
  let tone: Tone
  /// True for a capital.
  let isUpper: Bool

  /// The parts of a letter, or nil when the character is none that Vietnamese text holds.
  ///
  /// Composed and decomposed forms are equal characters to Swift, so both are found.
  init?(_ character: Character) {
    guard let known = Self.table[character] else { return nil }
    self = known
  }

  private init(letter: Character, plain: Character, tone: Tone, isUpper: Bool) {
    self.letter = letter
    self.plain = plain
    self.tone = tone
    self.isUpper = isUpper
  }

  /// True for a letter that can carry a tone.
  var isVowel: Bool { Self.vowels[letter] != nil }

  /// The lower-case form of this letter with another tone.
  func lowercased(with tone: Tone) -> Character {
    guard let forms = Self.vowels[letter] else { return letter }
    return forms[Int(tone.rawValue)]
  }

  /// Each vowel letter with its six forms, in the order of ``Tone``.
  private static let vowels: [Character: [Character]] = {
    let rows = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
      "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ]
    var vowels: [Character: [Character]] = [:]
    for row in rows {
      let forms = Array(row)
      vowels[forms[0]] = forms
    }
    return vowels
  }()

  private static let unmarked: [Character: Character] = [
    "ă": "a", "â": "a", "đ": "d", "ê": "e", "ô": "o", "ơ": "o", "ư": "u",
  ]

  private static let table: [Character: VietnameseLetter] = {
    var table: [Character: VietnameseLetter] = [:]
    func add(_ form: Character, _ letter: Character, _ tone: Tone) {
      let plain = unmarked[letter] ?? letter
      table[form] = VietnameseLetter(letter: letter, plain: plain, tone: tone, isUpper: false)
      let upper = Character(form.uppercased())
      table[upper] = VietnameseLetter(
        letter: letter, plain: Character(plain.uppercased()), tone: tone, isUpper: true)
    }
    for (letter, forms) in vowels {
      for tone in Tone.allCases { add(forms[Int(tone.rawValue)], letter, tone) }
    }
    for consonant in "bcdđfghjklmnpqrstvwxz" { add(consonant, consonant, .ngang) }
    return table
  }()
}
