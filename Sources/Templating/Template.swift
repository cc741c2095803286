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
  var parts: [Part] = []
  private(set) var numbers = FreshNumbers(taken: [])
  private var suspects: [TelexSuspect] = []

  private init(format: DocumentFormat, isMerged: Bool) {
    self.format = format
    self.isMerged = isMerged
  }

  /// What the template asks of its data.
  var needs: Need {
    NeedsWalker.needs(
      of: parts.compactMap { part in
        if part.stage != .listing, let (_, program) = part.program { program } else { nil }
      })
  }

  /// Why what the template gives could not be proven to be sound; each document is looked at then.
  var doubts: [MarkupState.Doubt] { parts.flatMap { $0.program?.program.doubts ?? [] } }
  /// The faults that its author's office program left in it, if they matter.
  private var ownFaults: Set<StructureCheck.Fault> = []
  /// What items have copies of.
  private(set) var frames = FrameSet()
  /// True when the template is filled once for each record, into one document.
  let isMerged: Bool

  /// An entry of the package: copied as it is, or made by a program.
  enum Part: Sendable {
    case copied(ZipEntry)
    case rendered(name: String, Program, Stage)

    var copied: ZipEntry? {
      if case .copied(let entry) = self { entry } else { nil }
    }

    var program: (name: String, program: Program)? {
      if case .rendered(let name, let program, _) = self { (name, program) } else { nil }
    }

    var stage: Stage? {
      if case .rendered(_, _, let stage) = self { stage } else { nil }
    }
  }

  /// When a part is made: the text first, then what follows its items, then the lists of what both
  /// made.
  enum Stage: Sendable, CaseIterable { case text, framed, listing }

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
    compile(bytes, name: name, delimiters: delimiters, limits: limits, isMerged: false)
  }

  static func compile(
    _ bytes: [UInt8], name: String, delimiters: [Delimiters], limits: CompileLimits, isMerged: Bool
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
    var template = Template(format: package.format, isMerged: isMerged)
    var compiler = PackageCompiler(
      archive: archive, package: package, file: name, scanner: scanner, limits: limits,
      isMerged: isMerged)
    compiler.compile()
    for (entry, made) in zip(archive.entries, compiler.made) {
      guard let made else {
        template.parts.append(.copied(package.replaced[entry.name] ?? entry))
        continue
      }
      template.tags += made.tags
      template.suspects += made.suspects
      template.parts.append(
        made.program.map { program in
          let isFramed = compiler.frames.programs[entry.name] != nil
          return .rendered(name: entry.name, program, isFramed ? .framed : .text)
        } ?? .copied(entry))
    }
    template.frames = compiler.frames
    template.numbers = FreshNumbers(taken: compiler.taken)
    template.openLists(compiler.claimed, of: archive)
    if !template.doubts.isEmpty { template.ownFaults = Set(StructureCheck.faults(in: bytes)) }
    var findings = opened.findings + compiler.made.flatMap { $0?.findings ?? [] }
    findings += UnfilledPlaces(
      archive: archive, scanner: scanner, file: name, claimed: compiler.claimed
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
    let hasHeaders = !frames.pages.references.isEmpty
    for (index, part) in parts.enumerated() {
      guard case .copied(let entry) = part else { continue }
      let name = entry.name
      let isNumbering = hasLists && name == TemplatePackage.numberings
      let isList =
        hasPictures && (name == Self.manifest || name == Self.types)
        || hasHeaders && name == Self.types
      guard claimed[name] != nil || isList || isNumbering,
        let document = archive.document(name)
      else { continue }
      if let ids = claimed[name] {
        parts[index] = .rendered(
          name: name, Program(relationships: document, without: ids, name), .listing)
      } else if isNumbering {
        parts[index] = .rendered(name: name, Program(numberings: document), .listing)
      } else if name == Self.manifest {
        parts[index] = .rendered(name: name, Program(manifest: document), .listing)
      } else {
        if hasPictures { TemplatePackage.declarePictures(in: document) }
        parts[index] = .rendered(name: name, Program(types: document), .listing)
      }
    }
  }

  static let manifest = "META-INF/manifest.xml"
  private static let types = "[Content_Types].xml"

  /// The warnings for names that other tags of the template use; what is left waits for the data.
  private mutating func settleSuspects() -> [Diagnostic] {
    guard !suspects.isEmpty else { return [] }
    let known = tags.flatMap(\.names)
    let isKnown = { (name: Name) in known.contains { $0.meets(name) } }
    defer { suspects.removeAll { isKnown($0.name) } }
    return TelexSuspect.findings(suspects, known: isKnown)
  }

  /// Fills the template.
  ///
  /// - Parameters:
  ///   - data: the values the tags read; normalised to NFC by who made them.
  ///   - missing: what a missing name becomes.
  ///   - limits: what it may do before it is stopped.
  ///   - pictures: where the pictures lie that the data name; `data:` addresses need none.
  ///   - name: the name of the document in findings about its structure.
  /// - Returns: the document, or none when a finding is an error.
  public func render(
    _ data: JSONValue, missing: MissingPolicy = .error, limits: RenderLimits = .standard,
    pictures: PictureSource = .none, name: String? = nil
  ) -> Diagnosed<[UInt8]> {
    let keys = KeyIndex(data)
    var findings = keys.findings
    guard !findings.hasErrors else { return Diagnosed(nil, findings) }
    findings += TelexSuspect.findings(suspects) { !keys.meeting(of: $0).keys.isEmpty }
    var made = DocumentMaker(
      template: self, data: data, keys: keys, missing: missing, limits: limits, pictures: pictures)
    do throws(ZipFailure) {
      let bytes = try made.document(from: .text)
      findings += (made.findings + faults(of: bytes)).map { $0.naming(name) }
      return Diagnosed(findings.hasErrors ? nil : bytes, findings)
    } catch {
      return Diagnosed(
        nil, findings + [.notAPackage(error.message, help: error.help, at: .nowhere)])
    }
  }

  /// What is wrong with a document of a template whose proof has a gap; values may hold tags.
  private func faults(of document: [UInt8]) -> [Diagnostic] {
    guard !doubts.isEmpty else { return [] }
    return StructureCheck.faults(in: document).filter { !$0.isTag && !ownFaults.contains($0) }
      .prefix(StructureCheck.mostFindings).map {
        .brokenStructure($0, at: Place(part: $0.part.isEmpty ? nil : $0.part))
      }
  }

  /// The tags that are left in a finished document; none in a good one.
  public static func leftOverTags(in bytes: [UInt8]) -> [String] {
    guard let archive = try? ZipArchive(reading: bytes, limits: .finished),
      let package = try? TemplatePackage(of: SafePackage(unjudged: archive))
    else { return [] }
    var found: [String] = []
    for entry in archive.entries {
      guard let kind = package.parts[entry.name], let content = try? archive.contents(of: entry),
        let document = try? XMLDocument(parsing: content, limits: .finished)
      else { continue }
      found += StructureCheck.tags(leftIn: document, kind, package.format)
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
