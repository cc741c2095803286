/// The bytes of a part on their way to the deflater, with what may still be taken back.
struct OutputBuffer {
  var bytes: [UInt8] = []
  /// Where each open guard began, and whether something was kept since.
  private var guards: [(start: Int, kept: Bool)] = []

  /// True when nothing that stands in the buffer may still be taken back.
  var canFlush: Bool { guards.allSatisfy(\.kept) }

  mutating func beginTentative() { guards.append((bytes.count, false)) }

  mutating func keep() {
    for index in guards.indices { guards[index].kept = true }
  }

  /// Closes the innermost guard; false when nothing was kept and all since was taken back.
  mutating func settle() -> Bool {
    guard let last = guards.popLast() else { return true }
    if !last.kept { bytes.removeSubrange(last.start...) }
    return last.kept
  }

  /// Appends a text, escaped for an element's content; true when it held characters that XML
  /// forbids, which are dropped.
  mutating func append(_ text: String, breaks: TextBreaks, arena: [UInt8]) -> Bool {
    var dropped = false
    let utf8 = Array(text.utf8)
    var index = 0
    var afterSpace = true
    while index < utf8.count {
      let byte = utf8[index]
      switch byte {
      case UInt8(ascii: "&"): bytes += Self.ampersand
      case UInt8(ascii: "<"): bytes += Self.less
      case UInt8(ascii: ">"): bytes += Self.greater
      case 0x0D: break
      case 0x09: bytes += arena[breaks.tab]
      case 0x0A:
        if let paragraph = breaks.paragraph, let end = Self.blankLine(utf8, at: index) {
          bytes += arena[paragraph]
          index = end - 1
        } else {
          bytes += arena[breaks.line]
        }
      case 0x20 where afterSpace || Self.isLast(utf8, index):
        if let space = breaks.space { bytes += arena[space] } else { bytes.append(byte) }
      case ..<0x20: dropped = true
      case 0xEF where Self.isForbidden(utf8, index):
        dropped = true
        index += 2
      default: bytes.append(byte)
      }
      afterSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A
      index += 1
    }
    return dropped
  }

  /// The end of the line ends and spaces at an index, when they hold a blank line.
  private static func blankLine(_ utf8: [UInt8], at start: Int) -> Int? {
    var ends = 0
    var index = start
    var end = start
    while index < utf8.count, [0x0A, 0x0D, 0x20].contains(utf8[index]) {
      if utf8[index] == 0x0A {
        ends += 1
        end = index + 1
      }
      index += 1
    }
    return ends > 1 ? end : nil
  }

  private static func isLast(_ utf8: [UInt8], _ index: Int) -> Bool { index == utf8.count - 1 }

  /// U+FFFE and U+FFFF.
  private static func isForbidden(_ utf8: [UInt8], _ index: Int) -> Bool {
    index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE
  }

  private static let ampersand = Array("&amp;".utf8)
  private static let less = Array("&lt;".utf8)
  private static let greater = Array("&gt;".utf8)
}
