internal import Diagnostics
internal import Expressions
internal import XMLTree

/// The drawn lines of a part whose alternative text says how long they are.
struct LineLengths {
  /// The attributes that follow a tag, by the element they stand on.
  private(set) var lengths: [ObjectIdentifier: [DrawnLength]] = [:]
  /// The frames whose picture a tag gives, and the attributes that follow it, by element.
  private(set) var frames: [ObjectIdentifier: PictureFrame] = [:]
  private(set) var pictures: [ObjectIdentifier: [PictureFrame.Attribute]] = [:]
  private let document: XMLDocument
  private(set) var tags: [Tag] = []
  private(set) var findings: [Diagnostic] = []

  /// Reads the alternative texts of a part and takes the tags out of them.
  init(in document: XMLDocument, compiler: PartCompiler) {
    self.document = document
    for (node, text) in DrawnLength.alternativeTexts(in: document, format: compiler.format) {
      let place = Place(
        file: compiler.file, part: compiler.part, context: "chữ thay thế của hình: “\(text)”")
      let scalars = Array(text.unicodeScalars)
      // What draws nothing is text, and read with the other texts.
      let raw = compiler.scanner.tags(in: scalars).tags.filter {
        bind($0, on: node, at: place, compiler.format)
      }
      guard !raw.isEmpty else { continue }
      let kept = scalars.indices.filter { index in
        !raw.contains { $0.range.contains(index) }
      }
      let left = String(String(scalars: kept.map { scalars[$0] }[...])[...].trimmingSpaces())
      DrawnLength.setAlternativeText(left, of: node, format: compiler.format)
      // Word writes the text at the picture too.
      for twin in node.parent?.descendants ?? node.descendants
      where twin.isElement("cNvPr", in: Namespace.picture) && twin.attribute("descr") == text {
        DrawnLength.setAlternativeText(left, of: twin, format: compiler.format)
      }
    }
  }

  /// Binds a tag to the drawing whose alternative text holds it; false for one that draws nothing.
  private mutating func bind(
    _ raw: RawTag, on node: XMLNode, at place: Place, _ format: DocumentFormat
  ) -> Bool {
    guard let clause = try? ClauseParser.parse(raw.content),
      case .value(.filtered(let inner, let call)) = clause
    else { return false }
    if call.filter.makesPicture {
      bindPicture(raw, inner, call.filter, on: node, at: place, format)
      return true
    }
    guard call.filter == .lineLength else { return false }
    let sites = DrawnLength.sites(of: node, format: format)
    guard !sites.isEmpty else {
      findings.append(.lineWithoutLength(raw.written, at: place))
      return true
    }
    let tag = Tag(raw: raw, clause: clause, place: place, paragraph: node, marker: Marker.node(-1))
    for (element, attribute, unit) in sites {
      lengths[ObjectIdentifier(element), default: []].append(
        DrawnLength(attribute: attribute, unit: unit, tag: tag))
    }
    tags.append(tag)
    return true
  }

  private mutating func bindPicture(
    _ raw: RawTag, _ value: Expression, _ filter: Filter, on node: XMLNode, at place: Place,
    _ format: DocumentFormat
  ) {
    // `mã | qr | vừa khung` says twice that the code stands whole in its frame.
    var value = value
    var isCode = filter == .qr
    if case .filtered(let inner, let call) = value, call.filter == .qr {
      isCode = true
      value = inner
    }
    let fitting: PictureFrame.Fitting = filter == .fillFrame ? .cover : .contain
    if let filter = value.filters.first(where: \.changesDocument)
      ?? (isCode && fitting == .cover ? filter : nil)
    {
      return findings.append(.filterOutOfPlace(raw.written, filter, at: place))
    }
    let styleName = node.parent?.attribute("style-name", in: Namespace.draw)
    guard let found = PictureFrame.prepare(node, format: format, fitting: fitting) else {
      return findings.append(.noPicture(raw.written, at: place))
    }
    let tag = Tag(
      raw: raw, clause: .value(value), place: place, paragraph: node, marker: Marker.node(-1))
    let isCutByStyle = format == .odt && fitting == .cover
    if isCutByStyle { CuttingStyle.makeRoom(in: document) }
    frames[ObjectIdentifier(found.frame)] = PictureFrame(
      tag: tag, fitting: fitting, isCode: isCode, width: found.size.0, height: found.size.1,
      style: isCutByStyle
        ? CuttingStyle(after: styleName, in: document) : nil)
    for (element, attribute) in found.attributes {
      pictures[ObjectIdentifier(element), default: []].append(attribute)
    }
    tags.append(tag)
  }
}
