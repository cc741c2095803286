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
    let untouched = "chưa ghi gì vào thư mục kết quả"
    do throws(PublishingFailure) {
      guard try world.isFolder(request.period) else {
        return RunResult([.noPeriod(request.period)], tail: untouched)
      }
      if let folder = request.templates, try !world.isFolder(folder) {
        return RunResult([.noTemplateFolder(folder)], tail: untouched)
      }
      let reading = try PeriodReader(world: world).read(request.period)
      guard let dossier = reading.dossier else {
        return RunResult(reading.findings, tail: untouched)
      }
      let composed = Composition.compose(dossier)
      var findings = reading.findings + composed.findings
      guard !findings.hasErrors, let all = composed.value else {
        return RunResult(findings, tail: untouched)
      }
      let orders = all.filter { request.only.isEmpty || request.only.contains($0.kind) }
      guard !orders.isEmpty else {
        // An empty folder would take the place of the one before.
        findings.append(.nothingToBuild(request.only.map(\.rawValue)))
        return RunResult(findings, tail: untouched)
      }
      let loaded = try loadTemplates(for: orders, request, world)
      findings += loaded.findings
      guard !findings.hasErrors, let templates = loaded.value else {
        return RunResult(findings, tail: untouched)
      }
      let jobs = orders.flatMap { order in
        request.formats.compactMap { format in
          templates.first { $0.kind == order.kind && $0.loaded.template.format == format }
            .map { FillJob(order: order, template: $0.loaded) }
        }
      }
      return try await publish(
        jobs, templates.map(\.loaded), reading, dossier, findings, request, world)
    } catch {
      return RunResult(error, tail: untouched)
    }
  }

  private static func loadTemplates(
    for orders: [DocumentOrder], _ request: BuildRequest, _ world: World
  ) throws(PublishingFailure) -> Diagnosed<[(kind: DocumentKind, loaded: TemplateStore.Loaded)]> {
    let store = TemplateStore(
      world: world, overriding: request.templates, period: request.period)
    var found: [(kind: DocumentKind, loaded: TemplateStore.Loaded)] = []
    var findings: [Diagnostic] = []
    for kind in DocumentKind.allCases where orders.contains(where: { $0.kind == kind }) {
      for format in request.formats {
        let result = try store.load(kind.rawValue, format: format)
        findings += result.findings
        if let loaded = result.value { found.append((kind, loaded)) }
      }
    }
    if let folder = store.overriding, !found.isEmpty, !findings.hasErrors,
      !found.contains(where: { PathText.folder($0.loaded.path) == folder })
    {
      findings.append(.templateFolderUnused(folder, names: found.map(\.loaded.fileName)))
    }
    return Diagnosed(found, findings)
  }

  /// Fills the documents, several at a time, and writes them in the order of the list.
  private static func publish(
    _ jobs: [FillJob], _ templates: [TemplateStore.Loaded], _ reading: PeriodReading,
    _ dossier: Dossier, _ before: [Diagnostic], _ request: BuildRequest, _ world: World
  ) async throws(PublishingFailure) -> RunResult {
    let target = PathText.join(request.output, reading.name)
    var staging = try StagingFolder(
      target: target, replacing: request.force ? .anyFolder : .ownFolder, files: world.files)
    var findings = before
    var documents: [Manifest.Document] = []
    // A window of documents at a time bounds what is held in memory.
    let window = world.workers * 8
    for start in stride(from: 0, to: jobs.count, by: window) {
      let slice = Array(jobs[start..<min(start + window, jobs.count)])
      for (job, result) in zip(slice, await FillJob.run(slice, workers: world.workers)) {
        findings += result.findings
        guard let bytes = result.value, !findings.hasErrors else { continue }
        let file = try staging.write(bytes, to: job.path)
        documents.append(job.document(file))
      }
    }
    guard !findings.hasErrors else {
      return RunResult(findings, tail: "chưa ghi gì vào thư mục kết quả")
    }
    var manifest = Manifest(
      period: reading.name, generator: .thidua(World.version),
      inputs: reading.inputs.map {
        Manifest.Source(path: $0.path, sha256: SHA256Hex.of($0.file.bytes))
      },
      templates: templates.map { Manifest.Source(path: $0.fileName, sha256: $0.sha256) },
      documents: documents, findings: findings.map { $0.relative(to: reading) })
    manifest.office = OfficeProfile.json(dossier)
    findings += try staging.publish(manifest)
    return RunResult(findings, tail: "đã ghi \(documents.count) văn bản vào \(target)")
  }
}

/// One document to fill.
struct FillJob: Sendable {
  let order: DocumentOrder
  let template: TemplateStore.Loaded

  private var format: DocumentFormat { template.template.format }

  /// The path inside the published folder.
  var path: String { "\(order.kind.rawValue)/\(order.fileStem).\(format.rawValue)" }

  func fill() -> Diagnosed<[UInt8]> { template.template.render(order.data) }

  func document(_ file: WrittenFile) -> Manifest.Document {
    Manifest.Document(
      id: order.id, kind: order.kind.rawValue, format: format.rawValue, file: file,
      subject: order.subject, template: template.fileName,
      state: order.state == .issued ? .issued : .draft, form: order.form.rawValue,
      medium: order.medium == .paper ? .paper : .electronic)
  }

  /// Fills documents with a bounded number of workers; results in the order of the jobs.
  static func run(_ jobs: [FillJob], workers: Int) async -> [Diagnosed<[UInt8]>] {
    await withTaskGroup(of: (Int, Diagnosed<[UInt8]>).self) { group in
      var results: [Diagnosed<[UInt8]>?] = Array(repeating: nil, count: jobs.count)
      var next = 0
      while next < min(workers, jobs.count) {
        let (index, job) = (next, jobs[next])
        group.addTask { (index, job.fill()) }
        next += 1
      }
      for await (index, result) in group {
        results[index] = result
        guard next < jobs.count else { continue }
        let (following, job) = (next, jobs[next])
        group.addTask { (following, job.fill()) }
        next += 1
      }
      return results.compactMap { $0 }
    }
  }
}

extension Diagnostic {
  /// The finding with its file named relative to the period's folder, so that a manifest does
  /// not depend on where the command ran.
  fileprivate func relative(to reading: PeriodReading) -> Diagnostic {
    var finding = self
    finding.place.file = reading.inputs.first { $0.file.path == place.file }?.path ?? place.file
    return finding
  }
}

/// What a later check of the documents must know of the office.
enum OfficeProfile {
  static func json(_ dossier: Dossier) -> JSONValue {
    let office = dossier.office
    return [
      "ma": .string(office.symbol),
      "ten": .string(office.name),
      "tieu_de": .strings(office.heading),
      "dia_danh": .string(office.placeName),
      "chuc_danh_dung_dau": .string(office.headPost),
      "don_vi": .array(
        dossier.units.map { unit in
          [
            "ma": .string(unit.id.text), "ten": .string(unit.name),
            "ky_hieu": .string(unit.symbol),
            "co_so_van_ban": JSONValue(.boolean(unit.hasNumberSeries)),
          ]
        }),
    ]
  }
}
