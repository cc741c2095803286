import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

@Suite("JSON with faults")
struct BadFileTests {
  @Test("every fault, once, where it stands", arguments: Fixture.all(in: "bad", extension: "json"))
  func findings(_ fixture: Fixture) throws {
    let bytes = [UInt8](try Data(contentsOf: fixture.input))
    let result = JSONReader.read(bytes, file: "in.json")
    try fixture.expectGolden(report(result))
    #expect(!result.findings.isEmpty)
    for span in result.findings.compactMap(\.place.span) {
      #expect(span.column >= 1 && span.length >= 1)
      let underlined = span.column - 1 + span.length
      #expect(underlined <= max(span.text.count, span.column), "the caret leaves the line")
    }
  }

  /// One line a finding; behind them the value, when reading could go on.
  private func report(_ result: Diagnosed<JSONDocument>) -> String {
    let lines = result.findings.map { finding in
      let span = finding.place.span.map { "\($0.line):\($0.column)+\($0.length)" } ?? "-"
      let pointer = finding.place.pointer ?? "-"
      let help = finding.help.map { " | \($0)" } ?? ""
      return "\(finding.severity) \(finding.code) \(span) \(pointer) \(finding.message)\(help)"
    }
    let value =
      result.value.map {
        "đọc được: " + String(decoding: JSONWriter.compact($0.root), as: UTF8.self)
      } ?? "không đọc được"
    return (lines + [value]).joined(separator: "\n") + "\n"
  }
}

@Suite("Any bytes at all")
struct HostileFileTests {
  private static let sample = Array(
    """
    {
      "họ tên": "Lò \\"Văn\\" \\u0041\\uD83C\\uDF96",
      "số": [0, -1.5e3, true, false, null],
      "rỗng": {"a": {}, "b": []}
    }

    """.utf8)

  @Test("every beginning of a file ends with a finding, unless it is whole")
  func prefixes() {
    for length in Self.sample.indices {
      let result = JSONReader.read(Array(Self.sample.prefix(length)), file: "x.json")
      let isWhole = length == Self.sample.count - 1
      #expect(result.hasErrors != isWhole, "\(length) bytes")
    }
  }

  @Test("every byte replaced by every other: reading ends, in bounds")
  func mutations() {
    var bytes = Self.sample
    for index in bytes.indices {
      let original = bytes[index]
      for byte in UInt8.min...UInt8.max {
        bytes[index] = byte
        let result = JSONReader.read(bytes, file: "x.json")
        #expect(result.value != nil || result.hasErrors)
      }
      bytes[index] = original
    }
  }

  @Test("random signs of JSON and Telex letters")
  func soup() {
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "'", "“", "”", "Ơ", "ơ", "Ư", "ư", "u\u{31B}", "1",
      "-", ".", "e", "true", "x", "\n", " ", "\u{A0}", "//", "/*", "*/", "\\u", "\\uD800",
      "\u{301}",
    ]
    // Knuth's linear congruence: the same signs on every run.
    var state: UInt64 = 20_260_504
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let result = JSONReader.read(Array(text.utf8), file: "x.json")
      #expect(result.value != nil || result.hasErrors)
    }
  }

  @Test("a limit that is exceeded is a finding")
  func limits() {
    var limits = JSONLimits()
    limits.bytes = 10
    #expect(codes("[1, 2, 3, 4]", limits) == ["JS024"])
    limits = JSONLimits()
    limits.values = 3
    #expect(codes("[1, 2, 3]", limits) == ["JS024"])
    #expect(codes("[1, 2]", limits) == [])
    limits.stringBytes = 4
    #expect(codes("\"abc\"", limits) == [])
    #expect(codes("\"abcd\"", limits) == ["JS024"])
    limits = JSONLimits()
    limits.findings = 2
    #expect(codes("[01, 02, 03, 04]", limits) == ["JS016", "JS016", "JS023"])
    limits.depth = 2
    #expect(codes("[[]]", limits) == [])
    #expect(codes("[[[]]]", limits) == ["JS024"])
  }

  @Test("a file that is all faults is not read to its end")
  func endless() throws {
    let text = "[" + String(repeating: "01,", count: 50_000) + "0]"
    let result = JSONReader.read(Array(text.utf8), file: "x.json")
    #expect(result.value == nil)
    let last = try #require(result.findings.last)
    #expect(last.code == Code("JS023") && last.message.contains("còn ít nhất 10000 lỗi nữa"))
  }

  @Test(
    "more faults than are told: the first of them, and how many more, whatever else is said",
    arguments: ["", "\u{FEFF}"], ["01, ", "ơ01ư, ", ", "])
  func tooManyFaults(mark: String, part: String) throws {
    let limit = JSONLimits.standard.findings
    let text = mark + "[" + String(repeating: part, count: limit + 20) + "ơơ1ưư]"
    let findings = JSONReader.read(Array(text.utf8), file: "x.json").findings
    let told = findings.filter { !["JS002", "JS023"].contains($0.code.description) }
    #expect(told.count <= limit && told.hasErrors)
    let offsets = told.compactMap { $0.place.span?.column }
    #expect(offsets == offsets.sorted())
    #expect(findings.last?.code == Code("JS023"))
    #expect(findings.first?.code == (mark.isEmpty ? told.first?.code : Code("JS002")))
  }

  @Test(
    "one line of megabytes full of faults is quoted once, and soon",
    arguments: [("[", "“x”, 01, ", "1]"), ("{", "\"a\": 1, ", "\"a\": 1}")], [5_000])
  func longLine(parts: (String, String, String), count: Int) {
    let text = parts.0 + String(repeating: parts.1, count: count) + parts.2
    let result = JSONReader.read(
      Array((text + String(repeating: " ", count: 1 << 20)).utf8), file: "x.json")
    #expect(result.findings.count == 2)
    #expect(result.findings.last?.code == Code("JS023"))
  }

  @Test("every code has a page, and every page a code that a fixture shows")
  func pages() throws {
    let shown = try Fixture.all(in: "bad", extension: "json").flatMap { fixture in
      codes(String(decoding: try Data(contentsOf: fixture.input), as: UTF8.self), .standard)
    }
    let other = ["JS001", "JS002", "JS003", "JS023"]
    let pages = LocatedJSONPages.all.map(\.code.description)
    #expect(pages == pages.sorted() && Set(pages).count == pages.count)
    #expect(Set(pages) == Set(shown + other))
  }

  private func codes(_ text: String, _ limits: JSONLimits) -> [String] {
    JSONReader.read(Array(text.utf8), file: "x.json", limits: limits).findings
      .map(\.code.description)
  }
}
