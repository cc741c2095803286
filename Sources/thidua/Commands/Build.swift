internal import ArgumentParser
internal import Dossier
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

  @Option(help: "Các dạng tệp, cách nhau bằng dấu phẩy: docx, odt.")
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

  @Option(help: "Thư mục văn bản pháp luật bổ sung (chưa có).")
  var regulations: String?

  @Flag(help: "Vẫn ghi các văn bản tốt khi có văn bản lỗi (chưa có).")
  var keepGoing = false

  @Flag(help: "Thay cả thư mục không do chương trình lập.")
  var force = false

  @OptionGroup var safety: LimitOptions
  @OptionGroup var reporting: ReportOptions

  func run() async throws {
    if regulations != nil { try Reporter.notYet("--regulations") }
    if keepGoing { try Reporter.notYet("--keep-going") }
    var request = BuildRequest(period: period)
    request.output = output
    request.formats = try formatList()
    request.only = try kindList()
    request.stage = stage
    request.templates = templates
    request.force = force
    try Reporter.report(
      await Pipeline.build(request, in: World(workers: working.workers, limits: try safety.limits)),
      as: reporting.format)
  }

  private func formatList() throws -> [DocumentFormat] {
    let names = formats.split(separator: ",").map(String.init)
    if names.contains("pdf") { try Reporter.notYet("--formats pdf") }
    let found = names.compactMap(DocumentFormat.init(rawValue:))
    guard found.count == names.count, !found.isEmpty else {
      throw ValidationError("--formats nhận docx, odt; đã gõ “\(formats)”")
    }
    return DocumentFormat.allCases.filter(found.contains)
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
