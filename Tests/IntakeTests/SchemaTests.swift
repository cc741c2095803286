import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import Intake

@Suite("JSON Schemas of the input files")
struct SchemaTests {
  private static let folder = Fixture.projectURL.appending(path: "Samples/schemas")

  @Test("the committed schema is the generated one", arguments: FileKind.allCases)
  func committed(kind: FileKind) throws {
    let name = kind.rawValue + ".schema.json"
    let schema = try #require(SchemaWriter.all.first { $0.name == name })
    try expectText(
      String(decoding: schema.bytes, as: UTF8.self), equals: Self.folder.appending(path: name))
  }

  @Test("no schema without an input file")
  func noOthers() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(
      names.filter { $0.hasSuffix(".json") }.sorted() == SchemaWriter.all.map(\.name).sorted())
  }

  @Test("every key has a description that ends like a sentence", arguments: FileKind.allCases)
  func described(kind: FileKind) {
    for field in Self.fields(of: .object(kind.file.top)) {
      #expect(field.description.hasSuffix("."), "\(kind.fileName): \(field.key)")
      #expect(field.key.wholeMatch(of: /[a-z][a-z_]*/) != nil, "\(field.key)")
    }
  }

  @Test(
    "predicate and pattern of a text agree",
    arguments: [
      "", " ", "a", "TH03", "SK-2026-04", "a b", "Đ1", "-a", "a.b_c", "08:00", "24:00", "8:00",
      "23:59", "08:60", "2/3", "0/3", "2/", "12/100", "IV", "iv", "IVa", "X", "đ", "08:000",
    ])
  func patterns(text: String) throws {
    for rule in TextRule.allCases {
      let pattern = try Regex(rule.pattern)
      #expect(rule.accepts(text) == (text.firstMatch(of: pattern) != nil), "\(rule): \(text)")
    }
  }

  private static func fields(of shape: Shape) -> [Field] {
    switch shape {
    case .object(let object):
      object.fields + object.fields.flatMap { fields(of: $0.shape) }
    case .list(let item, _, _), .map(_, let item): fields(of: item)
    default: []
    }
  }
}
