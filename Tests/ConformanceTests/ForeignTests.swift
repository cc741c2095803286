import Diagnostics
import Testing
import ZipContainer

@testable import Conformance

@Suite("Documents of strangers: no false alarm, unknown is not wrong")
struct ForeignTests {
  private typealias Format = FinishedDocument.Format

  @Test("the layout of the decree's own sample files", arguments: FinishedDocument.Format.allCases)
  func sample(format: FinishedDocument.Format) throws {
    // Its margins are rounded twips, its lines rows of raised underscores (`nd30.md` §1, §3.3).
    let sketch = PlanSketch().with {
      $0.sheet.left = 35.01
      $0.sheet.top = 25.01
      $0.sheet.bottom = 25.01
      $0.headWidths = [67.5, 100]
      for rule in [\PlanSketch.issuerRule, \.mottoRule] {
        $0[keyPath: rule].drawn = nil
        $0[keyPath: rule].text = "____________"
        $0[keyPath: rule].size = 13
      }
      $0.body = $0.body.map { $0.with { $0.indent = 10 } }
    }
    let report = try lint(sketch.bytes(format))
    #expect(Set(report.faults.map(\.code.description)) == ["HD11"])
    #expect(!report.findings.hasErrors)
  }

  @Test("a head and a foot set by tabs", arguments: FinishedDocument.Format.allCases)
  func tabs(format: FinishedDocument.Format) throws {
    let plan = PlanSketch()
    func line(_ text: String, size: Double = 13, bold: Bool = false) -> SketchBlock {
      .p(
        SketchParagraph(text).with {
          $0.size = size
          $0.bold = bold
          $0.align = "left"
        })
    }
    var blocks: [SketchBlock] = [
      line("VĂN PHÒNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true),
      line("\tĐộc lập - Tự do - Hạnh phúc", size: 14, bold: true), line("_______\t____________"),
      line("Số: 15/KH-VPUB\tSơn La, ngày 27 tháng 4 năm 2026"),
    ]
    blocks += ([plan.title].compactMap(\.self) + plan.subject + plan.body).map { .p($0) }
    blocks += [
      line("Nơi nhận:\tCHÁNH VĂN PHÒNG", size: 12, bold: true),
      line("- Lưu: VT, TCHCQT.", size: 11), line("\t\tTrần Bình Minh", bold: true),
    ]
    let bytes = try SketchWriter.bytes([SketchSection(sheet: plan.sheet, blocks: blocks)], format)
    let document = try #require(FinishedDocument.read(bytes, name: "a").value)
    let anatomy = Anatomy(document)
    #expect(anatomy.text(.issuer) == "VĂN PHÒNG")
    #expect(anatomy.text(.motto) == "Độc lập - Tự do - Hạnh phúc")
    #expect(anatomy.text(.number) == "Số: 15/KH-VPUB")
    #expect(anatomy.text(.date) == "Sơn La, ngày 27 tháng 4 năm 2026")
    #expect(anatomy.text(.signature) == "CHÁNH VĂN PHÒNG")
    #expect(anatomy.text(.signer) == "Trần Bình Minh")
    #expect(anatomy.rules[.motto]?.map(\.kind) == [.underscores])
    // Alignment says nothing where tabs set the place; what is really wrong is found.
    let codes = Set(try lint(bytes).faults.map(\.code.description))
    #expect(codes == ["DT01", "HD11", "NN01", "SG01", "TT03", "FN04"])
  }

  @Test("a name in two bold lines is one agency, two agencies are told apart by their words")
  func twoBoldLines() throws {
    func parts(_ upper: String, _ lower: String) throws -> (String?, String?) {
      let sketch = PlanSketch().with {
        $0.parent = PlanSketch.small(upper).with { $0.bold = true }
        $0.issuer.text = lower
      }
      let document = FinishedDocument.read(try sketch.bytes(.docx), name: "a").value
      let anatomy = Anatomy(try #require(document))
      return (anatomy.text(.parent), anatomy.text(.issuer))
    }
    #expect(try parts("ỦY BAN NHÂN DÂN", "TỈNH SƠN LA") == (nil, "ỦY BAN NHÂN DÂN TỈNH SƠN LA"))
    #expect(try parts("UBND TỈNH SƠN LA", "SỞ NỘI VỤ") == ("UBND TỈNH SƠN LA", "SỞ NỘI VỤ"))
  }

  @Test("a council below the office is neither the office nor a stranger")
  func council() throws {
    let sketch = PlanSketch().with {
      $0.parent = PlanSketch.small("VĂN PHÒNG UBND TỈNH SƠN LA")
      $0.issuer.text = "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"
      $0.issuerRule = PlanSketch.rule(of: $0.issuer.text, size: 13, share: 0.4)
      $0.headWidths = [95, 100]
      $0.number.text = "Số: 02/KH-HĐTĐKT"
      $0.authority[0].text = "CHỦ TỊCH HỘI ĐỒNG"
    }
    let report = Conformance.lint(
      try sketch.bytes(.docx), name: "a", settings: SoundDocument.plan.settings)
    #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
    #expect(report.open.contains { $0.ids == ["HD10", "NO06"] })
  }

  @Test("a phòng without a series of numbers writes none, and files without the registry")
  func unit() throws {
    let sketch = PlanSketch().with {
      $0.parent = PlanSketch.small("VĂN PHÒNG UBND TỈNH SƠN LA")
      $0.issuer.text = "PHÒNG TỔNG HỢP"
      $0.issuerRule = PlanSketch.rule(of: $0.issuer.text, size: 13, share: 0.4)
      $0.headWidths = [75, 100]
      $0.number.text = ""
      $0.authority[0].text = "TRƯỞNG PHÒNG"
      $0.recipients[2].text = "- Lưu: TH."
    }
    for format in Format.allCases {
      let report = Conformance.lint(
        try sketch.bytes(format), name: "a", settings: SoundDocument.plan.settings)
      #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
      #expect(!report.open.contains { $0.ids.contains("NO01") })
    }
  }

  @Test("an empty paragraph between two tables, and a section of one page, are no faults")
  func separators() throws {
    let cell = PlanSketch.text("Nội dung").with { $0.indent = 0 }
    let table = SketchBlock.table(widths: [160], rows: [[[cell]], [[cell]]], bordered: true)
    var sections = PlanSketch().sections
    sections[0].blocks.insert(contentsOf: [table, .p(PlanSketch.text("")), table], at: 8)
    var list = SketchSection(
      sheet: SketchSheet(),
      blocks: [.p(SketchParagraph("DANH SÁCH").with { $0.bold = true }), table])
    list.sheet.header = []
    sections.append(list)
    for format in Format.allCases {
      let report = try lint(try SketchWriter.bytes(sections, format))
      #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
    }
  }

  @Test(
    "a report of achievements signed without a table is not accused of its signature",
    arguments: FinishedDocument.Format.allCases, [true, false])
  func reportWithoutFoot(format: FinishedDocument.Format, isByTabs: Bool) throws {
    var sections = SoundDocument.report.sketch.sections
    sections[0].blocks.removeLast(2)
    let signature =
      isByTabs
      ? ["XÁC NHẬN CỦA ĐƠN VỊ\tTRƯỞNG PHÒNG", "", "", "Lò Thị Mai\tTrần Bình Minh"]
      : ["TRƯỞNG PHÒNG", "(Ký, ghi rõ họ tên)", "", "Trần Bình Minh"]
    sections[0].blocks += signature.map { text in
      .p(
        SketchParagraph(text).with {
          $0.bold = true
          $0.align = isByTabs ? "left" : "right"
        })
    }
    let report = Conformance.lint(
      try SketchWriter.bytes(sections, format), name: "a",
      settings: SoundDocument.report.settings)
    #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
  }

  @Test("text of no known layout is not judged part by part")
  func unknown() throws {
    let blocks =
      ["GHI CHÉP CUỘC HỌP", "Số người: 5/7", "a. việc thứ nhất", "Hẹn gặp lại"]
      .map { SketchBlock.p(SketchParagraph($0).with { $0.bold = true }) }
      + [
        .table(
          widths: [80, 80], rows: [[[SketchParagraph("A")], [SketchParagraph("Bên nhận")]]],
          bordered: false)
      ]
    let bytes = try SketchWriter.bytes(
      [SketchSection(sheet: SketchSheet(), blocks: blocks)], .odt)
    let report = try lint(bytes)
    #expect(report.faults.map(\.code.description) == ["HD01"])
    #expect(report.open.contains { $0.ids.contains("ND01") && $0.ids.contains("ND03") })
  }

  @Test(
    "a stamp in a text box, as large as its word asks for or not",
    arguments: [("HỎA TỐC", 30.0, true), ("KHẨN", 20, true), ("KHẨN", 30, false)])
  func stamp(word: String, width: Double, isRight: Bool) throws {
    let document = """
      <w:document xmlns:w="\(Namespace.word.address)" xmlns:v="\(Namespace.vml.address)"><w:body><w:p><w:r><w:pict>\
      <v:rect style="width:\(width)mm;height:8mm"><v:textbox><w:txbxContent><w:p><w:r><w:rPr><w:b/>\
      <w:color w:val="FF0000"/><w:sz w:val="28"/></w:rPr><w:t>\(word)</w:t></w:r></w:p>\
      </w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p></w:body></w:document>
      """
    var writer = try ZipWriter()
    try writer.add(ZipEntry(name: "word/document.xml", contents: Array(document.utf8)))
    let report = try lint(try writer.finish())
    let verdict = report.results.first { $0.check.id == "MK01" }?.verdict
    #expect(verdict == (isRight ? .passed : .failed))
    // Red ink is the stamp's own.
    #expect(!report.faults.contains { $0.code == Code("FN02") })
  }

  @Test("a document of the Party is refused and not judged")
  func party() throws {
    let sketch = PlanSketch().with {
      $0.nation.text = "ĐẢNG CỘNG SẢN VIỆT NAM"
      $0.sheet.left = 10
    }
    let report = try lint(sketch.bytes(.docx))
    #expect(report.faults.map(\.code.description) == ["TY04"])
  }

  @Test("numbers that the program sets by itself count as typed")
  func automaticNumbers() throws {
    let role = BodyRole("a) Thi đua")
    #expect(role == .point(letter: "a"))
    #expect(BodyRole("1. Mục đích") == .clause(number: "1", text: "Mục đích"))
    #expect(BodyRole("1.1. Mục đích") == .clause(number: "1.1", text: "Mục đích"))
    #expect(BodyRole("IV. KẾT LUẬN") == .roman(number: "IV", title: "KẾT LUẬN"))
    #expect(BodyRole("Điều 3. Hiệu lực") == .article(number: "3.", title: "Hiệu lực"))
    #expect(BodyRole("Điều kiện 3. Hiệu lực") == .plain)
    #expect(BodyRole("27/4/2026 họp") == .plain)
    #expect(BodyRole("5 phòng, đơn vị") == .plain)
    #expect(BodyRole("Chương II") == .chapter(word: "Chương", number: "II"))
    #expect(BodyRole("Chương trình công tác năm 2026") == .plain)
  }

  @Test(
    "the family name Và is no conjunction",
    arguments: [
      ("Tặng Giấy khen cho bà Và Thị Máy.", false), ("Tặng Giấy khen cho ông Và Nếnh.", false),
      ("Tặng Giấy khen cho đồng chí Và Bá Chia.", false),
      ("Phối hợp với bà Và Thị Máy, Bộ Tài nguyên Và Môi trường.", true),
    ])
  func familyName(text: String, isFault: Bool) throws {
    var sketch = PlanSketch()
    sketch.body[3].text = text
    let faults = try lint(try sketch.bytes(.docx)).faults.map(\.code.description)
    #expect(faults == (isFault ? ["VH04"] : []))
  }

  private func lint(_ bytes: [UInt8]) throws -> LintReport {
    Conformance.lint(
      bytes, name: "a", settings: LintSettings(form: .nd30, state: .issued, medium: .paper))
  }
}
