internal import Diagnostics

/// The bases of a document and the words that enact it: CC.
enum BasesChecks {
  static let evaluators: [String: Evaluator] = [
    "CC01": { it, check in
      with(it) { pieces in
        pieces.flatMap { it.lookFaults($0, Component.bases.name, check.look) }
      }
    }, "CC02": ends, "CC03": citations, "CC04": repeated,
    "CC05": command,
  ]

  /// Judges the list of bases, where the document has one.
  private static func with(_ it: Examination, _ judge: ([Fragment]) -> [Fault]) -> Outcome {
    it.anatomy.parts[.bases].map { Outcome(judge($0)) }
      ?? .notApplicable("văn bản không có danh sách căn cứ")
  }

  @Sendable private static func ends(_ it: Examination, _ check: Check) -> Outcome {
    with(it) { pieces in
      pieces.enumerated().compactMap { index, piece in
        let isLast = index == pieces.count - 1
        let end = piece.text.last.map(String.init) ?? ""
        // Samples of the decree end the last one by a comma where the sentence goes on.
        guard end != (isLast ? "." : ";") else { return nil }
        return it.fault(
          .bases, "dấu cuối", seen: end.first?.isPunctuation == true ? "“\(end)”" : "không có dấu",
          allowed: isLast ? "dấu chấm" : "dấu chấm phẩy", at: piece)
      }
    }
  }

  @Sendable private static func citations(_ it: Examination, _ check: Check) -> Outcome {
    with(it) { pieces in
      pieces.compactMap { piece in
        let text = piece.text
        func fault(_ seen: String, _ allowed: String) -> Fault {
          it.fault(.bases, "viện dẫn", seen: seen, allowed: allowed, at: piece)
        }
        if numberedLaw.isIn(text) {
          return fault("có số, ký hiệu", "luật, pháp lệnh không ghi số, ký hiệu")
        }
        guard
          numberedType.isIn(text)
        else { return nil }
        if !text.has(" số ") { return fault("không có số, ký hiệu", "số và ký hiệu") }
        if !dated.isIn(text) { return fault("không có ngày", "ngày, tháng, năm") }
        return text.has(" của ")
          ? nil : fault("không có cơ quan ban hành", "cơ quan ban hành")
      }
    }
  }

  private static let numberedLaw = Pattern(/^Căn cứ (Luật|Pháp lệnh|Bộ luật)\s[^;,]*\ssố\s+\d/)
  private static let numberedType = Pattern(
    /^Căn cứ (Nghị định|Quyết định|Thông tư|Nghị quyết|Chỉ thị|Kế hoạch|Quy chế)\s/)
  private static let dated = Pattern(/\sngày\s+\d/)

  /// A document that was cited before is cited by type, number and symbol alone.
  @Sendable private static func repeated(_ it: Examination, _ check: Check) -> Outcome {
    var known: Set<String> = []
    var repeats = 0
    var faults: [Fault] = []
    let opening = it.pieces(.bases).map { ($0.text, it.paragraph($0)) }
    for (text, paragraph) in opening + it.bodyItems.map({ ($0.paragraph.plain, $0.paragraph) }) {
      for cited in NumberedCitation.all(in: text) {
        if known.insert(cited.number).inserted { continue }
        repeats += 1
        guard let day = cited.day else { continue }
        let short = "\(cited.type) số \(cited.number)"
        faults.append(
          Fault(
            component: "viện dẫn", property: "lần viện dẫn sau", seen: "“\(short)\(day)…”",
            allowed: "“\(short)”", paragraph: paragraph))
      }
    }
    guard repeats > 0 else { return .notApplicable("không viện dẫn lại văn bản nào") }
    return Outcome(faults)
  }

  @Sendable private static func command(_ it: Examination, _ check: Check) -> Outcome {
    guard let type = it.anatomy.type, ["NQ", "QĐ"].contains(type.code) else {
      return .notApplicable("chỉ áp dụng cho nghị quyết, quyết định")
    }
    var faults: [Fault] = []
    for (component, allowed) in [
      (Component.authority, "tên chức vụ hoặc tập thể có thẩm quyền"),
      (.command, type.code == "NQ" ? "“QUYẾT NGHỊ:”" : "“QUYẾT ĐỊNH:”"),
    ] {
      guard let pieces = it.anatomy.parts[component] else {
        faults.append(
          it.fault(
            component, "nội dung", seen: "không có", allowed: allowed, at: it.pieces(.title).first))
        continue
      }
      faults += pieces.flatMap { it.lookFaults($0, component.name, check.look) }
      if component == .command, let piece = pieces.first, "“\(piece.text)”" != allowed {
        faults.append(
          it.fault(component, "nội dung", seen: "“\(piece.text)”", allowed: allowed, at: piece))
      }
    }
    return Outcome(faults)
  }
}
