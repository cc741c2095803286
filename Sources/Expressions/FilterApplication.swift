internal import LocatedJSON
internal import Vocabulary

extension FilterCall {
  /// The value behind a filter that looks at nothing but the value.
  ///
  /// What is missing or not known passes through untouched, save through `mặc định` and `đếm`, and
  /// what is not known through `dòng chấm`, which leaves a person room to write it.
  ///
  /// - Throws: ``EvaluationFailure/filter(_:seen:needs:)`` for a value of the wrong kind.
  func apply(to value: Value) throws(EvaluationFailure) -> Value {
    switch (filter, value) {
    case (.fallback, _): return value.isBlank ? .text(text ?? "") : value
    case (.count, .null): return .number("0")
    case (.dottedLine, .null): return .text(dots)
    case (_, .missing), (_, .null), (.lineLength, _): return value
    case (.dottedLine, _): return value.isBlank ? .text(dots) : value
    // Nothing at all is what the paragraph or row is dropped for.
    case (.mergeCells, _): return value
    case (.dropWhenBlank, _): return value.isBlank ? .null : value
    case (.join, .list(let items)):
      return .text(
        try items.map { item throws(EvaluationFailure) in
          try plainText(Value(item))
        }.joined(separator: text ?? ", "))
    case (.count, .list(let items)): return .number(String(items.count))
    case (.upperCase, _): return .text(try plainText(value).uppercased())
    case (.lowerCase, _): return .text(try plainText(value).lowercased())
    case (.capitalFirst, _): return .text(VietnameseText.capitalised(try plainText(value)))
    case (.capitalEach, _):
      let words = try plainText(value).split(separator: " ", omittingEmptySubsequences: false)
      return .text(words.map { VietnameseText.capitalised(String($0)) }.joined(separator: " "))
    case (.date, _): return .text(try date(value).shortForm)
    case (.dateLong, _): return .text(try date(value).longForm)
    case (.year, _): return .text(String(try date(value).year))
    case (.number, _): return .text(Grouping.grouped(decimal: try decimal(value).description))
    case (.percent, _):
      return .text(Grouping.grouped(decimal: try decimal(value).description) + "%")
    case (.money, _):
      return .text(Grouping.grouped(decimal: try decimal(value).description) + " đồng")
    case (.inWords, _): return .text(NumberWords.words(try whole(value)))
    case (.moneyInWords, _):
      return .text(VietnameseText.capitalised(NumberWords.words(try whole(value))) + " đồng")
    case (.roman, _): return .text(try roman(value))
    case (.letter, _): return .text(try letter(value))
    case (.twoDigits, _):
      let number = try whole(value)
      return .text((0..<10).contains(number) ? "0\(number)" : String(number))
    case (.datePicture, _):
      guard let picture = DatePicture(text ?? "") else { return value }
      return .text(picture.shown(try date(value)))
    case (.numberPicture, _):
      guard let picture = NumberPicture(text ?? "") else { return value }
      return .text(picture.shown(try decimal(value)))
    case (.checkBox, .boolean(let truth)):
      // An argument says that the font has no boxes.
      return .text(text == nil ? (truth ? "☑" : "☐") : (truth ? "[x]" : "[ ]"))
    case (.checkBox, _): throw wrong(value, needs: "đúng hoặc sai")
    case (.honorific, _): return .text(try honorific(value))
    case (.unbroken, _): return .text(Self.unbroken(try plainText(value)))
    default: throw wrong(value, needs: "danh sách")
    }
  }

  private var dots: String {
    if case .number(let count) = argument { String(repeating: ".", count: count) } else { "" }
  }

  /// Ông or Bà, from the sex as the data write it.
  private func honorific(_ value: Value) throws(EvaluationFailure) -> String {
    guard case .text(let sex) = value else { throw wrong(value, needs: "“nam” hoặc “nữ”") }
    if Name(sex).spells(Name("nam")) { return "Ông" }
    if Name(sex).spells(Name("nữ")) { return "Bà" }
    throw .filter(filter, seen: "“\(sex)”", needs: "“nam” hoặc “nữ”")
  }

  /// The text with signs at which no line is broken in place of spaces, line ends and hyphens.
  private static func unbroken(_ text: String) -> String {
    String(
      text.map { character in
        character == "-" ? "\u{2011}" : (character.isWhitespace ? "\u{A0}" : character)
      })
  }

  func wrong(_ value: Value, needs: String) -> EvaluationFailure {
    .filter(filter, seen: value.kindInWords, needs: needs)
  }

  private func plainText(_ value: Value) throws(EvaluationFailure) -> String {
    switch value {
    case .text(let text), .number(let text): return text
    default: throw wrong(value, needs: "chữ hoặc số")
    }
  }

  private func date(_ value: Value) throws(EvaluationFailure) -> CivilDate {
    guard case .text(let text) = value, let date = try? CivilDate(text) else {
      throw wrong(value, needs: "ngày dạng năm-tháng-ngày")
    }
    return date
  }

  private func decimal(_ value: Value) throws(EvaluationFailure) -> Decimal {
    guard case .number(let written) = value, let decimal = Decimal(written) else {
      throw wrong(value, needs: "số")
    }
    return decimal
  }

  private func whole(_ value: Value) throws(EvaluationFailure) -> Int {
    guard let number = try decimal(value).int else { throw wrong(value, needs: "số nguyên") }
    return number
  }

  private func roman(_ value: Value) throws(EvaluationFailure) -> String {
    var rest = try whole(value)
    guard (1...3999).contains(rest) else { throw wrong(value, needs: "số từ 1 đến 3999") }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var text = ""
    for (worth, sign) in signs {
      while rest >= worth {
        text += sign
        rest -= worth
      }
    }
    return text
  }

  /// The letters of points, as the decree's own lists run.
  ///
  /// They are a b c d đ e g h i k, and on without ă â ê ô ơ ư.
  private func letter(_ value: Value) throws(EvaluationFailure) -> String {
    let letters = Array("abcdđeghiklmnopqrstuvxy")
    let number = try whole(value)
    guard (1...letters.count).contains(number) else {
      throw wrong(value, needs: "số từ 1 đến \(letters.count)")
    }
    return String(letters[number - 1])
  }
}
