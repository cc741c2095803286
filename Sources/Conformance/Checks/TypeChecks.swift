internal import Vocabulary

/// What single types of documents ask for: TY.
enum TypeChecks {
  static let evaluators: [String: Evaluator] = [
    "TY01": minutes, "TY02": invitation, "TY03": attached, "TY04": regime,
  ]

  @Sendable private static func minutes(_ it: Examination, _ check: Check) -> Outcome {
    guard it.anatomy.type?.code == "BB" else { return .notApplicable("không phải biên bản") }
    var faults: [Fault] = []
    if let date = it.pieces(.date).first {
      faults.append(
        it.fault(
          .date, "dòng địa danh, thời gian", seen: "“\(Wording.excerpt(date.text))”",
          allowed: "biên bản không có dòng này", at: date))
    }
    let left = it.anatomy.otherSignature.first { Wording.isCapitals($0.text) }
    let right = it.pieces(.signature).first
    if let left, let right, right.text.begins(with: "THƯ KÝ"),
      left.text.begins(with: "CHỦ TỌA") || left.text.begins(with: "CHỦ TRÌ")
    {
      faults.append(
        it.fault(
          .signature, "vị trí", seen: "thư ký bên phải",
          allowed: "thư ký bên trái, chủ tọa bên phải",
          at: right))
    }
    return Outcome(faults)
  }

  /// What an invitation says, in bare letters and in a clerk's words.
  static let invited: [(words: String, name: String)] = [
    ("kinh moi", "lời kính mời"), ("thoi gian", "thời gian"), ("dia diem", "địa điểm"),
  ]

  @Sendable private static func invitation(_ it: Examination, _ check: Check) -> Outcome {
    guard it.anatomy.type?.code == "GM" else { return .notApplicable("không phải giấy mời") }
    let text = Wording.bare(
      it.anatomy.bodyRange.map { it.anatomy.items[$0].paragraph.plain }.joined(separator: " "))
    return Outcome(
      invited.filter { !text.contains($0.words) }.map { _, name in
        it.fault(
          .title, "nội dung giấy mời", seen: "không có \(name)", allowed: "có \(name)",
          at: it.pieces(.title).first)
      })
  }

  @Sendable private static func attached(_ it: Examination, _ check: Check) -> Outcome {
    guard let title = it.pieces(.attached).first else {
      return .notApplicable("không có văn bản ban hành kèm theo trong cùng tệp")
    }
    var faults: [Fault] = []
    for piece in it.anatomy.fragments(it.anatomy.footEnd..<title.item) {
      let isNumber = Anatomy.isNumber(piece.text)
      guard isNumber || piece.text.contains(/ngày.{0,16}tháng.{0,16}năm/) else { continue }
      faults.append(
        it.fault(
          .attached, isNumber ? "số, ký hiệu" : "địa danh, thời gian",
          seen: "“\(Wording.excerpt(piece.text))”", allowed: "không ghi", at: piece))
    }
    let below = it.anatomy.fragments(
      title.item..<min(title.item + 10, it.anatomy.items.count))
    if !below.contains(where: {
      $0.text.begins(with: "(") && Wording.bare($0.text).has(Anatomy.enclosed)
    }) {
      faults.append(
        it.fault(
          .attached, "dòng dẫn chiếu", seen: "không có",
          allowed: "“(Kèm theo Quyết định số … ngày …)”", at: title))
    }
    return Outcome(faults)
  }

  private static let lawNumber = Pattern(
    /\/\d{4}\/(QH|NĐ|NQ|QĐ|TT|TTLT|PL|UBTVQH|L)/)

  /// Why the decree does not reach a document; nil for one that it does.
  static func otherRegime(_ anatomy: Anatomy) -> String? {
    let head = anatomy.fragments(0..<max(anatomy.headEnd, min(12, anatomy.items.count)))
    if head.contains(where: { Wording.bare($0.text) == "dang cong san viet nam" }) {
      return "văn bản của Đảng"
    }
    let number = anatomy.text(.number) ?? ""
    if (number.utf8.count { $0 == UInt8(ascii: "/") } >= 2 && lawNumber.isIn(number))
      || head.contains(where: { $0.text.begins(with: "Luật số:") })
    {
      return "văn bản quy phạm pháp luật"
    }
    return nil
  }

  @Sendable private static func regime(_ it: Examination, _ check: Check) -> Outcome {
    guard let found = it.otherRegime else { return .passed }
    let piece = it.pieces(.number).first
    return .failed([
      it.fault(.title, "loại văn bản", seen: found, allowed: "văn bản hành chính", at: piece)
    ])
  }
}
