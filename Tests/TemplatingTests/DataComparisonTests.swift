import Diagnostics
import LocatedJSON
import Templating
import Testing

@Suite("Data held against what a template asks for")
struct DataComparisonTests {
  private func compare(
    _ text: String, _ format: DocumentFormat, _ data: JSONValue
  ) throws -> (missing: [String], unread: [String]) {
    let bytes = try MiniDocument.bytes([MiniDocument.p(text)], format: format)
    let compiled = Template.compile(bytes, name: "mẫu")
    let comparison = try #require(compiled.value, "\(compiled.findings)").comparison(with: data)
    return (
      comparison.missing.map { "\($0.pointer)#\($0.name)×\($0.count) \($0.nearest ?? "")" },
      comparison.unread.map { "\($0.pointer) \($0.nearest ?? "")" }
    )
  }

  @Test("a branch that is not taken asks too", arguments: DocumentFormat.allCases)
  func branches(format: DocumentFormat) throws {
    let found = try compare(
      "<<nếu a>><<tên>><<không thì>><<lý do>><<hết>>", format, ["a": true, "ten": "x"])
    #expect(found.missing == ["#lý do×1 "])
  }

  @Test("near names are paired, in the same object first", arguments: DocumentFormat.allCases)
  func near(format: DocumentFormat) throws {
    let found = try compare(
      "<<đơn vị.tên tắt>>", format, ["ten_tan": "z", "don_vi": ["ten_tac": "y"]])
    #expect(found.missing == ["/don_vi#tên tắt×1 ten_tac"])
    #expect(found.unread == ["/ten_tan ", "/don_vi/ten_tac tên tắt"])
    let other = try compare("<<ngày sinh>>", format, ["ngay_shin": "x", "khac": 1])
    #expect(other.missing == ["#ngày sinh×1 ngay_shin"])
    #expect(other.unread == ["/ngay_shin ngày sinh", "/khac "])
  }

  @Test(
    "items that lack the same key are told once, with their number",
    arguments: DocumentFormat.allCases)
  func items(format: DocumentFormat) throws {
    let data: JSONValue = ["ds": [["ten": "a"], ["tem": "b"], ["ten": "c", "so": 1], ["x": 1]]]
    let found = try compare("<<mỗi p trong ds>><<p.tên>><<p.số>><<hết>>", format, data)
    #expect(found.missing == ["/ds/0#số×3 ", "/ds/1#tên×2 "])
  }

  @Test(
    "a name of an item that stands further out is neither missing nor unread",
    arguments: DocumentFormat.allCases)
  func outside(format: DocumentFormat) throws {
    let found = try compare(
      "<<mỗi p trong ds>><<p.tên>> <<nơi>><<hết>>", format,
      ["ds": [["ten": "a"]], "noi": "Sơn La"])
    #expect(found.missing.isEmpty && found.unread.isEmpty)
    let section = try compare(
      "<<#đơn vị>><<tên>> <<nơi>><</đơn vị>>", format, ["don_vi": ["ten": "a"], "noi": "Sơn La"])
    #expect(section.missing.isEmpty && section.unread.isEmpty)
  }

  @Test("a name behind a dot is not looked for further out", arguments: DocumentFormat.allCases)
  func dotted(format: DocumentFormat) throws {
    let found = try compare("<<đơn vị.tên>>", format, ["don_vi": ["dia_chi": "a"], "ten": "b"])
    #expect(found.missing == ["/don_vi#tên×1 ten"])
    #expect(found.unread == ["/don_vi/dia_chi ", "/ten tên"])
  }

  @Test("what a tag does without is not missing", arguments: DocumentFormat.allCases)
  func optional(format: DocumentFormat) throws {
    let found = try compare("<<a | mặc định ->><<nếu b để trống>>x<<hết>>", format, [:])
    #expect(found.missing.isEmpty)
  }

  @Test("data whose root is a list or a text", arguments: DocumentFormat.allCases)
  func roots(format: DocumentFormat) throws {
    let list = try compare("<<mỗi p trong .>><<p.tên>><<hết>>", format, [["ten": "a", "k": 1]])
    #expect(list.missing.isEmpty && list.unread == ["/0/k "])
    let text = try compare("<<.>>", format, "chữ")
    #expect(text.missing.isEmpty && text.unread.isEmpty)
  }
}
