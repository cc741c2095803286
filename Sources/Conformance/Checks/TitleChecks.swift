internal import Vocabulary

/// Type and subject: TT.
enum TitleChecks {
  static let evaluators: [String: Evaluator] = [
    "TT01": title, "TT02": subject, "TT03": rule, "TT04": sentence, "TT05": letterSubject,
  ]

  @Sendable private static func title(_ it: Examination, _ check: Check) -> Outcome {
    guard !it.anatomy.isLetter else { return .notApplicable("công văn không có tên loại") }
    return it.with(.title) { pieces in
      var faults = pieces.flatMap { it.lookFaults($0, Component.title.name, check.look) }
      if it.anatomy.type == nil, let piece = pieces.first {
        faults.append(
          it.fault(
            .title, "tên loại", seen: "“\(Wording.excerpt(piece.text))”",
            allowed: "một loại văn bản hành chính", at: piece))
      }
      return faults
    }
  }

  @Sendable private static func subject(_ it: Examination, _ check: Check) -> Outcome {
    guard it.anatomy.parts[.title] != nil else { return .notChecked("không nhận ra tên loại") }
    return it.look(.subject, check)
  }

  @Sendable private static func rule(_ it: Examination, _ check: Check) -> Outcome {
    HeadChecks.ratio(it, check, .subject)
  }

  @Sendable private static func sentence(_ it: Examination, _ check: Check) -> Outcome {
    let component = it.anatomy.isLetter ? Component.letterSubject : .subject
    return it.with(component) { pieces in
      guard let last = pieces.last, last.text.ends(with: ".") else { return [] }
      return [
        it.fault(component, "dấu cuối", seen: "dấu chấm", allowed: "không có dấu chấm", at: last)
      ]
    }
  }

  @Sendable private static func letterSubject(_ it: Examination, _ check: Check) -> Outcome {
    guard it.anatomy.isLetter else { return .notApplicable("không phải công văn") }
    guard let first = it.pieces(.letterSubject).first else {
      return .failed([
        it.fault(
          .letterSubject, "nội dung", seen: "không có", allowed: "“V/v …” dưới số, ký hiệu",
          at: it.pieces(.number).first)
      ])
    }
    var faults = it.pieces(.letterSubject).flatMap {
      it.lookFaults($0, Component.letterSubject.name, check.look)
    }
    if !first.text.begins(with: "V/v ") {
      faults.append(
        it.fault(
          .letterSubject, "mở đầu", seen: "“\(first.text.prefix(4))”", allowed: "“V/v ”", at: first)
      )
    }
    if let number = it.pieces(.number).first, let range = check.range,
      number.item + 1 == first.item, it.anatomy.areTogether(number.item, first.item)
    {
      let gap = max(it.paragraph(number).setting.after, it.paragraph(first).setting.before)
      if gap < range.lowerBound - 0.05 {
        faults.append(
          it.fault(
            .letterSubject, "cách dòng số, ký hiệu", seen: "\(gap.shown) pt",
            allowed: "\(range.shown) pt", at: first))
      }
    }
    return Outcome(faults)
  }
}
