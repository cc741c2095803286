internal import ArgumentParser
internal import Pipeline

/// `thidua inspect`: the tags of a template and the data it needs.
struct Inspect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Liệt kê thẻ của một mẫu và dữ liệu mà mẫu cần.")

  @Argument(help: "Mẫu .docx hoặc .odt.", completion: .file(extensions: ["docx", "odt"]))
  var template: String

  @Option(help: "Tệp JSON: báo thiếu, thừa, gần đúng.", completion: .file(extensions: ["json"]))
  var data: String?

  @Option(help: "Ghi lại mẫu kèm chú thích ở chỗ lỗi (chưa có).")
  var annotate: String?

  @OptionGroup var reading: TemplateOptions
  @OptionGroup var safety: LimitOptions
  @OptionGroup var reporting: ReportOptions

  func run() async throws {
    if annotate != nil { try Reporter.notYet("--annotate") }
    let result = Pipeline.inspect(
      template, data: data, delimiters: try reading.families, in: World(limits: try safety.limits))
    try Reporter.report(result, as: reporting.format)
  }
}
