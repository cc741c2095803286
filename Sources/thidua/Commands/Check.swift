internal import ArgumentParser
internal import Pipeline

/// `thidua check`: reports on a period without writing anything.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Kiểm tra hồ sơ của một kỳ xét, không ghi gì.")

  @Argument(help: "Thư mục của kỳ xét.", completion: .directory)
  var period: String

  @Option(help: "Bước của hồ sơ: de-nghi, tham-dinh, hoi-dong, trinh, quyet-dinh (chưa có).")
  var stage: String?

  @Option(help: "Thư mục văn bản pháp luật bổ sung (chưa có).")
  var regulations: String?

  @OptionGroup var reporting: ReportOptions

  func run() async throws {
    if stage != nil { try Reporter.notYet("--stage") }
    if regulations != nil { try Reporter.notYet("--regulations") }
    try Reporter.report(Pipeline.check(period, in: World()), as: reporting.format)
  }
}
