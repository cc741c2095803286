internal import CZip

/// An archive that libzip writes into memory, owned from opening to closing.
@safe struct WritingHandle: ~Copyable {
  private let archive: OpaquePointer
  private let target: OpaquePointer

  init() throws(ZipFailure) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
      throw .outOfMemory
    }
    guard let archive = unsafe zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error)
    else {
      unsafe zip_source_free(target)
      throw unsafe ZipFailure(&error)
    }
    unsafe zip_source_keep(target)  // The archive gives back its own reference when closed.
    unsafe self.archive = archive
    unsafe self.target = target
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe zip_source_free(target)
  }

  /// Adds an entry; libzip reads it only in ``finish()``, and keeps it until then.
  func add(_ entry: ZipEntry) throws(ZipFailure) {
    let source = unsafe try EntrySource.make(entry)
    let index = unsafe zip_file_add(archive, entry.name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip_source_free(source)
      throw failure
    }
    let position = UInt64(index)
    let firstDOSDay: UInt16 = 0x21  // 1980-01-01: the clock must not reach the bytes.
    // The method that the source already has, so that libzip copies instead of compressing.
    let method = Int32(entry.method.rawValue)
    guard unsafe zip_set_file_compression(archive, position, method, 0) == 0,
      unsafe zip_file_set_dostime(archive, position, 0, firstDOSDay, 0) == 0,
      unsafe zip_file_set_external_attributes(archive, position, 0, UInt8(ZIP_OPSYS_DOS), 0) == 0
    else { throw failure }
  }

  /// Writes the archive and returns its bytes.
  consuming func finish() throws(ZipFailure) -> [UInt8] {
    guard unsafe zip_close(archive) == 0 else {
      let failure = failure
      _ = consume self  // Runs deinit: libzip keeps the handle when closing fails.
      throw failure
    }
    let target = unsafe target
    discard self  // zip_close freed the archive; the target is still ours.
    defer { unsafe zip_source_free(target) }
    return unsafe try Self.read(target)
  }

  private static func read(_ target: OpaquePointer) throws(ZipFailure) -> [UInt8] {
    var status = unsafe zip_stat_t()
    guard unsafe zip_source_stat(target, &status) == 0, unsafe zip_source_open(target) == 0 else {
      throw .library("zip_source_open")
    }
    defer { unsafe zip_source_close(target) }
    let size = unsafe Int(status.size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      filled = 0
      while filled < size, let start = buffer.baseAddress {
        let count = unsafe zip_source_read(target, start + filled, UInt64(size - filled))
        guard count > 0 else { return }
        filled += Int(count)
      }
    }
    guard bytes.count == size else { throw .library("zip_source_read") }
    return bytes
  }

  private var failure: ZipFailure { unsafe ZipFailure(zip_get_error(archive)) }
}
