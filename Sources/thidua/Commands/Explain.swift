internal import ArgumentParser
internal import Pipeline

/// `thidua explain`: the page behind a code.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Giải thích một mã thông báo, ví dụ IN002.")

  @Argument(help: "Mã cần giải thích.")
  var code: String?

  @Flag(help: "In trang của mọi mã.")
  var all = false

  @OptionGroup var reporting: ReportOptions

  func run() async throws {
    if let code {
      try Reporter.report(Catalogue.explain(code), as: reporting.format)
    } else if all {
      try Reporter.report(Catalogue.explainAll(), as: reporting.format)
    } else {
      throw ValidationError("cần một mã, hoặc --all")
    }
  }
}
