internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Báo cáo kết quả thực hiện Phong trào thi đua của phòng, đơn vị: what each unit reports to the
/// leaders of the office.
extension Composer {
  /// The orders for the units' reports, in the order of the units; a unit without a report leaves
  /// its number free, and is named.
  mutating func baoCaoDonVi() -> [DocumentOrder] {
    guard let reports = dossier.unitReports.content, !reports.isEmpty else {
      report(.noUnitReports(at: dossier.unitReports.origin))
      return []
    }
    let units = reportingUnits
    for report in reports where !units.contains(where: { $0.id == report.unit }) {
      self.report(.reportOfLeaders(report))
    }
    var orders: [DocumentOrder] = []
    for (index, unit) in units.enumerated() {
      guard let report = dossier.report(of: unit.id) else {
        self.report(.unitWithoutReport(unit, at: dossier.unitReports.origin))
        continue
      }
      orders += order(report, of: unit, place: index + 1).map { [$0] } ?? []
    }
    return orders
  }

  /// The units that report: all but the leaders of the office.
  var reportingUnits: [OfficeUnit] { dossier.units.filter { $0.kind != .lanhDao } }

  private mutating func order(
    _ report: UnitReport, of unit: OfficeUnit, place: Int
  ) -> DocumentOrder? {
    let row = row(.baoCaoDonVi, of: unit)
    let head = head(
      .baoCaoDonVi, by: Issuer(unit, of: dossier.office), title: "BÁO CÁO",
      subject: "Kết quả thực hiện \(movementInTitle)", row: row,
      subjectPlace: report.origin, year: dossier.period.usualYear)
    guard let signature = unitSignature(unit, row: row) else { return nil }
    let parts = parts(of: report, unit)
    let targets = standings(of: report)
    let body: [JSONValue.Member] =
      [
        .init("co_quan", .string(dossier.office.shortName)),
        .init("don_vi", json(unit, on: row?.date)),
        .init("phong_tham_muu", advisingUnit),
        .init("phong_trao", movement),
        .init("ke_hoach", .string(citationOfOfficePlan())),
        .init("phan", .strings(parts)),
        .init("co_ke_hoach", JSONValue(.boolean(hasPlan(unit) == true))),
        .init("tuyen_truyen", .array((report.publicity ?? []).map(\.json))),
        .init("noi_dung", .array(contents(of: report, unit))),
        .init("chi_tieu", .array(targets.map(\.json))),
        .init("mo_hinh", .array((report.models ?? []).map(\.json))),
        .init("sang_kien", .array(json(initiatives(of: unit).map { ($0, nil) }))),
        .init("kho_khan", Self.sections(troubles(of: report))),
        .init("nhiem_vu", .sentences(report.nextTasks ?? [])),
        .init("kien_nghi", .sentences((report.difficulties ?? []).compactMap(\.proposal))),
      ] + [signature.member]
    return order(
      .baoCaoDonVi, place: place, name: unit.name, subject: unit.id.text, head: head, body: body,
      origin: report.origin)
  }

  /// The parts that the report has something to say in; what is left out for want of a fact is
  /// said, what is known to be nothing is printed as such.
  private mutating func parts(of report: UnitReport, _ unit: OfficeUnit) -> [String] {
    var gaps: [String] = []
    if report.publicity == nil { gaps.append("tuyen_truyen") }
    if report.models == nil { gaps.append("mo_hinh") }
    if report.difficulties == nil { gaps.append("kho_khan") }
    if report.limits == nil { gaps.append("han_che") }
    if report.causes == nil { gaps.append("nguyen_nhan") }
    if report.nextTasks == nil { gaps.append("nhiem_vu_toi") }
    if !gaps.isEmpty { self.report(.partsOfReportMissing(report, unit, gaps)) }
    if unitsWithPlan == nil {
      self.report(.plansUnknown(at: place(ofFile: "ke-hoach-don-vi.json")))
    }
    let troubleKeys = ["kho_khan", "han_che", "nguyen_nhan"]
    let parts: [(String, Bool)] = [
      ("trien_khai", hasPlan(unit) == true || report.publicity != nil),
      ("ket_qua", !report.results.isEmpty || !report.targets.isEmpty),
      ("mo_hinh", report.models != nil),
      ("kho_khan", gaps.count { troubleKeys.contains($0) } < troubleKeys.count),
      ("nhiem_vu", report.nextTasks != nil),
      ("kien_nghi", report.difficulties != nil),
    ]
    return parts.filter(\.1).map(\.0)
  }

  private func troubles(of report: UnitReport) -> [(String, [String])] {
    [
      ("kho_khan", (report.difficulties ?? []).map(\.text)), ("han_che", report.limits ?? []),
      ("nguyen_nhan", report.causes ?? []),
    ]
  }

  /// Sections that a template numbers, each with its sentences; one without any is left out.
  static func sections(_ sections: [(name: String, texts: [String])]) -> JSONValue {
    .array(
      sections.filter { !$0.texts.isEmpty }.map { name, texts in
        ["loai": .string(name), "doan": .sentences(texts)]
      })
  }

  /// The results under each content; a content without a result is left out, and said.
  private mutating func contents(of report: UnitReport, _ unit: OfficeUnit) -> [JSONValue] {
    dossier.movement.contents.compactMap { content in
      let results = report.results(of: content.number)
      guard !results.isEmpty else {
        self.report(.contentNotReported(report, unit, content))
        return nil
      }
      return [
        "ten": .string(content.name), "ket_qua": .sentences(results.map(\.text)),
        "so_lieu": .strings(sums(of: results)),
      ]
    }
  }

