import Diagnostics
import Testing

@testable import Conformance

extension FaultSituation {
  // MARK: The certificate

  /// A fault of a Giấy khen; all of its checks only warn.
  private static func certificate(
    _ id: String, _ what: String, following: [String] = [], seen: String? = nil,
    change: @escaping @Sendable (inout CertificateSketch) -> Void
  ) -> FaultSituation {
    FaultSituation(
      id, what, base: .certificate, severity: .warning, following: following, seen: seen
    ) { plan in
      guard var certificate = plan.certificate else { return }
      change(&certificate)
      plan.certificate = certificate
    }
  }

  static let certificates = [
    certificate("GK01", "paper of 420 × 297", seen: "420 × 297 mm") {
      ($0.sheet.width, $0.sheet.height) = (420, 297)
    },
    certificate("GK02", "upright", seen: "đứng") {
      ($0.sheet.width, $0.sheet.height) = (210, 297)
      $0.granter.size = 14
    },
    certificate("GK03", "a signature that goes to a second page", seen: "2") {
      $0.signer.before = 400
    },
    certificate("GK03", "a page break", seen: "2") { $0.inscription[2].breaksPage = true },
    certificate("GK04", "the award above what is given", seen: "đứng trên dòng “TẶNG”") {
      ($0.giving, $0.award) = ($0.award, $0.giving)
    },
    certificate("GK04", "the golden book above the decision", seen: "đứng trên số quyết định") {
      ($0.decision, $0.goldenBook) = ($0.goldenBook, $0.decision)
    },
    certificate("GK04", "the post above the day", seen: "đứng trên địa danh, ngày") {
      ($0.date, $0.post[0]) = ($0.post[0], $0.date)
    },
    certificate("GK05", "not bold", seen: "không đậm") { $0.nation.bold = false },
    certificate("GK05", "italic", seen: "nghiêng") { $0.nation.italic = true },
    certificate("GK05", "none", seen: "không có") { $0.nation.text = "" },
    certificate("GK05", "a word missing", seen: "“CỘNG HÒA XÃ HỘI CHỦ NGHĨA”") {
      $0.nation.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"
    },
    certificate("GK06", "red", seen: "#FF0000") { $0.motto.colour = "FF0000" },
    certificate("GK06", "long dashes") { $0.motto.text = "Độc lập – Tự do – Hạnh phúc" },
    certificate("GK07", "a line of a half") {
      $0.mottoRule = PlanSketch.rule(of: $0.motto.text, size: 16, share: 0.5)
    },
    certificate("GK07", "no line", seen: "không có") { $0.mottoRule.drawn = nil },
    certificate("GK08", "black", seen: "#000000") { $0.granter.colour = "000000" },
    certificate("GK08", "small letters") { $0.granter.text = "Chánh Văn phòng UBND tỉnh Sơn La" },
    certificate("GK08", "none", seen: "không có") { $0.granter.text = "" },
    certificate("GK09", "red", seen: "#FF0000") { $0.giving.colour = "FF0000" },
    certificate("GK09", "none", seen: "không có") { $0.giving.text = "" },
    certificate("GK10", "black", seen: "#000000") { $0.award.colour = "000000" },
    certificate("GK10", "not bold", seen: "không đậm") { $0.award.bold = false },
    certificate("GK11", "no achievement", seen: "1") {
      $0.inscription = [$0.inscription[0]]
    },
    certificate("GK11", "a blue name", seen: "#0000FF") { $0.inscription[0].colour = "0000FF" },
    certificate("GK12", "none", seen: "không có") { $0.decision.text = "" },
    certificate("GK12", "no day", seen: "không có") {
      $0.decision.text = "Quyết định số: 431/QĐ-VPUB"
    },
    certificate("GK12", "upright", seen: "đứng") { $0.decision.italic = false },
    certificate("GK13", "none", seen: "không có") { $0.goldenBook.text = "" },
    certificate("GK13", "not bold", seen: "không đậm") { $0.goldenBook.bold = false },
    certificate("GK14", "none", following: ["GK15", "GK16"], seen: "không có") {
      ($0.date.text, $0.post[0].text, $0.signer.text) = ("", "", "")
    },
    certificate("GK14", "upright", seen: "đứng") { $0.date.italic = false },
    certificate("GK14", "a day without its place", seen: "không có") {
      $0.date.text = "Ngày 05 tháng 11 năm 2026"
    },
    certificate("GK15", "small letters", seen: "“Chánh Văn phòng”") {
      $0.post[0].text = "Chánh Văn phòng"
    },
    certificate("GK15", "a deputy's line that is not bold", seen: "không đậm") {
      $0.post = [
        CertificateSketch.bold("KT. CHÁNH VĂN PHÒNG", 14),
        CertificateSketch.plain("PHÓ CHÁNH VĂN PHÒNG"),
      ]
    },
    certificate("GK15", "none", seen: "không có") { $0.post[0].text = "" },
    certificate("GK16", "none", seen: "không có") { $0.signer.text = "" },
    certificate("GK16", "red", seen: "#FF0000") { $0.signer.colour = "FF0000" },
    certificate("GK17", "columns that have changed places", seen: "nửa phải trang") {
      $0.footIsMirrored = true
    },
    certificate("GK18", "an open number", seen: "bỏ trống") {
      $0.decision.text = "Quyết định số:        /QĐ-VPUB ngày        tháng        năm 2026"
    },
    certificate("GK18", "an open golden book", seen: "bỏ trống") {
      $0.goldenBook.text = "Số sổ vàng:"
    },
    certificate("GK18", "a proof", seen: "“BẢN IN THỬ”") {
      $0.opening = [SketchParagraph("BẢN IN THỬ").with { $0.bold = true }]
    },
  ]
}

