/// Which document was made of which inputs: a header, then one line a document, in any order.
///
/// ```
/// thidua-ledger 1 PROGRAM
/// KEY SHA-256 BYTES PATH
/// ```
///
/// A line is only a hint where to look. A document is taken over when the key of what would be made
/// is in the ledger *and* the bytes on the disk have the hash that stands beside it; so a ledger
/// that is torn, old, half on the disk or of another folder costs time, never a wrong document.
/// That is why its lines need no sync of their own: whatever a power cut leaves is looked at.
struct Ledger: Sendable {
  /// The document that was made of some inputs.
  struct Entry: Hashable, Sendable {
    /// The path relative to the folder it was made for.
    let path: String
    /// The SHA-256 of its bytes, hexadecimal.
    let sha256: String
    /// Its size in bytes.
    let bytes: Int
  }

  /// The name of the ledger inside a folder that grows; no document may bear it.
  static let stagedName = ".thidua-ledger"

  // For look-up only: their order is never used.
  private var entries: [String: Entry] = [:]
  private var keys: [String: String] = [:]

  /// Creates a ledger that knows nothing.
  init() {}

  /// The document made of the inputs that have a key.
  subscript(key: String) -> Entry? { entries[key] }

  /// The key of what was last written to a path, and what was written.
  func last(at path: String) -> (key: String, entry: Entry)? {
    guard let key = keys[path], let entry = entries[key], entry.path == path else { return nil }
    return (key, entry)
  }

  /// Takes the lines of a ledger that the same program wrote; of another's, nothing.
  ///
  /// Lines that make no sense are passed over, and so is one without its end, which a dying run
  /// leaves.
  mutating func read(_ bytes: [UInt8], of program: String) {
    let newLine = UInt8(ascii: "\n")
    guard let end = bytes.lastIndex(of: newLine) else { return }
    var lines = bytes[..<end].split(separator: newLine, omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), first.elementsEqual(Self.header(program).dropLast()) else {
      return
    }
    for line in lines {
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
        .map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 4, parts[0].utf8.count == 64, parts[1].utf8.count == 64,
        let size = Int(parts[2]), let path = RelativePath(parts[3]), !path.isReserved
      else { continue }
      entries[parts[0]] = Entry(path: parts[3], sha256: parts[1], bytes: size)
      keys[parts[3]] = parts[0]
    }
  }

  /// The first line, which names the program.
  static func header(_ program: String) -> [UInt8] { Array("thidua-ledger 1 \(program)\n".utf8) }

  /// The line of a document.
  static func line(_ key: String, _ entry: Entry) -> [UInt8] {
    Array("\(key) \(entry.sha256) \(entry.bytes) \(entry.path)\n".utf8)
  }
}
