internal import XMLTree

/// What poppler's programs print about a PDF, each as the bytes of its standard output.
public struct PopplerOutput: Sendable {
  /// `pdfinfo FILE`.
  public var info: [UInt8]
  /// `pdffonts FILE`.
  public var fonts: [UInt8]
  /// `pdftotext -bbox-layout FILE -`.
  public var layout: [UInt8]
  /// `pdfimages -list FILE`.
  public var pictures: [UInt8]

  /// Creates it from the four outputs.
  public init(info: [UInt8], fonts: [UInt8], layout: [UInt8], pictures: [UInt8]) {
    (self.info, self.fonts, self.layout, self.pictures) = (info, fonts, layout, pictures)
  }
}

extension RenderedDocument {
  /// Reads what poppler printed; nil when it says nothing of pages.
  public init?(_ output: PopplerOutput) {
    guard let pages = Self.pages(output.layout), !pages.isEmpty else { return nil }
    let lines = Self.lines(output.info)
    let version = lines.first { $0.hasPrefix("PDF version:") }
    self.init(
      version: version?.split(separator: ":").last.flatMap { Double($0.trimmed) } ?? 0,
      pages: pages, fonts: Self.fonts(output.fonts), pictures: Self.pictures(output.pictures))
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  }

  // MARK: Words

  private static func pages(_ bytes: [UInt8]) -> [Page]? {
    // The XHTML around it has a document type, which our reader refuses from anyone.
    let open = Array("<doc>".utf8)
    let close = Array("</doc>".utf8)
    guard let start = bytes.firstRange(of: open), let end = bytes.firstRange(of: close) else {
      return nil
    }
    guard start.lowerBound < end.upperBound else { return nil }
    // Control characters that a PDF may hold and XML may not.
    let content = bytes[start.lowerBound..<end.upperBound].map {
      $0 < 0x20 && $0 != 0x0A ? UInt8(ascii: " ") : $0
    }
    guard let root = try? XMLDocument(parsing: content).root else { return nil }
    return root.elements.filter { $0.name.local == "page" }.map { node in
      Page(
        width: millimetres(node, "width"), height: millimetres(node, "height"),
        lines: node.descendants.filter { $0.name.local == "line" && $0.kind == .element }.map {
          line in line.elements.filter { $0.name.local == "word" }.map(word)
        })
    }
  }

  private static func word(_ node: XMLNode) -> Word {
    Word(
      node.textContent,
      Box(
        left: millimetres(node, "xMin"), top: millimetres(node, "yMin"),
        right: millimetres(node, "xMax"), bottom: millimetres(node, "yMax")))
  }

  private static func millimetres(_ node: XMLNode, _ name: String) -> Double {
    (Measure.number(node.attribute(name), within: -100_000...100_000) ?? 0) * 25.4 / 72
  }

  // MARK: Tables of text

  /// The rows below the line of dashes, each cut into the columns that the dashes mark.
  private static func rows(_ bytes: [UInt8]) -> (dashes: Substring, rows: [Substring])? {
    let all = lines(bytes)
    guard let index = all.firstIndex(where: { $0.hasPrefix("---") }) else { return nil }
    return (all[index], Array(all[(index + 1)...]))
  }

  private static func fonts(_ bytes: [UInt8]) -> [Font] {
    guard let (dashes, rows) = rows(bytes) else { return [] }
    let width = dashes.prefix { $0 == "-" }.count
    return rows.compactMap { row in
      // Long names push the columns; the last six are single words.
      let cells = row.split(separator: " ")
      guard cells.count >= 6 else { return nil }
      let isEmbedded = cells[cells.count - 5] == "yes"
      let first = cells.first.map(String.init) ?? ""
      let name = first.count > width ? first : String(row.prefix(width)).trimmed
      let mark = name.firstIndex(of: "+").map { name.distance(from: name.startIndex, to: $0) }
      return Font(name: mark == 6 ? String(name.dropFirst(7)) : name, isEmbedded: isEmbedded)
    }
  }

  private static func pictures(_ bytes: [UInt8]) -> [Picture] {
    guard let (_, rows) = rows(bytes) else { return [] }
    return rows.compactMap { row in
      // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
      let cells = row.split(separator: " ").map(String.init)
      guard cells.count >= 14, let page = Int(cells[0]), cells[2] == "image",
        let width = Double(cells[3]), let height = Double(cells[4]),
        let across = Double(cells[cells.count - 4]), let down = Double(cells[cells.count - 3]),
        across > 0, down > 0
      else { return nil }
      let isGrey = cells[5] == "gray" || cells[6] == "1" && cells[5] != "index"
      return Picture(
        page: page, width: width / across * 25.4, height: height / down * 25.4,
        resolution: min(across, down), isInColour: !isGrey)
    }
  }
}
