import Diagnostics
import Foundation
import LocatedJSON
import Templating
import Testing
import XMLTree
import ZipContainer

/// A white picture of the size given, as the smallest file that says so.
private func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
  func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + bytes(width) + bytes(height) + [1, 0, 0, 0, 0, 0, 0, 0, 0]
}

/// A JPEG's segments: the camera's notes with an orientation, then the frame header.
private func jpeg(_ width: UInt8, _ height: UInt8, orientation: UInt8) -> [UInt8] {
  let notes: [UInt8] =
    Array("Exif\0\0II".utf8) + [
      42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
    ]
  return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(notes.count + 2)] + notes
    + [0xFF, 0xC4, 0, 3, 0, 0xFF, 0xC2, 0, 11, 8, 0, height, 0, width, 1, 1, 0x11, 0, 0xFF, 0xD9]
}

private let files: [String: [UInt8]] = [
  "anh/cao.png": png(300, 400), "anh/rong.png": png(400, 100),
  "anh/thang.jpg": jpeg(40, 30, orientation: 1),
  "anh/xoay.jpg": jpeg(40, 30, orientation: 6), "anh/to.png": png(60_000, 60_000),
  "chu.txt": Array("không phải ảnh".utf8), "hong.png": Array(png(0, 5)),
  "nang.png": Array(repeating: 0, count: 20 << 20),
]

private let source = PictureSource { path, limit throws(PictureSource.Failure) in
  guard let bytes = files[path] else { throw .notFound }
  guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
  return bytes
}

private let relationshipType =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

/// A picture of 3 by 4 cm with an alternative text, as Word and Writer write it.
private func picture(_ text: String, _ format: DocumentFormat) -> String {
  let text = text.replacing("<", with: "&lt;")
  switch format {
  case .docx:
    return "<w:r><w:drawing><wp:inline><wp:extent cx=\"1080000\" cy=\"1440000\"/>"
      + "<wp:docPr id=\"1\" descr=\"\(text)\"/><a:graphic><a:graphicData><pic:pic><pic:nvPicPr>"
      + "<pic:cNvPr id=\"0\" descr=\"\(text)\"/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId4\">"
      + "<a:extLst/></a:blip><a:stretch/></pic:blipFill><pic:spPr><a:xfrm>"
      + "<a:ext cx=\"1080000\" cy=\"1440000\"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic>"
      + "</wp:inline></w:drawing></w:r>"
  case .odt:
    return
      "<draw:frame svg:width=\"3cm\" svg:height=\"4cm\"><draw:image xlink:href=\"Pictures/1.png\"/>"
      + "<svg:desc>\(text)</svg:desc></draw:frame>"
  }
}

private func tag(_ text: String, _ format: DocumentFormat) -> String {
  let text = text.replacing("<", with: "&lt;")
  return format == .docx ? "<w:r><w:t>\(text)</w:t></w:r>" : text
}

private func bytes(_ body: String, _ format: DocumentFormat) throws -> [UInt8] {
  let list =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    + "<Relationship Id=\"rId4\" Type=\"\(relationshipType)\" Target=\"media/1.png\"/></Relationships>"
  let manifest =
    "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry"
    + " m:full-path=\"Pictures/1.png\" m:media-type=\"image/png\"/></m:manifest>"
  return try RawDocument.bytes(
    body, format,
    also: format == .docx
      ? [("word/_rels/document.xml.rels", list), ("word/media/1.png", "x")]
      : [("META-INF/manifest.xml", manifest), ("Pictures/1.png", "x")])
}

private func entries(_ document: [UInt8]) throws -> [String: [UInt8]] {
  let archive = try ZipArchive(reading: document)
  return try Dictionary(
    uniqueKeysWithValues: archive.entries.map { ($0.name, try archive.contents(of: $0)) })
}

