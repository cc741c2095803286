import Foundation
import TestSupport
import Testing

@Suite("A build that is broken off")
struct BreakOffTests {
  @Test(
    "LibreOffice ends with the program, what it worked on goes, nothing is published",
    .enabled(if: OtherPrograms.areThere, "cần phông Liberation Serif 2"),
    arguments: [SIGTERM, SIGINT])
  func whilePrinting(number: Int32) throws {
    let office = try FakeOffice("echo $$ > \"$here/started\"\nsleep 300")
    let process = Process()
    process.executableURL = Program.url
    process.currentDirectoryURL = Fixture.projectURL
    process.arguments = [
      "build", "Samples/2026-phat-dong", "--formats", "pdf", "--only", "ke-hoach", "--output",
      office.folder.path + "/out",
    ]
    process.environment = [
      "PATH": office.programs + ":/usr/bin:/bin", "TMPDIR": office.temporary,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    var started: String?
    for _ in 0..<600 where started == nil {
      // Not a task's sleep: other tests may keep it from waking until the program's time is over.
      usleep(100_000)
      started = office.folder.text("bin/started").flatMap { $0.hasSuffix("\n") ? $0 : nil }
    }
    let head = try #require(started).filter(\.isNumber)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    var left: [String] = []
    for _ in 0..<100 {
      left = try FileManager.default.contentsOfDirectory(atPath: office.temporary)
      if left == [".keep"] { break }
      usleep(100_000)
    }
    #expect(left == [".keep"])
    let stat = try? String(contentsOfFile: "/proc/\(head)/stat", encoding: .utf8)
    #expect(stat == nil || stat?.contains(") Z ") == true || stat?.contains(") X ") == true)
    #expect(office.folder.snapshot("out/2026-phat-dong") == nil)
  }
}
