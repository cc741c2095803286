import Testing
import ZipContainer

/// Makes an archive of named contents, in order.
func archive(_ parts: [(name: String, text: String)]) throws -> [UInt8] {
  var writer = try ZipWriter()
  for part in parts { try writer.add(ZipEntry(name: part.name, contents: Array(part.text.utf8))) }
  return try writer.finish()
}

/// An archive of two short entries, `a.xml` and `b.xml`, to be damaged by a test.
func soundArchive() throws -> [UInt8] {
  try archive([("a.xml", String(repeating: "chữ ", count: 40)), ("b.xml", "hai")])
}

extension [UInt8] {
  /// Where the nth occurrence of a four-byte signature begins.
  func offset(of signature: [UInt8], number: Int = 0) -> Int {
    let all = indices.filter { self[$0...].starts(with: signature) }
    guard number < all.count else {
      Issue.record("no such signature")
      return 0
    }
    return all[number]
  }

  /// The local header of the nth entry.
  func local(_ number: Int) -> Int { offset(of: [0x50, 0x4B, 0x03, 0x04], number: number) }
  /// The central header of the nth entry.
  func central(_ number: Int) -> Int { offset(of: [0x50, 0x4B, 0x01, 0x02], number: number) }
  /// The end record.
  var end: Int { offset(of: [0x50, 0x4B, 0x05, 0x06]) }

  /// Replaces bytes, little-endian.
  mutating func patch(_ offset: Int, _ value: UInt64, width: Int) {
    for byte in 0..<width { self[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
  }

  /// Replaces bytes by those of a text.
  mutating func patch(_ offset: Int, _ text: String) {
    replaceSubrange(offset..<(offset + text.utf8.count), with: text.utf8)
  }
}
