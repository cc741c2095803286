/// Walks over and removals of whole folders; no link is followed.
enum FileTree {
  /// One thing in a folder that is no folder itself.
  struct Entry: Hashable, Sendable {
    /// Where it stands, relative to the folder.
    let path: String
    /// What it is.
    let kind: FileKind
  }

  /// Everything below a folder but the folders, in the order of names, depth first.
  static func entries(
    in folder: String, files: any FileOperations
  ) throws(PublishingFailure) -> [Entry] {
    var entries: [Entry] = []
    var waiting = try files.names(in: folder).reversed() as [String]
    while let path = waiting.popLast() {
      switch try files.kind(of: folder + "/" + path) {
      case nil: continue
      case .folder:
        let names = try files.names(in: folder + "/" + path)
        waiting.append(contentsOf: names.reversed().map { path + "/" + $0 })
      case .some(let kind): entries.append(Entry(path: path, kind: kind))
      }
    }
    return entries
  }

  /// Every folder below a folder, those above others before them.
  static func folders(
    in folder: String, files: any FileOperations
  ) throws(PublishingFailure) -> [String] {
    var folders: [String] = []
    var waiting = try files.names(in: folder)
    while let path = waiting.popLast() {
      guard try files.kind(of: folder + "/" + path) == .folder else { continue }
      folders.append(path)
      waiting += try files.names(in: folder + "/" + path).map { path + "/" + $0 }
    }
    return folders
  }

  /// Removes whatever stands at a path; nothing there is no failure.
  static func remove(_ path: String, files: any FileOperations) throws(PublishingFailure) {
    guard let kind = try files.kind(of: path) else { return }
    guard kind == .folder else { return try files.removeFile(path) }
    for name in try files.names(in: path) { try remove(path + "/" + name, files: files) }
    try files.removeFolder(path)
  }

  /// Makes a folder and those above it that are missing.
  static func makeFolders(_ path: String, files: any FileOperations) throws(PublishingFailure) {
    if path == "." || path == "/" { return }
    // A person may have put a link to another disk here: asking for "/." follows it.
    guard try files.kind(of: path) == nil else {
      guard try files.kind(of: path + "/.") == .folder else { throw .notAFolder(path: path) }
      return
    }
    let parent = try TargetPaths(path).parent
    try makeFolders(parent, files: files)
    try files.makeFolder(path)
    try files.sync(parent)
  }
}
