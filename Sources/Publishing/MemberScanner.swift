internal import Diagnostics
internal import LocatedJSON

/// Finds some members of a large JSON object whose bytes come piece by piece.
///
/// Only the values asked for are kept and read; of the others brackets and quotes are followed, and
/// nothing is kept. Of a manifest of hundreds of megabytes that leaves the list of its files.
struct MemberScanner {
  /// What is wanted of a member.
  enum Wanted: Hashable {
    /// Its whole value.
    case value
    /// The items of its list, one by one.
    case items
  }

  /// The members that are wanted, by name; for look-up only.
  let wanted: [String: Wanted]

  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  /// The name that is being read, or was read last.
  private var name: [UInt8] = []
  private var expectsName = false
  private var isName = false
  private var current: Wanted?
  private var value: [UInt8] = []
  /// The members that were wanted and met; for look-up only.
  private(set) var met: Set<String> = []
  /// True when a value that was wanted is no JSON.
  private(set) var hasPassedOver = false
  /// True while nothing contradicts that this is one JSON object.
  private var isSound = true
  private var isOver = false

  init(_ wanted: [String: Wanted]) { self.wanted = wanted }

  /// Reads a file piece by piece and hands on what is wanted of its object.
  ///
  /// - Returns: how it ended; nil when there is no such file.
  static func read(
    _ path: String, _ files: any FileOperations, for wanted: [String: Wanted],
    found: (String, JSONValue) -> Void
  ) throws(PublishingFailure) -> MemberScanner? {
    guard case .file(let size) = try files.kind(of: path) else { return nil }
    var scanner = MemberScanner(wanted)
    for offset in stride(from: 0, to: size, by: piece) {
      scanner.take(try files.read(path, from: offset, count: piece), found: found)
    }
    return scanner
  }

  /// How many bytes of a file are in memory at a time.
  private static var piece: Int { 1 << 18 }

  /// True when the object has come to its end, and nothing stood around it.
  var isWhole: Bool { isSound && isOver }

  /// Takes the next bytes, and hands on what is wanted: the member's name, and its value or an item.
  mutating func take(_ bytes: [UInt8], found: (String, JSONValue) -> Void) {
    var index = 0
    while index < bytes.count, isSound {
      if isInText {
        if !isEscaped, current == nil, !isName {
          // Most of a manifest is text that nobody asked for.
          while index < bytes.count, !Self.endsText(bytes[index]) { index += 1 }
          guard index < bytes.count else { return }
        }
        keep(bytes[index])
        followText(bytes[index])
      } else {
        follow(bytes[index], found)
      }
      index += 1
    }
  }

  private static func endsText(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func followText(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInText = false
      if isName {
        current = wanted[member]
        if current != nil { met.insert(member) }
      }
      isName = false
    }
  }

  private mutating func follow(_ byte: UInt8, _ found: (String, JSONValue) -> Void) {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): return
    case _ where depth == 0:
      isSound = byte == UInt8(ascii: "{") && !isOver
      (depth, expectsName) = (1, true)
    case UInt8(ascii: "\""):
      isInText = true
      isName = depth == 1 && expectsName
      if isName { name.removeAll(keepingCapacity: true) } else { keep(byte) }
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if depth >= level { keep(byte) }
      // An object where a list of files should be is no manifest of ours.
      if depth == 1, current == .items, byte != UInt8(ascii: "[") { isSound = false }
      depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if depth == level { end(found) }
      depth -= 1
      if depth >= level { keep(byte) }
      isOver = depth == 0
    case UInt8(ascii: ","):
      if depth == level { end(found) } else if depth > level { keep(byte) }
      if depth == 1 { (expectsName, current) = (true, nil) }
    case UInt8(ascii: ":") where depth == 1: expectsName = false
    default: keep(byte)
    }
  }

  /// How deep a value stands that is handed on.
  private var level: Int { current == .items ? 2 : 1 }

  /// The member that is being read; its name was kept up to its closing quote.
  private var member: String { String(decoding: name.dropLast(), as: UTF8.self) }

  private mutating func keep(_ byte: UInt8) {
    if isName { name.append(byte) } else if current != nil { value.append(byte) }
  }

  /// Hands on the value that ends here; what is no JSON is passed over.
  private mutating func end(_ found: (String, JSONValue) -> Void) {
    guard current != nil, !value.isEmpty else { return }
    if let root = JSONReader.read(value, file: member).value?.root {
      found(member, root)
    } else {
      hasPassedOver = true
    }
    value.removeAll(keepingCapacity: true)
  }
}
