internal import Diagnostics
internal import Expressions
internal import XMLTree

/// One text part on its way from XML to a program.
struct PartCompiler {
  let format: DocumentFormat
  let file: String
  let part: String
  let scanner: TagScanner
  let limits: CompileLimits

  private(set) var tags: [Tag] = []
  private(set) var findings: [Diagnostic] = []
  private var lengths: [ObjectIdentifier: [DrawnLength]] = [:]

  init(
    format: DocumentFormat, file: String, part: String, scanner: TagScanner,
    limits: CompileLimits
  ) {
    self.format = format
    self.file = file
    self.part = part
    self.scanner = scanner
    self.limits = limits
  }

  /// The program of the part, or nil when it holds no tag, or only faulty ones.
  mutating func compile(_ document: XMLDocument) -> Program? {
    let words = PlaceInWords(of: document, part: part, format: format)
    collect(document, words)
    let lines = bindLengths(document)
    guard !tags.isEmpty || lines else { return nil }
    let blankness = Blankness(tags, format: format)
    let pairing = BlockPairing(tags, format: format)
    findings += pairing.findings
    var reach = BlockReach(tags, format: format, blankness: blankness)
    let blocks = pairing.blocks.compactMap { reach.resolve($0) }
    findings += reach.findings
    guard !findings.hasErrors else { return nil }
    var placement = MarkerPlacement(tags, format: format, blankness: blankness)
    placement.place(blocks)
    keepSpaces(document)
    return Lowering.program(of: document, format: format, tags: tags, lengths: lengths)
  }

  // MARK: Tags

  private mutating func collect(_ document: XMLDocument, _ words: PlaceInWords) {
    let paragraphs = document.root.descendants.filter { format.role(of: $0) == .paragraph }
    for (index, paragraph) in paragraphs.enumerated() {
      var text = ParagraphText(of: paragraph, format: format)
      let (raw, faults) = scanner.tags(in: text.scalars)
      guard !raw.isEmpty || !faults.isEmpty else { continue }
      let place = place(of: text.string, index, words.words(for: paragraph))
      findings += faults.map { .scan($0, at: place) }
      if format.isUnderTrackedChange(paragraph), let tag = raw.first {
        findings.append(tracked(tag.written, paragraph, place))
      }
      var markers: [(RawTag, XMLNode)] = []
      for tag in raw {
        guard tags.count < limits.tags else {
          findings.append(.tooManyTags(limits.tags, at: place))
          return
        }
        guard let clause = clause(of: tag, at: place) else { continue }
        let marker = Marker.node(tags.count)
        tags.append(
          Tag(raw: tag, clause: clause, place: place, paragraph: paragraph, marker: marker))
        markers.append((tag, marker))
      }
      for (tag, marker) in markers.reversed() { text.replace(tag, by: marker) }
    }
  }

  private mutating func clause(of tag: RawTag, at place: Place) -> Clause? {
    do throws(ExpressionFailure) {
      let clause = try ClauseParser.parse(tag.content)
      if case .value(.filtered(_, let call)) = clause, call.filter == .lineLength {
        findings.append(.lineWithoutLength(tag.written, at: place))
        return nil
      }
      return clause
    } catch {
      findings.append(.badTag(tag.written, error, at: place))
      return nil
    }
  }

  private func place(of text: String, _ index: Int, _ words: String) -> Place {
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let excerpt = flat.count > 40 ? flat.prefix(40) + "…" : flat
    return Place(file: file, part: part, paragraph: index, context: "\(words): “\(excerpt)”")
  }

  // MARK: Drawn lines

  private mutating func bindLengths(_ document: XMLDocument) -> Bool {
    var found = false
    for (node, text) in DrawnLength.alternativeTexts(in: document, format: format) {
      let (raw, _) = scanner.tags(in: Array(text.unicodeScalars))
      guard let first = raw.first else { continue }
      let place = Place(file: file, part: part, context: "chữ thay thế của hình: “\(text)”")
      let parsed: Clause
      do throws(ExpressionFailure) {
        parsed = try ClauseParser.parse(first.content)
      } catch {
        findings.append(.badTag(first.written, error, at: place))
        continue
      }
      guard case .value(.filtered(_, let call)) = parsed, call.filter == .lineLength else {
        findings.append(.badTag(first.written, .notYet("ảnh trong mẫu"), at: place))
        continue
      }
      let tag = Tag(
        raw: first, clause: parsed, place: place, paragraph: node, marker: Marker.node(-1))
      let sites = DrawnLength.sites(of: node, format: format)
      if sites.isEmpty { findings.append(.lineWithoutLength(first.written, at: place)) }
      for (element, attribute, unit) in sites {
        lengths[ObjectIdentifier(element), default: []].append(
          DrawnLength(attribute: attribute, unit: unit, tag: tag))
      }
      lineTags.append(tag)
      DrawnLength.clear(node, format: format)
      found = true
    }
    return found
  }

  /// The tags in alternative texts, which `inspect` lists with the others.
  private(set) var lineTags: [Tag] = []

  // MARK: Spaces and changes

  /// Text that a tag stood in keeps its spaces: what was one run may now end with one.
  private func keepSpaces(_ document: XMLDocument) {
    guard format == .docx else { return }
    for node in document.root.descendants where node.isElement("t", in: Namespace.word) {
      let touched =
        node.elements.contains { $0.name.namespace == Marker.namespace }
        || node.text.isEmpty && edgeSpace(node.textContent)
      if touched {
        node.setAttribute(XMLName("space", prefix: "xml", namespace: Namespace.xml), to: "preserve")
      }
    }
  }

  private func edgeSpace(_ text: String) -> Bool {
    text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false
  }

  private func tracked(_ tag: String, _ paragraph: XMLNode, _ place: Place) -> Diagnostic {
    let change = paragraph.descendants.first { $0.isElement("ins", in: Namespace.word) }
    let author = change?.attribute("author", in: Namespace.word) ?? "người không rõ"
    let date = change?.attribute("date", in: Namespace.word) ?? "không rõ"
    return .trackedChange(tag, author: author, date: date, at: place)
  }
}

/// What a template may hold before it is refused.
public struct CompileLimits: Hashable, Sendable {
  /// The most tags of one part.
  public var tags = 20_000

  /// The limits that hold unless said otherwise.
  public static let standard = CompileLimits()

  /// Creates the standard limits.
  public init() {}
}

extension DocumentFormat {
  /// True when a paragraph holds inserted text that nobody has accepted yet, with a tag in it.
  func isUnderTrackedChange(_ paragraph: XMLNode) -> Bool {
    guard self == .docx else { return false }
    return paragraph.descendants.contains { node in
      node.isElement("ins", in: Namespace.word) && node.textContent.contains("<<")
    }
  }
}
