/// Where the pictures that data name come from; the engine itself touches no file.
public struct PictureSource: Sendable {
  /// Why there are no bytes.
  public enum Failure: Error, Hashable, Sendable {
    /// There is no such file.
    case notFound
    /// The file is larger than the limit, which is given in bytes.
    case tooLarge(limit: Int)
    /// The file cannot be read, in Vietnamese words.
    case unreadable(String)
  }

  private let load: @Sendable (String, Int) throws(Failure) -> [UInt8]

  /// Creates a source.
  ///
  /// - Parameter load: gives the bytes at a path below the data file's folder, and reads no more
  ///   than the number of bytes given. The path has been judged: relative, divided by `/`, without
  ///   `.`, `..` and empty names.
  public init(_ load: @escaping @Sendable (String, Int) throws(Failure) -> [UInt8]) {
    self.load = load
  }

  /// A source that has no file.
  public static let none = PictureSource { (_, _) throws(Failure) in throw .notFound }

  func bytes(at path: String, limit: Int) throws(Failure) -> [UInt8] { try load(path, limit) }
}
