internal import Vocabulary

/// The names of the files that hold one record each.
enum RecordNames {
  /// The name of a record's file without its ending: its number from 0 in six digits.
  static func numbered(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// A text as a file name without its ending, safe on every system.
  ///
  /// - Parameters:
  ///   - text: what the pattern gave.
  ///   - suffix: the ending with its dot; one that the text has already is taken off.
  /// - Returns: the name, or nil when nothing is left of the text.
  static func safe(_ text: String, suffix: String) -> String? {
    var name = String(
      String.UnicodeScalarView(VietnameseText.nfc(text).unicodeScalars.compactMap(plain)))
    if name.lowercased().hasSuffix(suffix) { name.removeLast(suffix.count) }
    name = name.split(separator: " ").joined(separator: " ")
    // A dot in front hides a file, Windows drops dots and spaces behind; `~$` marks a document open
    // in Word.
    while let first = name.first, first == "." || first == " " || first == "~" {
      name.removeFirst()
    }
    var bytes = 0
    name = String(
      name.prefix { character in
        bytes += String(character).utf8.count
        return bytes <= longest
      })
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    guard !name.isEmpty else { return nil }
    // Windows takes the name up to its first dot for the device, whatever follows.
    let head = name.prefix { $0 != "." }.uppercased()
    return devices.contains(head) ? "_" + name : name
  }

  /// Two names with the same key are one file on Windows and macOS.
  static func key(_ name: String) -> String { VietnameseText.nfc(name.lowercased()) }

  /// Bytes of a name: with `da-sua-tay/`, ` (2)` and an ending it stays under the 255 of a disk,
  /// and under the 143 of an encrypted home folder.
  private static let longest = 120

  private static let devices: Set<String> = Set(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
      + ["COM", "LPT"].flatMap { port in "0123456789¹²³".map { port + String($0) } })

  /// A scalar that every system takes in a name; nil for one that nobody sees.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.properties.isWhitespace { return " " }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return nil
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint { return nil }
    return forbidden.contains(scalar) ? "-" : scalar
  }

  /// What Windows allows in no name; the slash is allowed nowhere.
  private static let forbidden = Set("/\\:*?\"<>|".unicodeScalars)
}
