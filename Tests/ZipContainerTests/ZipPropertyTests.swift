import TestSupport
import Testing
import ZipContainer

@Suite("Of any archive")
struct ZipPropertyTests {
  private func entries(_ seed: UInt64) throws -> [(entry: ZipEntry, contents: [UInt8])] {
    var random = Seeded(seed)
    return try (0..<(1 + random.number(below: 12))).map { number in
      let name = random.pick(["a/\(number).xml", "\(number)", "thư mục/ảnh-\(number).png"])
      // Noise, a run, and text: what Deflate finds hard, easy, and usual.
      let length = random.pick([0, 1, 100, 3_000])
      let noise = random.pick([1, 4, 256])
      let contents = (0..<length).map { _ in UInt8(random.number(below: noise)) }
      let isStored = random.number(below: 4) == 0
      return (try ZipEntry(name: name, contents: contents, stored: isStored), contents)
    }
  }

  private func written(_ entries: [ZipEntry]) throws -> [UInt8] {
    var writer = try ZipWriter()
    for entry in entries { try writer.add(entry) }
    return try writer.finish()
  }

  @Test("what is written is what is read, and writing that again gives the same", arguments: 0..<30)
  func roundTrip(seed: Int) throws {
    let made = try entries(UInt64(seed))
    let bytes = try written(made.map(\.entry))
    #expect(try written(try entries(UInt64(seed)).map(\.entry)) == bytes)
    let archive = try ZipArchive(reading: bytes)
    #expect(archive.entries == made.map(\.entry))
    for (entry, contents) in made { #expect(try archive.contents(of: entry) == contents) }
    #expect(try written(archive.entries) == bytes)
  }

  @Test("with bytes changed it is refused, or holds what it says", arguments: 0..<30)
  func damaged(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    var bytes = try written(try entries(UInt64(seed)).map(\.entry))
    for _ in 0...random.number(below: 4) {
      bytes[random.number(below: bytes.count)] = UInt8(random.number(below: 256))
    }
    guard let archive = try? ZipArchive(reading: bytes) else { return }
    for entry in archive.entries {
      guard let contents = try? archive.contents(of: entry) else { continue }
      #expect(contents.count == entry.size)
      #expect(try ZipEntry(name: "x", contents: contents).crc32 == entry.crc32)
    }
  }
}
