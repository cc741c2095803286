import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

@Suite("JSON that is right")
struct GoodFileTests {
  @Test(
    "a file written pretty comes back byte for byte",
    arguments: Fixture.all(in: "good", extension: "json"))
  func pretty(_ fixture: Fixture) throws {
    let bytes = [UInt8](try Data(contentsOf: fixture.input))
    let result = JSONReader.read(bytes, file: "good.json")
    #expect(result.findings.isEmpty)
    let document = try #require(result.value)
    #expect(JSONWriter.pretty(document.root) == bytes)
    let again = JSONReader.read(JSONWriter.compact(document.root), file: "compact.json")
    #expect(again.value.map { JSONWriter.pretty($0.root) } == bytes)
  }

  @Test("a value knows its line and column, counted in characters")
  func place() throws {
    let text = "{\n  \"họ tên\": \"Lò Văn Ểnh\",\n  \"a/b~c\": [1, {\"x\": true}]\n}\n"
    let document = try #require(JSONReader.read(Array(text.utf8), file: "p.json").value)
    let name = try #require(document.root["họ tên"])
    #expect(
      document.place(of: name).span
        == TextSpan(line: 2, column: 13, length: 12, text: "  \"họ tên\": \"Lò Văn Ểnh\","))
    let pointer = JSONPointer.root.appending("a/b~c").appending(1).appending("x")
    #expect(pointer.description == "/a~1b~0c/1/x")
    let deep = try #require(document.root[pointer])
    #expect(document.place(of: deep, pointer: pointer).pointer == "/a~1b~0c/1/x")
    #expect(document.place(of: deep).span?.column == 22)
  }

  @Test("columns count characters, also when the file is decomposed")
  func decomposed() throws {
    let text = "{\"te\u{0302}\u{0301}\": \"e\u{0323}\u{0302}\", \"x\": 1}"
    let document = try #require(JSONReader.read(Array(text.utf8), file: "p.json").value)
    let place = document.place(of: try #require(document.root["x"]))
    #expect(place.span?.column == 18)
  }

  @Test("a file that another program wrote in one line is placed like any other")
  func oneLongLine() throws {
    // Each place in the line once read the line anew: 40 000 of them were never reached.
    let row = #"{"họ tên": "Lò Văn Ểnh", "x": true}"#
    let text = "[" + Array(repeating: row, count: 40_000).joined(separator: ",") + "]"
    let document = try #require(JSONReader.read(Array(text.utf8), file: "p.json").value)
    let rows = try #require(document.root.array)
    #expect(rows.count == 40_000)
    for (index, item) in rows.enumerated() {
      let start = 1 + index * (row.count + 1)
      let whole = try #require(document.place(of: item).span)
      try #require(whole.line == 1 && whole.column == start + 1 && whole.length == row.count)
      let last = try #require(item["x"])
      let flag = try #require(document.place(of: last).span)
      try #require(flag.column == start + row.count - 4 && flag.length == 4)
      #expect(flag.text.utf8.count == text.utf8.count)
    }
    #expect(document.place(of: document.root).span?.length == text.count)
  }

  @Test("columns of a long line count characters, also where no byte is ASCII for long")
  func longMarks() throws {
    let words = String(repeating: "e\u{0323}\u{0302}đ", count: 2_000)
    let text = "{\"a\": \"\(words)\", \"b\": [\"\(words)\", 7]}"
    let document = try #require(JSONReader.read(Array(text.utf8), file: "p.json").value)
    let last = try #require(document.root["b"]?.array?.last)
    #expect(document.place(of: last).span?.column == text.count - 2)
  }

  @Test(
    "escapes are resolved",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0110\u00e0""#, "Đà"),
      (#""\uD83C\uDF96""#, "\u{1F396}"), (#""a\u0000b""#, "a\u{0}b"),
    ])
  func escapes(json: String, expected: String) {
    let result = JSONReader.read(Array(json.utf8), file: "e.json")
    #expect(result.findings.isEmpty)
    #expect(result.value?.root.string == expected)
  }

  @Test("every line end counts as one", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let text = ["{", "\"a\": 1,", "\"b\": 2", "}"].joined(separator: end)
    let document = try #require(JSONReader.read(Array(text.utf8), file: "p.json").value)
    let span = document.place(of: try #require(document.root["b"])).span
    #expect(span == TextSpan(line: 3, column: 6, length: 1, text: "\"b\": 2"))
  }

  @Test("a text cut from a larger file keeps that file's line numbers")
  func firstLine() {
    let bytes = Array("{\"a\":\n [1".utf8)
    let finding = JSONReader.read(bytes, file: "a.jsonl", firstLine: 7).findings.first
    #expect(finding?.place.span?.line == 8)
    #expect(finding?.message.contains("“[” mở ở dòng 8, “{” mở ở dòng 7") == true)
  }
}
