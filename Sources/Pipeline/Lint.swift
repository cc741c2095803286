internal import Conformance
internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Publishing

extension Pipeline {
  /// `thidua lint`: finished documents, their own or a stranger's, against the rules of form.
  package static func lint(_ request: LintRequest, in world: World) -> RunResult {
    var run = LintRun(request: request, world: world)
    do throws(PublishingFailure) {
      try run.readProfile()
      for path in request.paths { run.lint(path) }
      try run.writeComments()
      run.addNotes()
      try run.writeReport()
    } catch {
      return RunResult(error, after: run.findings)
    }
    return RunResult(run.findings, tail: run.tail)
  }
}

/// A run over documents under way.
private struct LintRun {
  let request: LintRequest
  let world: World
  private(set) var findings: [Diagnostic] = []
  private var office: OfficeFacts?
  /// Documents of one template have most of their parts in common.
  private let shared = SharedParts()
  private var reports: [(path: String, report: LintReport)] = []
  /// The PDF that was measured last: both formats of a document have one beside them.
  private var measured: (path: String, pages: RenderedDocument?)?

  init(request: LintRequest, world: World) {
    self.request = request
    self.world = world
  }

  var tail: String {
    let clean = reports.count { !$0.report.findings.hasErrors }
    let outputs = [request.report, request.annotated].compactMap(\.self)
    let written = outputs.isEmpty ? "" : "; đã ghi \(outputs.joined(separator: ", "))"
    return "đã soát \(reports.count) văn bản, \(clean) văn bản không có lỗi thể thức\(written)"
  }

  /// Reads `--profile`: the object that a manifest's `office` holds, or a manifest.
  mutating func readProfile() throws(PublishingFailure) {
    guard let path = request.profile else { return }
    let read = JSONReader.read(
      try world.files.read(path), file: path, limits: world.limits.json)
    findings += read.findings
    guard let root = read.value?.root else { return }
    office = OfficeFacts(root["office"] ?? root)
    if office == nil { findings.append(.badProfile(path)) }
  }

  mutating func lint(_ path: String) {
    do throws(PublishingFailure) {
      if try world.isFolder(path) {
        try lintFolder(PathText.normalised(path))
      } else {
        try lintFile(path, LintSettings())
      }
    } catch {
      findings.append(error.diagnostic)
    }
  }

  /// A published folder says of each document what it is; any other folder is only walked.
  private mutating func lintFolder(_ folder: String) throws(PublishingFailure) {
    let before = reports.count
    if let listing = try FolderListing(of: folder, files: world.files) {
      let office = OfficeFacts(listing.office)
      for document in listing.documents where Self.isDocument(document.file.path) {
        try lintFile(
          PathText.join(folder, document.file.path), LintSettings(of: document, office: office))
      }
    } else {
      try walk(folder)
    }
    if reports.count == before { findings.append(.nothingToLint(folder)) }
  }

  private mutating func walk(_ folder: String) throws(PublishingFailure) {
    for name in try world.files.names(in: folder) where !name.hasPrefix(".") {
      let path = PathText.join(folder, name)
      switch try world.files.kind(of: path) {
      case .folder: try walk(path)
      case .file where Self.isDocument(name) && !name.hasPrefix("~$"):
        try lintFile(path, LintSettings())
      default: continue
      }
    }
  }

  private mutating func lintFile(
    _ path: String, _ known: LintSettings
  ) throws(PublishingFailure) {
    // What the command line says outweighs what a manifest says.
    var settings = known
    if let kind = request.kind { settings.form = Form(rawValue: kind.facts.form.rawValue) }
    if let state = request.state { settings.state = LintSettings.State(rawValue: state) }
    if let medium = request.medium { settings.medium = LintSettings.Medium(rawValue: medium) }
    if let office { settings.office = office }
    settings.limits = world.limits.lint
    settings.shared = shared
    if path.lowercased().hasSuffix(".pdf") { return lintPDF(path, settings) }
    settings.rendered = try pages(beside: path)
    let report = Conformance.lint(try world.files.read(path), name: path, settings: settings)
    findings += report.findings
    reports.append((path, report))
  }

  private mutating func lintPDF(_ path: String, _ settings: LintSettings) {
    do throws(PDFMeasurement.Failure) {
      let pages = try PDFMeasurement.measure(path, files: world.files)
      let report = Conformance.lint(rendered: pages, name: path, settings: settings)
      findings += report.findings
      reports.append((path, report))
    } catch {
      findings.append(.pdfNotRead(path, error))
    }
  }

