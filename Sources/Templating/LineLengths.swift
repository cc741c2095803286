internal import Diagnostics
internal import Expressions
internal import XMLTree

/// The drawn lines of a part whose alternative text says how long they are.
struct LineLengths {
  /// The attributes that follow a tag, by the element they stand on.
  private(set) var lengths: [ObjectIdentifier: [DrawnLength]] = [:]
  private(set) var tags: [Tag] = []
  private(set) var findings: [Diagnostic] = []

  /// Reads the alternative texts of a part and takes the tags out of them.
  init(in document: XMLDocument, compiler: PartCompiler) {
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
      DrawnLength.setAlternativeText(
        String(String(scalars: kept.map { scalars[$0] }[...])[...].trimmingSpaces()), of: node,
        format: compiler.format)
    }
  }

  /// Binds a tag to the drawing whose alternative text holds it; false for one that draws nothing.
  private mutating func bind(
    _ raw: RawTag, on node: XMLNode, at place: Place, _ format: DocumentFormat
  ) -> Bool {
    guard let clause = try? ClauseParser.parse(raw.content),
      case .value(.filtered(_, let call)) = clause, call.filter == .lineLength
    else { return false }
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
}
