import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import thidua

/// A finding and the golden file that shows it as a clerk sees it.
struct Situation: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let findings: [Diagnostic]
  var tail = "chưa ghi gì vào thư mục kết quả"

  init(_ name: String, _ findings: Diagnostic...) {
    testDescription = name
    self.findings = findings
  }

  /// A finding about a stretch of a line, with the place where the stretch stands.
  static func about(
    _ stretch: String, in text: String, line: Int = 4, pointer: String? = nil
  ) -> Place {
    let before = text.range(of: stretch).map { text[..<$0.lowerBound].count } ?? 0
    return Place(
      file: "Samples/le-thi-hoa.json",
      span: TextSpan(line: line, column: before + 1, length: stretch.count, text: text),
      pointer: pointer)
  }
}

@Suite("Findings as a clerk sees them")
struct FindingPrinterTests {
  static let situations = [
    Situation(
      "value-in-json",
      .error(
        Code("IN002"), "không có ngày 30 tháng 2 năm 2008",
        at: Situation.about(
          "\"2008-02-30\"", in: "    \"ngay_sinh\": \"2008-02-30\",", pointer: "/ngay_sinh"),
        help: "đối chiếu với giấy khai sinh")),
    Situation(
      "wide-and-composed-letters",
      .warning(
        Code("IN014"), "chữ lạ trong họ tên",
        at: Situation.about(
          "漢字", in: "\t\"ho_ten\": \"Nguye\u{302}\u{303}n Thị 漢字\",", line: 1204,
          pointer: "/0/ho_ten"),
        help: "gõ lại họ tên bằng bộ gõ tiếng Việt")),
    Situation(
      "long-line-middle",
      .error(
        Code("IN003"), "không có khóa “ho_tn”",
        at: Situation.about(
          "\"ho_tn\"",
          in: String(repeating: "{\"a\": 1}, ", count: 40) + "{\"ho_tn\": 2}, "
            + String(repeating: "{\"b\": 1}, ", count: 40), line: 1))),
    Situation(
      "long-line-end",
      .error(
        Code("IN003"), "thiếu ngoặc đóng",
        at: Situation.about("]", in: String(repeating: "a", count: 300) + "]", line: 1))),
    Situation(
      "long-stretch",
      .error(
        Code("IN003"), "chuỗi quá dài",
        at: Situation.about(
          String(repeating: "x", count: 400),
          in: "\"a\": \"" + String(repeating: "x", count: 400) + "\"", line: 7))),
    Situation(
      "hostile-text",
      .error(
        Code("IN001"), "“\u{1B}[2J\u{7}” không phải là ngày",
        at: Place(
          file: "a\u{1B}]0;x\u{7}.json",
          span: TextSpan(
            line: 2, column: 8, length: 7, text: "\"d\": \"\u{202E}\u{1B}[2J\u{85}x\u{0}\" "),
          pointer: "/d\n/e"),
        help: "viết\nlại")),
    Situation(
      "place-in-document",
      .error(
        Code("TE004"), "không có “hoten” trong dữ liệu",
        at: Place(
          file: "Templates/ke-hoach.docx", part: "word/document.xml", paragraph: 12,
          context: "thân văn bản, bảng 2, hàng 3, ô 1: “<<hoten>>”"),
        help: "có phải “ho_ten”?"),
      .warning(
        Code("TE005"), "ảnh không có mô tả",
        at: Place(file: "Templates/ke-hoach.docx", part: "word/header1.xml", paragraph: 0))),
    Situation(
      "form-check",
      Diagnostic(
        .warning, Code("PG03"), "lề trái hẹp", at: .file("output/a.docx"),
        help: "đặt lề trái 30 mm", citation: "Nghị định 30/2020/NĐ-CP, Phụ lục I",
        evidence: Evidence(
          component: "trang", property: "lề trái", seen: "25 mm", allowed: "30–35 mm")),
      .info(Code("PG90"), "đoán là bản giấy")),
    Situation("nothing"),
  ]

  @Test("golden", arguments: situations)
  func golden(situation: Situation) throws {
    let text = printedReport(situation.findings, tail: situation.tail)
    let golden = Fixture.folderURL("findings")
      .appendingPathComponent(situation.testDescription + ".expected.txt")
    try expectText(text, equals: golden)
  }

  @Test("nothing that a terminal obeys is printed", arguments: situations)
  func inert(situation: Situation) {
    let text = printedReport(situation.findings, tail: situation.tail)
    let obeyed = text.unicodeScalars.filter {
      $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
    }
    #expect(obeyed.isEmpty)
  }

  @Test(
    "the caret stands under the stretch, wherever the line is cut",
    arguments: [0, 1, 31, 32, 33, 95, 96, 97, 500], [0, 1, 60, 96, 500])
  func caret(before: Int, after: Int) throws {
    let text = String(repeating: "a", count: before) + "ĐÂY" + String(repeating: "b", count: after)
    let excerpt = SourceExcerpt(TextSpan(line: 1, column: before + 1, length: 3, text: text))
    let column = try #require(excerpt.caret.firstIndex(of: "^")).utf16Offset(in: excerpt.caret)
    #expect(excerpt.line.dropFirst(column).prefix(3) == "ĐÂY")
    #expect(excerpt.caret.count == column + 3)
    #expect(excerpt.line.count <= SourceExcerpt.limit + 2)
    #expect(before + after < 90 ? excerpt.line == text : true)
  }

  @Test("a span past the end of its line is shown at the end")
  func pastTheEnd() {
    let excerpt = SourceExcerpt(TextSpan(line: 1, column: 9, length: 5, text: "{\"a\""))
    #expect(excerpt.line == "{\"a\"")
    #expect(excerpt.caret == "    ^")
  }

  @Test("one JSON object a line, without line ends inside")
  func records() {
    let place = Place(
      file: "a.json", span: TextSpan(line: 4, column: 14, length: 1, text: "x"), pointer: "/a")
    let text = printedRecords([
      .error(Code("IN002"), "một\nhai", at: place, help: "sửa"), .info(Code("IN003"), "b"),
    ])
    #expect(
      text == """
        {"code":"IN002","severity":"error","message":"một\\nhai","help":"sửa","file":"a.json",\
        "line":4,"column":14,"pointer":"/a"}
        {"code":"IN003","severity":"info","message":"b"}

        """)
  }
}

/// Findings as a person reads them, in one text.
func printedReport(_ findings: [Diagnostic], tail: String) -> String {
  var text = ""
  FindingPrinter.report(findings, tail: tail) { text += $0 }
  return text
}

/// Findings as a program reads them, in one text.
private func printedRecords(_ findings: [Diagnostic]) -> String {
  var text = ""
  FindingPrinter.records(findings) { text += $0 }
  return text
}
