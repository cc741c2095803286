/// Writes an archive whose bytes depend only on the entries added and their order.
///
/// Entries come compressed and are copied as they are. No clock, no user and no system reaches
/// the bytes: every date is 1980-01-01, there are no extra fields. Forgetting ``finish()``
/// discards the archive, and using the writer after it does not compile.
public struct ZipWriter: ~Copyable {
  private let handle: WritingHandle
  private var names: Set<String> = []

  /// Opens an empty archive in memory.
  ///
  /// - Throws: ``ZipFailure/outOfMemory``, or libzip's own words.
  public init() throws(ZipFailure) { handle = try WritingHandle() }

  /// Adds an entry after those already added.
  ///
  /// - Throws: ``ZipFailure/duplicateName(_:)``, also for a name that differs only by case; or
  ///   libzip's own words.
  public mutating func add(_ entry: ZipEntry) throws(ZipFailure) {
    guard !names.contains(entry.name.lowercased()) else { throw .duplicateName(entry.name) }
    try handle.add(entry)
    names.insert(entry.name.lowercased())
  }

  /// Closes the archive and returns its bytes.
  ///
  /// - Throws: ``ZipFailure/noEntries``, or libzip's own words.
  public consuming func finish() throws(ZipFailure) -> [UInt8] {
    guard !names.isEmpty else { throw .noEntries }
    return try handle.finish()
  }
}
