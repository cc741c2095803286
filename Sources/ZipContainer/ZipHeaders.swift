/// The headers of an archive, judged before libzip sees a byte.
///
/// Strict where office programs are regular: the directory fills the place between the last
/// entry and the end record exactly, and nothing but a short comment follows.
///
/// - Source: PKWARE APPNOTE 6.3.10, 4.3.7 (local header), 4.3.12 (central header), 4.3.16 (end
///   record).
struct ZipHeaders {
  /// The entries in archive order; each shares the bytes of the archive.
  private(set) var entries: [ZipEntry] = []

  private let bytes: [UInt8]
  private let limits: ZipLimits
  private var directory: Range<Int> = 0..<0
  private var total = 0
  private var spellings: [String: String] = [:]
  private var extents: [(range: Range<Int>, name: String)] = []

  init(judging bytes: [UInt8], limits: ZipLimits) throws(ZipFailure) {
    self.bytes = bytes
    self.limits = limits
    guard bytes.count <= limits.archive else {
      throw .tooLarge(bytes: bytes.count, limit: limits.archive)
    }
    let count = try judgeEnd()
    var position = directory.lowerBound
    for _ in 0..<count { try judgeEntry(at: &position) }
    guard position == directory.upperBound else { throw .directoryDamaged }
    try judgeOverlap()
  }

  // MARK: - End record

  private mutating func judgeEnd() throws(ZipFailure) -> Int {
    let end = try findEnd()
    let count = try word(end + 10)
    let (size, start) = (try long(end + 12), try long(end + 16))
    guard count != 0xFFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF else { throw .zip64 }
    guard try word(end + 4) == 0, try word(end + 6) == 0, try word(end + 8) == count else {
      throw .split
    }
    guard count > 0 else { throw .noEntries }
    guard count <= limits.entries else { throw .tooManyEntries(count, limit: limits.entries) }
    if start + size == end - 20, try long(end - 20) == 0x0706_4B50 { throw .zip64 }
    guard start + size == end else { throw .directoryDamaged }
    directory = start..<end
    return count
  }

  private func findEnd() throws(ZipFailure) -> Int {
    let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    var position = bytes.count - 22
    let lowest = max(0, position - 0xFFFF)
    while position >= lowest {
      if bytes[position...].starts(with: signature) {
        let commentEnd = position + 22 + (try word(position + 20))
        guard commentEnd <= bytes.count else { throw .truncated }
        guard commentEnd == bytes.count else { throw .trailingBytes(bytes.count - commentEnd) }
        guard bytes.count - position - 22 <= limits.comment else {
          throw .trailingBytes(bytes.count - position - 22)
        }
        return position
      }
      position -= 1
    }
    throw bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) ? .truncated : .notAnArchive
  }

  // MARK: - Entries

  private mutating func judgeEntry(at position: inout Int) throws(ZipFailure) {
    let central = position
    guard central + 46 <= directory.upperBound, try long(central) == 0x0201_4B50 else {
      throw .directoryDamaged
    }
    let nameEnd = central + 46 + (try word(central + 28))
    position = nameEnd + (try word(central + 30)) + (try word(central + 32))
    guard position <= directory.upperBound else { throw .directoryDamaged }
    let name = try judgeName(bytes[(central + 46)..<nameEnd])
    guard try word(central + 8) & 0x2041 == 0 else { throw .encrypted(name) }
    let code = try word(central + 10)
    guard let method = UInt16(exactly: code).flatMap(ZipEntry.Method.init(rawValue:)) else {
      throw .unknownMethod(name, code)
    }
    let compressedSize = try long(central + 20)
    let size = try long(central + 24)
    guard try word(central + 34) == 0 else { throw .split }
    let local = try long(central + 42)
    guard ![compressedSize, size, local].contains(0xFFFF_FFFF) else { throw .zip64 }
    try judgeSize(of: name, size, compressedSize, method)
    let data = try judgeLocal(at: local, like: central, nameEnd: nameEnd, name: name)
    guard data + compressedSize <= directory.lowerBound else { throw .overlap(name) }
    extents.append((local..<(data + compressedSize), name))
    entries.append(
      ZipEntry(
        name: name, method: method, crc32: UInt32(try long(central + 16)), size: size,
        compressed: bytes[data..<(data + compressedSize)]))
  }

  private mutating func judgeName(_ utf8: ArraySlice<UInt8>) throws(ZipFailure) -> String {
    guard let name = String(validating: utf8, as: UTF8.self) else {
      throw .nameNotUTF8(String(decoding: utf8, as: UTF8.self))
    }
    try ZipName.judge(name, limit: limits.name)
    // String equality also takes composed and decomposed letters as one.
    if let other = spellings.updateValue(name, forKey: name.lowercased()) {
      throw other == name ? .duplicateName(name) : .namesDifferOnlyByCase(other, name)
    }
    return name
  }

  private mutating func judgeSize(
    of name: String, _ size: Int, _ compressedSize: Int, _ method: ZipEntry.Method
  ) throws(ZipFailure) {
    guard method == .deflated || size == compressedSize else { throw .headersDisagree(name) }
    guard size <= limits.entry else {
      throw .entryTooLarge(name, bytes: size, limit: limits.entry)
    }
    total += size
    guard total <= limits.total else { throw .totalTooLarge(limit: limits.total) }
    guard size <= limits.freeOfRatio || size / limits.ratio <= compressedSize else {
      throw .bomb(name, ratioLimit: limits.ratio)
    }
  }

  /// Judges the local header against the central one; returns where the data begins.
  private func judgeLocal(
    at local: Int, like central: Int, nameEnd: Int, name: String
  ) throws(ZipFailure) -> Int {
    guard local + 30 <= directory.lowerBound, try long(local) == 0x0403_4B50 else {
      throw .headersDisagree(name)
    }
    let localNameEnd = local + 30 + (try word(local + 26))
    guard localNameEnd <= directory.lowerBound,
      bytes[(local + 30)..<localNameEnd] == bytes[(central + 46)..<nameEnd],
      try word(local + 6) == word(central + 8), try word(local + 8) == word(central + 10)
    else { throw .headersDisagree(name) }
    // With bit 3 the sizes stand after the data, and here zeros may stand in their place.
    let mayBeZero = try word(local + 6) & 0x0008 != 0
    for (here, there) in [(14, 16), (18, 20), (22, 24)] {
      let value = try long(local + here)
      guard value == (try long(central + there)) || (mayBeZero && value == 0) else {
        throw .headersDisagree(name)
      }
    }
    return localNameEnd + (try word(local + 28))
  }

  private func judgeOverlap() throws(ZipFailure) {
    var end = 0
    for extent in extents.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard extent.range.lowerBound >= end else { throw .overlap(extent.name) }
      end = extent.range.upperBound
    }
  }

  // MARK: - Numbers, little-endian

  private func word(_ offset: Int) throws(ZipFailure) -> Int {
    guard offset >= 0, offset + 2 <= bytes.count else { throw .truncated }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  private func long(_ offset: Int) throws(ZipFailure) -> Int {
    try word(offset) | word(offset + 2) << 16
  }
}
