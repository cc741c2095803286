internal import ArgumentParser
internal import Pipeline

/// `thidua verify`: a published folder against its manifest.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Đối chiếu một thư mục kết quả với danh mục manifest.json của nó.")

  @Argument(help: "Thư mục kết quả, ví dụ output/2026-phat-dong.", completion: .directory)
  var folder: String

  @OptionGroup var reporting: ReportOptions

  func run() async throws {
    try Reporter.report(Pipeline.verify(folder, in: World()), as: reporting.format)
  }
}
