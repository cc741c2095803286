internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Who issues a paper: the office, or one of its units.
struct Issuer {
  /// The superior body, such as `UBND TỈNH SƠN LA`.
  let superior: String
  /// The issuing body, such as `VĂN PHÒNG`.
  let name: String
  /// Its abbreviation in numbers; nil when its papers carry none.
  let symbol: String?
  /// Whether a unit of the office issues the paper.
  let isUnit: Bool

  /// The office.
  init(_ office: Office) {
    self.init(lines: office.heading, symbol: office.symbol, isUnit: false)
  }

  /// A unit of the office; without lines of its own it stands in capitals under the office.
  init(_ unit: OfficeUnit, of office: Office) {
    self.init(
      lines: unit.heading ?? [office.name.uppercased(), unit.name.uppercased()],
      symbol: unit.hasNumberSeries ? unit.symbol ?? unit.id.text : nil, isUnit: true)
  }

  private init(_ issuer: Issuer, symbol: String?) {
    superior = issuer.superior
    name = issuer.name
    isUnit = issuer.isUnit
    self.symbol = symbol
  }

  /// The same issuer of a paper that stays in the office and carries no number.
  var withoutNumber: Issuer { Issuer(self, symbol: nil) }

  /// The first line names the superior body, the others the issuer.
  init(lines: [String], symbol: String?, isUnit: Bool) {
    superior = lines.first ?? ""
    name = lines.dropFirst().joined(separator: " ")
    self.symbol = symbol
    self.isUnit = isUnit
  }
}

/// What stands above the text of a paper, and whether it is complete.
struct DocumentHead {
  /// Whether number and day are known.
  let state: DocumentOrder.State
  /// The part of the data that every template of a paper with a head reads.
  let members: [JSONValue.Member]
}

extension Composer {
  /// The head of a table of the office that carries neither number nor day of its own.
  func tableHead(state: DocumentOrder.State) -> DocumentHead {
    let issuer = Issuer(dossier.office)
    return DocumentHead(
      state: state,
      members: [
        .init("co_quan_chu_quan", .string(issuer.superior)),
        .init("co_quan_ban_hanh", .string(issuer.name)),
        .init(
          "ke_co_quan", .integer(RuleLine.underIssuer(issuer.name, ofUnit: false).micrometres)),
      ])
  }

  /// The head of a paper, with findings about its day and its subject; `year` is printed while
  /// there is no row.
  mutating func head(
    _ kind: DocumentKind, by issuer: Issuer, title: String, subject: String, row: DocumentRow?,
    subjectPlace: Place, year: Int? = nil
  ) -> DocumentHead {
    if let row, row.date == nil, row.year == nil { report(.yearUnknown(row)) }
    if let row, row.number != nil, issuer.symbol == nil { report(.numberNotPrinted(row)) }
    if let row { reportNumberAndDay(of: row) }
    if subject.hasSuffix(".") { report(.subjectEndsWithFullStop(subject, at: subjectPlace)) }
    let symbol = issuer.symbol.map { Self.symbol(of: kind, issuer: $0) }
    let number = symbol.map {
      PaperNumber(number: row?.number, symbol: $0, date: row?.date, year: row?.year)
    }
    let day = PaperNumber.day(row?.date, year: row.map(\.year) ?? year)
    let isNumbered = issuer.symbol == nil || row?.number != nil
    return DocumentHead(
      state: row?.date != nil && isNumbered ? .issued : .draft,
      members: [
        .init("co_quan_chu_quan", .string(issuer.superior)),
        .init("co_quan_ban_hanh", .string(issuer.name)),
        .init(
          "ke_co_quan",
          .integer(RuleLine.underIssuer(issuer.name, ofUnit: issuer.isUnit).micrometres)),
        .init("so_ky_hieu", .string(number?.line)),
        .init("dia_danh_ngay", .string("\(dossier.office.placeName), \(day)")),
        .init("ten_loai", .string(title)),
        .init("trich_yeu", .string(subject)),
        .init("ke_trich_yeu", .integer(RuleLine.underSubject(subject).micrometres)),
      ])
  }

  /// A title whose last line is never one word: the last two are joined by a no-break space.
  static func withoutWidow(_ title: String) -> String {
    guard let space = title.lastIndex(of: " ") else { return title }
    return title[..<space] + "\u{A0}" + title[title.index(after: space)...]
  }

  /// The symbol of a paper, such as `KH-VPUB`; a kind without abbreviation has the issuer's alone.
  static func symbol(of kind: DocumentKind, issuer: String) -> String {
    kind.facts.abbreviation.map { "\($0)-\(issuer)" } ?? issuer
  }
}

extension Diagnostic {
  fileprivate static func yearUnknown(_ row: DocumentRow) -> Diagnostic {
    .warning(
      Code("CO006"), "văn bản “\(row.id)” chưa có ngày và cũng chưa có năm, nên năm để trống",
      at: row.origin, help: "ghi năm ban hành vào khóa “nam”")
  }

  fileprivate static func numberNotPrinted(_ row: DocumentRow) -> Diagnostic {
    let unit = row.unit?.text ?? ""
    return .warning(
      Code("CO009"),
      "văn bản “\(row.id)” có số \(row.number ?? ""), nhưng \(unit) không có sổ văn bản, "
        + "nên số không được in",
      at: row.origin,
      help: "bỏ số, hoặc đặt “co_so_van_ban” của \(unit) trong don-vi.json thành true")
  }

  fileprivate static func subjectEndsWithFullStop(_ subject: String, at place: Place) -> Diagnostic
  {
    .warning(
      Code("CO007"), "trích yếu kết thúc bằng dấu chấm: “…\(subject.suffix(30))”", at: place,
      help: "bỏ dấu chấm ở cuối khóa “trich_yeu”")
  }
}
