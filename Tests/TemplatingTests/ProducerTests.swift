import Diagnostics
import Foundation
import LocatedJSON
import Templating
import TestSupport
import Testing
import XMLTree
import ZipContainer

/// One letter written by Word (by hand, as Word saves), by Writer, by python-docx and by odfpy.
///
/// `Fixtures/producers/make_*.py` wrote the files; the golden text beside each says what became of
/// the tags on the way, what the engine makes of them, and what it says.
@Suite("Files of different producers")
struct ProducerTests {
  private static let folder = Fixture.folderURL("producers")

  private static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".docx") || $0.hasSuffix(".odt") }.sorted()
  }()

  private static let data: JSONValue = [
    "don_vi": ["ten": "Phòng Hành chính"], "ho_ten": "Lò Thị Xuân", "chuc_vu": "Chuyên viên",
    "nu": true, "ngay_sinh": "1990-05-04", "ghi_chu": "", "so_ky_hieu": "12/KH-VP",
    "mon": [["ten": "Soạn thảo", "diem": 9], ["ten": "Tin học"]],
    "noi_nhan": ["Như trên", "Lưu: VT"],
  ]

  @Test("all producers are there")
  func complete() { #expect(Self.files.count == 9, "\(Self.files)") }

  @Test("what the engine makes of the letter", arguments: files)
  func letter(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    let format: DocumentFormat = name.hasSuffix(".odt") ? .odt : .docx
    let compiled = Template.compile(bytes, name: name)
    let (whole, all) = try Self.tags(of: bytes, format)
    // The pain is real: each file but a library's table holds tags that no single text has whole.
    #expect(whole < all)
    var lines = ["Thẻ: \(all), trọn trong một mảnh chữ: \(whole)", ""]
    lines += compiled.value?.tags.map { "\($0.text)\n  \($0.place.context ?? "")" } ?? []
    if let template = compiled.value {
      let result = template.checked(Self.data)
      lines += Self.told(result.findings)
      let document = try #require(result.value)
      #expect(broken(document, template: bytes).isEmpty)
      lines += [""] + (try shown(document, format: format))
    }
    lines += Self.told(compiled.findings)
    try expectText(
      lines.joined(separator: "\n") + "\n",
      equals: Self.folder.appending(path: "\(name).expected.txt"))
  }

  private static func told(_ findings: [Diagnostic]) -> [String] {
    findings.map {
      "\($0.code) \($0.message)\n  \($0.place.context ?? "")\n  \($0.help ?? "")"
    }
  }

  /// How many tags the paragraphs of the body hold, and how many of them stand in one text node.
  private static func tags(of bytes: [UInt8], _ format: DocumentFormat) throws -> (Int, Int) {
    let archive = try ZipArchive(reading: bytes)
    let entry = try #require(
      archive.entry(named: format == .docx ? "word/document.xml" : "content.xml"))
    let document = try XMLDocument(parsing: try archive.contents(of: entry))
    let tag = #/<<[^<>]+>>/#
    var (whole, all) = (0, 0)
    for node in document.root.descendants {
      if node.kind == .text { whole += node.text.matches(of: tag).count }
      let isParagraph = node.kind == .element && node.name.local == "p"
      if isParagraph { all += node.textContent.matches(of: tag).count }
    }
    return (whole, all)
  }
}
