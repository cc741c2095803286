import Diagnostics
import LocatedJSON
import Templating
import Testing
import XMLTree
import ZipContainer

private let relationships =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let packages = "http://schemas.openxmlformats.org/package/2006/"
private let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."

/// A document whose pages have every kind of header and footer, each with a text of its own.
private struct ManyHeaders {
  /// A stretch of pages with headers of their own.
  struct Section {
    let body: [String]
    /// What each of its headers and footers says behind the name of its kind.
    let says: String
    /// What the header and the footer of left pages say, when it is something else.
    var left: String?
  }

  static let wordKinds = ["first", "even", "default"]
  static let writerKinds = [
    "header", "header-left", "header-first", "footer", "footer-left", "footer-first",
  ]

  let sections: [Section]

  func bytes(_ format: DocumentFormat) throws -> [UInt8] {
    switch format {
    case .docx: try word()
    case .odt: try writer()
    }
  }

  private func word() throws -> [UInt8] {
    var (body, types, list) = ("", "", "")
    var stories: [(String, String)] = []
    for (number, section) in sections.enumerated() {
      var references = ""
      for (story, root) in [("header", "w:hdr"), ("footer", "w:ftr")] {
        for kind in Self.wordKinds {
          let name = "\(story)\(number)\(kind)"
          let text = kind == "even" ? section.left ?? section.says : section.says
          references += "<w:\(story)Reference w:type=\"\(kind)\" r:id=\"\(name)\"/>"
          types +=
            "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(wordType)\(story)+xml\"/>"
          list +=
            "<Relationship Id=\"\(name)\" Type=\"\(relationships)/\(story)\" Target=\"\(name).xml\"/>"
          stories.append(
            ("word/\(name).xml", RawDocument.root(root, p("\(story) \(kind): \(text)", .docx))))
        }
      }
      let properties =
        "<w:sectPr>\(references)<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:titlePg/></w:sectPr>"
      let isLast = number == sections.count - 1
      body += section.body.map { p($0, .docx) }.joined()
      body += isLast ? properties : "<w:p><w:pPr>\(properties)</w:pPr></w:p>"
    }
    return try RawDocument.package(
      [
        (
          "[Content_Types].xml",
          "<Types xmlns=\"\(packages)content-types\">"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"\(wordType)document.main+xml\"/>"
            + types + "</Types>"
        ),
        (
          "_rels/.rels",
          "<Relationships xmlns=\"\(packages)relationships\"><Relationship Id=\"a\""
            + " Type=\"\(relationships)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        ),
        ("word/document.xml", RawDocument.root("w:document", "<w:body>\(body)</w:body>")),
        (
          "word/_rels/document.xml.rels",
          "<Relationships xmlns=\"\(packages)relationships\">\(list)<Relationship Id=\"s\""
            + " Type=\"\(relationships)/settings\" Target=\"settings.xml\"/></Relationships>"
        ),
        ("word/settings.xml", RawDocument.root("w:settings", "<w:evenAndOddHeaders/>")),
      ] + stories)
  }

  private func writer() throws -> [UInt8] {
    let masters = sections.enumerated().map { number, section in
      "<style:master-page style:name=\"M\(number)\" style:page-layout-name=\"L\">"
        + Self.writerKinds.map { kind in
          let text = kind.hasSuffix("left") ? section.left ?? section.says : section.says
          return "<style:\(kind)>\(p("\(kind): \(text)", .odt))</style:\(kind)>"
        }.joined() + "</style:master-page>"
    }
    let styles = sections.indices.map {
      "<style:style style:name=\"S\($0)\" style:family=\"paragraph\" style:master-page-name=\"M\($0)\"/>"
    }
    let body = sections.enumerated().map { number, section in
      section.body.enumerated().map { index, line in
        let style = index == 0 ? " text:style-name=\"S\(number)\"" : ""
        return "<text:p\(style)>\(run(line, .odt))</text:p>"
      }.joined()
    }
    return try RawDocument.package([
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        RawDocument.root(
          "office:document-content",
          "<office:automatic-styles>\(styles.joined())</office:automatic-styles><office:body>"
            + "<office:text>\(body.joined())</office:text></office:body>")
      ),
      (
        "styles.xml",
        RawDocument.root(
          "office:document-styles",
          "<office:styles/><office:automatic-styles><style:page-layout style:name=\"L\"/>"
            + "</office:automatic-styles><office:master-styles>\(masters.joined())</office:master-styles>"
        )
      ),
    ])
  }
}

/// The headers and footers of each stretch of pages in turn, as a reader of the format finds them.
private struct Reader {
  let archive: ZipArchive

  init(_ bytes: [UInt8]) throws { archive = try ZipArchive(reading: bytes) }

  func headers(_ format: DocumentFormat) throws -> [[String]] {
    format == .docx ? try word() : try writer()
  }

  private func root(_ name: String) throws -> XMLNode {
    let entry = try #require(archive.entry(named: name), "\(name)")
    return try XMLDocument(parsing: try archive.contents(of: entry)).root
  }

