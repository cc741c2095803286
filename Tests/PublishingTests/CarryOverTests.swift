import Foundation
import Publishing
import TestSupport
import Testing

@Suite("What a person did in the folder is kept")
struct CarryOverTests {
  let place: TemporaryFolder
  var target: String { place.path + "/ket-qua" }

  init() throws {
    place = try TemporaryFolder()
    try Build.edition(1).run(target)
  }

  @Test("an edited document", arguments: FaultyFiles.Lack.allCases)
  func edited(lack: FaultyFiles.Lack) throws {
    try place.put("sửa tay", at: "ket-qua/ke-hoach/001-van-phong.docx")
    let warnings = try Build.edition(2).run(target, files: FaultyFiles(lacking: lack))
    #expect(
      warnings == [
        "“ke-hoach/001-van-phong.docx” đã được sửa bằng tay; bản sửa được giữ ở "
          + "“da-sua-tay/ke-hoach/001-van-phong.docx”"
      ])
    #expect(place.text("ket-qua/da-sua-tay/ke-hoach/001-van-phong.docx") == "sửa tay")
    #expect(place.text("ket-qua/ke-hoach/001-van-phong.docx") == "kế hoạch 2")
    #expect(place.names == ["ket-qua"])
  }

  @Test("a file put there, also one without an ending or hidden, and a link as a link")
  func placed() throws {
    try place.put("ảnh", at: "ket-qua/anh/bìa.png")
    try place.put("x", at: "ket-qua/GHI-CHU")
    try place.put("y", at: "ket-qua/.an")
    try place.link("ket-qua/lien-ket", to: "/etc")
    let warnings = try Build.edition(2).run(target)
    #expect(
      warnings
        == [".an", "GHI-CHU", "anh/bìa.png", "lien-ket"].map {
          "“\($0)” không do chương trình lập; tệp được giữ ở “da-sua-tay/\($0)”"
        })
    #expect(place.text("ket-qua/da-sua-tay/anh/bìa.png") == "ảnh")
    let link = target + "/da-sua-tay/lien-ket"
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "/etc")
  }

  @Test("a file that is no document: dropped as it was published, kept as a person left it")
  func otherFile() throws {
    var build = Build.edition(2)
    build.files = [("so-khen-thuong.them.json", "{}")]
    try build.run(target)
    #expect(try build.run(target).isEmpty)
    try place.put("[]", at: "ket-qua/so-khen-thuong.them.json")
    #expect(try Build.edition(3).run(target).count == 1)
    #expect(place.text("ket-qua/da-sua-tay/so-khen-thuong.them.json") == "[]")
    #expect(place.text("ket-qua/so-khen-thuong.them.json") == nil)
  }

  @Test("over many runs, each edit under a name of its own, warned of once")
  func manyRuns() throws {
    for number in 2...4 {
      try place.put("sửa \(number)", at: "ket-qua/ke-hoach/001-van-phong.docx")
      #expect(try Build.edition(number).run(target).count == 1)
    }
    #expect(try Build.edition(5).run(target).isEmpty)
    let kept = place.snapshot("ket-qua/da-sua-tay/ke-hoach")
    #expect(
      kept == [
        "001-van-phong.docx": "sửa 2", "001-van-phong (2).docx": "sửa 3",
        "001-van-phong (3).docx": "sửa 4",
      ])
  }

  @Test("where a kept file bears the name of a folder that is needed")
  func fileAgainstFolder() throws {
    try place.put("tệp", at: "ket-qua/da-sua-tay/ke-hoach")
    try place.put("sửa", at: "ket-qua/ke-hoach/001-van-phong.docx")
    try Build.edition(2).run(target)
    #expect(
      place.snapshot("ket-qua/da-sua-tay") == [
        "ke-hoach": "tệp", "ke-hoach (2)/001-van-phong.docx": "sửa",
      ])
  }

  @Test("a deleted document comes back, and an office program's lock file is no work of a person")
  func nothingToKeep() throws {
    try place.remove("ket-qua/ke-hoach/001-van-phong.odt")
    try place.put("x", at: "ket-qua/ke-hoach/.~lock.001-van-phong.odt#")
    try place.put("x", at: "ket-qua/ke-hoach/~$1-van-phong.docx")
    #expect(try Build.edition(2).run(target).isEmpty)
    #expect(place.text("ket-qua/ke-hoach/001-van-phong.odt") == "kế hoạch odt 2")
    #expect(place.snapshot("ket-qua/da-sua-tay") == nil)
  }

  @Test("when a name is no UTF-8, the run is refused rather than the file lost")
  func foreignEncoding() throws {
    let bytes: [CChar] = Array((target + "/").utf8CString.dropLast()) + [-1, -2, 0]
    let stream = bytes.withUnsafeBufferPointer { $0.baseAddress.flatMap { fopen($0, "w") } }
    try #require(stream.map { fclose($0) } == 0)
    #expect(throws: PublishingFailure.self) { try Build.edition(2).run(target) }
    #expect(place.text("ket-qua/ke-hoach/001-van-phong.docx") == "kế hoạch 1")
    #expect(place.names == ["ket-qua"])
  }
}
