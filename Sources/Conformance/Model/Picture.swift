internal import Vocabulary

/// A picture that hangs on a paragraph.
struct Picture: Hashable, Sendable {
  /// How it is stored.
  var file: PictureFile
  /// The width.
  var width: Length
  /// The height.
  var height: Length
  /// How far its left edge lies from that of the room of its paragraph; nil when unknown.
  var left: Length?
  /// True when it stands in the line like a letter.
  var isInline: Bool
}

/// What the first bytes of a picture say of it.
struct PictureFile: Hashable, Sendable {
  /// Formats that are told apart.
  enum Format: String, Hashable, Sendable { case png = "PNG", jpeg = "JPEG", other = "khác PNG" }

  /// Its format.
  var format: Format
  /// True when parts of it may be transparent.
  var hasAlpha: Bool

  /// Reads the head of a picture.
  init(_ bytes: [UInt8]) {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.starts(with: png), bytes.count >= 33 else {
      format = bytes.starts(with: [0xFF, 0xD8, 0xFF]) ? .jpeg : .other
      hasAlpha = false
      return
    }
    format = .png
    // Colour types 4 and 6 have a channel for it; others may name transparent colours (tRNS).
    hasAlpha = [4, 6].contains(bytes[25]) || Self.chunks(of: bytes).contains(Array("tRNS".utf8))
  }

  /// The names of the chunks of a PNG up to its picture data.
  private static func chunks(of bytes: [UInt8]) -> [[UInt8]] {
    var names: [[UInt8]] = []
    var start = 8
    while start + 8 <= bytes.count {
      let length = bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
      let name = Array(bytes[(start + 4)..<(start + 8)])
      if name == Array("IDAT".utf8) { break }
      names.append(name)
      start += 12 + length
    }
    return names
  }
}
