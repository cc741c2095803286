internal import ArgumentParser
internal import Pipeline
internal import Templating

/// `thidua render`: the engine alone.
struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Điền một mẫu bất kỳ bằng một tệp JSON bất kỳ.")

  @Argument(help: "Mẫu .docx hoặc .odt.", completion: .file(extensions: ["docx", "odt"]))
  var template: String

  @Option(help: "Tệp JSON chứa dữ liệu.", completion: .file(extensions: ["json"]))
  var data: String?

  @Option(help: "Tệp nhiều bản ghi, mỗi dòng một JSON (chưa có).")
  var records: String?

  @Option(help: "Tên tệp của từng bản ghi (chưa có).")
  var name: String?

  @Option(help: "Tệp kết quả.")
  var output: String

  @OptionGroup var reading: TemplateOptions

  @Option(help: "Khi dữ liệu thiếu tên mà thẻ đọc: error (báo lỗi) hoặc blank (để trống).")
  var missing = Missing.error

  /// What a missing name becomes.
  enum Missing: String, ExpressibleByArgument, CaseIterable {
    /// An error.
    case error
    /// Nothing at all.
    case blank

    var policy: MissingPolicy {
      switch self {
      case .error: .error
      case .blank: .blank
      }
    }
  }

  @OptionGroup var reporting: ReportOptions

  func run() async throws {
    if records != nil { try Reporter.notYet("--records") }
    if name != nil { try Reporter.notYet("--name") }
    guard let data else { throw ValidationError("thiếu --data: tệp JSON chứa dữ liệu") }
    let request = RenderRequest(
      template: template, data: data, output: output, delimiters: try reading.families,
      missing: missing.policy)
    try Reporter.report(Pipeline.render(request, in: World()), as: reporting.format)
  }
}

/// The option of every command that reads a template.
struct TemplateOptions: ParsableArguments {
  @Option(help: "Cặp dấu của thẻ, cách nhau một dấu cách, ví dụ '{ }'; các cặp khác là chữ thường.")
  var delimiters: String?

  /// The pairs of signs that are read as tags.
  var families: [Delimiters] {
    get throws {
      guard let delimiters else { return Delimiters.families }
      let halves = delimiters.split(separator: " ").map(String.init)
      guard halves.count == 2 else {
        throw ValidationError("--delimiters cần hai dấu cách nhau một dấu cách, ví dụ '{ }'")
      }
      return [Delimiters(open: halves[0], close: halves[1])]
    }
  }
}
