internal import CZip

/// Uncompresses entries whose headers were judged: libzip would walk the directory of the archive
/// anew for each of them, and ask the system for its time zone at every entry it meets.
enum Inflater {
  /// The uncompressed bytes of an entry: exactly as many as its header says.
  ///
  /// - Throws: ``ZipFailure/damaged(_:)`` when they are fewer, more or others, or when something
  ///   stands behind them.
  static func contents(of entry: ZipEntry) throws(ZipFailure) -> [UInt8] {
    let contents =
      switch entry.method {
      case .stored: Array(entry.compressed)
      case .deflated: try inflated(entry)
      }
    guard contents.count == entry.size, sum(of: contents) == entry.crc32 else {
      throw .damaged(entry.name)
    }
    return contents
  }

  private static func inflated(_ entry: ZipEntry) throws(ZipFailure) -> [UInt8] {
    guard let given = UInt32(exactly: entry.compressed.count),
      let size = UInt32(exactly: entry.size)
    else { throw .damaged(entry.name) }
    // zlib keeps the address of its stream, so the stream must not move.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    defer { unsafe stream.deallocate() }
    let rawDeflate: Int32 = -15
    let code = unsafe inflateInit2_(
      stream, rawDeflate, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw .outOfMemory }
    defer { unsafe inflateEnd(stream) }
    // One byte more, so that more than the header says is seen.
    var contents = [UInt8](repeating: 0, count: entry.size + 1)
    let outcome = unsafe entry.compressed.withUnsafeBufferPointer { source in
      unsafe contents.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = given
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = size + 1
        return unsafe inflate(stream, Z_FINISH)
      }
    }
    guard outcome == Z_STREAM_END, unsafe stream.pointee.avail_out == 1,
      unsafe stream.pointee.avail_in == 0
    else { throw .damaged(entry.name) }
    contents.removeLast()
    return contents
  }

  private static func sum(of bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { UInt32(unsafe crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