  /// The initiatives of which someone of the unit is an author, recognised in the years that count.
  private func initiatives(of unit: OfficeUnit) -> [Initiative] {
    recognisedInitiatives.filter { initiative in
      initiative.authors.contains { author in
        let place = dossier.person(author.person)?.employment(on: initiative.recognition?.date)
        return place?.unit == unit.id
      }
    }
  }

  /// The initiatives recognised from the first to the last day that counts, in their order.
  var recognisedInitiatives: [Initiative] {
    let period = dossier.period
    return (dossier.review.initiatives.content ?? []).filter { initiative in
      guard let day = initiative.recognition?.date else { return false }
      return period.countsFrom.map { $0 <= day } ?? true
        && period.countsTo.map { day <= $0 } ?? true
    }
  }

  /// The units that have a plan of their own; nil while the period has no file that says it.
  var unitsWithPlan: [ID<OfficeUnit>]? {
    dossier.unitPlans.isEmpty ? nil : dossier.unitPlans.map(\.unit)
  }

  private func hasPlan(_ unit: OfficeUnit) -> Bool? { unitsWithPlan?.contains(unit.id) }

  /// The movement and the years that count, as titles of reports name them; no line begins inside
  /// the years.
  var movementInTitle: String {
    let phase = dossier.period.phase.map { " " + $0.replacing(" ", with: "\u{A0}") } ?? ""
    return "Phong trào thi đua “\(dossier.movement.name)”\(phase)"
  }

  /// The office's plan with number and day; empty, and said, while one of them is not known.
  mutating func citationOfOfficePlan() -> String {
    if let row = dossier.documents(of: .keHoach).first, row.number != nil, let date = row.date {
      let number = PaperNumber(
        number: row.number, symbol: Self.symbol(of: .keHoach, issuer: dossier.office.symbol),
        date: date, year: row.year)
      return "\(number.citation) \(number.day)"
    }
    let paper = dossier.movement.layers.first { $0.level == .vanPhong }?.paper
    if let number = paper?.number, let date = paper?.date {
      return "số \(number) \(date.longForm)"
    }
    report(.planNotCited(at: paper?.origin ?? dossier.movement.origin))
    return ""
  }
}

extension JSONValue {
  /// A list of sentences as a paper prints them: what does not end with a mark gets a full stop.
  static func sentences(_ texts: [String]) -> JSONValue { .strings(texts.map(\.asSentence)) }
}

extension String {
  /// The text with a full stop, unless it ends with a mark already.
  var asSentence: String { last?.isPunctuation == true && last != "”" ? self : self + "." }
}

extension UnitReport.Publicity {
  /// The activity as reports name it.
  var json: JSONValue { ["ten": .string(name), "ngay": .string(date?.shortForm ?? "")] }
}

extension Diagnostic {
  fileprivate static func noUnitReports(at place: Place) -> Diagnostic {
    .warning(
      Code("CO095"), "chưa có báo cáo kết quả của phòng, đơn vị nào", at: place,
      help: "ghi báo cáo của từng phòng, đơn vị vào “bao_cao” của bao-cao-don-vi.json")
  }

  fileprivate static func unitWithoutReport(_ unit: OfficeUnit, at place: Place) -> Diagnostic {
    .warning(
      Code("CO095"), "\(unit.name) (\(unit.id)) chưa có báo cáo kết quả", at: place,
      help: "đôn đốc đơn vị, rồi thêm dòng có “don_vi” là “\(unit.id)” vào “bao_cao”")
  }

  fileprivate static func reportOfLeaders(_ report: UnitReport) -> Diagnostic {
    .warning(
      Code("CO096"),
      "báo cáo của “\(report.unit)” không được soạn và không được tính: Lãnh đạo Văn phòng không báo "
        + "cáo cho chính mình",
      at: report.origin, help: "bỏ dòng này, hoặc sửa “don_vi”")
  }

  fileprivate static func contentNotReported(
    _ report: UnitReport, _ unit: OfficeUnit, _ content: Movement.Item
  ) -> Diagnostic {
    .warning(
      Code("CO097"),
      "báo cáo của \(unit.name) (\(unit.id)) chưa có kết quả nội dung \(content.number) "
        + "“\(content.name)”, nên không in mục này",
      at: report.origin.key("ket_qua"), help: "hỏi lại đơn vị, rồi thêm kết quả vào “ket_qua”")
  }

  fileprivate static func partsOfReportMissing(
    _ report: UnitReport, _ unit: OfficeUnit, _ keys: [String]
  ) -> Diagnostic {
    let list = keys.map { "“\($0)”" }.joined(separator: ", ")
    return .warning(
      Code("CO100"),
      "báo cáo của \(unit.name) (\(unit.id)) chưa có \(list), nên không in các phần ấy",
      at: report.origin,
      help: "ghi các khóa ấy trong bao-cao-don-vi.json; không có gì thì ghi danh sách trống []")
  }

  static func plansUnknown(at place: Place) -> Diagnostic {
    .info(
      Code("CO101"),
      "chưa biết phòng, đơn vị nào có kế hoạch triển khai, nên báo cáo không có câu nói về việc ấy",
      at: place,
      help: "chép ke-hoach-don-vi.json của đợt phát động vào thư mục của đợt này")
  }

  fileprivate static func planNotCited(at place: Place) -> Diagnostic {
    .warning(
      Code("CO102"),
      "chưa biết số và ngày Kế hoạch phát động của Văn phòng, nên báo cáo viện dẫn không có số, ngày",
      at: place, help: "ghi “so” và “ngay” ở tầng “van_phong” trong phong-trao.json")
  }
}
