// Every budget of the engine: what exceeds one is an error that names it, never a crash.

/// What a template may hold before it is refused.
public struct CompileLimits: Hashable, Sendable {
  /// The most tags of one part.
  public var tags = 20_000
  /// The most blocks around one tag.
  public var depth = 64
  /// The most findings on the text of one part.
  public var findings = 200

  /// The limits that hold unless said otherwise.
  public static let standard = CompileLimits()

  /// Creates the standard limits.
  public init() {}
}

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
  /// The most headers and footers that items of a Word document have of their own; a package that
  /// every reader takes has no more than 65,535 entries.
  public var headers = 30_000
  /// The most findings that are collected.
  public var findings = 200

  /// The limits that hold unless said otherwise.
  public static let standard = RenderLimits()

  /// Creates the standard limits.
  public init() {}
}
