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
    guard case .file = try files.kind(of: path),
      let manifest = Manifest.root(try files.read(path)),
      manifest["generator"]?["name"]?.string == Manifest.Program.ownName
    else { return .foreign }
    // Read leniently: a path or hash that cannot be read makes its file a person's, which is kept.
    var hashes: [String: String] = [:]
    for file in (manifest["documents"]?.array ?? []) + (manifest["files"]?.array ?? []) {
      guard let path = file["path"]?.string else { continue }
      hashes[path] = file["sha256"]?.string
    }
    return .ours(hashes: hashes)
  }
}
