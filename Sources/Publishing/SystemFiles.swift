internal import CSystem
internal import Glibc

/// The file operations of the system.
package struct SystemFiles: FileOperations {
  /// Creates them; there is nothing to hold.
  package init() {}

  package func kind(of path: String) throws(PublishingFailure) -> FileKind? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw last(.read, path)
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file(bytes: Int(status.st_size))
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .special
    }
  }

  package func names(in folder: String) throws(PublishingFailure) -> [String] {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw last(.read, folder) }
    guard let stream = fdopendir(descriptor) else {
      defer { close(descriptor) }
      throw last(.read, folder)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw last(.read, folder) }
        break
      }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let name else { throw .file(FileFailure(.read, folder, code: EILSEQ)) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func read(_ path: String) throws(PublishingFailure) -> [UInt8] {
    let (descriptor, size) = try OpenFile.descriptor(path)
    defer { close(descriptor) }
    return try OpenFile.bytes(of: descriptor, count: size, path)
  }

  package func read(
    _ path: String, from offset: Int, count: Int
  ) throws(PublishingFailure) -> [UInt8] {
    let (descriptor, size) = try OpenFile.descriptor(path)
    defer { close(descriptor) }
    guard offset < size else { return [] }
    guard lseek(descriptor, offset, SEEK_SET) >= 0 else { throw last(.read, path) }
    return try OpenFile.bytes(of: descriptor, count: min(count, size - offset), path)
  }

  package func writeNew(_ bytes: [UInt8], to path: String) throws(PublishingFailure) {
    try put(bytes, to: path, O_CREAT | O_EXCL)
  }

  private func put(
    _ bytes: [UInt8], to path: String, _ how: Int32
  ) throws(PublishingFailure) {
    let descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | how, 0o666)
    guard descriptor >= 0 else { throw last(.write, path) }
    var code: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let put = write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if put < 0, errno == EINTR { continue }
        guard put >= 0 else {
          code = errno
          return
        }
        done += put
      }
    }
    // A network file system may tell only now that the disk is full.
    if close(descriptor) != 0, code == 0, errno != EINTR { code = errno }
    guard code == 0 else { throw .file(FileFailure(.write, path, code: code)) }
  }

  package func append(_ bytes: [UInt8], to path: String) throws(PublishingFailure) {
    try put(bytes, to: path, O_APPEND)
  }

  package func makeFolder(_ path: String) throws(PublishingFailure) {
    guard mkdir(path, 0o777) == 0 else { throw last(.create, path) }
  }

  package func sync(_ path: String) throws(PublishingFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw last(.write, path) }
    defer { close(descriptor) }
    // EINVAL: this file system has nothing to wait for.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw last(.write, path) }
  }

  package func syncFileSystem(of path: String) throws(PublishingFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw last(.write, path) }
    defer { close(descriptor) }
    let code = thidua_sync_file_system(descriptor)
    guard code == 0 else { throw .file(FileFailure(.write, path, code: code)) }
  }

  package func link(_ path: String, as name: String) throws(PublishingFailure) {
    guard Glibc.link(path, name) == 0 else { throw last(.write, name) }
  }

  package func rename(_ path: String, toFree name: String) throws(PublishingFailure) {
    let code = thidua_rename_to_free(path, name)
    guard code != 0 else { return }
    let failure = FileFailure(.write, name, code: code)
    // Without the system's help two steps do: the lock keeps other runs away in between.
    guard failure.isUnsupported, try kind(of: name) == nil else { throw .file(failure) }
    try rename(path, over: name)
  }

  package func rename(_ path: String, over name: String) throws(PublishingFailure) {
    guard Glibc.rename(path, name) == 0 else { throw last(.write, name) }
  }

  package func exchange(_ first: String, _ second: String) throws(PublishingFailure) {
    let code = thidua_exchange(first, second)
    guard code == 0 else { throw .file(FileFailure(.write, second, code: code)) }
  }

  package func removeFile(_ path: String) throws(PublishingFailure) {
    guard unlink(path) == 0 else { throw last(.write, path) }
  }

  package func removeFolder(_ path: String) throws(PublishingFailure) {
    guard rmdir(path) == 0 else { throw last(.write, path) }
  }

  package func lock(_ path: String) throws(PublishingFailure) -> Int32? {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw last(.create, path) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        defer { close(descriptor) }
        if errno == EWOULDBLOCK { return nil }
        throw last(.create, path)
      }
      var held = stat()
      var named = stat()
      if fstat(descriptor, &held) == 0, lstat(path, &named) == 0,
        held.st_ino == named.st_ino, held.st_dev == named.st_dev
      {
        return descriptor
      }
      // The run before removed the file after we opened it: take the lock of the new one.
      close(descriptor)
    }
  }

  package func unlock(_ path: String, descriptor: Int32) {
    // Removed while the lock is held, so that nobody's lock file is removed but ours.
    unlink(path)
    // Closing is not enough: a child between its fork and its exec still has the file open, and
    // the lock belongs to the open file.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private func last(_ action: FileFailure.Action, _ path: String) -> PublishingFailure {
    .file(FileFailure(action, path, code: errno))
  }
}
