internal import CZip

/// The uncompressed bytes of an entry, a piece at a time: a long part need not be in memory whole.
///
/// That they are what the header says is known when the last piece was given out. zlib is asked
/// directly: libzip would walk the directory of the archive anew for each entry, and ask the system
/// for its time zone at every entry it meets.
public struct EntryPieces: ~Copyable {
  private let entry: ZipEntry
  private let size: Int
  private let stream: InflateStream?
  /// How much of the compressed bytes was taken, and how many bytes were made of them.
  private var taken = 0
  private var made = 0
  private var sum: UInt32 = 0
  private var isAtEnd = false

  /// Begins an entry of an archive that was judged; a piece has at most so many bytes.
  ///
  /// - Throws: ``ZipFailure/outOfMemory``.
  init(of entry: ZipEntry, size: Int = 1 << 18) throws(ZipFailure) {
    self.entry = entry
    self.size = size
    stream = entry.method == .deflated ? try InflateStream() : nil
  }

  /// The next piece, never empty; nil behind the last.
  ///
  /// - Throws: ``ZipFailure/damaged(_:)`` when the bytes are fewer, more or others than the header
  ///   says, or when something stands behind them.
  public mutating func next() throws(ZipFailure) -> [UInt8]? {
    guard !isAtEnd else { return nil }
    let piece = if let stream { try inflated(by: stream) } else { stored() }
    made += piece.count
    sum = unsafe piece.withUnsafeBufferPointer {
      UInt32(unsafe crc32_z(UInt(sum), $0.baseAddress, $0.count))
    }
    guard made <= entry.size else { throw .damaged(entry.name) }
    guard isAtEnd || piece.isEmpty else { return piece }
    isAtEnd = true
    guard made == entry.size, sum == entry.crc32, taken == entry.compressed.count else {
      throw .damaged(entry.name)
    }
    return piece.isEmpty ? nil : piece
  }

  private mutating func stored() -> [UInt8] {
    let piece = entry.compressed.dropFirst(taken).prefix(size)
    taken += piece.count
    isAtEnd = taken == entry.compressed.count
    return Array(piece)
  }

  private mutating func inflated(by stream: InflateStream) throws(ZipFailure) -> [UInt8] {
    let step = stream.inflate(entry.compressed.dropFirst(taken), atMost: min(size, entry.size + 1))
    guard let step else { throw .damaged(entry.name) }
    taken += step.taken
    isAtEnd = step.isAtEnd
    return step.made
  }
}

/// zlib's stream of one entry, freed with the value.
@safe private final class InflateStream {
  // zlib keeps the address of its stream, so the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  init() throws(ZipFailure) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let rawDeflate: Int32 = -15
    let code = unsafe inflateInit2_(
      stream, rawDeflate, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw .outOfMemory }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Makes at most so many bytes; nil when what is given is no compressed stream, or breaks off.
  func inflate(
    _ given: ArraySlice<UInt8>, atMost size: Int
  ) -> (made: [UInt8], taken: Int, isAtEnd: Bool)? {
    guard let length = UInt32(exactly: given.count), let room = UInt32(exactly: size) else {
      return nil
    }
    var code = Z_OK
    let made = unsafe [UInt8](unsafeUninitializedCapacity: size) { target, count in
      unsafe given.withUnsafeBufferPointer { source in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = length
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = room
        code = unsafe CZip.inflate(stream, Z_NO_FLUSH)
      }
      count = unsafe size - Int(stream.pointee.avail_out)
    }
    let left = unsafe Int(stream.pointee.avail_in)
    // A stream that asks for more where there is none breaks off.
    let isWhole = code == Z_STREAM_END || (code == Z_OK && made.count == size)
    guard isWhole else { return nil }
    return (made, given.count - left, code == Z_STREAM_END)
  }
}
