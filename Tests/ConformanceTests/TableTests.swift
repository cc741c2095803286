import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Conformance

@Suite("The table of checks")
struct TableTests {
  @Test("every check is evaluated, or says why it is not")
  func complete() {
    #expect(Check.all.count == 125)
    #expect(Set(Check.all.map(\.id)).count == Check.all.count)
    for check in Check.all {
      let isEvaluated = Evaluators.all[check.id] != nil
      #expect(isEvaluated == (check.notEvaluatedBecause == nil), "\(check.id)")
      #expect(!check.forms.isEmpty && !check.says.hasSuffix("."), "\(check.id)")
    }
    let known = Set(Check.all.map(\.id))
    #expect(Set(Evaluators.all.keys).isSubset(of: known))
  }

  @Test("every check that is evaluated has a document that fails it")
  func tested() {
    let tested = Set(FaultSituation.all.map(\.id) + RenderedSituation.all.map(\.id))
    let missing = Check.all.filter { $0.notEvaluatedBecause == nil && !tested.contains($0.id) }
    #expect(missing.map(\.id).isEmpty)
  }

  @Test("a check that can be judged from a PDF alone has a PDF that fails it")
  func printed() {
    let tested = Set(RenderedSituation.all.map(\.id))
    #expect(tested == Set(PDFJudgement.evaluators.keys))
  }

  @Test("every check has its page, and the pages of this room their codes")
  func pages() throws {
    #expect(ConformancePages.checks.map(\.code.description) == Check.all.map(\.id))
    let folder = Fixture.projectURL.appending(path: "Sources/Conformance")
    var raised: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".swift") && !name.hasSuffix("Pages.swift") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      raised.formUnion(text.matches(of: /Code\("(CF\d{3})"\)/).map { String($0.1) })
    }
    #expect(ConformancePages.all.map(\.code.description) == raised.sorted())
  }

  @Test("the table in docs says what is evaluated and tested")
  func document() throws {
    let file = Fixture.projectURL.appending(path: "docs/bang-diem-soat.md")
    try expectText(Self.table(try PrintedAccount.read()), equals: file)
  }

  private static func table(_ account: PrintedAccount) -> String {
    let evaluated = Check.all.count { $0.notEvaluatedBecause == nil }
    var text = """
      # Bảng điểm soát thể thức

      Do `TableTests` lập từ `Sources/Conformance/Data/checks.json` và các tình huống kiểm thử; không sửa tay
      (`scripts/update-golden --filter ConformanceTests`). Chương trình soát \(evaluated) trong \(Check.all.count)
      điểm. Cột DOCX, ODT, PDF: số văn bản sai mà phép thử dựng để điểm này phải phát hiện; mỗi văn bản
      sai có bản đúng đi kèm. Dấu “–”: điểm này không soát được từ dạng tệp đó. Cột Trang in: số văn bản
      sai khác (mỗi văn bản có DOCX và ODT) được LibreOffice in ra và đo cùng bản đúng: trang in lệch đúng
      như chương trình nêu (`Tests/Independent/test_lint_faults.py`). Cách soát và giới hạn:
      [soat-the-thuc.md](soat-the-thuc.md).

      | Mã | Yêu cầu | Mức | Dạng | DOCX | ODT | PDF | Trang in | Căn cứ |
      |---|---|---|---|---|---|---|---|---|

      """
    for check in Check.all {
      let count = FaultSituation.all.count { $0.id == check.id }
      let tested =
        check.notEvaluatedBecause.map { "chưa soát: \($0)" } ?? (count > 0 ? "\(count)" : "–")
      let odt = check.notEvaluatedBecause == nil ? tested : ""
      let printed = RenderedSituation.all.count { $0.id == check.id }
      let pdf = printed > 0 ? "\(printed)" : "–"
      let forms = check.forms.map(\.rawValue).joined(separator: ", ")
      let level = ["error": "lỗi", "warning": "cảnh báo"][check.severity.rawValue] ?? "ghi chú"
      let page = account.seen[check.id].map(String.init) ?? "–"
      text += "| \(check.id) | \(check.says) | \(level) | \(forms) | \(tested) | \(odt) | \(pdf) |"
      text += " \(page) |"
      text += " \(check.citation.replacing("Nghị định 30/2020/NĐ-CP, ", with: "")) |\n"
    }
    text += "\nKhông thấy được trên trang in:\n\n"
    for check in Check.all {
      if let reason = account.unseen[check.id] { text += "- \(check.id): \(reason).\n" }
    }
    return text
  }
}

/// What the readers that are not ours say of each check: how many papers that fail it were printed
/// and measured, or why no page can show it.
private struct PrintedAccount: Decodable {
  let seen: [String: Int]
  let unseen: [String: String]

  private enum CodingKeys: String, CodingKey {
    case seen = "thay"
    case unseen = "khong_thay"
  }

  static func read() throws -> PrintedAccount {
    let file = Fixture.projectURL.appending(path: "Tests/Independent/expected/trang-in.json")
    return try JSONDecoder().decode(PrintedAccount.self, from: Data(contentsOf: file))
  }
}
