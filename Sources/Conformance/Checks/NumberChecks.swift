internal import Vocabulary

/// Number and symbol, place and day: NO, DT.
enum NumberChecks {
  static let evaluators: [String: Evaluator] = [
    "NO01": look, "NO02": syntax, "NO03": padding, "NO04": typeCode,
    "NO05": letterSymbol, "NO06": officeCodes, "DT01": dateLook, "DT02": dateSyntax,
    "DT03": place, "DT04": complete,
  ]

  /// A number line taken apart: `Số: 15/KH-VPUB`.
  struct Parts {
    /// The digits; empty while the number is open.
    var digits: String
    /// What follows the stroke: `KH-VPUB`.
    var symbol: String
    /// True when colon, stroke and hyphens stand as they must.
    var isWellFormed: Bool

    private static let line = Pattern(/^[Ss][ốỐ]\s*(:?)\s*([\d.…_ ]*?)\s*\/(.*)$/)

    init?(_ text: String) {
      guard let match = Self.line.first(in: text)
      else { return nil }
      let middle = String(match.2).trimmed
      digits = middle.filter(\.isNumber)
      symbol = String(match.3).trimmed
      let stroke = text.firstIndex(of: "/") ?? text.endIndex
      let isTight = digits.isEmpty || text[..<stroke].last?.isNumber == true
      let groups = symbol.split(separator: "-", omittingEmptySubsequences: false)
      let areGroups =
        groups.count >= 2
        && groups.allSatisfy { group in
          !group.isEmpty && group.allSatisfy { $0.isLetter || $0.isNumber || "&.,".contains($0) }
        }
      isWellFormed =
        match.1 == ":" && text.begins(with: "Số") && isTight && areGroups
        && String(match.3).first?.isWhitespace == false
    }

    /// The groups of the symbol: `KH`, `VPUB`.
    var groups: [String] { symbol.split(separator: "-").map(String.init) }
  }

  private static func number(_ it: Examination) -> (piece: Fragment, parts: Parts)? {
    guard let piece = it.pieces(.number).first, let parts = it.number else { return nil }
    return (piece, parts)
  }

  /// The number line was not found: a unit without a series of its own writes none.
  private static func unknown(_ it: Examination) -> Outcome {
    if case .unit(let unit) = it.issuer, !unit.hasNumberSeries {
      return .notApplicable("văn bản không có số vì đơn vị không mở sổ riêng")
    }
    return .notChecked("không nhận ra số, ký hiệu")
  }

  @Sendable private static func look(_ it: Examination, _ check: Check) -> Outcome {
    it.anatomy.parts[.number] == nil ? unknown(it) : it.look(.number, check)
  }

  @Sendable private static func syntax(_ it: Examination, _ check: Check) -> Outcome {
    guard let piece = it.pieces(.number).first else { return unknown(it) }
    if it.number?.isWellFormed == true { return .passed }
    return .failed([
      it.fault(
        .number, "cách viết", seen: "“\(piece.text)”", allowed: "dạng Số: 15/KH-VPUB", at: piece)
    ])
  }

  @Sendable private static func padding(_ it: Examination, _ check: Check) -> Outcome {
    guard let (piece, parts) = number(it) else { return unknown(it) }
    guard parts.digits.count == 1 else { return .passed }
    return .failed([
      it.fault(
        .number, "số", seen: parts.digits, allowed: "0\(parts.digits)", at: piece)
    ])
  }

  @Sendable private static func typeCode(_ it: Examination, _ check: Check) -> Outcome {
    guard let (piece, parts) = number(it) else { return unknown(it) }
    guard let type = it.anatomy.type else { return .notChecked("không nhận ra tên loại") }
    guard let code = parts.groups.first, code != type.code else { return .passed }
    return .failed([
      it.fault(
        .number, "chữ viết tắt tên loại", seen: code, allowed: "\(type.code) (\(type.name))",
        at: piece)
    ])
  }

  @Sendable private static func letterSymbol(_ it: Examination, _ check: Check) -> Outcome {
    guard it.anatomy.isLetter else { return .notApplicable("không phải công văn") }
    guard let (piece, parts) = number(it) else { return unknown(it) }
    let code = DocumentType.all.first { $0.code == parts.groups.first }
    // An agency may be abbreviated like a type of document.
    let isAgency = it.office?.symbol == parts.groups.first
    guard let code, !isAgency else { return .passed }
    return .failed([
      it.fault(
        .number, "ký hiệu", seen: parts.symbol,
        allowed: "chữ viết tắt cơ quan và đơn vị, không có \(code.code)", at: piece)
    ])
  }

  @Sendable private static func officeCodes(_ it: Examination, _ check: Check) -> Outcome {
    guard let office = it.office, let symbol = office.symbol else {
      return .notChecked("không có hồ sơ cơ quan để đối chiếu")
    }
    guard let (piece, parts) = number(it) else { return unknown(it) }
    if it.issuer == .below { return .notChecked("tổ chức này không có trong hồ sơ cơ quan") }
    let agencies = it.anatomy.isLetter ? parts.groups : Array(parts.groups.dropFirst())
    let known = [symbol] + office.units.map(\.symbol)
    // The office or the unit that drafted it: one of the groups must be known.
    guard let last = agencies.last, !agencies.contains(where: known.contains) else {
      return .passed
    }
    return .failed([
      it.fault(
        .number, "chữ viết tắt cơ quan", seen: last, allowed: known.joined(separator: ", "),
        at: piece)
    ])
  }

