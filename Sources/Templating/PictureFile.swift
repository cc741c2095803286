/// The bytes of a picture, judged: its kind and its size in pixels.
struct PictureFile: Sendable {
  enum Kind: String, Sendable {
    case png, jpeg

    /// The ending of its file's name.
    var suffix: String { rawValue }
    var mediaType: String { "image/\(rawValue)" }
  }

  /// Why bytes are no picture that a document takes.
  enum Fault: Error, Hashable {
    case badPath
    case badData
    case unknownKind
    case source(PictureSource.Failure)
    case tooManyPixels(limit: Int)
    case textTooLong
    case library
  }

  let kind: Kind
  let bytes: [UInt8]
  let width: Int
  let height: Int
  /// How large a pixel is that says nothing else: an inch has 96 of them.
  static let plainPixel = 25_400.0 / 96
  /// The width and height of a pixel in micrometres, by which Writer measures what it cuts.
  let pixelSize: (across: Double, along: Double)
  /// True for a photograph that says it must be turned before it is shown.
  let isTurned: Bool

  /// Judges bytes by what they begin with, whatever they are named.
  init(_ bytes: [UInt8], pixels: Int) throws(Fault) {
    let found: (kind: Kind, width: Int, height: Int, isTurned: Bool)?
    if bytes.starts(with: Self.pngSignature) {
      found = Self.png(bytes).map { (.png, $0, $1, false) }
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      found = Self.jpeg(bytes).map { (.jpeg, $0, $1, $2) }
    } else {
      throw .unknownKind
    }
    guard let found, found.width > 0, found.height > 0 else { throw .badData }
    let (area, overflow) = found.width.multipliedReportingOverflow(by: found.height)
    guard !overflow, area <= pixels else { throw .tooManyPixels(limit: pixels) }
    (kind, width, height, isTurned) = found
    pixelSize =
      (kind == .png ? Self.pngDensity(bytes) : Self.jpegDensity(bytes))
      ?? (Self.plainPixel, Self.plainPixel)
    self.bytes = bytes
  }

  /// Reads a value of the data: a path inside the data file's folder, or a `data:` address.
  static func bytes(
    of value: String, from source: PictureSource, limit: Int
  ) throws(Fault) -> [UInt8] {
    for kind in ["png", "jpeg", "jpg"] {
      let head = "data:image/\(kind);base64,"
      guard value.hasPrefix(head) else { continue }
      // Four characters hold three bytes.
      guard value.utf8.count - head.utf8.count <= limit / 3 * 4 + 4 else {
        throw .source(.tooLarge(limit: limit))
      }
      guard let bytes = Base64.bytes(of: value.utf8.dropFirst(head.utf8.count)) else {
        throw .badData
      }
      return bytes
    }
    guard isInside(value) else { throw .badPath }
    let bytes: [UInt8]
    do throws(PictureSource.Failure) {
      bytes = try source.bytes(at: value, limit: limit)
    } catch {
      throw .source(error)
    }
    guard bytes.count <= limit else { throw .source(.tooLarge(limit: limit)) }
    return bytes
  }

  /// True for a path that leads nowhere but into the folder, on any system.
  private static func isInside(_ path: String) -> Bool {
    let isPlain = path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" && $0 != ":" }
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return isPlain && names.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  // MARK: Headers

  static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    // The signature, the length and the name of the first chunk, then width and height.
    guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    return (number(bytes[16..<20]), number(bytes[20..<24]))
  }

  /// The size of a pixel that the chunk `pHYs` before the data gives.
  private static func pngDensity(_ bytes: [UInt8]) -> (Double, Double)? {
    var index = 8
    while index + 12 <= bytes.count {
      let length = number(bytes[index..<(index + 4)])
      let name = bytes[(index + 4)..<(index + 8)]
      if name.elementsEqual("IDAT".utf8) { return nil }
      if name.elementsEqual("pHYs".utf8), length == 9, index + 17 <= bytes.count {
        let across = number(bytes[(index + 8)..<(index + 12)])
        let along = number(bytes[(index + 12)..<(index + 16)])
        // Pixels to the metre, when the unit says so.
        guard bytes[index + 16] == 1, across > 0, along > 0 else { return nil }
        return (1_000_000 / Double(across), 1_000_000 / Double(along))
      }
      index += 12 + length
    }
    return nil
  }

  /// The size of a pixel that the head of a JPEG gives, in inches or centimetres.
  private static func jpegDensity(_ bytes: [UInt8]) -> (Double, Double)? {
    guard bytes.count >= 18, bytes[3] == 0xE0, bytes[6..<11].elementsEqual("JFIF\0".utf8) else {
      return nil
    }
    let (across, along) = (number(bytes[14..<16]), number(bytes[16..<18]))
    guard across > 0, along > 0, let unit = [1: 25_400.0, 2: 10_000.0][Int(bytes[13])] else {
      return nil
    }
    return (unit / Double(across), unit / Double(along))
  }

  /// A number written with its highest byte first.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Walks the segments of a JPEG to the frame header, past the camera's notes.
  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int, Bool)? {
    var index = 2
    var isTurned = false
    while index + 4 <= bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      // Markers without a segment.
      if marker == 0x01 || (0xD0...0xD8).contains(marker) {
        index += 2
        continue
      }
      let length = number(bytes[(index + 2)..<(index + 4)])
      let end = index + 2 + length
      guard length >= 2, end <= bytes.count, marker != 0xD9, marker != 0xDA else { return nil }
      let segment = bytes[(index + 4)..<end]
      // C4, C8 and CC are tables, no frames.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        // One byte of depth, then height and width.
        guard segment.count >= 5 else { return nil }
        let start = segment.startIndex + 1
        let height = number(segment[start..<(start + 2)])
        return (number(segment[(start + 2)..<(start + 4)]), height, isTurned)
      }
      if marker == 0xE1 { isTurned = isTurned || asksToBeTurned(segment) }
      index = end
    }
    return nil
  }

  /// Whether the camera's notes (EXIF) name an orientation other than upright.
  private static func asksToBeTurned(_ segment: ArraySlice<UInt8>) -> Bool {
    guard segment.starts(with: "Exif\0\0".utf8) else { return false }
    let notes = Array(segment.dropFirst(6))
    guard notes.count >= 8 else { return false }
    let isLittle = notes.starts(with: "II".utf8)
    func value(_ at: Int, _ count: Int) -> Int {
      guard at >= 0, at + count <= notes.count else { return 0 }
      let bytes = notes[at..<(at + count)]
      return isLittle ? number(ArraySlice(bytes.reversed())) : number(bytes)
    }
    let table = value(4, 4)
    for entry in 0..<min(value(table, 2), 512) {
      let at = table + 2 + entry * 12
      // The tag of the orientation; 1 is upright.
      if value(at, 2) == 0x0112 { return value(at + 8, 2) > 1 }
    }
    return false
  }
}

/// Text that holds bytes, six bits a character.
enum Base64 {
  /// The bytes of a text, white space passed over; nil for one that is not in this form.
  static func bytes(of text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="):
        padding += 1
        continue
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return nil
      }
      guard padding == 0 else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 1
      if count % 4 == 0 {
        bytes += [16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> $0) }
        bits = 0
      }
    }
    switch count % 4 {
    case 0 where padding == 0: break
    case 2 where padding == 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3 where padding == 1:
      bytes += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
    default: return nil
    }
    return bytes
  }
}
