/// The bytes of a part on their way to the deflater, with what may still be taken back.
struct OutputBuffer {
  private(set) var bytes: [UInt8] = []
  /// The signs that those who wrote meant to write, what was taken back left out.
  private(set) var meant = Signs.none
  /// The signs that were handed on.
  private(set) var seen = Signs.none
  /// Where each open guard began, what had been written, and whether something was kept since.
  private var guards: [(start: Int, meant: Signs, kept: Bool)] = []
  /// The last bytes that were handed on.
  private var handedOn: [UInt8] = []

  /// How many numbers stand in the buffer that may still change.
  private var holds = 0
  /// How many bytes were handed on.
  private var handedOnCount = 0

  /// True when nothing that stands in the buffer may still be taken back or changed.
  var canFlush: Bool { holds == 0 && guards.allSatisfy(\.kept) }

  /// Hands the bytes on and forgets them.
  mutating func handOn(_ write: ([UInt8]) -> Void) {
    seen += Signs(counting: bytes.span)
    write(bytes)
    handedOn = Array(bytes.suffix(Self.longestEnding))
    handedOnCount += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }

  /// Appends markup that was made just now.
  mutating func append(markup: borrowing [UInt8]) {
    meant += Signs(counting: markup.span)
    append(markup.span, markup.indices)
  }

  /// Appends a name or a number that the engine made, or the template has: no sign of markup.
  mutating func append(name: String) { bytes.append(contentsOf: name.utf8) }

  /// Appends bytes of an arena, which is not counted up and down for it as a slice would be.
  mutating func append(_ arena: borrowing [UInt8], _ range: Range<Int>, _ signs: Signs) {
    meant += signs
    append(arena.span, range)
  }

  /// Appends bytes of an arena whose signs nobody counted.
  mutating func append(_ arena: borrowing [UInt8], _ range: Range<Int>) {
    append(arena, range, Signs(counting: arena.span.extracting(range)))
  }

  /// True when the output ends with these bytes, which are no more than ``longestEnding``.
  func ends(with ending: ArraySlice<UInt8>) -> Bool {
    if bytes.count >= ending.count { return bytes.suffix(ending.count).elementsEqual(ending) }
    return (handedOn + bytes).suffix(ending.count).elementsEqual(ending)
  }

  private static let longestEnding = 64

  // MARK: Numbers that come later

  /// Leaves room for a number and keeps it from being handed on; where it stands.
  mutating func hold(_ digits: [UInt8]) -> Int {
    holds += 1
    bytes += digits
    return handedOnCount + bytes.count - digits.count
  }

  /// Writes the digits of a number that was left room for.
  mutating func replace(at offset: Int, by digits: [UInt8]) {
    let start = offset - handedOnCount
    guard start >= 0, start + digits.count <= bytes.count else { return }
    bytes.replaceSubrange(start..<(start + digits.count), with: digits)
  }

  mutating func release() { holds -= 1 }

  // MARK: Guards

  mutating func beginTentative() { guards.append((bytes.count, meant, false)) }

  mutating func keep() {
    for index in guards.indices { guards[index].kept = true }
  }

  /// Closes the innermost guard; false when nothing was kept and all since was taken back.
  mutating func settle() -> Bool {
    guard let last = guards.popLast() else { return true }
    if !last.kept { takeBack(last.start, last.meant) }
    return last.kept
  }

  private mutating func takeBack(_ start: Int, _ meant: Signs) {
    bytes.removeSubrange(start...)
    self.meant = meant
  }

  // MARK: Targets

  mutating func beginTarget() { beginTentative() }

  /// The bytes since the target began, which are taken back when they belong elsewhere.
  mutating func endTarget(takingBack: Bool) -> [UInt8] {
    guard let target = guards.popLast() else { return [] }
    let written = Array(bytes[target.start...])
    if takingBack { takeBack(target.start, target.meant) }
    return written
  }

  // MARK: Text

  /// Appends a text, escaped for an element's content; true when it held characters that XML
  /// forbids, which are dropped.
  mutating func append(_ text: String, breaks: TextBreaks, arena: [UInt8]) -> Bool {
    switch breaks.escaping {
    case .text: return append(text.utf8.span, breaks, arena)
    case .attribute: return appendAttribute(text.utf8.span)
    case .address: return appendAddress(text.utf8.span, keeping: Self.addressSigns)
    case .addressPart: return appendAddress(text.utf8.span, keeping: [])
    }
  }