@Suite("A certificate of its own kind")
struct CertificateTests {
  private typealias Format = FinishedDocument.Format

  private func lint(
    _ sketch: CertificateSketch, _ format: FinishedDocument.Format,
    _ settings: LintSettings = SoundDocument.certificate.settings
  ) throws -> LintReport {
    Conformance.lint(
      try SketchWriter.bytes(sketch.sections, format), name: "a", settings: settings)
  }

  private static let sound = CertificateSketch()

  private static func changed(
    _ change: (inout CertificateSketch) -> Void
  ) -> CertificateSketch {
    var sketch = sound
    change(&sketch)
    return sketch
  }

  @Test("a lone file is known for what it is", arguments: FinishedDocument.Format.allCases)
  func guessed(format: FinishedDocument.Format) throws {
    let letters = Self.changed { $0.award.text = "G I Ấ Y   K H E N" }
    let other = Self.changed { $0.award.text = "BẰNG KHEN" }
    let small = Self.changed { $0.award.text = "Giấy khen" }
    let proof = Self.changed {
      $0.opening =
        Array(repeating: SketchParagraph(""), count: 20) + [SketchParagraph("BẢN IN THỬ")]
    }
    let number = Self.changed { $0.decision.text = "Số: 431/QĐ-VPUB ngày 05 tháng 11 năm 2026" }
    let oneLine = Self.changed {
      $0.giving.text = ""
      $0.award.text = "TẶNG GIẤY KHEN"
    }
    for sketch in [Self.sound, letters, other, small, proof, number, oneLine] {
      let report = try lint(sketch, format, LintSettings())
      let note = report.findings.first { $0.code == Code("CF004") }?.message ?? ""
      #expect(note.contains("dạng giay-khen"), "\(note)")
      #expect(note.contains("dự thảo") == (sketch.opening.isEmpty == false))
    }
    // A frame made of a table holds the lines in one column.
    var framed = Self.sound.sections
    framed[0].blocks = [
      .table(widths: [253], rows: Self.sound.lines.map { [[$0]] }, bordered: true),
      framed[0].blocks[framed[0].blocks.count - 1],
    ]
    let report = Conformance.lint(
      try SketchWriter.bytes(framed, format), name: "a", settings: LintSettings())
    #expect(report.findings.contains { $0.message.contains("dạng giay-khen") })
    #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
    for document in SoundDocument.allCases where document != .certificate {
      let bytes = try document.sketch.bytes(format)
      let report = Conformance.lint(bytes, name: "a", settings: LintSettings())
      #expect(!report.findings.contains { $0.message.contains("giay-khen") })
    }
  }

  @Test("its checks concern no other form", arguments: SoundDocument.allCases)
  func others(document: SoundDocument) throws {
    guard document != .certificate else { return }
    let report = Conformance.lint(
      try document.sketch.bytes(.docx), name: "a", settings: document.settings)
    let concerned = report.results.filter {
      guard $0.check.id.hasPrefix("GK") else { return false }
      if case .notApplicable = $0.verdict { return false }
      return true
    }
    #expect(concerned.map(\.check.id).isEmpty)
  }

