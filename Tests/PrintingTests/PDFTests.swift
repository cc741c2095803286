import TestSupport
import Testing

@testable import Printing

@Suite("PDFs read and written")
struct PDFTests {
  @Test("pages in their order, with what they inherit", arguments: [1, 2, 12])
  func pages(count: Int) throws {
    let file = try PDFFile(FakeOffice.pdf(pages: count))
    #expect(file.version == "1.6")
    #expect(file.pages.map(\.number) == (0..<count).map { 7 + 2 * $0 })
    #expect(file.pages.allSatisfy { $0.value["MediaBox"]?.items?.count == 4 })
    #expect(file.faces == [PDFFace(name: "LiberationSerif", isEmbedded: true)])
  }

  @Test("a face that is not in the file, or of another family, is strange")
  func strangeFaces() throws {
    func strange(_ bytes: [UInt8]) throws -> [String] {
      PrintedPaper(try PDFFile(bytes)).strangeFaces
    }
    #expect(try strange(FakeOffice.pdf(pages: 1)) == [])
    #expect(try strange(FakeOffice.pdf(pages: 1, face: "TimesNewRomanPS-BoldMT")) == [])
    #expect(try strange(FakeOffice.pdf(pages: 1, face: "BAAAAA+DejaVuSans")) == ["DejaVuSans"])
    let text = String(decoding: FakeOffice.pdf(pages: 1), as: UTF8.self)
    let loose = text.replacing("/FontFile2", with: "/FontFileX")
    #expect(try strange(Array(loose.utf8)) == ["LiberationSerif"])
  }

  @Test("written anew: the same pages, no moment, another mark")
  func rewritten() throws {
    let before = FakeOffice.pdf(pages: 3)
    let later = Array(
      String(decoding: before, as: UTF8.self).replacing("20261122221413", with: "20270101000000")
        .utf8)
    let mark = String(repeating: "AB", count: 16)
    let bytes = PrintedPaper(try PDFFile(before)).bytes(identity: mark)
    #expect(PrintedPaper(try PDFFile(later)).bytes(identity: mark) == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/ID [<\(mark)> <\(mark)>]"))
    #expect(text.contains("LibreOffice 9.8") && text.contains("<FEFF1EBF>"))
    #expect(!text.contains("CreationDate"))
    let file = try PDFFile(bytes)
    #expect(file.pages.count == 3)
    #expect(contents(of: file) == contents(of: try PDFFile(before)))
  }

  @Test("joined: all pages in the order of the papers, a stream that is the same once")
  func joined() throws {
    var print = PrintFile()
    for count in [2, 1, 3] { print.add(PrintedPaper(try PDFFile(FakeOffice.pdf(pages: count)))) }
    let bytes = print.bytes(identity: String(repeating: "0", count: 32))
    #expect(PrintFile.pageCount(of: bytes) == 6)
    let file = try PDFFile(bytes)
    let texts = contents(of: file).map { $0.filter(\.isNumber).suffix(1) }
    #expect(texts == ["1", "2", "1", "1", "2", "3"])
    #expect(file.pages.allSatisfy { $0.value["MediaBox"] != nil })
    let faces = file.objects.values.filter { $0.stream.map { $0 == Array("face".utf8) } ?? false }
    #expect(faces.count == 1)
  }

  @Test("a file cut off at any byte is refused, never read as a shorter one")
  func cutOff() throws {
    let whole = FakeOffice.pdf(pages: 2)
    // The last bytes are the line end behind the last line.
    for count in 0..<whole.count - 8 {
      #expect(throws: PDFFailure.self) { try PDFFile(Array(whole.prefix(count))) }
    }
  }

  @Test("a file with a byte changed anywhere is read or refused, never a crash")
  func changedByte() {
    let whole = FakeOffice.pdf(pages: 1)
    for index in whole.indices {
      for byte: UInt8 in [0, 0x28, 0x39, 0x3C, 0x5B, 0xFF] {
        var bytes = whole
        bytes[index] = byte
        _ = (try? PDFFile(bytes)).map { PrintedPaper($0).bytes(identity: "00") }
      }
    }
  }

  @Test(
    "what this reader does not know is told from what is broken",
    arguments: [
      ("/Root 1 0 R", "/Root 1 0 R/Encrypt 5 0 R", PDFFailure.unknownForm),
      ("xref\n0", "3 0 obj\n0", .unknownForm),
      ("%PDF-", "%PXF-", .noPDF),
      ("/Root 1 0 R", "/Root 9 0 R", .noPDF),
    ])
  func refused(old: String, new: String, failure: PDFFailure) {
    let text = String(decoding: FakeOffice.pdf(pages: 1), as: UTF8.self)
    #expect(throws: failure) { try PDFFile(Array(text.replacing(old, with: new).utf8)) }
  }

  private func contents(of file: PDFFile) -> [String] {
    file.pages.map { page in
      let stream = page.value["Contents"]?.number.flatMap { file.objects[$0]?.stream }
      return String(decoding: stream ?? [], as: UTF8.self)
    }
  }
}
