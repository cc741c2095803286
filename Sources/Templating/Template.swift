public import Diagnostics
internal import Expressions
public import LocatedJSON
internal import XMLTree
internal import ZipContainer

/// A DOCX or ODT template, compiled once, to be rendered many times by many workers.
///
/// It knows no law and reads no file: bytes in, bytes out.
public struct Template: Sendable {
  /// The format of the template and of what it renders.
  public let format: DocumentFormat
  /// The tags it holds, in the order of its parts.
  public private(set) var tags: [TemplateTag] = []
  private var parts: [Part] = []
  private var numbers = FreshNumbers(taken: [])
  private var suspects: [TelexSuspect] = []

  private init(format: DocumentFormat) { self.format = format }

  /// What the template asks of its data.
  var needs: Need {
    NeedsWalker.needs(
      of: parts.compactMap { part in
        if case .rendered(_, let program) = part { program } else { nil }
      })
  }

  /// An entry of the package: copied as it is, or made by a program.
  private enum Part: Sendable {
    case copied(ZipEntry)
    case rendered(name: String, Program)
    /// An entry that lists what others made, and so is made after them.
    case listed(name: String, Program)

    var copied: ZipEntry? {
      if case .copied(let entry) = self { entry } else { nil }
    }

    var program: (name: String, program: Program)? {
      switch self {
      case .copied: nil
      case .rendered(let name, let program), .listed(let name, let program): (name, program)
      }
    }

    var isListing: Bool {
      if case .listed = self { true } else { false }
    }
  }

  /// Compiles a template and reports every fault it has, in one pass.
  ///
  /// - Parameters:
  ///   - bytes: the document as Word or Writer saved it.
  ///   - name: its name in findings.
  ///   - delimiters: the pairs that are read; all three families unless one is fixed, here or by
  ///     the document property `thidua.delimiters`.
  ///   - limits: what it may hold before it is refused.
  /// - Returns: the template, or none when a finding is an error.
  public static func compile(
    _ bytes: [UInt8], name: String, delimiters: [Delimiters] = Delimiters.families,
    limits: CompileLimits = .standard
  ) -> Diagnosed<Template> {
    let opened = SafePackage.open(bytes, file: name, limits: limits)
    guard let archive = opened.value else { return Diagnosed(nil, opened.findings) }
    let package: TemplatePackage
    do throws(TemplatePackage.Fault) {
      package = try TemplatePackage(of: archive)
    } catch {
      let place = Place.file(name)
      return Diagnosed(
        nil, opened.findings + [error == .macros ? .macros(at: place) : .notATemplate(at: place)])
    }
    var delimiters = delimiters
    if delimiters == Delimiters.families, let written = package.fixedDelimiters {
      guard let pair = Delimiters(written: written) else {
        return Diagnosed(nil, opened.findings + [.badDelimiters(written, at: .file(name))])
      }
      delimiters = [pair]
    }
    let scanner = TagScanner(delimiters)
    var template = Template(format: package.format)
    var findings = opened.findings
    var taken: Set<Int> = []
    var claimed: [String: Set<String>] = [:]
    let styles = package.styles(in: archive)
    for entry in archive.entries {
      guard let kind = package.parts[entry.name] else {
        template.parts.append(.copied(package.replaced[entry.name] ?? entry))
        continue
      }
      var compiler = PartCompiler(
        format: package.format, file: name, part: entry.name, kind: kind, scanner: scanner,
        limits: limits, relationships: package.relationships(of: entry.name, in: archive),
        styles: styles)
      let program = compile(entry, of: archive, with: &compiler, &taken, &findings)
      findings += compiler.findings
      template.tags += (compiler.tags + compiler.lineTags).filter { !$0.isDerived }.map(
        TemplateTag.init)
      template.suspects += compiler.suspects
      if !compiler.claimed.isEmpty || !(program?.pictures.isEmpty ?? true) {
        claimed[Relationships.part(of: entry.name)] = compiler.claimed
      }
      template.parts.append(program.map { .rendered(name: entry.name, $0) } ?? .copied(entry))
    }
    template.numbers = FreshNumbers(taken: taken.union(styles.numberings.taken))
    template.openLists(claimed, of: archive)
    findings += UnfilledPlaces(
      archive: archive, scanner: scanner, file: name, claimed: claimed
    ).findings()
    findings += template.settleSuspects()
    return Diagnosed(findings.hasErrors ? nil : template, findings)
  }

  /// Why a template of so many bytes is not read at all; nil when it is.
  ///
  /// Who asks before reading spends no memory on a file that would be refused.
  public static func refusal(
    of bytes: Int, name: String, limits: CompileLimits = .standard
  ) -> Diagnostic? {
    let limit = limits.package.archive
    guard bytes > limit else { return nil }
    let failure = ZipFailure.tooLarge(bytes: bytes, limit: limit)
    return .notAPackage(failure.message, help: failure.help, at: .file(name))
  }

