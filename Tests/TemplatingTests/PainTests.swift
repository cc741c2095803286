import Diagnostics
import LocatedJSON
import Templating
import Testing

// Named after what users of other engines ask for again and again; each fixture shows first that
// the trouble is real in it.

private let data: JSONValue = [
  "ten": "An", "ds": ["1", "2"], "vang": [], "tat": false, "co": true, "ma": "A & <b> \"c\"",
  "dong": "một\nhai\tba  bốn\n\nnăm", "ngay": "2026-01-01", "so": 1_234_567, "k": "x",
]

private func filled(_ body: String, _ format: DocumentFormat) throws -> String {
  try RawDocument.filled(body, format, data)
}
@Suite("What users of template engines suffer from")
struct PainTests {
  @Test(
    "pain 1: no blank paragraph is left by loop and condition tags",
    arguments: DocumentFormat.allCases)
  func blankParagraphs(format: DocumentFormat) throws {
    let body =
      ["<<mỗi p trong ds>>", "<<p>>", "<<hết>>", "<<nếu tat>>", "x", "<<hết>>"].map {
        p($0, format)
      }.joined()
      + paragraph("", format)
    let end = format == .docx ? "</w:p>" : "</text:p>"
    #expect(count(body, of: end) == 7)
    // Two of the loop, and the empty one that the author wants.
    let text = try filled(body, format)
    #expect(count(text, of: end) == 2)
    #expect(text.hasSuffix(format == .docx ? "<w:p/>" : "<text:p/>"))
  }

  @Test(
    "pain 2: drawings and names in copies are not the same twice",
    arguments: DocumentFormat.allCases)
  func duplicateIds(format: DocumentFormat) throws {
    let drawing =
      format == .docx
      ? "<w:r><w:drawing><wp:docPr id=\"1\"/></w:drawing></w:r>"
      : "<draw:frame draw:name=\"K\" xml:id=\"k\"/>"
    let body = paragraph(
      run("<<mỗi p trong ds>>", format) + drawing + run("<<hết>>", format), format)
    let copied = try RawDocument.bytes(paragraph(drawing + drawing, format), format)
    #expect(!StructureCheck.faults(in: copied).isEmpty, "plain copies are broken")
    #expect(try count(filled(body, format), of: format == .docx ? "<wp:docPr" : "<draw:frame") == 2)
  }

  @Test(
    "pain 4: a tag split over runs, proofing marks and bookmarks",
    arguments: DocumentFormat.allCases)
  func splitTags(format: DocumentFormat) throws {
    let mark =
      format == .docx
      ? "<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"1\" w:name=\"b\"/>"
      : "<text:bookmark text:name=\"b\"/><text:soft-page-break/>"
    let body = paragraph(
      run("<", format) + mark + run("<te", format) + run("n >", format) + run(">", format), format)
    #expect(!body.contains("&lt;&lt;"), "no run holds the whole sign")
    #expect(try filled(body, format).contains(">An<"))
  }

  @Test("pain 6: signs of XML in a value are text", arguments: DocumentFormat.allCases)
  func escaping(format: DocumentFormat) throws {
    #expect(try filled(p("<<ma>>", format), format).contains("A &amp; &lt;b&gt;"))
  }

  @Test(
    "pain 7: a cell, a row and a table that lose all they hold", arguments: DocumentFormat.allCases)
  func emptied(format: DocumentFormat) throws {
    // `filled` asks the structural checker.
    _ = try filled(table([["<<chỉ khi tat>>x", "y"]], format), format)
    _ = try filled(table([["<<mỗi p trong vang>><<p>>", "y"]], format) + p("z", format), format)
    _ = try filled(
      table([["<<hàng chỉ khi tat>>x"], ["<<mỗi p trong vang>><<p>>"]], format) + p("z", format),
      format)
  }

  @Test("pain 11: a template can call nothing", arguments: DocumentFormat.allCases)
  func closedGrammar(format: DocumentFormat) throws {
    for attack in [
      "{{ self.__init__.__globals__ }}", "{{= ten.constructor('x')() }}",
      "{{#if system('id')}}x{{/if}}",
    ] {
      let compiled = Template.compile(try RawDocument.bytes(p(attack, format), format), name: "mẫu")
      let result = compiled.value?.checked(data)
      #expect(result?.value == nil, "\(attack)")
      let findings = compiled.findings + (result?.findings ?? [])
      #expect(!findings.isEmpty)
    }
  }

  @Test(
    "pain 15 and 16: spaces, line ends, blank lines and tabs of a value",
    arguments: DocumentFormat.allCases)
  func whiteSpace(format: DocumentFormat) throws {
    let text = try filled(p("a <<dong>> b", format), format)
    #expect(text.contains(format == .docx ? "<w:br/>" : "<text:line-break/>"))
    #expect(text.contains(format == .docx ? "<w:tab/>" : "<text:tab/>"))
    #expect(count(text, of: format == .docx ? "</w:p>" : "</text:p>") == 2)
    if format == .odt { #expect(text.contains("<text:s/>")) }
    if format == .docx { #expect(count(text, of: "<w:t>") == 0) }
  }

  @Test(
    "pain 19: curly quotes, dashes and no-break spaces that AutoCorrect makes",
    arguments: DocumentFormat.allCases)
  func autoCorrect(format: DocumentFormat) throws {
    let body = p("<<Nếu k = ‘x’>>«= 5 – 2»<<Hết>><<ten\u{A0}| mặc định “—”>>", format)
    #expect(try filled(body, format).contains("3"))
  }

  @Test(
    "pain 22: a tag under tracked changes names who and when", arguments: DocumentFormat.allCases)
  func trackedChanges(format: DocumentFormat) throws {
    let body =
      format == .docx
      ? "<w:p><w:ins w:author=\"Hà\" w:date=\"2026-05-04T08:00:00Z\">\(run("<<ten>>", format))</w:ins></w:p>"
      : "<text:tracked-changes><text:changed-region text:id=\"c\"><text:insertion><office:change-info>"
        + "<dc:creator>Hà</dc:creator><dc:date>2026-05-04T08:00:00</dc:date></office:change-info></text:insertion>"
        + "</text:changed-region></text:tracked-changes><text:p><text:change-start text:change-id=\"c\"/>"
        + "&lt;&lt;ten>><text:change-end text:change-id=\"c\"/></text:p>"
    let findings = Template.compile(try RawDocument.bytes(body, format), name: "mẫu").findings
    #expect(findings.map(\.code) == [Code("TE019")])
    #expect(findings.first?.message.contains("Hà ngày 2026-05-04") == true)
  }

  @Test(
    "pain 25: a reach that can be read in two ways is refused, not guessed",
    arguments: DocumentFormat.allCases)
  func ambiguousReach(format: DocumentFormat) throws {
    let body = p("trước <<nếu co>> sau", format) + p("đầu <<hết>> cuối", format)
    let findings = Template.compile(try RawDocument.bytes(body, format), name: "mẫu").findings
    #expect(findings.map(\.code) == [Code("TE024")])
    #expect(findings.first?.message.contains("cả đoạn") == true)
  }

  @Test(
    "pain 28: a date has no hour that could shift it, a number no locale",
    arguments: DocumentFormat.allCases)
  func datesAndNumbers(format: DocumentFormat) throws {
    let text = try filled(p("<<ngay | ngày>> <<so | số>>", format), format)
    #expect(text.contains("01/01/2026 1.234.567"))
  }
}
