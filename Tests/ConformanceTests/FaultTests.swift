import Diagnostics
import LocatedJSON
import Testing

@testable import Conformance

@Suite("Each check: a document that fails it, and its repaired twin")
struct FaultTests {
  @Test(
    "documents without fault have no finding",
    arguments: SoundDocument.allCases, FinishedDocument.Format.allCases)
  func sound(document: SoundDocument, format: FinishedDocument.Format) throws {
    let report = try lint(document.sketch, format, document.settings)
    #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
    guard document != .annexFile, document != .certificate else { return }
    #expect(report.passed > (document == .report ? 35 : 40))
    func seen(_ id: String) -> String? { report.results.first { $0.check.id == id }?.seen }
    #expect(seen("PG05") == "30 mm")
    #expect(seen("HD02") == "cỡ 13, đậm, đứng, canh giữa")
    #expect(seen("HD05") == "60,5 mm, bằng 1 dòng chữ")
  }

  @Test(
    "a document with one fault fails that check, and no other that does not follow from it",
    arguments: FaultSituation.all, FinishedDocument.Format.allCases)
  func faulty(situation: FaultSituation, format: FinishedDocument.Format) throws {
    let sketch = situation.base.sketch.with(situation.change)
    var settings = situation.base.settings
    situation.setting(&settings)
    let report = try lint(sketch, format, settings)
    let codes = Set(report.faults.map(\.code.description))
    #expect(
      codes == Set([situation.id] + situation.following), "\(report.faults.map(\.message))")
    let finding = try #require(report.faults.first { $0.code.description == situation.id })
    #expect(finding.severity == situation.severity, "\(finding.message)")
    #expect(finding.citation != nil && finding.help != nil)
    #expect(finding.evidence?.seen != nil && finding.evidence?.allowed != nil)
    if let seen = situation.seen { #expect(finding.evidence?.seen == seen) }
    // The twin: the same settings, nothing spoilt.
    let twin = try lint(situation.base.sketch, format, settings)
    let stays = twin.faults.map(\.code.description)
    #expect(!stays.contains(situation.id) || situation.isBySetting)
    guard !situation.isBySetting else { return }
    let verdict = twin.results.first { $0.check.id == situation.id }?.verdict
    #expect(verdict == .passed || situation.twinLacks, "\(String(describing: verdict))")
  }

  private func lint(
    _ sketch: PlanSketch, _ format: FinishedDocument.Format, _ settings: LintSettings
  ) throws -> LintReport {
    Conformance.lint(
      try sketch.bytes(format), name: "a.\(format.rawValue)", settings: settings)
  }
}

extension LintReport {
  /// The findings of the checks, without those on how the document was read.
  var faults: [Diagnostic] { findings.filter { !$0.code.description.hasPrefix("CF") } }
}
