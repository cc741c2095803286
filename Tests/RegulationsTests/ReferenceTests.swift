import Diagnostics
import Foundation
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

  @Test("a rule that is not evaluated says so and why")
  func unevaluated() throws {
    let page = try #require(RegulationsPages.rules.first { $0.code.description == "R30" })
    #expect(page.body.contains("Chương trình không xét: "))
    #expect(page.body.contains("khoản 2, khoản 8 Điều 93"))
  }
}
