internal import CZip

/// An archive opened by libzip for reading, over bytes that must stay in place meanwhile.
@safe struct ReadingHandle: ~Copyable {
  private let archive: OpaquePointer

  /// Opens the archive, all headers of which libzip compares.
  init(over bytes: UnsafeBufferPointer<UInt8>) throws(ZipFailure) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard
      let source = unsafe zip_source_buffer_create(
        bytes.baseAddress, UInt64(bytes.count), 0, &error)
    else { throw .outOfMemory }
    let flags = ZIP_RDONLY | ZIP_CHECKCONS
    guard let archive = unsafe zip_open_from_source(source, flags, &error)
    else {
      unsafe zip_source_free(source)
      throw unsafe ZipFailure(&error)
    }
    unsafe self.archive = archive
  }

  deinit { unsafe zip_discard(archive) }

  /// Refuses the archive when libzip sees other entries in it than we do.
  func judge(against entries: [ZipEntry]) throws(ZipFailure) {
    guard unsafe zip_get_num_entries(archive, 0) == Int64(entries.count) else {
      throw .directoryDamaged
    }
    for (index, entry) in entries.enumerated() {
      var status = unsafe zip_stat_t()
      unsafe zip_stat_init(&status)
      guard unsafe zip_stat_index(archive, UInt64(index), ZIP_FL_ENC_RAW, &status) == 0,
        let name = unsafe status.name, unsafe String(cString: name) == entry.name,
        unsafe status.size == UInt64(entry.size), unsafe status.crc == entry.crc32,
        unsafe status.comp_size == UInt64(entry.compressed.count),
        unsafe status.comp_method == entry.method.rawValue
      else { throw .headersDisagree(entry.name) }
    }
  }
}

extension ZipFailure {
  /// What libzip reports, in its own words where no case of ours says more.
  init(_ error: UnsafeMutablePointer<zip_error_t>) {
    self =
      switch unsafe zip_error_code_zip(error) {
      case ZIP_ER_MEMORY: .outOfMemory
      case ZIP_ER_NOZIP: .notAnArchive
      case ZIP_ER_INCONS: .directoryDamaged
      default: unsafe .library(String(cString: zip_error_strerror(error)))
      }
  }
}
