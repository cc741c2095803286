import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("A published folder against its manifest")
struct VerificationTests {
  let place: TemporaryFolder
  var target: String { place.path + "/ket-qua" }

  init() throws {
    place = try TemporaryFolder()
    try Build.edition(1).run(target)
  }

  private func codes(_ tags: [String] = []) -> [String] {
    Verification.verify(folder: target) { bytes, format in
      format == "odt" && !bytes.isEmpty ? tags : []
    }.findings.map(\.code.description)
  }

  @Test("as it was published")
  func good() {
    let result = Verification.verify(folder: target) { _, _ in [] }
    #expect(result.findings.isEmpty)
    #expect(result.value?.documents.count == Build.edition(1).contents.count)
  }

  @Test("with a file altered, in size or only in content", arguments: ["khác", "kế hoạch 9"])
  func altered(text: String) throws {
    try place.put(text, at: "ket-qua/ke-hoach/001-van-phong.docx")
    #expect(codes() == ["PB015"])
  }

  @Test("with a file missing, one too many, and a link in the place of one")
  func missingExtraLink() throws {
    try place.remove("ket-qua/ke-hoach/001-van-phong.docx")
    try place.put("x", at: "ket-qua/ke-hoach/thêm.docx")
    try place.remove("ket-qua/ke-hoach/001-van-phong.odt")
    try place.link("ket-qua/ke-hoach/001-van-phong.odt", to: "/etc/passwd")
    #expect(codes() == ["PB014", "PB017", "PB016"])
  }

  @Test("with tags left over in a document")
  func leftOver() {
    let findings = Verification.verify(folder: target) { _, format in
      format == "odt" ? ["<<a>>", "«b", "{{c}}", "<<d>>"] : []
    }.findings
    #expect(
      findings.map(\.message) == [
        "tệp “ke-hoach/001-van-phong.odt” còn sót thẻ của mẫu: “<<a>>”, “«b”, “{{c}}” và 1 thẻ nữa"
      ])
  }

  @Test("a file that is no document is vouched for too, and never searched for tags")
  func otherFile() throws {
    var build = Build.edition(2)
    build.files = [("so-khen-thuong.them.json", "{}")]
    try build.run(target)
    let findings = Verification.verify(folder: target) { _, format in
      ["docx", "odt"].contains(format) ? [] : ["<<a>>"]
    }.findings
    #expect(findings.isEmpty)
    try place.put("[]", at: "ket-qua/so-khen-thuong.them.json")
    #expect(codes() == ["PB015"])
    try place.remove("ket-qua/so-khen-thuong.them.json")
    #expect(codes() == ["PB014"])
  }

  @Test("what a person keeps, and an office program's lock, are passed over")
  func passedOver() throws {
    try place.put("x", at: "ket-qua/da-sua-tay/x.docx")
    try place.put("x", at: "ket-qua/ke-hoach/.~lock.001-van-phong.odt#")
    #expect(codes().isEmpty)
  }

  @Test(
    "without a manifest of ours",
    arguments: [nil, "{", "[]", #"{"generator":{"name":"khác","version":"1"}}"#])
  func noManifest(text: String?) throws {
    try place.remove("ket-qua/manifest.json")
    if let text { try place.put(text, at: "ket-qua/manifest.json") }
    let result = Verification.verify(folder: target) { _, _ in [] }
    #expect(result.value == nil)
    #expect(result.findings.map(\.code.description) == ["PB013"])
  }

  @Test("a manifest that names a file outside the folder reads nothing there")
  func escaping() throws {
    let manifest = try #require(place.text("ket-qua/manifest.json"))
    let hostile = manifest.replacingOccurrences(
      of: "ke-hoach/001-van-phong.docx", with: "../../etc/passwd")
    try place.put(hostile, at: "ket-qua/manifest.json")
    #expect(codes() == ["PB014", "PB016"])
  }

  @Test("a folder that is not there is a missing input")
  func noFolder() {
    let result = Verification.verify(folder: place.path + "/khong-co") { _, _ in [] }
    #expect(result.findings.map(\.code.description) == ["PB008"])
  }
}
