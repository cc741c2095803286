internal import ArgumentParser
internal import Pipeline
internal import Templating

/// `thidua merge-print`: many records, one document that is ready to print.
struct MergePrint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-print",
    abstract: "Ghép nhiều bản ghi thành một văn bản để in.",
    discussion: """
      Mỗi bản ghi bắt đầu ở trang mới, đầu trang và chân trang theo bản ghi; số trang (nếu mẫu có \
      in), danh sách đánh số lại từ đầu; cuối văn bản không có trang trắng. Ảnh mà dữ liệu nêu tên \
      được đọc từ thư mục của tệp bản ghi.
      """)

  @Argument(help: "Mẫu .docx hoặc .odt.", completion: .file(extensions: ["docx", "odt"]))
  var template: String

  @Option(
    help: "Tệp nhiều bản ghi, mỗi dòng một JSON.", completion: .file(extensions: ["jsonl"]))
  var records: String

  @Option(help: "Tệp kết quả, cùng đuôi với mẫu.")
  var output: String

  @OptionGroup var reading: TemplateOptions

  @Option(help: "Khi dữ liệu thiếu tên mà thẻ đọc: error (báo lỗi) hoặc blank (để trống).")
  var missing = Render.Missing.error

  @OptionGroup var reporting: ReportOptions

  func run() async throws {
    var request = MergeRequest(template: template, records: records, output: output)
    request.delimiters = try reading.families
    request.missing = missing.policy
    try Reporter.report(await Pipeline.merge(request, in: World()), as: reporting.format)
  }
}
