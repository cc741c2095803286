internal import Composition
internal import Conformance
internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Printing
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
      let reading = try world.stopwatch.measure(.intake) { () throws(PublishingFailure) in
        try PeriodReader(world: world).read(request.period)
      }
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
  private var harvest: BuildHarvest

  static let untouched = "chưa ghi gì vào thư mục kết quả"

  init(request: BuildRequest, world: World, reading: PeriodReading) {
    self.request = request
    self.world = world
    self.reading = reading
    findings = reading.findings
    harvest = BuildHarvest(keepsGoing: request.keepGoing)
  }

  /// Goes from room to room, and stops behind the first in which an error was found.
  ///
  /// With `--keep-going` a paper that cannot be composed or has no template is left out. Errors in
  /// the data and in the rules stop the run all the same: any paper might be wrong for them.
  mutating func result() async throws(PublishingFailure) -> RunResult {
    guard let dossier = reading.dossier else { return stopped }
    let law = try AppliedLaw.read(request.regulations, in: world)
    var review = world.stopwatch.measure(.rules) { ReviewOutcomes(of: dossier, under: law) }
    findings += review.told(at: request.stage)
    guard !findings.hasErrors else { return stopped }
    let kinds = world.stopwatch.measure(.composition) { survey(dossier, review) }
    guard goesOn, !kinds.allSatisfy(\.papers.isEmpty) else { return stopped }
    var printing = try paperPrinting()
    guard goesOn else { return stopped }
    let templates = try await loadTemplates(for: kinds)
    guard goesOn else { return stopped }
    let profile = OfficeProfile.json(dossier)
    let jobs = FillJobs(
      orders: ComposedOrders(kinds, of: dossier, decisions: review.decisions, packs: review.packs),
      templates: Dictionary(grouping: templates, by: \.name).mapValues { $0.map(\.loaded) },
      published: request.formats, printed: request.printedFormat, limits: world.limits,
      office: OfficeFacts(profile),
      stopwatch: world.stopwatch)
    return try await publish(
      jobs, of: kinds, &printing, templates.map(\.loaded), profile, review)
  }

  private var goesOn: Bool { request.keepGoing || !findings.hasErrors }

  private var stopped: RunResult { RunResult(findings, tail: Self.untouched) }

  /// The papers asked for, and everything wrong with them, without their data.
  private mutating func survey(_ dossier: Dossier, _ review: ReviewOutcomes) -> [SurveyedKind] {
    let surveyed = Composition.survey(
      dossier, decisions: review.decisions, packs: review.packs, at: request.stage)
    findings += surveyed.findings
    let kinds = (surveyed.value ?? []).filter {
      request.only.isEmpty || request.only.contains($0.kind)
    }
    harvest.begin(kinds)
    if kinds.allSatisfy(\.papers.isEmpty), !findings.hasErrors {
      findings.append(.nothingToBuild(request.only.map(\.rawValue)))
    }
    return kinds
  }

  /// The templates of the papers, each compiled once, in the formats asked for.
  private mutating func loadTemplates(
    for kinds: [SurveyedKind]
  ) async throws(PublishingFailure) -> [(name: String, loaded: TemplateStore.Loaded)] {
    let store = TemplateStore(
      world: world, overriding: request.templates, period: request.period)
    var found: [(name: String, loaded: TemplateStore.Loaded)] = []
    let wanted = kinds.filter { !$0.papers.isEmpty }.map(\.kind.rawValue)
      .flatMap { name in request.filledFormats.map { (name: name, format: $0) } }
    let stopwatch = world.stopwatch
    let compiling = OrderedWork(jobs: wanted, workers: world.workers) { job in
      Result { () throws(PublishingFailure) in
        try stopwatch.measure(.templates) { () throws(PublishingFailure) in
          try store.load(job.name, format: job.format)
        }
      }
    }
    try await compiling.run { (job, result) throws(PublishingFailure) in
      let compiled = try result.get()
      findings += compiled.findings
      if let loaded = compiled.value {
        found.append((job.name, loaded))
      } else {
        for kind in kinds where kind.kind.rawValue == job.name {
          harvest.lose(kind, compiled.findings.filter { $0.severity == .error })
        }
      }
    }
    if let folder = store.overriding, !found.isEmpty, !findings.hasErrors,
      !found.contains(where: { PathText.folder($0.loaded.path) == folder })
    {
      findings.append(.templateFolderUnused(folder, names: found.map(\.loaded.fileName)))
    }
    return found
  }

  /// LibreOffice, looked for before anything is filled; nil when no PDF is asked for.
  private mutating func paperPrinting() throws(PublishingFailure) -> PaperPrinting? {
    guard request.pdf else { return nil }
    do throws(PrintingFailure) { return try PaperPrinting(world.printing) } catch {
      try note(error)
      return nil
    }
  }

  private mutating func print(
    _ printing: PaperPrinting?, into staging: inout StagingFolder
  ) async throws(PublishingFailure) -> PaperPrinting.Outcome {
    guard let printing else { return PaperPrinting.Outcome() }
    do throws(PrintingFailure) {
      let outcome = try await printing.print(
        into: &staging, listedIn: &harvest.documents, workers: world.workers)
      harvest.documents.sort()
      findings += outcome.findings
      return outcome
    } catch {
      try note(error)
      return PaperPrinting.Outcome()
    }
  }

  private mutating func note(_ failure: PrintingFailure) throws(PublishingFailure) {
    if case .file(let failure) = failure { throw failure }
    findings.append(failure.diagnostic)
  }

  /// Fills the documents, several at a time, and writes them in the order of the list, then what
  /// lies beside them.
  private mutating func publish(
    _ jobs: FillJobs, of kinds: [SurveyedKind], _ printing: inout PaperPrinting?,
    _ templates: [TemplateStore.Loaded], _ profile: JSONValue, _ review: ReviewOutcomes
  ) async throws(PublishingFailure) -> RunResult {
    let target = PathText.join(request.output, reading.name)
    var staging = try StagingFolder(
      target: target, replacing: request.force ? .anyFolder : .ownFolder, program: world.program,
      files: world.files)
    // What is printed is made anew: a PDF is made from the bytes at hand.
    let maker = DocumentMaker(
      former: printing == nil ? staging.former : nil,
      office: SHA256Sum(of: JSONWriter.compact(profile)),
      stopwatch: world.stopwatch)
    var progress = BuildProgress(total: jobs.count(of: kinds))
    let filling = OrderedWork(jobs: jobs, workers: world.workers) { maker.make($0) }
    try await filling.run { (job, made) throws(PublishingFailure) in
      let content = try world.stopwatch.measure(.writing) { () throws(PublishingFailure) in
        try harvest.receive(job, made, into: &staging)
      }
      if job.isPrinted, let content { try printing?.take(job, content) }
      progress.done += 1
      world.report?(progress)
    }
    findings += harvest.told { [reading, world] in
      DataTexts(of: reading, in: $0, world: world)
    }
    guard goesOn else { return stopped }
    let printed = try await print(printing, into: &staging)
    guard goesOn, harvest.documents.count > 0 else { return stopped }
    var manifest = Manifest(
      period: reading.name, generator: .thidua(World.version),
      inputs: reading.inputs.map(\.source),
      templates: templates.map { Manifest.Source(path: $0.fileName, sha256: $0.sha256) },
      documents: harvest.documents.records,
      findings: LazyRecords(findings) { [reading, regulations = request.regulations] finding in
        finding.relative(to: reading, regulations)
      })
    for file in jobs.orders.companions {
      manifest.files.append(try staging.write(JSONWriter.pretty(file.content), to: file.path))
    }
    manifest.regulations = review.law.files
    manifest.missing = harvest.missing
    manifest.files += printed.files
    manifest.converter = printing?.converter
    manifest.office = profile
    manifest.decisions = review.records
    let start = Stopwatch.now
    findings += try staging.publish(manifest, committing: world.commit)
    world.stopwatch?.add(Stopwatch.now - start, to: .publishing)
    return RunResult(
      findings, status: findings.hasErrors ? .data : nil,
      tail: [review.summary, harvest.summary(target)].compactMap(\.self).joined(separator: "; "))
  }
}

extension Diagnostic {
  /// The finding with its file named relative to the period's folder, so that a manifest does
  /// not depend on where the command ran.
  ///
  /// A file that is missing is named beside those that were read from its folder; a pack of rules
  /// given with `--regulations` by its name alone.
  fileprivate func relative(to reading: PeriodReading, _ regulations: String?) -> Diagnostic {
    guard let file = place.file else { return self }
    let folder = PathText.folder(file)
    if let regulations, folder == PathText.normalised(regulations) {
      var finding = self
      finding.place.file = PathText.name(file)
      return finding
    }
    let read = reading.inputs.first { $0.file == file }?.source.path
    let beside = reading.inputs.first { PathText.folder($0.file) == folder }?.source.path
    var finding = self
    finding.place.file =
      read ?? beside.map { PathText.join(PathText.folder($0), PathText.name(file)) } ?? file
    return finding
  }
}
