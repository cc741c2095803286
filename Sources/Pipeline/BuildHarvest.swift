internal import Composition
internal import Diagnostics
internal import Dossier
internal import Publishing

/// What a build has brought in so far: the documents written, those that are missing, the faults.
struct BuildHarvest {
  /// True when what is good is published although something is missing (`--keep-going`).
  let keepsGoing: Bool
  /// The documents written; PDFs are put in by whoever prints them.
  var documents = WrittenDocuments(of: [])
  private(set) var missing: [Manifest.Missing] = []
  /// What was found while documents were filled.
  private var findings: [Diagnostic] = []
  /// What the checks of form found in all documents.
  private var form = FormFindings()
  /// How many documents an earlier run had made already.
  private(set) var taken = 0

  init(keepsGoing: Bool) { self.keepsGoing = keepsGoing }

  /// Takes what was made of an order, in the order of the list.
  ///
  /// - Returns: the document, when it was made just now and is good.
  mutating func receive(
    _ job: FillJob, _ made: DocumentMaker.Made, into staging: inout StagingFolder
  ) throws(PublishingFailure) -> HashedBytes? {
    switch (made.source, made.key) {
    case (.former(let former), let key?):
      guard isWriting else { return nil }
      add(try staging.take(former, to: job.path, madeOf: key), of: job)
      taken += 1
    case (.filled(let filled), let key):
      findings += filled.findings
      form.add(filled.form)
      let faults = filled.faults
      if !faults.isEmpty { lose(job, faults) }
      guard let content = filled.content, faults.isEmpty, isWriting else { return nil }
      guard job.isPublished else { return content }
      // A document about which something was said is made again, so that it is said again.
      let key = filled.isClean ? key : nil
      add(try staging.write(content, to: job.path, madeOf: key), of: job)
      return content
    case (.former, nil): break
    }
    return nil
  }

  private mutating func add(_ file: WrittenFile, of job: FillJob) {
    documents.add(file, of: job.order, from: job.template.fileName, as: job.format)
  }

  /// What was found in all documents, told once: nothing of it is kept.
  ///
  /// `data` looks for paragraphs in the period's data.
  mutating func told(_ data: ([String]) -> DataTexts) -> [Diagnostic] {
    defer { (findings, form) = ([], FormFindings()) }
    return findings + form.diagnostics(data)
  }

  /// After an error the others are filled for their findings only, unless the good ones are wanted.
  private var isWriting: Bool { keepsGoing || missing.isEmpty }

  private mutating func lose(_ job: FillJob, _ faults: [Diagnostic]) {
    missing.append(
      Manifest.Missing(
        kind: job.order.kind.rawValue, subject: job.order.subject,
        because: "\(job.path): \(Self.sentence(faults))"))
  }

  /// Takes the papers of the build, and notes those that could not be composed.
  mutating func begin(_ kinds: [SurveyedKind]) {
    documents = WrittenDocuments(of: kinds)
    for kind in kinds {
      missing += kind.faults.map { fault in
        Manifest.Missing(kind: kind.kind.rawValue, subject: nil, because: fault.message)
      }
    }
  }

  /// Notes the papers of a kind whose template is at fault or not there.
  mutating func lose(_ surveyed: SurveyedKind, _ faults: [Diagnostic]) {
    let sentence = Self.sentence(faults)
    missing += surveyed.papers.map { paper in
      Manifest.Missing(
        kind: surveyed.kind.rawValue, subject: paper.subject, because: sentence)
    }
  }

  /// What was written where, in one line.
  func summary(_ target: String) -> String {
    var parts = ["đã ghi \(documents.count) văn bản vào \(target)"]
    if taken > 0 { parts.append("trong đó \(taken) văn bản không đổi, lấy lại từ lần trước") }
    if !missing.isEmpty {
      parts.append("thiếu văn bản vì \(missing.count) lỗi, xem “missing” trong manifest.json")
    }
    return parts.joined(separator: "; ")
  }

  private static func sentence(_ faults: [Diagnostic]) -> String {
    faults.map(\.message).joined(separator: "; ")
  }
}
