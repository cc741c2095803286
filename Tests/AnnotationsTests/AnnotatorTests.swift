import Annotations
import Testing
import XMLTree
import ZipContainer

private let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/// A DOCX of three paragraphs, the last with a box of text; `extra` parts come behind.
private func wordPackage(
  relations: String = "", types: String = "", _ extra: [(String, String)] = []
) throws -> ZipArchive {
  let body = """
    <w:document xmlns:w="\(word)" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>\
    <w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>Một</w:t></w:r><w:r><w:t>hai</w:t></w:r></w:p>\
    <w:p/><w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p>\
    </w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p></w:body></w:document>
    """
  return try package(
    [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\(types)</Types>"
      ),
      ("word/document.xml", body),
      (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relations)</Relationships>"
      ),
    ] + extra)
}

/// An ODT of a title, an empty paragraph and a text with a span.
private func textPackage() throws -> ZipArchive {
  try package([
    ("mimetype", "application/vnd.oasis.opendocument.text"),
    (
      "content.xml",
      """
      <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>\
      <text:h>Tên</text:h><text:p/><text:p>Trước <text:span>trong</text:span> sau</text:p>\
      </office:text></office:body></office:document-content>
      """
    ),
  ])
}

private func package(_ parts: [(String, String)]) throws -> ZipArchive {
  var writer = try ZipWriter()
  for (name, text) in parts { try writer.add(ZipEntry(name: name, contents: Array(text.utf8))) }
  return try ZipArchive(reading: writer.finish())
}

private func text(_ part: String, of bytes: [UInt8]) throws -> String {
  let archive = try ZipArchive(reading: bytes)
  let entry = try #require(archive.entry(named: part))
  return String(decoding: try archive.contents(of: entry), as: UTF8.self)
}

@Suite("Comments in a copy of a DOCX")
struct WordCommentsTests {
  @Test("a paragraph is enclosed behind its properties; the text gets a part, related and declared")
  func wholeParagraph() throws {
    var annotator = try Annotator(wordPackage())
    annotator.add("Sai lề\nSửa thành 30 mm", at: annotator.paragraphs[0])
    let bytes = try annotator.finish()
    let body = try text("word/document.xml", of: bytes)
    #expect(body.contains("</w:pPr><w:commentRangeStart w:id=\"0\"/><w:r><w:t>Một"))
    #expect(
      body.contains(
        "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"))
    let comments = try text("word/comments.xml", of: bytes)
    #expect(comments.contains("<w:comment w:id=\"0\" w:author=\"ThiDua\" w:initials=\"Th\"><w:p>"))
    #expect(comments.contains(">Sai lề</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">Sửa"))
    #expect(try text("[Content_Types].xml", of: bytes).contains("PartName=\"/word/comments.xml\""))
    #expect(
      try text("word/_rels/document.xml.rels", of: bytes).contains("Target=\"comments.xml\""))
  }

  @Test("a day that is given stands in every comment; none is made up")
  func day() throws {
    var annotator = try Annotator(wordPackage(), day: "2026-04-27")
    annotator.add("Lời", at: nil)
    let comments = try text("word/comments.xml", of: annotator.finish())
    #expect(comments.contains("w:date=\"2026-04-27T00:00:00Z\""))
  }

  @Test("comments that are there stay, the new ones get numbers of their own")
  func commentsThatAreThere() throws {
    let known = """
      <x:comments xmlns:x="\(word)"><x:comment x:id="7" x:author="Lan"><x:p/></x:comment></x:comments>
      """
    var annotator = try Annotator(
      wordPackage(
        relations:
          "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"ghi-chu.xml\"/>",
        [("word/ghi-chu.xml", known)]))
    annotator.add("Mới", at: annotator.paragraphs[1])
    let bytes = try annotator.finish()
    let comments = try text("word/ghi-chu.xml", of: bytes)
    #expect(comments.contains("x:author=\"Lan\""))
    #expect(comments.contains("<x:comment x:id=\"8\" x:author=\"ThiDua\""))
    #expect(try ZipArchive(reading: bytes).entry(named: "word/comments.xml") == nil)
  }

  @Test("what stands in a box is commented where the box hangs")
  func box() throws {
    var annotator = try Annotator(wordPackage())
    annotator.add("Trong khung", at: annotator.paragraphs[3])
    let body = try text("word/document.xml", of: annotator.finish())
    #expect(body.contains("<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:pict>"))
    #expect(body.contains("</w:pict></w:r><w:commentRangeEnd w:id=\"0\"/>"))
  }

  @Test("one run can be enclosed alone, by two comments in the order they came")
  func oneRun() throws {
    var annotator = try Annotator(wordPackage())
    let run = try #require(annotator.paragraphs[0].elements.last)
    annotator.add("Một", at: run.elements.first)
    annotator.add("Hai", at: run)
    let body = try text("word/document.xml", of: annotator.finish())
    #expect(
      body.contains(
        "<w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"1\"/><w:r><w:t>hai</w:t></w:r>"
          + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
          + "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>"))
  }

  @Test("without a comment the copy is the document; the same comments give the same bytes")
  func sameBytes() throws {
    func copy() throws -> [UInt8] {
      var annotator = try Annotator(wordPackage(), day: "2026-04-27")
      annotator.add("Lời", at: annotator.paragraphs[0])
      return try annotator.finish()
    }
    #expect(try copy() == copy())
    let bare = try Annotator(wordPackage()).finish()
    #expect(try ZipArchive(reading: bare).entries.map(\.name) == wordPackage().entries.map(\.name))
  }

  @Test("a package without a document is refused")
  func refused() throws {
    let other = try package([("a.xml", "<a/>")])
    #expect(throws: AnnotationFailure.notADocument) { try Annotator(other) }
    let broken = try package([("word/document.xml", "<a>")])
    #expect(throws: AnnotationFailure.self) { try Annotator(broken) }
  }
}

