internal import Diagnostics
internal import LocatedJSON
internal import Publishing
package import Templating

extension Pipeline {
  /// `thidua merge-print`: fills one template with each record of a file, into one document that is
  /// ready to print, or writes nothing.
  package static func merge(_ request: MergeRequest, in world: World) async -> RunResult {
    do throws(PublishingFailure) {
      return try await merged(request, world)
    } catch {
      return RunResult(error, tail: MergeRequest.untouched)
    }
  }

  private static func merged(
    _ request: MergeRequest, _ world: World
  ) async throws(PublishingFailure) -> RunResult {
    _ = try FileStream(request.records)  // What cannot be read is told before anything is made.
    let compiled = MergeTemplate.compile(
      try world.files.read(request.template), name: request.template,
      delimiters: request.delimiters)
    var findings = compiled.findings
    guard let template = compiled.value else {
      return RunResult(findings, tail: MergeRequest.untouched)
    }
    guard request.output.lowercased().hasSuffix(".\(template.format.rawValue)") else {
      findings.append(.outputSuffix(request.output, format: template.format))
      return RunResult(findings, status: .usage, tail: MergeRequest.untouched)
    }
    var run = MergeRun(request: request, template: template)
    let reader = RecordReader(file: request.records, limits: request.limits)
    let reading = OrderedWork(
      jobs: RecordLines(path: request.records, limits: request.limits), workers: world.workers
    ) { reader.read($0) }
    try await reading.run { (line, read) throws(PublishingFailure) in
      try run.receive(line, read)
    }
    let records = run.records
    let (document, found) = run.finish()
    findings += found
    guard let document, !findings.hasErrors else {
      return RunResult(findings, tail: MergeRequest.untouched)
    }
    try FilePublisher.write(document, to: request.output, files: world.files)
    return RunResult(findings, tail: "đã ghép \(records) bản ghi vào \(request.output)")
  }
}

/// What `thidua merge-print` is asked for.
package struct MergeRequest: Sendable {
  /// The template.
  package var template: String
  /// The file of JSON lines.
  package var records: String
  /// The document to write.
  package var output: String
  /// The pairs of signs that are read as tags.
  package var delimiters = Delimiters.families
  /// What a missing name becomes.
  package var missing = MissingPolicy.error
  /// How much the file may hold.
  var limits = RecordLimits.standard

  static let untouched = "chưa ghi tệp nào"

  /// Creates a request; what is not given is the contract's default.
  package init(template: String, records: String, output: String) {
    self.template = template
    self.records = records
    self.output = output
  }
}

/// A run over many records: the document so far, and what was found.
private struct MergeRun: ~Copyable {
  private let request: MergeRequest
  private var printer: MergePrinter
  private var report: RecordReport
  /// The record that waits in the printer: its findings come with the next.
  private var last: RecordLine.Record?
  private(set) var records = 0

  init(request: MergeRequest, template: MergeTemplate) {
    self.request = request
    printer = template.printer(
      missing: request.missing, pictures: .files(beside: request.records))
    report = RecordReport(limit: request.limits.findings)
  }

  /// Takes what was read of one piece of the file, in the file's order.
  mutating func receive(_ line: RecordLine, _ read: ReadRecord) throws(PublishingFailure) {
    if let findings = try line.refusal(in: request.records, request.limits) {
      report.add(findings.findings, line: findings.line, isSingle: true)
    }
    guard case .record(let record) = line else { return }
    records += 1
    report.add(read.faults, line: record.line, isSingle: true)
    guard let data = read.value else { return }
    tell(printer.add(data))
    last = record
  }

  private mutating func tell(_ findings: [Diagnostic]) {
    guard let last else { return }
    let place = last.place(in: request.records)
    report.add(findings.map { $0.moved(to: place) }, line: last.line)
  }

  /// The document, unless something was wrong, and all that was found.
  consuming func finish() -> (document: [UInt8]?, findings: [Diagnostic]) {
    var report = report
    let (request, last, records) = (request, last, records)
    let printed = printer.finish()
    if let last {
      let place = last.place(in: request.records)
      report.add(printed.findings.map { $0.moved(to: place) }, line: last.line)
    }
    var findings = report.findings
    if records == 0, !report.hasErrors { findings.append(.noRecords(request.records)) }
    return (printed.value, findings)
  }
}
