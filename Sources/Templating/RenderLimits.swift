/// What a rendering may do before it is stopped.
public struct RenderLimits: Hashable, Sendable {
  /// The most instructions of one part, and the most steps of its expressions.
  ///
  /// A table of a hundred thousand rows takes a few million; a loop of ten thousand inside one of
  /// ten thousand more than these.
  public var steps = 100_000_000
  /// The most bytes of one part, before compression; more no reader of a package takes.
  public var bytes = 256 << 20
  /// The most bytes of one picture.
  public var pictureBytes = 16 << 20
  /// The most pixels of one picture, which an office program holds uncompressed.
  public var picturePixels = 64_000_000
  /// The most findings that are collected.
  public var findings = 200

  /// The limits that hold unless said otherwise.
  public static let standard = RenderLimits()

  /// Creates the standard limits.
  public init() {}
}

/// What a missing name becomes.
public enum MissingPolicy: String, Hashable, Sendable, CaseIterable {
  /// An error, which is what a document that someone signs needs.
  case error
  /// Nothing at all.
  case blank
}
