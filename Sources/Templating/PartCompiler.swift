internal import Diagnostics
internal import Expressions
internal import XMLTree

/// One text part on its way from XML to a program.
struct PartCompiler {
  let format: DocumentFormat
  let file: String
  let part: String
  let kind: TemplatePackage.TextPart
  let scanner: TagScanner
  let limits: CompileLimits
  /// What the parts of the package must know of one another.
  let surroundings: Surroundings

  var tags: [Tag] = []
  /// The tags in alternative texts, which `inspect` lists with the others.
  private(set) var lineTags: [Tag] = []
  var findings: [Diagnostic] = []
  private(set) var suspects: [TelexSuspect] = []
  /// The relationships whose targets hold tags that are filled.
  private(set) var claimed: Set<String> = []
  let relationships: Relationships
  private var styles: TemplatePackage.Styles { surroundings.styles }
  /// Known while a part is read that has a check box.
  private var fonts: Fonts?

  init(
    format: DocumentFormat, file: String, part: String, kind: TemplatePackage.TextPart,
    scanner: TagScanner, limits: CompileLimits, relationships: Relationships,
    surroundings: Surroundings
  ) {
    // Text stands in the elements of properties themselves, as in ODF.
    self.format = kind == .properties ? .odt : format
    self.relationships = relationships
    self.surroundings = surroundings
    self.file = file
    self.part = part
    self.kind = kind
    self.scanner = scanner
    self.limits = limits
  }

  /// The program of the part, or nil when it holds no tag, or only faulty ones.
  mutating func compile(_ document: XMLDocument) -> Program? {
    guard kind == .properties || isReadable(document.root) else { return nil }
    let lengths = LineLengths(in: document, compiler: self)
    lineTags = lengths.tags
    findings += lengths.findings
    if kind == .properties { Lines.makeProperties(of: document) }
    let lines = Lines(
      in: document, format: format, scanner: scanner, relationships: relationships)
    claimed = lines.claimed
    if kind != .properties {
      fonts = Fonts(
        format: format, part: document.root, styles: styles.styles?.root, theme: styles.theme?.root)
    }
    collect(document, lines)
    let frames = self.frames(of: document)
    let isMerged = surroundings.isMerged && kind == .body
    guard !tags.isEmpty || !lengths.tags.isEmpty || isMerged || !frames.isEmpty else { return nil }
    let blankness = Blankness(tags, format: format)
    let pairing = BlockPairing(tags, format: format, blankness: blankness, depth: limits.depth)
    findings += pairing.findings
    var reach = BlockReach(tags, format: format, blankness: blankness)
    let blocks = pairing.blocks.compactMap { reach.resolve($0) }
    findings += reach.findings
    var columns = ColumnPlan(blocks, tags, format: format)
    findings += columns.findings
    let merges = CellMerges(tags, format: format)
    findings += merges.findings
    let hasSections = tags.contains {
      if case .onlyIf(.section, _) = $0.clause { true } else { false }
    }
    if hasSections, format == .docx { DocumentFormat.settleHeaders(in: document) }
    guard !findings.hasErrors else { return nil }
    var placement = MarkerPlacement(tags, format: format, blankness: blankness)
    placement.place(blocks)
    columns.place()
    let region = region(of: blocks, in: document, isMerged: isMerged)
    guard !findings.hasErrors else { return nil }
    let lists = ListRestarts(
      blocks, tags, format: format, numberings: styles.numberings, fonts: fonts,
      records: isMerged ? region : nil)
    var pages = region.map { plan(of: $0, in: document) } ?? PagePlan()
    pages.addFrames(frames, of: document)
    tags += pages.derived
    tellLeftTags(in: document, lines)
    guard !findings.hasErrors else { return nil }
    let program = Lowering.program(
      of: document, format: format, tags: tags,
      sites: Lowering.AttributeSites(
        lengths: lengths.lengths, lines: lines.attributes, frames: lengths.frames,
        pictures: lengths.pictures, restarts: lists.slots, listNames: lists.names,
        lists: lists.all, continuingLists: lists.continuing, columns: columns, pages: pages,
        copied: frames, mergedCells: merges.cells, mergingTables: merges.tables))
    return program.proven(
      format, part: part, relationships: Set(relationships.all.keys).subtracting(claimed))
  }

  /// The markers stand: a tag that can still be read was forgotten, and would be printed.
  private mutating func tellLeftTags(in document: XMLDocument, _ lines: Lines) {
    let detached = lines.detached.flatMap {
      scanner.tags(in: ParagraphText(of: $0.line, format: format).scalars).tags.map(\.written)
    }
    for tag in scanner.tags(leftIn: document, format) + detached {
      findings.append(.leftTag(tag, in: part, of: file))
    }
  }

