import Diagnostics
import Testing

@Suite("What a finding says of a run")
struct FindingTests {
  private let note = Diagnostic.info(Code("XX001"), "ghi chú")
  private let warning = Diagnostic.warning(Code("XX002"), "cảnh báo")
  private let fault = Diagnostic.error(Code("XX003"), "lỗi", help: "sửa")

  @Test("only an error stops the work")
  func stops() {
    #expect(!Diagnosed(1, [note, warning]).hasErrors)
    #expect(Diagnosed(1, [note, fault, warning]).hasErrors)
    #expect(!Diagnosed<Int>(nil).hasErrors)
  }

  @Test("codes stand in the order of their text")
  func order() {
    let codes = ["TE010", "IN002", "TE002"].map { Code($0) }
    #expect(codes.sorted().map(\.description) == ["IN002", "TE002", "TE010"])
  }

  @Test("a finding without a place is about the run as a whole")
  func nowhere() {
    #expect(note.place == .nowhere)
    #expect(Place.file("a.json") == Place(file: "a.json"))
  }
}
