import Dossier
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Finished papers of the units' meetings and of the council")
struct CouncilPaperTests {
  /// The paragraphs of each document of the kinds, by its path in the output folder, from the
  /// sample with changed words.
  private static func papers(
    _ kinds: [DocumentKind], changes: [(file: String, from: String, to: String)] = []
  ) async throws -> [String: [String]] {
    let folder = try TemporaryFolder()
    for name in ["chung", "2026-hang-nam"] {
      try folder.lay(Fixture.projectURL.appending(path: "Samples/\(name)"), at: name)
    }
    for change in changes {
      let url = URL(filePath: folder.path + "/2026-hang-nam/\(change.file)")
      let text = try String(contentsOf: url, encoding: .utf8)
      try #require(text.contains(change.from), "\(change.file): \(change.from)")
      try Data(text.replacing(change.from, with: change.to).utf8).write(to: url)
    }
    var request = BuildRequest(period: folder.path + "/2026-hang-nam")
    request.output = folder.path + "/output"
    request.templates = Fixture.projectURL.appending(path: "Templates").path
    request.only = kinds
    let result = await Pipeline.build(request, in: World(workers: 1))
    try #require(result.status == .done, "\(result.findings)")
    let root = URL(filePath: folder.path + "/output/2026-hang-nam")
    var papers: [String: [String]] = [:]
    for kind in kinds.map(\.rawValue) {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: root.appending(path: kind).path)
      for name in names {
        let bytes = try Data(contentsOf: root.appending(path: "\(kind)/\(name)"))
        papers["\(kind)/\(name)"] = try visibleParagraphs([UInt8](bytes))
      }
    }
    return papers
  }

  @Test("both formats say the same, without a word about rules, files or the program")
  func text() async throws {
    let papers = try await Self.papers([
      .congVanDeNghi, .bienBanBinhXet, .bangTongHop, .bienBanHoiDong, .bienBanKiemPhieu,
    ])
    let words = papers.keys.filter { $0.hasSuffix(".docx") }.sorted()
    #expect(words.count == 11 && papers.count == 22)
    let banned =
      /\b[A-Z]\d\d\b|\b(GK|BK|TT|SK|LDTT)-\d|[a-z]_[a-z]|\.json|<<|>>|đối chiếu|chương trình|phần mềm/
    for path in words {
      #expect(papers[path] == papers[path.replacing(".docx", with: ".odt")], "\(path)")
      #expect(papers[path]?.filter { $0.contains(banned) } == [], "\(path)")
    }
    for (path, golden) in [
      "cong-van-de-nghi/001-huong-dan-de-nghi-khen-thuong.odt": "cong-van-de-nghi",
      "bien-ban-binh-xet/002-phong-tong-hop.odt": "bien-ban-binh-xet",
      "bien-ban-hoi-dong/001-hd-01.odt": "bien-ban-hoi-dong",
      "bien-ban-kiem-phieu/001-hd-01.odt": "bien-ban-kiem-phieu",
    ] {
      try expectText(
        try #require(papers[path]).joined(separator: "\n") + "\n",
        equals: Fixture.folderURL("papers").appending(path: "\(golden).expected.txt"))
    }
  }

  @Test("what is not known is a dotted blank with its label, never half a sentence")
  func blanks() async throws {
    let papers = try await Self.papers(
      [.bienBanBinhXet],
      changes: [
        (
          "binh-xet.json",
          #""bat_dau": "14:00",\#n      "ket_thuc": "15:20",\#n      "dia_diem": "Phòng họp của đơn vị""#,
          #""bat_dau": null,\#n      "ket_thuc": null,\#n      "dia_diem": null"#
        )
      ])
    let shown = try #require(papers["bien-ban-binh-xet/002-phong-tong-hop.docx"])
    #expect(shown.contains("Thời gian bắt đầu: …… giờ ……, ngày 02 tháng 12 năm 2026."))
    #expect(shown.contains { $0.wholeMatch(of: /Địa điểm: \.{20,}/) != nil })
    #expect(
      shown.contains("Cuộc họp kết thúc vào …… giờ ……, ngày 02 tháng 12 năm 2026./."))
  }
}
