import Diagnostics
import LocatedJSON
import Templating
import Testing
import XMLTree
import ZipContainer

private typealias D = PageDocument

private let people: JSONValue = [
  "ds": [["ten": "Xuân"], ["ten": "Hạ"], ["ten": "Thu"]], "co": "VP",
]

/// The pages that a document asks for, as text: what its header says, then its paragraphs.
struct ShownPages {
  private(set) var pages: [String] = []
  /// How the pages are counted: the numbers that begin anew.
  private(set) var starts: [String] = []
  /// The headers that are shown, each once.
  private(set) var headers: [String] = []

  private let archive: ZipArchive

  init(_ bytes: [UInt8], _ format: DocumentFormat) throws {
    archive = try ZipArchive(reading: bytes)
    switch format {
    case .docx: try readWord()
    case .odt: try readWriter()
    }
  }

  private func document(_ name: String) throws -> XMLNode {
    let entry = try #require(archive.entry(named: name), "\(name)")
    return try XMLDocument(parsing: try archive.contents(of: entry)).root
  }

  private mutating func readWord() throws {
    let body = try #require(try document("word/document.xml").elements.first)
    let list = try document("word/_rels/document.xml.rels")
    var lines: [String] = []
    for node in body.elements {
      if node.name.local == "p", !node.textContent.isEmpty { lines.append(node.textContent) }
      guard
        let section = ([node] + Array(node.descendants)).first(where: { $0.name.local == "sectPr" })
      else { continue }
      let id = section.elements.first { $0.name.local == "headerReference" }?
        .attribute("id", in: "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
      let target = list.elements.first { $0.attribute("Id") == id }?.attribute("Target") ?? ""
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "word/" + target
      add(try document(part).textContent, lines)
      starts.append(
        section.elements.first { $0.name.local == "pgNumType" }?
          .attribute("start", in: RawDocument.word) ?? "-")
      lines = []
    }
  }

  private mutating func readWriter() throws {
    let (content, styles) = (try document("content.xml"), try document("styles.xml"))
    func named(_ name: String?, _ element: String, _ root: XMLNode) -> XMLNode? {
      root.descendants.first {
        $0.name.local == element
          && $0.attributes.contains { $0.name.local == "name" && $0.value == name }
      }
    }
    func value(_ name: String, _ node: XMLNode?) -> String? {
      node?.attributes.first { $0.name.local == name }?.value
    }
    var (lines, master, start): ([String], String, String) = ([], "Standard", "-")
    func close(_ shown: inout ShownPages) throws {
      let header = named(master, "master-page", styles)?.elements.first {
        $0.name.local == "header"
      }
      if !lines.isEmpty {
        shown.add(try #require(header, "\(master)").textContent, lines)
        shown.starts.append(start)
      }
      lines = []
    }
    for node in content.descendants where node.name.local == "p" || node.name.local == "table" {
      let style = named(value("style-name", node), "style", content)
      if let next = value("master-page-name", style) {
        try close(&self)
        master = next
        start = style?.descendants.lazy.compactMap { value("page-number", $0) }.first ?? "-"
      }
      if node.name.local == "p" { lines.append(node.textContent) }
    }
    try close(&self)
  }

  private mutating func add(_ header: String, _ lines: [String]) {
    pages.append("[\(header)] " + lines.joined(separator: "/"))
    if !headers.contains(header) { headers.append(header) }
  }
}

@Suite("Pages of their own for each item")
struct PageTests {
  /// What becomes of a template; the same bytes twice, and nothing broken.
  private func filled(
    _ body: [String], _ format: DocumentFormat, header: String, _ data: JSONValue = people
  ) throws -> ShownPages {
    let bytes = try D.bytes(body.map { D.p($0, format) }.joined(), format, header: header)
    let compiled = Template.compile(bytes, name: "mẫu")
    let template = try #require(compiled.value, "\(compiled.findings)")
    let result = template.checked(data)
    let document = try #require(result.value, "\(result.findings)")
    #expect(template.checked(data).value == document)
    #expect(broken(document, template: bytes).isEmpty, "\(broken(document, template: bytes))")
    return try ShownPages(document, format)
  }

  @Test("a header follows the item, pages are counted anew", arguments: DocumentFormat.allCases)
  func headers(format: DocumentFormat) throws {
    let shown = try filled(
      ["<<mỗi trang p trong ds>>", "Ông <<ten>> (<<stt>>)", "<<hết>>", ""], format,
      header: "<<co>> <<p.ten>>")
    #expect(
      shown.pages.map { $0.replacing("/", with: "") } == [
        "[VP Xuân] Ông Xuân (1)", "[VP Hạ] Ông Hạ (2)", "[VP Thu] Ông Thu (3)",
      ])
    #expect(shown.starts == ["1", "1", "1"])
  }

  @Test("a header that is the same for all stays one part", arguments: DocumentFormat.allCases)
  func sharedHeader(format: DocumentFormat) throws {
    for header in ["Văn phòng", "<<co>>"] {
      let shown = try filled(
        ["<<mỗi trang p trong ds>><<ten>>", "hai<<hết>>"], format, header: header)
      #expect(shown.pages.count == 3)
      #expect(shown.headers.count == 1)
    }
  }

  @Test(
    "text before and behind has pages of its own, and none where no item comes",
    arguments: DocumentFormat.allCases)
  func around(format: DocumentFormat) throws {
    let body = ["đầu", "<<mỗi trang p trong ds>>", "<<ten>>", "<<hết>>", "cuối"]
    let shown = try filled(body, format, header: "<<co>>")
    #expect(shown.pages == ["[VP] đầu", "[VP] Xuân", "[VP] Hạ", "[VP] Thu", "[VP] cuối"])
    #expect(shown.starts == ["-", "1", "1", "1", "-"])
    let none = try filled(body, format, header: "<<co>>", ["ds": [], "co": "VP"])
    #expect(none.pages == ["[VP] đầu/cuối"])
  }

  @Test(
    "what comes first in an item begins its page, whichever it is",
    arguments: DocumentFormat.allCases
  )
  func firsts(format: DocumentFormat) throws {
    let data: JSONValue = [
      "ds": [["ten": "Xuân", "x": true], ["ten": "Hạ", "x": false]], "co": "VP",
    ]
    let shown = try filled(
      [
        "<<mỗi trang p trong ds>>", "<<chỉ khi x>>có", "<<nếu x>>", "rồi", "<<hết>>", "<<ten>>",
        "<<hết>>",
      ],
      format, header: "<<p.ten>>", data)
    #expect(shown.pages == ["[Xuân] có/rồi/Xuân", "[Hạ] Hạ"])
  }

  @Test("no item: the header says nothing of one", arguments: DocumentFormat.allCases)
  func none(format: DocumentFormat) throws {
    let shown = try filled(
      ["<<mỗi trang p trong ds>>", "<<ten>>", "<<hết>>"], format, header: "[<<p.ten>>]", ["ds": []])
    #expect(shown.headers == (format == .docx ? ["[]"] : []) || shown.headers == ["[]"])
  }
}

@Suite("Notes in what is repeated")
struct NoteTests {
  private static let reference = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
  private static let notes =
    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote>"
    + "<w:footnote w:id=\"2\"><w:p w14:paraId=\"00000001\"><w:r><w:t>chú thích của &lt;&lt;p.ten>></w:t></w:r></w:p></w:footnote>"
    + "<w:footnote w:id=\"3\"><w:p><w:r><w:t>của &lt;&lt;co>></w:t></w:r></w:p></w:footnote>"

