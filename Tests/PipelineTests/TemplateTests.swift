import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Templating
import Testing
import XMLTree
import ZipContainer

/// The paragraphs that a document shows, in order, blank ones left out.
func visibleParagraphs(_ bytes: [UInt8]) throws -> [String] {
  let archive = try ZipArchive(reading: bytes)
  let isWord = archive.entry(named: "word/document.xml") != nil
  let name = isWord ? "word/document.xml" : "content.xml"
  let entry = try #require(archive.entry(named: name))
  let root = try XMLDocument(parsing: try archive.contents(of: entry)).root
  var lines: [String] = []
  for node in root.descendants where ["p", "h"].contains(node.name.local) {
    guard node.name.namespace.hasSuffix("wordprocessingml/2006/main") || !isWord else { continue }
    var line = ""
    for inner in node.descendants {
      switch inner.kind {
      case .text:
        let isText = !isWord || inner.parent?.name.local == "t"
        if isText, inner.parent?.name.local != "desc" { line += inner.text }
      case .element:
        if inner.name.local == "s" { line += " " }
      default: break
      }
    }
    let flat = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !flat.isEmpty { lines.append(flat) }
  }
  return lines
}

@Suite("The office's templates")
struct TemplateTests {
  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Fixture.projectURL.appending(path: path)))
  }

  @Test(
    "no sentence of the plan stands in a template",
    arguments: ["ke-hoach.docx", "ke-hoach.odt", "ke-hoach-don-vi.docx", "ke-hoach-don-vi.odt"])
  func noSentence(template: String) throws {
    let shown = try visibleParagraphs(try Self.bytes("Templates/\(template)"))
    let source = try String(
      contentsOf: Fixture.projectURL.appending(
        path: "Samples/2026-phat-dong/nguon/ke-hoach-phat-dong.txt"), encoding: .utf8)
    for line in source.split(separator: "\n") where line.count > 20 {
      #expect(!shown.contains { $0.contains(line) }, "\(line)")
    }
  }

  @Test(
    "another plan, of other depth and length, from the same template",
    arguments: Fixture.all(in: "plans", extension: "json"), DocumentFormat.allCases)
  func otherPlan(fixture: Fixture, format: DocumentFormat) throws {
    let path = "Templates/ke-hoach.\(format.rawValue)"
    let compiled = Template.compile(try Self.bytes(path), name: path)
    let template = try #require(compiled.value, "\(compiled.findings)")
    let data = JSONReader.read([UInt8](try Data(contentsOf: fixture.input)), file: "plan")
    let result = template.render(try #require(data.value).root)
    let document = try #require(result.value, "\(result.findings)")
    try fixture.expectGolden(try visibleParagraphs(document).joined(separator: "\n") + "\n")
  }
}
