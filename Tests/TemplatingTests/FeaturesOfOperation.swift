import Diagnostics
import LocatedJSON
import Templating
import Testing

// The rows on authoring and operation.

extension Feature {
  private static func outOfScope(_ name: String, _ others: Int?, why: String) -> Feature {
    let claim = Claim.doesNotApply(why: why)
    return Feature(name: name, written: "", others: others, word: claim, writer: claim)
  }

  static let operation: [Feature] = [
    Feature("mọi lỗi của mẫu trong một lượt", 1) {
      try PainAuthoringTests().everyFault(format: $0)
    },
    Feature("lỗi nêu phần, đoạn, chữ xung quanh", 0) {
      try PainAuthoringTests().everyFault(format: $0)
    },
    Feature("tên gần đúng; bộ gõ Telex đổi ngoặc", nil, written: "{họ tên}, Ơhọ tênƯ") {
      try RealFileFindingTests().telexOfData(format: $0)
    },
    Feature("chọn cách xử lý khi thiếu dữ liệu", 12, written: "--missing blank; | mặc định …") {
      format in
      let bytes = try MiniDocument.bytes(
        [MiniDocument.p("[<<lạ>>][<<lạ | mặc định —>>]")], format: format)
      let template = try #require(Template.compile(bytes, name: "mẫu").value)
      #expect(template.checked([:]).value == nil)
      let blank = try #require(template.checked([:], missing: .blank).value)
      let lines = try shown(blank, format: format)
      #expect(lines == ["[][—]"])
    },
    Feature("liệt kê thẻ và chỗ đứng", 10) { format in
      let bytes = try MiniDocument.bytes([MiniDocument.p("a <<tên>>")], format: format)
      let tag = try #require(Template.compile(bytes, name: "mẫu").value?.tags.first)
      #expect(tag.text == "<<tên>>")
      #expect(tag.place.context == "thân văn bản, đoạn 1: “a <<tên>>”")
    },
    Feature("suy ra JSON Schema và dữ liệu mẫu", 2) {
      try PainAuthoringTests().names(format: $0)
    },
    Feature("soát mẫu khi chưa có dữ liệu", 2) {
      try PainAuthoringTests().everyFault(format: $0)
    },
    Feature("dịch mẫu một lần, điền nhiều lần", 2) { format in
      let bytes = try MiniDocument.bytes([MiniDocument.p("<<tên>>")], format: format)
      let template = try #require(Template.compile(bytes, name: "mẫu").value)
      for name in ["An", "Bình"] {
        let document = try #require(template.checked(["ten": .string(name)]).value)
        let lines = try shown(document, format: format)
        #expect(lines == [name])
      }
    },
    .elsewhere(
      "nhiều bản ghi, mỗi bản ghi một tệp", 2, written: "render --records", function: "records",
      in: "Tests/thiduaTests/ProcessTests.swift"),
    Feature("nhiều bản ghi vào một tệp để in", 4, written: "merge-print") {
      try MergeTests().pages(format: $0)
    },
    Feature("công việc tăng theo số hàng, không theo bình phương", nil) {
      try PainContentTests().thousandsOfRows(format: $0)
    },
    .elsewhere(
      "dòng lệnh", 6, written: "thidua render", function: "render",
      in: "Tests/thiduaTests/ProcessTests.swift"),
    outOfScope("PDF", 4, why: "việc của lệnh khác, không của bộ điền"),
    outOfScope("dịch vụ qua mạng", 3, why: "thư viện và dòng lệnh, không có máy chủ"),
    outOfScope("chữ ký số", 2, why: "ký ở phần mềm ký số"),
  ]
}
