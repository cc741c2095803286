internal import Diagnostics
internal import Vocabulary

/// The head of the first page: HD.
enum HeadChecks {
  static let evaluators: [String: Evaluator] = [
    "HD01": nation, "HD02": { $0.look(.nation, $1) }, "HD03": oneLine, "HD04": motto,
    "HD05": { ratio($0, $1, .motto) }, "HD06": spacing, "HD07": { $0.look(.parent, $1) },
    "HD08": issuer, "HD09": { ratio($0, $1, .issuer) }, "HD10": names, "HD11": strokes,
    "HD12": borders,
  ]

  @Sendable private static func nation(_ it: Examination, _ check: Check) -> Outcome {
    guard let first = it.pieces(.nation).first else {
      if it.anatomy.isAnnexAlone { return .notApplicable("tệp chỉ có phụ lục") }
      return .failed([
        it.fault(
          .nation, "nội dung", seen: "không có", allowed: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
      ])
    }
    var faults: [Fault] = []
    // Letter case is HD02's.
    if VietnameseText.folded(first.text) != Wording.nation {
      faults.append(
        it.fault(
          .nation, "nội dung", seen: "“\(first.text)”",
          allowed: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", at: first))
    }
    // What is attached may have a head of its own.
    let attached = it.anatomy.parts[.attached] == nil ? nil : it.anatomy.footEnd
    let annexed =
      (it.anatomy.annexes.map(\.heading.item) + [attached].compactMap(\.self)).min()
      ?? it.anatomy.items.count
    let again = it.anatomy.fragments((first.item + 1)..<max(first.item + 1, annexed)).first {
      // Folding costs more than looking how long it is, and how it begins.
      (30...80).contains($0.text.utf8.count)
        && $0.text.utf8.first { $0 > 0x20 }.map { $0 | 0x20 } == UInt8(ascii: "c")
        && VietnameseText.folded($0.text) == Wording.nation
    }
    if let again {
      faults.append(
        it.fault(.nation, "số lần", seen: "lặp lại", allowed: "một lần", at: again))
    }
    if isAtLeft(first, it) {
      faults.append(
        it.fault(.nation, "vị trí", seen: "bên trái", allowed: "bên phải", at: first))
    }
    return Outcome(faults)
  }

  /// Whether the head stands in a table that has something beside the nation's name, and that at its
  /// right alone.
  private static func isAtLeft(_ nation: Fragment, _ it: Examination) -> Bool {
    if let issuer = it.pieces(.issuer).first { return issuer.column > nation.column }
    guard let cell = it.anatomy.items[nation.item].cell else { return false }
    let columns = it.anatomy.fragments(0..<it.anatomy.headEnd)
      .filter { it.anatomy.items[$0.item].cell?.table == cell.table }.map(\.column)
    return columns.allSatisfy { $0 >= nation.column } && columns.contains { $0 > nation.column }
  }

  @Sendable private static func oneLine(_ it: Examination, _ check: Check) -> Outcome {
    if let rendered = it.rendered,
      rendered.places(of: Wording.nation).contains(where: { $0.page == 0 })
    {
      return PDFJudgement.oneLine(rendered)
    }
    guard let first = it.pieces(.nation).first, first.isAligned,
      it.paragraph(first).room > .zero
    else { return .notChecked("không đo được bề rộng chỗ ghi Quốc hiệu") }
    let paragraph = it.paragraph(first)
    let room = paragraph.room - paragraph.setting.left - paragraph.setting.right
    let width = TextWidth.width(first.text, bold: first.isBold, points: first.size)
    guard width.millimetres > room.millimetres + 0.2 else { return .passed }
    return .failed([
      it.fault(
        .nation, "bề rộng", seen: width.shown,
        allowed: "không quá \(room.shown) của ô", at: first)
    ])
  }

  @Sendable private static func motto(_ it: Examination, _ check: Check) -> Outcome {
    guard let first = it.pieces(.motto).first else {
      guard it.anatomy.parts[.nation] != nil else {
        return .notChecked("không nhận ra phần đầu văn bản")
      }
      return .failed([it.fault(.motto, "nội dung", seen: "không có", allowed: Wording.motto)])
    }
    var faults = it.lookFaults(first, Component.motto.name, check.look)
    // Code point by code point: a dash looks like a hyphen, and Swift takes marks as equal.
    if !first.text.utf8.elementsEqual(Wording.motto.utf8) {
      faults.append(
        it.fault(
          .motto, "nội dung", seen: "“\(first.text)”", allowed: "“\(Wording.motto)”", at: first))
    }
    return Outcome(faults)
  }

  @Sendable private static func spacing(_ it: Examination, _ check: Check) -> Outcome {
    guard let nation = it.pieces(.nation).first, let motto = it.pieces(.motto).first else {
      return .notChecked("không nhận ra Quốc hiệu hoặc Tiêu ngữ")
    }
    var faults: [Fault] = []
    for (component, piece) in [(Component.nation, nation), (.motto, motto)] {
      let paragraph = it.paragraph(piece)
      let times = paragraph.spacingTimes
      if !(0.99...1.01).contains(times) {
        faults.append(
          it.fault(
            component, "giãn dòng", seen: times.shown, allowed: "đơn", at: piece))
      }
    }
    let between = (nation.item + 1)..<max(nation.item + 1, motto.item)
    if between.contains(where: { it.anatomy.areTogether($0, nation.item) }) {
      faults.append(
        it.fault(
          .motto, "khoảng cách", seen: "có dòng xen giữa", allowed: "ngay dưới Quốc hiệu",
          at: motto))
    }
    let gap = max(it.paragraph(nation).setting.after, it.paragraph(motto).setting.before)
    if nation.item != motto.item, gap > 0.5 {
      faults.append(
        it.fault(
          .motto, "khoảng cách đoạn", seen: "\(gap.shown) pt", allowed: "0 pt", at: motto,
          severity: .warning))
    }
    return Outcome(faults)
  }

  @Sendable private static func issuer(_ it: Examination, _ check: Check) -> Outcome {
    it.look(.issuer, check)
  }

  /// The length of the line under a part as a share of its text; used by `TT03` too.
  static func ratio(_ it: Examination, _ check: Check, _ component: Component) -> Outcome {
    guard let range = check.range, let pieces = it.anatomy.parts[component] else {
      return .notChecked("không nhận ra \(component.name)")
    }
    let lines = it.anatomy.rules[component] ?? []
    guard let line = lines.first else {
      // Drawn lines may hang on any paragraph of the page.
      let others = it.anatomy.items.prefix(it.anatomy.bodyRange.lowerBound + 2)
        .flatMap(\.paragraph.lines).count
      let known = it.anatomy.rules.known.reduce(0) { $0 + $1.count { $0.kind != .underscores } }
      if others > known {
        return .notChecked("có đường kẻ nhưng không rõ thuộc \(component.name)")
      }
      if pieces.contains(where: { $0.runs.contains(where: \.face.isUnderlined) }) {
        return .notChecked("gạch chân thay cho đường kẻ, xem HD11")
      }
      return .failed([
        it.fault(
          component, "đường kẻ", seen: "không có", allowed: "có đường kẻ ngang", at: pieces.last)
      ])
    }
    // How long a row of strokes is printed is not measured to that point.
    guard line.kind != .underscores else { return .notChecked("đường kẻ bằng ký tự, xem HD11") }
    var faults: [Fault] = []
    if !line.isSolid {
      faults.append(
        it.fault(component, "nét kẻ", seen: "nét đứt", allowed: "nét liền", at: pieces.last))
    }
    let widths = printedWidths(pieces, it)
    if let shortest = widths.min(), let longest = widths.max(), shortest > 0 {
      let length = line.length.millimetres
      // The decree does not say which line of several counts.
      let allowed = (shortest * (range.lowerBound - 0.02))...(longest * (range.upperBound + 0.02))
      if !allowed.contains(length) {
        faults.append(
          it.fault(
            component, "độ dài đường kẻ",
            seen: "\(line.length.shown), bằng \((length / longest).shown) dòng chữ",
            allowed: "\(range.shown) dòng chữ", at: pieces.last))
      }
    }
    if let last = pieces.last, let shift = shift(of: line, under: last, it), shift > 1 {
      // The decree asks for balance of the two shorter lines in so many words.
      faults.append(
        it.fault(
          component, "vị trí đường kẻ", seen: "lệch \(shift.shown) mm",
          allowed: "cân đối với dòng chữ", at: last,
          severity: component == .motto ? .warning : nil))
    }
    let share = widths.max().map { $0 > 0 ? line.length.millimetres / $0 : 0 } ?? 0
    return Outcome(faults, seen: "\(line.length.shown), bằng \(share.shown) dòng chữ")
  }

  /// How far the middle of a line lies from that of its text, in millimetres; nil when unknown.
  private static func shift(
    of line: DrawnLine, under piece: Fragment, _ it: Examination
  ) -> Double? {
    let setting = it.paragraph(piece).setting
    guard let offset = line.offset, piece.isAligned, setting.alignment == .center else {
      return nil
    }
    let middle = (setting.left + setting.firstLine - setting.right).half
    return abs((offset - middle).millimetres)
  }

  /// The widths of the printed lines of a part, in millimetres.
  private static func printedWidths(_ pieces: [Fragment], _ it: Examination) -> [Double] {
    pieces.flatMap { piece in
      let paragraph = it.paragraph(piece)
      let room = paragraph.room - paragraph.setting.left - paragraph.setting.right
      let width = room > .zero ? room : .millimetres(500)
      return TextWidth.wrap(piece.text, bold: piece.isBold, points: piece.size, within: width)
        .map(\.millimetres)
    }
  }

  @Sendable private static func names(_ it: Examination, _ check: Check) -> Outcome {
    guard let office = it.office, !office.heading.isEmpty else {
      return .notChecked("không có hồ sơ cơ quan để đối chiếu")
    }
    guard let issuer = it.anatomy.text(.issuer), let piece = it.pieces(.issuer).first else {
      return .notChecked("không nhận ra tên cơ quan ban hành")
    }
    switch it.issuer {
    case .office, .unit: return .passed
    case .below: return .notChecked("tổ chức này không có trong hồ sơ cơ quan")
    case .unknown: break
    }
    return .failed([
      it.fault(
        .issuer, "tên",
        seen: "“\([it.anatomy.text(.parent), issuer].compactMap(\.self).joined(separator: " / "))”",
        allowed: "“\(office.heading.joined(separator: " / "))” hoặc tên một đơn vị", at: piece)
    ])
  }

  @Sendable private static func strokes(_ it: Examination, _ check: Check) -> Outcome {
    var faults: [Fault] = []
    for component in [Component.motto, .issuer, .subject] {
      let pieces = it.pieces(component)
      for line in it.anatomy.rules[component] ?? [] where line.kind != .shape {
        let seen = line.kind == .border ? "viền đoạn" : "ký tự gạch dưới"
        faults.append(
          it.fault(component, "cách kẻ", seen: seen, allowed: "đường vẽ", at: pieces.last))
      }
      for piece in pieces where piece.runs.contains(where: \.face.isUnderlined) {
        faults.append(
          it.fault(
            component, "cách kẻ", seen: "chữ gạch chân", allowed: "đường vẽ", at: piece,
            severity: .error))
      }
    }
    return Outcome(faults)
  }

  @Sendable private static func borders(_ it: Examination, _ check: Check) -> Outcome {
    guard let nation = it.pieces(.nation).first, let cell = it.anatomy.items[nation.item].cell
    else { return .notChecked("phần đầu không đặt trong bảng") }
    guard cell.isData else { return .passed }
    return .failed([
      it.fault(.nation, "viền bảng", seen: "có viền", allowed: "không viền", at: nation)
    ])
  }
}

extension Paragraph {
  /// The distance of its lines as times a single line of its letters.
  var spacingTimes: Double {
    let single = 1.15 * (size ?? markSize)
    return switch setting.lineSpacing {
    case .multiple(let times): times
    case .exactly(let points): points / single
    case .atLeast(let points): max(1, points / single)
    }
  }
}
