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

  @Option(
    help: "Ghi một bản chép của mẫu, có chú thích ở mỗi chỗ lỗi, để mở bằng Word hoặc Writer.",
    completion: .file(extensions: ["docx", "odt"]))
  var annotate: String?

  @OptionGroup var reading: TemplateOptions
  @OptionGroup var reporting: ReportOptions

  func run() async throws {
    let request = InspectRequest(
      template: template, data: data, annotate: annotate, delimiters: try reading.families)
    try Reporter.report(Pipeline.inspect(request, in: World()), as: reporting.format)
  }
}
