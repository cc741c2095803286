internal import LocatedJSON
internal import Vocabulary

/// The words by which the lines of a certificate are known, from `Data/checks.json`.
///
/// All are kept without case and marks, as ``Wording/bare(_:)`` makes them.
struct CertificateWords: Sendable {
  /// The line before the award's name.
  let giving: [String]
  /// The awards.
  let awards: [String]
  /// How the line of the decision begins.
  let decision: [String]
  /// How the line of the golden book begins.
  let goldenBook: [String]
  /// What marks a proof.
  let proof: [String]

  /// The words of the table.
  static let standard: CertificateWords = {
    let json = Check.table?["giay_khen"]
    func words(_ key: String) -> [String] {
      (json?[key]?.array ?? []).compactMap { $0.string.map(Wording.bare) }
    }
    return CertificateWords(
      giving: words("tang"), awards: words("hinh_thuc"), decision: words("quyet_dinh"),
      goldenBook: words("so_vang"), proof: words("ban_thu"))
  }()

  /// True for a line that names one of these awards, also with the words before it.
  func isAward(_ text: String, among awards: [String]) -> Bool {
    Self.isOne(text, of: awards) || isGiven(text, among: awards)
  }

  /// True for an award that stands on one line with the words before it.
  func isGiven(_ text: String, among awards: [String]) -> Bool {
    Self.isOne(text, of: giving.flatMap { words in awards.map { "\(words) \($0)" } })
  }

  /// True when a line is one of these words and nothing else, also with letters set apart.
  static func isOne(_ text: String, of words: [String]) -> Bool {
    guard text.utf8.count < 80 else { return false }
    let letters = compact(Wording.bare(text))
    return words.contains { compact($0) == letters }
  }

  /// True when a line begins with one of these words.
  static func begins(_ text: String, with words: [String]) -> Bool {
    let bare = Wording.bare(text)
    return words.contains { bare.hasPrefix($0) }
  }

  private static func compact(_ text: String) -> String { text.replacing(" ", with: "") }

  /// True for a document that bears the name of such an award as a line of its own, before
  /// anything that papers of the decree have.
  func arePresent(in anatomy: Anatomy) -> Bool {
    guard anatomy.parts[.recipientsTitle] == nil else { return false }
    // A table of data may name an award; one that frames the whole certificate is none.
    let frame = anatomy.parts[.nation]?.first.flatMap { anatomy.items[$0.item].cell?.table }
    let opening = anatomy.fragments(0..<anatomy.items.count).lazy.filter { piece in
      anatomy.items[piece.item].cell.map { !$0.isData || $0.table == frame } ?? true
    }.prefix(Self.reach).prefix { piece in
      // Papers of the decree have their number before all this; a certificate's is its decision's.
      anatomy.parts[.number]?.first?.item != piece.item
    }
    return opening.contains {
      isAward($0.text, among: awards) && Wording.isCapitals($0.text)
    }
      || (opening.contains { Self.isOne($0.text, of: giving) }
        && opening.contains { Self.isOne($0.text, of: awards) })
  }

  /// How far from the beginning the award is looked for, in lines that print something.
  private static let reach = 12
}
