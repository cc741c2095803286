/// An exact decimal number of at most 34 digits.
///
/// Money and counts must not pass through binary fractions; `+ − ×` are exact, `÷` keeps at
/// most 12 places and rounds half away from zero.
public struct Decimal: Sendable {
  /// The digits as a whole number.
  let digits: Int128
  /// How many of them stand behind the decimal sign.
  let places: Int

  /// The most digits a number may have.
  static let greatestDigitCount = 34
  /// The most places a quotient keeps.
  static let quotientPlaces = 12

  /// Creates a number, without trailing zeros behind the sign; nil beyond 34 digits.
  init?(digits: Int128, places: Int) {
    var digits = digits
    var places = places
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    guard digits.magnitude < Self.bound, places <= Self.greatestDigitCount else { return nil }
    self.digits = digits
    self.places = places
  }

  /// Creates a whole number.
  public init(_ number: Int) {
    digits = Int128(number)
    places = 0
  }

  /// Reads a JSON number or a literal with `.` or `,` as its decimal sign; nil when it is none.
  public init?(_ text: String) {
    var digits: Int128 = 0
    var places = 0
    var exponent = 0
    var seenSign = false
    var seenDigit = false
    var bytes = Array(text.utf8)[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes.removeFirst() }
    while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        seenDigit = true
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        guard !overflow, product.magnitude < Self.bound else { return nil }
        digits = product + Int128(byte - UInt8(ascii: "0"))
        if seenSign { places += 1 }
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard !seenSign, seenDigit else { return nil }
        seenSign = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let value = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)),
          value.magnitude <= Self.greatestDigitCount
        else { return nil }
        exponent = value
        bytes = []
        continue
      default: return nil
      }
      bytes.removeFirst()
    }
    guard seenDigit else { return nil }
    places -= exponent
    while places < 0 {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow, product.magnitude < Self.bound else { return nil }
      digits = product
      places += 1
    }
    self.init(digits: negative ? -digits : digits, places: places)
  }

  /// True when nothing stands behind the decimal sign.
  public var isWhole: Bool { places == 0 }

  /// The number as an `Int`, when it is whole and fits.
  public var int: Int? { isWhole ? Int(exactly: digits) : nil }

  private static let bound: UInt128 = power(34)

  private static func power(_ exponent: Int) -> UInt128 {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }

  /// Both numbers' digits, brought to the same number of places; nil when one grows too long.
  private static func aligned(_ left: Decimal, _ right: Decimal) -> (Int128, Int128, Int)? {
    let places = max(left.places, right.places)
    func scaled(_ number: Decimal) -> Int128? {
      let factor = Int128(power(places - number.places))
      let (product, overflow) = number.digits.multipliedReportingOverflow(by: factor)
      return overflow ? nil : product
    }
    guard let first = scaled(left), let second = scaled(right) else { return nil }
    return (first, second, places)
  }

  static func sum(_ left: Decimal, _ right: Decimal) -> Decimal? {
    guard let (first, second, places) = aligned(left, right) else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? nil : Decimal(digits: sum, places: places)
  }

  static func product(_ left: Decimal, _ right: Decimal) -> Decimal? {
    let (product, overflow) = left.digits.multipliedReportingOverflow(by: right.digits)
    return overflow ? nil : Decimal(digits: product, places: left.places + right.places)
  }

  /// The quotient to twelve places, half away from zero; nil for a divisor of zero.
  static func quotient(_ left: Decimal, _ right: Decimal) -> Decimal? {
    guard right.digits != 0, let (first, second, _) = aligned(left, right) else { return nil }
    let factor = Int128(power(quotientPlaces))
    let (scaled, overflow) = first.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    var (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: second)
    if remainder.magnitude >= second.magnitude - remainder.magnitude {
      quotient += (scaled < 0) == (second < 0) ? 1 : -1
    }
    return Decimal(digits: quotient, places: quotientPlaces)
  }

  var negated: Decimal { Decimal(digits: -digits, places: places) ?? self }
}

extension Decimal: Comparable {
  /// Equal when the values are, whatever zeros were written.
  public static func == (left: Decimal, right: Decimal) -> Bool {
    left.digits == right.digits && left.places == right.places
  }

  /// Orders by value.
  public static func < (left: Decimal, right: Decimal) -> Bool {
    guard let (first, second, _) = aligned(left, right) else {
      // Too long to bring to the same places: the one with more whole digits is further out.
      return left.digits / Int128(power(left.places)) < right.digits / Int128(power(right.places))
    }
    return first < second
  }
}

extension Decimal: CustomStringConvertible {
  /// The number with `.` as its decimal sign and no trailing zeros, as JSON writes it.
  public var description: String {
    let all = String(digits.magnitude)
    let minus = digits < 0 ? "-" : ""
    guard places > 0 else { return minus + all }
    let padded = String(repeating: "0", count: max(0, places + 1 - all.count)) + all
    return minus + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
