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
      path: "giay-khen/001-le-thi-hoa.docx", sha256: SHA256Hex.of(Array("abc".utf8)), bytes: 3)
    var manifest = Manifest(
      period: "2027-so-ket", generator: .thidua("1.0.0"),
      inputs: [.init(path: "dot.json", sha256: "aa")],
      templates: [.init(path: "giay-khen.docx", sha256: "bb")],
      documents: [
        .init(
          id: "giay-khen-001", kind: "giay-khen", format: "docx", file: file, subject: "le-thi-hoa",
          template: "giay-khen.docx", state: .issued, form: "giay-khen", medium: .paper),
        .init(id: "so-001", kind: "so-khen-thuong", format: "odt", file: file, state: .draft),
      ],
      findings: [
        .warning(Code("RU001"), "thiếu ngày sinh", at: Place(file: "ca-nhan.json", pointer: "/0"))
      ])
    manifest.files = [WrittenFile(path: "so-khen-thuong.them.json", sha256: "cc", bytes: 4)]
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
    let root = try #require(Manifest.root(Array(pieces.joined())))
    #expect(JSONWriter.pretty(root) == Array(pieces.joined()))
    #expect(root["decisions"]?.array?.count == 5_000)
  }

  @Test("read back, it is the same")
  func roundTrip() throws {
    for manifest in [full, Manifest(period: "p", generator: .thidua("1"))] {
      let root = try #require(Manifest.root(manifest.bytes))
      #expect(Manifest(json: root)?.bytes == manifest.bytes)
    }
  }

  @Test(
    "a key with the wrong value is not taken for a manifest",
    arguments: [
      ("\"bytes\": 3", "\"bytes\": -3"), ("\"bytes\": 4", "\"bytes\": \"4\""),
      ("\"state\": \"issued\"", "\"state\": \"xong\""),
      ("\"medium\": \"paper\"", "\"medium\": \"đá\""), ("\"sha256\": \"aa\"", "\"sha256\": 1"),
      ("\"outcome\": \"undecided\"", "\"outcome\": \"maybe\""), ("\"period\"", "\"ky\""),
    ])
  func wrong(from: String, to: String) throws {
    let text = String(decoding: full.bytes, as: UTF8.self)
    let broken = text.replacingOccurrences(of: from, with: to)
    #expect(broken != text)
    let root = try #require(Manifest.root(Array(broken.utf8)))
    #expect(Manifest(json: root) == nil)
  }

  @Test("SHA-256 of known texts (FIPS 180-2)")
  func digest() {
    #expect(
      SHA256Hex.of(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256Hex.of([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
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
