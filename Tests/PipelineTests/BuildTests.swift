import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Pipeline
import TestSupport
import Templating
import Testing

/// A sample period, that of the launch unless said, built into a folder of the test's own.
struct Sample {
  let folder: TemporaryFolder
  let period: String

  init(_ period: String = "2026-phat-dong") throws {
    folder = try TemporaryFolder()
    self.period = period
    for name in ["chung", period] {
      try folder.lay(Fixture.projectURL.appending(path: "Samples/\(name)"), at: name)
    }
  }

  var request: BuildRequest {
    var request = BuildRequest(period: folder.path + "/\(period)")
    request.output = folder.path + "/output"
    request.templates = Fixture.projectURL.appending(path: "Templates").path
    return request
  }

  func build(workers: Int = 1, _ change: (inout BuildRequest) -> Void = { _ in }) async -> RunResult
  {
    var request = request
    change(&request)
    return await Pipeline.build(request, in: World(workers: workers))
  }

  var output: [String: String]? { folder.snapshot("output/\(period)") }
}

@Suite("Building the launch")
struct BuildTests {
  @Test("every document in both formats, and a folder that verifies")
  func whole() async throws {
    let launch = try Sample()
    let result = await launch.build()
    #expect(result.status == .done, "\(result.findings)")
    let files = try #require(launch.output).keys.sorted()
    let units = files.filter { $0.hasPrefix("ke-hoach-don-vi/") }
    #expect(files.contains("ke-hoach/001-ke-hoach.docx"))
    #expect(files.contains("ke-hoach/001-ke-hoach.odt"))
    #expect(units.count.isMultiple(of: 2) && units.count >= 8)
    #expect(files.contains("manifest.json"))
    let verified = Pipeline.verify(launch.folder.path + "/output/2026-phat-dong", in: World())
    #expect(verified.status == .done && verified.findings.isEmpty, "\(verified.findings)")
  }

  @Test(
    "the same bytes on another day, in another place, with other workers", arguments: [1, 2, 5])
  func reproducible(workers: Int) async throws {
    let first = try Sample()
    let second = try Sample()
    _ = await first.build()
    _ = await second.build(workers: workers)
    _ = await second.build(workers: workers)
    #expect(try #require(first.output) == #require(second.output))
  }

  @Test("a fault in the data stops the build and leaves the former folder as it was")
  func faultLeavesFormer() async throws {
    let launch = try Sample()
    _ = await launch.build()
    let before = try #require(launch.output)
    try launch.folder.put("{ \"trich_yeu\": 3 }", at: "2026-phat-dong/ke-hoach.json")
    let result = await launch.build()
    #expect(result.status == .data)
    #expect(launch.output == before)
    #expect(launch.folder.names.sorted() == ["2026-phat-dong", "chung", "output"])
  }

  @Test("a fault in a template stops the build too")
  func faultyTemplate() async throws {
    let launch = try Sample()
    try launch.folder.put("không phải gói nén", at: "mau/ke-hoach.docx")
    let result = await launch.build { $0.templates = launch.folder.path + "/mau" }
    #expect(result.status == .data)
    #expect(result.findings.contains { $0.code == Code("TE001") })
    #expect(launch.output == nil)
  }

  @Test("a template folder that is not there is not passed over for the office's own")
  func noTemplateFolder() async throws {
    let launch = try Sample()
    let result = await launch.build { $0.templates = launch.folder.path + "/mau" }
    #expect(result.status == .missingInput)
    #expect(result.findings.map(\.code) == [Code("PL008")])
    #expect(launch.output == nil)
  }

  @Test("a template under another name is not used, which is said")
  func misnamedTemplate() async throws {
    let launch = try Sample()
    try launch.folder.put("", at: "mau/ke-hoach (1).docx")
    try launch.folder.lay(Fixture.projectURL.appending(path: "Templates"), at: "Templates")
    let result = await launch.build { $0.templates = launch.folder.path + "/mau" }
    #expect(result.status == .done)
    #expect(result.findings.map(\.code) == [Code("PL009"), Code("ND07")])
  }

