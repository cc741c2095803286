import Diagnostics
import Foundation
import LocatedJSON
import Regulations
import TestSupport
import Testing

@Suite("Trang tra cứu các quy tắc")
struct ReferenceTests {
  @Test("docs/quy-tac.md is what the packs say")
  func reference() throws {
    let packs = try #require(PackSet.embedded.value).packs
    let text = RegulationsPages.reference(of: packs)
    try expectText(text, equals: Fixture.projectURL.appending(path: "docs/quy-tac.md"))
    for rule in packs.flatMap(\.rules) { #expect(text.contains(rule.condition.text)) }
  }

  @Test("no word of a pack that goes into a paper speaks of the program")
  func wordsOnPapers() throws {
    let names = [
      "luu_y", "den_vi", "khi_khong_dat", "cach_dat", "van_ban", "ten", "y", "can", "vi",
    ]
    let folder = Fixture.projectURL.appending(path: "Sources/Regulations/Packs")
    var seen = 0
    func walk(_ value: JSONValue, _ key: String, isRule: Bool) {
      if let text = value.string, names.contains(key), isRule || key == "den_vi" || key == "van_ban"
      {
        seen += 1
        #expect(!text.lowercased().contains(/chương trình|phần mềm|gói quy định/), "\(text)")
      }
      for item in value.array ?? [] { walk(item, key, isRule: isRule) }
      guard case .object(let members) = value.kind else { return }
      // Rules about an award or the period speak to the clerk alone, in what the run reports.
      let subjects = value["doi_tuong"]?.array?.compactMap(\.string) ?? []
      let isUnevaluated = value["khong_xet"] != nil || key == "khong_xet"
      let speaks = subjects.contains("ca_nhan") || subjects.contains("tap_the")
      for member in members {
        walk(
          member.value, member.name,
          isRule: subjects.isEmpty ? isRule && !isUnevaluated : speaks)
      }
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      walk(try #require(JSONReader.read(bytes, file: name).value?.root), "", isRule: false)
    }
    #expect(seen > 100)
  }

  @Test("a rule that is not evaluated says so and why")
  func unevaluated() throws {
    let page = try #require(RegulationsPages.rules.first { $0.code.description == "R30" })
    #expect(page.body.contains("Chương trình không xét: "))
    #expect(page.body.contains("khoản 2, khoản 8 Điều 93"))
  }
}