  /// Makes programs of the parts that list what links and pictures make.
  private mutating func openLists(_ claimed: [String: Set<String>], of archive: SafePackage) {
    let hasPictures = parts.contains { !($0.program?.program.pictures.isEmpty ?? true) }
    let hasLists = parts.contains { !($0.program?.program.lists.isEmpty ?? true) }
    for (index, part) in parts.enumerated() {
      guard case .copied(let entry) = part else { continue }
      let name = entry.name
      let isNumbering = hasLists && name == TemplatePackage.numberings
      let isList = hasPictures && (name == Self.manifest || name == Self.types)
      guard claimed[name] != nil || isList || isNumbering,
        let document = archive.document(name)
      else { continue }
      if let ids = claimed[name] {
        parts[index] = .listed(
          name: name, Program(relationships: document, without: ids, name))
      } else if isNumbering {
        parts[index] = .listed(name: name, Program(numberings: document))
      } else if name == Self.manifest {
        parts[index] = .listed(name: name, Program(manifest: document))
      } else {
        TemplatePackage.declarePictures(in: document)
        if let declared = try? ZipEntry(name: name, contents: XMLWriter.bytes(of: document)) {
          parts[index] = .copied(declared)
        }
      }
    }
  }

  private static let manifest = "META-INF/manifest.xml"
  private static let types = "[Content_Types].xml"

  /// The warnings for names that other tags of the template use; what is left waits for the data.
  private mutating func settleSuspects() -> [Diagnostic] {
    guard !suspects.isEmpty else { return [] }
    let known = tags.flatMap(\.names)
    let isKnown = { (name: Name) in known.contains { $0.meets(name) } }
    defer { suspects.removeAll { isKnown($0.name) } }
    return TelexSuspect.findings(suspects, known: isKnown)
  }

  private static func compile(
    _ entry: ZipEntry, of archive: SafePackage, with compiler: inout PartCompiler,
    _ taken: inout Set<Int>, _ findings: inout [Diagnostic]
  ) -> Program? {
    do throws(ZipFailure) {
      let content = try archive.contents(of: entry)
      do throws(XMLFailure) {
        let document = try XMLDocument(parsing: content, limits: compiler.limits.xml)
        taken.formUnion(IdentityAttributes.numbers(in: document))
        return compiler.compile(document)
      } catch {
        findings.append(.badPart(entry.name, error, at: .file(compiler.file)))
      }
    } catch {
      findings.append(.notAPackage(error.message, help: error.help, at: .file(compiler.file)))
    }
    return nil
  }

  /// Fills the template.
  ///
  /// - Parameters:
  ///   - data: the values the tags read; normalised to NFC by who made them.
  ///   - missing: what a missing name becomes.
  ///   - limits: what it may do before it is stopped.
  ///   - pictures: where the pictures lie that the data name; `data:` addresses need none.
  /// - Returns: the document, or none when a finding is an error.
  public func render(
    _ data: JSONValue, missing: MissingPolicy = .error, limits: RenderLimits = .standard,
    pictures: PictureSource = .none
  ) -> Diagnosed<[UInt8]> {
    let keys = KeyIndex(data)
    var findings = keys.findings
    guard !findings.hasErrors else { return Diagnosed(nil, findings) }
    findings += TelexSuspect.findings(suspects) { !keys.keys(meeting: $0).isEmpty }
    do throws(ZipFailure) {
      var shared = SharedState(numbers: numbers)
      var made: [ZipEntry?] = Array(repeating: nil, count: parts.count)
      for isListing in [false, true] {
        for (index, part) in parts.enumerated() {
          guard let (name, program) = part.program, part.isListing == isListing else { continue }
          let renderer = Renderer(
            program, part: name, format: format, data: data, keys: keys, missing: missing,
            limits: limits, pictures: pictures, shared: shared)
          var deflater = try Deflater(name: name)
          let done = renderer.performed { deflater.write($0) }
          findings += done.findings.filter { !findings.contains($0) }
          shared = done.shared
          made[index] = try deflater.finish()
        }
      }
      var writer = try ZipWriter()
      for (part, entry) in zip(parts, made) {
        if let entry = entry ?? part.copied { try writer.add(entry) }
      }
      // Pictures are compressed already.
      for medium in shared.media {
        try writer.add(try ZipEntry(name: medium.name, contents: medium.bytes, stored: true))
      }
      guard !findings.hasErrors else { return Diagnosed(nil, findings) }
      return Diagnosed(try writer.finish(), findings)
    } catch {
      return Diagnosed(
        nil, findings + [.notAPackage(error.message, help: error.help, at: .nowhere)])
    }
  }

  /// The tags that are left in a finished document; none in a good one.
  public static func leftOverTags(in bytes: [UInt8]) -> [String] {
    guard let archive = try? ZipArchive(reading: bytes),
      let package = try? TemplatePackage(of: SafePackage(unjudged: archive))
    else { return [] }
    // «…» are quotation marks too, and a finished document may quote.
    let scanner = TagScanner(Delimiters.families.filter { $0.open != "«" })
    var found: [String] = []
    for entry in archive.entries {
      guard let kind = package.parts[entry.name], let content = try? archive.contents(of: entry),
        let document = try? XMLDocument(parsing: content)
      else { continue }
      if kind == .properties { Lines.makeProperties(of: document) }
      for node in document.root.descendants where package.format.role(of: node) == .paragraph {
        let text = ParagraphText(of: node, format: package.format)
        found += scanner.tags(in: text.scalars).tags.map(\.written)
      }
    }
    return found
  }
}

/// A tag of a template, as `inspect` lists it.
public struct TemplateTag: Sendable {
  /// The tag as it was typed.
  public let text: String
  /// Where it stands.
  public let place: Place
  /// The names it speaks of.
  let names: [Name]

  init(_ tag: Tag) {
    text = tag.raw.written
    place = tag.place
    var names = tag.clause.expression?.paths.flatMap(\.names) ?? []
    if case .loop(_, let name, _) = tag.clause { names.append(name) }
    self.names = names
  }
}
