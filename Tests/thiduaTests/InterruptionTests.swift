import Foundation
import TestSupport
import Testing

@Suite("A build that is stopped")
struct InterruptionTests {
  private static let period = "2026-hang-nam"

  private func arguments(_ folder: TemporaryFolder, _ more: [String] = []) -> [String] {
    ["build", "Samples/\(Self.period)", "--output", folder.path, "--jobs", "1"] + more
  }

  @Test(
    "ends with 130, the former output in its place, and goes on the next time",
    arguments: [SIGINT, SIGTERM])
  func stopped(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let first = try Program.run(arguments: arguments(folder, ["--only", "phieu-bo-sung"]))
    try #require(first.status == 0, "\(first.error)")
    let former = try #require(folder.snapshot(Self.period))

    let process = Process()
    process.executableURL = Program.url
    process.arguments = arguments(folder)
    process.currentDirectoryURL = Fixture.projectURL
    process.standardInput = FileHandle.nullDevice
    try folder.put("", at: "said")
    process.standardError = FileHandle(forWritingAtPath: folder.path + "/said")
    try process.run()
    let staging = ".\(Self.period).thidua-staging"
    while process.isRunning, !folder.names.contains(staging) { usleep(1000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(folder.snapshot(Self.period) == former)
    #expect(folder.text("said")?.contains("dừng theo yêu cầu") == true)
    #expect(folder.text("said")?.contains("đã lập") == false, "no progress off a terminal")

    let next = try Program.run(arguments: arguments(folder))
    #expect(next.status == 0, "\(next.error)")
    let fresh = try TemporaryFolder()
    _ = try Program.run(arguments: arguments(fresh))
    #expect(folder.snapshot(Self.period) == fresh.snapshot(Self.period))
    #expect(!folder.names.contains(staging))
  }
}