  private func word() throws -> [[String]] {
    let list = try root("word/_rels/document.xml.rels")
    let body = try root("word/document.xml")
    var shown: [[String]] = []
    for section in body.descendants where section.name.local == "sectPr" {
      var texts: [String] = []
      for node in section.elements {
        guard let id = node.attribute("id", in: relationships) else { continue }
        let target = list.elements.first { $0.attribute("Id") == id }?.attribute("Target")
        let part = try #require(target)
        let isWhole = part.hasPrefix("/")
        texts.append(try root(isWhole ? String(part.dropFirst()) : "word/" + part).textContent)
      }
      // Without it no page shows the first kind.
      let isFirstAnother = section.firstChild("titlePg", in: RawDocument.word) != nil
      #expect(isFirstAnother)
      shown.append(texts)
    }
    return shown
  }

  private func writer() throws -> [[String]] {
    let (content, styles) = (try root("content.xml"), try root("styles.xml"))
    var shown: [[String]] = []
    for line in content.descendants where line.name.local == "p" {
      let style = content.descendants.first {
        $0.name.local == "style" && value("name", $0) == value("style-name", line)
      }
      guard let name = style.flatMap({ value("master-page-name", $0) }) else { continue }
      let master = styles.descendants.first {
        $0.name.local == "master-page" && value("name", $0) == name
      }
      shown.append(try #require(master, "\(name)").elements.map(\.textContent))
    }
    return shown
  }

  private func value(_ name: String, _ node: XMLNode) -> String? {
    node.attributes.first { $0.name.local == name }?.value
  }
}

@Suite("Headers and footers of every kind and section")
struct HeaderKindTests {
  private static let data: JSONValue = [
    "co": "VP", "ds": [["ten": "Xuân"], ["ten": "Hạ"], ["ten": "Thu"]],
  ]

  /// What six headers say, in the order of the format.
  private static func six(
    _ format: DocumentFormat, _ text: String, left: String? = nil
  ) -> [String] {
    switch format {
    case .docx:
      ["header", "footer"].flatMap { story in
        ManyHeaders.wordKinds.map { "\(story) \($0): \($0 == "even" ? left ?? text : text)" }
      }
    case .odt:
      ManyHeaders.writerKinds.map { "\($0): \($0.hasSuffix("left") ? left ?? text : text)" }
    }
  }

  private func filled(
    _ sections: [ManyHeaders.Section], _ format: DocumentFormat, _ data: JSONValue = data
  ) throws -> [[String]] {
    let bytes = try ManyHeaders(sections: sections).bytes(format)
    let compiled = Template.compile(bytes, name: "mẫu")
    let template = try #require(compiled.value, "\(compiled.findings)")
    let result = template.checked(data)
    let document = try #require(result.value, "\(result.findings)")
    #expect(broken(document, template: bytes).isEmpty, "\(broken(document, template: bytes))")
    return try Reader(document).headers(format)
  }

  @Test("each of two sections has six of its own", arguments: DocumentFormat.allCases)
  func sections(format: DocumentFormat) throws {
    let shown = try filled(
      [
        ManyHeaders.Section(body: ["một <<co>>", "hai"], says: "<<co | chữ thường>>"),
        ManyHeaders.Section(
          body: ["ba"], says: "<<mỗi p trong ds>><<p.ten>><<giữa>>, <<hết giữa>><<hết>>"),
      ], format)
    #expect(shown == [Self.six(format, "vp"), Self.six(format, "Xuân, Hạ, Thu")])
  }

  @Test(
    "each item of “mỗi trang” has six of its own, and shares those that say nothing of it",
    arguments: DocumentFormat.allCases, [nil, "chung <<co>>"])
  func items(format: DocumentFormat, left: String?) throws {
    let shown = try filled(
      [
        ManyHeaders.Section(
          body: ["<<mỗi trang p trong ds>>", "<<ten>>", "<<hết>>"], says: "<<p.ten>>/<<co>>",
          left: left)
      ], format)
    #expect(
      shown
        == ["Xuân", "Hạ", "Thu"].map {
          Self.six(format, "\($0)/VP", left: left.map { _ in "chung VP" })
        })
  }

  @Test(
    "pages of items between other sections leave those theirs", arguments: DocumentFormat.allCases)
  func between(format: DocumentFormat) throws {
    let shown = try filled(
      [
        ManyHeaders.Section(body: ["đầu"], says: "trước <<co>>"),
        ManyHeaders.Section(
          body: ["<<mỗi trang p trong ds>>", "<<ten>>", "<<hết>>"], says: "<<p.ten>>"),
      ], format)
    #expect(
      shown == [Self.six(format, "trước VP")] + ["Xuân", "Hạ", "Thu"].map { Self.six(format, $0) })
  }

  @Test("each record of a merge has six of its own", arguments: DocumentFormat.allCases)
  func records(format: DocumentFormat) throws {
    let bytes = try ManyHeaders(
      sections: [ManyHeaders.Section(body: ["<<ten>>"], says: "của <<ten>>")]
    ).bytes(format)
    let compiled = MergeTemplate.compile(bytes, name: "mẫu")
    var printer = try #require(compiled.value, "\(compiled.findings)").printer()
    for name in ["Xuân", "Hạ"] {
      let found = printer.add(["ten": .string(name)])
      #expect(found.isEmpty)
    }
    let done = printer.finish()
    let document = try #require(done.value, "\(done.findings)")
    #expect(broken(document, template: bytes).isEmpty, "\(broken(document, template: bytes))")
    #expect(
      try Reader(document).headers(format) == ["của Xuân", "của Hạ"].map { Self.six(format, $0) })
  }
}
