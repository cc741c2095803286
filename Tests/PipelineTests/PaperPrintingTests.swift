import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Pipeline
import Printing
import Templating
import TestSupport
import Testing

/// A sample period, built with PDFs by the LibreOffice that a test gives.
private struct PrintedSample {
  let folder: TemporaryFolder
  let period: String

  init(_ period: String = "2026-phat-dong") throws {
    folder = try TemporaryFolder()
    self.period = period
    for name in ["chung", period] {
      try folder.lay(Fixture.projectURL.appending(path: "Samples/\(name)"), at: name)
    }
  }

  func build(
    _ setup: PrintingSetup, workers: Int = 2, _ change: (inout BuildRequest) -> Void = { _ in }
  ) async -> RunResult {
    var request = BuildRequest(period: folder.path + "/\(period)")
    request.output = folder.path + "/out"
    request.templates = Fixture.projectURL.appending(path: "Templates").path
    request.pdf = true
    change(&request)
    return await Pipeline.build(request, in: World(workers: workers, printing: setup))
  }

  var published: String { folder.path + "/out/\(period)" }

  var files: [String] { (folder.snapshot("out/\(period)") ?? [:]).keys.sorted() }

  func manifest() throws -> JSONValue {
    let text = try #require(folder.text("out/\(period)/manifest.json"))
    return try #require(JSONReader.read(Array(text.utf8), file: "manifest.json").value?.root)
  }
}

extension FakeOffice {
  fileprivate var setup: PrintingSetup {
    var setup = PrintingSetup(programs: [programs], typefaces: [typefaces], temporary: temporary)
    setup.startSeconds = 20
    setup.documentSeconds = 0
    return setup
  }
}

