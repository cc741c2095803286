/// What one archive may cost; beyond it, reading stops before memory is spent.
public struct ZipLimits: Hashable, Sendable {
  /// Bytes of the archive.
  public var archive: Int
  /// Number of entries.
  public var entries: Int
  /// Bytes of one entry, uncompressed.
  public var entry: Int
  /// Bytes of all entries together, uncompressed.
  public var total: Int
  /// How many times larger than its compressed form an entry may be.
  public var ratio: Int
  /// Bytes up to which an entry may have any ratio.
  public var freeOfRatio: Int
  /// Bytes of one name.
  public var name: Int
  /// Bytes of the archive's comment, the only thing that may follow the end record.
  public var comment: Int

  /// Creates limits.
  public init(
    archive: Int, entries: Int, entry: Int, total: Int, ratio: Int, freeOfRatio: Int, name: Int,
    comment: Int
  ) {
    self.archive = archive
    self.entries = entries
    self.entry = entry
    self.total = total
    self.ratio = ratio
    self.freeOfRatio = freeOfRatio
    self.name = name
    self.comment = comment
  }

  /// Ample for an office document of some hundred pages with pictures.
  public static let standard = ZipLimits(
    archive: 64 << 20, entries: 1_000, entry: 64 << 20, total: 256 << 20, ratio: 200,
    freeOfRatio: 1 << 20, name: 255, comment: 1_024)

  /// For a finished document, our own among them.
  ///
  /// A print file has a header of its own for each record, and records are as even as no other text
  /// is; what it costs to read is bounded by the bytes.
  public static let finished = {
    var limits = standard
    limits.entries = 65_535
    limits.ratio = 2_000
    return limits
  }()

  /// The most bytes of an entry that is written, uncompressed.
  ///
  /// More than is read unless asked for: what is written is our own.
  public static let writtenEntry = 256 << 20
}
