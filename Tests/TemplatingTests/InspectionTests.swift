import Diagnostics
import Foundation
import LocatedJSON
import Templating
import TestSupport
import Testing

@Suite("The data a template asks for")
struct InspectionTests {
  private func template(_ body: [MiniDocument.Block]) throws -> Template {
    let compiled = Template.compile(try MiniDocument.bytes(body, format: .docx), name: "mẫu")
    return try #require(compiled.value, "\(compiled.findings)")
  }

  private func compact(_ value: JSONValue) -> String {
    String(decoding: JSONWriter.compact(value), as: UTF8.self)
  }

  @Test(
    "the office's templates",
    arguments: ["ke-hoach.docx", "ke-hoach.odt", "ke-hoach-don-vi.docx", "ke-hoach-don-vi.odt"])
  func office(name: String) throws {
    let bytes = [UInt8](
      try Data(contentsOf: Fixture.projectURL.appending(path: "Templates/\(name)")))
    let template = try #require(Template.compile(bytes, name: name).value)
    let stem = name.split(separator: ".")[0]
    let folder = Fixture.folderURL("inspection")
    // Both formats of a template ask for the same.
    for (value, kind) in [(template.schema, "schema"), (template.sample, "sample")] {
      try expectText(
        String(decoding: JSONWriter.pretty(value), as: UTF8.self),
        equals: folder.appending(path: "\(stem).\(kind).expected.txt"))
    }
    try expectFilled(template)
  }

  /// The sample, and data made from nothing but the schema, fill the template without a finding.
  private func expectFilled(_ template: Template) throws {
    var trials = [template.sample]
    for count in [0, 1, 3] {
      trials.append(instance(of: template.schema, items: count, full: false))
      trials.append(instance(of: template.schema, items: count, full: true))
    }
    for data in trials {
      let result = template.checked(data)
      #expect(result.findings.isEmpty, "\(compact(data))")
      #expect(result.value != nil && template.unread(in: data).isEmpty)
    }
  }

  /// A value that satisfies a schema of ours; `full` adds what is not required.
  private func instance(of schema: JSONValue, items: Int, full: Bool) -> JSONValue {
    let type = schema["type"]?.string ?? schema["type"]?.array?.first?.string
    switch type {
    case "object":
      let required = (schema["required"]?.array ?? []).compactMap(\.string)
      guard case .object(let properties) = schema["properties"]?.kind else { return [:] }
      return JSONValue(
        .object(
          properties.filter { full || required.contains($0.name) }.map {
            JSONValue.Member($0.name, instance(of: $0.value, items: items, full: full))
          }))
    case "array":
      let item = instance(of: schema["items"] ?? [:], items: items, full: full)
      return JSONValue(.array(Array(repeating: item, count: items)))
    case "number", "integer": return schema["minimum"] ?? 7
    case "boolean": return true
    case "string": return schema["format"] == nil ? "chữ" : "2027-12-31"
    default: return full ? true : nil
    }
  }

  @Test(
    "shapes",
    arguments: [
      (
        "<<mỗi a trong x>><<mỗi b trong a.y>><<b.z>><<hết>><<a.t>><<hết>>",
        #"{"x":[{"y":[{"z":"z"}],"t":"t"}]}"#
      ),
      ("<<mỗi a trong x>><<u>><<vòng.stt>><<stt>><<hết>><<u>>", #"{"x":["x"],"u":"u"}"#),
      ("<<mỗi a trong x>><<y>><<..z>><<hết>>", #"{"x":[{"y":"y"}],"z":"z"}"#),
      (
        "<<nếu a = 3>><<hết>><<nếu b>><<hết>><<nếu c > '2026-01-01'>><<hết>>",
        #"{"a":1,"b":true,"c":"2026-01-31"}"#
      ),
      (
        "<<a | ngày>> <<b | tiền bằng chữ>> <<c | nối ;>> <<d | la mã>>",
        #"{"a":"2026-01-31","b":1,"c":["c"],"d":1}"#
      ),
      // The items of a list whose own place shows only in the second pass are not the root's.
      (
        "<<mỗi a trong x>><<mỗi b trong y>><<b.z>><<hết>><<hết>>",
        #"{"x":[{"y":[{"z":"z"}]}]}"#
      ),
      ("<<mỗi a trong x>><<.>><<hết>><<nếu 'k' có trong y>><<hết>>", #"{"x":["x"],"y":["y"]}"#),
      (
        "<<a.b>> <<c | mặc định -->> <<nếu d để trống>><<hết>>", #"{"a":{"b":"b"},"c":"c","d":"d"}"#
      ),
    ])
  func shapes(text: String, expected: String) throws {
    let template = try template([MiniDocument.p(text)])
    #expect(compact(template.sample) == expected)
    try expectFilled(template)
  }

  @Test("a row repeated without an end ends with its row")
  func implicitEnd() throws {
    let template = try template([
      .table([MiniDocument.row("<<mỗi p trong ds>><<p.ten>>")]), MiniDocument.p("<<cuoi>>"),
    ])
    #expect(compact(template.sample) == #"{"ds":[{"ten":"ten"}],"cuoi":"cuoi"}"#)
    try expectFilled(template)
  }

  @Test("what no tag reads")
  func unread() throws {
    let template = try template([MiniDocument.p("<<a.b>><<mỗi p trong ds>><<p.c>><<hết>>")])
    let data: JSONValue = [
      "a": ["b": "1", "x/y": "2"], "ds": [["c": "3", "d": "4"]], "e": "5",
    ]
    #expect(template.unread(in: data) == ["/a/x~1y", "/ds/0/d", "/e"])
  }
}
