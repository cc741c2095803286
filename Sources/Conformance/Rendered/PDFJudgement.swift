internal import Diagnostics
internal import Vocabulary

extension Conformance {
  /// Judges a PDF by what its pages show; what they do not show is reported as not checked.
  ///
  /// - Parameters:
  ///   - rendered: What was measured.
  ///   - name: The file that findings carry.
  ///   - settings: What is known of the document.
  /// - Returns: how each check came out.
  public static func lint(
    rendered: RenderedDocument, name: String, settings: LintSettings
  ) -> LintReport {
    let form = settings.form ?? (rendered.award == nil ? .nd30 : .giayKhen)
    var results: [CheckResult] = []
    var findings: [Diagnostic] = []
    if settings.form == nil, form != .nd30 {
      // How far it has come changes nothing in what a PDF is judged by.
      var told = settings
      told.state = .issued
      findings.append(.guessed(form, .issued, told, file: name))
    }
    for check in Check.all {
      let outcome: Outcome
      if !check.forms.contains(form) {
        outcome = .notApplicable("không áp dụng cho dạng \(form.rawValue)")
      } else if let judge = PDFJudgement.evaluators[check.id] {
        outcome = judge(rendered, check)
      } else if let reason = check.notEvaluatedBecause {
        outcome = .notChecked(reason)
      } else {
        outcome = .notChecked("PDF không cho biết, soát tệp DOCX hoặc ODT")
      }
      results.append(CheckResult(check, outcome, file: name))
    }
    findings += results.flatMap(\.findings)
    return LintReport(results: results, findings: findings)
  }
}

/// The checks that a PDF alone can be judged by.
enum PDFJudgement {
  static let evaluators: [String: @Sendable (RenderedDocument, Check) -> Outcome] = [
    "PG01": paper, "PG08": number, "PG09": firstPage, "FN03": unicode,
    "FN05": { RenderedChecks.fonts($0, $1) }, "HD01": nation, "HD03": oneLine, "SG07": signature,
    "SC01": RenderedChecks.copy, "GK01": certificatePaper,
    "GK02": { pdf, _ in CertificatePageChecks.lying(sizes(pdf)) },
    "GK03": { pdf, _ in CertificatePageChecks.onePage(pdf) },
  ]

  private static let scanned = Outcome.notChecked("PDF chỉ có ảnh, không có chữ")

  @Sendable private static func paper(_ pdf: RenderedDocument, _ check: Check) -> Outcome {
    guard let sides = check.range else { return .notChecked("thiếu khổ giấy trong bảng") }
    var faults: [Fault] = []
    for (index, page) in pdf.pages.enumerated() {
      let seen = [page.width, page.height].sorted()
      // Scanners cut a little; a millimetre is no other size.
      if abs(seen[0] - sides.lowerBound) > 1 || abs(seen[1] - sides.upperBound) > 1 {
        faults.append(
          Fault(
            component: "trang giấy", property: "khổ giấy",
            seen: "\(page.width.rounded().shown) × \(page.height.rounded().shown) mm",
            allowed: "210 × 297 mm", paragraph: nil, page: index + 1))
      }
    }
    return Outcome(faults)
  }

  private static func sizes(_ pdf: RenderedDocument) -> [CertificatePageChecks.PaperSize] {
    pdf.pages.enumerated().map { CertificatePageChecks.PaperSize($1, number: $0 + 1) }
  }

  @Sendable private static func certificatePaper(
    _ pdf: RenderedDocument, _ check: Check
  ) -> Outcome {
    guard !pdf.hasNoText else { return scanned }
    guard let award = pdf.award else { return .notChecked("không nhận ra tên hình thức khen") }
    return check.names(award)
      ? CertificatePageChecks.paper(sizes(pdf), check) : CertificatePageChecks.otherAward(award)
  }

  private static func hasNumber(_ page: RenderedDocument.Page) -> Bool {
    page.lines.contains { RenderedChecks.isPageNumber($0, on: page) }
  }

  @Sendable private static func number(_ pdf: RenderedDocument, _ check: Check) -> Outcome {
    guard !pdf.hasNoText else { return scanned }
    guard pdf.pages.count > 1 else { return .notApplicable("PDF có một trang") }
    // The first page of an annex shows none: one page with its number shows that there are any.
    guard !pdf.pages.dropFirst().contains(where: hasNumber) else { return .passed }
    return .failed([
      Fault(
        component: "số trang", property: "vị trí", seen: "không có ở lề trên",
        allowed: "ở lề trên của các trang sau trang thứ nhất", paragraph: nil, page: 2)
    ])
  }