@Suite("Pictures that data bring")
struct PictureTests {
  private func render(
    _ text: String, _ format: DocumentFormat, _ data: JSONValue
  ) throws -> (Diagnosed<[UInt8]>, String) {
    let compiled = Template.compile(
      try bytes(paragraph(picture(text, format), format), format), name: "mẫu")
    let template = try #require(compiled.value, "\(compiled.findings)")
    let result = template.checked(data, pictures: source)
    let part = format == .docx ? "word/document.xml" : "content.xml"
    if let document = result.value {
      #expect(
        broken(document, template: try bytes(paragraph(picture("", format), format), format))
          .isEmpty)
    }
    return (result, try result.value.map { try RawDocument.markup($0, part: part) } ?? "")
  }

  @Test(
    "whole in its frame, which shrinks to it; the bytes are in the package",
    arguments: DocumentFormat.allCases)
  func contain(format: DocumentFormat) throws {
    let (result, body) = try render(
      "Ảnh <<ảnh thẻ | vừa khung>>", format, ["anh_the": "anh/rong.png"])
    let all = try entries(try #require(result.value, "\(result.findings)"))
    let name = format == .docx ? "word/media/thidua-1000001.png" : "Pictures/thidua-1000001.png"
    #expect(all[name] == files["anh/rong.png"])
    switch format {
    case .docx:
      // 3 cm wide, a quarter as high.
      #expect(body.contains("<wp:extent cx=\"1080000\" cy=\"270000\"/>"))
      #expect(body.contains("<a:ext cx=\"1080000\" cy=\"270000\"/>"))
      #expect(body.contains("<a:blip r:embed=\"rIdTD1000002\"/><a:stretch/>"))
      #expect(
        body.contains("<wp:docPr id=\"1\" descr=\"Ảnh\"/>")
          && body.contains("<pic:cNvPr id=\"0\" descr=\"Ảnh\"/>"))
      let list = String(decoding: try #require(all["word/_rels/document.xml.rels"]), as: UTF8.self)
      #expect(
        list.contains(
          "Id=\"rIdTD1000002\" Type=\"\(relationshipType)\" Target=\"media/thidua-1000001.png\"/>"))
      let types = String(decoding: try #require(all["[Content_Types].xml"]), as: UTF8.self)
      #expect(types.contains("Extension=\"png\" ContentType=\"image/png\""))
    case .odt:
      #expect(body.contains("svg:width=\"30.000mm\" svg:height=\"7.500mm\""))
      #expect(body.contains("xlink:href=\"\(name)\"") && body.contains("<svg:desc>Ảnh</svg:desc>"))
      let list = String(decoding: try #require(all["META-INF/manifest.xml"]), as: UTF8.self)
      #expect(
        list.contains(
          "<m:file-entry m:full-path=\"\(name)\" m:media-type=\"image/png\"/></m:manifest>"))
    }
  }

  @Test("a frame filled, the rest cut off")
  func cover() throws {
    let (result, body) = try render("<<a | phủ khung>>", .docx, ["a": "anh/rong.png"])
    #expect(result.value != nil)
    // A picture four times as wide as high in a frame of 3 by 4: of its width 3/16 is seen.
    #expect(body.contains("<a:srcRect l=\"40625\" t=\"0\" r=\"40625\" b=\"0\"/>"))
    #expect(body.contains("<wp:extent cx=\"1080000\" cy=\"1440000\"/>"))
  }

  @Test(
    "each copy has its own picture; equal ones share their bytes",
    arguments: DocumentFormat.allCases)
  func loop(format: DocumentFormat) throws {
    let body = paragraph(
      tag("<<mỗi p trong ds>>", format) + picture("<<p.a | vừa khung>>", format)
        + tag("<<hết>>", format),
      format)
    let template = try #require(Template.compile(try bytes(body, format), name: "mẫu").value)
    let data: JSONValue = [
      "ds": [["a": "anh/cao.png"], ["a": "anh/thang.jpg"], ["a": "anh/cao.png"]]
    ]
    let result = template.checked(data, pictures: source)
    let document = try #require(result.value, "\(result.findings)")
    let names = try entries(document).keys.filter { $0.contains("thidua-") }
    #expect(names.count == 2 && names.contains { $0.hasSuffix(".jpeg") })
    #expect(template.checked(data, pictures: source).value == document)
  }

  @Test("a picture in the data themselves", arguments: DocumentFormat.allCases)
  func inline(format: DocumentFormat) throws {
    let text = "data:image/png;base64," + Data(png(3, 4)).base64EncodedString()
    let (result, _) = try render("<<a | vừa khung>>", format, ["a": .string(text)])
    let all = try entries(try #require(result.value, "\(result.findings)"))
    #expect(all.values.contains(png(3, 4)))
  }

  @Test(
    "what is no picture for a document",
    arguments: [
      ("/etc/passwd", "không nằm trong thư mục"), ("../anh.png", "không nằm trong thư mục"),
      ("anh/../../x.png", "không nằm trong thư mục"),
      ("https://x/y.png", "không nằm trong thư mục"),
      ("C:\\a.png", "không nằm trong thư mục"), ("anh//x.png", "không nằm trong thư mục"),
      ("vang.png", "không có tệp ảnh"), ("chu.txt", "không phải ảnh PNG hay JPEG"),
      ("hong.png", "ảnh hỏng"), ("nang.png", "lớn hơn 16777216 byte"),
      ("anh/to.png", "hơn 64000000 điểm ảnh"), ("data:image/png;base64,@@", "ảnh hỏng"),
      ("data:image/svg+xml;base64,AAAA", "không nằm trong thư mục"),
      ("data:image/png;base64,AAA", "ảnh hỏng"),
    ], DocumentFormat.allCases)
  func refused(file: (String, String), format: DocumentFormat) throws {
    let (result, _) = try render("<<a | vừa khung>>", format, ["a": .string(file.0)])
    #expect(result.value == nil)
    #expect(result.findings.map(\.code) == [Code("TE048")])
    #expect(result.findings.first?.message.contains(file.1) == true, "\(result.findings)")
  }

  @Test("a photograph that must be turned is told", arguments: DocumentFormat.allCases)
  func turned(format: DocumentFormat) throws {
    let (result, _) = try render("<<a | vừa khung>>", format, ["a": "anh/xoay.jpg"])
    #expect(result.value != nil && result.findings.map(\.code) == [Code("TE049")])
  }

  @Test(
    "tags of pictures that no one could place",
    arguments: [
      ("<<a | vừa khung | in hoa>>", true, ["TE044"]), ("<<a | qr | phủ khung>>", true, ["TE044"]),
      ("<<a | vừa khung>>", false, ["TE044"]), ("<<nếu a | qr>>x<<hết>>", false, ["TE044"]),
    ], DocumentFormat.allCases)
  func misplaced(what: (String, Bool, [String]), format: DocumentFormat) throws {
    let content = what.1 ? picture(what.0, format) : tag(what.0, format)
    let compiled = Template.compile(try bytes(paragraph(content, format), format), name: "mẫu")
    #expect(compiled.findings.map(\.code.description) == what.2)
  }

  @Test("a shape is no picture")
  func shapes() throws {
    let shape =
      "<w:r><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"1\" descr=\"&lt;&lt;a | qr>>\"/>"
      + "</wp:inline></w:drawing></w:r>"
    let word = Template.compile(try bytes(paragraph(shape, .docx), .docx), name: "mẫu")
    #expect(word.findings.map(\.code) == [Code("TE047")])
  }

  @Test(
    "Writer cuts by a style of each picture, after the frame's own, in text and header",
    arguments: ["content.xml", "styles.xml"])
  func writerCover(part: String) throws {
    let frame = picture("<<p.a | phủ khung>>", .odt).replacing(
      "<draw:frame", with: "<draw:frame draw:style-name=\"fr1\"")
    let text = paragraph(tag("<<mỗi p trong ds>>", .odt) + frame + tag("<<hết>>", .odt), .odt)
    let styles =
      "<office:automatic-styles><style:style style:name=\"fr1\" style:family=\"graphic\""
      + " style:parent-style-name=\"Graphics\"><style:graphic-properties style:wrap=\"none\"/>"
      + "</style:style></office:automatic-styles>"
    let other = "<office:body><office:text>\(paragraph("x", .odt))</office:text></office:body>"
    let bytes = try RawDocument.package([
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        RawDocument.root(
          "office:document-content",
          part == "content.xml"
            ? styles + "<office:body><office:text>\(text)</office:text></office:body>" : other)
      ),
      (
        "styles.xml",
        RawDocument.root(
          "office:document-styles",
          part == "styles.xml"
            ? styles
              + "<office:master-styles><style:header>\(text)</style:header></office:master-styles>"
            : "")
      ),
    ])
    let compiled = Template.compile(bytes, name: "mẫu")
    let template = try #require(compiled.value, "\(compiled.findings)")
    let data: JSONValue = ["ds": [["a": "anh/rong.png"], ["a": "anh/cao.png"]]]
    let document = try #require(template.checked(data, pictures: source).value)
    #expect(template.checked(data, pictures: source).value == document)
    let markup = try RawDocument.markup(document, part: part)
    #expect(
      markup.contains(
        "draw:style-name=\"ThiDua_1000002\" svg:width=\"30.000mm\" svg:height=\"40.000mm\""))
    // 400 by 100 pixels of 1/96 inch: 40,625 % of 105.833 mm at each side.
    #expect(
      markup.contains(
        "style:name=\"ThiDua_1000002\" style:family=\"graphic\" style:parent-style-name=\"Graphics\">"
          + "<style:graphic-properties style:wrap=\"none\""
          + " fo:clip=\"rect(0.000mm, 42.995mm, 0.000mm, 42.995mm)\"/></style:style>"), "\(markup)")
    #expect(markup.contains("style:name=\"ThiDua_1000004\""))
    #expect(markup.contains("</style:style></office:automatic-styles>"))
    #expect(StructureCheck.faults(in: document).isEmpty)
  }

  @Test("a frame without a style, in a part without automatic styles")
  func writerCoverBare() throws {
    let (result, body) = try render("<<a | phủ khung>>", .odt, ["a": "anh/cao.png"])
    #expect(result.value != nil)
    #expect(body.contains("</style:style></office:automatic-styles><office:body>"))
    #expect(body.contains("draw:style-name=\"ThiDua_"))
  }

  @Test(
    "what a picture asks of the data, and a sample that fills it",
    arguments: DocumentFormat.allCases)
  func sample(format: DocumentFormat) throws {
    let body = paragraph(
      picture("<<a | vừa khung>>", format) + picture("<<b | qr>>", format), format)
    let bytes = try bytes(body, format)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    #expect(template.checked(template.sample, own: bytes).findings.isEmpty)
  }
}

