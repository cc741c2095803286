internal import Vocabulary

/// The pages: PG.
enum PageChecks {
  static let evaluators: [String: Evaluator] = [
    "PG01": paper, "PG02": orientation,
    "PG03": { margin($0, $1, "lề trên", \.top) }, "PG04": { margin($0, $1, "lề dưới", \.bottom) },
    "PG05": { margin($0, $1, "lề trái", \.left) }, "PG06": { margin($0, $1, "lề phải", \.right) },
    "PG07": bodyStart, "PG08": hasNumber, "PG09": firstPage, "PG10": numberLook,
    "PG11": numbering, "PG12": annexNumbering,
  ]

  /// The tolerances of office programs, which round to twentieths of a point (`nd30.md` §1).
  private static let paperTolerance = 0.36
  private static let marginTolerance = 0.11

  /// The kinds of pages that differ in their measures, what stands in their margins left out.
  private static func sheets(_ it: Examination) -> [Sheet] {
    var found: [Sheet] = []
    for sheet in it.document.sections.flatMap(\.pages)
    where !found.contains(where: {
      $0.isAsLarge(as: sheet) && $0.countsInArabic == sheet.countsInArabic
    }) {
      found.append(sheet)
    }
    return found
  }

  @Sendable private static func paper(_ it: Examination, _ check: Check) -> Outcome {
    guard let sides = check.range else { return .notChecked("thiếu khổ giấy trong bảng") }
    return Outcome(
      sheets(it).compactMap { page in
        let (short, long) = (min(page.width, page.height), max(page.width, page.height))
        let isRight =
          abs(short.millimetres - sides.lowerBound) <= paperTolerance
          && abs(long.millimetres - sides.upperBound) <= paperTolerance
        return isRight
          ? nil
          : Fault(
            component: "trang giấy", property: "khổ giấy",
            seen: "\(page.width.shown) × \(page.height.shown)",
            allowed: "210 × 297 mm")
      })
  }

  @Sendable private static func orientation(_ it: Examination, _ check: Check) -> Outcome {
    Outcome(
      it.document.sections.filter { $0.first.isLandscape }.compactMap { section in
        let hasTable = section.blocks.contains { block in
          if case .table(let table) = block { table.isBordered } else { false }
        }
        return hasTable
          ? nil
          : Fault(
            component: "trang giấy", property: "chiều giấy", seen: "ngang, không có bảng, biểu",
            allowed: "đứng", paragraph: section.blocks.paragraphs.first { !$0.isBlank })
      })
  }

  private static func margin(
    _ it: Examination, _ check: Check, _ name: String, _ side: KeyPath<Sheet, Length>
  ) -> Outcome {
    guard let range = check.range else { return .notChecked("thiếu khoảng lề trong bảng") }
    let values = sheets(it).map { $0[keyPath: side].shown }
    let faults: [Fault] =
      sheets(it).compactMap { page in
        let length = page[keyPath: side]
        let value = length.millimetres
        // The decree does not say how margins turn with the page.
        let turned = page.isLandscape && (15.0...35).holds(value, within: marginTolerance)
        guard !range.holds(value, within: marginTolerance), !turned else { return nil }
        return Fault(
          component: "trang giấy", property: name, seen: length.shown,
          allowed: "\(range.shown) mm")
      }
    let each = values.enumerated().filter { values.firstIndex(of: $1) == $0 }.map(\.element)
    return Outcome(faults, seen: each.joined(separator: ", "))
  }

  @Sendable private static func bodyStart(_ it: Examination, _ check: Check) -> Outcome {
    guard let range = check.range else { return .notChecked("thiếu khoảng lề trong bảng") }
    return Outcome(
      it.document.sections.flatMap(\.pages).compactMap { page in
        let value = page.body.millimetres
        // A wrong margin is PG03's; here only what the header pushes down.
        let isPushed =
          value > page.top.millimetres + 0.3
          && range.holds(page.top.millimetres, within: marginTolerance)
        guard isPushed, !range.holds(value, within: 0.3), !page.isLandscape else { return nil }
        return Fault(
          component: "phần đầu trang", property: "nội dung bắt đầu cách mép trên",
          seen: page.body.shown, allowed: "\(range.shown) mm",
          paragraph: page.header.first)
      })
  }

  private static func numbers(_ page: Sheet) -> [Paragraph] {
    page.header.filter { $0.runs.contains(where: \.isPageNumber) }
  }

