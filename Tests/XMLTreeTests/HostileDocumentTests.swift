import Testing
import XMLTree

@Suite("Hostile XML is refused before it costs anything")
struct HostileDocumentTests {
  private static let lol = """
    <?xml version="1.0"?>
    <!-- quiet -->
    <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
    <lolz>&lol2;</lolz>
    """

  @Test(
    "the cause is named with its line",
    arguments: [
      (lol, .doctype(line: 3)),
      ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", .doctype(line: 1)),
      ("\u{FEFF}<?x?> <!DOCTYPE a><a/>", .doctype(line: 1)),
      ("<a>\n<b>&unknown;</b></a>", .entity(line: 2)),
      ("<a b='&unknown;'/>", .entity(line: 1)),
      ("<?xml version='1.0' encoding='windows-1258'?><a/>", .encoding("windows-1258")),
    ] as [(String, XMLFailure)])
  func refused(text: String, failure: XMLFailure) {
    #expect(throws: failure) { try XMLDocument(parsing: Array(text.utf8)) }
  }

  @Test(
    "malformed documents name the line",
    arguments: [
      ("<a>\n<b></a>", 2), ("<a>", 1), ("", 1), ("xin chào", 1), ("<a/><b/>", 1),
      ("<a>\n\n<w:p/></a>", 3), ("<a b='1' b='2'/>", 1), ("<a>&#1;</a>", 1),
      ("<a>]]></a>", 1), ("<a>\u{1}</a>", 1), ("<!DOCTYP a><a/>", 1),
    ])
  func malformed(text: String, line: Int) throws {
    let failure = #expect(throws: XMLFailure.self) {
      try XMLDocument(parsing: Array(text.utf8))
    }
    guard case .notWellFormed(line, _, let message) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(!message.isEmpty)
  }

  @Test("bytes that are not UTF-8 name the line")
  func notUTF8() {
    #expect(throws: XMLFailure.notUTF8(line: 2)) {
      try XMLDocument(parsing: Array("<a>\n".utf8) + [0xC3] + Array("</a>".utf8))
    }
    #expect(throws: XMLFailure.encoding("UTF-16")) {
      try XMLDocument(parsing: [0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00, 0x2F, 0x00, 0x3E, 0x00])
    }
  }

  @Test("each limit holds, and one less passes")
  func limits() throws {
    var limits = XMLLimits(bytes: 60, depth: 3, nodes: 8, attributes: 2, text: 9, name: 5)
    func parse(_ text: String) throws {
      _ = try XMLDocument(parsing: Array(text.utf8), limits: limits)
    }

    try parse("<a><b><c/></b></a>")
    #expect(throws: XMLFailure.tooDeep(line: 1, limit: 3)) {
      try parse("<a><b><c><d/></c></b></a>")
    }
    try parse("<a x='1' y='2'/>")
    #expect(throws: XMLFailure.tooManyAttributes(line: 1, limit: 2)) {
      try parse("<a x='1' y='2' z='3'/>")
    }
    try parse("<a><b/><b/><b/><b/><b/><b/><b/></a>")
    #expect(throws: XMLFailure.tooManyNodes(limit: 8)) {
      try parse("<a><b/><b/><b/><b/><b/><b/><b x=''/></a>")
    }
    try parse("<a>123456789</a>")
    #expect(throws: XMLFailure.textTooLong(line: 1, limit: 9)) { try parse("<a>1234567890</a>") }
    #expect(throws: XMLFailure.textTooLong(line: 1, limit: 9)) {
      try parse("<a>12345<![CDATA[67890]]></a>")
    }
    #expect(throws: XMLFailure.textTooLong(line: 1, limit: 9)) { try parse("<a x='1234567890'/>") }
    try parse("<names/>")
    #expect(throws: XMLFailure.nameTooLong(line: 1, limit: 5)) { try parse("<namesx/>") }
    limits.bytes = 3
    #expect(throws: XMLFailure.tooLarge(bytes: 4, limit: 3)) { try parse("<a/>") }
  }

  @Test("a tag of a hundred thousand attributes is refused before anybody compares them")
  func manyAttributes() throws {
    let attributes = (0..<100_000).map { " a\($0)='>'" }.joined()
    #expect(throws: XMLFailure.tooManyAttributes(line: 2, limit: 256)) {
      try XMLDocument(parsing: Array("<a>\n<b\(attributes)/></a>".utf8))
    }
    // Quotation marks elsewhere are no attributes.
    let marks = String(repeating: "\"'", count: 1_000)
    for text in [
      "<a>\(marks)</a>", "<a><!--<b \(marks)--><![CDATA[<b \(marks)]]><?b <\(marks)?></a>",
    ] {
      _ = try XMLDocument(parsing: Array(text.utf8))
    }
  }

  @Test("depth is refused by libxml2 too, when our own limit is higher")
  func depthOfLibrary() {
    var limits = XMLLimits.standard
    limits.depth = 100_000
    let text = String(repeating: "<a>", count: 50_000) + String(repeating: "</a>", count: 50_000)
    let failure = #expect(throws: XMLFailure.self) {
      try XMLDocument(parsing: Array(text.utf8), limits: limits)
    }
    guard case .tooDeep = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test("a parse that fails in the middle leaves nothing behind, and the next one works")
  func afterFailure() throws {
    for _ in 0..<200 {
      #expect(throws: XMLFailure.self) {
        try XMLDocument(parsing: Array("<a><b>chữ</b><c></a>".utf8))
      }
      let document = try XMLDocument(parsing: Array("<a>chữ</a>".utf8))
      #expect(document.root.textContent == "chữ")
    }
  }

  @Test("many threads parse at once")
  func threads() async throws {
    let text = "<a xmlns='u'>" + String(repeating: "<b c='1'>chữ</b>", count: 500) + "</a>"
    let bytes = Array(text.utf8)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask { try XMLDocument(parsing: bytes).root.elements.count }
      }
      for try await count in group { #expect(count == 500) }
    }
  }

  @Test("every failure says in Vietnamese what is wrong and what to do")
  func words() {
    let failures: [XMLFailure] = [
      .tooLarge(bytes: 2, limit: 1), .notUTF8(line: 1), .encoding("x"), .doctype(line: 1),
      .entity(line: 1), .notWellFormed(line: 1, column: 2, message: "x"),
      .tooDeep(line: 1, limit: 2), .tooManyNodes(limit: 1), .tooManyAttributes(line: 1, limit: 2),
      .textTooLong(line: 1, limit: 2), .nameTooLong(line: 1, limit: 2), .outOfMemory,
    ]
    #expect(Set(failures.map(\.message)).count == failures.count)
    for failure in failures {
      #expect(!failure.message.hasSuffix("."))
      #expect(!failure.help.isEmpty)
    }
  }
}

