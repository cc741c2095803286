internal import Composition
internal import Diagnostics
internal import Dossier
internal import Printing
internal import Publishing
internal import Templating

/// The PDFs of a build: of each paper one, and of each kind one file to print in one go.
struct PaperPrinting {
  /// A paper that waits for its PDF.
  private struct Waiting: Sendable {
    /// The paper, without its data.
    let order: DocumentOrder
    let template: String
    let sheet: Press.Sheet
    /// The SHA-256 of the document that the PDF is made from.
    let source: SHA256Sum
  }

  /// A PDF in memory.
  private struct Printed: Sendable {
    let paper: PrintedPaper
    let content: HashedBytes
  }

  /// What printing leaves.
  struct Outcome {
    /// A record for each print file.
    var files: [WrittenFile] = []
    /// What is wrong with the PDFs.
    var findings: [Diagnostic] = []
  }

  private let press: Press
  private var waiting: [Waiting] = []

  /// Which program makes the PDFs.
  var converter: Manifest.Program { .init(name: "LibreOffice", version: press.version) }

  /// - Throws: ``PrintingFailure`` when LibreOffice or its typeface is missing.
  init(_ setup: PrintingSetup) throws(PrintingFailure) { press = try Press(setup) }

  /// Takes a finished document, of which a PDF is to be made.
  mutating func take(_ job: FillJob, _ content: HashedBytes) throws(PublishingFailure) {
    let sheet = try press.lay(
      content.bytes, number: waiting.count, format: job.format.rawValue, path: job.order.pdfPath)
    waiting.append(
      Waiting(
        order: job.withoutData.order, template: job.template.fileName, sheet: sheet,
        source: content.sha256))
  }

  /// Makes the PDFs, several runs of LibreOffice at a time, and writes them in the order of the
  /// list; after the last of a kind its print file.
  ///
  /// Each PDF goes into the list of documents.
  func print(
    into staging: inout StagingFolder, listedIn documents: inout WrittenDocuments, workers: Int
  ) async throws(PrintingFailure) -> Outcome {
    var outcome = Outcome()
    var joined = KindPrint()
    let printing = OrderedWork(jobs: batches(workers: workers), workers: workers) { [press] batch in
      Result { () throws(PrintingFailure) in try Self.printed(batch, press) }
    }
    try await printing.run { (batch, result) throws(PrintingFailure) in
      for (waiting, printed) in zip(batch, try result.get()) {
        let order = waiting.order
        if joined.kind != order.kind {
          try joined.write(into: &staging, &outcome)
          joined = KindPrint(kind: order.kind)
        }
        outcome.findings += order.faults(of: printed.paper)
        guard outcome.findings.isEmpty else { continue }
        let file = try staging.put(printed.content, at: order.pdfPath)
        documents.add(file, of: order, from: waiting.template, as: nil)
        joined.add(printed.paper, source: waiting.source)
      }
    }
    try joined.write(into: &staging, &outcome)
    return outcome
  }

  /// How many documents one start of LibreOffice is given at most: a start takes as long as some
  /// ten documents, and what a run that dies has done is lost.
  private static var largestBatch: Int { 40 }

  private func batches(workers: Int) -> [[Waiting]] {
    let share = (waiting.count + workers - 1) / max(1, workers)
    let size = min(max(1, share), Self.largestBatch)
    return stride(from: 0, to: waiting.count, by: size).map { start in
      Array(waiting[start..<min(start + size, waiting.count)])
    }
  }

  private static func printed(
    _ batch: [Waiting], _ press: Press
  ) throws(PrintingFailure) -> [Printed] {
    let papers = try press.print(batch.map(\.sheet))
    return zip(batch, papers).map { waiting, paper in
      let bytes = paper.bytes(identity: String(waiting.source.text.prefix(32)))
      return Printed(paper: paper, content: HashedBytes(bytes))
    }
  }
}

/// The print file of one kind, as it grows.
private struct KindPrint {
  var kind: DocumentKind?
  private var file = PrintFile()
  private var pages = 0
  private var sources = SHA256Sum.Running()

  init(kind: DocumentKind? = nil) { self.kind = kind }

  mutating func add(_ paper: PrintedPaper, source: SHA256Sum) {
    file.add(paper)
    pages += paper.pageCount
    sources.add(Array(source.text.utf8))
  }

  /// Writes it when it has pages.
  func write(
    into staging: inout StagingFolder, _ outcome: inout PaperPrinting.Outcome
  ) throws(PrintingFailure) {
    guard let kind, pages > 0, outcome.findings.isEmpty else { return }
    let path = "in-\(kind.rawValue).pdf"
    let bytes = file.bytes(identity: String(sources.sum.text.prefix(32)))
    guard PrintFile.pageCount(of: bytes) == pages else { throw .unreadable(path: path) }
    outcome.files.append(try staging.put(HashedBytes(bytes), at: path))
  }
}

extension StagingFolder {
  fileprivate mutating func put(
    _ content: HashedBytes, at path: String
  ) throws(PrintingFailure) -> WrittenFile {
    do throws(PublishingFailure) { return try write(content, to: path) } catch {
      throw .file(error)
    }
  }
}

extension DocumentOrder {
  /// The path of the PDF inside the published folder.
  fileprivate var pdfPath: String { "\(id).pdf" }

  /// What is wrong with the pages of this paper.
  fileprivate func faults(of paper: PrintedPaper) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if form == .giayKhen, paper.pageCount != 1 {
      faults.append(.overfull(pdfPath, pages: paper.pageCount))
    }
    let faces = paper.strangeFaces
    if !faces.isEmpty { faults.append(.strangeFaces(pdfPath, faces)) }
    return faults
  }
}

extension Diagnostic {
  fileprivate static func overfull(_ path: String, pages: Int) -> Diagnostic {
    .error(
      Code("PL041"), "“\(path)” dài \(pages) trang, cần đúng 1 trang", at: .file(path),
      help: "rút ngắn nội dung của tờ này trong dữ liệu, hoặc sửa mẫu cho vừa một trang")
  }

  fileprivate static func strangeFaces(_ path: String, _ faces: [String]) -> Diagnostic {
    .error(
      Code("PL042"),
      "“\(path)” có chữ không in được bằng Times New Roman, LibreOffice lấy từ phông"
        + " \(faces.joined(separator: ", "))",
      at: .file(path), help: "tìm ký hiệu lạ trong dữ liệu hoặc mẫu của văn bản này rồi bỏ đi")
  }
}
