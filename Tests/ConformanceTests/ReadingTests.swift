import Diagnostics
import Testing
import Vocabulary
import ZipContainer

@testable import Conformance

@Suite("Finished documents read back")
struct ReadingTests {
  @Test("a sketch reads the same in both formats", arguments: FinishedDocument.Format.allCases)
  func sketch(format: FinishedDocument.Format) throws {
    let document = try read(try PlanSketch().bytes(format))
    let section = try #require(document.sections.first)
    #expect(document.sections.count == 1)
    let sheet = section.later
    #expect(abs(sheet.width.millimetres - 210) < 0.1 && abs(sheet.left.millimetres - 30) < 0.1)
    #expect(
      abs(sheet.body.millimetres - 20) < 0.1 && abs(section.first.body.millimetres - 20) < 0.1)
    #expect(section.first.header.isEmpty)
    let number = try #require(section.later.header.first)
    #expect(number.runs.map(\.isPageNumber) == [true] && number.size == 14)
    #expect(number.setting.alignment == .center)
    let paragraphs = section.blocks.paragraphs.filter { !$0.isBlank }
    #expect(paragraphs.first?.text == "UBND TỈNH SƠN LA")
    let subject = try #require(paragraphs.first { $0.text.hasPrefix("Phát động") })
    #expect(subject.runs.allSatisfy { $0.face.isBold && $0.face.size == 14 })
    let text = try #require(paragraphs.first { $0.text.hasPrefix("Thực hiện") })
    #expect(text.setting.alignment == .justified && text.setting.before == 6)
    #expect(abs(text.setting.firstLine.millimetres - 12.7) < 0.02)
    let date = try #require(paragraphs.first { $0.text.hasPrefix("Sơn La") })
    #expect(date.runs.allSatisfy { $0.face.isItalic && !$0.face.isBold })
    let lines = section.blocks.paragraphs.flatMap(\.lines)
    #expect(lines.count == 3 && lines.allSatisfy { $0.isSolid && $0.offset == .zero })
    #expect(abs(lines[1].length.millimetres - 60.5) < 0.2)
  }

  @Test("a toggle set by paragraph style and letter style takes itself back")
  func toggles() throws {
    let styles = """
      <w:styles xmlns:w="\(Namespace.word.address)">
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" \
      w:hAnsiTheme="minorHAnsi"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="N"/>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="N"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="BB"><w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="C"><w:rPr><w:b/><w:i/></w:rPr></w:style>
      </w:styles>
      """
    let theme = """
      <a:theme xmlns:a="\(Namespace.drawing.address)"><a:themeElements><a:fontScheme><a:minorFont>\
      <a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>
      """
    let document = try word(
      """
      <w:p><w:pPr><w:pStyle w:val="BB"/></w:pPr><w:r><w:t>đậm</w:t></w:r>\
      <w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>nghiêng</w:t></w:r>\
      <w:r><w:rPr><w:rStyle w:val="C"/><w:b/></w:rPr><w:t>cả hai</w:t></w:r></w:p>
      """, ["word/styles.xml": styles, "word/theme/theme1.xml": theme])
    let runs = document.sections[0].blocks.paragraphs[0].runs
    #expect(runs.map(\.face.isBold) == [true, false, true])
    #expect(runs.map(\.face.isItalic) == [false, true, true])
    #expect(runs.allSatisfy { $0.face.font == "Calibri" && $0.face.size == 14 })
  }

  @Test("fields, deleted text, tabs and line ends as a reader sees them")
  func text() throws {
    let document = try word(
      """
      <w:p><w:r><w:t>trang </w:t><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \
      </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r><w:del><w:r><w:t>bỏ</w:t></w:r></w:del>\
      <w:ins><w:r><w:t>thêm</w:t><w:tab/><w:t>nữa</w:t><w:br/><w:t>dòng</w:t></w:r></w:ins>\
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>
      """)
    let paragraph = document.sections[0].blocks.paragraphs[0]
    #expect(paragraph.text == "trang thêm\tnữa\ndòng")
    #expect(paragraph.runs.count { $0.isPageNumber } == 1)
  }

  @Test("numbers that Word sets by itself are counted level by level")
  func numbers() throws {
    let numbering = """
      <w:numbering xmlns:w="\(Namespace.word.address)"><w:abstractNum w:abstractNumId="1">\
      <w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>\
      <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>\
      </w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>
      """
    func p(_ level: Int, _ text: String) -> String {
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr>"
        + "<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let document = try word(
      p(0, "A") + p(1, "B") + p(1, "C") + p(0, "D") + p(1, "E"),
      ["word/numbering.xml": numbering])
    let texts = document.sections[0].blocks.paragraphs.map(\.plain)
    #expect(texts == ["I. A", "1) B", "2) C", "II. D", "1) E"])
  }

  @Test("sections that go on on the same page are one run of pages, others are not")
  func continuous() throws {
    func p(_ text: String, _ setting: String = "") -> String {
      "<w:p><w:pPr>\(setting)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    func sheet(_ width: Int, _ type: String = "nextPage") -> String {
      "<w:sectPr><w:type w:val=\"\(type)\"/><w:pgSz w:w=\"\(width)\" w:h=\"16838\"/></w:sectPr>"
    }
    let document = try word(
      p("A", sheet(11_906)) + p("B", sheet(11_906, "continuous")) + p("C", sheet(11_906))
        + p("D") + sheet(12_240, "continuous"))
    let texts = document.sections.map { $0.blocks.paragraphs.map(\.text) }
    #expect(texts == [["A", "B"], ["C"], ["D"]])
  }

  @Test("lines of VML, and the frame of a text box")
  func vml() throws {
    let document = try word(
      """
      <w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:pict><v:line from="10pt,2pt" to="82pt,2pt" \
      style="mso-position-horizontal:center"/></w:pict></w:r><w:r><w:pict><v:shape \
      style="width:30mm;height:8mm"><v:textbox><w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r>\
      </w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>
      """)
    let paragraph = document.sections[0].blocks.paragraphs[0]
    #expect(paragraph.lines.map(\.length.millimetres) == [25.4])
    #expect(paragraph.lines.map(\.offset) == [.zero])
    #expect(paragraph.boxes.map { $0.paragraphs.map(\.text) } == [["HỎA TỐC"]])
    #expect(paragraph.boxes[0].width.millimetres == 30 && paragraph.boxes[0].isFramed)
  }

  @Test("automatic styles of one name in the two parts of an ODT are not confused")
  func automaticStyles() throws {
    func named(_ size: String) -> String {
      "<office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\">"
        + "<style:text-properties style:font-name=\"F\" fo:font-size=\"\(size)\"/></style:style>"
    }
    let names =
      "xmlns:office=\"\(Namespace.office.address)\" xmlns:text=\"\(Namespace.text.address)\" xmlns:style=\"\(Namespace.style.address)\" xmlns:fo=\"\(Namespace.fo.address)\" xmlns:svg=\"\(Namespace.svg.address)\""
    let content =
      "<office:document-content \(names)><office:font-face-decls><style:font-face"
      + " style:name=\"F\" svg:font-family=\"Arial\"/></office:font-face-decls>\(named("13pt"))<style:style style:name=\"T1\""
      + " style:family=\"text\"><style:text-properties fo:font-size=\"50%\"/></style:style>"
      + "</office:automatic-styles><office:body><office:text><text:p text:style-name=\"P1\">một"
      + " <text:span text:style-name=\"T1\"> hai</text:span></text:p></office:text></office:body>"
      + "</office:document-content>"
    let styles =
      "<office:document-styles \(names)><office:font-face-decls><style:font-face"
      + " style:name=\"F\" svg:font-family=\"'Times New Roman'\"/></office:font-face-decls>"
      + "\(named("11pt"))</office:automatic-styles>"
      + "<office:master-styles><style:master-page style:name=\"Standard\"><style:header>"
      + "<text:p text:style-name=\"P1\">đầu</text:p></style:header></style:master-page>"
      + "</office:master-styles></office:document-styles>"
    let document = try read(
      try package([
        "mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content,
        "styles.xml": styles,
      ]))
    let section = document.sections[0]
    #expect(section.blocks.paragraphs[0].runs.map(\.face.size) == [13, 6.5])
    // Spaces are folded across the bounds of a span.
    #expect(section.blocks.paragraphs[0].text == "một hai")
    #expect(section.later.header[0].runs.map(\.face.size) == [11])
    // The same name of a font face means another typeface in each part.
    #expect(section.later.header[0].runs.map(\.face.font) == ["Times New Roman"])
    #expect(section.blocks.paragraphs[0].runs.first?.face.font == "Arial")
  }

  /// The package with another CRC-32 in both headers of an entry: what it holds is damaged.
  private func withOtherSum(_ name: String, in package: [UInt8]) throws -> [UInt8] {
    let entry = try #require(try ZipArchive(reading: package).entry(named: name))
    let sum = (0..<4).map { UInt8(truncatingIfNeeded: entry.crc32 >> (8 * $0)) }
    var bytes = package
    for place in 0..<(bytes.count - 4) where Array(bytes[place..<(place + 4)]) == sum {
      bytes[place] ^= 0xFF
    }
    return bytes
  }

  @Test("what is no document is refused with a finding")
  func refused() throws {
    func codes(_ bytes: [UInt8]) -> [String] {
      FinishedDocument.read(bytes, name: "a.docx").findings.map(\.code.description)
    }
    #expect(codes(Array("văn bản".utf8)) == ["CF002"])
    #expect(codes(try package(["a.txt": "a"])) == ["CF001"])
    let broken = try package(["word/document.xml": "<w:document"])
    #expect(codes(broken) == ["CF003"])
    #expect(codes(try withOtherSum("word/document.xml", in: broken)) == ["CF002"])
    #expect(codes(try package(["mimetype": "application/epub+zip"])) == ["CF001"])
  }

  /// Widths in percent; the text is 170 mm wide, the grid says 100 twips a column.
  @Test(
    "columns in parts of their table are as wide as these parts",
    arguments: [
      // As docx.js writes it, as Word does in fiftieths, and mixed with a measured one.
      (
        #"w:type="pct" w:w="100%""#, [#"w:type="pct" w:w="40%""#, #"w:type="pct" w:w="60%""#],
        [68, 102]
      ),
      (
        #"w:type="pct" w:w="5000""#, [#"w:type="pct" w:w="2000""#, #"w:type="pct" w:w="3000""#],
        [68, 102]
      ),
      (
        #"w:type="pct" w:w="50%""#, [#"w:type="pct" w:w="40%""#, #"w:type="pct" w:w="60%""#],
        [34, 51]
      ),
      (
        #"w:type="dxa" w:w="5669""#, [#"w:type="pct" w:w="25%""#, #"w:type="dxa" w:w="2835""#],
        [25, 50]
      ),
      (
        #"w:type="auto" w:w="0""#, [#"w:type="pct" w:w="12.5%""#, #"w:type="pct" w:w="87.5%""#],
        [21.3, 148.8]
      ),
      // What says nothing leaves it to the grid; nonsense is cut or passed over.
      (
        #"w:type="pct" w:w="100%""#, [#"w:type="auto" w:w="0""#, #"w:type="pct" w:w="x%""#],
        [1.8, 1.8]
      ),
      (
        #"w:type="pct" w:w="-5%""#, [#"w:type="pct" w:w="0""#, #"w:type="pct" w:w="1e9%""#],
        [1.8, 1700]
      ),
    ] as [(String, [String], [Double])])
  func percent(table: String, cells: [String], widths: [Double]) throws {
    let row = cells.map { "<w:tc><w:tcPr><w:tcW \($0)/></w:tcPr><w:p/></w:tc>" }.joined()
    let document = try word(
      """
      <w:tbl><w:tblPr><w:tblW \(table)/><w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/>\
      </w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid>\
      <w:tr>\(row)</w:tr></w:tbl><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>\
      <w:pgMar w:top="1134" w:bottom="1134" w:left="1134" w:right="1134"/></w:sectPr>
      """)
    guard case .table(let read)? = document.sections[0].blocks.first else {
      Issue.record("no table")
      return
    }
    let seen = read.rows[0].cells.map(\.width.millimetres)
    #expect(zip(seen, widths).allSatisfy { abs($0 - $1) < 0.1 }, "\(seen)")
    #expect(read.rows[0].cells[0].blocks.paragraphs[0].room == read.rows[0].cells[0].width)
  }

  private func word(
    _ body: String, _ parts: [String: String] = [:]
  ) throws -> FinishedDocument {
    let document =
      "<w:document xmlns:w=\"\(Namespace.word.address)\" xmlns:v=\"\(Namespace.vml.address)\"><w:body>\(body)"
      + "</w:body></w:document>"
    return try read(
      try package(parts.merging(["word/document.xml": document]) { first, _ in first }))
  }

  private func package(_ parts: [String: String]) throws -> [UInt8] {
    var writer = try ZipWriter()
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
      try writer.add(ZipEntry(name: name, contents: Array(text.utf8)))
    }
    return try writer.finish()
  }

  private func read(_ bytes: [UInt8]) throws -> FinishedDocument {
    let result = FinishedDocument.read(bytes, name: "a.docx")
    #expect(result.findings.isEmpty)
    return try #require(result.value)
  }
}
