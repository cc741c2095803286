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
    /// The SHA-256 of its bytes.
    let sha256: SHA256Sum
    /// Its size in bytes.
    let bytes: Int
  }

  /// The name of the ledger inside a folder that grows; no document may bear it.
  static let stagedName = ".thidua-ledger"

  // For look-up only: their order is never used.
  private var entries: [SHA256Sum: Entry] = [:]
  private var keys: [String: SHA256Sum] = [:]

  /// Creates a ledger that knows nothing.
  init() {}

  /// The document made of the inputs that have a key.
  subscript(key: SHA256Sum) -> Entry? { entries[key] }

  /// The key of what was last written to a path, and what was written.
  func last(at path: String) -> (key: SHA256Sum, entry: Entry)? {
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
      guard parts.count == 4, let key = SHA256Sum(parts[0]), let sha256 = SHA256Sum(parts[1]),
        let size = Int(parts[2]), let path = RelativePath(parts[3]), !path.isReserved
      else { continue }
      entries[key] = Entry(path: parts[3], sha256: sha256, bytes: size)
      keys[parts[3]] = key
    }
  }

  /// The first line, which names the program.
  static func header(_ program: String) -> [UInt8] { Array("thidua-ledger 1 \(program)\n".utf8) }

  /// The line of a document.
  static func line(_ key: SHA256Sum, _ entry: Entry) -> [UInt8] {
    Array("\(key.text) \(entry.sha256.text) \(entry.bytes) \(entry.path)\n".utf8)
  }
}
