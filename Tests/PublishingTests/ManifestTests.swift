import Diagnostics
import Foundation
import LocatedJSON
@testable import Publishing
import TestSupport
import Testing

@Suite("The manifest")
struct ManifestTests {
  /// A manifest that uses every key of the contract.
  private var full: Manifest {
    let file = WrittenFile(
      path: "giay-khen/001-le-thi-hoa.docx", sha256: SHA256Sum(of: Array("abc".utf8)), bytes: 3)
    var manifest = Manifest(
      period: "2027-so-ket", generator: .thidua("1.0.0"),
      inputs: [.init(path: "dot.json", sha256: SHA256Sum(of: [1]))],
      templates: [.init(path: "giay-khen.docx", sha256: SHA256Sum(of: [2]))],
      documents: [
        .init(
          id: "giay-khen-001", kind: "giay-khen", format: "docx", file: file, subject: "le-thi-hoa",
          template: "giay-khen.docx", state: .issued, form: "giay-khen", medium: .paper),
        .init(id: "so-001", kind: "so-khen-thuong", format: "odt", file: file, state: .draft),
      ],
      findings: [
        .warning(Code("RU001"), "thiếu ngày sinh", at: Place(file: "ca-nhan.json", pointer: "/0"))
      ])
    manifest.files = [
      WrittenFile(path: "so-khen-thuong.them.json", sha256: SHA256Sum(of: [3]), bytes: 4)
    ]
    manifest.decisions = [
      .init(
        subject: "le-thi-hoa", award: "giay-khen", outcome: .undecided,
        reasons: [
          .init(
            rule: "R05", outcome: .undecided, citation: "Điều 4, khoản 4", because: "chưa rõ",
            seen: ["dang_xem_xet_ky_luat": nil], certainty: "trich_dan")
        ])
    ]
    manifest.missing = [.init(kind: "ke-hoach", subject: nil, because: "mẫu hỏng")]
    manifest.converter = .init(name: "LibreOffice", version: "24.2")
    manifest.office = ["ten": "Văn phòng"]
    return manifest
  }

  @Test("all keys, in the contract's order")
  func golden() throws {
    try expectText(
      String(decoding: full.bytes, as: UTF8.self),
      equals: Fixture.folderURL("manifest").appendingPathComponent("full.expected.json"))
  }

  @Test("a large one comes in pieces that make up the same text")
  func pieces() throws {
    var large = full
    let decision = try #require(Array(large.decisions).first)
    large.decisions = Array(repeating: decision, count: 5_000)
    var pieces: [[UInt8]] = []
    large.write { pieces.append($0) }
    #expect(pieces.count > 2)
    #expect(pieces.allSatisfy { $0.count < 300_000 })
    let bytes = Array(pieces.joined())
    let root = try #require(JSONReader.read(bytes, file: "manifest.json").value?.root)
    #expect(JSONWriter.pretty(root) == bytes)
    #expect(root["decisions"]?.array?.count == 5_000)
  }

  /// What a manifest says of its files when it is read as bytes on a disk.
  private func listing(_ bytes: String) throws -> FolderListing? {
    let folder = try TemporaryFolder()
    try folder.put(bytes, at: "manifest.json")
    return try FolderListing(of: folder.path, files: SystemFiles())
  }

  @Test("read back, it lists the same files, and the office is the same")
  func listed() throws {
    for manifest in [full, Manifest(period: "p", generator: .thidua("1"))] {
      let read = try #require(try listing(String(decoding: manifest.bytes, as: UTF8.self)))
      #expect(read.generator == manifest.generator)
      #expect(read.documents == Array(manifest.documents))
      #expect(read.files == manifest.files)
      #expect(JSONWriter.compact(read.office) == JSONWriter.compact(manifest.office))
    }
    let folder = try TemporaryFolder()
    #expect(try FolderListing(of: folder.path, files: SystemFiles()) == nil)
  }

  @Test(
    "a key with the wrong value, or none, is not taken for a list of files",
    arguments: [
      ("\"bytes\": 3", "\"bytes\": -3"), ("\"bytes\": 4", "\"bytes\": \"4\""),
      ("\"state\": \"issued\"", "\"state\": \"xong\""),
      ("\"medium\": \"paper\"", "\"medium\": \"đá\""),
      ("\"sha256\": \"ba78", "\"sha256\": \"BA78"), ("\"bytes\": 4", "\"bytes\": 4x"),
      ("\"name\": \"thidua\"", "\"ten\": \"thidua\""), ("\"office\": {", "\"agency\": {"),
      ("\n}\n", "\n"), ("\"documents\": [", "\"papers\": ["),
    ])
  func wrong(from: String, to: String) throws {
    let text = String(decoding: full.bytes, as: UTF8.self)
    let broken = text.replacingOccurrences(of: from, with: to)
    #expect(broken != text)
    #expect(try listing(broken) == nil)
  }

  @Test("SHA-256 of known texts (FIPS 180-2)")
  func digest() {
    #expect(
      SHA256Sum(of: Array("abc".utf8)).text
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256Sum(of: []).text == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test(
    "a SHA-256 is read from its 64 digits and from nothing else",
    arguments: [("", ""), ("a", ""), ("ba", "BA"), ("ba", "0xba"), ("78", " 78"), ("ad", "ag")])
  func digits(from: String, to: String) throws {
    let sum = SHA256Sum(of: Array("abc".utf8))
    #expect(SHA256Sum(sum.text) == sum)
    let other = sum.text.replacingOccurrences(of: from, with: to)
    #expect(from.isEmpty || SHA256Sum(other) == nil)
    var running = SHA256Sum.Running()
    for byte in "abc".utf8 { running.add([byte]) }
    #expect(running.sum == sum)
  }

  @Test("a finding's record has every key, in the contract's order, and only those that apply")
  func record() {
    let whole = Diagnostic(
      .error, Code("PG03"), "m",
      at: Place(
        file: "f", span: TextSpan(line: 4, column: 14, length: 2, text: "x"), pointer: "/a",
        part: "word/document.xml", paragraph: 0, context: "c"),
      help: "h", citation: "Điều 1",
      evidence: Evidence(component: "k", property: "p", seen: "1", allowed: "2"))
    let expected = [
      "code", "severity", "message", "help", "file", "line", "column", "pointer", "part",
      "paragraph", "context", "component", "property", "seen", "allowed", "citation",
    ]
    #expect(names(FindingRecord.json(whole)) == expected)
    #expect(names(FindingRecord.json(.info(Code("A"), "m"))) == ["code", "severity", "message"])
  }

  private func names(_ value: JSONValue) -> [String] {
    guard case .object(let members) = value.kind else { return [] }
    return members.map(\.name)
  }
}
