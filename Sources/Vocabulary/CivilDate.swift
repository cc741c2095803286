/// A day in the civil (Gregorian) calendar, without time or time zone.
///
/// Administrative documents are dated by the day at the place of issue, so a point in time
/// would be the wrong type.
public struct CivilDate: Hashable, Sendable, Comparable {
  /// Year, 1900 to 9999.
  public let year: Int
  /// Month, 1 to 12.
  public let month: Int
  /// Day of the month, from 1.
  public let day: Int

  /// Why three numbers, or a text, are not a date.
  public enum Failure: Error, Hashable, Sendable {
    /// The text does not have the form `YYYY-MM-DD`.
    case malformed(String)
    /// The form is right, but there is no such day, as in 2025-02-29.
    case noSuchDay(year: Int, month: Int, day: Int)
  }

  /// Creates a date from its parts.
  ///
  /// - Throws: ``Failure/noSuchDay(year:month:day:)`` outside the calendar.
  public init(year: Int, month: Int, day: Int) throws(Failure) {
    guard (1900...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { throw .noSuchDay(year: year, month: month, day: day) }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the form `YYYY-MM-DD`, which the input files use.
  ///
  /// - Throws: ``Failure``.
  public init(_ text: String) throws(Failure) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard parts.count == 3, zip(parts, widths).allSatisfy({ $0.count == $1 }),
      parts.joined().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { throw .malformed(text) }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    try self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return switch month {
    case 2: leap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders days by time.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// The form of the input files, such as `2026-05-04`.
  public var description: String {
    "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
  }

  /// The long form, such as `ngày 05 tháng 9 năm 2026`.
  ///
  /// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 4, điểm b: days below
  ///   10 and months 1 and 2 take a leading zero.
  public var longForm: String {
    let month = month <= 2 ? Self.twoDigits(month) : String(month)
    return "ngày \(Self.twoDigits(day)) tháng \(month) năm \(year)"
  }

  /// The short form of running text, such as `05/9/2026`; padded as the long form is.
  public var shortForm: String {
    let month = month <= 2 ? Self.twoDigits(month) : String(month)
    return "\(Self.twoDigits(day))/\(month)/\(year)"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
