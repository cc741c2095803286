internal import CZip

/// An archive opened by libzip for reading, over bytes that must stay in place meanwhile.
@safe struct ReadingHandle: ~Copyable {
  private let archive: OpaquePointer

  /// Opens the archive; `checking` lets libzip compare all headers, for which once is enough.
  init(over bytes: UnsafeBufferPointer<UInt8>, checking: Bool) throws(ZipFailure) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard
      let source = unsafe zip_source_buffer_create(
        bytes.baseAddress, UInt64(bytes.count), 0, &error)
    else { throw .outOfMemory }
    let flags = checking ? ZIP_RDONLY | ZIP_CHECKCONS : ZIP_RDONLY
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

  /// The uncompressed bytes of the entry at `index`: exactly as many as its header says.
  func contents(of entry: ZipEntry, at index: Int) throws(ZipFailure) -> [UInt8] {
    guard let file = unsafe zip_fopen_index(archive, UInt64(index), 0) else {
      throw .damaged(entry.name)
    }
    defer { unsafe zip_fclose(file) }
    var contents = [UInt8](repeating: 0, count: entry.size)
    let isWhole = unsafe contents.withUnsafeMutableBytes { buffer in
      var filled = 0
      while filled < buffer.count {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        guard let start = rest.baseAddress else { return false }
        let count = unsafe zip_fread(file, start, UInt64(rest.count))
        guard count > 0 else { return false }
        filled += Int(count)
      }
      return true
    }
    // libzip compares the CRC when it meets the end, so the end must be met.
    var beyond: UInt8 = 0
    guard isWhole, unsafe zip_fread(file, &beyond, 1) == 0 else { throw .damaged(entry.name) }
    return contents
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
