internal import CZip

/// An entry as libzip reads it while it writes an archive: bytes already compressed, with their
/// method, CRC and sizes, so that libzip copies them.
final class EntrySource {
  private let entry: ZipEntry
  private var position = 0

  private init(_ entry: ZipEntry) { self.entry = entry }

  /// Makes a source that libzip owns, and that owns the entry.
  static func make(_ entry: ZipEntry) throws(ZipFailure) -> OpaquePointer {
    let context = unsafe Unmanaged.passRetained(EntrySource(entry))
    guard
      let source = unsafe zip_source_function_create(
        { context, data, length, command in
          guard let context = unsafe context else { return -1 }
          let owner = unsafe Unmanaged<EntrySource>.fromOpaque(context)
          if command == ZIP_SOURCE_FREE {
            unsafe owner.release()
            return 0
          }
          let buffer = unsafe UnsafeMutableRawBufferPointer(start: data, count: Int(length))
          return unsafe owner.takeUnretainedValue().answer(command, buffer)
        }, context.toOpaque(), nil)
    else {
      unsafe context.release()
      throw .outOfMemory
    }
    return unsafe source
  }

  private func answer(
    _ command: zip_source_cmd_t, _ buffer: UnsafeMutableRawBufferPointer
  ) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_READ:
      return unsafe read(into: buffer)
    case ZIP_SOURCE_CLOSE:
      return 0
    case ZIP_SOURCE_STAT:
      return unsafe describe(into: buffer)
    case ZIP_SOURCE_ERROR:
      // Two integers, both zero: reading memory does not fail.
      guard buffer.count >= 8 else { return -1 }
      unsafe buffer.prefix(8).initializeMemory(as: UInt8.self, repeating: 0)
      return 8
    case ZIP_SOURCE_SUPPORTS:
      let commands = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS,
      ]
      return commands.reduce(0) { $0 | 1 << Int64($1.rawValue) }
    default:
      return -1
    }
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int64 {
    let rest = entry.compressed.dropFirst(position).prefix(buffer.count)
    unsafe buffer.copyBytes(from: rest)
    position += rest.count
    return Int64(rest.count)
  }

  private func describe(into buffer: UnsafeMutableRawBufferPointer) -> Int64 {
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    unsafe status.size = UInt64(entry.size)
    unsafe status.comp_size = UInt64(entry.compressed.count)
    unsafe status.crc = entry.crc32
    unsafe status.comp_method = entry.method.rawValue
    unsafe status.valid = UInt64(
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD)
    let length = unsafe MemoryLayout<zip_stat_t>.size
    guard buffer.count >= length else { return -1 }
    unsafe buffer.storeBytes(of: status, as: zip_stat_t.self)
    return Int64(length)
  }
}
