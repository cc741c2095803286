import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Failures of publishing")
struct FailureTests {
  @Test(
    "each has its exit status and its code",
    arguments: [
      (.file(FileFailure(.create, "a", code: EACCES)), 73, "PB001"),
      (.file(FileFailure(.create, "a", code: ENOSPC)), 74, "PB004"),
      (.file(FileFailure(.write, "a", code: EDQUOT)), 74, "PB004"),
      (.file(FileFailure(.write, "a", code: EIO)), 74, "PB004"),
      (.file(FileFailure(.read, "a", code: ENOENT)), 66, "PB008"),
      (.notOurs(path: "a"), 73, "PB002"),
      (.notAFolder(path: "a"), 73, "PB003"),
      (.notAFile(path: "a"), 73, "PB003"),
      (.unnamed(path: "a"), 73, "PB019"),
      (.inUse(path: "a"), 75, "PB005"),
      (.unsafePath("a"), 70, "PB006"),
      (.manifestDisagrees(path: "a"), 70, "PB007"),
    ] as [(PublishingFailure, Int32, String)])
  func statusAndCode(failure: PublishingFailure, status: Int32, code: String) {
    #expect(failure.exitStatus == status)
    #expect(failure.diagnostic.code == Code(code))
    #expect(failure.diagnostic.message.contains("“a”"))
    #expect(failure.diagnostic.help != nil)
  }

  @Test("every code raised has one page, and every page is raised")
  func pages() throws {
    let folder = Fixture.projectURL.appendingPathComponent("Sources/Publishing")
    var raised: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for match in text.matches(of: /Code\("(PB\d+)"\)/) { raised.insert(String(match.1)) }
    }
    #expect(raised.sorted() == PublishingPages.all.map(\.code.description))
  }

  @Test("where nobody may make a folder, nothing can be created")
  func notPermitted() throws {
    let failure = #expect(throws: PublishingFailure.self) {
      try Build.edition(1).run("/proc/thidua/ket-qua")
    }
    #expect(failure?.exitStatus == 73)
    #expect(failure?.diagnostic.place.file == "/proc/thidua")
  }
}
