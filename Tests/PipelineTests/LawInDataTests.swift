import Foundation
import TestSupport
import Testing

/// The law is data: no article, instrument, day or amount of it stands in Swift code or as the fixed
/// text of a template.
@Suite("Law in code and templates")
struct LawInDataTests {
  /// A place where words that look like law may stand, and why they are none that decides.
  struct Allowed: Sendable {
    let file: String
    let words: String
    let why: String
  }

  private static let inCode = [
    Allowed(
      file: "Composition/Pages.swift", words: "30/2020/NĐ-CP",
      why: "a page explains the form of papers to the clerk; no paper prints it"),
    Allowed(
      file: "Composition/Pages.swift", words: "mục II, khoản",
      why: "the same page, its second line"),
    Allowed(
      file: "Intake/Pages.swift", words: "Nghị định 30/2020/NĐ-CP",
      why: "a page on how days are written"),
    Allowed(
      file: "Pipeline/LintReportPage.swift", words: "Nghị định 30/2020/NĐ-CP",
      why: "the title of the report of form; each check cites its place in checks.json"),
    Allowed(
      file: "thidua/Commands/Lint.swift", words: "Nghị định 30/2020/NĐ-CP",
      why: "what the command is for"),
    Allowed(
      file: "Conformance/Checks/RecipientChecks.swift", words: #"Điều 1 đến Điều \("#,
      why: "the articles of the decision that is checked, counted in it"),
    Allowed(
      file: "LocatedJSON/Pages.swift", words: "1.250.000", why: "how a number is not written"),
    Allowed(
      file: "Templating/Pages.swift", words: "1.250.000", why: "how a number is not written"),
  ]

  private static let inTemplates = [
    Allowed(
      file: "bien-ban-hoi-dong", words: "tại khoản 5 mục II.",
      why: "a part of the minutes themselves"),
    Allowed(
      file: "quyet-dinh-khen-thuong", words: "Điều 1. Tặng", why: "the decision's own article"),
    Allowed(
      file: "quyet-dinh-khen-thuong", words: "Điều 2. Kèm theo",
      why: "the decision's own article"),
    Allowed(
      file: "quyet-dinh-khen-thuong", words: "có tên tại Điều 1",
      why: "the decision's own article"),
  ]

  /// Articles, clauses and points by number, instruments by number, amounts of đồng.
  private static func looksLikeLaw(_ text: String) -> Bool {
    text.contains(/Điều \d|[Kk]hoản \d|[Đđ]iểm [a-zđ],? khoản/)
      || text.contains(/(?:Nghị định|Luật|Thông tư|Nghị quyết|Công văn)(?: số)? \d/)
      || text.contains(/\d\/\d{4}\/(?:NĐ|QH|TT|QĐ|NQ)/)
      || text.contains(/\b\d{1,3}(?:\.\d{3}){2,}\b/)
  }

  /// The salaries, coefficients and days in force of the packs, as code would write them.
  private static func values() throws -> [String] {
    let folder = Fixture.projectURL.appending(path: "Sources/Regulations/Packs")
    var values: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /"(?:tu|den|ngay)": "(\d{4})-(\d\d)-(\d\d)"/) {
        let (year, month, day) = (match.1, match.2, match.3)
        values += ["\(year)-\(month)-\(day)", "\(day)/\(month)/\(year)"]
      }
      for match in text.matches(of: /"gia_tri": (\d{6,})/) {
        let digits = String(match.1)
        values += [digits, grouped(digits, by: "_"), grouped(digits, by: ".")]
      }
    }
    #expect(values.contains("2026-07-01") && values.contains("2_530_000"))
    return values
  }

  private static func grouped(_ digits: String, by sign: String) -> String {
    digits.count <= 3
      ? digits : grouped(String(digits.dropLast(3)), by: sign) + sign + digits.suffix(3)
  }

  /// A file's lines without its comments; a comment may cite the law.
  private static func code(_ url: URL) throws -> [Substring] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap { line in
      let trimmed = line.drop { $0 == " " }
      guard !trimmed.hasPrefix("//") else { return nil }
      guard let comment = line.range(of: " // ") else { return line }
      let before = line[..<comment.lowerBound]
      return before.count { $0 == "\"" }.isMultiple(of: 2) ? before : line
    }
  }

  @Test("no article, instrument, day in force or amount stands in Swift code")
  func code() throws {
    let root = Fixture.projectURL.appending(path: "Sources")
    let names = try #require(FileManager.default.enumerator(atPath: root.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
    #expect(names.count > 200)
    let values = try Self.values()
    var used: Set<String> = []
    for name in names {
      for line in try Self.code(root.appending(path: name)) {
        let value = values.first { line.contains($0) }
        guard Self.looksLikeLaw(String(line)) || value != nil else { continue }
        let allowed = Self.inCode.filter { $0.file == name && line.contains($0.words) }
        #expect(!allowed.isEmpty, "\(name): \(line)")
        used.formUnion(allowed.map { $0.file + $0.words })
      }
    }
    #expect(used.count == Self.inCode.count, "an allowance that nothing needs any more")
  }

  @Test("no article, instrument or amount is the fixed text of a template")
  func templates() throws {
    let root = Fixture.projectURL.appending(path: "Templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".docx") || $0.hasSuffix(".odt") }.sorted()
    #expect(names.count > 40)
    var used: Set<String> = []
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: root.appending(path: name)))
      for line in try visibleParagraphs(bytes) where Self.looksLikeLaw(line) {
        let allowed = Self.inTemplates.filter {
          name.hasPrefix($0.file) && line.contains($0.words)
        }
        #expect(!allowed.isEmpty, "\(name): \(line)")
        used.formUnion(allowed.map(\.words))
      }
    }
    #expect(used.count == Self.inTemplates.count, "\(used)")
  }

  @Test(
    "what the two tests look for is seen",
    arguments: [
      ("theo khoản 4 Điều 4", true), ("Nghị định số 152/2025/NĐ-CP", true),
      ("Luật 06/2022/QH15", true), ("mức 2.530.000 đồng", true), ("Điều <<số>>", false),
      ("Nghị định của Chính phủ", false), ("điểm khác", false), ("ngày 01/3/2027", false),
    ])
  func seen(text: String, isLaw: Bool) {
    #expect(Self.looksLikeLaw(text) == isLaw)
  }
}
