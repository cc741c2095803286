import Composition
import Diagnostics
import Foundation
import Intake
import TestSupport
import Testing

@Suite("Dữ liệu mẫu của đợt phát động năm 2026")
struct LaunchSampleTests {
  private func files(_ folder: String, isShared: Bool) throws -> [InputFile] {
    let root = Fixture.projectURL.appendingPathComponent("Samples")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent(folder).path)
    return try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
      let path = "\(folder)/\(name)"
      let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
      return InputFile(path: path, bytes: bytes, isShared: isShared)
    }
  }

  @Test("everything asked of the office and of its units is there, and nothing is found")
  func complete() throws {
    let period = PeriodFiles(
      folder: "2026-phat-dong", sharedFolder: .read("chung"),
      files: try files("2026-phat-dong", isShared: false) + files("chung", isShared: true))
    let read = Intake.read(period)
    #expect(read.findings.map(\.message) == [])
    let composed = Composition.compose(try #require(read.value))
    #expect(composed.findings.map(\.message) == [])
    let orders = try #require(composed.value)
    #expect(
      orders.map(\.id) == [
        "ke-hoach/001-ke-hoach", "ke-hoach-don-vi/001-phong-tong-hop",
        "ke-hoach-don-vi/002-phong-to-chuc-hanh-chinh-quan-tri",
        "ke-hoach-don-vi/003-phong-kinh-te", "ke-hoach-don-vi/004-phong-khoa-giao-van-xa",
        "ke-hoach-don-vi/005-phong-noi-chinh", "ke-hoach-don-vi/006-trung-tam-thong-tin",
      ])
  }
}
