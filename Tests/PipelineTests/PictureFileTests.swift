import Diagnostics
import Foundation
import TestSupport
import Templating
import Testing
import ZipContainer

@testable import Pipeline

@Suite("Pictures beside the data")
struct PictureFileTests {
  let folder: TemporaryFolder
  /// The head of a picture of 30 by 40 pixels, which is all that is read of it.
  static let picture: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0, 30, 0, 0, 0, 40, 1, 0, 0, 0, 0, 0, 0, 0, 0]

  init() throws {
    folder = try TemporaryFolder()
    let template = try MiniTemplate.bytes(picture: "<<ảnh | vừa khung>>")
    try put(template, "mau.odt")
    for name in ["du-lieu/anh/a.png", "ngoai/b.png"] {
      try folder.put("", at: name)
      try put(Self.picture, name)
    }
    try folder.link("du-lieu/lien-ket.png", to: "../ngoai/b.png")
  }

  private func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
  }

  /// The pictures in a document that was written.
  private func pictures(_ name: String) throws -> [[UInt8]] {
    let url = URL(fileURLWithPath: folder.path + "/" + name)
    let archive = try ZipArchive(reading: [UInt8](try Data(contentsOf: url)))
    return try archive.entries.filter { $0.name.hasPrefix("Pictures/") }
      .map { try archive.contents(of: $0) }
  }

  @Test("of one record and of many, found from the data file, wherever the command runs")
  func found() async throws {
    try folder.put("{\"anh\": \"anh/a.png\"}\n", at: "du-lieu/d.json")
    let data = folder.path + "/du-lieu/d.json"
    let template = folder.path + "/mau.odt"
    let one = Pipeline.render(
      RenderRequest(template: template, data: data, output: folder.path + "/mot.odt"), in: World())
    #expect(one.status == .done, "\(one.findings)")
    let many = await Pipeline.render(
      RecordsRequest(template: template, records: data, output: folder.path + "/nhieu"), in: World()
    )
    #expect(many.status == .done, "\(many.findings)")
    #expect(try pictures("mot.odt") == [Self.picture])
    #expect(try pictures("nhieu/000000.odt") == [Self.picture])
  }

  @Test(
    "that lie elsewhere are refused",
    arguments: [
      "../ngoai/b.png", "/etc/passwd", "lien-ket.png", "anh/../../ngoai/b.png", "anh", "anh/c.png",
    ])
  func elsewhere(path: String) throws {
    try folder.put("{\"anh\": \"\(path)\"}", at: "du-lieu/d.json")
    let result = Pipeline.render(
      RenderRequest(
        template: folder.path + "/mau.odt", data: folder.path + "/du-lieu/d.json",
        output: folder.path + "/mot.odt"), in: World())
    #expect(result.findings.map(\.code.description) == ["TE048"])
    #expect(result.status == .data && folder.text("mot.odt") == nil)
  }
}