  @Sendable private static func firstPage(_ pdf: RenderedDocument, _ check: Check) -> Outcome {
    guard !pdf.hasNoText, let first = pdf.pages.first else { return scanned }
    return hasNumber(first)
      ? .failed([
        Fault(
          component: "số trang", property: "trang thứ nhất", seen: "có số trang",
          allowed: "không hiển thị", paragraph: nil, page: 1)
      ]) : .passed
  }

  @Sendable private static func unicode(_ pdf: RenderedDocument, _ check: Check) -> Outcome {
    guard !pdf.hasNoText else { return scanned }
    if let font = pdf.fonts.first(where: {
      $0.name.begins(with: ".Vn") || $0.name.begins(with: "VNI-")
    }) {
      return .failed([
        Fault(
          component: "chữ", property: "mã chữ", seen: "phông mã cũ \(font.name)",
          allowed: "Unicode dựng sẵn", paragraph: nil)
      ])
    }
    // Programs may write the letters of a PDF in parts, which says nothing of the document.
    return .notChecked("PDF không cho biết chữ được gõ thế nào, soát tệp DOCX hoặc ODT")
  }

  @Sendable private static func nation(_ pdf: RenderedDocument, _ check: Check) -> Outcome {
    guard !pdf.hasNoText else { return scanned }
    let places = pdf.places(of: Wording.nation).filter { $0.page == 0 }
    guard let place = places.first else {
      return .notChecked("không nhận ra Quốc hiệu trên trang đầu của PDF")
    }
    guard place.box.middle > pdf.pages[0].width / 2 else {
      return .failed([
        Fault(
          component: Component.nation.name, property: "vị trí", seen: "bên trái",
          allowed: "bên phải", paragraph: nil, page: 1)
      ])
    }
    return .passed
  }

  @Sendable private static func oneLine(_ pdf: RenderedDocument, _ check: Check) -> Outcome {
    guard !pdf.hasNoText else { return scanned }
    return oneLine(pdf)
  }

  /// Judges whether the nation's name is printed on one line; used for documents with pages too.
  static func oneLine(_ pdf: RenderedDocument) -> Outcome {
    guard let place = pdf.places(of: Wording.nation).first(where: { $0.page == 0 }) else {
      return .notChecked("không nhận ra Quốc hiệu trên trang đã dựng")
    }
    guard !place.isOneLine else {
      return .held(seen: "\((place.box.right - place.box.left).shown) mm, một dòng")
    }
    return .failed([
      Fault(
        component: Component.nation.name, property: "số dòng", seen: "xuống dòng",
        allowed: "một dòng", paragraph: nil, page: 1)
    ])
  }

  @Sendable private static func signature(_ pdf: RenderedDocument, _ check: Check) -> Outcome {
    guard !pdf.hasNoText else { return scanned }
    guard let title = pdf.places(of: "Nơi nhận:").first else {
      return .notChecked("không nhận ra Nơi nhận trên PDF")
    }
    let page = pdf.pages[title.page]
    let right = page.lines.filter { line in
      guard let first = line.first, let last = line.last else { return false }
      return first.box.left > title.box.right
        && (first.box.left + last.box.right) / 2 > page.width / 2
    }
    let post = right.first { line in
      guard let first = line.first else { return false }
      return abs(first.box.top - title.box.top) < 8
        && Wording.isCapitals(line.map(\.text).joined(separator: " "))
    }
    guard let post, let top = post.first?.box.top else {
      return .notChecked("không nhận ra chức vụ bên cạnh Nơi nhận")
    }
    let below = right.filter { ($0.first?.box.top ?? 0) > top + 1 }
    let next = title.page + 1 < pdf.pages.count ? pdf.pages[title.page + 1].lines : []
    let isName: ([RenderedDocument.Word]) -> Bool = { line in
      let text = line.map(\.text).joined(separator: " ")
      return (2...8).contains(line.count) && !Wording.isCapitals(text) && !text.begins(with: "(")
        && line.allSatisfy { $0.text.first?.isUppercase == true }
    }
    guard let name = below.first(where: isName) ?? next.first(where: isName) else {
      return .notChecked("không nhận ra họ tên người ký trên PDF")
    }
    func text(_ line: [RenderedDocument.Word]) -> String {
      line.map(\.text).joined(separator: " ")
    }
    return RenderedChecks.signature(pdf, post: text(post), name: text(name))
  }
}
