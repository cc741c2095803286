internal import Crypto

/// Bytes with their SHA-256, which whoever made them may reckon beside other work.
package struct HashedBytes: Sendable {
  /// The bytes.
  package let bytes: [UInt8]
  /// Their SHA-256 as ``SHA256Hex`` writes it.
  package let sha256: String

  /// Reckons the digest.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    sha256 = SHA256Hex.of(bytes)
  }
}

/// The SHA-256 of bytes as 64 lower-case hexadecimal digits.
package enum SHA256Hex {
  /// The digest of bytes.
  package static func of(_ bytes: [UInt8]) -> String { text(of: SHA256.hash(data: bytes)) }

  /// A digest as text.
  static func text(of digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension SHA256Hex {
  /// The digest of bytes that come piece by piece.
  struct Running: Sendable {
    private var hash = SHA256()

    /// Takes the next bytes.
    mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// The digest of everything so far.
    var text: String { SHA256Hex.text(of: hash.finalize()) }
  }
}
