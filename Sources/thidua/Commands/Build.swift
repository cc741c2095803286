internal import ArgumentParser
internal import Dossier
internal import Glibc
internal import Pipeline
internal import Templating

/// `thidua build`: the main job.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lập mọi văn bản của một kỳ xét.",
    discussion: """
      Kết quả là một thư mục mang tên kỳ xét, thay nguyên cả thư mục hoặc không thay gì. \
      Tệp đã sửa tay trong thư mục cũ được giữ lại ở da-sua-tay/.
      """)

  @Argument(help: "Thư mục của kỳ xét.", completion: .directory)
  var period: String

  @Option(help: "Thư mục chứa kết quả.", completion: .directory)
  var output = "output"

  @Option(help: "Các dạng tệp, cách nhau bằng dấu phẩy: docx, odt, pdf.")
  var formats = "docx,odt"

  @Option(help: "Chỉ lập các loại văn bản này, cách nhau bằng dấu phẩy, ví dụ ke-hoach.")
  var only: String?

  @Option(
    help: "Chỉ lập văn bản của một bước: de-nghi, tham-dinh, hoi-dong, trinh, quyet-dinh.",
    transform: StageOption.stage)
  var stage: Stage?

  @OptionGroup var working: JobsOption

  @Option(help: "Thư mục mẫu dùng thay mẫu có sẵn.", completion: .directory)
  var templates: String?

  @OptionGroup var law: RegulationsOption

  @Flag(
    help:
      "Vẫn ghi các văn bản tốt khi có văn bản lỗi; manifest.json nêu văn bản thiếu. Mã thoát 65.")
  var keepGoing = false

  @Flag(help: "Thay cả thư mục không do chương trình lập.")
  var force = false

  @Flag(help: ArgumentHelp("In thời gian từng khâu ra dòng lỗi chuẩn.", visibility: .hidden))
  var timings = false

  @OptionGroup var safety: LimitOptions
  @OptionGroup var reporting: ReportOptions

  func run() async throws {
    var request = BuildRequest(period: period)
    request.output = output
    (request.formats, request.pdf) = try formatList()
    request.only = try kindList()
    request.stage = stage
    request.templates = templates
    request.regulations = law.folder
    request.force = force
    request.keepGoing = keepGoing
    let line = ProgressLine()
    var world = World(workers: working.workers, limits: try safety.limits)
    world.commit = { Interruption.ignore() }
    if reporting.format == .text { world.report = { line.show($0) } }
    if timings { world.stopwatch = Stopwatch() }
    let result = await Pipeline.build(request, in: world)
    line.clear()
    show(world.stopwatch)
    try Reporter.report(result, as: reporting.format)
  }

  private func show(_ stopwatch: Stopwatch?) {
    for (stage, seconds) in stopwatch?.seconds ?? [] {
      Reporter.write("\(stage.rawValue) \(seconds) s\n", to: STDERR_FILENO)
    }
  }

  private func formatList() throws -> (formats: [DocumentFormat], pdf: Bool) {
    let names = formats.split(separator: ",").map(String.init)
    let others = names.filter { $0 != "pdf" }
    let found = others.compactMap(DocumentFormat.init(rawValue:))
    guard found.count == others.count, !names.isEmpty else {
      throw ValidationError("--formats nhận docx, odt, pdf; đã gõ “\(formats)”")
    }
    return (DocumentFormat.allCases.filter(found.contains), names.contains("pdf"))
  }

  private func kindList() throws -> [DocumentKind] {
    try (only ?? "").split(separator: ",").map { name in
      guard let kind = DocumentKind(rawValue: String(name)) else {
        let known = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("không có loại văn bản “\(name)”; các loại: \(known)")
      }
      return kind
    }
  }
}
