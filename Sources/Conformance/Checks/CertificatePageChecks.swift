internal import Vocabulary

/// The page of a certificate, and where its foot stands on it: GK01 to GK03, GK17.
enum CertificatePageChecks {
  static let evaluators: [String: Evaluator] = [
    "GK01": paper, "GK02": lying, "GK03": onePage, "GK17": sides,
  ]

  static func otherAward(_ award: String) -> Outcome {
    .notApplicable("khổ của “\(award)” chưa có nguồn để đối chiếu")
  }

  @Sendable private static func paper(_ it: Examination, _ check: Check) -> Outcome {
    guard let award = it.certificate?[.award].first?.text else {
      return .notChecked("không nhận ra tên hình thức khen")
    }
    guard check.names(award) else { return otherAward(award) }
    return paper(it.document.sections.flatMap(\.pages).map(PaperSize.init), check)
  }

  /// The sides of a page, in millimetres, and its number where pages were printed.
  struct PaperSize: Hashable {
    var width: Double
    var height: Double
    var page: Int?

    init(_ sheet: Sheet) {
      (width, height) = (sheet.width.millimetres, sheet.height.millimetres)
    }

    init(_ page: RenderedDocument.Page, number: Int) {
      (width, height, self.page) = (page.width, page.height, number)
    }

    /// What a ruler shows.
    var shown: String {
      let sides = [width, height].map { (($0 * 10).rounded() / 10).shown }
      return "\(sides.joined(separator: " × ")) mm"
    }
  }

  static func paper(_ pages: [PaperSize], _ check: Check) -> Outcome {
    guard let sides = check.range else { return .notChecked("thiếu khổ giấy trong bảng") }
    var seen: Set<PaperSize> = []
    let faults: [Fault] = pages.compactMap { page in
      let (short, long) = (min(page.width, page.height), max(page.width, page.height))
      guard abs(short - sides.lowerBound) > 1 || abs(long - sides.upperBound) > 1,
        seen.insert(page).inserted
      else { return nil }
      return Fault(
        component: "trang giấy", property: "khổ giấy", seen: page.shown,
        allowed: "\(sides.upperBound.shown) × \(sides.lowerBound.shown) mm", paragraph: nil,
        page: page.page)
    }
    return Outcome(faults, seen: pages.first?.shown ?? "")
  }

  @Sendable private static func lying(_ it: Examination, _ check: Check) -> Outcome {
    lying(it.document.sections.map { PaperSize($0.first) })
  }

  static func lying(_ pages: [PaperSize]) -> Outcome {
    let upright = pages.first { $0.width < $0.height }
    return Outcome(
      [upright].compactMap(\.self).map {
        Fault(
          component: "trang giấy", property: "chiều giấy", seen: "đứng", allowed: "nằm ngang",
          paragraph: nil, page: $0.page)
      })
  }

  @Sendable private static func onePage(_ it: Examination, _ check: Check) -> Outcome {
    let every = it.anatomy.fragments(0..<it.anatomy.items.count)
    guard every.count(where: { Wording.isNation($0.text) }) < 2 else { return several }
    if let rendered = it.rendered { return onePage(rendered.pages.count) }
    let filled = it.document.sections.filter { section in
      section.blocks.paragraphs.contains { !$0.isBlank }
    }
    guard filled.count == 1, let section = filled.first else {
      return filled.isEmpty ? .notChecked("không có chữ nào") : onePage(filled.count)
    }
    let recorded = it.document.sections.count == 1 ? it.document.recordedPages : nil
    switch PageEstimate(section, recorded: recorded).pages {
    case 1: return .passed
    case nil: return .notChecked("chưa dựng trang nên không chắc giấy khen vừa một trang")
    default: return onePage(max(2, recorded ?? 2))
    }
  }

  /// A file for the printer.
  private static let several = Outcome.notChecked("tệp gồm nhiều giấy khen")

  /// The same of a PDF alone.
  static func onePage(_ pdf: RenderedDocument) -> Outcome {
    pdf.places(of: Wording.nation).count < 2 ? onePage(pdf.pages.count) : several
  }

  private static func onePage(_ count: Int) -> Outcome {
    guard count != 1 else { return .held(seen: "1 trang") }
    return .failed([
      Fault(
        component: "trang giấy", property: "số trang", seen: "\(count)", allowed: "1",
        paragraph: nil, page: nil)
    ])
  }

  @Sendable private static func sides(_ it: Examination, _ check: Check) -> Outcome {
    guard let certificate = it.certificate else { return CertificateChecks.foreign }
    var faults: [Fault] = []
    var measured = 0
    let lines: [(line: Certificate.Line, isRight: Bool)] = [
      (.decision, false), (.goldenBook, false), (.date, true), (.post, true), (.signer, true),
    ]
    for (line, isRight) in lines {
      guard let piece = certificate[line].first, let side = isAtRight(piece, it) else { continue }
      measured += 1
      guard side != isRight else { continue }
      faults.append(
        CertificateChecks.fault(
          it, line, "vị trí", seen: side ? "nửa phải trang" : "nửa trái trang",
          allowed: isRight ? "nửa phải trang" : "nửa trái trang", at: piece))
    }
    guard measured > 0 else {
      return .notChecked("không đo được chỗ đứng của phần cuối đặt bằng khung hoặc tab")
    }
    return Outcome(faults, seen: "\(measured) dòng")
  }

  /// Whether the middle of a line lies in the right half of the page; nil when it is not known.
  private static func isAtRight(_ piece: Fragment, _ it: Examination) -> Bool? {
    // The post may begin the granter's line too: the foot's is the last.
    if let rendered = it.rendered, let place = rendered.places(of: piece.text).last {
      return place.box.middle > rendered.pages[place.page].width / 2
    }
    let item = it.anatomy.items[piece.item]
    let setting = item.paragraph.setting
    let room = item.paragraph.room.millimetres
    guard let left = item.left?.millimetres, piece.isAligned, room > 0 else { return nil }
    let start = left + setting.left.millimetres
    let end = left + room - setting.right.millimetres
    let width = min(
      end - start,
      TextWidth.width(piece.text, bold: piece.isBold, points: piece.size).millimetres)
    let middle =
      switch setting.alignment {
      case .center: (start + end + setting.firstLine.millimetres) / 2
      case .right: end - width / 2
      case .left, .justified: start + setting.firstLine.millimetres + width / 2
      }
    return middle > it.document.sections[item.section].first.textWidth.millimetres / 2
  }
}
