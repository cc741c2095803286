public import XMLTree
public import ZipContainer

/// What a finished document may cost before it is refused.
public struct LintLimits: Hashable, Sendable {
  /// What its package may cost.
  public var package = ZipLimits.finished
  /// What one of its parts may cost.
  public var xml = XMLLimits.finished

  /// The limits that hold unless said otherwise.
  public static let standard = LintLimits()

  /// Creates the standard limits.
  public init() {}

  /// These limits, wide enough for what this program has just made itself: a table of thousands of
  /// nominees is no attack, and is written under limits of its own.
  public var forOwnDocuments: LintLimits {
    var wide = self
    wide.xml.bytes = max(wide.xml.bytes, ZipLimits.writtenEntry)
    wide.xml.nodes = max(wide.xml.nodes, Self.ownNodes)
    wide.package.entry = max(wide.package.entry, ZipLimits.writtenEntry)
    wide.package.total = max(wide.package.total, 2 * ZipLimits.writtenEntry)
    return wide
  }

  /// As many nodes as stand in a part of the longest that is written.
  private static let ownNodes = 16_000_000
}
