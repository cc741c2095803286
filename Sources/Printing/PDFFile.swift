/// A PDF that was read whole: its objects, its pages, the faces it embeds.
///
/// Reads the classic list of objects (`xref`, ISO 32000-1, 7.5.4), which LibreOffice writes; a list
/// in a stream (7.5.8) and an encrypted file are refused.
struct PDFFile: Sendable {
  /// The version its first line names, such as `1.6`.
  let version: String
  /// The objects by their numbers; for look-up only.
  let objects: [Int: PDFObject]
  /// What its end says of the whole.
  let trailer: PDFValue
  /// The pages in their order, each with what it inherits from the nodes above it.
  let pages: [Page]

  /// One page.
  struct Page: Hashable, Sendable {
    /// The number of its object.
    let number: Int
    /// What it says of itself, and what it inherits.
    let value: PDFValue
  }

  init(_ bytes: [UInt8]) throws(PDFFailure) {
    let head = Array("%PDF-".utf8)
    guard bytes.starts(with: head), bytes.count > 64 else { throw .noPDF }
    version = String(
      decoding: bytes[head.count...].prefix { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
    let (offsets, trailer) = try Self.offsets(in: bytes)
    guard trailer["Encrypt"] == nil else { throw .unknownForm }
    self.trailer = trailer
    objects = try Self.objects(in: bytes, at: offsets)
    pages = try Self.pages(below: trailer, objects)
  }

  /// The value itself, or the object that it means.
  func resolved(_ value: PDFValue?) -> PDFValue? {
    value?.number.map { objects[$0]?.value } ?? value
  }

  /// The number of the object that leads to all others.
  var root: Int { trailer["Root"]?.number ?? 0 }

  /// An object whose stream says its own length; the null object where there is none.
  func plain(_ number: Int) -> PDFObject {
    guard var object = objects[number] else { return PDFObject(value: .atom(Array("null".utf8))) }
    if let stream = object.stream {
      object.value = object.value.replacing([.init(name: "Length", value: .integer(stream.count))])
    }
    return object
  }

  /// What the file says of its making that does not depend on the moment.
  var information: [PDFValue.Entry] {
    guard case .dictionary(let entries)? = resolved(trailer["Info"]) else { return [] }
    return entries.filter { ["Title", "Creator", "Producer"].contains($0.name) }
  }

  // MARK: Reading

  /// Where each object begins, by the file's own list; a later list outweighs an earlier one.
  private static func offsets(
    in bytes: [UInt8]
  ) throws(PDFFailure) -> (offsets: [Int: Int], trailer: PDFValue) {
    let word = Array("startxref".utf8)
    let tail = bytes.count - min(bytes.count, 2048)
    guard
      let start = (tail...max(tail, bytes.count - word.count)).reversed()
        .first(where: { bytes[$0...].starts(with: word) })
    else { throw .noPDF }
    var scanner = PDFScanner(bytes, at: start + word.count)
    var next = try scanner.word().integer
    var offsets: [Int: Int] = [:]
    var trailer: PDFValue?
    var seen: Set<Int> = []
    while let offset = next {
      guard (0..<bytes.count).contains(offset), seen.insert(offset).inserted else {
        throw .broken(offset: start)
      }
      scanner = PDFScanner(bytes, at: offset)
      guard scanner.take("xref") else { throw .unknownForm }
      while !scanner.take("trailer") {
        let first = scanner.offset
        guard let number = try scanner.word().integer, let count = try scanner.word().integer,
          (0...bytes.count).contains(number), (0...bytes.count / 18).contains(count)
        else { throw .broken(offset: first) }
        for index in 0..<count {
          let position = try scanner.word().integer
          _ = try scanner.word()
          let isUsed = try scanner.word() == .atom([UInt8(ascii: "n")])
          if isUsed, offsets[number + index] == nil { offsets[number + index] = position }
        }
      }
      let said = try scanner.value()
      trailer = trailer ?? said
      next = said["Prev"]?.integer
    }
    guard let trailer else { throw .noPDF }
    return (offsets, trailer)
  }

  private static func objects(
    in bytes: [UInt8], at offsets: [Int: Int]
  ) throws(PDFFailure) -> [Int: PDFObject] {
    var objects: [Int: PDFObject] = [:]
    for (number, offset) in offsets {
      guard (0..<bytes.count).contains(offset) else { throw .broken(offset: offset) }
      var scanner = PDFScanner(bytes, at: offset)
      let found = try scanner.object { size throws(PDFFailure) in
        guard let other = size.number else { return size.integer }
        guard let place = offsets[other], (0..<bytes.count).contains(place) else { return nil }
        var inner = PDFScanner(bytes, at: place)
        return try inner.object { _ in nil }.object.value.integer
      }
      guard found.number == number else { throw .broken(offset: offset) }
      objects[number] = found.object
    }
    return objects
  }

  // MARK: Pages

  /// What a page takes from the nodes above it when it does not say it itself (7.7.3.4).
  private static let inherited = ["Resources", "MediaBox", "CropBox", "Rotate"]

  private static func pages(
    below trailer: PDFValue, _ objects: [Int: PDFObject]
  ) throws(PDFFailure) -> [Page] {
    guard let root = trailer["Root"]?.number.flatMap({ objects[$0] }),
      let top = root.value["Pages"]?.number
    else { throw .noPDF }
    var pages: [Page] = []
    var seen: Set<Int> = []
    var waiting: [(number: Int, above: [PDFValue.Entry])] = [(top, [])]
    while let (number, above) = waiting.popLast() {
      guard seen.insert(number).inserted, let node = objects[number]?.value else { throw .noPDF }
      let passed = inherited.compactMap { name in
        node[name].map { PDFValue.Entry(name: name, value: $0) }
          ?? above.first { $0.name == name }
      }
      if let kids = node["Kids"]?.items {
        waiting += kids.compactMap(\.number).reversed().map { ($0, passed) }
      } else {
        pages.append(Page(number: number, value: node.replacing(passed)))
      }
    }
    return pages
  }
}

/// A face that a PDF writes letters with.
struct PDFFace: Hashable, Sendable {
  /// Its name without the mark of a subset, such as `LiberationSerif-Bold`.
  let name: String
  /// True when the file brings the letters' forms with it.
  let isEmbedded: Bool
}

extension PDFFile {
  /// The faces, each once, in the order of their names.
  var faces: [PDFFace] {
    var faces: Set<PDFFace> = []
    for object in objects.values where object.value["Type"]?.text == "Font" {
      let value = object.value
      // A composite font names its letters through the font below it.
      if value["DescendantFonts"] != nil { continue }
      let descriptor = resolved(value["FontDescriptor"])
      let name = value["BaseFont"]?.text ?? value["Subtype"]?.text ?? ""
      let isEmbedded = ["FontFile", "FontFile2", "FontFile3"].contains { descriptor?[$0] != nil }
      faces.insert(
        PDFFace(name: Self.withoutMark(name), isEmbedded: isEmbedded || value["CharProcs"] != nil))
    }
    return faces.sorted { $0.name < $1.name }
  }

  /// `BAAAAA+LiberationSerif` is a subset of `LiberationSerif` (9.6.4).
  private static func withoutMark(_ name: String) -> String {
    let parts = name.split(separator: "+", maxSplits: 1)
    return parts.count == 2 && parts[0].count == 6 ? String(parts[1]) : name
  }
}
