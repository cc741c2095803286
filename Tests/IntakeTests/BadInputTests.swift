import Diagnostics
import Foundation
import Intake
import TestSupport
import Testing

@Suite("a folder with faults")
struct BadInputTests {
  @Test("every fault is told, in order", arguments: Situation.all())
  func situation(_ situation: Situation) throws {
    let result = Intake.read(try situation.period())
    let golden = situation.folder.appending(path: "expected.txt")
    try expectText(lines(result.findings), equals: golden)
    #expect(!result.findings.isEmpty)
    #expect((result.value == nil) == result.hasErrors)
  }

  @Test("each has a verdict for the schema", arguments: Situation.all())
  func verdict(_ situation: Situation) throws {
    let url = situation.folder.appending(path: "schema-verdict.txt")
    let verdict = try String(contentsOf: url, encoding: .utf8)
    let words = verdict.split(whereSeparator: \.isWhitespace).map(String.init)
    try #require(words == ["valid"] || (words.first == "invalid" && words.count > 1))
    for path in words.dropFirst() {
      #expect(FileManager.default.fileExists(atPath: situation.folder.appending(path: path).path))
    }
  }

  @Test("all situations are found")
  func count() { #expect(Situation.all().count >= 30) }
}

@Suite("pages behind the codes")
struct IntakePageTests {
  @Test("every code raised in the sources has a page and every page a code")
  func pages() throws {
    let root = Fixture.projectURL.appending(path: "Sources/Intake")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    var raised: Set<String> = []
    for name in names where name.hasSuffix(".swift") && !name.hasSuffix("Pages.swift") {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      raised.formUnion(text.matches(of: /Code\("(IN\d{3})"\)/).map { String($0.1) })
    }
    #expect(IntakePages.all.map(\.code.description) == raised.sorted())
  }
}
