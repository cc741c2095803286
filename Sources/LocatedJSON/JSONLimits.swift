/// How large a JSON file may be; what exceeds a limit is an error, never a crash.
public struct JSONLimits: Hashable, Sendable {
  /// Bytes of the file.
  public var bytes = 64 << 20
  /// Brackets inside one another.
  public var depth = 64
  /// Values of all kinds.
  public var values = 3_000_000
  /// Bytes of one text as the file writes it.
  public var stringBytes = 8 << 20
  /// Bytes of one number as the file writes it.
  public var numberBytes = 40
  /// Findings of one file; the rest is only counted.
  ///
  /// A note on a byte order mark comes beside them.
  public var findings = 100

  /// Creates the limits of the program's own input files.
  public init() {}

  /// The limits of the program's own input files.
  public static let standard = JSONLimits()
}
