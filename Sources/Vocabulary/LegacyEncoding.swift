/// Text typed in an encoding from before Unicode and read as if it were Latin-1.
package enum LegacyEncoding {
  /// The old encodings that offices used.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// TCVN 5712:1993, VN3 (ABC), fonts `.VnTime`: one byte a letter.
    case tcvn3 = "TCVN3 (ABC)"
    /// VNI-Windows, fonts `VNI-Times`: a letter, then a byte for its marks.
    case vni = "VNI-Windows"
  }

  /// The encoding that a text seems to be in, and its repaired reading.
  ///
  /// Nil for Vietnamese in Unicode, for other languages, and when in doubt: words must be
  /// impossible as they stand and become Vietnamese syllables when read anew. A repaired reading
  /// is a proposal for a person.
  package static func suspect(_ text: String) -> (encoding: Kind, repaired: String)? {
    let text = VietnameseText.nfc(text)
    guard mayBeLegacy(text), words(of: text).contains(where: { !Syllable.isPlausible($0) })
    else { return nil }
    var best: (encoding: Kind, repaired: String)?
    var bestGain = 0
    for kind in Kind.allCases {
      let gain = gain(of: kind, in: text)
      if gain > bestGain { (best, bestGain) = ((kind, repair(text, kind)), gain) }
    }
    return best
  }

  /// The text read anew in an encoding; what the encoding does not know stays as it is.
  package static func repair(_ text: String, _ kind: Kind) -> String {
    switch kind {
    case .tcvn3: String(text.map { LegacyTables.tcvn3[$0] ?? $0 })
    case .vni: repairVNI(text)
    }
  }

  /// True when there is a sign of Latin-1 beyond ASCII, and no letter that only Unicode has.
  private static func mayBeLegacy(_ text: String) -> Bool {
    var found = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xA1...0xFF: found = true
      // Beyond Latin-1 an old text holds no letters, only the quotes and dashes of its editor.
      case 0x100...0x1FFF: return false
      default: break
      }
    }
    return found
  }

  /// How many words become Vietnamese by the repair; 0 when too many others speak against it.
  private static func gain(of kind: Kind, in text: String) -> Int {
    var (gained, spoiled, neutral) = (0, 0, 0)
    for word in words(of: text) {
      let was = Syllable.isPlausible(word)
      let becomes = Syllable.isPlausible(repair(String(word), kind))
      switch (was, becomes) {
      case (false, true): gained += 1
      case (_, false): spoiled += 1
      case (true, true): neutral += 1
      }
    }
    return gained > spoiled * 4 && gained * 3 >= neutral ? gained : 0
  }

  /// The words that a repair may change; a sign alone, such as × or ñ, proves nothing.
  private static func words(of text: String) -> [Substring] {
    text.split { !isWordSign($0) }.filter { word in
      let signs = word.count { !$0.isASCII }
      return signs > 0 && signs < word.count
    }
  }

  /// True for what a word of an old encoding is made of: ASCII letters and the upper Latin-1.
  private static func isWordSign(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return character.isASCII ? character.isLetter : (0xA1...0xFF).contains(scalar.value)
  }

  private static func repairVNI(_ text: String) -> String {
    var result = ""
    var base: Character?
    for character in text {
      if let letter = base, let whole = LegacyTables.vniPair(letter, character) {
        result.removeLast()
        result.append(whole)
        base = nil
      } else {
        result.append(LegacyTables.vniSingle[character] ?? character)
        base = result.last
      }
    }
    return result
  }
}
