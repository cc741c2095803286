internal import Diagnostics
internal import Vocabulary

/// What may stand at the foot of a page besides signature and recipients: MK04, SC02.
enum FootMarkChecks {
  static let evaluators: [String: Evaluator] = ["MK04": marks, "SC02": copy]

  // MARK: Who drafted it, and the address

  @Sendable private static func marks(_ it: Examination, _ check: Check) -> Outcome {
    let drafter = it.pieces(.drafter)
    let address = it.document.sections.first?.first.footer.filter(isAddress) ?? []
    guard !drafter.isEmpty || !address.isEmpty else {
      return .notApplicable("văn bản không có ký hiệu người soạn thảo, địa chỉ ở chân trang")
    }
    var faults = drafter.flatMap { piece in
      it.lookFaults(
        piece, Component.drafter.name, LookRule(sizes: 11...11, isBold: false, isItalic: false))
    }
    for paragraph in address {
      let piece = Fragment(item: 0, column: 0, runs: paragraph.runs, isAligned: false)
      faults += it.lookFaults(piece, "địa chỉ cơ quan", check.look, in: paragraph)
    }
    if let first = address.first { faults += lineFaults(it, above: first) }
    return Outcome(faults)
  }

  private static func isAddress(_ paragraph: Paragraph) -> Bool {
    let bare = Wording.bare(paragraph.plain)
    return ["dia chi", "dien thoai", "dt:", "fax", "e-mail", "email", "website"]
      .contains { bare.hasPrefix($0) }
  }

  /// The line over the address, from edge to edge of the text.
  private static func lineFaults(_ it: Examination, above address: Paragraph) -> [Fault] {
    let footer = it.document.sections.first?.first.footer ?? []
    let before = footer.prefix { $0.index != address.index }
    let lines = before.flatMap(\.lines) + [address.lineAbove].compactMap(\.self)
    func fault(_ seen: String) -> [Fault] {
      [
        Fault(
          component: "địa chỉ cơ quan", property: "đường kẻ phía trên", seen: seen,
          allowed: "nét liền hết chiều ngang", paragraph: address)
      ]
    }
    guard let line = lines.last else { return fault("không có") }
    return isAcross(line, address.room) ? [] : fault(line.length.shown)
  }

  /// True for an unbroken line as long as the text is wide, give or take a fiftieth.
  private static func isAcross(_ line: DrawnLine, _ room: Length) -> Bool {
    line.isSolid && line.length.millimetres >= room.millimetres * 0.98
  }

  // MARK: Copies on paper

  /// The forms of copies and their abbreviations.
  ///
  /// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I.
  private static let forms = [("sao y", "SY"), ("sao luc", "SL"), ("trich sao", "TrS")]

  @Sendable private static func copy(_ it: Examination, _ check: Check) -> Outcome {
    guard let word = it.pieces(.copyForm).first else {
      return .notApplicable("văn bản không có khối sao")
    }
    var faults = it.lookFaults(word, Component.copyForm.name, check.look)
    let end = min(word.item + 12, it.anatomy.items.count)
    let code = forms.first { $0.0 == Wording.bare(word.text) }?.1 ?? ""
    let number = it.anatomy.fragments(max(0, word.item - 6)..<end).first {
      Anatomy.isNumber($0.text) && $0.item >= it.anatomy.footEnd
    }
    if let number {
      if !number.text.contains("/\(code)-") {
        faults.append(
          it.fault(
            .copyForm, "ký hiệu", seen: "“\(number.text)”", allowed: "Số: …/\(code)-…", at: number))
      }
    } else {
      faults.append(
        it.fault(.copyForm, "số, ký hiệu", seen: "không có", allowed: "Số: …/\(code)-…", at: word))
    }
    let start = it.anatomy.footEnd
    let above = it.anatomy.items[min(start, word.item)..<(word.item + 1)]
    let room = it.document.sections[it.anatomy.items[word.item].section].first.textWidth
    let lines = above.flatMap { $0.paragraph.lines + [$0.paragraph.lineAbove].compactMap(\.self) }
    if !lines.contains(where: { isAcross($0, room) }) {
      faults.append(
        it.fault(
          .copyForm, "đường kẻ phía trên", seen: lines.first?.length.shown ?? "không có",
          allowed: "nét liền hết chiều ngang", at: word))
    }
    return Outcome(faults)
  }
}
