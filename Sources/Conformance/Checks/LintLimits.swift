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
}
