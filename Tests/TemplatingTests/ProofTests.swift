import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing
import XMLTree

@testable import Templating

private typealias M = MiniDocument

private let data: JSONValue = [
  "ten": "An", "co": true, "ds": ["a", "b"], "vang": [],
  "nhom": [["ds": ["x"]], ["ds": []], ["ds": ["y", "z"]]],
]

/// A template in which a loop of rows, a condition and an alternative text are filled.
private func template(_ format: DocumentFormat) throws -> Template {
  let picture =
    format == .docx
    ? "<w:r><w:drawing><wp:docPr id=\"7\" descr=\"&lt;&lt;ten>>\"/></w:drawing></w:r>"
    : "<draw:frame><svg:desc>&lt;&lt;ten>></svg:desc></draw:frame>"
  let body =
    p("<<ten>><<nếu co>>!<<hết>>", format)
    + table([["<<mỗi v trong ds>><<v>>", "<<vòng.stt>>"]], format)
    + paragraph(run("<<mỗi v trong ds>><<v>>", format) + picture + run("<<hết>>", format), format)
  return try #require(
    Template.compile(try RawDocument.bytes(body, format), name: "mẫu.docx").value)
}

extension Template {
  /// The template with another program for its body, as an engine that errs would have it.
  fileprivate func doctored(
    provingAgain: Bool = false, _ change: (inout Program) -> Void
  ) -> Template {
    var twin = self
    for (index, part) in parts.enumerated() {
      guard case .rendered(let name, var program, let stage) = part, stage == .text else {
        continue
      }
      change(&program)
      if provingAgain {
        program = program.proven(format, part: name, relationships: [])
      }
      twin.parts[index] = .rendered(name: name, program, stage)
    }
    return twin
  }
}

