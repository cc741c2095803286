import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Pipeline
import TestSupport
import Testing
import XMLTree
import ZipContainer

@Suite("Linting finished documents")
struct LintTests {
  @Test("what the program builds passes, and a slip of the data is a warning in both formats")
  func built() async throws {
    let folder = try await build()
    let result = Pipeline.lint(
      LintRequest(paths: [folder.path + "/out/2026-phat-dong"]), in: World())
    #expect(result.status == .done)
    let faults = result.findings.filter { $0.severity != .info }
    #expect(faults.map(\.code.description) == ["ND07", "ND07"])
    #expect(faults.allSatisfy { $0.place.context?.contains("Có sáng kiến") == true })
    #expect(Set(faults.compactMap(\.place.part)) == ["word/document.xml", "content.xml"])
    // A published folder says itself what each paper is: nothing is guessed.
    #expect(!result.findings.contains { $0.code == Code("CF004") })
    #expect(result.tail == "đã soát 14 văn bản, 14 văn bản không có lỗi thể thức")
  }

  @Test("a copy of the documents alone is guessed at, and says so")
  func withoutManifest() async throws {
    let folder = try await build()
    let published = folder.path + "/out/2026-phat-dong"
    try FileManager.default.removeItem(atPath: published + "/manifest.json")
    let result = Pipeline.lint(LintRequest(paths: [published]), in: World())
    #expect(result.status == .done)
    #expect(result.findings.count { $0.code == Code("CF004") } == 14)
  }

  @Test("a margin spoilt by hand is an error with place, evidence and source")
  func spoilt() async throws {
    let folder = try await build()
    let path = folder.path + "/out/2026-phat-dong/ke-hoach/001-ke-hoach.docx"
    try rewritePart("word/document.xml", of: path) {
      $0.replacing("w:left=\"1701\"", with: "w:left=\"1134\"")
    }
    let result = Pipeline.lint(LintRequest(paths: [path]), in: World())
    #expect(result.status == .data)
    let finding = try #require(result.findings.first { $0.code == Code("PG05") })
    #expect(finding.evidence?.seen == "20 mm" && finding.evidence?.allowed == "30 đến 35 mm")
    #expect(finding.citation?.contains("Phụ lục I, Phần I, mục I, khoản 3") == true)
    #expect(finding.recordLine.contains("\"seen\":\"20 mm\""))
  }

  @Test("the profile, the kind and the state of the command line outweigh what is guessed")
  func options() async throws {
    let folder = try await build()
    let published = folder.path + "/out/2026-phat-dong"
    var request = LintRequest(paths: [published + "/ke-hoach/001-ke-hoach.odt"])
    request.state = "issued"
    request.kind = .keHoach
    request.profile = published + "/manifest.json"
    let codes = Pipeline.lint(request, in: World()).findings.map(\.code.description)
    // The plan waits for its number and its day.
    #expect(codes.contains("DT04") && !codes.contains("CF004"))
    request.kind = .phieuThamDinh
    let sheet = Pipeline.lint(request, in: World())
    #expect(!sheet.findings.contains { $0.code == Code("DT04") })
    request.profile = folder.path + "/profile.json"
    try folder.put("[]", at: "profile.json")
    #expect(Pipeline.lint(request, in: World()).status == .data)
  }

  @Test("what is missing, no document or not read yet is told apart by the status")
  func refused() throws {
    let folder = try TemporaryFolder()
    try folder.put("văn bản", at: "a.docx")
    try folder.put("%PDF-1.4", at: "b.pdf")
    try folder.put("", at: "c/ghi-chu.txt")
    func run(_ names: String...) -> RunResult {
      Pipeline.lint(LintRequest(paths: names.map { folder.path + "/" + $0 }), in: World())
    }
    #expect(run("khong-co.docx").status == .missingInput)
    #expect(run("a.docx").findings.map(\.code.description) == ["CF002"])
    #expect(run("b.pdf").findings.map(\.code.description) == ["PL012"])
    #expect(run("c").findings.map(\.code.description) == ["PL011"])
    // One fault does not keep the others from being read.
    let all = run("khong-co.docx", "a.docx", "b.pdf")
    #expect(all.status == .data && all.findings.count == 3)
  }

  @Test("the report lists every check of every document, and the same again on another run")
  func report() async throws {
    let folder = try await build()
    var request = LintRequest(paths: [folder.path + "/out/2026-phat-dong/ke-hoach"])
    request.report = folder.path + "/report.html"
    #expect(Pipeline.lint(request, in: World()).status == .done)
    let page = try #require(folder.text("report.html"))
    #expect(page.components(separatedBy: "<section>").count == 3)
    #expect(page.components(separatedBy: "<td>PG03</td>").count == 3)
    #expect(page.contains("<td>chưa soát</td><td>cần trang đã dựng thành PDF</td>"))
    _ = try XMLDocument(
      parsing: Array(
        page.replacing("<!DOCTYPE html>", with: "")
          .replacing("<meta charset=\"utf-8\">", with: "").utf8))
    #expect(Pipeline.lint(request, in: World()).status == .done)
    #expect(folder.text("report.html") == page)
  }

  private func build() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["chung", "2026-phat-dong"] {
      try folder.lay(Fixture.projectURL.appending(path: "Samples/\(name)"), at: name)
    }
    var request = BuildRequest(period: folder.path + "/2026-phat-dong")
    request.output = folder.path + "/out"
    request.templates = Fixture.projectURL.appending(path: "Templates").path
    #expect(await Pipeline.build(request, in: World()).status == .done)
    return folder
  }
}