  @Test("a file whose ending an editor changed is named", arguments: ["json.txt", "JSON"])
  func otherEnding(ending: String) async throws {
    let launch = try Sample()
    try launch.folder.put("{}", at: "2026-phat-dong/van-ban.\(ending)")
    let result = Pipeline.check(launch.folder.path + "/2026-phat-dong", in: World())
    #expect(result.findings.map(\.code) == [Code("IN023")])
    #expect(result.findings.first?.help?.contains("van-ban.json") == true)
  }

  @Test("one kind and one format")
  func narrowed() async throws {
    let launch = try Sample()
    let result = await launch.build {
      $0.only = [.keHoach]
      $0.formats = [.odt]
    }
    #expect(result.status == .done)
    #expect(
      try #require(launch.output).keys.sorted() == ["ke-hoach/001-ke-hoach.odt", "manifest.json"])
  }

  @Test("a kind of which there is nothing leaves the former folder as it was")
  func nothingToBuild() async throws {
    let launch = try Sample()
    _ = await launch.build()
    let before = try #require(launch.output)
    let result = await launch.build { $0.only = [.giayKhen] }
    #expect(result.findings.map(\.code) == [Code("PL004")])
    #expect(launch.output == before)
  }

  @Test("a period that is not there")
  func noPeriod() async throws {
    let result = await Pipeline.build(BuildRequest(period: "/khong/co"), in: World())
    #expect(result.status == .missingInput)
    #expect(Pipeline.check("/khong/co", in: World()).status == .missingInput)
  }

  @Test("a folder that is not ours is left alone, unless force is given")
  func foreign() async throws {
    let launch = try Sample()
    try launch.folder.put("của tôi", at: "output/2026-phat-dong/ghi-chu.txt")
    #expect(await launch.build().status == .cannotCreate)
    #expect(launch.output == ["ghi-chu.txt": "của tôi"])
    #expect(await launch.build { $0.force = true }.status == .done)
    #expect(try #require(launch.output)["da-sua-tay/ghi-chu.txt"] == "của tôi")
  }

  @Test("a document edited by hand is carried over, with a warning")
  func edited() async throws {
    let launch = try Sample()
    _ = await launch.build()
    try launch.folder.put("sửa", at: "output/2026-phat-dong/ke-hoach/001-ke-hoach.docx")
    let result = await launch.build()
    #expect(result.status == .done)
    #expect(
      result.findings.contains { $0.severity == .warning && $0.code.description.hasPrefix("PB") })
    #expect(try #require(launch.output)["da-sua-tay/ke-hoach/001-ke-hoach.docx"] == "sửa")
  }

  @Test("a number and a day in van-ban.json make the plan an issued paper")
  func issued() async throws {
    let launch = try Sample()
    let path = "2026-phat-dong/van-ban.json"
    let text = try #require(launch.folder.text(path))
    let row = try #require(text.split(separator: "\n").first { $0.contains("\"ke-hoach\"") })
    let filled = row.replacing("\"so\": null", with: "\"so\": \"15\"")
      .replacing("\"ngay\": null", with: "\"ngay\": \"2026-05-04\"")
    try launch.folder.put(text.replacing(row, with: filled), at: path)
    _ = await launch.build()
    let manifest = try #require(launch.output?["manifest.json"])
    #expect(manifest.contains("\"state\": \"issued\""))
  }
}

@Suite("Building the yearly review")
struct YearlyReviewTests {
  /// What the hand-written table says of a nomination.
  private struct Expected {
    let subject: String
    let award: String
    let outcome: String

    init?(_ row: JSONValue) {
      guard let subject = row["doi_tuong"]?.string, let award = row["hinh_thuc"]?.string,
        let outcome = row["ket_qua"]?.string
      else { return nil }
      self.subject = subject
      self.award = award
      self.outcome = outcome
    }
  }

  private func standing() throws -> [Expected] {
    let url = Fixture.projectURL.appending(path: "Tests/Independent/expected/2026-hang-nam.json")
    let table = JSONReader.read([UInt8](try Data(contentsOf: url)), file: "expected").value?.root
    let rows = try #require(table?["de_nghi"]?.array)
    let expected = rows.compactMap { Expected($0) }
    #expect(expected.count == rows.count)
    return expected.filter { $0.outcome != "rut" }
  }

