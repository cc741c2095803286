/// Whole numbers in Vietnamese words, as money is written out in documents.
package enum NumberWords {
  /// The number in lower-case words, such as `một triệu hai trăm năm mươi nghìn`.
  package static func words(_ number: Int) -> String {
    guard number != 0 else { return digits[0] }
    let words = (number < 0 ? ["âm"] : []) + positive(number.magnitude, follows: false)
    return words.joined(separator: " ")
  }

  private static let digits = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
  ]

  /// The words of a number above 0; `follows` when larger units stand before it.
  private static func positive(_ number: UInt, follows: Bool) -> [String] {
    let billion: UInt = 1_000_000_000
    if number >= billion {
      let head = positive(number / billion, follows: follows) + ["tỷ"]
      return number % billion == 0 ? head : head + positive(number % billion, follows: true)
    }
    var words: [String] = []
    for (size, unit) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] as [(UInt, String)] {
      let group = Int(number / size % 1_000)
      guard group > 0 else { continue }
      words += hundreds(group, whole: follows || !words.isEmpty)
      if !unit.isEmpty { words.append(unit) }
    }
    return words
  }

  /// Three digits; `whole` says the leading zeros too, as behind a larger unit.
  private static func hundreds(_ group: Int, whole: Bool) -> [String] {
    let (hundred, ten, one) = (group / 100, group / 10 % 10, group % 10)
    let head = hundred > 0 || whole ? [digits[hundred], "trăm"] : []
    switch (ten, one) {
    case (0, 0): return head
    case (0, _): return head.isEmpty ? [digits[one]] : head + ["linh", digits[one]]
    case (1, 0): return head + ["mười"]
    case (1, 5): return head + ["mười", "lăm"]
    case (1, _): return head + ["mười", digits[one]]
    case (_, 0): return head + [digits[ten], "mươi"]
    case (_, 1): return head + [digits[ten], "mươi", "mốt"]
    case (_, 4): return head + [digits[ten], "mươi", "tư"]
    case (_, 5): return head + [digits[ten], "mươi", "lăm"]
    default: return head + [digits[ten], "mươi", digits[one]]
    }
  }
}

/// Numbers as Vietnamese documents print them: `1.250.000` and `0,5`.
package enum Grouping {
  /// A whole number with a point between groups of three digits.
  package static func grouped(_ number: Int) -> String {
    (number < 0 ? "-" : "") + grouped(digits: String(number.magnitude))
  }

  /// A decimal number, written as JSON writes it without exponent, with points and a comma.
  ///
  /// A text of another form comes back as it is.
  package static func grouped(decimal text: String) -> String {
    let negative = text.hasPrefix("-")
    let parts = text.dropFirst(negative ? 1 : 0)
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isDecimal = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isDecimal, let whole = parts.first else { return text }
    let head = (negative ? "-" : "") + grouped(digits: String(whole))
    return parts.count == 2 ? head + "," + parts[1] : head
  }

  private static func grouped(digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { result.append(".") }
      result.append(digit)
    }
    return result
  }
}
