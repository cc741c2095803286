/// A hostile archive in memory, judged within limits; what it gives out is safe to hold.
///
/// Two judges see it: our own reading of the headers, then libzip; where they disagree the
/// archive is refused. A value without a handle: workers may share it.
public struct ZipArchive: Sendable {
  /// The entries, in archive order.
  public let entries: [ZipEntry]
  private let indices: [String: Int]

  /// Reads the headers; contents are read one by one, by ``contents(of:)``.
  ///
  /// - Throws: ``ZipFailure``, the first fault.
  public init(reading bytes: [UInt8], limits: ZipLimits = .standard) throws(ZipFailure) {
    let entries = try ZipHeaders(judging: bytes, limits: limits).entries
    self.entries = entries
    indices = Dictionary(
      uniqueKeysWithValues: entries.enumerated().map { ($0.element.name, $0.offset) })
    unsafe try bytes.withUnsafeBufferPointer { (bytes) throws(ZipFailure) in
      try unsafe ReadingHandle(over: bytes).judge(against: entries)
    }
  }

  /// The entry of this name, if there is one.
  public func entry(named name: String) -> ZipEntry? { indices[name].map { entries[$0] } }

  /// The uncompressed bytes of an entry of this archive.
  ///
  /// - Throws: ``ZipFailure/damaged(_:)``; ``ZipFailure/noSuchEntry(_:)`` for an entry of another
  ///   archive.
  public func contents(of entry: ZipEntry) throws(ZipFailure) -> [UInt8] {
    // One byte more, so that more than the header says is seen.
    var pieces = try EntryPieces(of: own(entry), size: entry.size + 1)
    let contents = try pieces.next() ?? []
    guard try pieces.next() == nil else { throw .damaged(entry.name) }
    return contents
  }

  /// The uncompressed bytes of an entry of this archive, a piece at a time.
  ///
  /// - Throws: ``ZipFailure/noSuchEntry(_:)`` for an entry of another archive.
  public func pieces(of entry: ZipEntry) throws(ZipFailure) -> EntryPieces {
    try EntryPieces(of: own(entry))
  }

  private func own(_ entry: ZipEntry) throws(ZipFailure) -> ZipEntry {
    guard let index = indices[entry.name], entries[index].crc32 == entry.crc32 else {
      throw .noSuchEntry(entry.name)
    }
    return entries[index]
  }
}
