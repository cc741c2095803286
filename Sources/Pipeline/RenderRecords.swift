internal import Diagnostics
internal import LocatedJSON
internal import Publishing
package import Templating

extension Pipeline {
  /// `thidua render --records`: fills one template with each record of a file and publishes the
  /// documents as one folder, or nothing.
  package static func render(_ request: RecordsRequest, in world: World) async -> RunResult {
    do throws(PublishingFailure) {
      var run = RecordsRun(request: request, world: world)
      return try await run.result()
    } catch {
      return RunResult(error, tail: RecordsRun.untouched)
    }
  }
}

/// What `thidua render --records` is asked for.
package struct RecordsRequest: Sendable {
  /// The template.
  package var template: String
  /// The file of JSON lines.
  package var records: String
  /// The folder to write.
  package var output: String
  /// How the files are named, as text with tags; by the record's number unless said.
  package var name: String?
  /// The pairs of signs that are read as tags.
  package var delimiters = Delimiters.families
  /// What a missing name becomes.
  package var missing = MissingPolicy.error
  /// True when a folder that is not ours may be replaced.
  package var force = false
  /// How much the file may hold.
  var limits = RecordLimits.standard

  /// Creates a request; what is not given is the contract's default.
  package init(template: String, records: String, output: String) {
    self.template = template
    self.records = records
    self.output = output
  }
}

/// A run over many records: what was found and written so far.
private struct RecordsRun {
  let request: RecordsRequest
  let world: World
  private var report: RecordReport
  private var findings: [Diagnostic] = []
  private var documents: [(number: Int, file: WrittenFile)] = []
  /// The names taken, and the line that took each; for look-up only.
  private var lines: [String: Int] = [:]
  private var records = 0
  private var hash = SHA256Sum(of: [])

  static let untouched = "chưa ghi gì vào thư mục kết quả"

  init(request: RecordsRequest, world: World) {
    self.request = request
    self.world = world
    report = RecordReport(limit: request.limits.findings)
  }

  mutating func result() async throws(PublishingFailure) -> RunResult {
    _ = try FileStream(request.records)  // What cannot be read is told before anything is made.
    let read = try Pipeline.readTemplate(request.template, world)
    findings += read.findings
    guard let bytes = read.value else { return stopped }
    let compiled = Template.compile(
      bytes, name: request.template, delimiters: request.delimiters,
      limits: world.limits.compile)
    findings += compiled.findings
    let pattern = request.name.map {
      TextTemplate.compile($0, at: Place(context: "--name “\($0)”"), delimiters: request.delimiters)
    }
    findings += pattern?.findings ?? []
    guard let template = compiled.value, !findings.hasErrors else { return stopped }
    let filler = RecordFiller(
      template: template, pattern: pattern?.value, file: request.records, missing: request.missing,
      limits: request.limits, safety: world.limits,
      pictures: .files(beside: request.records))
    var staging = try StagingFolder(
      target: PathText.normalised(request.output),
      replacing: request.force ? .anyFolder : .ownFolder, files: world.files)
    let filling = OrderedWork(
      jobs: RecordLines(path: request.records, limits: request.limits), workers: world.workers
    ) { filler.fill($0) }
    try await filling.run { (line, filled) throws(PublishingFailure) in
      try receive(line, filled, template.format, &staging)
    }
    if records == 0, !report.hasErrors { findings.append(.noRecords(request.records)) }
    findings += report.findings
    guard !findings.hasErrors else { return stopped }
    let manifest = Manifest(
      period: PathText.name(PathText.normalised(request.output)), generator: .thidua(World.version),
      inputs: [Manifest.Source(path: PathText.name(request.records), sha256: hash)],
      templates: [
        Manifest.Source(path: PathText.name(request.template), sha256: SHA256Sum(of: bytes))
      ], documents: records(template.format), findings: LazyRecords(findings, Self.named))
    findings += try staging.publish(manifest)
    return RunResult(findings, tail: "đã ghi \(records) văn bản vào \(request.output)")
  }

  private var stopped: RunResult { RunResult(findings, tail: Self.untouched) }

  /// Takes what was made of one piece of the file, in the file's order.
  private mutating func receive(
    _ line: RecordLine, _ filled: FilledRecord, _ format: DocumentFormat,
    _ staging: inout StagingFolder
  ) throws(PublishingFailure) {
    let (path, limits) = (request.records, request.limits)
    if let refusal = try line.refusal(in: path, limits) {
      report.add(refusal.findings, line: refusal.line, isSingle: true)
    }
    switch line {
    case .failed, .tooLong, .spread, .tooMany: break
    case .end(let sha256): hash = sha256
    case .record(let record):
      records += 1
      report.add(filled.faults, line: record.line, isSingle: true)
      report.add(filled.findings, line: record.line)
      guard let name = filled.name else { return }
      if let first = lines.updateValue(record.line, forKey: RecordNames.key(name)) {
        lines[RecordNames.key(name)] = first
        report.add(
          [.sameName(name, first: first, at: record.place(in: path))], line: record.line,
          isSingle: true)
      }
      // After an error the others are filled for their findings only.
      guard let content = filled.content, !report.hasErrors else { return }
      let file = try staging.write(content, to: "\(name).\(format.rawValue)")
      documents.append((record.number, file))
    }
  }

  /// What the manifest says of each document.
  private func records(_ format: DocumentFormat) -> any Sequence<Manifest.Document> & Sendable {
    LazyRecords(documents) { [kind, template = PathText.name(request.template)] number, file in
      Manifest.Document(
        id: RecordNames.numbered(number), kind: kind, format: format.rawValue, file: file,
        template: template, state: .draft)
    }
  }

  /// The template's name without its ending: the office's own templates are named after kinds.
  private var kind: String {
    let name = PathText.name(request.template)
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// The finding with its file named without folders, so that a manifest does not depend on where
  /// the command ran.
  @Sendable
  private static func named(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.place.file = finding.place.file.map(PathText.name)
    return finding
  }
}
