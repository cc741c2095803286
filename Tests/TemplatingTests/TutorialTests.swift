import Diagnostics
import Foundation
import LocatedJSON
import Templating
import TestSupport
import Testing

// The code of `Templating.docc/FillingAFirstTemplate.md`, compiled and run; the last test compares.

func compiled(_ document: [UInt8]) -> Template? {
  let compiled = Template.compile(document, name: "thu-moi")
  for finding in compiled.findings {
    print(finding.code, finding.message, finding.place.context ?? "", finding.help ?? "")
  }
  return compiled.value
}

func lacking(_ data: JSONValue, in template: Template) -> [String] {
  template.comparison(with: data).missing.map { missing in
    "\(missing.name): \(missing.nearest.map { "có phải là \($0)?" } ?? "chưa có")"
  }
}

func letter(_ template: Template, to name: String, isWoman: Bool) -> [UInt8]? {
  let data: JSONValue = [
    "ho_ten": .string(name), "nu": isWoman ? true : false, "ngay_hop": "2026-09-05",
  ]
  let filled = template.render(data)
  for finding in filled.findings { print(finding.code, finding.message) }
  return filled.value
}

func copy(of document: [UInt8], with findings: [Diagnostic]) -> [UInt8]? {
  Template.annotated(document, with: findings).value
}

@Suite("The tutorial of the library")
struct TutorialTests {
  private static let article = Fixture.projectURL.appending(
    path: "Sources/Templating/Templating.docc/FillingAFirstTemplate.md")

  /// The letter that the article asks its reader to type.
  private func typed(_ format: DocumentFormat) throws -> [UInt8] {
    let text = try String(contentsOf: Self.article, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("> ") }.map {
      MiniDocument.p(String($0.dropFirst(2)))
    }
    #expect(lines.count == 2)
    return try MiniDocument.bytes(lines, format: format)
  }

  @Test("the letter is filled", arguments: DocumentFormat.allCases)
  func fills(format: DocumentFormat) throws {
    let template = try #require(compiled(try typed(format)))
    let document = try #require(letter(template, to: "Lò Thị Xuân", isWoman: true))
    expectSound(document)
    #expect(
      try shown(document, format: format) == [
        "Kính gửi: Bà Lò Thị Xuân", "Thời gian: ngày 05 tháng 9 năm 2026.",
      ])
    #expect(
      lacking(["ho_tne": "x", "nu": true], in: template) == [
        "họ tên: có phải là ho_tne?", "ngày họp: chưa có",
      ])
    #expect(copy(of: try typed(format), with: []) != nil)
  }

  @Test("the article shows the code that is compiled here")
  func same() throws {
    let article = try String(contentsOf: Self.article, encoding: .utf8)
    let source = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
    let blocks = article.split(separator: "```swift\n").dropFirst().map {
      String($0.prefix(upTo: $0.firstRange(of: "\n```")?.lowerBound ?? $0.endIndex))
    }
    #expect(blocks.count == 4)
    for block in blocks { #expect(source.contains("\n\(block)\n"), "\(block)") }
  }
}
