internal import LocatedJSON

/// What stands at a target before a run replaces it.
enum Occupant: Sendable {
  /// Nothing, or an empty folder.
  case nothing
  /// A folder of ours, with the SHA-256 that its manifest gives for each path.
  case ours(hashes: [String: SHA256Sum])
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
    var hashes: [String: SHA256Sum] = [:]
    var isOurs = false
    let scanner = try MemberScanner.read(
      path, files, for: ["generator": .value, "documents": .items, "files": .items]
    ) { member, value in
      if member == "generator" {
        isOurs = value["name"]?.string == Manifest.Program.ownName
      } else if let path = value["path"]?.string {
        // Leniently: a path or hash that cannot be read makes its file a person's, which is kept.
        hashes[path] = value["sha256"]?.string.flatMap(SHA256Sum.init)
      }
    }
    return isOurs && scanner?.isWhole == true ? .ours(hashes: hashes) : .foreign
  }
}
