import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("What inspect says of a template and of data")
struct InspectTests {
  private static let producers = "Tests/TemplatingTests/Fixtures/producers"

  private func path(_ name: String) -> String {
    Fixture.projectURL.appending(path: Self.producers).appending(path: name).path
  }

  @Test("data that lack, exceed and nearly meet", arguments: ["word.docx", "writer.odt"])
  func data(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.put(
      #"{"don_vi":{"ten":"A","ma":"B"},"ho_ten":"C","chuc_vu":"D","nu":true,"ngay_shin":"1990-05-04","#
        + #""mon":[],"noi_nhan":[]}"#, at: "d.json")
    let result = Pipeline.inspect(
      InspectRequest(template: path(name), data: folder.path + "/d.json"), in: World())
    #expect(
      result.findings.map { "\($0.code) \($0.help ?? "")" } == [
        "TE030 có phải là “ngay_shin”?", "PL005 bỏ qua nếu cố ý; nếu không, kiểm tra tên trong mẫu",
        "PL081 sửa khóa hoặc thẻ cho cùng một tên “ngày sinh”",
      ])
    #expect(result.status == .data)
  }

  @Test("a branch not taken is told as a warning", arguments: ["word.docx", "writer.odt"])
  func branch(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.put(
      #"{"don_vi":{"ten":"A"},"ho_ten":"C","chuc_vu":"D","nu":true,"ngay_sinh":"1990-05-04","#
        + #""mon":[{"diem":1}],"noi_nhan":[]}"#, at: "d.json")
    let result = Pipeline.inspect(
      InspectRequest(template: path(name), data: folder.path + "/d.json"), in: World())
    #expect(result.findings.map(\.code) == [Code("TE030")], "and not a second time as PL080")
  }

  @Test(
    "the copy with comments is written beside the findings",
    arguments: ["word-theo-doi.docx", "writer-theo-doi.odt"])
  func annotated(name: String) throws {
    let folder = try TemporaryFolder()
    let copy = folder.path + "/" + name
    let result = Pipeline.inspect(
      InspectRequest(template: path(name), annotate: copy), in: World())
    #expect(result.findings.map(\.code) == [Code("TE019")])
    #expect(result.tail == "đã ghi \(copy)")
    #expect(folder.names == [name])
    let again = Pipeline.inspect(InspectRequest(template: copy), in: World())
    #expect(again.findings.map(\.message) == result.findings.map(\.message))
  }

  @Test("a copy is neither the template nor of another format")
  func misplaced() {
    for copy in ["x.odt", "x", path("../producers/word.docx")] {
      let result = Pipeline.inspect(
        InspectRequest(template: path("word.docx"), annotate: copy), in: World())
      #expect(result.findings.map(\.code) == [Code("PL082")] && result.status == .usage)
    }
  }
}