@Suite("PDFs of a build")
struct PaperPrintingTests {
  @Test("a PDF beside each paper, a print file of each kind, all in the manifest")
  func whole() async throws {
    let sample = try PrintedSample()
    let office = try FakeOffice(pages: FakeOffice.pdf(pages: 2))
    let result = await sample.build(office.setup)
    #expect(result.status == .done, "\(result.findings)")
    let units = sample.files.filter { $0.hasPrefix("ke-hoach-don-vi/") }
    #expect(units.count.isMultiple(of: 3) && units.count >= 12)
    #expect(sample.files.contains("ke-hoach/001-ke-hoach.pdf"))
    #expect(sample.files.contains("in-ke-hoach.pdf"))
    #expect(sample.files.contains("in-ke-hoach-don-vi.pdf"))
    let manifest = try sample.manifest()
    #expect(manifest["converter"]?["name"]?.string == "LibreOffice")
    #expect(manifest["converter"]?["version"]?.string == "9.8.7")
    let documents = try #require(manifest["documents"]?.array)
    #expect(documents.prefix(3).map { $0["format"]?.string } == ["docx", "odt", "pdf"])
    #expect(documents.prefix(3).allSatisfy { $0["id"]?.string == "ke-hoach/001-ke-hoach" })
    #expect(documents.dropFirst(2).first?["template"]?.string == "ke-hoach.odt")
    let prints = try #require(manifest["files"]?.array)
    #expect(
      prints.map { $0["path"]?.string } == ["in-ke-hoach.pdf", "in-ke-hoach-don-vi.pdf"])
    let pages = try units.filter { $0.hasSuffix(".pdf") }.map { name in
      try pageCount(sample.published + "/" + name)
    }
    #expect(
      try pageCount(sample.published + "/in-ke-hoach-don-vi.pdf") == pages.reduce(0, +))
    let verified = Pipeline.verify(sample.published, in: World())
    #expect(verified.status == .done && verified.findings.isEmpty, "\(verified.findings)")
  }

  @Test("verify sees a PDF or a print file that was changed, and the next build keeps it")
  func changed() async throws {
    let sample = try PrintedSample()
    let office = try FakeOffice(pages: FakeOffice.pdf(pages: 1))
    func build() async -> RunResult {
      await sample.build(office.setup) { $0.only = [.keHoach] }
    }
    _ = await build()
    let names = ["ke-hoach/001-ke-hoach.pdf", "in-ke-hoach.pdf"]
    for name in names { try sample.folder.put("đã ký", at: "out/2026-phat-dong/\(name)") }
    let verified = Pipeline.verify(sample.published, in: World())
    #expect(verified.findings.map(\.code) == [Code("PB015"), Code("PB015")])
    let again = await build()
    #expect(again.findings.count { $0.code == Code("PB009") } == 2)
    for name in names { #expect(sample.files.contains("da-sua-tay/" + name)) }
    #expect(Pipeline.verify(sample.published, in: World()).status == .done)
  }

  @Test("the same bytes with other workers, though LibreOffice wrote another moment")
  func reproducible() async throws {
    let first = try PrintedSample()
    let second = try PrintedSample()
    let text = String(decoding: FakeOffice.pdf(pages: 1), as: UTF8.self)
    let later = Array(text.replacing("20261122221413", with: "20301231235959").utf8)
    let offices = [try FakeOffice(pages: Array(text.utf8)), try FakeOffice(pages: later)]
    #expect(await first.build(offices[0].setup, workers: 1).status == .done)
    #expect(await second.build(offices[1].setup, workers: 5).status == .done)
    let (a, b) = (first.folder.snapshot("out"), second.folder.snapshot("out"))
    #expect(try #require(a) == #require(b))
  }

  @Test(
    "a PDF is made from the ODT, from the DOCX only when no ODT is asked for",
    arguments: [
      (["docx", "odt"], "odt"), (["odt"], "odt"), (["docx"], "docx"), ([], "odt"),
    ])
  func source(formats: [String], source: String) async throws {
    let sample = try PrintedSample()
    let office = try FakeOffice(
      "echo $files > \"$here/files\"\n" + FakeOffice.honest, pages: FakeOffice.pdf(pages: 1))
    let result = await sample.build(office.setup) {
      $0.only = [.keHoach]
      $0.formats = $0.formats.filter { formats.contains($0.rawValue) }
    }
    #expect(result.status == .done)
    #expect(office.folder.text("bin/files")?.hasSuffix("/in/0.\(source)\n") == true)
    let names = sample.files.filter { $0.hasPrefix("ke-hoach/") }
    #expect(names == (formats + ["pdf"]).map { "ke-hoach/001-ke-hoach.\($0)" })
  }

  @Test(
    "what keeps PDFs from being made ends the run with its status; the folder stays as it was",
    arguments: [
      ("exit 0", "PR004"), ("sleep 60", "PR003"),
      ("echo x > \"$out/0.pdf\"", "PR004"),
    ])
  func fails(deeds: String, code: String) async throws {
    let sample = try PrintedSample()
    let honest = try FakeOffice(pages: FakeOffice.pdf(pages: 1))
    #expect(await sample.build(honest.setup) { $0.only = [.keHoach] }.status == .done)
    let before = sample.folder.snapshot("out")
    let office = try FakeOffice(deeds)
    var setup = office.setup
    setup.startSeconds = 2
    let result = await sample.build(setup) { $0.only = [.keHoach] }
    #expect(result.status == .temporary)
    let finding = try #require(result.findings.last)
    #expect(finding.code == Code(code) && finding.place.file == "ke-hoach/001-ke-hoach.pdf")
    #expect(sample.folder.snapshot("out") == before)
    #expect(sample.folder.names.sorted() == ["2026-phat-dong", "chung", "out"])
  }

  @Test("without LibreOffice, or without its typeface, the run ends with 69 and nothing is made")
  func unavailable() async throws {
    let sample = try PrintedSample()
    let office = try FakeOffice(version: 1)
    #expect(await sample.build(office.setup).status == .unavailable)
    var setup = office.setup
    setup.programs = []
    let result = await sample.build(setup)
    #expect(result.status == .unavailable)
    #expect(result.findings.map(\.code) == [Code("PR001")])
    #expect(sample.folder.snapshot("out") == nil)
  }

  @Test("a letter from another face is a fault of the paper")
  func strangeFace() async throws {
    let sample = try PrintedSample()
    let office = try FakeOffice(pages: FakeOffice.pdf(pages: 1, face: "BAAAAA+DejaVuSans"))
    let result = await sample.build(office.setup) { $0.only = [.keHoach] }
    #expect(result.status == .data)
    let finding = try #require(result.findings.last)
    #expect(finding.code == Code("PL042") && finding.message.contains("DejaVuSans"))
    #expect(sample.files.isEmpty)
  }

  @Test("a certificate of two pages is a fault, a certificate of one is none", arguments: [1, 2])
  func certificate(pages: Int) async throws {
    let sample = try PrintedSample("2026-hang-nam")
    let office = try FakeOffice(pages: FakeOffice.pdf(pages: pages))
    let result = await sample.build(office.setup) { $0.only = [.giayKhen] }
    #expect(result.status == (pages == 1 ? .done : .data))
    #expect(result.findings.contains { $0.code == Code("PL041") } == (pages == 2))
    let papers = sample.files.filter { $0.hasPrefix("giay-khen/") && $0.hasSuffix(".pdf") }
    #expect(papers.isEmpty == (pages == 2))
    if pages == 1 {
      #expect(try pageCount(sample.published + "/in-giay-khen.pdf") == papers.count)
    }
  }

  private func pageCount(_ path: String) throws -> Int {
    try #require(PrintFile.pageCount(of: Array(try Data(contentsOf: URL(filePath: path)))))
  }
}

