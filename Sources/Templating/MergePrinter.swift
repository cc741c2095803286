public import Diagnostics
public import LocatedJSON
internal import ZipContainer

/// Fills a template record by record; what is made is compressed at once, so that memory holds one
/// record, and the compressed document.
public struct MergePrinter: ~Copyable {
  private let template: Template
  private let missing: MissingPolicy
  private let limits: RenderLimits
  private let pictures: PictureSource
  private let body: (index: Int, name: String, program: Program)?
  private var renderer: Renderer?
  private let spool: Spool
  /// The record that waits: whether it is the last one shows when another comes.
  private var waiting: JSONValue?
  private var count = 0
  /// True when a record before had an error: what follows is filled for its findings only.
  private var hasFailed = false

  init(
    template: Template, missing: MissingPolicy, limits: RenderLimits, pictures: PictureSource
  ) {
    self.template = template
    self.missing = missing
    self.limits = limits
    self.pictures = pictures
    body =
      template.parts.enumerated().lazy.compactMap { index, part in
        guard let (name, program) = part.program, program.records != nil else { return nil }
        return (index, name, program)
      }.first
    spool = Spool(name: body?.name ?? "")
  }

  /// Adds a record, normalised to NFC by who made it.
  ///
  /// - Returns: what was found in the record before; the last one's findings come from
  ///   ``finish()``.
  public mutating func add(_ record: JSONValue) -> [Diagnostic] {
    defer { waiting = record }
    return waiting.map { write($0, isLast: false) } ?? []
  }

  /// Writes the record that waits, and the document.
  ///
  /// - Returns: the document, or none when a finding of any record was an error, or there was no
  ///   record; and the findings of the last record and of what the records share.
  public consuming func finish() -> Diagnosed<[UInt8]> {
    var findings = waiting.map { write($0, isLast: true) } ?? []
    guard let (index, _, program) = body, var renderer = take(), let records = program.records,
      count > 0
    else { return Diagnosed(nil, findings) }
    renderer.run(records.upperBound..<program.instructions.count, spool.write)
    renderer.flush(spool.write)
    renderer.compareSigns()
    findings += renderer.takeFindings()
    // Properties of the document speak of no single record.
    var maker = DocumentMaker(
      template: template, data: [:], keys: KeyIndex([:]), missing: .blank, limits: limits,
      pictures: pictures)
    maker.shared = renderer.shared
    do throws(ZipFailure) {
      maker.take(try spool.entry(styles: renderer.madeStyles), at: index)
      let bytes = try maker.document(from: .text)
      findings += maker.findings
      return Diagnosed(hasFailed || findings.hasErrors ? nil : bytes, findings)
    } catch {
      return Diagnosed(
        nil, findings + [.notAPackage(error.message, help: error.help, at: .nowhere)])
    }
  }

  private mutating func write(_ record: JSONValue, isLast: Bool) -> [Diagnostic] {
    guard let (_, name, program) = body, let records = program.records else { return [] }
    let keys = KeyIndex(record)
    guard !keys.findings.hasErrors else {
      hasFailed = true
      return keys.findings
    }
    count += 1
    let scopes = Scopes(record: record, ordinal: count, isLast: isLast, keys: keys)
    if var renderer = take() {
      renderer.scopes = scopes
      renderer.run(records, spool.write)
      return end(&renderer)
    }
    var renderer = Renderer(
      program, part: name, format: template.format, data: record, keys: keys, missing: missing,
      limits: limits, pictures: pictures, shared: SharedState(numbers: template.numbers),
      frames: template.frames)
    renderer.scopes = scopes
    if program.needsRehearsal, let head = program.instructions.firstIndex(of: .cuttingStyles) {
      // The styles are known when all records are: they are written then.
      renderer.run(0..<(head + 1), spool.write)
      renderer.flush(spool.write)
      spool.waitForStyles()
      renderer.run((head + 1)..<records.lowerBound, spool.write)
    } else {
      renderer.run(0..<records.lowerBound, spool.write)
    }
    renderer.run(records, spool.write)
    return end(&renderer)
  }

  /// The renderer, which is held by nobody else while it writes.
  private mutating func take() -> Renderer? {
    defer { renderer = nil }
    return renderer
  }

  private mutating func end(_ renderer: inout Renderer) -> [Diagnostic] {
    let findings = renderer.takeFindings()
    if findings.hasErrors { hasFailed = true }
    self.renderer = renderer
    return findings
  }
}
