internal import Synchronization
internal import XMLTree
internal import ZipContainer

/// Parts that many documents share byte for byte, such as the styles of one template: each is
/// unpacked and read once.
///
/// For those who lint many documents; workers may share it. What it holds never changes, and it
/// knows a part by its bytes and not by its name, so that it changes no finding.
public final class SharedParts: Sendable {
  /// A part as it stands in archives, with what was read of it.
  private struct Known {
    let method: ZipEntry.Method
    let crc32: UInt32
    let size: Int
    let compressed: [UInt8]
    let limits: XMLLimits
    let outline: XMLOutline

    func isPart(_ entry: ZipEntry, within limits: XMLLimits) -> Bool {
      crc32 == entry.crc32 && size == entry.size && method == entry.method
        && self.limits == limits && compressed.elementsEqual(entry.compressed)
    }
  }

  /// The oldest first.
  private let known = Mutex<[Known]>([])

  /// How many parts are kept, and up to how many bytes of XML: the styles of an office document
  /// have some ten thousand.
  static let mostParts = 64
  static let mostBytes = 128 << 10

  /// Creates it with nothing in it.
  public init() {}

  /// How many parts are kept.
  var count: Int { known.withLock { $0.count } }

  /// What was read of a part with these bytes within these limits; nil when none was.
  func outline(of entry: ZipEntry, within limits: XMLLimits) -> XMLOutline? {
    guard entry.size <= Self.mostBytes else { return nil }
    return known.withLock { known in
      known.first { $0.isPart(entry, within: limits) }?.outline
    }
  }

  /// Keeps what was read of a part.
  func keep(_ outline: XMLOutline, of entry: ZipEntry, within limits: XMLLimits) {
    guard entry.size <= Self.mostBytes else { return }
    let new = Known(
      method: entry.method, crc32: entry.crc32, size: entry.size,
      compressed: Array(entry.compressed), limits: limits, outline: outline)
    known.withLock { known in
      // Another worker may have met it meanwhile.
      if known.contains(where: { $0.isPart(entry, within: limits) }) { return }
      if known.count == Self.mostParts { known.removeFirst() }
      known.append(new)
    }
  }
}
