import Diagnostics
import LocatedJSON
import Templating
import Testing

private typealias M = MiniDocument

@Suite("Budgets end what would not end")
struct BudgetTests {
  private static let tenThousand = JSONValue.array((0..<10_000).map { JSONValue.integer($0) })

  private func render(
    _ text: String, _ format: DocumentFormat, _ change: (inout RenderLimits) -> Void
  ) throws -> [Diagnostic] {
    let template = try #require(
      Template.compile(try M.bytes([M.p(text)], format: format), name: "mẫu").value)
    var limits = RenderLimits.standard
    change(&limits)
    let result = template.checked(["ds": Self.tenThousand, "a": "x"], limits: limits)
    #expect(result.value == nil)
    return result.findings
  }

  @Test("ten thousand times ten thousand items", arguments: DocumentFormat.allCases)
  func loops(format: DocumentFormat) throws {
    // The standard budget is smaller than the loop; a smaller one still keeps the test short.
    #expect(RenderLimits.standard.steps <= 10_000 * 10_000)
    let findings = try render(
      "<<mỗi x trong ds>><<mỗi y trong ds>>x<<hết>><<hết>>", format
    ) { $0.steps = 300_000 }
    #expect(findings.map(\.code) == [Code("TE040")])
    #expect(findings.first?.message.contains("giới hạn 300000 bước") == true)
  }

  @Test("expressions that look at every item in every round", arguments: DocumentFormat.allCases)
  func expressions(format: DocumentFormat) throws {
    let findings = try render(
      "<<mỗi x trong ds>><<nếu (ds | lọc . > x | đếm) > 9>>x<<hết>><<hết>>", format
    ) { $0.steps = 60_000 }
    #expect(findings.map(\.code) == [Code("TE040")])
  }

  @Test(
    "bytes of the output, though nothing of it may be handed on", arguments: DocumentFormat.allCases
  )
  func bytes(format: DocumentFormat) throws {
    let findings = try render("<<mỗi x trong ds>>0123456789<<hết>>", format) { $0.bytes = 90_000 }
    #expect(findings.map(\.code) == [Code("TE041")])
    #expect(findings.first?.message.contains("giới hạn 90000 byte") == true)
  }

  @Test("depth and number of tags", arguments: DocumentFormat.allCases)
  func compile(format: DocumentFormat) throws {
    let deep = String(repeating: "<<nếu a>>", count: 65) + String(repeating: "<<hết>>", count: 65)
    let many = String(repeating: "<<a>>", count: 20_001)
    for (text, code) in [(deep, "TE051"), (many, "TE042")] {
      let compiled = Template.compile(try M.bytes([M.p(text)], format: format), name: "mẫu")
      #expect(compiled.findings.map(\.code) == [Code(code)])
    }
    let allowed =
      String(repeating: "<<nếu a>>", count: 64) + String(repeating: "<<hết>>", count: 64)
    #expect(Template.compile(try M.bytes([M.p(allowed)], format: format), name: "mẫu").value != nil)
  }
}
