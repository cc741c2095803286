import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

@testable import thidua

/// A folder of faults from the tests of `Intake`, laid over its small good period.
struct BadPeriod: CustomTestStringConvertible, Sendable {
  let testDescription: String

  private static var fixtures: URL {
    Fixture.projectURL.appending(path: "Tests/IntakeTests/Fixtures")
  }

  /// The situations that the work of a clerk brings about, by the names of their folders.
  static let all = [
    "bang-ma-tcvn3", "so-phieu-khong-khop", "mot-de-nghi-hai-quyet-dinh", "hai-nhan-xet-tam-thoi",
    "quyet-dinh-truoc-cuoc-hop", "bang-ma-vni", "chu-to-hop-nfd", "go-telex", "khoa-la", "khoa-lap",
    "mot-nguoi-hai-ma", "ngay-khong-co-that", "nhieu-loi-nhieu-tep", "sai-kieu", "tham-chieu-gay",
    "thieu-tep",
  ].map { BadPeriod(testDescription: $0) }

  /// Lays the period into a folder; `dot` is the period's own folder.
  func lay(in folder: TemporaryFolder) throws {
    let situation = Self.fixtures.appending(path: "bad/\(testDescription)")
    for part in ["chung", "dot"] {
      try folder.lay(Self.fixtures.appending(path: "good/\(part)"), at: part)
      try folder.lay(situation.appending(path: part), at: part)
    }
    let removed = try? String(contentsOf: situation.appending(path: "removed.txt"), encoding: .utf8)
    for name in removed?.split(separator: "\n") ?? [] { try folder.remove(String(name)) }
  }
}

@Suite("Bad input as the clerk sees it")
struct BadInputTests {
  @Test(
    "check says what is wrong; build writes nothing where it is an error", arguments: BadPeriod.all)
  func situation(_ period: BadPeriod) async throws {
    let folder = try TemporaryFolder()
    try period.lay(in: folder)
    let checked = Pipeline.check(folder.path + "/dot", in: World())
    let shown = printedReport(checked.findings, tail: checked.tail)
    let golden = Fixture.folderURL("bad-input").appending(path: "\(period.testDescription).txt")
    try expectText(shown.replacing(folder.path + "/", with: ""), equals: golden)

    var request = BuildRequest(period: folder.path + "/dot")
    request.output = folder.path + "/output"
    request.templates = Fixture.projectURL.appending(path: "Templates").path
    let built = await Pipeline.build(request, in: World())
    if checked.findings.contains(where: { $0.severity == .error }) {
      #expect(built.status == (period.testDescription == "thieu-tep" ? .missingInput : .data))
      #expect(folder.snapshot("output") == nil)
    } else {
      #expect(built.status == .done)
      #expect(folder.snapshot("output/dot")?["manifest.json"] != nil)
    }
  }
}