  private func manifest(of review: Sample) throws -> JSONValue {
    let text = try #require(review.output?["manifest.json"])
    return try #require(JSONReader.read([UInt8](text.utf8), file: "manifest.json").value?.root)
  }

  @Test("a sheet for each nomination that stands, in both formats, and a folder that verifies")
  func sheets() async throws {
    let review = try Sample("2026-hang-nam")
    let result = await review.build()
    #expect(result.status == .done, "\(result.findings)")
    #expect(
      result.tail.hasPrefix("6 đề nghị đạt, 6 đề nghị không đạt, 5 đề nghị chưa đủ dữ kiện; "))
    let subjects = try standing().map(\.subject)
    let documents = try #require(try manifest(of: review)["documents"]?.array)
    for format in ["docx", "odt"] {
      let sheets = documents.filter {
        $0["format"]?.string == format && $0["kind"]?.string == "phieu-tham-dinh"
      }
      #expect(sheets.compactMap { $0["subject"]?.string }.sorted() == subjects.sorted())
    }
    let verified = Pipeline.verify(review.folder.path + "/output/2026-hang-nam", in: World())
    #expect(verified.status == .done && verified.findings.isEmpty, "\(verified.findings)")
  }

  @Test("rows proposed for the register lie beside the papers until they are entered")
  func proposedRows() async throws {
    let name = "so-khen-thuong.them.json"
    let review = try Sample("2026-hang-nam")
    _ = await review.build()
    let text = try #require(review.output?[name])
    let files = try #require(try manifest(of: review)["files"]?.array)
    #expect(files.compactMap { $0["path"]?.string } == [name])
    let documents = try #require(try manifest(of: review)["documents"]?.array)
    #expect(!documents.contains { $0["path"]?.string == name })
    _ = await review.build { $0.only = [.phieuThamDinh] }
    #expect(review.output?[name] == nil)
    let rows = JSONReader.read([UInt8](text.utf8), file: name).value?.root["khen_thuong"]?.array
    let pasted = try #require(rows).map { String(decoding: JSONWriter.pretty($0), as: UTF8.self) }
    let register = try #require(review.folder.text("chung/so-khen-thuong.json"))
    try review.folder.put(
      register.replacing("\n  ]\n", with: "," + pasted.joined(separator: ",") + "]"),
      at: "chung/so-khen-thuong.json")
    let result = await review.build()
    #expect(result.status == .done, "\(result.findings)")
    #expect(review.output?[name] == nil)
    #expect(try manifest(of: review)["files"] == nil)
  }

  @Test("the manifest records what the hand-written table says")
  func decisions() async throws {
    let review = try Sample("2026-hang-nam")
    _ = await review.build()
    let decisions = try #require(try manifest(of: review)["decisions"]?.array)
    let found = decisions.compactMap { decision in
      [decision["subject"], decision["award"], decision["outcome"]].compactMap { $0?.string }
    }
    #expect(found == (try standing().map { [$0.subject, $0.award, $0.outcome] }))
    let reasons = decisions.flatMap { $0["reasons"]?.array ?? [] }
    #expect(reasons.count > decisions.count)
    #expect(reasons.allSatisfy { $0["citation"]?.string?.isEmpty == false })
  }

  @Test("a finding about a file that is missing names it beside those that are there")
  func missingFile() async throws {
    let review = try Sample("2026-hang-nam")
    _ = await review.build()
    let findings = try #require(try manifest(of: review)["findings"]?.array)
    let plans = findings.filter { $0["code"]?.string == "CO101" }
    #expect(plans.map { $0["file"]?.string } == ["ke-hoach-don-vi.json"])
  }

  @Test("the same bytes with another number of workers")
  func reproducible() async throws {
    let first = try Sample("2026-hang-nam")
    let second = try Sample("2026-hang-nam")
    _ = await first.build()
    _ = await second.build(workers: 3)
    #expect(try #require(first.output) == #require(second.output))
  }
}
