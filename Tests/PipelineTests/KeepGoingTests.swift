import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Pipeline
import TestSupport
import Templating
import Testing

@Suite("A build that keeps going")
struct KeepGoingTests {
  private func missing(_ launch: Sample) throws -> [[String?]] {
    let text = try #require(launch.output?["manifest.json"])
    let manifest = JSONReader.read([UInt8](text.utf8), file: "manifest.json").value?.root
    return try #require(manifest?["missing"]?.array).map { item in
      [item["kind"]?.string, item["subject"]?.string, item["because"]?.string]
    }
  }

  @Test("publishes what is good with 65, and lists what a faulty template keeps from being made")
  func template() async throws {
    let launch = try Sample()
    try launch.folder.put("không phải gói nén", at: "mau/ke-hoach.docx")
    let mend: (inout BuildRequest) -> Void = {
      $0.templates = launch.folder.path + "/mau"
      $0.keepGoing = true
    }
    try launch.folder.lay(Fixture.projectURL.appending(path: "Templates"), at: "Templates")
    let result = await launch.build(mend)
    #expect(result.status == .data)
    #expect(result.tail.contains("thiếu"), "\(result.tail)")
    let files = try #require(launch.output).keys
    #expect(!files.contains("ke-hoach/001-ke-hoach.docx"))
    #expect(files.contains("ke-hoach/001-ke-hoach.odt"))
    let missing = try missing(launch)
    #expect(missing.map { $0[0] } == ["ke-hoach"])
    #expect(missing.first?[2]?.isEmpty == false)
    let verified = Pipeline.verify(launch.folder.path + "/output/2026-phat-dong", in: World())
    #expect(verified.findings.isEmpty, "\(verified.findings)")
  }

  @Test("names each document that cannot be filled, and its subject")
  func filling() async throws {
    let launch = try Sample()
    try launch.folder.lay(Fixture.projectURL.appending(path: "Templates"), at: "Templates")
    let template = try MiniTemplate.bytes(["<<không có tên này>>"], .odt)
    let url = URL(fileURLWithPath: launch.folder.path + "/Templates/ke-hoach-don-vi.odt")
    try Data(template).write(to: url)
    let result = await launch.build {
      $0.templates = launch.folder.path + "/Templates"
      $0.keepGoing = true
    }
    #expect(result.status == .data)
    let missing = try missing(launch)
    #expect(missing.count >= 4)
    #expect(missing.allSatisfy { $0[0] == "ke-hoach-don-vi" && $0[1] != nil })
    #expect(missing.allSatisfy { $0[2]?.contains(".odt: ") == true }, "\(missing)")
    let files = try #require(launch.output).keys.filter { $0.hasPrefix("ke-hoach-don-vi/") }
    #expect(files.count == missing.count && files.allSatisfy { $0.hasSuffix(".docx") })
  }

  @Test("leaves out a kind that cannot be composed, and says why")
  func composing() async throws {
    let launch = try Sample()
    let path = "2026-phat-dong/van-ban.json"
    let text = try #require(launch.folder.text(path))
    let row = try #require(text.split(separator: "\n").first { $0.contains("\"ke-hoach\"") })
    let wrong = row.replacing("\"so\": null", with: "\"so\": \"15/KH\"")
      .replacing("\"ngay\": null", with: "\"ngay\": \"2026-05-04\"")
    try launch.folder.put(text.replacing(row, with: wrong), at: path)
    #expect(await launch.build().status == .data)
    #expect(launch.output == nil)
    let result = await launch.build { $0.keepGoing = true }
    #expect(result.status == .data)
    let missing = try missing(launch)
    #expect(missing.allSatisfy { $0[0] == "ke-hoach" })
    #expect(missing.contains { $0[2]?.contains("15/KH") == true }, "\(missing)")
    let files = try #require(launch.output).keys
    #expect(!files.contains { $0.hasPrefix("ke-hoach/") })
    #expect(files.contains { $0.hasPrefix("ke-hoach-don-vi/") })
  }

  @Test("stops all the same for a fault in the data, and when nothing is good")
  func nothingGood() async throws {
    let launch = try Sample()
    _ = await launch.build()
    let before = try #require(launch.output)
    let none = await launch.build {
      $0.keepGoing = true
      $0.templates = Fixture.projectURL.appending(path: "Sources").path
      $0.only = [.giayKhen]
    }
    #expect(none.status == .data && launch.output == before)
    try launch.folder.put("{ \"trich_yeu\": 3 }", at: "2026-phat-dong/ke-hoach.json")
    #expect(await launch.build { $0.keepGoing = true }.status == .data)
    #expect(launch.output == before)
  }

  @Test("is an ordinary build where nothing is wrong")
  func nothingWrong() async throws {
    let (one, other) = (try Sample(), try Sample())
    #expect(await one.build().status == .done)
    #expect(await other.build { $0.keepGoing = true }.status == .done)
    #expect(try #require(one.output) == #require(other.output))
  }
}
