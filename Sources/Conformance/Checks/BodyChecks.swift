internal import Diagnostics
internal import Vocabulary

/// The text of the body: ND.
enum BodyChecks {
  static let evaluators: [String: Evaluator] = [
    "ND01": sizes, "ND02": justified, "ND03": indents, "ND04": gaps, "ND05": lines, "ND06": plain,
    "ND07": clean, "ND08": ending, "ND09": blanks,
  ]

  /// What is asked of a paragraph by itself, of a paper that is issued; a draft may have blanks.
  static let ofParagraph: [ParagraphCheck] = [
    { unfilled($0, isIssued: true) }, { slipFault($0, isDraft: false) },
  ]

  private static let name = "nội dung"
  private static let openPlace = Pattern(/(số|ngày|tháng)\s{2,}/)
  private static let twoSpaces = Pattern(/\S  +\S/)
  private static let twoStops = Pattern(/[^.]\.\.([^.]|$)/)
  private static let straySpace = Pattern(/\p{L} ([,;.:!?])(\s|$)/)
  private static let tag = Pattern(/<<[^<>]+>>|«[^«»]+»|\{\{[^{}]+\}\}/)
  private static let blank = Pattern(
    /\?{3}|_{4,}|\.{5,}|…{2,}|(^|\s)…(\s|[,;.\/)]|$)|\/…/)
  private static let unknown = Outcome.notChecked("không nhận ra nội dung")

  private static func fault(
    _ paragraph: Paragraph, _ property: String, _ seen: String, _ allowed: String,
    severity: Severity? = nil
  ) -> Fault {
    Fault(
      component: name, property: property, seen: seen, allowed: allowed, paragraph: paragraph,
      severity: severity)
  }

  /// The paragraphs that are set as running text: no headings of their own line, nothing centred.
  private static func running(_ it: Examination) -> [Paragraph] {
    var isAfterHeading = false
    return it.bodyItems.compactMap { _, paragraph, role in
      defer {
        switch role {
        case .chapter, .section: isAfterHeading = true
        default: isAfterHeading = false
        }
      }
      let isTitle = isAfterHeading && paragraph.setting.alignment == .center
      return role.isHeading || isTitle ? nil : paragraph
    }
  }

  @Sendable private static func sizes(_ it: Examination, _ check: Check) -> Outcome {
    guard let range = check.range, !it.anatomy.body.isEmpty else { return unknown }
    let paragraphs = it.bodyItems.map(\.paragraph)
    // The size of most letters is the size of the body.
    var letters: [Double: Int] = [:]
    for run in paragraphs.flatMap(\.printedRuns) {
      letters[run.face.size, default: 0] += run.text.count
    }
    let common = letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    return Outcome(
      paragraphs.compactMap { paragraph in
        let sizes = paragraph.printedRuns.filter { !$0.face.isRaised }.map(\.face.size)
        if let wrong = sizes.first(where: { !range.holds($0, within: 0.01) }) {
          return fault(paragraph, "cỡ chữ", wrong.shown, range.shown)
        }
        guard let other = sizes.first(where: { abs($0 - common) > 0.01 }) else { return nil }
        return fault(paragraph, "cỡ chữ", other.shown, "\(common.shown) như các đoạn khác")
      }, seen: common.shown)
  }

  @Sendable private static func justified(_ it: Examination, _ check: Check) -> Outcome {
    guard !it.anatomy.body.isEmpty else { return unknown }
    return Outcome(
      running(it).compactMap { paragraph in
        let alignment = paragraph.setting.alignment
        // One line looks the same either way.
        guard alignment != .justified, alignment != .left || paragraph.estimatedLines > 1,
          alignment != .center || paragraph.estimatedLines > 1
        else { return nil }
        return fault(paragraph, "canh lề", alignment.shown, "đều hai lề")
      })
  }

  @Sendable private static func indents(_ it: Examination, _ check: Check) -> Outcome {
    guard let range = check.range, !it.anatomy.body.isEmpty else { return unknown }
    let allowed = [range.lowerBound, range.upperBound]
    let text = "\(range.lowerBound.shown) hoặc \(range.upperBound.shown) mm"
    var used: [Double: Int] = [:]
    var faults: [Fault] = []
    var regular: [(Paragraph, Double)] = []
    for paragraph in running(it) where paragraph.setting.alignment != .center {
      if let first = paragraph.text.first, first.isWhitespace {
        faults.append(
          fault(paragraph, "lùi dòng đầu", "bằng dấu cách hoặc tab", "bằng định dạng đoạn"))
        continue
      }
      let start = (paragraph.setting.left + paragraph.setting.firstLine).millimetres
      guard let value = allowed.first(where: { abs($0 - start) <= 0.16 }) else {
        faults.append(fault(paragraph, "lùi dòng đầu", "\(start.shown) mm", text))
        continue
      }
      used[value, default: 0] += 1
      regular.append((paragraph, value))
      if paragraph.setting.left.millimetres > 0.2 {
        faults.append(
          fault(
            paragraph, "lề của đoạn", "\(paragraph.setting.left.millimetres.shown) mm",
            "0 mm, chỉ lùi dòng đầu", severity: .warning))
      }
    }
    if used.count > 1, let common = used.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key {
      faults += regular.filter { $0.1 != common }.map {
        fault($0.0, "lùi dòng đầu", "\($0.1.shown) mm", "\(common.shown) mm như các đoạn khác")
      }
    }
    return Outcome(faults)
  }

  @Sendable private static func gaps(_ it: Examination, _ check: Check) -> Outcome {
    guard let range = check.range, !it.anatomy.body.isEmpty else { return unknown }
    let items = it.bodyItems
    return Outcome(
      zip(items, items.dropFirst()).compactMap { above, below in
        guard below.index == above.index + 1 else { return nil }
        // Heading and title of a chapter belong together.
        switch above.role {
        case .chapter, .section: return nil
        default: break
        }
        // A safe lower bound, whether a program sums the two or takes the larger.
        let gap = max(above.paragraph.setting.after, below.paragraph.setting.before)
        guard gap < range.lowerBound - 0.05 else { return nil }
        return fault(
          below.paragraph, "khoảng cách với đoạn trên", "\(gap.shown) pt",
          "từ \(range.lowerBound.shown) pt")
      })
  }

  @Sendable private static func lines(_ it: Examination, _ check: Check) -> Outcome {
    guard let range = check.range, !it.anatomy.body.isEmpty else { return unknown }
    return Outcome(
      it.bodyItems.map(\.paragraph).compactMap { paragraph in
        let times = paragraph.spacingTimes
        guard !range.holds(times, within: 0.02) else { return nil }
        return fault(paragraph, "giãn dòng", times.shown, range.shown)
      })
  }

  @Sendable private static func plain(_ it: Examination, _ check: Check) -> Outcome {
    guard !it.anatomy.body.isEmpty else { return unknown }
    return Outcome(
      it.bodyItems.compactMap { _, paragraph, role in
        guard case .plain = role, paragraph.setting.alignment != .center else { return nil }
        let letters = paragraph.printedRuns.filter { $0.text.contains(where: \.isLetter) }
        guard !letters.isEmpty else { return nil }
        if letters.allSatisfy(\.face.isItalic) {
          return fault(paragraph, "kiểu chữ", "nghiêng", "đứng")
        }
        // A short line in bold may be a heading without a number.
        let isSentence =
          Wording.words(paragraph.plain).count > 12 || paragraph.plain.ends(with: ".")
        guard isSentence, letters.allSatisfy(\.face.isBold) else { return nil }
        return fault(paragraph, "kiểu chữ", "đậm", "không đậm")
      })
  }

  @Sendable private static func clean(_ it: Examination, _ check: Check) -> Outcome {
    guard !it.anatomy.body.isEmpty else { return unknown }
    var faults: [Fault] = []
    // What stands between the last paragraph and the foot is no gap between paragraphs.
    let last = it.anatomy.body.last ?? 0
    for index in it.anatomy.bodyRange where index < last {
      let item = it.anatomy.items[index]
      if item.isSpacer, index > (it.anatomy.body.first ?? 0), !it.anatomy.partsTables(index) {
        faults.append(fault(item.paragraph, "đoạn", "đoạn trống", "khoảng cách bằng định dạng"))
      }
      if let slip = slipFault(item.paragraph, isDraft: it.state == .draft) { faults.append(slip) }
    }
    if let paragraph = it.anatomy.body.last.map({ it.anatomy.items[$0].paragraph }),
      let slip = slipFault(paragraph, isDraft: it.state == .draft)
    {
      faults.append(slip)
    }
    return Outcome(faults)
  }

  private static func slipFault(_ paragraph: Paragraph, isDraft: Bool) -> Fault? {
    slip(in: paragraph.text.withoutHardSpaces, isDraft: isDraft).map {
      fault(paragraph, "dấu câu, dấu cách", $0, "không có chỗ thừa")
    }
  }

  /// The first slip of the keyboard in a text.
  private static func slip(in text: String, isDraft: Bool) -> String? {
    // Blanks are left for the number and the day of a draft.
    // Regular expressions are slow: the plain question first.
    let hasTwoSpaces = text.has("  ")
    let isOpen = isDraft && hasTwoSpaces && openPlace.isIn(text)
    if hasTwoSpaces, !isOpen, twoSpaces.isIn(text) { return "hai dấu cách liền nhau" }
    if text.has(".."), twoStops.isIn(text) { return "hai dấu chấm liền nhau" }
    let hasStray =
      text.has(" ,") || text.has(" ;") || text.has(" .") || text.has(" :") || text.has(" !")
      || text.has(" ?")
    if hasStray, let match = straySpace.first(in: text) {
      return "dấu cách trước dấu “\(match.1)”"
    }
    return nil
  }

  @Sendable private static func ending(_ it: Examination, _ check: Check) -> Outcome {
    guard let last = it.anatomy.body.last else { return unknown }
    let behind = (last + 1)..<max(last + 1, it.anatomy.bodyRange.upperBound)
    guard !behind.contains(where: { it.anatomy.items[$0].cell?.isData == true }) else {
      return .notChecked("nội dung kết thúc bằng bảng")
    }
    guard it.anatomy.parts[.signature] != nil || it.anatomy.parts[.recipientsTitle] != nil else {
      return .notChecked("không nhận ra phần ký")
    }
    let marked = it.anatomy.body.filter { it.anatomy.items[$0].paragraph.plain.ends(with: "./.") }
    if marked == [last] { return .passed }
    let paragraph = it.anatomy.items[marked.first ?? last].paragraph
    return .failed([
      fault(
        paragraph, "dấu kết thúc",
        marked.isEmpty ? "không có ./." : (marked.count > 1 ? "nhiều lần" : "không ở đoạn cuối"),
        "./. một lần ở đoạn cuối")
    ])
  }

  @Sendable private static func blanks(_ it: Examination, _ check: Check) -> Outcome {
    Outcome(
      it.anatomy.items.compactMap { unfilled($0.paragraph, isIssued: it.state == .issued) })
  }

  /// A tag that was left in a paragraph or, in a paper that is issued, a blank.
  private static func unfilled(_ paragraph: Paragraph, isIssued: Bool) -> Fault? {
    let text = paragraph.plain
    let mayHoldTag = text.has("<<") || text.has("«") || text.has("{{")
    if mayHoldTag, let tag = Self.tag.first(in: text) {
      return fault(paragraph, "chỗ trống", "thẻ “\(tag)”", "đã điền")
    }
    let mayHoldBlank = text.has("???") || text.has("____") || text.has(".....") || text.has("…")
    guard isIssued, mayHoldBlank,
      !Wording.words(text).allSatisfy({ Wording.isStroke(String($0)) }),
      let blank = Self.blank.first(in: text)
    else { return nil }
    return fault(paragraph, "chỗ trống", "“\(String(blank.0).trimmed)”", "đã điền")
  }
}