@Suite("What is proven of a template, and what each document shows of it")
struct ProofTests {
  @Test("nothing is in doubt of the office's own templates")
  func ownTemplates() throws {
    let folder = Fixture.projectURL.appending(path: "Templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".docx") || $0.hasSuffix(".odt")
    }
    #expect(names.count > 40)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      let compiled = Template.compile(bytes, name: name)
      #expect(try #require(compiled.value, "\(compiled.findings)").doubts == [], "\(name)")
      let merged = Template.compile(
        bytes, name: name, delimiters: Delimiters.families, limits: .standard, isMerged: true)
      #expect(merged.value?.doubts == [], "\(name)")
    }
  }

  // MARK: Faults of the compiler

  @Test("an end tag that is lost", arguments: DocumentFormat.allCases)
  func lostEnd(format: DocumentFormat) throws {
    let whole = try template(format)
    #expect(whole.doubts == [])
    let broken = whole.doctored(provingAgain: true) { program in
      if case .copy(let range, _)? = program.instructions.last {
        program.instructions[program.instructions.count - 1] = program.copying(
          range.lowerBound..<(range.upperBound - 3))
      }
    }
    #expect(broken.doubts == [.unbalanced])
    // What is not proven is looked at in each document.
    let result = broken.render(data, name: "giay-khen/1.docx")
    #expect(result.value == nil)
    #expect(result.findings.map(\.code) == [Code("TE054")])
    #expect(result.findings.first?.place.file == "giay-khen/1.docx")
    #expect(
      result.findings.first?.place.part == (format == .docx ? "word/document.xml" : "content.xml"))
  }

  @Test("a condition that ends one element too late", arguments: DocumentFormat.allCases)
  func lateJump(format: DocumentFormat) throws {
    let broken = try template(format).doctored(provingAgain: true) { program in
      for (index, instruction) in program.instructions.enumerated() {
        if case .unless(let condition, let target) = instruction {
          program.instructions[index] = .unless(condition: condition, target: target + 1)
        }
      }
    }
    #expect(broken.doubts == [.unbalanced])
  }

  @Test("a value that an attribute's text would break", arguments: DocumentFormat.allCases)
  func misplaced(format: DocumentFormat) throws {
    let broken = try template(format).doctored(provingAgain: true) { program in
      let slots = program.values.map { slot in
        var breaks = slot.breaks
        breaks.escaping = .address
        return ValueSlot(site: slot.site, breaks: breaks)
      }
      program.values = slots
    }
    #expect(broken.doubts == [.misplaced])
  }

  @Test("rows that may go and take no table with them", arguments: DocumentFormat.allCases)
  func unguarded(format: DocumentFormat) throws {
    let broken = try template(format).doctored(provingAgain: true) { program in
      // The guard is opened and never settled: jumps stay where they are.
      for (index, instruction) in program.instructions.enumerated() {
        switch instruction {
        case .tentative: program.instructions[index] = .keep
        case .settle: program.instructions[index] = .keep
        default: break
        }
      }
    }
    #expect(broken.doubts == [.mayBeEmpty(format == .docx ? "w:tbl" : "table:table")])
    let empty: JSONValue = ["ten": "An", "co": true, "ds": []]
    #expect(broken.render(empty).findings.map(\.code) == [Code("TE054")])
    #expect(broken.render(data).value != nil, "with rows nothing is wrong")
  }

  @Test("a drawing whose copies have one number")
  func repeatedNumber() throws {
    let broken = try template(.docx).doctored(provingAgain: true) { program in
      let fresh = program.instructions.firstIndex(of: .freshNumber) ?? 0
      program.arena += Array("7".utf8)
      program.instructions[fresh] = program.copying(
        (program.arena.count - 1)..<program.arena.count)
    }
    #expect(broken.doubts == [.repeatedIdentity("hình vẽ “7”")])
    #expect(broken.render(data).findings.map(\.code) == [Code("TE054")])
  }

  @Test("a relationship that is not there")
  func unknownRelationship() throws {
    let list =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
    let body = "<w:p><w:hyperlink r:id=\"rId9\"/></w:p>" + p("<<ten>>", .docx)
    let bytes = try RawDocument.bytes(
      body, .docx, also: [("word/_rels/document.xml.rels", list)])
    let template = try #require(Template.compile(bytes, name: "mẫu").value)
    #expect(template.doubts == [.unknownRelationship("rId9")])
    // It is the author's own, and no fault of the document.
    #expect(template.render(data).value != nil)
  }

  @Test("a tag that was passed over", arguments: DocumentFormat.allCases)
  func forgottenTag(format: DocumentFormat) throws {
    let body = RawDocument.root(
      format == .docx ? "w:body" : "office:text", p("còn {{ten}} và [x]", format))
    let document = try XMLDocument(parsing: Array(body.utf8))
    #expect(TagScanner(Delimiters.families).tags(leftIn: document, format) == ["{{ten}}"])
    let pair = [Delimiters(open: "[", close: "]")]
    #expect(TagScanner(pair).tags(leftIn: document, format) == ["[x]"])
  }

  // MARK: Faults while a document is made

  @Test(
    "a stretch that is cut, written twice, or not what it was", arguments: DocumentFormat.allCases)
  func otherBytes(format: DocumentFormat) throws {
    let whole = try template(format)
    let changes: [(inout Program) -> Void] = [
      { program in
        // A letter of the template became a sign.
        if let letter = program.arena.lastIndex(of: UInt8(ascii: "p")) {
          program.arena[letter] = UInt8(ascii: "<")
        }
      },
      { program in
        // The last stretch is written twice.
        if let last = program.instructions.last { program.instructions.append(last) }
      },
      { program in
        // A jump over the end of a row.
        for (index, instruction) in program.instructions.enumerated() {
          if case .next(let start) = instruction {
            program.instructions[index] = .next(start: start + 1)
          }
        }
      },
    ]
    for change in changes {
      let result = whole.doctored(change).render(data, name: "giay-khen/1.docx")
      #expect(result.value == nil)
      #expect(result.findings.map(\.code) == [Code("TE110")])
      let place = try #require(result.findings.first).place
      #expect(place.file == "giay-khen/1.docx")
      #expect(place.part == (format == .docx ? "word/document.xml" : "content.xml"))
    }
    #expect(whole.render(data).value != nil)
  }

  @Test("a value whose signs reach the document as they are")
  func unescaped() {
    let breaks = TextBreaks(line: 0..<0, paragraph: nil, tab: 0..<0, space: nil)
    for text in ["<w:p>", "a & b", "{{x}}", "<<x>>", "]]>"] {
      var output = OutputBuffer()
      _ = output.append(text, breaks: breaks, arena: [])
      output.handOn { _ in }
      #expect(output.seen == output.meant)
      var other = OutputBuffer()
      other.append(name: text)
      other.handOn { _ in }
      #expect((other.seen == other.meant) == (text == "]]>"), "no sign that XML reads: \(text)")
    }
  }

  @Test("what is taken back is not missed")
  func takenBack() {
    var output = OutputBuffer()
    output.append(markup: Array("<a>".utf8))
    output.beginTentative()
    output.append(markup: Array("<b>&amp;".utf8))
    let isKept = output.settle()
    #expect(!isKept)
    output.beginTarget()
    output.append(markup: Array("{".utf8))
    let target = output.endTarget(takingBack: true)
    #expect(target == Array("{".utf8))
    output.handOn { #expect($0 == Array("<a>".utf8)) }
    #expect(output.seen == output.meant)
  }

  @Test(
    "signs are counted in stretches of any length",
    arguments: [0, 1, 15, 16, 17, 4079, 4080, 70_000])
  func counting(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var expected = Signs.none
    for byte in bytes { expected += Signs(counting: [byte].span) }
    #expect(Signs(counting: bytes.span) == expected)
    let signs = [UInt8](repeating: UInt8(ascii: "<"), count: length)
    #expect((Signs(counting: signs.span) == .none) == (length == 0))
  }

  @Test("a link whose relationship is listed nowhere")
  func lostRelationship() throws {
    let list =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "<Relationship Id=\"rId5\" Type=\"\(Namespace.relationships)/hyperlink\" Target=\"https://x/%3C%3Cten%3E%3E\" TargetMode=\"External\"/>"
      + "</Relationships>"
    let bytes = try RawDocument.bytes(
      "<w:p><w:hyperlink r:id=\"rId5\"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>", .docx,
      also: [("word/_rels/document.xml.rels", list)])
    var template = try #require(Template.compile(bytes, name: "mẫu").value)
    #expect(template.render(data).value != nil)
    for (index, part) in template.parts.enumerated() {
      guard case .rendered(let name, var program, .listing) = part else { continue }
      program.instructions.removeAll { $0 == .relationships }
      template.parts[index] = .rendered(name: name, program, .listing)
    }
    let result = template.render(data, name: "a.docx")
    #expect(result.findings.map(\.code) == [Code("TE112")])
    #expect(result.findings.first?.place.file == "a.docx")
  }

  // MARK: What is no fault

  @Test(
    "values that look like tags or markup",
    arguments: [
      "<<x>>", "{{x}}", "«x»", "]]>", "&lt;&lt;x&gt;&gt;", "<w:p/>", "{{#if x}}", "<!--",
    ],
    DocumentFormat.allCases)
  func likeTags(value: String, format: DocumentFormat) throws {
    let values: JSONValue = [
      "ten": .string(value), "co": true, "ds": .strings([value, value + "\n\n" + value]),
    ]
    for template in [
      try template(format), try template(format).doctored { $0.doubts = [.columns] },
    ] {
      let result = template.render(values)
      #expect(result.findings.isEmpty, "\(result.findings)")
      #expect(result.value != nil)
    }
  }

  @Test("a table of a loop goes with its rows", arguments: DocumentFormat.allCases)
  func tableOfLoop(format: DocumentFormat) throws {
    try DocumentCase(
      "",
      [
        M.p("<<mỗi n trong nhom>>"), .table([M.row("<<mỗi hàng v trong n.ds>><<v>>", "1")]),
        M.p("·"), M.p("<<hết>>"),
      ], data, ["|x|1", "·", "·", "|y|1", "|z|1", "·"]
    ).check(format)
  }

  @Test("templates whose columns follow the data are looked at document by document")
  func columns() throws {
    let body =
      "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>"
      + p("<<cột chỉ khi co>>a", .docx) + "</w:tc><w:tc>" + p("b", .docx) + "</w:tc></w:tr></w:tbl>"
    let template = try #require(
      Template.compile(try RawDocument.bytes(body, .docx), name: "mẫu").value)
    #expect(template.doubts == [.columns])
    #expect(template.render(data).value != nil)
  }
}
