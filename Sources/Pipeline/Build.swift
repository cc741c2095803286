internal import Composition
internal import Diagnostics
internal import Dossier
internal import Intake
internal import LocatedJSON
internal import Publishing
internal import Templating

extension Pipeline {
  /// `thidua build`: check, compose, fill and publish every document of the period, or nothing.
  package static func build(_ request: BuildRequest, in world: World) async -> RunResult {
    do throws(PublishingFailure) {
      guard try world.isFolder(request.period) else {
        return RunResult([.noPeriod(request.period)], tail: BuildRun.untouched)
      }
      if let folder = request.templates, try !world.isFolder(folder) {
        return RunResult([.noTemplateFolder(folder)], tail: BuildRun.untouched)
      }
      let reading = try PeriodReader(world: world).read(request.period)
      var run = BuildRun(request: request, world: world, reading: reading)
      return try await run.result()
    } catch {
      return RunResult(error, tail: BuildRun.untouched)
    }
  }
}

/// A build under way: what was read, and what has been found so far.
private struct BuildRun {
  let request: BuildRequest
  let world: World
  let reading: PeriodReading
  private var findings: [Diagnostic]

  static let untouched = "chưa ghi gì vào thư mục kết quả"

  init(request: BuildRequest, world: World, reading: PeriodReading) {
    self.request = request
    self.world = world
    self.reading = reading
    findings = reading.findings
  }

  /// Goes from room to room, and stops behind the first in which an error was found.
  mutating func result() async throws(PublishingFailure) -> RunResult {
    guard let dossier = reading.dossier else { return stopped }
    let review = ReviewOutcomes(of: dossier)
    findings += review.findings(at: request.stage)
    guard !findings.hasErrors else { return stopped }
    let orders = orders(of: dossier, review)
    guard !findings.hasErrors else { return stopped }
    let templates = try await loadTemplates(for: orders)
    guard !findings.hasErrors else { return stopped }
    let jobs = orders.flatMap { order in
      templates.filter { $0.name == order.templateName }
        .map { FillJob(order: order, template: $0.loaded, limits: world.limits.render) }
    }
    return try await publish(
      jobs, orders.compactMap(\.companion), templates.map(\.loaded), dossier, review)
  }

  private var stopped: RunResult { RunResult(findings, tail: Self.untouched) }

  /// The papers asked for.
  private mutating func orders(of dossier: Dossier, _ review: ReviewOutcomes) -> [DocumentOrder] {
    let composed = Composition.compose(
      dossier, decisions: review.decisions, packs: review.packs, at: request.stage)
    findings += composed.findings
    let wanted = (composed.value ?? []).filter {
      request.only.isEmpty || request.only.contains($0.kind)
    }
    if wanted.isEmpty, !findings.hasErrors {
      findings.append(.nothingToBuild(request.only.map(\.rawValue)))
    }
    return wanted
  }

  /// The templates of the papers, each compiled once, in the formats asked for.
  private mutating func loadTemplates(
    for orders: [DocumentOrder]
  ) async throws(PublishingFailure) -> [(name: String, loaded: TemplateStore.Loaded)] {
    let store = TemplateStore(
      world: world, overriding: request.templates, period: request.period)
    var found: [(name: String, loaded: TemplateStore.Loaded)] = []
    var names: Set<String> = []
    let wanted = orders.map(\.templateName).filter { names.insert($0).inserted }
      .flatMap { name in request.formats.map { (name: name, format: $0) } }
    let compiling = OrderedWork(jobs: wanted, workers: world.workers) { job in
      Result { () throws(PublishingFailure) in try store.load(job.name, format: job.format) }
    }
    try await compiling.run { (job, result) throws(PublishingFailure) in
      let compiled = try result.get()
      findings += compiled.findings
      if let loaded = compiled.value { found.append((job.name, loaded)) }
    }
    if let folder = store.overriding, !found.isEmpty, !findings.hasErrors,
      !found.contains(where: { PathText.folder($0.loaded.path) == folder })
    {
      findings.append(.templateFolderUnused(folder, names: found.map(\.loaded.fileName)))
    }
    return found
  }

  /// Fills the documents, several at a time, and writes them in the order of the list, then what
  /// lies beside them.
  private mutating func publish(
    _ jobs: [FillJob], _ companions: [DataFile], _ templates: [TemplateStore.Loaded],
    _ dossier: Dossier, _ review: ReviewOutcomes
  ) async throws(PublishingFailure) -> RunResult {
    let target = PathText.join(request.output, reading.name)
    var staging = try StagingFolder(
      target: target, replacing: request.force ? .anyFolder : .ownFolder, files: world.files)
    var documents: [Manifest.Document] = []
    var faults: [Diagnostic] = []
    let filling = OrderedWork(jobs: jobs, workers: world.workers) { $0.fill() }
    try await filling.run { (job, filled) throws(PublishingFailure) in
      faults += filled.findings
      // After an error the others are filled for their findings only.
      guard let content = filled.value, !faults.hasErrors else { return }
      documents.append(job.document(try staging.write(content, to: job.path)))
    }
    findings += faults
    guard !findings.hasErrors else { return stopped }
    var manifest = Manifest(
      period: reading.name, generator: .thidua(World.version),
      inputs: reading.inputs.map { input in
        Manifest.Source(path: input.path, sha256: SHA256Hex.of(input.file.bytes))
      },
      templates: templates.map { Manifest.Source(path: $0.fileName, sha256: $0.sha256) },
      documents: documents, findings: findings.map { $0.relative(to: reading) })
    for file in companions {
      manifest.files.append(try staging.write(JSONWriter.pretty(file.content), to: file.path))
    }
    manifest.office = OfficeProfile.json(dossier)
    manifest.decisions = review.records(in: dossier)
    findings += try staging.publish(manifest)
    let written = "đã ghi \(documents.count) văn bản vào \(target)"
    return RunResult(
      findings, tail: [review.summary, written].compactMap(\.self).joined(separator: "; "))
  }
}

extension Diagnostic {
  /// The finding with its file named relative to the period's folder, so that a manifest does
  /// not depend on where the command ran.
  ///
  /// A file that is missing is named beside those that were read from its folder.
  fileprivate func relative(to reading: PeriodReading) -> Diagnostic {
    guard let file = place.file else { return self }
    let folder = PathText.folder(file)
    let read = reading.inputs.first { $0.file.path == file }?.path
    let beside = reading.inputs.first { PathText.folder($0.file.path) == folder }?.path
    var finding = self
    finding.place.file =
      read ?? beside.map { PathText.join(PathText.folder($0), PathText.name(file)) } ?? file
    return finding
  }
}
