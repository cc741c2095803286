internal import Vocabulary
internal import Diagnostics
internal import XMLTree
internal import ZipContainer

/// Compiles the text parts of a package: the body first, since it says what of the others its items
/// have copies of.
struct PackageCompiler {
  let archive: SafePackage
  let package: TemplatePackage
  let file: String
  let scanner: TagScanner
  let limits: CompileLimits
  private var surroundings: Surroundings
  /// The numbers that the template gives its drawings and lists.
  private(set) var taken: Set<Int>
  /// The relationships that are made anew, by the name of their list.
  private(set) var claimed: [String: Set<String>] = [:]
  private(set) var frames = FrameSet()
  /// What became of each entry, in their order; nil for those that hold no text.
  private(set) var made: [Made?]

  /// A part that was compiled.
  struct Made {
    let program: Program?
    let tags: [TemplateTag]
    let suspects: [TelexSuspect]
    let findings: [Diagnostic]
  }

  init(
    archive: SafePackage, package: TemplatePackage, file: String, scanner: TagScanner,
    limits: CompileLimits, isMerged: Bool
  ) {
    self.archive = archive
    self.package = package
    self.file = file
    self.scanner = scanner
    self.limits = limits
    surroundings = Surroundings(styles: package.styles(in: archive))
    surroundings.isMerged = isMerged
    taken = Set(surroundings.styles.numberings.taken)
    made = Array(repeating: nil, count: archive.entries.count)
    if package.format == .odt, let styles = surroundings.styles.styles {
      surroundings.masters = MasterPages(in: styles, scanner: scanner)
    }
    surroundings.isCounted = showsPageNumbers
  }

  mutating func compile() {
    for isBody in [true, false] {
      for (index, entry) in archive.entries.enumerated() {
        guard let kind = package.parts[entry.name], (kind == .body) == isBody else { continue }
        compile(entry, kind, at: index)
      }
      if isBody { readBody() }
    }
    // A header that no page of an item shows is a part like others.
    let shown = Set(frames.pages.references.map(\.part))
    for (name, program) in frames.programs
    where !shown.contains(name) && program.frames.isEmpty {
      frames.programs[name] = nil
    }
  }

  private mutating func compile(_ entry: ZipEntry, _ kind: TemplatePackage.TextPart, at index: Int)
  {
    let relationships = package.relationships(of: entry.name, in: archive)
    var compiler = PartCompiler(
      format: package.format, file: file, part: entry.name, kind: kind, scanner: scanner,
      limits: limits, relationships: relationships, surroundings: surroundings)
    var findings: [Diagnostic] = []
    let program = program(of: entry, kind, with: &compiler, &findings)
    let list = Relationships.part(of: entry.name)
    if !compiler.claimed.isEmpty || !(program?.pictures.isEmpty ?? true) {
      claimed[list] = compiler.claimed
    }
    if let program {
      switch kind {
      case .body:
        frames.pages = program.pages
        if !program.pages.references.isEmpty { claimed[list] = compiler.claimed }
        for note in program.notes { surroundings.notes[note.kind, default: []].insert(note.id) }
      case .header, .footer: frames.programs[entry.name] = program
      case .footnotes, .endnotes, .styles:
        if !program.frames.isEmpty { frames.programs[entry.name] = program }
        frames.notes[kind] = entry.name
      case .properties: break
      }
    }
    if kind == .header || kind == .footer, let bytes = contents(of: list) {
      frames.lists[list] = bytes
    }
    made[index] = Made(
      program: program,
      tags: (compiler.tags + compiler.lineTags).filter { !$0.isDerived }.map(TemplateTag.init),
      suspects: compiler.suspects, findings: findings + compiler.findings)
  }

  /// What the body asks of the other parts.
  private mutating func readBody() {
    surroundings.copied = Set(frames.pages.masters)
  }

  private mutating func program(
    of entry: ZipEntry, _ kind: TemplatePackage.TextPart, with compiler: inout PartCompiler,
    _ findings: inout [Diagnostic]
  ) -> Program? {
    do throws(ZipFailure) {
      let content = try archive.contents(of: entry)
      do throws(XMLFailure) {
        let document = try XMLDocument(parsing: content, limits: limits.xml)
        taken.formUnion(IdentityAttributes.numbers(in: document))
        if kind == .footnotes || kind == .endnotes {
          frames.highestNotes[entry.name] =
            document.root.elements.compactMap {
              $0.attribute("id", in: Namespace.word).flatMap(Int.init(word:))
            }.max() ?? 0
        }
        return compiler.compile(document)
      } catch {
        findings.append(.badPart(entry.name, error, at: .file(file)))
      }
    } catch {
      findings.append(.notAPackage(error.message, help: error.help, at: .file(file)))
    }
    return nil
  }

  private func contents(of name: String) -> [UInt8]? {
    archive.entry(named: name).flatMap { try? archive.contents(of: $0) }
  }

  /// True when a header, a footer or the body shows the number of its page.
  private var showsPageNumbers: Bool {
    package.parts.keys.contains { name in
      guard package.parts[name] != .properties, let bytes = contents(of: name) else { return false }
      return package.format == .odt
        ? ByteSearch.place(of: "text:page-number".utf8.span, in: bytes.span) != nil
        : Self.showsPageNumber(bytes.span)
    }
  }

  /// Whether a part of a DOCX holds the field PAGE or its short form; NUMPAGES is another.
  private static func showsPageNumber(_ bytes: Span<UInt8>) -> Bool {
    if ByteSearch.place(of: "pgNum".utf8.span, in: bytes) != nil { return true }
    var start = 0
    while let place = ByteSearch.place(of: "PAGE".utf8.span, in: bytes, from: start) {
      start = place + 4
      let isOther =
        place >= 3
        && ByteSearch.place(of: "NUM".utf8.span, in: bytes.extracting(place - 3..<place)) == 0
      if !isOther, start < bytes.count, " <\"\\".utf8.contains(bytes[start]) { return true }
    }
    return false
  }
}
