internal import Dossier
internal import Vocabulary

/// The number, symbol and day of a paper as they are printed, with blanks for what is not known.
struct PaperNumber {
  /// The number without symbol, as the văn thư gave it.
  let number: String?
  /// The type and the issuer, such as `KH-VPUB`.
  let symbol: String
  /// The day of issue.
  let date: CivilDate?
  /// The year, where the day is not known yet.
  let year: Int?

  /// Room for a number of up to four digits to be written by hand, with the space before it.
  private static let blankNumber = String(repeating: " ", count: 7)
  /// Room for two digits to be written by hand.
  private static let blank = String(repeating: " ", count: 6)

  /// The number line, such as `Số: 05/KH-VPUB`.
  ///
  /// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 3: a number below 10
  ///   takes a leading zero; no space around `/` and `-`.
  var line: String { "Số: \(text)" }

  /// The number as running text cites it, such as `số 05/KH-VPUB`.
  var citation: String { "số \(text)" }

  /// The number with its symbol, or the symbol behind room for the number.
  var text: String { withSymbol ?? "\(Self.blankNumber)/\(symbol)" }

  /// The number with its symbol, such as `05/KH-VPUB`; nil while there is none.
  var withSymbol: String? { number.map { "\(Self.padded($0))/\(symbol)" } }

  /// The day in its long form, such as `ngày 05 tháng 9 năm 2026`.
  var day: String { Self.day(date, year: year) }

  /// A day in its long form, day and month left blank where only the year is known.
  static func day(_ date: CivilDate?, year: Int?) -> String {
    date?.longForm ?? "ngày\(blank)tháng\(blank)năm" + (year.map { " \($0)" } ?? blank)
  }

  /// A number below 10 with a leading zero; what is no plain number, such as `15a`, as it is.
  private static func padded(_ number: String) -> String {
    guard let value = Int(number), value >= 0 else { return number }
    return value < 10 ? "0\(value)" : String(value)
  }
}
