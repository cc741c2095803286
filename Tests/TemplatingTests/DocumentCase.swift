import Diagnostics
import LocatedJSON
import Templating
import Testing

/// A situation: a template, data, and what the finished document shows.
struct DocumentCase: CustomTestStringConvertible {
  let testDescription: String
  let blocks: [MiniDocument.Block]
  let data: JSONValue
  let expected: [String]

  init(
    _ name: String, _ blocks: [MiniDocument.Block], _ data: JSONValue, _ expected: [String]
  ) {
    testDescription = name
    self.blocks = blocks
    self.data = data
    self.expected = expected
  }

  /// Renders, compares what is shown, and renders once more to the same bytes.
  func check(_ format: DocumentFormat) throws {
    let bytes = try MiniDocument.bytes(blocks, format: format)
    let compiled = Template.compile(bytes, name: "mẫu")
    let template = try #require(compiled.value, "\(compiled.findings)")
    let result = template.checked(data)
    let document = try #require(result.value, "\(result.findings)")
    #expect(result.findings.isEmpty)
    #expect(try shown(document, format: format) == expected)
    #expect(broken(document, template: bytes).isEmpty)
    #expect(template.checked(data).value == document, "the same bytes again")
  }
}

/// The codes of what is said when a template is compiled, and then filled.
func codes(
  _ blocks: [MiniDocument.Block], _ format: DocumentFormat, _ data: JSONValue = [:]
) throws -> [String] {
  let compiled = Template.compile(try MiniDocument.bytes(blocks, format: format), name: "mẫu")
  let findings = compiled.findings + (compiled.value?.checked(data).findings ?? [])
  return findings.map(\.code.description)
}
