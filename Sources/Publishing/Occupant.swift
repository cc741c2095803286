internal import LocatedJSON

/// What stands at a target before a run replaces it.
enum Occupant: Sendable {
  /// Nothing, or an empty folder.
  case nothing
  /// A folder of ours, with the SHA-256 that its manifest gives for each path.
  case ours(hashes: [String: String])
  /// A folder that somebody else filled.
  case foreign

  /// Looks at the target.
  ///
  /// - Throws: ``PublishingFailure/notAFolder(path:)`` when something else stands there.
  static func of(
    _ target: String, files: any FileOperations
  ) throws(PublishingFailure) -> Occupant {
    guard let kind = try files.kind(of: target) else { return .nothing }
    guard kind == .folder else { throw .notAFolder(path: target) }
    if try files.names(in: target).isEmpty { return .nothing }
    let path = target + "/" + RelativePath.manifestName
    guard case .file(let size) = try files.kind(of: path) else { return .foreign }
    var hashes: [String: String] = [:]
    var isOurs = false
    var scanner = MemberScanner(["generator": .value, "documents": .items, "files": .items])
    for offset in stride(from: 0, to: size, by: piece) {
      scanner.take(try files.read(path, from: offset, count: piece)) { member, value in
        if member == "generator" {
          isOurs = value["name"]?.string == Manifest.Program.ownName
        } else if let path = value["path"]?.string {
          // Leniently: a path or hash that cannot be read makes its file a person's, which is kept.
          hashes[path] = value["sha256"]?.string
        }
      }
    }
    return isOurs && scanner.isWhole ? .ours(hashes: hashes) : .foreign
  }

  /// How many bytes of a manifest are in memory at a time.
  private static var piece: Int { 1 << 18 }
}
