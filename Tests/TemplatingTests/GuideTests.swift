import Diagnostics
import Foundation
import LocatedJSON
import Templating
import TestSupport
import Testing

/// The page for authors, `docs/huong-dan-soan-mau.md`, and the templates of its pictures.
@Suite("The guide for authors of templates")
struct GuideTests {
  private static let docs = Fixture.projectURL.appending(path: "docs")
  private static let names: [String] = names(in: "vi-du", "docx")

  private static func names(in folder: String, _ suffix: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(
      atPath: docs.appending(path: folder).path)
    return (all ?? []).filter { $0.hasSuffix("." + suffix) }.sorted()
      .map { String($0.dropLast(suffix.count + 1)) }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.docs.appending(path: "vi-du").appending(path: path)))
  }

  @Test("a template beside what it becomes, the same in both formats", arguments: names)
  func example(name: String) throws {
    let data = try #require(
      JSONReader.read(try bytes("du-lieu.json"), file: "du-lieu.json").value?.root)
    let pictures = PictureSource { path, _ throws(PictureSource.Failure) in
      guard let content = try? bytes(path) else { throw .notFound }
      return content
    }
    var texts: [String] = []
    for format in DocumentFormat.allCases {
      let template = try bytes("\(name).\(format.rawValue)")
      let compiled = Template.compile(template, name: name)
      var lines = try shown(template, format: format) + ["", "→", ""]
      if let value = compiled.value {
        let filled = value.checked(data, pictures: pictures)
        #expect(filled.findings.isEmpty)
        let document = try #require(filled.value)
        #expect(broken(document, template: template).isEmpty)
        lines += try shown(document, format: format)
      }
      lines += compiled.findings.map { "\($0.code) \($0.message)" }.sorted()
      // Spaces are elements in Writer; a cell that is merged away holds nothing there.
      lines = lines.map { line in
        let spaced = line.replacing("␣", with: " ").replacing(#/ +/#, with: " ")
        return spaced.hasSuffix("|") ? String(spaced.dropLast()) : spaced
      }
      texts.append(lines.joined(separator: "\n") + "\n")
    }
    #expect(Set(texts).count == 1, "\(texts.joined(separator: "\n---\n"))")
    try expectText(
      texts[0], equals: Fixture.folderURL("guide").appending(path: "\(name).expected.txt"))
  }

  @Test("every template has its picture, and the page shows it")
  func pictures() throws {
    let page = try String(
      contentsOf: Self.docs.appending(path: "huong-dan-soan-mau.md"), encoding: .utf8)
    #expect(Self.names.count == 9)
    #expect(Self.names(in: "anh", "png") == Self.names)
    #expect(Self.names(in: "vi-du", "odt") == Self.names)
    for name in Self.names { #expect(page.contains("](anh/\(name).png)"), "\(name)") }
  }

  @Test("the page tells of the faulty template what the program tells")
  func faults() throws {
    let page = try String(
      contentsOf: Self.docs.appending(path: "huong-dan-soan-mau.md"), encoding: .utf8)
    let findings = Template.compile(try bytes("co-loi.docx"), name: "co-loi").findings
    #expect(findings.count == 4)
    for finding in findings { #expect(page.contains("| \(finding.code): "), "\(finding.code)") }
  }
}
