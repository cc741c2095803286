import Testing
import ZipContainer

@Suite("An archive written is the archive read")
struct WritingTests {
  private let parts: [(name: String, text: String)] = [
    ("mimetype", "application/vnd.oasis.opendocument.text"), ("word/document.xml", "<w:p/>"),
    ("trống.txt", ""), ("Pictures/ảnh.svg", String(repeating: "Sơn La ", count: 30_000)),
  ]

  @Test("names, order and contents come back")
  func roundTrip() throws {
    let read = try ZipArchive(reading: try archive(parts))
    #expect(read.entries.map(\.name) == parts.map(\.name))
    for part in parts {
      let entry = try #require(read.entry(named: part.name))
      #expect(try read.contents(of: entry) == Array(part.text.utf8))
      #expect(entry.size == part.text.utf8.count)
    }
    #expect(read.entry(named: "không có") == nil)
  }

  @Test("the same entries give the same bytes")
  func determinism() throws {
    #expect(try archive(parts) == archive(parts))
    #expect(try archive(parts) != archive(parts.reversed()))
  }

  @Test("chunks of any size give the same entry", arguments: [1, 7, 4_096, 100_000])
  func chunks(size: Int) throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    var deflater = try Deflater(name: "x")
    var start = 0
    while start < bytes.count {
      let chunk = Array(bytes[start..<min(start + size, bytes.count)])
      deflater.write(chunk.span)
      start += size
    }
    #expect(try deflater.finish() == ZipEntry(name: "x", contents: bytes))
  }

  @Test("an entry is copied as it is: not compressed again, nor for the first time")
  func copied() throws {
    let first = try ZipArchive(reading: try archive(parts))
    var writer = try ZipWriter()
    for entry in first.entries { try writer.add(entry) }
    let second = try ZipArchive(reading: try writer.finish())
    #expect(second.entries == first.entries)

    // Bytes that another compressor made: level 0, which ours never gives.
    let handmade = try ZipArchive(reading: Self.level0)
    var copier = try ZipWriter()
    for entry in handmade.entries { try copier.add(entry) }
    let copy = try ZipArchive(reading: try copier.finish())
    #expect(copy.entries == handmade.entries)
    #expect(try copy.contents(of: copy.entries[0]) == Array("hello".utf8))
  }

  /// One entry `h` holding `hello` as one uncompressed Deflate block.
  private static var level0: [UInt8] {
    let crc: [UInt8] = [0x86, 0xA6, 0x10, 0x36]
    let data: [UInt8] = [0x01, 5, 0, 0xFA, 0xFF] + Array("hello".utf8)
    let fields: [UInt8] =
      [20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0] + crc + [10, 0, 0, 0, 5, 0, 0, 0, 1, 0]
    let local: [UInt8] = [0x50, 0x4B, 3, 4] + fields + [0, 0] + Array("h".utf8) + data
    let central: [UInt8] =
      [0x50, 0x4B, 1, 2, 20, 0] + fields + [UInt8](repeating: 0, count: 16) + Array("h".utf8)
    let end: [UInt8] =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(central.count), 0, 0, 0]
      + [UInt8(local.count), 0, 0, 0, 0, 0]
    return local + central + end
  }

  @Test("a stored entry first, as ODF wants it: name and contents stand at fixed offsets")
  func storedFirst() throws {
    var writer = try ZipWriter()
    let type = Array("application/vnd.oasis.opendocument.text".utf8)
    try writer.add(ZipEntry(name: "mimetype", contents: type, stored: true))
    try writer.add(ZipEntry(name: "content.xml", contents: Array("<x/>".utf8)))
    let bytes = try writer.finish()
    #expect(bytes[30..<38].elementsEqual("mimetype".utf8))
    #expect(bytes[38..<(38 + type.count)].elementsEqual(type))
    #expect(try ZipArchive(reading: bytes).entries.map(\.method) == [.stored, .deflated])
  }

  @Test("no clock and no system in the headers; UTF-8 is flagged where it is needed")
  func headers() throws {
    let bytes = try archive([("a", "1"), ("ả", "2")])
    for number in [0, 1] {
      let (local, central) = (bytes.local(number), bytes.central(number))
      #expect(bytes[(local + 10)..<(local + 14)] == [0, 0, 0x21, 0], "time and date")
      #expect(bytes[(local + 28)..<(local + 30)] == [0, 0], "extra field")
      #expect(bytes[(central + 12)..<(central + 16)] == [0, 0, 0x21, 0], "time and date")
      #expect(bytes[(central + 30)..<(central + 34)] == [0, 0, 0, 0], "extra field, comment")
      #expect(bytes[(central + 38)..<(central + 42)] == [0, 0, 0, 0], "attributes")
      #expect(bytes[central + 5] == 0, "system")
      #expect(bytes[local + 7] & 0x08 == (number == 0 ? 0 : 0x08), "UTF-8")
    }
  }

  @Test("one entry is shared by many workers")
  func workers() async throws {
    let entry = try ZipEntry(name: "a", contents: Array(repeating: 7, count: 100_000))
    let expected = try Self.whole(entry)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<16 { group.addTask { try Self.whole(entry) } }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  private static func whole(_ entry: ZipEntry) throws -> [UInt8] {
    var writer = try ZipWriter()
    try writer.add(entry)
    return try writer.finish()
  }

  @Test("a name that no reader should accept is refused at once", arguments: ["", "/a", "../a"])
  func unsafeName(name: String) {
    #expect(throws: ZipFailure.unsafeName(name)) { _ = try ZipEntry(name: name, contents: []) }
  }

  @Test("a name twice fails in the middle, and what was added is still written")
  func failedMiddle() throws {
    var writer = try ZipWriter()
    let entry = try ZipEntry(name: "a", contents: [1])
    try writer.add(entry)
    do throws(ZipFailure) {
      try writer.add(ZipEntry(name: "A", contents: [2]))
      Issue.record("taken twice")
    } catch {
      #expect(error == .duplicateName("A"))
    }
    #expect(try ZipArchive(reading: try writer.finish()).entries == [entry])
  }

  @Test("an archive without entries is refused")
  func empty() {
    #expect(throws: ZipFailure.noEntries) { _ = try ZipWriter().finish() }
  }

  @Test("a forgotten finish frees everything; the address sanitizer watches")
  func forgotten() throws {
    for _ in 0..<100 {
      var deflater = try Deflater(name: "a")
      deflater.write([UInt8](repeating: 1, count: 10_000))
      var writer = try ZipWriter()
      try writer.add(ZipEntry(name: "b", contents: [1, 2, 3]))
    }
  }
}
