internal import Vocabulary

/// The letters: FN.
enum FontChecks {
  static let evaluators: [String: Evaluator] = [
    "FN01": typeface, "FN02": colour, "FN03": unicode, "FN04": sizes,
  ]

  /// What is asked of a paragraph by itself.
  static let ofParagraph: [ParagraphCheck] = [otherTypeface, otherColour, notUnicode]

  /// The typeface that the decree names.
  private static let times = "Times New Roman"

  @Sendable private static func typeface(_ it: Examination, _ check: Check) -> Outcome {
    Outcome(it.everyParagraph.compactMap(otherTypeface))
  }

  @Sendable private static func otherTypeface(_ paragraph: Paragraph) -> Fault? {
    guard let run = paragraph.printedRuns.first(where: { $0.face.font != times }) else {
      return nil
    }
    return Fault(
      component: "chữ", property: "phông chữ", seen: run.face.font, allowed: times,
      paragraph: paragraph)
  }

  @Sendable private static func colour(_ it: Examination, _ check: Check) -> Outcome {
    let stamps = Set(it.pieces(.urgency).map(\.item))
    let exempt = stamps.map { it.anatomy.items[$0].paragraph }
    return Outcome(
      it.everyParagraph.compactMap { paragraph in
        exempt.contains { $0 === paragraph } ? nil : otherColour(paragraph)
      })
  }

  @Sendable private static func otherColour(_ paragraph: Paragraph) -> Fault? {
    guard let run = paragraph.printedRuns.first(where: { $0.face.colour != Face.black }) else {
      return nil
    }
    return Fault(
      component: "chữ", property: "màu chữ", seen: "#\(run.face.colour)", allowed: "đen",
      paragraph: paragraph)
  }

  @Sendable private static func unicode(_ it: Examination, _ check: Check) -> Outcome {
    Outcome(it.everyParagraph.compactMap(notUnicode))
  }

  @Sendable private static func notUnicode(_ paragraph: Paragraph) -> Fault? {
    let text = paragraph.text
    var seen: String?
    if let run = paragraph.printedRuns.first(where: { isLegacy($0.face.font) }) {
      seen = "phông mã cũ \(run.face.font)"
    } else if let found = LegacyEncoding.suspect(text) {
      seen = "mã \(found.encoding.rawValue)"
    } else if !VietnameseText.isNFC(text) {
      seen = "dấu tổ hợp rời"
    }
    return seen.map {
      Fault(
        component: "chữ", property: "mã chữ", seen: $0, allowed: "Unicode dựng sẵn",
        paragraph: paragraph)
    }
  }

  /// True for the typefaces of the encodings before Unicode.
  private static func isLegacy(_ font: String) -> Bool {
    font.begins(with: ".Vn") || font.begins(with: "VNI-")
  }

  @Sendable private static func sizes(_ it: Examination, _ check: Check) -> Outcome {
    guard let nation = it.pieces(.nation).first, let motto = it.pieces(.motto).first else {
      return .notChecked("không nhận ra Quốc hiệu hoặc Tiêu ngữ")
    }
    var faults: [Fault] = []
    if abs(motto.size - nation.size - 1) > 0.01 {
      faults.append(
        it.fault(
          .motto, "cỡ chữ so với Quốc hiệu", seen: "\(nation.size.shown) và \(motto.size.shown)",
          allowed: "12 và 13, hoặc 13 và 14", at: motto))
    }
    if let date = it.pieces(.date).first, abs(date.size - motto.size) > 0.01 {
      faults.append(
        it.fault(
          .date, "cỡ chữ so với Tiêu ngữ", seen: "\(date.size.shown) và \(motto.size.shown)",
          allowed: "bằng nhau", at: date))
    }
    return Outcome(faults)
  }
}
