internal import CQRencode
internal import ZipContainer

/// A text as a QR code (ISO/IEC 18004), drawn as a picture of one bit a pixel.
enum QRPicture {
  /// Pixels along a module's edge; office programs scale the picture smoothly, so edges need some.
  private static let scale = 8
  /// What names UTF-8 among the encodings of the standard.
  private static let utf8Mark: UInt32 = 26
  /// Modules of white around the code, as the standard wants.
  private static let quietZone = 4

  /// The picture of a text.
  ///
  /// A code of level M is read with up to 15 % of it lost to a stamp or a crease.
  static func bytes(of text: String) throws(PictureFile.Fault) -> [UInt8] {
    let modules = try self.modules(of: Array(text.utf8))
    let side = (modules.count + 2 * quietZone) * scale
    let stride = (side + 7) / 8
    var rows: [UInt8] = []
    rows.reserveCapacity((stride + 1) * side)
    for y in 0..<side {
      // Each line begins with the number of its filter: none.
      var line = [UInt8](repeating: 0, count: stride + 1)
      for x in 0..<side where !isDark(modules, x / scale - quietZone, y / scale - quietZone) {
        line[1 + x / 8] |= 0x80 >> (x % 8)
      }
      rows += line
    }
    do throws(ZipFailure) {
      return try PNGWriter.picture(width: side, height: side, rows: rows)
    } catch {
      throw .library
    }
  }

  private static func isDark(_ modules: [[Bool]], _ x: Int, _ y: Int) -> Bool {
    modules.indices.contains(x) && modules.indices.contains(y) && modules[y][x]
  }

  /// The modules of the smallest code that holds the bytes, line by line.
  private static func modules(of bytes: [UInt8]) throws(PictureFile.Fault) -> [[Bool]] {
    guard !bytes.isEmpty else { throw .textTooLong }
    guard let input = unsafe QRinput_new2(0, QR_ECLEVEL_M) else { throw .library }
    defer { unsafe QRinput_free(input) }
    // Without the mark for UTF-8 a reader guesses the encoding of letters with marks.
    if bytes.contains(where: { $0 >= 0x80 }) { unsafe QRinput_appendECIheader(input, utf8Mark) }
    let isAppended = unsafe bytes.withUnsafeBufferPointer {
      unsafe QRinput_append(input, QR_MODE_8, Int32($0.count), $0.baseAddress) == 0
    }
    guard isAppended else { throw .textTooLong }
    let code = unsafe QRcode_encodeInput(input)
    guard let code = unsafe code, let data = unsafe code.pointee.data else { throw .textTooLong }
    defer { unsafe QRcode_free(code) }
    let width = unsafe Int(code.pointee.width)
    let all = unsafe UnsafeBufferPointer(start: data, count: width * width)
    // The lowest bit says black.
    return (0..<width).map { y in
      (0..<width).map { x in unsafe all[y * width + x] & 1 == 1 }
    }
  }
}

/// Writes pictures of one bit a pixel as PNG (ISO/IEC 15948).
enum PNGWriter {
  /// A picture of black and white; each row begins with the number of its filter.
  static func picture(width: Int, height: Int, rows: [UInt8]) throws(ZipFailure) -> [UInt8] {
    // One bit of grey a pixel, deflated, no interlacing.
    let header = bytes(width) + bytes(height) + [1, 0, 0, 0, 0]
    let deflated = try ZipEntry(name: "rows", contents: rows)
    // The head of a zlib stream: window of 32 KiB, check bits.
    let data = [0x78, 0x9C] + deflated.compressed + bytes(Int(adler32(rows)))
    return try PictureFile.pngSignature + chunk("IHDR", header) + chunk("IDAT", data)
      + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) throws(ZipFailure) -> [UInt8] {
    let content = Array(name.utf8) + data
    let checksum = try ZipEntry(name: "chunk", contents: content, stored: true).crc32
    return bytes(data.count) + content + bytes(Int(checksum))
  }

  private static func bytes(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return high << 16 | low
  }
}
