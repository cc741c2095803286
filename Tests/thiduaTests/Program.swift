import Foundation
import TestSupport

/// The program as the shell runs it.
enum Program {
  /// The binary, which the build leaves beside the tests' own.
  static let url = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "thidua")

  /// What a run leaves.
  struct Run {
    let status: Int32
    let output: String
    let error: String
  }

  static func run(_ arguments: String...) throws -> Run { try run(arguments: arguments) }

  /// Runs the program from the project's top folder; its texts go through files, which hold any
  /// length without anyone reading.
  static func run(arguments: [String]) throws -> Run {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = Fixture.projectURL
    let folder = try TemporaryFolder()
    for name in ["output", "error"] { try folder.put("", at: name) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: folder.path + "/output")
    process.standardError = FileHandle(forWritingAtPath: folder.path + "/error")
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: folder.text("output") ?? "",
      error: folder.text("error") ?? "")
  }
}
