import Diagnostics
import Foundation
import LocatedJSON
import Templating
import Testing
import ZipContainer

// The pains of places, formatting, pictures and links; see `PainTests`.

private let data: JSONValue = [
  "ten": "An", "co": true, "tat": false, "hai": "một\n\nhai", "js": "javascript:alert(1)",
  "ds": [["ma": "a b", "anh": "mot.png"], ["ma": "c&d", "anh": "hai.png"]],
]

private func filled(_ body: String, _ format: DocumentFormat) throws -> String {
  try RawDocument.filled(body, format, data)
}

@Suite("What users of template engines suffer from: content")
struct PainContentTests {
  @Test("pain 12: every header and footer, notes, text boxes", arguments: [DocumentFormat.docx])
  func everyPlaceOfWord(format: DocumentFormat) throws {
    let box = "<w:txbxContent>\(p("<<ten>>", format))</w:txbxContent>"
    let body =
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\(box)</mc:Choice><mc:Fallback>"
      + "\(box)</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    let stories: [(String, String)] = [
      ("word/header1.xml", "w:hdr"), ("word/header2.xml", "w:hdr"), ("word/header3.xml", "w:hdr"),
      ("word/footer1.xml", "w:ftr"), ("word/footer2.xml", "w:ftr"), ("word/footer3.xml", "w:ftr"),
    ]
    let notes = [("footnotes", "footnote"), ("endnotes", "endnote")].map { part, note in
      (
        "word/\(part).xml",
        RawDocument.root(
          "w:\(part)", "<w:\(note) w:id=\"1\">\(p("<<ten>>", format))</w:\(note)>")
      )
    }
    let parts =
      stories.map { ($0.0, RawDocument.root($0.1, p("<<ten>>", format))) } + notes
    let bytes = try RawDocument.bytes(body, format, also: parts)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    #expect(template.tags.count == 10, "every one of them is a place of its own")
    let document = try #require(template.checked(data).value)
    for (part, _) in parts {
      #expect(try RawDocument.markup(document, part: part).contains(">An<"), "\(part)")
    }
    let text = try RawDocument.markup(document, part: "word/document.xml")
    #expect(count(text, of: ">An<") == 2, "Word shows the one branch, LibreOffice the other")
    #expect(Template.leftOverTags(in: document).isEmpty)
  }

  @Test("pain 12: every header and footer, notes, frames", arguments: [DocumentFormat.odt])
  func everyPlaceOfWriter(format: DocumentFormat) throws {
    let stories = [
      "header", "header-left", "header-first", "footer", "footer-left", "footer-first",
    ]
    let masters =
      "<office:master-styles><style:master-page style:name=\"A\">"
      + stories.map { "<style:\($0)>\(p("<<ten>>", format))</style:\($0)>" }.joined()
      + "</style:master-page></office:master-styles>"
    let note = { (kind: String) in
      "<text:note text:id=\"\(kind)\" text:note-class=\"\(kind)\"><text:note-citation>1</text:note-citation>"
        + "<text:note-body>\(p("<<ten>>", format))</text:note-body></text:note>"
    }
    let body =
      paragraph(
        "<draw:frame><draw:text-box>\(p("<<ten>>", format))</draw:text-box></draw:frame>"
          + note("footnote") + note("endnote"), format)
      + "<text:section text:name=\"S\">\(p("<<ten>>", format))</text:section>"
    let bytes = try RawDocument.bytes(
      body, format, also: [("styles.xml", RawDocument.root("office:document-styles", masters))])
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    #expect(template.tags.count == 10)
    let document = try #require(template.checked(data).value)
    #expect(try count(RawDocument.markup(document, part: "styles.xml"), of: ">An<") == 6)
    #expect(try count(RawDocument.markup(document, part: "content.xml"), of: ">An<") == 4)
    #expect(Template.leftOverTags(in: document).isEmpty)
  }

  @Test(
    "pain 13: the work of a table grows with its rows, not with their square",
    arguments: DocumentFormat.allCases)
  func thousandsOfRows(format: DocumentFormat) throws {
    let body = table([["<<mỗi p trong ds>><<p.ma>>", "<<vòng.stt>>"]], format)
    let template = try #require(
      Template.compile(try RawDocument.bytes(body, format), name: "mẫu").value)
    let rows = { (count: Int) -> JSONValue in
      ["ds": .array((0..<count).map { ["ma": .integer($0)] })]
    }
    // The budget counts every step of the program, so that no clock is asked.
    func isEnough(_ steps: Int, for count: Int) -> Bool {
      var limits = RenderLimits.standard
      limits.steps = steps
      return template.checked(rows(count), limits: limits).value != nil
    }
    let steps = try #require((1...100).first { isEnough($0 * 100, for: 100) }) * 100
    #expect(steps < 10_000, "100 rows squared would need more")
    #expect(isEnough(steps * 50, for: 5000))
  }

  @Test(
    "pain 17: a border inside a run leaves both halves their formatting",
    arguments: DocumentFormat.allCases)
  func formatting(format: DocumentFormat) throws {
    let bold = format == .docx ? "<w:rPr><w:b/></w:rPr>" : "text:style-name=\"T\""
    let text: String
    switch format {
    case .docx:
      let one =
        "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r>\(bold)<w:t>Ông &lt;&lt;nếu co>>&lt;&lt;hai>>"
        + "&lt;&lt;hết>>, nay</w:t></w:r></w:p>"
      #expect(count(one, of: "<w:r>") == 1, "all of it is one run of Word")
      text = try filled(one, format)
      #expect(count(text, of: "<w:pPr><w:jc w:val=\"both\"/></w:pPr>") == 2)
      #expect(count(text, of: "<w:r>\(bold)") == count(text, of: "<w:r>"))
    case .odt:
      let one =
        "<text:p text:style-name=\"J\"><text:span \(bold)>Ông &lt;&lt;nếu co>>&lt;&lt;hai>>"
        + "&lt;&lt;hết>>, nay</text:span></text:p>"
      #expect(count(one, of: "<text:span ") == 1)
      text = try filled(one, format)
      #expect(count(text, of: "<text:p text:style-name=\"J\">") == 2)
      #expect(count(text, of: "<text:span ") == count(text, of: "<text:span \(bold)>"))
    }
    for word in ["Ông ", "một", "hai", ", nay"] { #expect(text.contains(word)) }
  }

  /// A white picture of one line, as the smallest file that says so.
  private static func png(_ width: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, 10, 1, 0, 0, 0, 0, 0, 0, 0, 0]
  }

  private static let pictures = PictureSource { path, _ throws(PictureSource.Failure) in
    switch path {
    case "mot.png": png(10)
    case "hai.png": png(20)
    default: throw .notFound
    }
  }

  /// A placeholder picture of 3 by 3 cm, in the body or in a header.
  private func picture(_ tag: String, _ format: DocumentFormat) -> String {
    switch format {
    case .docx:
      "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"1080000\" cy=\"1080000\"/><wp:docPr id=\"1\" descr=\"\(tag)\"/>"
        + "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"rId4\"/><a:stretch/></pic:blipFill>"
        + "<pic:spPr><a:xfrm><a:ext cx=\"1080000\" cy=\"1080000\"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic>"
        + "</wp:inline></w:drawing></w:r></w:p>"
    case .odt:
      "<text:p><draw:frame svg:width=\"3cm\" svg:height=\"3cm\"><draw:image xlink:href=\"Pictures/1.png\"/>"
        + "<svg:desc>\(tag)</svg:desc></draw:frame></text:p>"
    }
  }

  @Test(
    "pain 18: each copy of a placeholder has its own picture, in a header too",
    arguments: DocumentFormat.allCases)
  func placeholderPictures(format: DocumentFormat) throws {
    let body =
      p("<<mỗi p trong ds>>", format) + picture("&lt;&lt;p.anh | vừa khung>>", format)
      + p("<<hết>>", format)
    let header = picture("&lt;&lt;..anh | vừa khung>>", format).replacing("..anh", with: "anh")
    let list =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId4\""
      + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/1.png\"/></Relationships>"
    let others: [(String, String)] =
      switch format {
      case .docx:
        [
          ("word/_rels/document.xml.rels", list), ("word/media/1.png", "x"),
          ("word/header1.xml", RawDocument.root("w:hdr", header)),
          ("word/_rels/header1.xml.rels", list),
        ]
      case .odt:
        [
          ("Pictures/1.png", "x"),
          (
            "styles.xml",
            RawDocument.root(
              "office:document-styles",
              "<office:master-styles><style:master-page style:name=\"A\"><style:header>\(header)</style:header></style:master-page></office:master-styles>"
            )
          ),
        ]
      }
    let bytes = try RawDocument.bytes(body, format, also: others)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    guard case .object(let members) = data.kind else { return }
    let values = JSONValue(.object(members + [.init("anh", "hai.png")]))
    let result = template.checked(values, pictures: Self.pictures)
    let document = try #require(result.value, "\(result.findings)")
    let (main, other) =
      format == .docx
      ? ("word/document.xml", "word/header1.xml") : ("content.xml", "styles.xml")
    let key = format == .docx ? "r:embed=\"" : "xlink:href=\""
    let first = between(key, "\"", in: try RawDocument.markup(document, part: main))
    #expect(first.count == 2 && Set(first).count == 2, "\(first)")
    let inHeader = between(key, "\"", in: try RawDocument.markup(document, part: other))
    #expect(inHeader.count == 1 && inHeader != ["rId4"] && inHeader != ["Pictures/1.png"])
    let archive = try ZipArchive(reading: document)
    #expect(archive.entries.count { $0.name.contains("thidua") } == 2, "equal pictures once")
    #expect(broken(document, template: bytes).isEmpty)
  }

  @Test("pain 24: check boxes of either kind", arguments: DocumentFormat.allCases)
  func checkBoxes(format: DocumentFormat) throws {
    let text = try filled(p("<<co | hộp kiểm>><<tat | hộp kiểm>>", format), format)
    #expect(text.contains("☑☐"))
    guard format == .docx else { return }
    let control =
      "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox><w:tag w:val=\"co\"/></w:sdtPr>"
      + "<w:sdtContent><w:p><w:r><w:t>☐</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    #expect(try filled(control, format).contains("<w:t xml:space=\"preserve\">☑</w:t>"))
  }

  @Test(
    "pain 26: each copy of a link leads to its own target", arguments: DocumentFormat.allCases)
  func links(format: DocumentFormat) throws {
    // Office programs write the signs of a tag in a target as percent codes.
    let target = "https://tra.cuu.vn/%3C%3Cp.ma%3E%3E"
    let body: String
    var others: [(String, String)] = []
    switch format {
    case .docx:
      body =
        "<w:p>\(run("<<mỗi p trong ds>>", format))<w:hyperlink r:id=\"rId5\">\(run("xem", format))</w:hyperlink>"
        + "\(run("<<hết>>", format))</w:p>"
      others.append(
        (
          "word/_rels/document.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId5\""
            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"\(target)\""
            + " TargetMode=\"External\"/></Relationships>"
        ))
    case .odt:
      body =
        "<text:p>&lt;&lt;mỗi p trong ds>><text:a xlink:href=\"\(target)\">xem</text:a>&lt;&lt;hết>></text:p>"
    }
    let bytes = try RawDocument.bytes(body, format, also: others)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let document = try #require(template.checked(data).value)
    let part = format == .docx ? "word/_rels/document.xml.rels" : "content.xml"
    let text = try RawDocument.markup(document, part: part)
    #expect(text.contains("\"https://tra.cuu.vn/a%20b\""), "\(text)")
    #expect(text.contains("\"https://tra.cuu.vn/c%26d\""))
    #expect(!text.contains("%3C%3C"))
    #expect(broken(document, template: bytes).isEmpty)
  }
}
