internal import Diagnostics
internal import Dossier
internal import Vocabulary

/// What a row of `van-ban.json` says about number and day that cannot be printed or does not agree.
extension Composer {
  /// Reports a number that is none, and a year that is not the day's.
  mutating func reportNumberAndDay(of row: DocumentRow) {
    if let number = row.number, !PaperNumber.isNumber(number) {
      report(.numberNotPlain(row, number))
    }
    if let date = row.date, let year = row.year, date.year != year {
      report(.yearsDiffer(row, date, year))
    }
  }

  /// Reports a unit's paper that has its day before the office's plan, which it cites, has one.
  mutating func reportOrderOfDays(of row: DocumentRow?) {
    guard let row, let date = row.date else { return }
    let plan = dossier.documents(of: .keHoach).first
    guard let planned = plan?.date, plan?.number != nil else {
      report(.citesDraft(row))
      return
    }
    if date < planned { report(.beforePlan(row, date, planned)) }
  }
}

extension PaperNumber {
  /// True for digits that are not all zero, with letters behind them or none: `15`, `015`, `15a`.
  static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.contains { $0 != UInt8(ascii: "0") }
      && text.dropFirst(digits.count).allSatisfy(\.isLetter)
  }

  /// The first digits of a text, such as `15` in `Số: 15/KH-VPUB`; nil when there is no number.
  static func digits(in text: String) -> String? {
    let isDigit = { (character: Character) in "0"..."9" ~= character }
    let digits = text.drop { !isDigit($0) }.prefix(while: isDigit)
    return digits.contains { $0 != "0" } ? String(digits) : nil
  }
}

extension Diagnostic {
  fileprivate static func numberNotPlain(_ row: DocumentRow, _ number: String) -> Diagnostic {
    let help =
      PaperNumber.digits(in: number).map { "chỉ ghi phần số “\($0)”; ký hiệu được thêm khi in" }
      ?? "ghi số văn thư cấp, ví dụ \"15\", hoặc null khi chưa có số"
    let what = number.contains("/") ? "kèm cả ký hiệu" : "không chỉ gồm phần số"
    return .error(
      Code("CO012"), "số của văn bản “\(row.id)” \(what): “\(number)”", at: row.origin, help: help)
  }

  fileprivate static func yearsDiffer(
    _ row: DocumentRow, _ date: CivilDate, _ year: Int
  ) -> Diagnostic {
    .warning(
      Code("CO018"),
      "văn bản “\(row.id)” ghi năm \(year) nhưng ngày ban hành là \(date.shortForm); in theo ngày",
      at: row.origin, help: "kiểm tra lại “ngay” và “nam”, sửa chỗ gõ nhầm")
  }

  fileprivate static func beforePlan(
    _ row: DocumentRow, _ date: CivilDate, _ planned: CivilDate
  ) -> Diagnostic {
    .warning(
      Code("CO019"),
      "văn bản “\(row.id)” đề ngày \(date.shortForm), trước Kế hoạch của Văn phòng mà nó viện dẫn "
        + "(\(planned.shortForm))",
      at: row.origin, help: "kiểm tra lại “ngay” của hai văn bản")
  }

  fileprivate static func citesDraft(_ row: DocumentRow) -> Diagnostic {
    .warning(
      Code("CO019"),
      "văn bản “\(row.id)” đã có ngày nhưng viện dẫn Kế hoạch của Văn phòng chưa đủ số và ngày, "
        + "nên chỗ ấy để trống",
      at: row.origin, help: "ghi “so” và “ngay” của Kế hoạch Văn phòng trước khi ban hành")
  }
}
