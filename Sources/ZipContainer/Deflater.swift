internal import CZip

/// Compresses one entry from chunks, always in the same way, so that the same contents give the
/// same bytes.
///
/// The stream is owned: forgetting ``finish()`` frees it, and using the deflater after it does
/// not compile.
@safe public struct Deflater: ~Copyable {
  private let name: String
  private let limit: Int
  // zlib keeps the address of its stream, so the stream must not move. Nil when stored.
  private let stream: UnsafeMutablePointer<z_stream>?
  private var checksum: UInt = 0
  private var size = 0
  private var compressed: [UInt8] = []
  private var isSound = true

  /// Begins an entry; `stored` keeps its bytes as they are, as ODF wants of `mimetype`.
  ///
  /// More than `limit` bytes are an error in the end; more than four gigabytes no entry holds.
  ///
  /// - Throws: ``ZipFailure/unsafeName(_:)`` for a name that no reader should accept.
  public init(
    name: String, stored: Bool = false, limit: Int = ZipLimits.writtenEntry
  ) throws(ZipFailure) {
    self.limit = min(limit, Int(UInt32.max))
    try ZipName.judge(name, limit: ZipLimits.standard.name)
    unsafe stream = try stored ? nil : Self.openStream()
    self.name = name
  }

  deinit {
    guard let stream = unsafe stream else { return }
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Adds bytes to the contents.
  public mutating func write(_ bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe write($0) }
  }

  /// Adds bytes to the contents.
  public mutating func write(_ bytes: [UInt8]) {
    write(bytes.span)
  }

  /// Ends the entry.
  ///
  /// - Throws: ``ZipFailure/entryTooLarge(_:bytes:limit:)`` beyond the limit;
  ///   ``ZipFailure/library(_:)`` when zlib failed on the way.
  public consuming func finish() throws(ZipFailure) -> ZipEntry {
    guard size <= limit else { throw .entryTooLarge(name, bytes: size, limit: limit) }
    if let stream = unsafe stream { unsafe run(stream, nil, 0, Z_FINISH) }
    guard isSound else { throw .library("zlib deflate") }
    return ZipEntry(
      name: name, method: unsafe stream == nil ? .stored : .deflated,
      crc32: UInt32(truncatingIfNeeded: checksum), size: size, compressed: compressed[...])
  }

  private static func openStream() throws(ZipFailure) -> UnsafeMutablePointer<z_stream> {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let (level, rawDeflate, memory): (Int32, Int32, Int32) = (3, -15, 8)
    let code = unsafe deflateInit2_(
      stream, level, Z_DEFLATED, rawDeflate, memory, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else {
      unsafe stream.deallocate()
      throw code == Z_MEM_ERROR ? .outOfMemory : .library("zlib \(code)")
    }
    // Deflating is most of what a document costs. The markup repeats itself in long stretches;
    // taking the first long match and not looking for a better one behind it (level 3), but
    // looking further back, costs half the time of level 6. A certificate grows by a hundred
    // bytes, a list of ten thousand rows by half. `Benchmarks/README.md` has the figures.
    _ = unsafe deflateTune(stream, 64, 64, 258, 256)
    return unsafe stream
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = unsafe bytes[...]
    // zlib counts in 32 bits.
    while unsafe !rest.isEmpty {
      let chunk = unsafe UnsafeBufferPointer(rebasing: rest.prefix(1 << 30))
      unsafe rest = rest.dropFirst(chunk.count)
      checksum = unsafe crc32(checksum, chunk.baseAddress, UInt32(chunk.count))
      size += chunk.count
      if let stream = unsafe stream {
        unsafe run(
          stream, UnsafeMutablePointer(mutating: chunk.baseAddress), UInt32(chunk.count),
          Z_NO_FLUSH)
      } else {
        unsafe compressed.append(contentsOf: chunk)
      }
    }
  }

  private mutating func run(
    _ stream: UnsafeMutablePointer<z_stream>, _ input: UnsafeMutablePointer<UInt8>?,
    _ count: UInt32, _ flush: Int32
  ) {
    unsafe stream.pointee.next_in = input
    unsafe stream.pointee.avail_in = count
    let capacity = 1 << 14
    var code = Z_OK
    repeat {
      unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { output in
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(capacity)
        code = unsafe deflate(stream, flush)
        let filled = unsafe capacity - Int(stream.pointee.avail_out)
        unsafe compressed.append(contentsOf: output[..<filled])
      }
    } while unsafe code == Z_OK && stream.pointee.avail_out == 0
    // Z_BUF_ERROR: the output ended exactly with the buffer; nothing was left to do.
    let expected = flush == Z_FINISH ? [Z_STREAM_END] : [Z_OK, Z_BUF_ERROR]
    if !expected.contains(code) { isSound = false }
  }
}
