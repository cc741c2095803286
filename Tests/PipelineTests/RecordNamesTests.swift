import Diagnostics
import TestSupport
import Testing

@testable import Pipeline

@Suite("The files' names by a pattern")
struct RecordNamesTests {
  @Test("values, filters and the record's number")
  func pattern() async throws {
    let records = try Records(
      "{\"ho_ten\": \"Lò Thị Xuân\", \"ngay\": \"2026-11-20\"}\n"
        + "{\"ho_ten\": \"Cầm Dũng/Hạnh\", \"ngay\": null}")
    let result = await records.render {
      $0.name = "<<vòng.stt | hai chữ số>>-<<họ tên>><<! ghi chú>> <<ngày | năm | mặc định \"\">>"
    }
    #expect(result.status == .done, "\(result.findings)")
    #expect(records.files == ["01-Lò Thị Xuân 2026.odt", "02-Cầm Dũng-Hạnh.odt"])
  }

  @Test("a key of the data before the loop's word of the same name")
  func bareWord() async throws {
    let records = try Records("{\"ho_ten\": \"A\", \"stt\": 7}\n{\"ho_ten\": \"B\"}")
    #expect(await records.render { $0.name = "<<stt>>" }.status == .done)
    #expect(records.files == ["2.odt", "7.odt"])
  }

  @Test(
    "a pattern that cannot be read",
    arguments: [
      ("<<họ tên", "TE010"), ("<<nếu a>>x<<hết>>", "TE018"), ("<<a | ảnh>>", "TE016"),
      ("<<a | vừa khung>>", "TE044"), ("<<a |>>", "TE013"), ("<<vòng.số lượng>>", "TE030"),
    ])
  func badPattern(pattern: String, code: String) async throws {
    let records = try Records("{\"ho_ten\": \"A\"}")
    let result = await records.render { $0.name = pattern }
    #expect(result.findings.first?.code.description == code, "\(result.findings)")
    #expect(result.status == .data && records.files == nil)
    #expect(result.findings.first?.place.context?.contains(pattern) == true)
  }

  @Test("two records of one name are an error that names both, never one file over the other")
  func collision() async throws {
    let records = try Records(
      ["Lò Xuân", "Cầm Dũng", "LÒ XUÂN", "Lo\u{300} Xua\u{302}n", "Lò/Xuân", "Lò:Xuân"]
        .map { "{\"ho_ten\": \"\($0)\"}" }.joined(separator: "\n"))
    let result = await records.render(workers: 2) { $0.name = "<<họ tên>>" }
    #expect(result.status == .data && records.files == nil)
    #expect(
      result.findings.map { "\($0.code) \($0.place.span?.line ?? 0) \($0.message)" } == [
        "PL017 3 tên tệp “LÒ XUÂN” trùng với bản ghi ở dòng 1",
        "PL017 4 tên tệp “Lò Xuân” trùng với bản ghi ở dòng 1",
        "PL017 6 tên tệp “Lò-Xuân” trùng với bản ghi ở dòng 5",
      ])
  }

  @Test("a record whose name has nothing left is told, whatever else it lacks")
  func empty() async throws {
    let records = try Records("{\"ho_ten\": \"…\"}\n{\"ho_ten\": \" .. \"}")
    let result = await records.render { $0.name = "<<họ tên>>" }
    #expect(result.findings.map(\.code.description) == ["PL018"])
    #expect(result.findings.first?.place.span?.line == 2)
  }

  @Test(
    "what every system takes",
    arguments: [
      ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j"), ("../../etc/passwd", "-..-etc-passwd"),
      (".an", "an"), ("~$mo", "$mo"), ("ten. . ", "ten"), ("con", "_con"),
      ("Aux.2026", "_Aux.2026"),
      ("LPT1", "_LPT1"), ("console", "console"), ("Lo\u{300}", "Lò"),
      ("a\u{202E}b\u{200B}c", "abc"),
      ("hai\u{A0}\n\tchữ", "hai chữ"), ("thư.ODT", "thư"), ("", nil), ("...", nil), ("\u{7}", nil),
      (String(repeating: "ế", count: 300), String(repeating: "ế", count: 40)),
    ] as [(String, String?)])
  func safe(text: String, name: String?) {
    #expect(RecordNames.safe(text, suffix: ".odt") == name)
  }
}
