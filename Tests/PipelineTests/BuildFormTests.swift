import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Pipeline
import TestSupport
import Testing

/// The launch with templates of the test's own, built by the test.
private struct Launch {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["chung", "2026-phat-dong"] {
      try folder.lay(Fixture.projectURL.appending(path: "Samples/\(name)"), at: name)
    }
    try folder.lay(Fixture.projectURL.appending(path: "Templates"), at: "Templates")
  }

  func build(
    only kinds: [DocumentKind] = [.keHoach], in world: World = World(workers: 2)
  ) async -> RunResult {
    var request = BuildRequest(period: folder.path + "/2026-phat-dong")
    request.output = folder.path + "/out"
    request.templates = folder.path + "/Templates"
    request.only = kinds
    return await Pipeline.build(request, in: world)
  }

  /// Changes a part of a template, such as `ke-hoach.odt`.
  func change(_ part: String, of template: String, _ change: (String) -> String) throws {
    try rewritePart(part, of: folder.path + "/Templates/\(template)", change)
  }

  func manifestFindings() throws -> [JSONValue] {
    let data = try Data(
      contentsOf: URL(filePath: folder.path + "/out/2026-phat-dong/manifest.json"))
    let root = try #require(JSONReader.read([UInt8](data), file: "manifest.json").value?.root)
    return root["findings"]?.array ?? []
  }
}

@Suite("The form of what a build makes")
struct BuildFormTests {
  @Test("a slip in the plan's words is one warning at its place in the data")
  func slipOfTheData() async throws {
    let launch = try Launch()
    let result = await launch.build()
    #expect(result.status == .done)
    let finding = try #require(result.findings.first { $0.code == Code("ND07") })
    #expect(result.findings.count { $0.code == Code("ND07") } == 1)
    #expect(finding.severity == .warning)
    #expect(finding.place.file == launch.folder.path + "/2026-phat-dong/ke-hoach.json")
    #expect(finding.place.pointer == "/muc/2/khoan/0/gach/3")
    #expect(finding.place.span?.text.contains("Có sáng kiến") == true)
    #expect(finding.place.context == "in ra ở ke-hoach/001-ke-hoach.docx")
    let told = try launch.manifestFindings().filter { $0["code"]?.string == "ND07" }
    #expect(told.map { $0["file"]?.string } == ["ke-hoach.json"])
    #expect(told.first?["pointer"]?.string == "/muc/2/khoan/0/gach/3")
  }

  @Test("a file that somebody changes during the build is not searched for a slip")
  func changedMeanwhile() async throws {
    let launch = try Launch()
    let path = launch.folder.path + "/2026-phat-dong/ke-hoach.json"
    let changed = try String(contentsOfFile: path, encoding: .utf8) + "\n"
    var world = World(workers: 1)
    world.report = { _ in
      #expect(throws: Never.self) {
        try changed.write(toFile: path, atomically: true, encoding: .utf8)
      }
    }
    let result = await launch.build(in: world)
    #expect(result.status == .done)
    let finding = try #require(result.findings.first { $0.code == Code("ND07") })
    #expect(finding.severity == .warning)
    // The sentence also holds a text of a file that nobody changed.
    #expect(finding.place.file == launch.folder.path + "/chung/phong-trao.json")
  }

  @Test("words of the data never stop a build, also where lint calls them an error")
  func capitals() async throws {
    let launch = try Launch()
    let path = "2026-phat-dong/ke-hoach.json"
    let plan = try #require(launch.folder.text(path))
    let spoilt = plan.replacing(
      "Công tác khen thưởng phải bảo đảm", with: "theo điểm a Khoản 2 điều 5")
    try #require(spoilt != plan)
    try launch.folder.put(spoilt, at: path)
    let result = await launch.build()
    #expect(result.status == .done)
    let words = result.findings.filter { $0.code.description.hasPrefix("VH") }
    #expect(words.contains { $0.code == Code("VH02") })
    for finding in words {
      #expect(finding.severity == .warning)
      #expect(finding.place.file?.hasSuffix(path) == true)
      #expect(finding.place.pointer == "/muc/0/khoan/1/gach/2")
    }
    let published = launch.folder.path + "/out/2026-phat-dong"
    let linted = Pipeline.lint(LintRequest(paths: [published]), in: World())
    #expect(linted.findings.contains { $0.code == Code("VH02") && $0.severity == .error })
  }

  @Test("a template that breaks the form stops the build and is named", arguments: ["docx", "odt"])
  func brokenTemplate(ending: String) async throws {
    let launch = try Launch()
    #expect(await launch.build().status == .done)
    let before = try #require(launch.folder.snapshot("out"))
    if ending == "docx" {
      try launch.change("word/document.xml", of: "ke-hoach.docx") {
        $0.replacing("w:left=\"1701\"", with: "w:left=\"1134\"")
      }
    } else {
      try launch.change("styles.xml", of: "ke-hoach.odt") {
        $0.replacing("fo:margin-left=\"30mm\"", with: "fo:margin-left=\"20mm\"")
      }
    }
    let result = await launch.build()
    #expect(result.status == .data)
    let margin = try #require(result.findings.first { $0.code == Code("PG05") })
    #expect(margin.severity == .error)
    #expect(margin.place.file == "ke-hoach/001-ke-hoach.\(ending)")
    let told = try #require(result.findings.last)
    #expect(told.code == Code("PL040") && told.place.file == "ke-hoach.\(ending)")
    #expect(told.message.contains("PG05"))
    #expect(launch.folder.snapshot("out") == before)
  }

  @Test("a template's fault in many papers is said once with their number")
  func counted() async throws {
    let launch = try Launch()
    try launch.change("styles.xml", of: "ke-hoach-don-vi.odt") {
      $0.replacing("fo:margin-left=\"30mm\"", with: "fo:margin-left=\"20mm\"")
    }
    let result = await launch.build(only: [.keHoachDonVi])
    let margins = result.findings.filter { $0.code == Code("PG05") }
    #expect(margins.count == 1)
    #expect(margins.first?.message.contains("; ở ") == true)
  }
}
