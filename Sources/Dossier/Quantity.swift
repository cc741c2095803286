/// An exact number with at most two decimal places, such as a goal or a result.
package struct Quantity: Hashable, Sendable, Comparable {
  /// Hundredths, so that sums and comparisons are exact.
  package let hundredths: Int

  /// Creates a quantity from hundredths.
  package init(hundredths: Int) { self.hundredths = hundredths }

  /// Orders quantities by size.
  package static func < (left: Quantity, right: Quantity) -> Bool {
    left.hundredths < right.hundredths
  }
}

extension Quantity: CustomStringConvertible {
  /// The Vietnamese form, such as `97`, `97,5` or `1.200`.
  package var description: String {
    let magnitude = hundredths.magnitude
    let sign = hundredths < 0 ? "-" : ""
    return sign + Self.grouped(magnitude / 100) + Self.decimals(magnitude % 100)
  }

  private static func grouped(_ number: UInt) -> String {
    guard number >= 1_000 else { return String(number) }
    let rest = String(number % 1_000)
    return grouped(number / 1_000) + "." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func decimals(_ number: UInt) -> String {
    guard number > 0 else { return "" }
    guard !number.isMultiple(of: 10) else { return ",\(number / 10)" }
    return number < 10 ? ",0\(number)" : ",\(number)"
  }
}
