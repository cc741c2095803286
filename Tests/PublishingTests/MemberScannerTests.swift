import Diagnostics
import LocatedJSON
@testable import Publishing
import Testing

@Suite("Members of a large object, found piece by piece")
struct MemberScannerTests {
  /// What is found in a text that comes in pieces of so many bytes; nil when it is no whole object.
  private func found(in text: String, size: Int) -> [String]? {
    var scanner = MemberScanner(["generator": .value, "documents": .items, "files": .items])
    var found: [String] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      scanner.take(Array(bytes[start..<min(start + size, bytes.count)])) { member, value in
        found.append("\(member) \(String(decoding: JSONWriter.compact(value), as: UTF8.self))")
      }
    }
    return scanner.isWhole ? found : nil
  }

  private static let text = """
    {
      "period": "a \\"b\\" {[,",
      "documents": [ {"path": "x/1.docx", "n": [1, 2]}, {"path": "x/\\"2\\".odt"} ],
      "files": [],
      "decisions": [{"documents": [{"path": "no"}], "seen": "]}\\\\"}, [[]]],
      "generator": {"name": "thidua", "more": {"a": [{}]}},
      "office": null
    }

    """

  @Test("wherever the pieces end", arguments: [1, 2, 3, 7, 64, 10_000])
  func pieces(size: Int) {
    #expect(
      found(in: Self.text, size: size) == [
        #"documents {"path":"x/1.docx","n":[1,2]}"#, #"documents {"path":"x/\"2\".odt"}"#,
        #"generator {"name":"thidua","more":{"a":[{}]}}"#,
      ])
  }

  @Test("lists of numbers and texts, an object without blanks, one that is empty")
  func others() {
    #expect(
      found(in: #"{"files":[1,"b",[2]],"generator":"g"}"#, size: 5) == [
        "files 1", #"files "b""#, "files [2]", #"generator "g""#,
      ])
    #expect(found(in: " {} ", size: 1) == [])
  }

  @Test(
    "what is no whole object",
    arguments: [
      "", "{", "[]", "{}{}", "{} x", "x{}", "\"a\"", "}", #"{"documents": {"path": "x"}}"#,
      #"{"documents": [{"path": "x"}]"#, #"{"a": "b}"#,
    ])
  func broken(text: String) {
    #expect(found(in: text, size: 4) == nil)
  }

  @Test("a manifest as it is written gives its documents and files")
  func manifest() {
    let file = WrittenFile(path: "a/1.docx", sha256: SHA256Sum(of: [1]), bytes: 3)
    var manifest = Manifest(
      period: "p", generator: .thidua("1"),
      documents: [.init(id: "a/1", kind: "a", format: "docx", file: file, state: .draft)])
    manifest.files = [WrittenFile(path: "b.json", sha256: SHA256Sum(of: [2]), bytes: 4)]
    let text = String(decoding: manifest.bytes, as: UTF8.self)
    #expect(found(in: text, size: 16)?.count == 3)
  }
}
