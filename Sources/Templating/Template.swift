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
  public let tags: [TemplateTag]
  private let parts: [Part]

  /// An entry of the package: copied as it is, or made by a program.
  private enum Part: Sendable {
    case copied(ZipEntry)
    case rendered(name: String, Program)
  }

  /// Compiles a template and reports every fault it has, in one pass.
  ///
  /// - Parameters:
  ///   - bytes: the document as Word or Writer saved it.
  ///   - name: its name in findings.
  ///   - delimiters: the pairs that are read; all three families unless one is fixed.
  ///   - limits: what it may hold before it is refused.
  /// - Returns: the template, or none when a finding is an error.
  public static func compile(
    _ bytes: [UInt8], name: String, delimiters: [Delimiters] = Delimiters.families,
    limits: CompileLimits = .standard
  ) -> Diagnosed<Template> {
    let archive: ZipArchive
    do throws(ZipFailure) {
      archive = try ZipArchive(reading: bytes)
    } catch {
      return Diagnosed(
        nil, [.notAPackage(error.message, help: error.help, at: .file(name))])
    }
    guard let format = DocumentFormat.of(archive) else {
      return Diagnosed(nil, [.notATemplate(at: .file(name))])
    }
    let scanner = TagScanner(delimiters)
    var findings: [Diagnostic] = []
    var tags: [TemplateTag] = []
    var parts: [Part] = []
    for entry in archive.entries {
      guard format.isTextPart(entry.name) else {
        parts.append(.copied(entry))
        continue
      }
      var compiler = PartCompiler(
        format: format, file: name, part: entry.name, scanner: scanner, limits: limits)
      let program = compile(entry, of: archive, with: &compiler, &findings)
      findings += compiler.findings
      tags += (compiler.tags + compiler.lineTags).map(TemplateTag.init)
      parts.append(program.map { .rendered(name: entry.name, $0) } ?? .copied(entry))
    }
    let template = Template(format: format, tags: tags, parts: parts)
    return Diagnosed(findings.hasErrors ? nil : template, findings)
  }

  private static func compile(
    _ entry: ZipEntry, of archive: ZipArchive, with compiler: inout PartCompiler,
    _ findings: inout [Diagnostic]
  ) -> Program? {
    do throws(ZipFailure) {
      let content = try archive.contents(of: entry)
      do throws(XMLFailure) {
        return compiler.compile(try XMLDocument(parsing: content))
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
  /// - Returns: the document, or none when a finding is an error.
  public func render(
    _ data: JSONValue, missing: MissingPolicy = .error, limits: RenderLimits = .standard
  ) -> Diagnosed<[UInt8]> {
    var findings = DataCheck.findings(in: data)
    guard !findings.hasErrors else { return Diagnosed(nil, findings) }
    do throws(ZipFailure) {
      var writer = try ZipWriter()
      var freshNumber = Self.firstFreshNumber
      for part in parts {
        switch part {
        case .copied(let entry): try writer.add(entry)
        case .rendered(let name, let program):
          var renderer = Renderer(
            program, data: data, missing: missing, limits: limits, freshNumber: freshNumber)
          var deflater = try Deflater(name: name)
          renderer.run(into: &deflater)
          findings += renderer.findings.filter { !findings.contains($0) }
          freshNumber = renderer.nextFreshNumber
          try writer.add(try deflater.finish())
        }
      }
      guard !findings.hasErrors else { return Diagnosed(nil, findings) }
      return Diagnosed(try writer.finish(), findings)
    } catch {
      return Diagnosed(
        nil, findings + [.notAPackage(error.message, help: error.help, at: .nowhere)])
    }
  }

  /// Above what office programs give out themselves, so that copies never meet an original.
  private static let firstFreshNumber = 1_000_000

  /// The tags that are left in a finished document; none in a good one.
  public static func leftOverTags(in bytes: [UInt8]) -> [String] {
    guard let archive = try? ZipArchive(reading: bytes), let format = DocumentFormat.of(archive)
    else { return [] }
    let scanner = TagScanner(Delimiters.families)
    var found: [String] = []
    for entry in archive.entries where format.isTextPart(entry.name) {
      guard let content = try? archive.contents(of: entry),
        let document = try? XMLDocument(parsing: content)
      else { continue }
      for node in document.root.descendants where format.role(of: node) == .paragraph {
        let text = ParagraphText(of: node, format: format)
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
  let clause: Clause

  init(_ tag: Tag) {
    text = tag.raw.written
    place = tag.place
    clause = tag.clause
  }
}

/// What must be true of the data before a template reads it.
enum DataCheck {
  /// Two keys of one object that mean the same name: no tag could tell them apart.
  static func findings(in data: JSONValue) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    check(data, pointer: "", &findings)
    return findings
  }

  private static func check(
    _ value: JSONValue, pointer: String, _ findings: inout [Diagnostic]
  ) {
    switch value.kind {
    case .array(let items):
      for (index, item) in items.enumerated() {
        check(item, pointer: "\(pointer)/\(index)", &findings)
      }
    case .object(let members):
      var seen: [Name: String] = [:]
      for member in members {
        let name = Name(member.name)
        let twin = seen.updateValue(member.name, forKey: name)
        if let twin { findings.append(.duplicateNames(twin, member.name, pointer: pointer)) }
        check(member.value, pointer: "\(pointer)/\(member.name)", &findings)
      }
    case .null, .boolean, .number, .string: break
    }
  }
}