  /// Whether the part is written in the namespace that roles are told by.
  ///
  /// The strict form of Open XML has namespaces of its own: no tag in it would be found.
  private mutating func isReadable(_ root: XMLNode) -> Bool {
    let expected = format == .docx ? Namespace.word : Namespace.office
    guard root.name.namespace != expected else { return true }
    findings.append(
      .otherNamespace(
        part, isStrict: root.name.namespace.hasPrefix("http://purl.oclc.org/ooxml/"),
        at: .file(file)))
    return false
  }

  // MARK: Tags

  private mutating func collect(_ document: XMLDocument, _ lines: Lines) {
    let carriers = Carriers(in: document, format: format).all
    let words = PlaceInWords(of: document, kind: kind, format: format)
    let changes = TrackedChanges(in: document, format: format)
    // For look-up only: its order is never used.
    let detached = Dictionary(
      lines.detached.map { (ObjectIdentifier($0.line), $0) },
      uniquingKeysWith: { first, _ in first })
    let paragraphs =
      document.root.descendants.filter {
        format.role(of: $0) == .paragraph && detached[ObjectIdentifier($0)] == nil
      } + lines.detached.map(\.line)
    var places: [ObjectIdentifier: Place] = [:]
    // For look-up only; a line that is in no paragraph has the number of the one around it.
    let numbers = Dictionary(
      paragraphs.enumerated().map { (ObjectIdentifier($1), $0) },
      uniquingKeysWith: { first, _ in first })
    for (index, paragraph) in paragraphs.enumerated()
    where detached[ObjectIdentifier(paragraph)] != nil || !format.passesOver(paragraph) {
      let text = ParagraphText(of: paragraph, format: format)
      let told = findings.count
      var (raw, faults) = scanner.tags(in: text.scalars)
      if Marker.lineKind(of: paragraph) == .target { raw = raw.map(\.withoutPercents) }
      let around = detached[ObjectIdentifier(paragraph)].flatMap { line in
        line.holder.path.first { format.role(of: $0) == .paragraph }
      }
      let base = Place(
        file: file, part: part,
        paragraph: around.flatMap { numbers[ObjectIdentifier($0)] } ?? index,
        context: self.words(for: detached[ObjectIdentifier(paragraph)], words)
          ?? words.words(for: paragraph))
      if !changes.deleted.isEmpty { places[ObjectIdentifier(paragraph)] = base }
      collectSuspects(text.scalars, outside: raw, base)
      tellInstructions(of: paragraph, base)
      for fault in faults where findings.count < limits.findings {
        findings.append(.scan(fault, at: base.showing(text.scalars, around: fault.position)))
      }
      let fields = text.carriers.map { RawTag(carriers[$0.number], $0.number, at: $0.position) }
      let tags = fields.isEmpty ? raw : raw.merged(with: fields)
      guard collect(tags, carriers, of: text, in: paragraph, base, changes) else { return }
      // Word writes an alternative text twice; a fault in it is one fault.
      if detached[ObjectIdentifier(paragraph)]?.holder.name.namespace == Namespace.picture {
        findings.removeSubrange(told...)
      }
    }
    for deletion in changes.deleted {
      let paragraph = deletion.node.path.first { format.role(of: $0) == .paragraph }
      let place =
        paragraph.flatMap { places[ObjectIdentifier($0)] } ?? Place(file: file, part: part)
      for tag in scanner.tags(in: Array(deletion.text.unicodeScalars)).tags {
        findings.append(.trackedChange(tag.written, deletion.change, at: place))
      }
    }
  }

  /// Tags in the instructions of Word's fields, which Word itself reads, stay as they are.
  private mutating func tellInstructions(of paragraph: XMLNode, _ base: Place) {
    guard format == .docx, !Marker.isLine(paragraph) else { return }
    var instructions = ""
    for node in paragraph.descendants where node.name.namespace == Namespace.word {
      switch node.name.local {
      case "instrText": instructions += node.textContent
      case "fldSimple": instructions += (node.attribute("instr", in: Namespace.word) ?? "") + "\n"
      case "fldChar": instructions += "\n"
      default: break
      }
    }
    guard !instructions.isEmpty else { return }
    for tag in scanner.tags(in: Array(instructions.unicodeScalars)).tags {
      findings.append(
        .notFilledHere(tag.written, at: base.showing(Array(tag.written.unicodeScalars), around: 0)))
    }
  }

