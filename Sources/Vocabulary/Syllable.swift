/// The shapes of Vietnamese syllables, to tell Vietnamese words from other letters.
enum Syllable {
  /// True when a word is spelled as one Vietnamese syllable, capitals at the front or throughout.
  ///
  /// Spelling is checked, not meaning: `nghiếng` passes.
  static func isPlausible(_ word: some StringProtocol) -> Bool {
    let letters = word.compactMap { VietnameseLetter($0) }
    guard !letters.isEmpty, letters.count == word.count, hasOneCase(letters) else { return false }
    let tones = letters.map(\.tone).filter { $0 != .ngang }
    guard tones.count <= 1 else { return false }
    let tone = tones.first ?? .ngang
    let spelling = String(letters.map(\.letter))
    return onsets.contains { onset in
      guard spelling.hasPrefix(onset) else { return false }
      let rime = String(spelling.dropFirst(onset.count))
      return rimes.contains(rime) && (!isStopped(rime) || tone == .sac || tone == .nang)
    }
  }

  /// All small, all capital, or capital first; `nGuyỄn` is not Vietnamese but a broken encoding.
  private static func hasOneCase(_ letters: [VietnameseLetter]) -> Bool {
    let rest = letters.dropFirst()
    return rest.allSatisfy { !$0.isUpper } || letters.allSatisfy(\.isUpper)
  }

  /// True for a rime that ends in `c`, `ch`, `p` or `t`, which only two tones can carry.
  private static func isStopped(_ rime: String) -> Bool {
    rime.hasSuffix("c") || rime.hasSuffix("ch") || rime.hasSuffix("p") || rime.hasSuffix("t")
  }

  private static let onsets =
    words(
      "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x") + [""]

  private static let rimes = Set(
    words(
      """
      a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
      e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên \
      iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay \
      oăc oăm oăn oăng oăt oe oen oeo oet ong oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
      u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya \
      uych uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
      y yêm yên yêng yêt yêu
      """))

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