@Suite("A document that comes in pieces is judged like a whole one")
struct PieceTests {
  /// How a document came out, in comparable form.
  private func outcome(_ bytes: [UInt8], by size: Int, _ limits: XMLLimits) -> String {
    var rest = bytes[...]
    do throws(XMLFailure) {
      let outline = try XMLParser().outline(bytes: bytes.count, limits: limits) {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
      let texts = outline.root.descendants.map(\.textContent).joined(separator: "|")
      return "\(outline.root.textContent)/\(texts)"
    } catch {
      // libxml2 words a fault by what it has seen behind it.
      if case .notWellFormed(let line, _, _) = error { return "not well-formed, \(line)" }
      return "\(error)"
    }
  }

  private static let documents: [String] = [
    "<a><b x='1' y=\"2\">một <!-- <c d='1' e='2' f='3' g='4'> -- --> hai</b>\n<c/></a>",
    "<?xml version='1.0' encoding='UTF-8'?>\n<!-- p --><?q r?>\n<a>ẽ𝄞<![CDATA[<x y='1' z='2' u='3'>]]></a>",
    "\u{FEFF}<a>đầu</a>", "<a/>", "", "x", "<", "<!", "<!--", "<!-- - -- ->", "<a", "<a>\n<b></a>",
    "<!-- \(String(repeating: "-", count: 300)) --><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    "\n<!DOCTYPE a><a/>", "<?xml version='1.0' encoding='latin1'?><a/>",
    "<a>\n\n<b a='1' b='2' c='3' d='4'/></a>", "<a>\n<b a='<' b='>' c=\"'\"/></a>",
    "<a><![CDATA[]]]]><![CDATA[>]]><!----><?p?><b/></a>", "<a>&x;</a>", "<a>]]></a>",
  ]

  @Test("whatever the size of the pieces", arguments: documents, [1, 2, 3, 5, 7, 64])
  func sizes(text: String, size: Int) {
    var limits = XMLLimits.standard
    limits.attributes = 3
    let bytes = Array(text.utf8)
    #expect(outcome(bytes, by: size, limits) == outcome(bytes, by: .max, limits))
  }

  @Test("bytes that are no UTF-8 name their line", arguments: [1, 2, 3, 64])
  func notUTF8(size: Int) {
    for broken in [[0xC3], [0xE1, 0xBA], [0xF0, 0x9D, 0x84], [0xFF], [0x80]] as [[UInt8]] {
      let bytes = Array("<a>ẽ\nẽ".utf8) + broken + Array("</a>".utf8)
      #expect(outcome(bytes, by: size, .standard) == "\(XMLFailure.notUTF8(line: 2))")
      let cut = Array("<a>\n</a>\n".utf8) + broken
      #expect(outcome(cut, by: size, .standard) == "\(XMLFailure.notUTF8(line: 3))")
    }
    #expect(
      outcome([0xFF, 0xFE, 0x3C, 0x00], by: size, .standard) == "\(XMLFailure.encoding("UTF-16"))")
  }

  @Test("more than was said is refused when it comes")
  func tooLong() {
    var limits = XMLLimits.standard
    limits.bytes = 20
    #expect(throws: XMLFailure.tooLarge(bytes: 24, limit: 20)) {
      try XMLParser().outline(bytes: 3, limits: limits) { Array("<a><b/>x".utf8) }
    }
  }
}
