/// One entry in its compressed form, so that it can be copied without being compressed again.
///
/// A value: many workers may add the same entry to archives of their own. It comes from a
/// ``ZipArchive``, whose bytes it shares, or from a ``Deflater``.
public struct ZipEntry: Hashable, Sendable {
  /// How the bytes of an entry are kept.
  public enum Method: UInt16, Hashable, Sendable {
    /// As they are.
    case stored = 0
    /// Compressed by Deflate.
    case deflated = 8
  }

  /// The path inside the archive, such as `word/document.xml`; a folder's ends with a slash.
  public let name: String
  /// How the bytes are kept.
  public let method: Method
  /// The CRC-32 of the uncompressed bytes.
  public let crc32: UInt32
  /// Number of bytes, uncompressed.
  public let size: Int
  /// The bytes as they are kept.
  public let compressed: ArraySlice<UInt8>

  init(name: String, method: Method, crc32: UInt32, size: Int, compressed: ArraySlice<UInt8>) {
    self.name = name
    self.method = method
    self.crc32 = crc32
    self.size = size
    self.compressed = compressed
  }

  /// Compresses `contents`, or keeps them as they are when `stored`.
  ///
  /// - Throws: ``ZipFailure/unsafeName(_:)`` and others of ``Deflater``.
  public init(
    name: String, contents: [UInt8], stored: Bool = false
  ) throws(ZipFailure) {
    var deflater = try Deflater(name: name, stored: stored)
    deflater.write(contents)
    self = try deflater.finish()
  }
}
