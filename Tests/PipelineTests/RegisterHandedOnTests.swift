import Diagnostics
import Dossier
import Foundation
import Pipeline
import Templating
import TestSupport
import Testing

/// What one review leaves, the next finds: the rows that a build proposes are entered into the
/// register of the next period, in place of those that the committed register holds.
@Suite("The register handed on from review to review")
struct RegisterHandedOnTests {
  private typealias Rows = [[String: Any]]

  private static func rows(_ text: String) throws -> Rows {
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(root?["khen_thuong"] as? Rows)
  }

  /// A folder with two committed folders of samples.
  private static func laid(_ names: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in names {
      try folder.lay(Fixture.projectURL.appending(path: "Samples/\(name)"), at: name)
    }
    return folder
  }

  /// The rows that a build of a period proposes from a register without them.
  private static func proposed(
    _ period: String, shared: String, without decisions: [String]
  ) async throws -> Rows {
    let folder = try laid(shared, period)
    try enter([], without: decisions, in: shared, of: folder)
    var request = BuildRequest(period: folder.path + "/\(period)")
    request.output = folder.path + "/output"
    request.templates = Fixture.projectURL.appending(path: "Templates").path
    request.only = [.soKhenThuong]
    request.formats = [.odt]
    let result = await Pipeline.build(request, in: World(workers: 1))
    try #require(result.status == .done, "\(result.findings.filter { $0.severity == .error })")
    return try rows(
      try #require(folder.text("output/\(period)/so-khen-thuong.them.json")))
  }

  /// Takes the rows of some decisions out of a register and enters others at its end.
  private static func enter(
    _ further: Rows, without decisions: [String], in shared: String, of folder: TemporaryFolder
  ) throws {
    let name = shared + "/so-khen-thuong.json"
    let all = try rows(try #require(folder.text(name)))
    let kept = all.filter { row in
      let number = (row["quyet_dinh"] as? [String: Any])?["so"] as? String
      return number.map { !decisions.contains($0) } ?? true
    }
    let data = try JSONSerialization.data(withJSONObject: ["khen_thuong": kept + further])
    try folder.put(String(decoding: data, as: UTF8.self), at: name)
  }

  /// What a check says of the nominations, as messages.
  private static func outcomes(_ period: String, of folder: TemporaryFolder) -> Set<String> {
    let result = Pipeline.check(folder.path + "/\(period)", in: World())
    return Set(
      result.findings.filter { ["RU030", "RU031", "RU032"].contains($0.code.description) }
        .map(\.message))
  }

  /// A review, the one before it, and the decisions of that one.
  struct Step: Sendable {
    let before: (period: String, shared: String)
    let after: (period: String, shared: String)
    let decisions: [String]
    let count: Int
    /// Nominations that only the awards of the review before refuse, with the rule.
    let refused: [(nomination: String, rule: String)]
  }

  static let steps = [
    Step(
      before: ("2026-hang-nam", "chung"), after: ("2027-so-ket", "chung-2027"),
      decisions: ["412/QĐ-VPUB"], count: 6,
      refused: [("GK-22", "R07"), ("GK-22", "R08")]),
    Step(
      before: ("2027-so-ket", "chung-2027"), after: ("2030-tong-ket", "chung-2030"),
      decisions: ["61/QĐ-VPUB", "78/QĐ-VPUB", "512/QĐ-UBND"], count: 33,
      refused: [("GK-11", "R07"), ("BK-15", "R07")]),
  ]

  @Test("one achievement one award, one initiative one award, across the years", arguments: steps)
  func handedOn(step: Step) async throws {
    let rows = try await Self.proposed(
      step.before.period, shared: step.before.shared, without: step.decisions)
    #expect(rows.count == step.count)
    let folder = try Self.laid(step.after.shared, step.after.period)
    let committed = Self.outcomes(step.after.period, of: folder)
    func isRefused(_ nomination: String, _ rule: String, in said: Set<String>) -> Bool {
      said.contains { $0.hasPrefix("\(nomination) (") && $0.contains("không đạt \(rule)") }
    }
    try Self.enter([], without: step.decisions, in: step.after.shared, of: folder)
    let blind = Self.outcomes(step.after.period, of: folder)
    try Self.enter(rows, without: step.decisions, in: step.after.shared, of: folder)
    let seeing = Self.outcomes(step.after.period, of: folder)
    for (nomination, rule) in step.refused {
      #expect(!isRefused(nomination, rule, in: blind), "\(nomination) \(rule)")
      #expect(isRefused(nomination, rule, in: seeing), "\(nomination) \(rule)")
    }
    #expect(seeing == committed, "\(seeing.symmetricDifference(committed))")
  }
}
