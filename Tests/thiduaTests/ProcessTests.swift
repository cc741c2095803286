import Foundation
import TestSupport
import Testing

/// The program as the shell runs it.
private enum Program {
  /// The binary beside the tests' own.
  static var url: URL? {
    let folder = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }?
      .deletingLastPathComponent()
    let candidates = [
      folder, URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
    ].compactMap { $0?.appending(path: "thidua") }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  static func run(_ arguments: String...) throws -> (status: Int32, output: String, error: String) {
    let process = Process()
    process.executableURL = try #require(url)
    process.arguments = arguments
    process.currentDirectoryURL = Fixture.projectURL
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let texts = [output, error].map {
      String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }
}

@Suite("The program in a shell")
struct ProcessTests {
  @Test(
    "what is asked for and the status it ends with",
    arguments: [
      (["check", "Samples/2026-phat-dong"], 0), (["check", "khong-co"], 66),
      (["check", "Samples/2026-phat-dong", "--stage", "trinh"], 64), (["lint", "x.docx"], 64),
      (["merge-print", "x.docx", "--records", "y"], 64), (["xyz"], 64), (["check"], 64),
      (["build", "Samples/2026-phat-dong", "--formats", "pdf"], 64),
      (["build", "Samples/2026-phat-dong", "--formats", "xls"], 64),
      (["build", "Samples/2026-phat-dong", "--only", "thu-moi"], 64),
      (["build", "Samples/2026-phat-dong", "--keep-going"], 64),
      (["render", "Templates/ke-hoach.docx", "--records", "x", "--output", "y"], 64),
      (
        [
          "render", "khong-co.docx", "--data", "Samples/chung/co-quan.json", "--output",
          "/tmp/x.docx",
        ], 66
      ),
      (
        [
          "render", "Templates/ke-hoach.docx", "--data", "Samples/chung/co-quan.json", "--output",
          "/tmp/x.docx",
        ], 65
      ),
      (["inspect", "Templates/ke-hoach.odt"], 0), (["inspect", "README.md"], 65),
      (["inspect", "Templates/ke-hoach.odt", "--annotate", "x"], 64),
      (["verify", "khong-co"], 66), (["verify", "Samples"], 65), (["explain", "IN002"], 0),
      (["explain", "--all"], 0), (["explain", "IN9"], 64), (["--help"], 0), (["--version"], 0),
    ] as [([String], Int32)])
  func status(arguments: [String], expected: Int32) throws {
    let process = Process()
    process.executableURL = try #require(Program.url)
    process.arguments = arguments
    process.currentDirectoryURL = Fixture.projectURL
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == expected)
  }

  @Test("text goes to standard error; a machine's result alone to standard output")
  func streams() throws {
    let text = try Program.run("check", "khong-co")
    #expect(text.output.isEmpty && text.error.contains("lỗi[PL001]"))
    let json = try Program.run("check", "khong-co", "--format", "json")
    #expect(json.error.isEmpty)
    #expect(json.output.hasPrefix("{\"code\":\"PL001\",\"severity\":\"error\",\"message\":"))
    let inspected = try Program.run("inspect", "Templates/ke-hoach.docx")
    #expect(inspected.output.hasPrefix("{") && inspected.error.contains("<<trích yếu>>"))
  }

  @Test("one record through one template, and nothing where it fails")
  func render() throws {
    let folder = try TemporaryFolder()
    let data = "Tests/PipelineTests/Fixtures/plans/deep.json"
    let good = try Program.run(
      "render", "Templates/ke-hoach.odt", "--data", data, "--output", folder.path + "/a.odt")
    #expect(good.status == 0, "\(good.error)")
    let wrong = try Program.run(
      "render", "Templates/ke-hoach.odt", "--data", data, "--output", folder.path + "/b.docx")
    #expect(wrong.status == 64)
    let blank = try Program.run(
      "render", "Templates/ke-hoach.odt", "--data", "Samples/chung/co-quan.json", "--output",
      folder.path + "/c.odt", "--missing", "blank")
    #expect(blank.status == 0, "\(blank.error)")
    #expect(folder.names == ["a.odt", "c.odt"])
  }
}
