internal import Diagnostics
internal import Dossier
internal import Vocabulary

extension Composer {
  /// The row of `van-ban.json` for a paper; without one the paper is a draft with blanks.
  ///
  /// Without any row at all that is said once, not for each paper.
  mutating func row(_ kind: DocumentKind, of unit: OfficeUnit? = nil) -> DocumentRow? {
    guard !dossier.documents.isEmpty else {
      report(.noRows(at: place(ofFile: "van-ban.json")))
      return nil
    }
    let row = dossier.documents(of: kind).first { unit == nil || $0.unit == unit?.id }
    if row == nil {
      report(.rowMissing(kind, unit, year: usualYear, at: place(ofFile: "van-ban.json")))
    }
    return row
  }

  /// The number of a decision of the office, as the decision and other papers print it.
  func decisionNumber(of row: DocumentRow) -> PaperNumber {
    PaperNumber(
      number: row.number,
      symbol: Self.symbol(of: .quyetDinhKhenThuong, issuer: dossier.office.symbol),
      date: row.date, year: row.year)
  }

  /// The year of the first paper that has one; proposed for a row that is missing.
  private var usualYear: Int? {
    dossier.documents.compactMap { $0.date?.year ?? $0.year }.first
  }

  /// A file of the period's folder, named as the user named the folder.
  func place(ofFile name: String) -> Place {
    guard let known = dossier.period.origin.file else { return .file(name) }
    guard let slash = known.lastIndex(of: "/") else { return .file(name) }
    return .file(known[...slash] + name)
  }
}

extension Diagnostic {
  fileprivate static func noRows(at place: Place) -> Diagnostic {
    .warning(
      Code("CO001"), "van-ban.json chưa có dòng nào, nên mọi văn bản để trống số, ngày", at: place,
      help: "thêm dòng cho từng văn bản khi có số, ngày; thidua explain CO001 nêu cách ghi")
  }

  fileprivate static func rowMissing(
    _ kind: DocumentKind, _ unit: OfficeUnit?, year: Int?, at place: Place
  ) -> Diagnostic {
    let owner = unit.map { " của \($0.name) (\($0.id))" } ?? ""
    let prefix = kind.facts.abbreviation?.lowercased() ?? kind.rawValue
    let id = unit.map { "\(prefix)-\($0.id)" } ?? kind.rawValue
    let unitMember = unit.map { "\"don_vi\": \"\($0.id)\", " } ?? ""
    let proposal =
      "{ \"ma\": \"\(id)\", \"loai\": \"\(kind.rawValue)\", \(unitMember)"
      + "\"so\": null, \"ngay\": null, \"nam\": \(year.map(String.init) ?? "null") }"
    return .warning(
      Code("CO001"), "van-ban.json chưa có dòng cho \(kind.facts.name)\(owner)", at: place,
      help: "thêm dòng \(proposal)")
  }
}
