import Testing
import ZipContainer

@Suite("A hostile archive is refused by its cause")
struct HostileArchiveTests {
  private func expect(
    _ failure: ZipFailure, _ limits: ZipLimits = .standard,
    sourceLocation: SourceLocation = #_sourceLocation, _ damage: (inout [UInt8]) -> Void
  ) throws {
    var bytes = try soundArchive()
    _ = try ZipArchive(reading: bytes)
    damage(&bytes)
    #expect(throws: failure, sourceLocation: sourceLocation) {
      try ZipArchive(reading: bytes, limits: limits)
    }
  }

  @Test("no archive at all", arguments: ["", "P", "xin chào, đây không phải tệp nén", "PK"])
  func notAnArchive(text: String) {
    #expect(throws: ZipFailure.notAnArchive) { try ZipArchive(reading: Array(text.utf8)) }
  }

  @Test("cut short anywhere, it is refused")
  func truncated() throws {
    let bytes = try soundArchive()
    for count in 0..<bytes.count {
      #expect(throws: ZipFailure.self) { try ZipArchive(reading: Array(bytes[..<count])) }
    }
    try expect(.truncated) { $0.removeLast() }
    try expect(.truncated) { $0.removeLast(30) }
  }

  @Test("a changed byte anywhere never crashes, and contents never differ unnoticed")
  func changedByte() throws {
    let bytes = try soundArchive()
    let sound = try ZipArchive(reading: bytes)
    let contents = try sound.entries.map { try sound.contents(of: $0) }
    for position in bytes.indices {
      for change: UInt8 in [0x01, 0x08, 0x80, 0xFF] {
        var damaged = bytes
        damaged[position] ^= change
        guard let archive = try? ZipArchive(reading: damaged) else { continue }
        for (entry, expected) in zip(archive.entries, contents) {
          if let read = try? archive.contents(of: entry) { #expect(read == expected) }
        }
      }
    }
  }

  @Test("the end record")
  func end() throws {
    try expect(.trailingBytes(1)) { $0.append(0) }
    try expect(.trailingBytes(2_000)) {
      $0.patch($0.end + 20, 2_000, width: 2)
      $0 += [UInt8](repeating: 0x20, count: 2_000)
    }
    try expect(.split) { $0.patch($0.end + 4, 1, width: 2) }
    try expect(.split) { $0.patch($0.end + 8, 1, width: 2) }
    try expect(.zip64) { $0.patch($0.end + 16, 0xFFFF_FFFF, width: 4) }
    try expect(.zip64) {
      $0.insert(
        contentsOf: [0x50, 0x4B, 0x06, 0x07] + [UInt8](repeating: 0, count: 16), at: $0.end)
    }
    try expect(.noEntries) {
      $0 = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)
    }
    try expect(.directoryDamaged) { $0.patch($0.end + 8, 0x0001_0001, width: 4) }
    try expect(.directoryDamaged) { $0.patch($0.end + 8, 0x0003_0003, width: 4) }
    try expect(.directoryDamaged) { $0.insert(0, at: 0) }
  }

  @Test("a short comment passes")
  func comment() throws {
    var bytes = try soundArchive()
    bytes.patch(bytes.end + 20, 3, width: 2)
    #expect(try ZipArchive(reading: bytes + [1, 2, 3]).entries.count == 2)
  }

  @Test("encryption and methods")
  func forms() throws {
    try expect(.encrypted("a.xml")) { $0.patch($0.central(0) + 8, 1, width: 2) }
    try expect(.encrypted("b.xml")) {
      $0.patch($0.central(1) + 8, 0x2041, width: 2)
      $0.patch($0.local(1) + 6, 0x2041, width: 2)
    }
    try expect(.unknownMethod("a.xml", 14)) { $0.patch($0.central(0) + 10, 14, width: 2) }
  }

  @Test(
    "names that mean harm",
    arguments: [
      "/.xml", "../aa", "a\\xml", "a//ml", "C:xml", "./xml", "a/../", "a.xm\u{0}", "a.xm\u{7F}",
    ])
  func names(name: String) throws {
    try expect(.unsafeName(name)) {
      $0.patch($0.local(0) + 30, name)
      $0.patch($0.central(0) + 46, name)
    }
  }

  @Test("the same name twice")
  func duplicates() throws {
    try expect(.duplicateName("a.xml")) {
      $0.patch($0.local(1) + 30, "a.xml")
      $0.patch($0.central(1) + 46, "a.xml")
    }
    try expect(.namesDifferOnlyByCase("a.xml", "A.XML")) {
      $0.patch($0.local(1) + 30, "A.XML")
      $0.patch($0.central(1) + 46, "A.XML")
    }
    try expect(.nameNotUTF8("\u{FFFD}.xml")) { $0.patch($0.central(0) + 46, 0xC3, width: 1) }
  }

  @Test("the local and the central header disagree")
  func disagreement() throws {
    try expect(.headersDisagree("a.xml")) { $0.patch($0.local(0) + 30, "x.xml") }
    try expect(.headersDisagree("a.xml")) { $0.patch($0.local(0) + 8, 0, width: 2) }
    try expect(.headersDisagree("a.xml")) { $0.patch($0.local(0) + 22, 1, width: 4) }
    try expect(.headersDisagree("b.xml")) { $0.patch($0.central(1) + 16, 1, width: 4) }
    try expect(.headersDisagree("b.xml")) { $0.patch($0.central(1) + 42, 1, width: 4) }
  }

  @Test("two entries over one another")
  func overlap() throws {
    try expect(.overlap("a.xml")) {
      let size = UInt64($0.count)
      $0.patch($0.local(0) + 18, size, width: 4)
      $0.patch($0.central(0) + 20, size, width: 4)
    }
    try expect(.overlap("b.xml")) {
      let size = UInt64($0.local(1) + 1 - $0.local(0) - 35)
      $0.patch($0.local(0) + 18, size, width: 4)
      $0.patch($0.central(0) + 20, size, width: 4)
    }
  }

  @Test("each limit holds, and one more passes")
  func limits() throws {
    let bytes = try soundArchive()
    let sizes = try ZipArchive(reading: bytes).entries.map(\.size)
    var limits = ZipLimits.standard
    limits.archive = bytes.count
    limits.entries = 2
    limits.entry = sizes[0]
    limits.total = sizes[0] + sizes[1]
    limits.name = 5
    _ = try ZipArchive(reading: bytes, limits: limits)

    let cases: [(WritableKeyPath<ZipLimits, Int>, ZipFailure)] = [
      (\.archive, .tooLarge(bytes: bytes.count, limit: bytes.count - 1)),
      (\.entries, .tooManyEntries(2, limit: 1)),
      (\.entry, .entryTooLarge("a.xml", bytes: sizes[0], limit: sizes[0] - 1)),
      (\.total, .totalTooLarge(limit: sizes[0] + sizes[1] - 1)),
      (\.name, .nameTooLong("a.xml", limit: 4)),
    ]
    for (limit, failure) in cases {
      var tighter = limits
      tighter[keyPath: limit] -= 1
      #expect(throws: failure) { try ZipArchive(reading: bytes, limits: tighter) }
    }
  }

  @Test("an entry that would grow beyond the ratio is refused before it is opened")
  func bomb() throws {
    let bytes = try archive([("bomb.xml", String(repeating: " ", count: 4 << 20))])
    #expect(throws: ZipFailure.bomb("bomb.xml", ratioLimit: 200)) {
      try ZipArchive(reading: bytes)
    }
  }

  @Test("contents that are not what the header says are damaged")
  func contents() throws {
    // The CRC changed in both headers, then the data itself, then a size too small and too large.
    let changes: [(inout [UInt8]) -> Void] = [
      {
        $0.patch($0.local(0) + 14, 1, width: 4); $0.patch($0.central(0) + 16, 1, width: 4)
      },
      { $0[$0.local(0) + 35] ^= 0xFF },
      {
        $0.patch($0.local(0) + 22, 7, width: 4); $0.patch($0.central(0) + 24, 7, width: 4)
      },
      {
        $0.patch($0.local(0) + 22, 999, width: 4); $0.patch($0.central(0) + 24, 999, width: 4)
      },
    ]
    for change in changes {
      var bytes = try soundArchive()
      change(&bytes)
      let archive = try ZipArchive(reading: bytes)
      #expect(throws: ZipFailure.damaged("a.xml")) { try archive.contents(of: archive.entries[0]) }
      #expect(throws: ZipFailure.damaged("a.xml")) {
        try pieces(of: archive.entries[0], in: archive)
      }
      #expect(try archive.contents(of: archive.entries[1]) == Array("hai".utf8))
    }
  }

  private func pieces(of entry: ZipEntry, in archive: ZipArchive) throws(ZipFailure) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var pieces = try archive.pieces(of: entry)
    while let piece = try pieces.next() { found.append(piece) }
    return found
  }

  @Test("a long entry comes in pieces that are its contents", arguments: [false, true])
  func long(stored: Bool) throws {
    // Hardly compressible, and longer than three pieces; then one of a piece, and an empty one.
    var state: UInt32 = 1
    let long = (0..<800_000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    let contents = [long, Array(long.prefix(1 << 18)), []]
    var writer = try ZipWriter()
    for (number, bytes) in contents.enumerated() {
      try writer.add(ZipEntry(name: "\(number)", contents: bytes, stored: stored))
    }
    let archive = try ZipArchive(reading: try writer.finish())
    let read = try archive.entries.map { try pieces(of: $0, in: archive) }
    #expect(read.map { Array($0.joined()) } == contents)
    #expect(read.map(\.count) == [4, 1, 0])
    #expect(read.joined().allSatisfy { !$0.isEmpty })
    #expect(try archive.entries.map { try archive.contents(of: $0) } == contents)
  }

  @Test("what stands behind the compressed bytes of an entry is no part of it")
  func behind() throws {
    var bytes = try soundArchive()
    let size = Int(bytes[bytes.local(0) + 18])
    // One byte more, of which every header knows.
    bytes.insert(0x78, at: bytes.local(0) + 35 + size)
    for place in [bytes.local(0) + 18, bytes.central(0) + 20] {
      bytes.patch(place, UInt64(size + 1), width: 4)
    }
    bytes.patch(bytes.central(1) + 42, UInt64(bytes.local(1)), width: 4)
    bytes.patch(bytes.end + 16, UInt64(bytes.central(0)), width: 4)
    let archive = try ZipArchive(reading: bytes)
    #expect(throws: ZipFailure.damaged("a.xml")) { try archive.contents(of: archive.entries[0]) }
    #expect(try archive.contents(of: archive.entries[1]) == Array("hai".utf8))
  }

  @Test("an entry of another archive is refused")
  func foreign() throws {
    let read = try ZipArchive(reading: try soundArchive())
    let foreign = try ZipEntry(name: "a.xml", contents: [1])
    #expect(throws: ZipFailure.noSuchEntry("a.xml")) { try read.contents(of: foreign) }
  }

  @Test("every failure says in Vietnamese what is wrong and what to do")
  func words() {
    let failures: [ZipFailure] = [
      .tooLarge(bytes: 2, limit: 1), .notAnArchive, .truncated, .trailingBytes(1), .split, .zip64,
      .noEntries, .tooManyEntries(2, limit: 1), .entryTooLarge("a", bytes: 2, limit: 1),
      .totalTooLarge(limit: 1), .bomb("a", ratioLimit: 2), .unsafeName("a"),
      .nameTooLong("a", limit: 1), .nameNotUTF8("a"), .duplicateName("a"),
      .namesDifferOnlyByCase("a", "A"), .encrypted("a"), .unknownMethod("a", 1),
      .headersDisagree("a"), .directoryDamaged, .overlap("a"), .damaged("a"), .noSuchEntry("a"),
      .library("x"),
      .outOfMemory,
    ]
    #expect(Set(failures.map(\.message)).count == failures.count)
    for failure in failures {
      #expect(!failure.message.hasSuffix("."))
      #expect(!failure.help.isEmpty)
    }
  }
}
