internal import ArgumentParser
internal import Dossier
internal import Pipeline

/// `thidua check`: reports on a period without writing anything.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Kiểm tra hồ sơ của một kỳ xét, không ghi gì.")

  @Argument(help: "Thư mục của kỳ xét.", completion: .directory)
  var period: String

  @Option(
    help: "Chỉ nêu điều một bước còn thiếu: de-nghi, tham-dinh, hoi-dong, trinh, quyet-dinh.",
    transform: StageOption.stage)
  var stage: Stage?

  @OptionGroup var law: RegulationsOption

  @OptionGroup var safety: LimitOptions
  @OptionGroup var reporting: ReportOptions

  func run() async throws {
    let world = World(limits: try safety.limits)
    try Reporter.report(
      Pipeline.check(period, at: stage, regulations: law.folder, in: world), as: reporting.format)
  }
}
