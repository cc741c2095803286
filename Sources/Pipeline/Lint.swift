internal import Conformance
internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Publishing
internal import Templating

extension Pipeline {
  /// `thidua lint`: finished documents, their own or a stranger's, against the rules of form.
  package static func lint(_ request: LintRequest, in world: World) -> RunResult {
    var run = LintRun(request: request, world: world)
    do throws(PublishingFailure) {
      try run.readProfile()
      for path in request.paths { run.lint(path) }
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
  private var reports: [(path: String, report: LintReport)] = []

  init(request: LintRequest, world: World) {
    self.request = request
    self.world = world
  }

  var tail: String {
    let clean = reports.count { !$0.report.findings.hasErrors }
    let written = request.report.map { "; đã ghi \($0)" } ?? ""
    return "đã soát \(reports.count) văn bản, \(clean) văn bản không có lỗi thể thức\(written)"
  }

  /// Reads `--profile`: the object that a manifest's `office` holds, or a manifest.
  mutating func readProfile() throws(PublishingFailure) {
    guard let path = request.profile else { return }
    let read = JSONReader.read(try world.files.read(path), file: path)
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
    if let manifest = try manifest(of: folder) {
      for document in manifest.documents where Self.isDocument(document.path) {
        var settings = LintSettings(office: OfficeFacts(manifest.office))
        settings.form = document.form.flatMap(Form.init(rawValue:))
        settings.state = document.state == .issued ? .issued : .draft
        settings.medium =
          document.medium == .paper ? .paper : document.medium.map { _ in .electronic }
        try lintFile(PathText.join(folder, document.path), settings)
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

  private func manifest(of folder: String) throws(PublishingFailure) -> Manifest? {
    let path = PathText.join(folder, RelativePath.manifestName)
    guard case .file = try world.files.kind(of: path) else { return nil }
    // A folder of many records has a manifest beyond the limits of files that people write.
    var limits = JSONLimits()
    limits.bytes = 1 << 30
    limits.values = 50_000_000
    let root = JSONReader.read(try world.files.read(path), file: path, limits: limits).value?.root
    return root.flatMap(Manifest.init(json:))
  }

  private mutating func lintFile(
    _ path: String, _ known: LintSettings
  ) throws(PublishingFailure) {
    guard !path.lowercased().hasSuffix(".pdf") else {
      findings.append(.pdfNotRead(path))
      return
    }
    // What the command line says outweighs what a manifest says.
    var settings = known
    if let kind = request.kind { settings.form = Form(rawValue: kind.facts.form.rawValue) }
    if let state = request.state { settings.state = LintSettings.State(rawValue: state) }
    if let medium = request.medium { settings.medium = LintSettings.Medium(rawValue: medium) }
    if let office { settings.office = office }
    settings.package = world.limits.compile.package
    settings.xml = world.limits.compile.xml
    let report = Conformance.lint(try world.files.read(path), name: path, settings: settings)
    findings += report.findings
    reports.append((path, report))
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

  fileprivate static func pdfNotRead(_ path: String) -> Diagnostic {
    .error(
      Code("PL012"), "chưa soát được tệp PDF “\(path)”", at: .file(path),
      help: "soát tệp DOCX hoặc ODT của văn bản này")
  }
}