  /// Appends a text to an attribute; line ends and tabs become spaces.
  private mutating func appendAttribute(_ utf8: borrowing Span<UInt8>) -> Bool {
    var dropped = false
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      index += 1
      switch byte {
      case UInt8(ascii: "&"): appendEntity(Self.ampersand)
      case UInt8(ascii: "<"): appendEntity(Self.less)
      case UInt8(ascii: ">"): appendEntity(Self.greater)
      case UInt8(ascii: "\""): appendEntity(Self.quote)
      case UInt8(ascii: "{"):
        meant.addBrace()
        bytes.append(byte)
      case 0x09, 0x0A: bytes.append(0x20)
      case 0x0D: break
      case ..<0x20: dropped = true
      case 0xEF where Self.isForbidden(utf8, index - 1):
        dropped = true
        index += 2
      default: bytes.append(byte)
      }
    }
    return dropped
  }

  /// Appends a text to an address; what an address cannot hold is written with `%`.
  private mutating func appendAddress(
    _ utf8: borrowing Span<UInt8>, keeping signs: Set<UInt8>
  ) -> Bool {
    for index in utf8.indices {
      let byte = utf8[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      case UInt8(ascii: "&") where signs.contains(byte): appendEntity(Self.ampersand)
      case _ where signs.contains(byte): bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(contentsOf: [byte >> 4, byte & 0xF].map { Self.hexDigits[Int($0)] })
      }
    }
    return false
  }

  private static let addressSigns = Set(":/?#[]@!$&()*+,;=%".utf8)
  private static let hexDigits = Array("0123456789ABCDEF".utf8)
  private static let quote = ArraySlice("&quot;".utf8)

  /// Runs of bytes that stand for themselves are appended at once.
  private mutating func append(
    _ utf8: borrowing Span<UInt8>, _ breaks: TextBreaks, _ arena: [UInt8]
  ) -> Bool {
    var dropped = false
    var index = 0
    var plain = 0
    while index < utf8.count {
      let byte = utf8[index]
      // Letters, and every byte of Vietnamese ones, need no closer look.
      if byte > UInt8(ascii: ">"), byte != 0xEF {
        if byte == UInt8(ascii: "{") { meant.addBrace() }
        index += 1
        continue
      }
      let replacement: ArraySlice<UInt8>
      var end = index + 1
      switch byte {
      case UInt8(ascii: "&"): replacement = Self.ampersand
      case UInt8(ascii: "<"): replacement = Self.less
      case UInt8(ascii: ">"): replacement = Self.greater
      case 0x0D: replacement = []
      case 0x09: replacement = arena[breaks.tab]
      case 0x0A:
        if let paragraph = breaks.paragraph, let next = Self.blankLine(utf8, at: index) {
          replacement = arena[paragraph]
          end = next
        } else {
          replacement = arena[breaks.line]
        }
      case 0x20:
        guard let space = breaks.space, Self.mayBeLost(utf8, at: index) else {
          index += 1
          continue
        }
        replacement = arena[space]
      case ..<0x20:
        dropped = true
        replacement = []
      case 0xEF where Self.isForbidden(utf8, index):
        dropped = true
        replacement = []
        end = index + 3
      default:
        index += 1
        continue
      }
      append(utf8, plain..<index)
      appendBreak(replacement)
      index = end
      plain = end
    }
    append(utf8, plain..<utf8.count)
    return dropped
  }

  private mutating func append(_ utf8: borrowing Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    unsafe utf8.withUnsafeBufferPointer {
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Appends what stands for a character: a sign of XML, or markup of the template.
  private mutating func appendBreak(_ replacement: ArraySlice<UInt8>) {
    meant += Signs(counting: replacement.span)
    bytes.append(contentsOf: replacement)
  }

  private mutating func appendEntity(_ entity: ArraySlice<UInt8>) {
    meant.addAmpersand()
    bytes.append(contentsOf: entity)
  }

  /// True for a space at a border of the text or behind another blank, which ODF drops.
  private static func mayBeLost(_ utf8: borrowing Span<UInt8>, at index: Int) -> Bool {
    if index == 0 || index == utf8.count - 1 { return true }
    let before = utf8[index - 1]
    return before == 0x20 || before == 0x09 || before == 0x0A
  }

  /// The end of the line ends and spaces at an index, when they hold a blank line.
  private static func blankLine(_ utf8: borrowing Span<UInt8>, at start: Int) -> Int? {
    var ends = 0
    var index = start
    var end = start
    while index < utf8.count, utf8[index] == 0x0A || utf8[index] == 0x0D || utf8[index] == 0x20 {
      if utf8[index] == 0x0A {
        ends += 1
        end = index + 1
      }
      index += 1
    }
    return ends > 1 ? end : nil
  }

  /// U+FFFE and U+FFFF.
  private static func isForbidden(_ utf8: borrowing Span<UInt8>, _ index: Int) -> Bool {
    index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE
  }

  private static let ampersand = ArraySlice("&amp;".utf8)
  private static let less = ArraySlice("&lt;".utf8)
  private static let greater = ArraySlice("&gt;".utf8)
}