  // MARK: Place and day

  /// The date line was not found: minutes have none.
  private static func noDate(_ it: Examination) -> Outcome {
    it.anatomy.type?.code == "BB"
      ? .notApplicable("biên bản không có dòng địa danh, thời gian")
      : .notChecked("không nhận ra địa danh, thời gian")
  }

  @Sendable private static func dateLook(_ it: Examination, _ check: Check) -> Outcome {
    guard let piece = it.pieces(.date).first else {
      return noDate(it)
    }
    var faults = it.lookFaults(piece, Component.date.name, check.look)
    if let number = it.pieces(.number).first, let one = it.anatomy.items[number.item].cell,
      let other = it.anatomy.items[piece.item].cell, one.table == other.table,
      one.column != other.column, one.row != other.row
    {
      faults.append(
        it.fault(
          .date, "vị trí", seen: "khác hàng với số, ký hiệu", allowed: "cùng một hàng", at: piece))
    }
    return Outcome(faults)
  }

  /// A line of place and day taken apart: `Sơn La, ngày 05 tháng 3 năm 2026`.
  struct Day {
    /// What stands before the day.
    var place: String
    /// The digits of the day, the month and the year; empty while they are open.
    var day: String
    var month: String
    var year: String

    private static let line = Pattern(
      /^(.*?),?\s*ngày([\s\d.…_]*)tháng([\s\d.…_]*)năm([\s\d.…_]*)$/)

    /// Reads a line; nil where it is no such line.
    init?(_ text: String) {
      guard let match = Self.line.first(in: text) else { return nil }
      func digits(_ part: Substring) -> String { part.filter(\.isNumber) }
      place = String(match.1).trimmed
      (day, month, year) = (digits(match.2), digits(match.3), digits(match.4))
    }
  }

  private static let tightDay = Pattern(/ngày \d+ tháng \d+ năm \d{4}$/)
  private static let placeEnd = Pattern(/,\s+ngày/)

  @Sendable private static func dateSyntax(_ it: Examination, _ check: Check) -> Outcome {
    guard let piece = it.pieces(.date).first else {
      return noDate(it)
    }
    func wrong(_ property: String, _ seen: String, _ allowed: String) -> Outcome {
      .failed([it.fault(.date, property, seen: seen, allowed: allowed, at: piece)])
    }
    guard let parts = it.date else {
      return wrong("cách viết", "“\(piece.text)”", "Địa danh, ngày 05 tháng 3 năm 2026")
    }
    let (day, month) = (parts.day, parts.month)
    if !day.isEmpty, day.count != 2 { return wrong("ngày", day, "hai chữ số") }
    if let number = Int(month) {
      let written = number <= 2 ? "0\(number)" : "\(number)"
      if month != written { return wrong("tháng", month, written) }
    }
    let isTight = tightDay.isIn(piece.text)
    guard let d = Int(day), let m = Int(month), let y = Int(parts.year) else { return .passed }
    if !isTight { return wrong("cách viết", "“\(piece.text)”", "ngày 05 tháng 3 năm 2026") }
    do throws(CivilDate.Failure) {
      _ = try CivilDate(year: y, month: m, day: d)
      return .passed
    } catch {
      return wrong("ngày", "\(d)/\(m)/\(y)", "ngày có trong lịch")
    }
  }

  @Sendable private static func place(_ it: Examination, _ check: Check) -> Outcome {
    guard let piece = it.pieces(.date).first, let parts = it.date else {
      return noDate(it)
    }
    if !piece.text.has(", ngày"), !placeEnd.isIn(piece.text) {
      return .failed([
        it.fault(
          .date, "dấu sau địa danh", seen: "“\(Wording.excerpt(piece.text))”", allowed: "dấu phẩy",
          at: piece)
      ])
    }
    guard let place = it.office?.place else { return .passed }
    if VietnameseText.nfc(place) == VietnameseText.nfc(parts.place) { return .passed }
    return .failed([
      it.fault(.date, "địa danh", seen: "“\(parts.place)”", allowed: "“\(place)”", at: piece)
    ])
  }

  /// True when the number or the day still waits to be written.
  static func isOpen(_ number: Parts?, _ day: Day?) -> Bool {
    number.map(\.digits.isEmpty) ?? false
      || day.map { $0.day.isEmpty || $0.month.isEmpty || $0.year.count != 4 } ?? false
  }

  @Sendable private static func complete(_ it: Examination, _ check: Check) -> Outcome {
    guard it.state == .issued else { return .notApplicable("văn bản là dự thảo") }
    var faults: [Fault] = []
    if let (piece, parts) = number(it), parts.digits.isEmpty {
      faults.append(
        it.fault(.number, "số", seen: "bỏ trống", allowed: "số đã đăng ký", at: piece))
    }
    if let piece = it.pieces(.date).first, let parts = it.date,
      parts.day.isEmpty || parts.month.isEmpty || parts.year.count != 4
    {
      faults.append(
        it.fault(.date, "thời gian", seen: "bỏ trống", allowed: "đủ ngày, tháng, năm", at: piece))
    }
    return Outcome(faults)
  }
}
