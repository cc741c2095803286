/// The form of a text, once as a predicate for the checker and once as a pattern for the schema.
enum TextRule: Sendable, CaseIterable {
  /// Any text that is not blank.
  case any
  /// An id: letters without marks, digits, `-`, `_` and `.`.
  case identifier
  /// An hour of the day, such as `08:00`.
  case hour
  /// A fraction, such as `2/3`.
  case fraction
  /// A Roman number, such as `IV`.
  case roman

  /// The regular expression of ECMA-262 that JSON Schema takes.
  var pattern: String {
    switch self {
    case .any: #"\S"#
    case .identifier: "^[A-Za-z0-9][A-Za-z0-9._-]*$"
    case .hour: "^([01][0-9]|2[0-3]):[0-5][0-9]$"
    case .fraction: "^[1-9][0-9]{0,3}/[1-9][0-9]{0,3}$"
    case .roman: "^[IVXLC]+$"
    }
  }

  /// What the text is not when the rule does not hold.
  var noun: String {
    switch self {
    case .any: "nội dung"
    case .identifier: "mã"
    case .hour: "giờ"
    case .fraction: "phân số"
    case .roman: "số La Mã"
    }
  }

  /// How to write it.
  var advice: String {
    switch self {
    case .any: "ghi nội dung, hoặc bỏ khóa này nếu không bắt buộc"
    case .identifier: "mã chỉ gồm chữ không dấu, số và các dấu - _ . (không có khoảng trắng)"
    case .hour: "viết giờ và phút, mỗi phần hai chữ số, ví dụ 08:00"
    case .fraction: "viết tử số, gạch chéo, mẫu số, ví dụ 2/3"
    case .roman: "viết bằng chữ I, V, X, L, C, ví dụ IV"
    }
  }

  /// True when the text has this form.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .any: text.contains { !$0.isWhitespace }
    case .identifier: Self.isIdentifier(text)
    case .hour: Self.isHour(text)
    case .fraction: Self.isFraction(text)
    case .roman: !text.isEmpty && text.utf8.allSatisfy { "IVXLC".utf8.contains($0) }
    }
  }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, isWordByte(first) else { return false }
    return text.utf8.allSatisfy { isWordByte($0) || "._-".utf8.contains($0) }
  }

  private static func isHour(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(isDigit) }),
      let hour = Int(Substring(parts[0])), let minute = Int(Substring(parts[1]))
    else { return false }
    return hour < 24 && minute < 60
  }

  private static func isFraction(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy {
        (1...4).contains($0.count) && $0.allSatisfy(isDigit) && $0.first != UInt8(ascii: "0")
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
