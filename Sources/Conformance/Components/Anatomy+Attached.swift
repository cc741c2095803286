internal import Vocabulary

// MARK: - What may follow the foot, or stand alone

extension Anatomy {
  /// True for the line that an agency's signature on a file is shown by: number, then time.
  ///
  /// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 8, điểm b.
  static func isAgencyMark(_ text: String) -> Bool {
    // Both have a colon between digits, which few lines of a document have.
    guard text.utf8.contains(UInt8(ascii: ":")) else { return false }
    return (mayHoldInstant(text) && instant.isIn(text))
      || (text.has(";") && numberAndTime.isIn(text))
  }

  /// True when a `T` stands between what may be digits.
  private static func mayHoldInstant(_ text: String) -> Bool {
    func mayBeDigit(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x30...0x39).contains(byte) }
    let bytes = text.utf8.span
    for index in bytes.indices where bytes[index] == UInt8(ascii: "T") {
      if index > 0, index + 1 < bytes.count, mayBeDigit(bytes[index - 1]),
        mayBeDigit(bytes[index + 1])
      {
        return true
      }
    }
    return false
  }

  /// True for a text by which a part of the document is recognised, wherever it stands.
  static func marksPart(_ text: String) -> Bool {
    isRecipientsTitle(text) || isAnnexHeading(text) || isAgencyMark(text) || isCopyForm(text)
      || isNumber(text) || Wording.isNation(text)
  }

  /// Words of a decision that puts another text in force, in bare letters.
  static let enclosed = "kem theo"
  /// The word for an annex, in bare letters.
  static let annexed = "phu luc"

  /// True for the word that heads the block of a copy.
  private static func isCopyForm(_ text: String) -> Bool {
    text.utf8.count < 20 && ["sao y", "sao luc", "trich sao"].contains(Wording.bare(text))
  }

  private static let instant = Pattern(/\d{4}-\d\d-\d\dT\d\d:\d\d/)
  private static let numberAndTime = Pattern(
    /^[Ss]ố:?\s.*;.*\d{1,2}\s?:\s?\d{2}\s?:\s?\d{2}/)

  /// Finds a copy's block, a text that a decision puts in force, and an annex in a file of its own.
  mutating func findAttached() {
    let opening = fragments(0..<min(8, items.count))
    if let mark = opening.first(where: { Self.isAgencyMark($0.text) }) {
      parts[.agencyMark] = [mark]
    }
    let first = opening.first { !Self.isAgencyMark($0.text) }
    isAnnexAlone =
      !hasHead && parts[.recipientsTitle] == nil
      && first.map { Self.isAnnexHeading($0.text) } == true
    if isAnnexAlone {
      parts[.title] = nil
      parts[.subject] = nil
      return
    }
    let start = footEnd
    guard start < items.count, parts[.signature] != nil || parts[.recipientsTitle] != nil else {
      return
    }
    let behind = fragments(start..<items.count)
    if let form = behind.first(where: { Self.isCopyForm($0.text) }) { parts[.copyForm] = [form] }
    guard ["NQ", "QĐ"].contains(type?.code) else { return }
    let title = behind.prefix(14).first {
      Wording.isCapitals($0.text) && DocumentType.of(title: $0.text) != nil
        && Wording.words($0.text).count <= 4 && items[$0.item].cell?.isData != true
    }
    let isAnnex = behind.first?.text.begins(with: "Phụ lục") == true
    let isEnacted = fragments(headEnd..<start).contains {
      Wording.bare($0.text).has(Self.enclosed)
    }
    if let title, !isAnnex, isEnacted, parts[.copyForm] == nil { parts[.attached] = [title] }
  }
}