  /// The pages of the PDF of the same name in the same folder, if there is one that can be read.
  private mutating func pages(beside path: String) throws(PublishingFailure) -> RenderedDocument? {
    guard let dot = path.lastIndex(of: "."), Self.isDocument(path) else { return nil }
    let pdf = path[..<dot] + ".pdf"
    if let measured, measured.path == pdf { return measured.pages }
    guard case .file = try world.files.kind(of: String(pdf)) else { return nil }
    var pages: RenderedDocument?
    do throws(PDFMeasurement.Failure) {
      pages = try PDFMeasurement.measure(String(pdf), files: world.files)
    } catch {
      findings.append(.pagesNotRead(String(pdf), error))
    }
    measured = (String(pdf), pages)
    return pages
  }

  /// Writes the copy with comments that `--annotate` asks for.
  mutating func writeComments() throws(PublishingFailure) {
    guard let path = request.annotated else { return }
    guard let document = reports.first, reports.count == 1, Self.isDocument(document.path) else {
      findings.append(.annotatesOne(path, count: reports.count))
      return
    }
    let suffixes = [path, document.path].map { $0.lowercased().suffix(4) }
    guard suffixes[0] == suffixes[1], world.absolutePath(path) != world.absolutePath(document.path)
    else {
      findings.append(.badCopy(path, of: document.path))
      return
    }
    let copy = Conformance.annotate(
      try world.files.read(document.path), name: document.path,
      findings: document.report.findings, limits: world.limits.lint, day: request.commentDay)
    findings += copy.findings
    guard let bytes = copy.value else { return }
    try FilePublisher.write(bytes, to: path, files: world.files)
  }

  private static func isDocument(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".docx") || lower.hasSuffix(".odt")
  }

  /// Says once of all documents of which it is true what was not judged.
  mutating func addNotes() {
    var groups: [(key: String, report: LintReport, files: [String])] = []
    for (path, report) in reports {
      let key = report.note(on: [""])?.message ?? ""
      if let known = groups.firstIndex(where: { $0.key == key }) {
        groups[known].files.append(path)
      } else {
        groups.append((key, report, [path]))
      }
    }
    findings += groups.compactMap { $0.report.note(on: $0.files) }
  }

  /// Writes what `--report` asks for.
  func writeReport() throws(PublishingFailure) {
    guard let path = request.report else { return }
    let page = LintReportPage.html(reports)
    try FilePublisher.write(Array(page.utf8), to: path, files: world.files)
  }
}

extension Diagnostic {
  fileprivate static func badProfile(_ path: String) -> Diagnostic {
    .error(
      Code("PL010"), "“\(path)” không phải hồ sơ cơ quan", at: .file(path),
      help: "dùng một đối tượng JSON có ma, tieu_de, dia_danh, chuc_danh_dung_dau, don_vi")
  }

  fileprivate static func nothingToLint(_ path: String) -> Diagnostic {
    .error(
      Code("PL011"), "“\(path)” không có văn bản DOCX hay ODT nào", at: .file(path),
      help: "kiểm tra lại tên thư mục")
  }

  fileprivate static func pdfNotRead(
    _ path: String, _ failure: PDFMeasurement.Failure
  ) -> Diagnostic {
    // That a program is missing is no fault of the document.
    var severity = Severity.error
    if case .missing = failure { severity = .warning }
    return Diagnostic(
      severity, Code("PL012"), "chưa soát được tệp PDF “\(path)”: \(failure.message)",
      at: .file(path), help: failure.help)
  }

  fileprivate static func pagesNotRead(
    _ path: String, _ failure: PDFMeasurement.Failure
  ) -> Diagnostic {
    .info(
      Code("PL060"), "không xem được trang đã dựng ở “\(path)”: \(failure.message)",
      at: .file(path), help: failure.help)
  }

  fileprivate static func annotatesOne(_ path: String, count: Int) -> Diagnostic {
    .error(
      Code("PL061"),
      "--annotate ghi chú thích vào bản sao của một văn bản DOCX hoặc ODT; lệnh soát \(count) tệp",
      at: .file(path), help: "nêu đúng một văn bản DOCX hoặc ODT đọc được")
  }

  fileprivate static func badCopy(_ path: String, of document: String) -> Diagnostic {
    .error(
      Code("PL062"), "bản sao “\(path)” phải là tệp khác và cùng đuôi với “\(document)”",
      at: .file(path), help: "đổi tên tệp trong --annotate")
  }
}