@Suite("QR codes")
struct QRTests {
  @Test("a code in its frame, square and with white around", arguments: DocumentFormat.allCases)
  func code(format: DocumentFormat) throws {
    let body = paragraph(picture("<<mã | qr>>", format), format)
    let template = try #require(Template.compile(try bytes(body, format), name: "mẫu").value)
    let result = template.checked(["ma": "https://sonla.gov.vn/tra-cuu?so=12/QĐ-UBND"])
    let all = try entries(try #require(result.value, "\(result.findings)"))
    let name = try #require(all.keys.first { $0.contains("thidua-") })
    let picture = try #require(all[name])
    // 33 modules of a code of version 4 and 4 of white on each side, 8 pixels each.
    #expect(Array(picture[16..<24]) == [0, 0, 1, 72, 0, 0, 1, 72])
    let part = try RawDocument.markup(
      try #require(result.value), part: format == .docx ? "word/document.xml" : "content.xml")
    #expect(
      part.contains(format == .docx ? "cx=\"1080000\" cy=\"1080000\"" : "svg:height=\"30.000mm\""))
  }

  @Test("too long a text, and none", arguments: [String(repeating: "a", count: 3000), ""])
  func refused(text: String) throws {
    let body = paragraph(picture("<<mã | qr>>", .odt), .odt)
    let template = try #require(Template.compile(try bytes(body, .odt), name: "mẫu").value)
    #expect(template.checked(["ma": .string(text)]).findings.map(\.code) == [Code("TE048")])
  }
}

@Suite("Check boxes")
struct CheckBoxTests {
  private static let times = "<w:rFonts w:ascii=\"Times New Roman\"/>"