  /// Where a line stands that is in no paragraph itself.
  private func words(
    for line: (line: XMLNode, words: String, holder: XMLNode)?, _ places: PlaceInWords
  ) -> String? {
    guard let line else { return nil }
    let around = line.holder.path.first { format.role(of: $0) == .paragraph }
    return ((around.map { [places.words(for: $0)] } ?? []) + [line.words]).joined(separator: ", ")
  }

  /// Reads the tags of one paragraph and puts markers in their places; false beyond the limit.
  private mutating func collect(
    _ raw: [RawTag], _ carriers: [Carrier], of text: ParagraphText, in paragraph: XMLNode,
    _ base: Place,
    _ changes: TrackedChanges
  ) -> Bool {
    var markers: [(tag: RawTag, markers: [XMLNode])] = []
    for tag in raw {
      let place = base.showing(text.scalars, around: tag.range.lowerBound)
      guard tags.count < limits.tags else {
        findings.append(.tooManyTags(limits.tags, at: place))
        return false
      }
      if let change = changes.change(of: text.nodes(of: tag)) {
        findings.append(.trackedChange(tag.written, change, at: place))
      }
      guard var clause = clause(of: tag, tag.carrier.map { carriers[$0] }, at: place) else {
        continue
      }
      if case .value(let expression) = clause, expression.chain.contains(.checkBox),
        let node = text.node(at: tag.anchor), fonts?.lacksBoxes(node) ?? false
      {
        clause = .value(
          expression.replacing(.checkBox, by: FilterCall(.checkBox, argument: .text("[]"))))
      }
      var clauses = [(clause, false)]
      if let condition = derivedCondition(of: clause, in: paragraph) {
        clauses.insert((condition, true), at: 0)
      }
      let first = tags.count
      for (clause, isDerived) in clauses {
        let marker = Marker.node(tags.count)
        tags.append(
          Tag(
            raw: tag, clause: clause, place: place, paragraph: paragraph, marker: marker,
            isDerived: isDerived))
      }
      markers.append((tag, tags[first...].map(\.marker)))
    }
    if !markers.isEmpty { text.replace(markers) }
    return true
  }

  private mutating func clause(
    of tag: RawTag, _ carrier: Carrier?, at place: Place
  ) -> Clause? {
    if let fault = carrier?.fault {
      findings.append(.field(tag.written, fault, at: place))
      return nil
    }
    do throws(ExpressionFailure) {
      let clause = try ClauseParser.parse(tag.content).filtered(by: carrier?.filters ?? [])
      if case .value(.filtered(_, let call)) = clause, call.filter == .lineLength {
        findings.append(.lineWithoutLength(tag.written, at: place))
        return nil
      }
      if let filter = clause.misplacedFilter
        ?? clause.expression?.filters.first(where: \.makesPicture)
      {
        findings.append(.filterOutOfPlace(tag.written, filter, at: place))
      }
      return clause
    } catch {
      if findings.count < limits.findings {
        findings.append(.badTag(tag.written, error, at: place))
      }
      // A faulty opening still opens: its `hết` is no fault of its own.
      return ClauseParser.outline(of: tag.content)
    }
  }

  /// The condition on its row or paragraph that a value with `bỏ dòng` makes.
  ///
  /// A cell's only paragraph stands for its row, which in a table is what a line is.
  private func derivedCondition(of clause: Clause, in paragraph: XMLNode) -> Clause? {
    guard case .value(let expression) = clause, expression.chain.contains(.dropWhenBlank) else {
      return nil
    }
    let cell = paragraph.parent.flatMap { format.role(of: $0) == .cell ? $0 : nil }
    let isAlone =
      cell.map { $0.elements.filter { format.role(of: $0) != .other }.count == 1 } ?? false
    return .onlyIf(isAlone ? .row : .paragraph, .filtered(expression, FilterCall(.dropWhenBlank)))
  }

  private mutating func collectSuspects(
    _ text: [Unicode.Scalar], outside tags: [RawTag], _ base: Place
  ) {
    var next = 0
    for (range, name) in TelexSuspect.stretches(in: text) where suspects.count < limits.findings {
      while next < tags.count, tags[next].range.upperBound <= range.lowerBound { next += 1 }
      guard next == tags.count || !tags[next].range.overlaps(range) else { continue }
      suspects.append(
        TelexSuspect(
          name: name, written: String(scalars: text[range]),
          place: base.showing(text, around: range.lowerBound)))
    }
  }
}