  @Test("Word: each round has its own note, read in its scope")
  func word() throws {
    let body =
      D.p("<<mỗi p trong ds>>", .docx)
      + "<w:p><w:r><w:t>a</w:t></w:r>\(Self.reference)</w:p>" + D.p("<<hết>>", .docx)
      + "<w:p><w:r><w:footnoteReference w:id=\"3\"/></w:r></w:p>"
    let bytes = try D.bytes(body, .docx, header: "x", notes: Self.notes)
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    let document = try #require(template.checked(people).value)
    #expect(broken(document, template: bytes).isEmpty)
    let text = try RawDocument.markup(document, part: "word/document.xml")
    let made = try RawDocument.markup(document, part: "word/footnotes1.xml")
    for (id, name) in [("4", "Xuân"), ("5", "Hạ"), ("6", "Thu")] {
      #expect(text.contains("<w:footnoteReference w:id=\"\(id)\"/>"))
      #expect(
        made.contains(
          "<w:footnote w:id=\"\(id)\"><w:p><w:r><w:t xml:space=\"preserve\">chú thích của \(name)</w:t>"
        ), "\(made)")
    }
    #expect(
      made.contains("<w:footnote w:id=\"3\"><w:p><w:r><w:t xml:space=\"preserve\">của VP</w:t>"))
    #expect(!made.contains("w:id=\"2\""))
    let none = try #require(template.checked(["ds": [], "co": "VP"]).value)
    #expect(broken(none, template: bytes).isEmpty)
    #expect(try !RawDocument.markup(none, part: "word/footnotes1.xml").contains("chú thích của"))
  }

  @Test(
    "Word: the notes of each page of its own are numbered anew",
    arguments: ["", "<w:footnotePr><w:numFmt w:val=\"decimal\"/></w:footnotePr>"])
  func restart(known: String) throws {
    let body =
      D.p("<<mỗi trang p trong ds>>", .docx) + "<w:p>\(Self.reference)</w:p>"
      + D.p("<<hết>>", .docx)
      + "<w:p><w:r><w:footnoteReference w:id=\"3\"/></w:r></w:p><w:sectPr>\(known)</w:sectPr>"
    let bytes = try RawDocument.bytes(body, .docx)
    let document = try #require(Template.compile(bytes, name: "mẫu").value?.checked(people).value)
    let text = try RawDocument.markup(document, part: "word/document.xml")
    #expect(text.ranges(of: "<w:numRestart w:val=\"eachSect\"/></w:footnotePr>").count == 3)
  }

  @Test("Writer: the note stands in the text and goes with it")
  func writer() throws {
    let note =
      "<text:note text:id=\"ftn1\" text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
      + "<text:note-body><text:p>chú thích của &lt;&lt;p.ten>></text:p></text:note-body></text:note>"
    let filled = try RawDocument.filled(
      "<text:p>&lt;&lt;mỗi p trong ds>></text:p><text:p>a\(note)</text:p><text:p>&lt;&lt;hết>></text:p>",
      .odt, people)
    for name in ["Xuân", "Hạ", "Thu"] {
      #expect(filled.contains("<text:p>chú thích của \(name)</text:p>"))
    }
    #expect(!filled.contains("text:id"))
  }
}