  @Test(
    "ticked or not; signs of plain text where the font has no boxes",
    arguments: [
      ("<w:p><w:r><w:t>&lt;&lt;a | hộp kiểm>>&lt;&lt;b | hộp kiểm>></w:t></w:r></w:p>", "☑☐"),
      (
        "<w:p><w:r><w:rPr>\(times)</w:rPr><w:t>&lt;&lt;a | hộp kiểm>>&lt;&lt;b | hộp kiểm>></w:t></w:r></w:p>",
        "[x][ ]"
      ),
      (
        "<w:p><w:pPr><w:pStyle w:val=\"C\"/></w:pPr><w:r><w:t>&lt;&lt;a | hộp kiểm>></w:t></w:r></w:p>",
        "[x]"
      ),
      (
        "<w:p><w:pPr><w:pStyle w:val=\"C\"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"Segoe UI Symbol\"/>"
          + "</w:rPr><w:t>&lt;&lt;a | hộp kiểm>></w:t></w:r></w:p>", "☑"
      ),
      (
        "<w:sdt><w:sdtPr><w14:checkbox/><w:tag w:val=\"b\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>☒</w:t></w:r>"
          + "</w:p></w:sdtContent></w:sdt>", "☐"
      ),
    ])
  func word(body: String, expected: String) throws {
    let styles = RawDocument.root(
      "w:styles",
      "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:rPr>\(Self.times)</w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"C\"><w:basedOn w:val=\"B\"/></w:style>")
    let bytes = try RawDocument.bytes(body, .docx, also: [("word/styles.xml", styles)])
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let document = try #require(template.checked(["a": true, "b": false]).value)
    #expect(try shown(document, format: .docx) == [expected])
  }

