/// The old encodings as Latin-1 shows them, and the letters they stand for.
enum LegacyTables {
  /// TCVN3: each sign is one letter; the bytes A1–AE, B5–FE in their order.
  ///
  /// Capitals with a tone are small letters in a font of capitals, so there are none here.
  static let tcvn3: [Character: Character] = pairs(
    signs: "¡¢£¤¥¦§¨©ª«¬\u{AD}®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    letters: "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")

  /// VNI: letters that are one sign, in both cases.
  static let vniSingle: [Character: Character] = pairs(
    signs: "ôöñìíæóòîÔÖÑÌÍÆÓÒÎ", letters: "ơưđìíỉĩịỵƠƯĐÌÍỈĨỊỴ")

  /// VNI: the letter that a letter and the sign of its marks behind it make.
  ///
  /// The letter is given as ``vniSingle`` reads it: `ơ` for `ô`.
  static func vniPair(_ letter: Character, _ sign: Character) -> Character? { vni[[letter, sign]] }

  private static let vni: [[Character]: Character] = {
    var table: [[Character]: Character] = [:]
    for (base, signs, letters) in [
      ("a", "øûõùïâàåãáäêèúüéë", "àảãáạâầẩẫấậăằẳẵắặ"), ("e", "øûõùïâàåãáä", "èẻẽéẹêềểễếệ"),
      ("o", "øûõùïâàåãáä", "òỏõóọôồổỗốộ"), ("u", "øûõùï", "ùủũúụ"), ("y", "øûõù", "ỳỷỹý"),
      ("ơ", "øûõùï", "ờởỡớợ"), ("ư", "øûõùï", "ừửữứự"),
    ] as [(Character, String, String)] {
      let upper = Character(base.uppercased())
      for (sign, letter) in zip(signs, letters) {
        table[[base, sign]] = letter
        let capital = Character(letter.uppercased())
        table[[upper, sign]] = capital
        table[[upper, Character(sign.uppercased())]] = capital
      }
    }
    return table
  }()

  private static func pairs(signs: String, letters: String) -> [Character: Character] {
    // Equal signs would be a slip in the tables; the first then wins and a test fails.
    Dictionary(zip(signs, letters)) { first, _ in first }
  }
}