  @Test("what its source leaves open is not accused", arguments: Format.allCases)
  func allowed(format: FinishedDocument.Format) throws {
    let allowed = [
      // Bằng khen: no source for its paper, and who grants it writes the number by hand.
      Self.changed {
        $0.award.text = "BẰNG KHEN"
        ($0.sheet.width, $0.sheet.height) = (420, 297)
        $0.goldenBook.text = "Số sổ vàng:"
      },
      Self.changed {
        $0.award.text = "BẰNG KHEN"
        $0.goldenBook.text = ""
      },
      // A decision's day on a line of its own, a number kept in another way of words.
      Self.changed {
        $0.decision.text = "Số quyết định: 431/QĐ-VPUB\nngày 05 tháng 11 năm 2026"
        $0.goldenBook.text = "Vào sổ số: 17"
      },
      Self.changed { $0.decision.text = "Quyết định số 431/QĐ-VPUB ngày 05/11/2026" },
      Self.changed {
        $0.decision.text = "Quyết định khen thưởng số: 431/QĐ-VPUB ngày 05 tháng 11 năm 2026"
        $0.goldenBook.text = "Sổ khen thưởng số: 17"
      },
      Self.changed { $0.decision.text = "Số: 431/QĐ-VPUB ngày 05 tháng 11 năm 2026" },
      // What is given and the award on one line.
      Self.changed {
        $0.giving.text = ""
        $0.award.text = "TẶNG GIẤY KHEN"
      },
      Self.changed {
        $0.post = ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"].map {
          CertificateSketch.bold($0, 14)
        }
      },
      // Another red, another size.
      Self.changed {
        $0.granter.colour = "C00000"
        $0.granter.size = 16
      },
      // An achievement that ends with a day.
      Self.changed {
        $0.inscription[2].text = "Đã có thành tích trong đợt thi đua ngày 02 tháng 9 năm 2026"
      },
    ]
    for sketch in allowed {
      let faults = try lint(sketch, format).faults
      #expect(faults.isEmpty, "\(faults.map(\.message))")
    }
  }

  @Test("of a file with several, pages are not counted", arguments: Format.allCases)
  func several(format: FinishedDocument.Format) throws {
    let one = Self.sound.sections
    let report = Conformance.lint(
      try SketchWriter.bytes(one + one + one, format), name: "a",
      settings: SoundDocument.certificate.settings)
    let verdict = report.results.first { $0.check.id == "GK03" }?.verdict
    #expect(verdict == .notChecked(because: "tệp gồm nhiều giấy khen"))
  }

  @Test("a draft may wait for number and day", arguments: Format.allCases)
  func draft(format: FinishedDocument.Format) throws {
    let sketch = Self.changed {
      $0.decision.text = "Quyết định số:        /QĐ-VPUB ngày        tháng        năm 2026"
      $0.date.text = "Sơn La, ngày        tháng        năm 2026"
      $0.opening = [SketchParagraph("BẢN IN THỬ").with { $0.bold = true }]
    }
    let report = try lint(sketch, format, LintSettings(form: .giayKhen))
    #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
  }

  @Test("what is printed on a blank form is not asked for its printed lines")
  func overlay() throws {
    let sketch = Self.changed {
      for line in [\CertificateSketch.nation, \.motto, \.granter, \.giving, \.award] {
        $0[keyPath: line].text = ""
      }
      $0.mottoRule.drawn = nil
    }
    let report = try lint(sketch, .docx)
    #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
    #expect(report.open.contains { $0.ids.contains("GK05") && $0.reason.contains("phôi") })
  }

  @Test("a foot set by tabs is read, and not accused of where it stands")
  func tabs() throws {
    var sections = Self.sound.sections
    sections[0].blocks.removeLast()
    sections[0].blocks += [
      "\(Self.sound.decision.text)\t\(Self.sound.date.text)", "Số sổ vàng: 02",
      "\tCHÁNH VĂN PHÒNG", "\tTrần Bình Minh",
    ].map { text in
      .p(
        Self.sound.decision.with {
          $0.text = text
          $0.italic = text.contains("số") || text.contains("Số")
        })
    }
    let settings = SoundDocument.certificate.settings
    let report = Conformance.lint(
      try SketchWriter.bytes(sections, .docx), name: "a", settings: settings)
    #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
  }

  @Test("a source that was not read in its own text makes no check an error")
  func sources() {
    let checks = Check.all.filter { $0.id.hasPrefix("GK") }
    #expect(checks.count == 18)
    for check in checks {
      #expect(check.severity == .warning && check.forms == [.giayKhen])
      // One page, and nothing left open, are no words of a decree.
      let isLaw = !["GK03", "GK18"].contains(check.id)
      #expect(check.citation.contains("Nghị định 98/2023/NĐ-CP, Điều 104") == isLaw)
      #expect(check.citation.contains("hết hiệu lực từ 01/7/2025; chưa đối chiếu") == isLaw)
    }
  }

  @Test("the pages beside a certificate say where its foot stands")
  func beside() throws {
    var settings = SoundDocument.certificate.settings
    settings.rendered = SoundPDF.certificate
    let bytes = try SketchWriter.bytes(Self.sound.sections, .odt)
    #expect(Conformance.lint(bytes, name: "a", settings: settings).faults.isEmpty)
    settings.rendered?.pages.append(SoundPDF.certificate.pages[0])
    let report = Conformance.lint(bytes, name: "a", settings: settings)
    #expect(report.faults.map(\.code.description) == ["GK03"])
  }
}