@Suite("Comments in a copy of an ODT")
struct OpenDocumentAnnotationsTests {
  @Test("a heading is enclosed; author and day stand in the comment, each line a paragraph")
  func heading() throws {
    var annotator = try Annotator(textPackage(), day: "2026-04-27")
    annotator.add("Một\nhai", at: annotator.paragraphs[0])
    let content = try text("content.xml", of: annotator.finish())
    #expect(
      content.contains(
        "<text:h><office:annotation office:name=\"thidua-1\"><dc:creator>ThiDua</dc:creator>"
          + "<dc:date>2026-04-27T00:00:00</dc:date><text:p>Một</text:p><text:p>hai</text:p>"
          + "</office:annotation>Tên<office:annotation-end office:name=\"thidua-1\"/></text:h>"))
    #expect(content.contains("xmlns:dc=\"http://purl.org/dc/elements/1.1/\""))
  }

  @Test("an empty paragraph gets a comment without a range")
  func emptyParagraph() throws {
    var annotator = try Annotator(textPackage())
    annotator.add("Thừa dòng", at: annotator.paragraphs[1])
    let content = try text("content.xml", of: annotator.finish())
    #expect(
      content.contains(
        "<text:p><office:annotation><dc:creator>ThiDua</dc:creator><text:p>Thừa dòng</text:p>"
          + "</office:annotation></text:p>"))
  }

  @Test("a span can be enclosed alone")
  func span() throws {
    var annotator = try Annotator(textPackage())
    let span = try #require(annotator.paragraphs[2].elements.first)
    annotator.add("Chỗ này", at: span.children.first)
    let content = try text("content.xml", of: annotator.finish())
    #expect(
      content.contains(
        "Trước <office:annotation office:name=\"thidua-1\"><dc:creator>ThiDua</dc:creator>"
          + "<text:p>Chỗ này</text:p></office:annotation><text:span>trong</text:span>"
          + "<office:annotation-end office:name=\"thidua-1\"/> sau"))
  }
}
