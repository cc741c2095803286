import Dossier
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Finished papers of the units in the yearly review")
struct UnitPaperTests {
  /// The paragraphs of each document of the two kinds, by its path in the output folder.
  private static func papers() async throws -> [String: [String]] {
    let folder = try TemporaryFolder()
    for name in ["chung", "2026-hang-nam"] {
      try folder.lay(Fixture.projectURL.appending(path: "Samples/\(name)"), at: name)
    }
    var request = BuildRequest(period: folder.path + "/2026-hang-nam")
    request.output = folder.path + "/output"
    request.templates = Fixture.projectURL.appending(path: "Templates").path
    request.only = [.danhSachDeNghi, .phieuBoSung]
    let result = await Pipeline.build(request, in: World(workers: 1))
    try #require(result.status == .done, "\(result.findings)")
    let root = URL(filePath: folder.path + "/output/2026-hang-nam")
    var papers: [String: [String]] = [:]
    for kind in ["danh-sach-de-nghi", "phieu-bo-sung"] {
      for name in try FileManager.default.contentsOfDirectory(
        atPath: root.appending(path: kind).path)
      {
        let bytes = try Data(contentsOf: root.appending(path: "\(kind)/\(name)"))
        papers["\(kind)/\(name)"] = try visibleParagraphs([UInt8](bytes))
      }
    }
    return papers
  }

  @Test("both formats say the same, in words for whoever gets the paper")
  func text() async throws {
    let papers = try await Self.papers()
    let words = papers.keys.filter { $0.hasSuffix(".docx") }.sorted()
    #expect(words.count == 9 && papers.count == 18)
    // A rule, one of our ids, a key, a file, a doubt about the law, a word about the program.
    let banned =
      /\b[A-Z]\d\d\b|\b(GK|BK|TT|SK|LDTT)-\d|[a-z]_[a-z]|\.json|<<|>>|đối chiếu|chương trình|phần mềm/
    for path in words {
      let writer = path.replacing(".docx", with: ".odt")
      #expect(papers[path] == papers[writer], "\(path)")
      let offending = papers[path]?.filter { $0.contains(banned) }
      #expect(offending == [], "\(path)")
    }
    for (path, golden) in [
      "danh-sach-de-nghi/003-phong-to-chuc-hanh-chinh-quan-tri.odt": "danh-sach-de-nghi",
      "phieu-bo-sung/004-phong-kinh-te.odt": "phieu-bo-sung",
    ] {
      let shown = try #require(papers[path])
      try expectText(
        shown.joined(separator: "\n") + "\n",
        equals: Fixture.folderURL("papers").appending(path: "\(golden).expected.txt"))
    }
  }
}
