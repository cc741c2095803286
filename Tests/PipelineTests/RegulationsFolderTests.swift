import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Pipeline
import TestSupport
import Testing
import ZipContainer

@Suite("Packs of rules given in a folder")
struct RegulationsFolderTests {
  /// The program's own pack of the base salary from 01/7/2026, with other words in it.
  private static func salary(_ changes: [(String, String)] = []) throws -> String {
    let url = Fixture.projectURL.appending(path: "Sources/Regulations/Packs/nd-161-2026.json")
    var text = try String(contentsOf: url, encoding: .utf8)
    for (before, after) in changes {
      try #require(text.contains(before))
      text = text.replacing(before, with: after)
    }
    return text
  }

  private static let raised = [("2530000", "2600000")]

  /// The text of the money list in the output.
  private static func moneyList(_ review: Sample) throws -> String {
    let path = "\(review.folder.path)/output/2026-hang-nam/danh-sach-tien-thuong/"
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: path).first { $0.hasSuffix(".odt") })
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + name)))
    let archive = try ZipArchive(reading: bytes)
    let entry = try #require(archive.entries.first { $0.name == "content.xml" })
    return String(decoding: try archive.contents(of: entry), as: UTF8.self)
  }

  @Test("one with the id of a pack of the program replaces it, and the manifest names it")
  func replacing() async throws {
    let review = try Sample("2026-hang-nam")
    try review.folder.put(try Self.salary(Self.raised), at: "goi/nd-161-2026.json")
    func build(_ folder: String?) async -> RunResult {
      await review.build { request in
        request.only = [.danhSachTienThuong]
        request.regulations = folder
      }
    }
    #expect(await build(nil).status == .done)
    let before = try Self.moneyList(review)
    #expect(try #require(review.output?["manifest.json"]).contains("\"regulations\"") == false)
    let result = await build(review.folder.path + "/goi/")
    #expect(result.status == .done)
    let given = try #require(result.findings.first { $0.code == Code("PL067") })
    #expect(given.severity == .info && given.message.contains("thay gói có sẵn"))
    let after = try Self.moneyList(review)
    // Three tenths of the base salary for a person, double for a group.
    #expect(before.contains("760.000") && after.contains("780.000"))
    #expect(!after.contains("760.000"))
    let path = URL(fileURLWithPath: review.folder.path + "/output/2026-hang-nam/manifest.json")
    let bytes = [UInt8](try Data(contentsOf: path))
    let manifest = try #require(JSONReader.read(bytes, file: "manifest.json").value?.root)
    let named = try #require(manifest["regulations"]?.array)
    #expect(named.map { $0["path"]?.string } == ["nd-161-2026.json"])
    #expect(named.first?["sha256"]?.string?.count == 64)
    #expect(!String(decoding: bytes, as: UTF8.self).contains(review.folder.path))
    let verified = Pipeline.verify(review.folder.path + "/output/2026-hang-nam", in: World())
    #expect(verified.status == .done)
  }

  @Test("one of its own adds to them, once the days of the former text end where its days begin")
  func adding() throws {
    let folder = try TemporaryFolder()
    let period = Fixture.projectURL.appending(path: "Samples/2026-hang-nam").path
    func check() -> RunResult {
      Pipeline.check(period, regulations: folder.path + "/goi", in: World())
    }
    let later = [
      ("nd-161-2026", "luong-2027"), ("161/2026", "1/2027"),
      ("\"tu\": \"2026-07-01\"", "\"tu\": \"2027-07-01\""),
    ]
    try folder.put(try Self.salary(later), at: "goi/luong-2027.json")
    let overlapping = check()
    #expect(overlapping.status == .data)
    let clash = try #require(overlapping.findings.first { $0.severity == .error })
    #expect(clash.code == Code("RU006"))
    // At the file that a person can change, not at the program's own.
    #expect(clash.place.file == folder.path + "/goi/luong-2027.json")
    let ended = [
      (
        "\"den\": null",
        "\"den\": \"2027-07-01\", \"den_vi\": \"mức lương cơ sở mới từ ngày 01/7/2027\""
      )
    ]
    try folder.put(try Self.salary(ended), at: "goi/nd-161-2026.json")
    let result = check()
    #expect(result.status == .done)
    let given = result.findings.filter { $0.code == Code("PL067") }.map(\.message)
    #expect(given.count == 2)
    #expect(given.contains { $0.contains("luong-2027") && $0.contains("thêm vào") })
  }

  @Test(
    "what cannot be law stops the run before a nominee is judged",
    arguments: [
      ([String: String](), "PL066"),
      (["ghi-chu.txt": "x"], "PL066"),
      (["a.json": "{"], "JS"),
      (["a.json": "{}"], "RU001"),
    ])
  func broken(files: [String: String], code: String) async throws {
    let review = try Sample("2026-hang-nam")
    try review.folder.put("", at: "goi/.keep")
    for (name, text) in files { try review.folder.put(text, at: "goi/" + name) }
    let folder = review.folder.path + "/goi"
    let built = await review.build { $0.regulations = folder }
    let checked = Pipeline.check(
      review.folder.path + "/2026-hang-nam", regulations: folder, in: World())
    for result in [built, checked] {
      #expect(result.status == .data)
      let errors = result.findings.filter { $0.severity == .error }
      #expect(!errors.isEmpty && errors.allSatisfy { $0.code.description.hasPrefix(code) })
      #expect(errors.allSatisfy { $0.place.file?.hasPrefix(folder) == true })
      #expect(!result.findings.contains { $0.code == Code("RU030") })
    }
    #expect(review.output == nil)
  }

  @Test("one whose ending an editor changed is named as in a period's folder, and not read")
  func otherEnding() throws {
    let folder = try TemporaryFolder()
    let period = Fixture.projectURL.appending(path: "Samples/2026-hang-nam").path
    try folder.put(try Self.salary(Self.raised), at: "goi/nd-161-2026.JSON.txt")
    func check() -> [Diagnostic] {
      Pipeline.check(period, regulations: folder.path + "/goi", in: World()).findings
        .filter { $0.place.file?.hasPrefix(folder.path) == true }
    }
    let alone = check()
    #expect(alone.map(\.code) == [Code("IN023"), Code("PL066")])
    #expect(alone.first?.help == "có phải “nd-161-2026.JSON”? đổi tên tệp")
    try folder.put(try Self.salary(Self.raised), at: "goi/nd-161-2026.json")
    try folder.put("{", at: "goi/nd-161-2026.json.txt")
    let beside = check()
    #expect(beside.map(\.code) == [Code("IN023"), Code("IN023"), Code("PL067")])
    #expect(beside[1].help == "đã có “nd-161-2026.json”; chuyển tệp này ra ngoài thư mục")
  }

  @Test("two files with one id are asked about, a folder that is not there is a missing input")
  func refused() throws {
    let folder = try TemporaryFolder()
    let period = Fixture.projectURL.appending(path: "Samples/2026-hang-nam").path
    for name in ["a", "b"] {
      try folder.put(try Self.salary(Self.raised), at: "goi/\(name).json")
    }
    let twice = Pipeline.check(period, regulations: folder.path + "/goi", in: World())
    let error = try #require(twice.findings.first { $0.severity == .error })
    #expect(error.code == Code("RU040") && error.message.contains("goi/a.json"))
    #expect(error.place.file?.hasSuffix("goi/b.json") == true)
    let absent = Pipeline.check(period, regulations: folder.path + "/khong-co", in: World())
    #expect(absent.findings.contains { $0.code == Code("PL065") })
    #expect(absent.status == .missingInput)
  }
}
