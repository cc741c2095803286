internal import Diagnostics

/// Puts a finished folder in the place of the old one, and heals what a dead run left.
///
/// One exchange where the file system has it. Elsewhere two renames, with a journal beside the
/// target from before the first until after the second: at any moment the target is wholly old,
/// wholly new, or absent with a journal that says so.
struct Exchange {
  let files: any FileOperations
  let paths: TargetPaths

  /// Puts the staging folder in the target's place.
  ///
  /// - Returns: warnings about what could not be tidied up afterwards; the target is new.
  /// - Throws: what kept it from happening; the target is as it was.
  func run() throws(PublishingFailure) -> [Diagnostic] {
    guard try files.kind(of: paths.target) != nil else {
      try files.rename(paths.staging, toFree: paths.target)
      return tidy { () throws(PublishingFailure) in try files.sync(paths.parent) }
    }
    do throws(PublishingFailure) {
      try files.exchange(paths.target, paths.staging)
    } catch {
      guard case .file(let failure) = error, failure.isUnsupported else { throw error }
      return try renameTwice()
    }
    return tidy { () throws(PublishingFailure) in
      try files.sync(paths.parent)
      try FileTree.remove(paths.staging, files: files)
    }
  }

  /// Heals what a run left that died between two renames; the lock must be held.
  ///
  /// A run that did not live to report success is taken back: the old folder stands again.
  func recover() throws(PublishingFailure) {
    guard try files.kind(of: paths.journal) != nil else { return }
    if try files.kind(of: paths.old) != nil {
      switch try Occupant.of(paths.target, files: files) {
      case .ours: try FileTree.remove(paths.old, files: files)
      case .nothing: try restore()
      // Somebody put a folder here meanwhile: which of the two counts, a person must say.
      case .foreign: throw .notOurs(path: paths.target)
      }
    }
    try files.removeFile(paths.journal)
  }

  private func restore() throws(PublishingFailure) {
    if try files.kind(of: paths.target) != nil { try files.removeFolder(paths.target) }
    try files.rename(paths.old, toFree: paths.target)
    try files.sync(paths.parent)
  }

  private func renameTwice() throws(PublishingFailure) -> [Diagnostic] {
    let note = """
      thidua đang thay thư mục “\(paths.name)”. Nếu thư mục đó không còn, nội dung cũ nằm ở \
      “.\(paths.name).thidua-old”; chạy lại lệnh vừa dùng thì nó trở về chỗ cũ.

      """
    do throws(PublishingFailure) {
      try files.writeNew(Array(note.utf8), to: paths.journal)
      try files.sync(paths.journal)
      try files.sync(paths.parent)
      try files.rename(paths.target, toFree: paths.old)
      try files.sync(paths.parent)
      try files.rename(paths.staging, toFree: paths.target)
    } catch {
      // If this fails too, the next run does it.
      try? recover()
      throw error
    }
    return tidy { () throws(PublishingFailure) in
      try files.sync(paths.parent)
      try FileTree.remove(paths.old, files: files)
      try files.removeFile(paths.journal)
    }
  }

  /// Does what is left to do when the target is new already; its failure takes nothing back.
  private func tidy(_ work: () throws(PublishingFailure) -> Void) -> [Diagnostic] {
    do throws(PublishingFailure) {
      try work()
      return []
    } catch {
      return [.untidy(paths.target, error)]
    }
  }
}

extension Diagnostic {
  fileprivate static func untidy(_ target: String, _ failure: PublishingFailure) -> Diagnostic {
    .warning(
      Code("PB012"),
      "“\(target)” đã được ghi xong, nhưng chưa dọn hết tệp tạm: \(failure.diagnostic.message)",
      at: .file(target), help: "không phải làm gì: lần chạy sau sẽ tự dọn")
  }
}
