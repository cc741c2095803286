internal import ArgumentParser

/// `thidua merge-print`, which a later version brings.
struct MergePrint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ghép nhiều bản ghi thành một văn bản để in (chưa có trong bản này).")

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func run() async throws { try Reporter.notYet("thidua merge-print") }
}
