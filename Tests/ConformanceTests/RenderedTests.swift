import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Conformance

@Suite("What printed pages show")
struct RenderedTests {
  @Test("a PDF with one fault fails that check and no other, its twin passes")
  func sound() {
    for base in [SoundPDF.plan, SoundPDF.scan, SoundPDF.certificate] {
      let report = Conformance.lint(rendered: base, name: "a.pdf", settings: LintSettings())
      #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
    }
  }

  @Test("each check of a PDF", arguments: RenderedSituation.all)
  func faulty(situation: RenderedSituation) throws {
    var rendered = situation.base
    situation.change(&rendered)
    let report = Conformance.lint(rendered: rendered, name: "a.pdf", settings: LintSettings())
    // Paper of another size is a fault of a copy and of the page alike; letters of an old
    // encoding are no Times New Roman either.
    let codes = Set(report.faults.map(\.code.description)).subtracting(
      situation.id == "SC01" ? ["PG01"] : situation.id == "FN03" ? ["FN05"] : [])
    #expect(codes == [situation.id], "\(report.faults.map(\.message))")
    let finding = try #require(report.faults.first { $0.code.description == situation.id })
    #expect(finding.evidence?.seen == situation.seen)
    let twin = Conformance.lint(
      rendered: situation.base, name: "a.pdf", settings: LintSettings())
    let verdict = twin.results.first { $0.check.id == situation.id }?.verdict
    let isOpen = situation.id == "FN03"
    #expect(verdict == .passed || isOpen, "\(String(describing: verdict))")
  }

  @Test("what a PDF does not show is reported as not checked, never as passed")
  func open() {
    let report = Conformance.lint(
      rendered: SoundPDF.plan, name: "a.pdf", settings: LintSettings())
    #expect(report.passed == 7)
    #expect(report.open.contains { $0.ids.contains("PG05") && $0.reason.hasPrefix("PDF không") })
  }

  @Test("the pages beside a document answer what only pages can", arguments: [true, false])
  func beside(isAlone: Bool) throws {
    var rendered = Self.pages(of: PlanSketch(), signatureAlone: isAlone)
    rendered.fonts.append(RenderedDocument.Font(name: "DejaVuSerif", isEmbedded: true))
    var settings = SoundDocument.plan.settings
    settings.rendered = rendered
    let report = Conformance.lint(
      try PlanSketch().bytes(.odt), name: "a.odt", settings: settings)
    #expect(report.faults.map(\.code.description) == (isAlone ? ["FN05", "SG07"] : ["FN05"]))
  }

  @Test("a PDF of another document is not taken for its pages")
  func other() throws {
    var settings = SoundDocument.plan.settings
    settings.rendered = SoundPDF.plan
    let report = Conformance.lint(
      try PlanSketch().bytes(.docx), name: "a.docx", settings: settings)
    #expect(report.findings.contains { $0.code == Code("CF006") })
    #expect(report.open.contains { $0.ids == ["FN05", "SG07"] })
  }

  @Test("what poppler prints is read, whatever a PDF puts into it")
  func poppler() throws {
    func fixture(_ name: String) throws -> [UInt8] {
      let folder = Fixture.projectURL.appending(path: "Tests/ConformanceTests/Fixtures/poppler")
      return Array(try Data(contentsOf: folder.appending(path: name)))
    }
    let output = PopplerOutput(
      info: try fixture("pdfinfo.txt"), fonts: try fixture("pdffonts.txt"),
      layout: try fixture("pdftotext.html"), pictures: try fixture("pdfimages.txt"))
    let rendered = try #require(RenderedDocument(output))
    #expect(rendered.version == 1.6)
    #expect(rendered.pages.count == 2)
    #expect(abs(rendered.pages[0].width - 210) < 0.2 && abs(rendered.pages[0].height - 297) < 0.2)
    #expect(rendered.fonts.contains { $0.name == "LiberationSerif-Bold" && $0.isEmbedded })
    #expect(rendered.fonts.contains { $0.name == "DejaVuSerif" && !$0.isEmbedded })
    #expect(rendered.pictures.map(\.page) == [1])
    #expect(rendered.pictures.first.map { Int($0.resolution) } == 300)
    #expect(rendered.pictures.first?.isInColour == true)
    let nation = try #require(rendered.places(of: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").first)
    #expect(nation.page == 0 && nation.isOneLine)
    // Bytes that are no text of poppler give no document.
    #expect(
      RenderedDocument(PopplerOutput(info: [], fonts: [], layout: [0xFF], pictures: [])) == nil)
    var hostile = output
    hostile.layout = Array("<doc><page width=\"1e999\" height=\"x\"><line><word>\u{1}".utf8)
    #expect(RenderedDocument(hostile) == nil)
    hostile.layout += Array("</word></line></page></doc>".utf8)
    #expect(RenderedDocument(hostile)?.pages.count == 1)
  }

  /// Pages that hold the words of a sketch, its foot at the end of a page or on one of its own.
  private static func pages(of sketch: PlanSketch, signatureAlone: Bool) -> RenderedDocument {
    var top = 20.0
    func lines(_ texts: [String], left: Double = 30) -> [[RenderedDocument.Word]] {
      texts.map { text in
        top += 6
        return SoundPDF.line(text, left: left, top: top)
      }
    }
    let head = [sketch.parent, sketch.issuer, sketch.number].compactMap { $0?.text }
    let right = [sketch.nation, sketch.motto, sketch.date].map(\.text)
    let middle = [sketch.title].compactMap { $0?.text } + (sketch.subject + sketch.body).map(\.text)
    var first = lines(right, left: 110) + lines(head + middle)
    var second = lines([sketch.recipientsTitle.text] + sketch.recipients.map(\.text))
    second += lines(sketch.authority.map(\.text) + [sketch.signer.text], left: 130)
    var pages: [RenderedDocument.Page] = []
    if signatureAlone {
      // The block opens the page, recipients level with it.
      second.sort { $0[0].box.top < $1[0].box.top }
      let start = second[second.count - 2][0].box.top
      for index in second.indices where index < second.count - 2 {
        for word in second[index].indices {
          second[index][word].box.top += start
          second[index][word].box.bottom += start
        }
      }
      pages = [first, second].map { RenderedDocument.Page(width: 210, height: 297, lines: $0) }
    } else {
      first += second
      pages = [RenderedDocument.Page(width: 210, height: 297, lines: first)]
    }
    return RenderedDocument(
      version: 1.7, pages: pages, fonts: SoundPDF.plan.fonts, pictures: [])
  }
}
