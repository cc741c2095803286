internal import Diagnostics
internal import Vocabulary

/// Annexes and stamps: PL, MK.
enum AnnexChecks {
  static let evaluators: [String: Evaluator] = [
    "PL01": mentioned, "PL02": heading, "PL03": { annexLook($0, $1, .annexTitle) },
    "PL04": reference, "PL05": filled, "MK01": urgency, "MK02": circulation, "MK03": secrecy,
  ]

  private static let headingNumber = Pattern(/\s([IVXLC\d]+)\s*[:.]?$/)
  private static let none = Outcome.notApplicable("văn bản không có phụ lục")

  private static func annexLook(
    _ it: Examination, _ check: Check, _ component: Component
  ) -> Outcome {
    it.anatomy.annexes.isEmpty ? none : it.look(component, check)
  }

  @Sendable private static func mentioned(_ it: Examination, _ check: Check) -> Outcome {
    guard !it.anatomy.annexes.isEmpty else { return none }
    guard !it.anatomy.isAnnexAlone else { return .notApplicable("tệp chỉ có phụ lục") }
    let text = it.anatomy.bodyRange.map { it.anatomy.items[$0].paragraph.plain }
      .joined(separator: " ")
    return Outcome(
      it.anatomy.annexes.compactMap { annex in
        let number = headingNumber.first(in: annex.heading.text).map {
          String($0.1)
        }
        let isMentioned =
          number.map { text.contains("Phụ lục \($0)") || text.contains("phụ lục \($0)") }
          ?? Wording.bare(text).has(Anatomy.annexed)
        // One mention may stand for all: `các phụ lục kèm theo`.
        let isCovered = text.lowercased().contains("các phụ lục")
        guard !isMentioned, !isCovered else { return nil }
        return it.fault(
          .annex, "chỉ dẫn trong nội dung", seen: "không có", allowed: "có nhắc tới phụ lục",
          at: annex.heading)
      })
  }

  @Sendable private static func heading(_ it: Examination, _ check: Check) -> Outcome {
    guard !it.anatomy.annexes.isEmpty else { return none }
    var faults = it.pieces(.annex).flatMap {
      it.lookFaults($0, Component.annex.name, check.look)
    }
    for (index, annex) in it.anatomy.annexes.enumerated() {
      if annex.heading.text == "PHỤ LỤC" {
        faults.append(
          it.fault(
            .annex, "chữ hoa, chữ thường", seen: "“PHỤ LỤC”", allowed: "chữ thường",
            at: annex.heading))
      }
      guard it.anatomy.annexes.count > 1 else { continue }
      let wanted = ListNumber.roman(index + 1)
      let seen = annex.heading.text.split(separator: " ").last.map(String.init) ?? ""
      if seen != wanted {
        faults.append(
          it.fault(
            .annex, "số thứ tự", seen: "“\(annex.heading.text)”", allowed: "Phụ lục \(wanted)",
            at: annex.heading))
      }
    }
    return Outcome(faults)
  }

  @Sendable private static func reference(_ it: Examination, _ check: Check) -> Outcome {
    guard !it.anatomy.annexes.isEmpty else { return none }
    return Outcome(
      it.anatomy.annexes.flatMap { annex -> [Fault] in
        guard let line = annex.reference else {
          return [
            it.fault(
              .annexReference, "nội dung", seen: "không có", allowed: "“(Kèm theo … số … ngày …)”",
              at: annex.title.last ?? annex.heading)
          ]
        }
        return it.lookFaults(line, Component.annexReference.name, check.look)
      })
  }

  @Sendable private static func filled(_ it: Examination, _ check: Check) -> Outcome {
    guard !it.anatomy.annexes.isEmpty else { return none }
    guard let medium = it.medium else { return .notChecked("không rõ bản giấy hay bản điện tử") }
    guard medium == .electronic || it.state == .issued else {
      return .notApplicable("văn bản là dự thảo")
    }
    let number = it.anatomy.text(.number)?.replacing(/^Số:\s*/, with: "")
    return it.with(.annexReference) { lines in
      lines.compactMap { line in
        let isFilled = line.text.contains(/số\s*:?\s*\d+\//)
        switch medium {
        case .electronic:
          guard isFilled else { return nil }
          return it.fault(
            .annexReference, "số, ngày", seen: "đã điền", allowed: "để trống trên bản điện tử",
            at: line)
        case .paper:
          if let number, line.text.contains(number) { return nil }
          return it.fault(
            .annexReference, "số, ngày", seen: "“\(Wording.excerpt(line.text))”",
            allowed: "đúng số \(number ?? "của văn bản")", at: line)
        }
      }
    }
  }

  // MARK: Stamps

  @Sendable private static func urgency(_ it: Examination, _ check: Check) -> Outcome {
    guard let pieces = it.anatomy.parts[.urgency] else {
      return .notApplicable("văn bản không có dấu chỉ độ khẩn")
    }
    return Outcome(
      pieces.flatMap { piece -> [Fault] in
        var faults = it.lookFaults(piece, Component.urgency.name, check.look)
        func add(_ property: String, _ seen: String, _ allowed: String) {
          faults.append(it.fault(.urgency, property, seen: seen, allowed: allowed, at: piece))
        }
        if let colour = piece.lettered.first?.face.colour, !Face.isRed(colour) {
          add("màu", "#\(colour)", "đỏ tươi")
        }
        let word = Wording.bare(piece.text)
        guard let frame = check.frames.first(where: { Wording.bare($0.word) == word }) else {
          return faults
        }
        let asked = "\(frame.width.shown) × \(frame.height.shown) mm"
        if let box = it.anatomy.items[piece.item].box, box.isFramed {
          let isRight =
            abs(box.width.millimetres - frame.width) <= 1
            && abs(box.height.millimetres - frame.height) <= 1
          if !isRight { add("khung", "\(box.width.shown) × \(box.height.shown)", asked) }
        } else if it.anatomy.items[piece.item].cell?.isData != true {
          add("khung", "không có", "khung chữ nhật \(asked)")
        }
        return faults
      })
  }

  @Sendable private static func circulation(_ it: Examination, _ check: Check) -> Outcome {
    guard let pieces = it.anatomy.parts[.circulation] else {
      return .notApplicable("văn bản không có chỉ dẫn phạm vi lưu hành")
    }
    return Outcome(
      pieces.flatMap { piece -> [Fault] in
        var faults = it.lookFaults(piece, Component.circulation.name, check.look)
        let item = it.anatomy.items[piece.item]
        if item.box?.isFramed != true, item.cell?.isData != true {
          faults.append(
            it.fault(.circulation, "khung", seen: "không có", allowed: "khung nét đơn", at: piece))
        }
        return faults
      })
  }

  @Sendable private static func secrecy(_ it: Examination, _ check: Check) -> Outcome {
    let words = ["MẬT", "TỐI MẬT", "TUYỆT MẬT"]
    let end = max(it.anatomy.headEnd, min(6, it.anatomy.items.count))
    return Outcome(
      it.anatomy.fragments(0..<end).filter { words.contains($0.text) }.map { piece in
        Fault(
          component: "độ mật", property: "cách ghi", seen: "“\(piece.text)” đánh máy",
          allowed: "đóng dấu", paragraph: it.paragraph(piece))
      })
  }
}
