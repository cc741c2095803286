/// What folding, unmarking and measuring make of the letters of Latin text, looked up by code point.
///
/// The rules stand in ``VietnameseText`` and ``TextWidth`` and speak of characters; asking them for
/// each letter of each paragraph costs more than all else that is done with a text. The table is
/// made of their answers, once, and holds only code points that are characters by themselves: a
/// text with any other, such as a combining mark, goes by the rules.
enum LetterTable {
  /// What a code point becomes.
  struct Entry {
    /// What it is to folding.
    enum Kind { case unknown, gap, vowel, other }

    var kind = Kind.unknown
    /// The tone of a vowel, by ``Tone``.
    var tone: UInt8 = 0
    /// The row of a vowel in ``forms``.
    var row: UInt8 = 0
    /// What any other folds to.
    var folded: UInt32 = 0
    /// What it folds to once its marks are taken away.
    var bare: UInt32 = 0
    /// What it is without its marks, in its own case; 0 when that is no single code point.
    var plain: UInt32 = 0
    /// Its widths in 1/2048 em.
    var regular: Int32 = 0
    var bold: Int32 = 0
  }

  /// The entry of a code point; of kind `unknown` for one that the rules must be asked about.
  @inline(__always)
  static func entry(_ scalar: Unicode.Scalar, in entries: [Entry]) -> Entry {
    let value = Int(scalar.value)
    return value < 0x250
      ? entries[value]
      : (0x1E00..<0x1F00).contains(value)
        ? entries[value - 0x1E00 + 0x250]
        : (0x2010..<0x2028).contains(value) ? entries[value - 0x2010 + 0x350] : Entry()
  }

  /// The entries of U+0000–U+024F, U+1E00–U+1EFF and U+2010–U+2027, one behind another.
  static let entries: [Entry] = [UInt32(0)..<0x250, 0x1E00..<0x1F00, 0x2010..<0x2028]
    .flatMap { range in range.map { Unicode.Scalar($0).map(made) ?? Entry() } }

  /// The six forms of each vowel letter in the order of ``Tone``, row by row.
  static let forms: [UInt32] = rows.flatMap { letter in
    Tone.allCases.compactMap {
      VietnameseLetter(letter)?.lowercased(with: $0).unicodeScalars.first?.value
    }
  }

  private static let rows = Array("aăâeêioôơuưy")

  private static func made(_ scalar: Unicode.Scalar) -> Entry {
    var entry = Entry()
    let character = Character(scalar)
    // A carriage return may be one character with what follows.
    guard scalar != "\r", let plain = only(VietnameseText.unmarked(character)) else { return entry }
    entry.plain = plain.value
    entry.regular = Int32(TextWidth.advance(of: character, bold: false))
    entry.bold = Int32(TextWidth.advance(of: character, bold: true))
    if VietnameseText.isSeparator(character) {
      entry.kind = .gap
    } else if let letter = VietnameseLetter(character),
      let row = rows.firstIndex(of: letter.letter)
    {
      entry.kind = .vowel
      entry.row = UInt8(row)
      entry.tone = letter.tone.rawValue
      entry.bare = only(VietnameseText.unmarked(letter.letter))?.value ?? 0
    } else {
      let folded = VietnameseText.nfc(String(character).lowercased())
      guard let first = folded.unicodeScalars.first, folded.unicodeScalars.count == 1,
        let bare = only(VietnameseText.unmarked(Character(first)))
      else { return entry }
      entry.kind = .other
      entry.folded = first.value
      entry.bare = bare.value
    }
    return entry
  }

  /// The one code point of a character; nil when it has several.
  private static func only(_ character: Character) -> Unicode.Scalar? {
    character.unicodeScalars.count == 1 ? character.unicodeScalars.first : nil
  }
}

extension VietnameseText {
  /// ``folded(_:)`` by the table; nil when the rules must be asked.
  static func foldedByTable(_ name: String) -> String? {
    let entries = LetterTable.entries
    let forms = LetterTable.forms
    var result = String.UnicodeScalarView()
    result.reserveCapacity(name.utf8.count)
    // The vowels that stand together, of which the first takes the one tone.
    var group: [(row: Int, tone: Int)] = []
    var gap = false
    func close() {
      guard !group.isEmpty else { return }
      let toned = group.filter { $0.tone > 0 }
      for (index, vowel) in group.enumerated() {
        let tone = toned.count == 1 ? (index == 0 ? toned[0].tone : 0) : vowel.tone
        if let form = Unicode.Scalar(forms[vowel.row * 6 + tone]) { result.append(form) }
      }
      group.removeAll(keepingCapacity: true)
    }
    for scalar in name.unicodeScalars {
      let entry = LetterTable.entry(scalar, in: entries)
      switch entry.kind {
      case .unknown: return nil
      case .gap:
        gap = true
        continue
      case .vowel, .other:
        if gap || entry.kind == .other { close() }
        if gap, !result.isEmpty { result.append(" ") }
        gap = false
        if entry.kind == .vowel {
          group.append((Int(entry.row), Int(entry.tone)))
        } else if let letter = Unicode.Scalar(entry.folded) {
          result.append(letter)
        }
      }
    }
    close()
    return String(result)
  }

  /// ``bare(_:)`` by the table; nil when the rules must be asked.
  static func bareByTable(_ text: String) -> String? {
    let entries = LetterTable.entries
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var gap = false
    for scalar in text.unicodeScalars {
      let entry = LetterTable.entry(scalar, in: entries)
      switch entry.kind {
      case .unknown: return nil
      case .gap:
        gap = true
        continue
      case .vowel, .other: break
      }
      if gap, !result.isEmpty { result.append(UInt8(ascii: " ")) }
      gap = false
      if entry.bare < 0x80 {
        result.append(UInt8(truncatingIfNeeded: entry.bare))
      } else if let letter = Unicode.Scalar(entry.bare) {
        result.append(contentsOf: UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
