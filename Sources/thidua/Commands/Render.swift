internal import ArgumentParser
internal import Pipeline
internal import Templating

/// `thidua render`: the engine alone.
struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Điền một mẫu bất kỳ bằng một tệp JSON bất kỳ.",
    discussion: """
      Với --data, kết quả là một tệp. Với --records, mỗi bản ghi thành một tệp trong thư mục \
      --output, thay nguyên cả thư mục hoặc không thay gì. Ảnh mà dữ liệu nêu tên được đọc từ thư \
      mục của tệp dữ liệu.
      """)

  @Argument(help: "Mẫu .docx hoặc .odt.", completion: .file(extensions: ["docx", "odt"]))
  var template: String

  @Option(help: "Tệp JSON chứa dữ liệu.", completion: .file(extensions: ["json"]))
  var data: String?

  @Option(
    help: "Tệp nhiều bản ghi, mỗi dòng một JSON.", completion: .file(extensions: ["jsonl"]))
  var records: String?

  @Option(
    help: """
      Tên tệp của từng bản ghi, ví dụ '<<vòng.stt>>-<<họ tên>>'; không ghi thì là số thứ tự từ \
      000000.
      """)
  var name: String?

  @Option(help: "Tệp kết quả; với --records là thư mục.")
  var output: String

  @OptionGroup var working: JobsOption

  @Flag(help: "Với --records: thay cả thư mục không do chương trình lập.")
  var force = false

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

  @OptionGroup var safety: LimitOptions
  @OptionGroup var reporting: ReportOptions

  func validate() throws {
    guard (data == nil) != (records == nil) else {
      throw ValidationError(
        "cần một trong hai: --data (một tệp JSON) hoặc --records (nhiều bản ghi)")
    }
    guard records != nil || (name == nil && working.jobs == nil && !force) else {
      throw ValidationError("--name, --jobs và --force chỉ đi cùng --records")
    }
  }

  func run() async throws {
    if let data {
      let request = RenderRequest(
        template: template, data: data, output: output, delimiters: try reading.families,
        missing: missing.policy)
      try Reporter.report(
        Pipeline.render(request, in: World(limits: try safety.limits)), as: reporting.format)
    } else if let records {
      var request = RecordsRequest(template: template, records: records, output: output)
      request.name = name
      request.delimiters = try reading.families
      request.missing = missing.policy
      request.force = force
      try Reporter.report(
        await Pipeline.render(
          request, in: World(workers: working.workers, limits: try safety.limits)),
        as: reporting.format)
    }
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