  @Test(
    "Writer's fonts, through styles",
    arguments: [
      ("<text:p>&lt;&lt;a | hộp kiểm>></text:p>", "☑"),
      ("<text:p text:style-name=\"P\">&lt;&lt;a | hộp kiểm>></text:p>", "[x]"),
      (
        "<text:p><text:span text:style-name=\"T\">&lt;&lt;a | hộp kiểm>></text:span></text:p>",
        "[x]"
      ),
    ])
  func writer(body: String, expected: String) throws {
    let styles = RawDocument.root(
      "office:document-styles",
      "<style:font-face style:name=\"F\" svg:font-family=\"'Times New Roman'\"/>"
        + "<style:style style:name=\"Q\"><style:text-properties style:font-name=\"F\"/></style:style>"
        + "<style:style style:name=\"P\" style:parent-style-name=\"Q\"/>"
        + "<style:style style:name=\"T\"><style:text-properties style:font-name=\"Times New Roman\"/></style:style>"
    )
    let bytes = try RawDocument.bytes(body, .odt, also: [("styles.xml", styles)])
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let document = try #require(template.checked(["a": true]).value)
    #expect(try shown(document, format: .odt) == [expected])
    #expect(template.checked(["a": "có"]).findings.map(\.code) == [Code("TE034")])
  }
}
