import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Printing
import TestSupport
import Testing
import XMLTree
import ZipContainer

@testable import Pipeline

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
    // Whether poppler is installed or not, this is not read.
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
    #expect(
      page.contains("<td>chưa soát</td><td>không có bản PDF của văn bản để xem trang đã dựng</td>"))
    _ = try XMLDocument(
      parsing: Array(
        page.replacing("<!DOCTYPE html>", with: "")
          .replacing("<meta charset=\"utf-8\">", with: "").utf8))
    #expect(Pipeline.lint(request, in: World()).status == .done)
    #expect(folder.text("report.html") == page)
  }

  @Test("comments go into a copy of one document, and the same again on another run")
  func annotated() async throws {
    let folder = try await build()
    let papers = folder.path + "/out/2026-phat-dong/ke-hoach/"
    for suffix in ["docx", "odt"] {
      var request = LintRequest(paths: [papers + "001-ke-hoach." + suffix])
      request.annotated = folder.path + "/copy." + suffix
      request.commentDay = "2026-04-27"
      let source = try Data(contentsOf: URL(fileURLWithPath: request.paths[0]))
      let result = Pipeline.lint(request, in: World())
      #expect(
        result.status == .done && result.tail.hasSuffix("đã ghi \(folder.path)/copy.\(suffix)"))
      let copy = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/copy." + suffix))
      #expect(copy != source)
      #expect(try Data(contentsOf: URL(fileURLWithPath: request.paths[0])) == source)
      _ = Pipeline.lint(request, in: World())
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/copy." + suffix)) == copy)
    }
    var many = LintRequest(paths: [papers])
    many.annotated = folder.path + "/many.docx"
    #expect(codes(many).contains("PL061"))
    for name in ["001-ke-hoach.docx", "a.odt", "a.pdf"] {
      var other = LintRequest(paths: [papers + "001-ke-hoach.docx"])
      other.annotated = papers + name
      #expect(codes(other).contains("PL062"), "\(name)")
    }
    #expect(LintRequest.isDay("2026-04-27") && !LintRequest.isDay("2026-02-30"))
  }

  @Test("a PDF is judged by its pages where poppler is installed, within limits")
  func pages() throws {
    let folder = try TemporaryFolder()
    try folder.put(Self.pdf, at: "a.pdf")
    try folder.put("%PDF-1.4\n" + String(repeating: "<<", count: 100_000), at: "hostile.pdf")
    let result = Pipeline.lint(LintRequest(paths: [folder.path + "/a.pdf"]), in: World())
    let hostile = Pipeline.lint(LintRequest(paths: [folder.path + "/hostile.pdf"]), in: World())
    #expect(hostile.findings.map(\.code.description) == ["PL012"])
    guard Self.hasPoppler else {
      #expect(result.findings.map(\.code.description) == ["PL012"])
      #expect(result.status == .done)
      return
    }
    let fonts = try #require(result.findings.first { $0.code == Code("FN05") })
    #expect(fonts.evidence?.seen == "Times-Roman")
    #expect(!result.findings.contains { $0.severity == .error })
  }

  private static var hasPoppler: Bool {
    (try? ChildProgram(["pdftotext", "-v"], seconds: 20, memory: 1 << 20).read(atMost: 1 << 10))
      != .missing
  }

  /// One page of two words in a typeface that the PDF does not bring along.
  private static let pdf = """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
    4 0 obj<</Length 41>>stream
    BT /F 14 Tf 100 700 Td (Ke hoach) Tj ET
    endstream endobj
    5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>endobj
    trailer<</Root 1 0 R>>
    %%EOF
    """

  private func codes(_ request: LintRequest) -> [String] {
    Pipeline.lint(request, in: World()).findings.map(\.code.description)
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
