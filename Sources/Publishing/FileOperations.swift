/// What stands at a path; links are not followed.
package enum FileKind: Hashable, Sendable {
  /// A regular file and its size in bytes.
  case file(bytes: Int)
  /// A folder.
  case folder
  /// A symbolic link.
  case link
  /// A device, a pipe or a socket.
  case special
}

/// The file operations of this room: the system's, or a test's that fail on purpose.
///
/// No operation follows a symbolic link at the end of its path.
package protocol FileOperations: Sendable {
  /// What stands at a path, or nil when nothing does.
  func kind(of path: String) throws(PublishingFailure) -> FileKind?

  /// The names in a folder without `.` and `..`, in the order of their bytes.
  ///
  /// - Throws: `EILSEQ` when a name is not UTF-8: passing over it could lose a person's file.
  func names(in folder: String) throws(PublishingFailure) -> [String]

  /// The bytes of a regular file.
  func read(_ path: String) throws(PublishingFailure) -> [UInt8]

  /// Some bytes of a regular file: as many as asked for, or those that are left.
  func read(_ path: String, from offset: Int, count: Int) throws(PublishingFailure) -> [UInt8]

  /// Writes a file that is not there yet; only a sync makes sure that the disk has it.
  func writeNew(_ bytes: [UInt8], to path: String) throws(PublishingFailure)

  /// Writes behind the end of a file that is there.
  func append(_ bytes: [UInt8], to path: String) throws(PublishingFailure)

  /// Makes a folder inside one that exists.
  func makeFolder(_ path: String) throws(PublishingFailure)

  /// Waits until the disk has one file, or one folder's list of names.
  func sync(_ path: String) throws(PublishingFailure)

  /// Waits until the disk has all that was written to the file system of a path.
  ///
  /// One wait for thousands of files; one for each took three times as long when measured. It is
  /// enough, because nothing points to the files before: they stand in a hidden folder, and its
  /// exchange comes after the wait. What is taken up from a staging folder is hashed, so its files
  /// need no wait of their own while it grows.
  func syncFileSystem(of path: String) throws(PublishingFailure)

  /// Gives what stands at a path, unless it is a folder, a second name (a hard link).
  func link(_ path: String, as name: String) throws(PublishingFailure)

  /// Renames to a name that nothing bears.
  func rename(_ path: String, toFree name: String) throws(PublishingFailure)

  /// Renames a file over the file that bears the name, if any, in one step.
  func rename(_ path: String, over name: String) throws(PublishingFailure)

  /// Exchanges two folders in one step.
  func exchange(_ first: String, _ second: String) throws(PublishingFailure)

  /// Removes what is no folder.
  func removeFile(_ path: String) throws(PublishingFailure)

  /// Removes an empty folder.
  func removeFolder(_ path: String) throws(PublishingFailure)

  /// Makes a lock file and takes its lock; nil when another run holds it.
  ///
  /// - Returns: the open file's descriptor, for ``unlock(_:descriptor:)``.
  func lock(_ path: String) throws(PublishingFailure) -> Int32?

  /// Removes the lock file and gives the lock back.
  func unlock(_ path: String, descriptor: Int32)
}
