internal import ArgumentParser
internal import Glibc

/// The option of every command that makes many documents.
struct JobsOption: ParsableArguments {
  @Option(help: "Số văn bản lập cùng lúc; không ghi thì bằng số bộ xử lý của máy.")
  var jobs: Int?

  func validate() throws {
    guard jobs.map(Self.possible.contains) ?? true else {
      throw ValidationError("--jobs phải từ 1 đến \(Self.possible.upperBound)")
    }
  }

  /// More workers than any machine here has processors only take memory.
  private static let possible = 1...256

  /// As many as asked for, else one for each processor: the documents are the same with any number.
  var workers: Int {
    let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    return jobs ?? min(max(1, processors), Self.possible.upperBound)
  }
}
