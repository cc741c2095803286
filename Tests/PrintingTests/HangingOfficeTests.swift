import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Printing

@Suite(
  "A document that opens, and keeps the LibreOffice of this machine busy for long",
  .enabled(if: OtherPrograms.areThere, "cần soffice"))
struct HangingOfficeTests {
  @Test("is ended with its whole process group when its time is over, and named")
  func hangs() throws {
    // 26 million spaces in one paragraph: Writer needs some fifteen seconds of a free machine.
    let document = try Data(
      contentsOf: Fixture.folderURL("").appending(path: "26-million-spaces.odt"))
    let folder = try TemporaryFolder()
    var setup = PrintingSetup.ofSystem
    setup.temporary = folder.path
    setup.startSeconds = 4
    setup.documentSeconds = 0
    let press = try Press(setup)
    let sheet = try press.lay(
      [UInt8](document), number: 0, format: "odt", path: "ke-hoach/001.pdf")
    let start = ContinuousClock.now
    let failure = #expect(throws: PrintingFailure.self) { try press.print([sheet]) }
    #expect(failure == .timedOut(path: "ke-hoach/001.pdf", seconds: 4))
    #expect(start.duration(to: .now) < .seconds(60))
    #expect(failure.map { PrintingFailure.exitStatus(of: $0.diagnostic.code) } == 75)
    #expect(Self.commands(with: folder.path) == [])
  }

  /// The processes that were started for a folder and still run.
  private static func commands(with folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { $0.allSatisfy(\.isNumber) }.compactMap { name in
      FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
        .map { String(decoding: $0, as: UTF8.self) }
    }.filter { $0.contains(folder) }
  }
}
