internal import Glibc

/// Regular files opened for reading; no link at the end of a path is followed.
enum OpenFile {
  /// Opens a file, by its path or by its name inside an open folder; its size in bytes.
  ///
  /// - Throws: ``PublishingFailure/notAFile(path:)`` for a pipe or a device.
  static func descriptor(
    _ path: String, inside folder: Int32 = AT_FDCWD
  ) throws(PublishingFailure) -> (descriptor: Int32, size: Int) {
    // O_NONBLOCK: opening a pipe must not wait for its writer.
    let descriptor = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .file(FileFailure(.read, path, code: errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      defer { close(descriptor) }
      throw .file(FileFailure(.read, path, code: errno))
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG else {
      close(descriptor)
      if kind == S_IFDIR { throw .file(FileFailure(.read, path, code: EISDIR)) }
      throw .notAFile(path: path)
    }
    return (descriptor, Int(status.st_size))
  }

  /// The next bytes of an open file: as many as asked for, or all that are left.
  static func bytes(
    of descriptor: Int32, count: Int, _ path: String
  ) throws(PublishingFailure) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      while read < buffer.count {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + read }, buffer.count - read)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        guard got > 0 else { break }
        read += got
      }
    }
    guard code == 0 else { throw .file(FileFailure(.read, path, code: code)) }
    return bytes
  }
}

/// A file that is read piece by piece, so that its size costs no memory.
package struct FileStream: ~Copyable, Sendable {
  private let path: String
  private let descriptor: Int32
  private var hash = SHA256Sum.Running()

  /// Opens a regular file.
  ///
  /// - Throws: ``PublishingFailure`` when it is not there, no file, or cannot be read.
  package init(_ path: String) throws(PublishingFailure) {
    self.path = path
    (descriptor, _) = try OpenFile.descriptor(path)
  }

  deinit { close(descriptor) }

  /// The next bytes, at most `count`; none at the end of the file.
  package mutating func next(_ count: Int) throws(PublishingFailure) -> [UInt8] {
    let bytes = try OpenFile.bytes(of: descriptor, count: count, path)
    hash.add(bytes)
    return bytes
  }

  /// The SHA-256 of everything that was read.
  package var sha256: SHA256Sum { hash.sum }
}

/// Files that lie below a folder, for names that a file of somebody else's gives.
package enum EnclosedFile {
  /// Why there are no bytes.
  package enum Failure: Error, Hashable, Sendable {
    /// Nothing bears the name.
    case notFound
    /// The file has more bytes than asked for.
    case tooLarge
    /// Why it is refused or cannot be read, in Vietnamese.
    case refused(String)
  }

  /// The bytes of a file below a folder.
  ///
  /// Each folder on the way is opened from the one before it and no link is followed, so that
  /// nothing outside can be reached, whatever somebody changes meanwhile. The folder itself may be
  /// a link: the user named it.
  package static func read(
    _ path: RelativePath, in folder: String, limit: Int
  ) throws(Failure) -> [UInt8] {
    var folders = [open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)]
    defer { for descriptor in folders where descriptor >= 0 { close(descriptor) } }
    for name in path.components.dropLast() {
      guard let last = folders.last, last >= 0 else { break }
      folders.append(openat(last, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
    }
    guard let last = folders.last, last >= 0 else {
      throw failure(FileFailure(.read, path.description, code: errno))
    }
    let bytes: [UInt8]
    do throws(PublishingFailure) {
      let name = path.components.last ?? ""
      let (descriptor, size) = try OpenFile.descriptor(name, inside: last)
      defer { close(descriptor) }
      // One byte more than the limit tells of a file that is too large, or grows.
      bytes = try OpenFile.bytes(of: descriptor, count: min(size, limit) + 1, name)
    } catch {
      guard case .file(let cause) = error else { throw .refused("không phải là tệp thường") }
      throw failure(cause)
    }
    guard bytes.count <= limit else { throw .tooLarge }
    return bytes
  }

  private static func failure(_ cause: FileFailure) -> Failure {
    cause.code == ENOENT ? .notFound : .refused(cause.reason)
  }
}
