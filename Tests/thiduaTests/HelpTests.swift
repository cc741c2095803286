import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import thidua

@Suite("The command line's own words")
struct HelpTests {
  @Test(
    "help pages are Vietnamese",
    arguments: [
      "", "check", "build", "render", "inspect", "verify", "explain", "lint", "merge-print",
    ])
  func help(command: String) throws {
    let result = try Program.run(arguments: command.isEmpty ? ["--help"] : [command, "--help"])
    #expect(result.status == 0 && result.error.isEmpty)
    let golden = Fixture.folderURL("help").appending(
      path: (command.isEmpty ? "thidua" : command) + ".txt")
    try expectText(result.output, equals: golden)
  }

  @Test(
    "a command line that cannot be read",
    arguments: [
      (["check"], "lỗi: thiếu tham số <period>"), (["xyz"], "lỗi: thừa “xyz”"),
      (["check", "a", "b"], "lỗi: thừa “b”"),
      (["build", "a", "--format"], "lỗi: thiếu giá trị sau"),
      (["build", "a", "--ouput", "b"], "lỗi: không có tùy chọn --ouput; có phải là --output?"),
      (["build", "a", "--jobs", "x"], "lỗi: --jobs <jobs> không nhận giá trị “x”"),
      (["build", "a", "--jobs", "0"], "lỗi: --jobs phải từ 1 đến 256"),
      (["build", "a", "--jobs", "257"], "lỗi: --jobs phải từ 1 đến 256"),
      (["explain"], "lỗi: cần một mã, hoặc --all"),
    ])
  func fault(arguments: [String], beginning: String) throws {
    let result = try Program.run(arguments: arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix(beginning), "\(result.error)")
    #expect(result.error.contains("= giúp: "))
  }
}