  @Sendable private static func hasNumber(_ it: Examination, _ check: Check) -> Outcome {
    let isOne = it.document.sections.count == 1
    let recorded = isOne ? it.document.recordedPages : nil
    let printed = isOne ? it.rendered?.pages.count : nil
    var isOpen = false
    var faults: [Fault] = []
    for section in it.document.sections {
      let pages = [section.later] + [section.even].compactMap(\.self)
      guard pages.contains(where: { numbers($0).isEmpty }) else { continue }
      // What follows the first run of pages may be one page, of which the decree says nothing.
      switch printed ?? PageEstimate(section, recorded: recorded).pages {
      case 1: continue
      case nil: isOpen = true
      default:
        faults.append(
          Fault(
            component: "số trang", property: "vị trí", seen: "không có ở lề trên",
            allowed: "ở lề trên của các trang sau trang thứ nhất",
            paragraph: section.blocks.paragraphs.first { !$0.isBlank }))
      }
    }
    if !faults.isEmpty { return .failed(faults) }
    return isOpen
      ? .notChecked("chưa dựng trang nên không chắc văn bản có quá một trang") : .passed
  }

  @Sendable private static func firstPage(_ it: Examination, _ check: Check) -> Outcome {
    guard let first = it.document.sections.first?.first else { return .passed }
    let shown = (first.header + first.footer).filter { paragraph in
      paragraph.runs.contains(where: \.isPageNumber) || paragraph.plain == "1"
    }
    return Outcome(
      shown.map {
        Fault(
          component: "số trang", property: "trang thứ nhất", seen: "có số trang",
          allowed: "không hiển thị", paragraph: $0)
      })
  }

  @Sendable private static func numberLook(_ it: Examination, _ check: Check) -> Outcome {
    var faults: [Fault] = []
    var found = false
    for page in it.document.sections.flatMap(\.pages) {
      for paragraph in numbers(page) {
        found = true
        let runs = paragraph.runs.filter(\.isPageNumber)
        let piece = Fragment(
          item: 0, column: 0, runs: runs.map { Run(text: "1", face: $0.face) }, isAligned: true)
        faults += it.lookFaults(piece, "số trang", check.look, in: paragraph)
        if !paragraph.plain.isEmpty {
          faults.append(
            Fault(
              component: "số trang", property: "nội dung", seen: "“\(paragraph.plain)” kèm theo",
              allowed: "chỉ chữ số", paragraph: paragraph))
        }
        if !page.countsInArabic {
          faults.append(
            Fault(
              component: "số trang", property: "kiểu số", seen: "không phải chữ số Ả Rập",
              allowed: "1, 2, 3", paragraph: paragraph))
        }
      }
    }
    return found ? Outcome(faults) : .notApplicable("không có số trang ở lề trên")
  }

  @Sendable private static func numbering(_ it: Examination, _ check: Check) -> Outcome {
    var faults: [Fault] = []
    if let start = it.document.sections.first?.startsAt, start != 1 {
      faults.append(
        Fault(component: "số trang", property: "số đầu", seen: "\(start)", allowed: "1"))
    }
    for page in it.document.sections.flatMap(\.pages) {
      for paragraph in page.footer where paragraph.runs.contains(where: \.isPageNumber) {
        faults.append(
          Fault(
            component: "số trang", property: "vị trí", seen: "ở lề dưới", allowed: "ở lề trên",
            paragraph: paragraph))
      }
    }
    return Outcome(faults)
  }

  @Sendable private static func annexNumbering(_ it: Examination, _ check: Check) -> Outcome {
    guard !it.anatomy.annexes.isEmpty else { return .notApplicable("văn bản không có phụ lục") }
    // PG11 asks a file of its own to begin with 1.
    guard !it.anatomy.isAnnexAlone else { return .notApplicable("tệp chỉ có phụ lục") }
    var sections: Set<Int> = [0]
    return Outcome(
      it.anatomy.annexes.compactMap { annex in
        let isOwn = sections.insert(annex.section).inserted
        let start = it.document.sections[annex.section].startsAt
        guard !isOwn || start != 1 else { return nil }
        return it.fault(
          .annex, "số trang", seen: isOwn ? "đánh tiếp" : "chung phần với nội dung trước",
          allowed: "đánh riêng từ 1", at: annex.heading)
      })
  }
}
