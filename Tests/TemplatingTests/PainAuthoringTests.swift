import Diagnostics
import LocatedJSON
import Templating
import Testing

// The pains of the person who writes a template; see `PainTests`.

@Suite("What users of template engines suffer from: authoring")
struct PainAuthoringTests {
  @Test(
    "pain 5: every fault in one pass, with its place, the text around it and what to do",
    arguments: DocumentFormat.allCases)
  func everyFault(format: DocumentFormat) throws {
    let body =
      p("Họ tên: <<ho_ten", format) + p("Ngày <<ngày | in hao>>", format)
      + table([["TT", "Tên"], ["1", "x <<hết>>"]], format) + p("<<mỗi p trong ds>>", format)
    // Another engine would stop at the first of the four.
    let findings = Template.compile(try RawDocument.bytes(body, format), name: "mẫu").findings
    #expect(Set(findings.map(\.code.description)) == ["TE010", "TE016", "TE021", "TE020"])
    let context = { (code: String) in
      findings.first { $0.code == Code(code) }?.place.context ?? ""
    }
    #expect(context("TE010") == "thân văn bản, đoạn 1: “Họ tên: <<ho_ten”")
    #expect(context("TE021") == "thân văn bản, bảng 1, hàng 2, ô 2: “x <<hết>>”")
    #expect(findings.allSatisfy { $0.place.part != nil && $0.place.paragraph != nil })
    #expect(findings.allSatisfy { !($0.help ?? "").isEmpty })
    let paragraphs = Dictionary(grouping: findings, by: \.code).mapValues {
      $0.compactMap(\.place.paragraph)
    }
    #expect(paragraphs[Code("TE010")] == [0] && paragraphs[Code("TE021")] == [5])
  }

  @Test(
    "pain 5: a fault of the data names tag, place and the nearest name",
    arguments: DocumentFormat.allCases)
  func nearestName(format: DocumentFormat) throws {
    let template = try #require(
      Template.compile(
        try RawDocument.bytes(p("Ông <<họ tê>>, <<chức vụ>>", format), format), name: "mẫu"
      ).value)
    let findings = template.checked(["ho_ten": "An", "tuoi": 30]).findings
    #expect(findings.count == 2, "both missing names, not only the first")
    #expect(findings.first?.help == "có phải là “ho_ten”?")
    #expect(findings.first?.message.contains("“<<họ tê>>”") == true)
    #expect(findings.first?.place.context?.hasPrefix("thân văn bản, đoạn 1: ") == true)
  }

  @Test(
    "pain 14: what a template asks of its data, and what given data lack or have too much",
    arguments: DocumentFormat.allCases)
  func names(format: DocumentFormat) throws {
    let body =
      p("<<họ tên>> sinh <<ngày sinh | ngày>>", format)
      + table([["<<mỗi c trong con>><<c.tên>>", "<<c.tuổi | số>>"]], format)
    let template = try #require(
      Template.compile(try RawDocument.bytes(body, format), name: "mẫu").value)
    let schema = template.schema
    #expect(schema["required"]?.array?.compactMap(\.string) == ["ho_ten", "ngay_sinh", "con"])
    #expect(schema["properties"]?["ngay_sinh"]?["format"]?.string == "date")
    #expect(schema["properties"]?["con"]?["items"]?["properties"]?["tuoi"] != nil)
    #expect(template.checked(template.sample).findings.isEmpty)
    let data: JSONValue = ["ho_ten": "An", "ngay_shin": "2026-01-01", "con": [], "ma": "x"]
    #expect(template.unread(in: data) == ["/ngay_shin", "/ma"])
    #expect(template.checked(data).findings.map(\.help) == ["có phải là “ngay_shin”?"])
  }
}
