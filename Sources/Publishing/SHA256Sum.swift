internal import Crypto

/// Bytes with their SHA-256, which whoever made them may reckon beside other work.
package struct HashedBytes: Sendable {
  /// The bytes.
  package let bytes: [UInt8]
  /// Their SHA-256.
  package let sha256: SHA256Sum

  /// Reckons the digest.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    sha256 = SHA256Sum(of: bytes)
  }
}

/// A SHA-256 as its 32 bytes; as a text it would take four times as many.
package struct SHA256Sum: Hashable, Sendable {
  // Eight bytes each, the first one highest; one vector would take 64 bytes in a list.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// Reckons the digest of bytes.
  package init(of bytes: [UInt8]) { self.init(SHA256.hash(data: bytes)) }

  /// Takes 64 lower-case hexadecimal digits; nil for any other text.
  package init?(_ text: String) {
    let digits = text.utf8.compactMap(Self.value(of:))
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    self.init(stride(from: 0, to: 64, by: 2).lazy.map { digits[$0] << 4 | digits[$0 + 1] })
  }

  /// Takes 32 bytes.
  private init(_ bytes: some Sequence<UInt8>) {
    var words = SIMD4<UInt64>()
    for (index, byte) in bytes.enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    (first, second, third, fourth) = (words[0], words[1], words[2], words[3])
  }

  /// The bytes as four numbers.
  var words: SIMD4<UInt64> { SIMD4(first, second, third, fourth) }

  /// The 64 lower-case hexadecimal digits.
  package var text: String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for word in [first, second, third, fourth] {
      for shift in stride(from: 60, through: 0, by: -4) {
        text.append(Self.digits[Int(truncatingIfNeeded: word >> shift) & 15])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func value(of digit: UInt8) -> UInt8? {
    digits.firstIndex(of: digit).map { UInt8($0) }
  }
}

extension SHA256Sum {
  /// The digest of bytes that come piece by piece.
  package struct Running: Sendable {
    private var hash = SHA256()

    /// Begins with no bytes.
    package init() {}

    /// Takes the next bytes.
    package mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// The digest of everything so far.
    package var sum: SHA256Sum { SHA256Sum(hash.finalize()) }
  }
}