@Suite(
  "PDFs of a build by the LibreOffice of this machine, with poppler for a judge",
  .enabled(if: OtherPrograms.areThere, "cần soffice, pdfinfo, pdffonts, pdftotext"), .serialized)
struct RealPaperTests {
  @Test("decision and certificates: pages, faces and words as poppler sees them")
  func asPopplerSees() async throws {
    let sample = try PrintedSample("2026-hang-nam")
    let result = await sample.build(.ofSystem) {
      $0.only = [.quyetDinhKhenThuong, .giayKhen]
      $0.formats = [.odt]
    }
    #expect(result.status == .done, "\(result.findings.filter { $0.severity == .error })")
    let papers = sample.files.filter { $0.hasPrefix("giay-khen/") && $0.hasSuffix(".pdf") }
    let facts = try OtherPrograms.run("pdfinfo", sample.published + "/in-giay-khen.pdf")
    #expect(facts.contains("Pages:           \(papers.count)\n"), "\(facts)")
    #expect(!facts.contains("Error"))
    // The print file says page by page what the papers say in the order of the list.
    let whole = try words(sample.published + "/in-giay-khen.pdf")
    let single = try papers.map { try words(sample.published + "/" + $0) }
    #expect(whole == single.joined())
    #expect(single.allSatisfy { $0.contains("GIẤY KHEN") })
    for name in sample.files where name.hasSuffix(".pdf") {
      let faces = try OtherPrograms.run("pdffonts", sample.published + "/" + name)
      let rows = faces.split(separator: "\n").dropFirst(2)
      #expect(!rows.isEmpty)
      for row in rows {
        #expect(row.contains("+LiberationSerif") || row.contains("+TimesNewRoman"), "\(name)")
      }
    }
    #expect(Pipeline.verify(sample.published, in: World()).status == .done)
  }

  private func words(_ path: String) throws -> String {
    let text = path + ".txt"
    _ = try OtherPrograms.run("pdftotext", "-layout", path, text)
    defer { try? FileManager.default.removeItem(atPath: text) }
    return try String(contentsOfFile: text, encoding: .utf8)
  }
}
