/// Vietnamese dictionary order: letters first, then tones, then case, whatever the locale.
package enum VietnameseCollation {
  /// What a text is sorted by; equal texts have equal keys.
  package struct Key: Hashable, Sendable, Comparable {
    fileprivate var weights: [UInt8] = []

    /// Orders keys as a dictionary orders the texts.
    package static func < (left: Key, right: Key) -> Bool {
      left.weights.lexicographicallyPrecedes(right.weights)
    }
  }

  /// The key of a text.
  package static func key(_ text: String) -> Key {
    var letters: [UInt8] = []
    var tones: [UInt8] = []
    var cases: [UInt8] = []
    for character in text {
      guard let letter = VietnameseLetter(character), let weight = order[letter.letter] else {
        letters += weights(ofSign: character)
        tones.append(1)
        cases.append(1)
        continue
      }
      letters.append(weight)
      tones.append(1 + letter.tone.rawValue)
      cases.append(letter.isUpper ? 2 : 1)
    }
    // 0 is smaller than every weight, so a text sorts before its continuations.
    return Key(weights: letters + [0] + tones + [0] + cases + [0])
  }

  /// True when the first text stands before the second in a dictionary.
  package static func precedes(_ left: String, _ right: String) -> Bool { key(left) < key(right) }

  private static let order: [Character: UInt8] = {
    let alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
    return Dictionary(
      uniqueKeysWithValues: alphabet.enumerated().map { ($1, UInt8(0xA0 + $0)) })
  }()

  /// A space before all signs, signs before digits, digits before letters, the rest behind.
  private static func weights(ofSign character: Character) -> [UInt8] {
    if character.isWhitespace { return [0x01] }
    if let ascii = character.asciiValue {
      return [character.isNumber ? 0x80 + (ascii & 0x0F) : ascii]
    }
    let scalars = VietnameseText.nfc(String(character)).unicodeScalars
    return [0xF0]
      + scalars.flatMap { scalar in
        [16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
      }
  }
}

/// A person's name as Vietnamese lists sort it: by given name, then by the rest.
package enum PersonName {
  /// What a list of people is sorted by.
  package struct SortKey: Hashable, Sendable, Comparable {
    fileprivate let given: VietnameseCollation.Key
    fileprivate let rest: VietnameseCollation.Key

    /// Orders by given name, then family and middle name.
    package static func < (left: SortKey, right: SortKey) -> Bool {
      (left.given, left.rest) < (right.given, right.rest)
    }
  }

  /// The sort key of a full name (họ, tên đệm, tên).
  ///
  /// `tenGoi` (tên gọi) names the given name when it is not the last word, as in names of more
  /// than one syllable and in names of some peoples.
  package static func sortKey(_ fullName: String, tenGoi: String? = nil) -> SortKey {
    let words = fullName.split(whereSeparator: \.isWhitespace).map(String.init)
    let called = (tenGoi ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    let given = called.isEmpty ? Array(words.suffix(1)) : called
    let atEnd = words.count >= given.count && Array(words.suffix(given.count)) == given
    let rest = atEnd ? Array(words.dropLast(given.count)) : words
    return SortKey(
      given: VietnameseCollation.key(given.joined(separator: " ")),
      rest: VietnameseCollation.key(rest.joined(separator: " ")))
  }

  /// The given name: `tenGoi` when there is one, else the last word.
  package static func givenName(_ fullName: String, tenGoi: String? = nil) -> String {
    if let tenGoi, !tenGoi.isEmpty { return tenGoi }
    return fullName.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
  }
}
