import ZipContainer

/// Limits at which a hostile archive costs little, so that many are tried.
private let limits = ZipLimits(
  archive: 1 << 20, entries: 64, entry: 1 << 18, total: 1 << 20, ratio: 200, freeOfRatio: 1 << 16,
  name: 64, comment: 64)

/// What is taken as an archive comes back when it is written again; contents have the size told.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let archive = try? ZipArchive(reading: bytes, limits: limits) else { return 0 }
  var contents: [[UInt8]] = []
  for entry in archive.entries {
    let read = try? archive.contents(of: entry)
    precondition(pieces(of: entry, in: archive) == read, "other contents in pieces")
    guard let read else { return 0 }
    precondition(read.count == entry.size && read.count <= limits.entry)
    contents.append(read)
  }
  do {
    var writer = try ZipWriter()
    for entry in archive.entries { try writer.add(entry) }
    let again = try ZipArchive(reading: try writer.finish(), limits: limits)
    precondition(again.entries == archive.entries)
    for (entry, expected) in zip(again.entries, contents) {
      let read = try again.contents(of: entry)
      precondition(read == expected)
    }
  } catch ZipFailure.tooLarge {
    return 0
  } catch {
    fatalError("read, but not written again: \(error)")
  }
  return 0
}

/// The contents put together from their pieces; nil when they are damaged.
private func pieces(of entry: ZipEntry, in archive: ZipArchive) -> [UInt8]? {
  var contents: [UInt8] = []
  do {
    var pieces = try archive.pieces(of: entry)
    while let piece = try pieces.next() { contents += piece }
    return contents
  } catch {
    return nil
  }
}
