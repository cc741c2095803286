import Foundation
import TestSupport
import Testing

@testable import Printing

@Suite(
  "The LibreOffice of this machine, with poppler for a judge",
  .enabled(if: OtherPrograms.areThere, "cần soffice, pdfinfo, pdffonts, pdftotext"), .serialized)
struct RealOfficeTests {
  /// A flat ODT with lines in Times New Roman.
  private func document(_ lines: [String]) -> [UInt8] {
    let body = lines.map { "<text:p>\($0)</text:p>" }.joined()
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" \
      office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>\
      <style:font-face style:name="T" svg:font-family="'Times New Roman'"/>\
      </office:font-face-decls><office:styles><style:default-style style:family="paragraph">\
      <style:text-properties style:font-name="T"/></style:default-style></office:styles>\
      <office:body><office:text>\(body)</office:text></office:body></office:document>
      """.utf8)
  }

  private func print(_ documents: [[UInt8]]) throws -> [PrintedPaper] {
    let press = try Press(.ofSystem)
    let sheets = try documents.enumerated().map { index, bytes in
      try press.lay(bytes, number: index, format: "fodt", path: "\(index).pdf")
    }
    return try press.print(sheets)
  }

  @Test("pages, faces and words as poppler sees them; the same bytes each time")
  func asPopplerSees() throws {
    let short = document(["Quyết định về việc tặng Giấy khen"])
    let long = document((1...120).map { "Dòng thứ \($0): Độc lập - Tự do - Hạnh phúc" })
    let papers = try print([short, long])
    #expect(papers.first?.pageCount == 1)
    #expect(papers.allSatisfy { $0.strangeFaces.isEmpty })
    let folder = try TemporaryFolder()
    let mark = String(repeating: "12", count: 16)
    var joined = PrintFile()
    for (index, paper) in papers.enumerated() {
      joined.add(paper)
      try Data(paper.bytes(identity: mark)).write(to: URL(filePath: folder.path + "/\(index).pdf"))
    }
    try Data(joined.bytes(identity: mark)).write(to: URL(filePath: folder.path + "/in.pdf"))
    func said(_ program: String, _ name: String) throws -> String {
      try OtherPrograms.run(program, "\(folder.path)/\(name).pdf")
    }
    for (index, paper) in papers.enumerated() {
      let facts = try said("pdfinfo", "\(index)")
      #expect(facts.contains("Pages:           \(paper.pageCount)\n"), "\(facts)")
      #expect(!facts.contains("Error") && !facts.contains("CreationDate"))
      #expect(try said("pdffonts", "\(index)").contains("+LiberationSerif "))
      // Without an output pdftotext writes beside the file.
      #expect(try said("pdftotext", "\(index)") == "")
    }
    #expect(try said("pdftotext", "in") == "")
    let texts = ["0", "1", "in"].map { folder.text("\($0).txt") ?? "" }
    #expect(texts[0].contains("Quyết định về việc tặng Giấy khen"))
    #expect(texts[1].contains("Dòng thứ 120: Độc lập - Tự do - Hạnh phúc"))
    #expect(texts[0] + texts[1] == texts[2])
    let again = try print([long, short])
    #expect(
      again.reversed().map { $0.bytes(identity: mark) }
        == papers.map { $0.bytes(identity: mark) })
  }

  @Test("a letter that the typeface lacks is seen by its face", arguments: ["✓", "中", "☐"])
  func strangeLetter(letter: String) throws {
    let paper = try #require(try print([document(["Đạt \(letter)"])]).first)
    #expect(!paper.strangeFaces.isEmpty)
  }

  @Test("what is no document has no PDF, whatever LibreOffice says")
  func noDocument() throws {
    let failure = #expect(throws: PrintingFailure.self) { try print([[]]) }
    guard case .noPDF? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }
}
