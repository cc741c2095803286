import Diagnostics
import Foundation
import LocatedJSON
import Pipeline
import TestSupport
import Testing

@Suite("Checking the yearly review of 2026")
struct YearlyCheckTests {
  private static var period: String {
    Fixture.projectURL.appending(path: "Samples/2026-hang-nam").path
  }

  @Test("the outcome of every nomination is the one recomputed from the JSON by another program")
  func outcomes() throws {
    let table = Fixture.projectURL.appending(
      path: "Tests/Independent/expected/2026-hang-nam.json")
    let read = JSONReader.read([UInt8](try Data(contentsOf: table)), file: "expected")
    let rows = try #require(read.value?.root["de_nghi"]?.array)
    let result = Pipeline.check(Self.period, in: World())
    #expect(result.status == .done)
    for row in rows {
      let id = try #require(row["ma"]?.string)
      let found = result.findings.filter { $0.message.hasPrefix("\(id) (") }
      // What only warns changes no outcome; the table names the rules that warn.
      let warned = Set(found.filter { $0.code.description == "RU034" }.map(\.message))
      let warnings = row["canh_bao"]?.array?.compactMap(\.string) ?? []
      #expect(warned.count == warnings.count, "\(id) \(warned)")
      #expect(warnings.allSatisfy { rule in warned.contains { $0.contains(rule) } }, "\(id)")
      let codes = Set(found.map(\.code.description)).subtracting(["RU034", "RU036"])
      switch row["ket_qua"]?.string {
      case "met": #expect(codes == ["RU030"], "\(id)")
      case "unmet": #expect(codes.contains("RU031") && !codes.contains("RU030"), "\(id)")
      case "undecided": #expect(codes == ["RU032"], "\(id)")
      default: #expect(codes.isEmpty, "\(id)")
      }
    }
    #expect(result.tail.hasPrefix("6 đề nghị đạt, 6 đề nghị không đạt, 5 đề nghị chưa đủ dữ kiện"))
  }

  @Test("an outcome is a result and no fault; every one that is not met says what would help")
  func results() {
    let findings = Pipeline.check(Self.period, in: World()).findings
    #expect(!findings.hasErrors)
    for finding in findings where ["RU031", "RU032"].contains(finding.code.description) {
      #expect(finding.help != nil && finding.place.file != nil, "\(finding.message)")
    }
  }
}
