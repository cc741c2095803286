internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Regulations
internal import Vocabulary

/// Báo cáo sơ kết, Báo cáo tổng kết Phong trào thi đua: the office's report on the years so far, or
/// on the whole movement.
///
/// Every figure is counted from the units' reports, the decisions and the register; only what a
/// person judges stands in `bao-cao.json`. What cannot be counted is left out and said.
extension Composer {
  /// The order for the interim report, as a list.
  mutating func baoCaoSoKet() -> [DocumentOrder] { periodReport(.baoCaoSoKet, "Sơ kết") }

  /// The order for the final report, as a list.
  mutating func baoCaoTongKet() -> [DocumentOrder] { periodReport(.baoCaoTongKet, "Tổng kết") }

  private mutating func periodReport(_ kind: DocumentKind, _ word: String) -> [DocumentOrder] {
    let row = row(kind)
    let issuer = Issuer(dossier.office)
    let head = head(
      kind, by: issuer, title: "BÁO CÁO", subject: "\(word) \(movementInTitle)",
      row: row, subjectPlace: dossier.movement.origin, year: dossier.period.usualYear)
    let signature: SignatureBlock?
    if let row {
      signature = officeSignature(row: row)
    } else {
      signature = officeHead(on: nil) ?? .head(dossier.office.headPost, "")
    }
    guard let signature else { return [] }
    let written = dossier.periodReport.content
    if written == nil { report(.writtenPartMissing(at: dossier.periodReport.origin)) }
    let reports = reportingUnits.compactMap { dossier.report(of: $0.id) }
    if reports.isEmpty { report(.nothingReported(at: dossier.unitReports.origin)) }
    let awards = awardFigures(until: row?.date)
    let number = PaperNumber(
      number: row?.number, symbol: Self.symbol(of: kind, issuer: dossier.office.symbol),
      date: row?.date, year: row.map(\.year) ?? dossier.period.usualYear)
    let body: [JSONValue.Member] =
      [
        .init("co_quan", .string(dossier.office.shortName)),
        .init("kinh_gui", .strings(written?.addressees ?? [])),
        .init("mot_noi_gui", JSONValue(.boolean(written?.addressees.count == 1))),
        .init("phong_tham_muu", advisingUnit),
        .init("phong_trao", movement),
        .init("ke_hoach", .string(citationOfOfficePlan())),
        .init("phan", .strings(parts(reports, awards, written))),
        .init("chi_dao", leadership(reports, written)),
        .init("noi_dung", .array(contents(of: reports))),
        .init("chi_tieu", .array(targets(of: reports))),
        .init("khen_thuong", awards.map { json($0) } ?? nil),
        .init("danh_gia", written?.assessment ?? nil),
        .init("giai_doan_toi", .string(nextPhase ?? "")),
        .init("nhiem_vu", .sentences(written?.nextTasks ?? [])),
        .init("kien_nghi", .sentences(written?.proposals ?? [])),
        .init("phu_luc", reference(to: number, medium: dossier.office.medium)),
      ] + annexes(reports) + [signature.member]
    return order(
      kind, place: 1, name: kind.rawValue, head: head, body: body,
      origin: row?.origin ?? dossier.period.origin
    ).map { [$0] } ?? []
  }

  private func parts(
    _ reports: [UnitReport], _ awards: AwardFigures?, _ written: PeriodReport?
  ) -> [String] {
    let parts: [(String, Bool)] = [
      ("chi_dao", true), ("ket_qua", !reports.isEmpty), ("khen_thuong", awards != nil),
      ("danh_gia", written != nil), ("nhiem_vu", written?.nextTasks.isEmpty == false),
      ("kien_nghi", written?.proposals.isEmpty == false),
    ]
    return parts.filter(\.1).map(\.0)
  }

  /// How the work was led: the written sentences, then what is counted.
  private mutating func leadership(
    _ reports: [UnitReport], _ written: PeriodReport?
  ) -> JSONValue {
    let units = reportingUnits
    if unitsWithPlan == nil { report(.plansUnknown(at: place(ofFile: "ke-hoach-don-vi.json"))) }
    let planned = unitsWithPlan.map { ids in units.count { ids.contains($0.id) } }
    let silent = reports.filter { $0.publicity == nil }
    if !silent.isEmpty {
      report(
        .publicityUnknown(silent.compactMap { dossier.unit($0.unit)?.name }, at: silent[0].origin))
    }
    let activities = reports.flatMap { $0.publicity ?? [] }
    if written != nil, written?.inspections == nil {
      report(.inspectionsUnknown(at: dossier.periodReport.origin.key("kiem_tra")))
    }
    let inspections: [JSONValue] = (written?.inspections ?? []).map { inspection in
      [
        "ngay": .string(inspection.date.shortForm),
        "don_vi": .string(dossier.unit(inspection.unit)?.name ?? inspection.unit.text),
        "noi_dung": .string(inspection.subject.asSentence),
        "ket_luan": .string(inspection.conclusion?.asSentence ?? ""),
      ]
    }
    let parts: [(String, Bool)] = [
      ("lanh_dao", written?.leadership.isEmpty == false || planned != nil || !reports.isEmpty),
      ("tuyen_truyen", silent.isEmpty && !activities.isEmpty),
      ("kiem_tra", !inspections.isEmpty),
    ]
    return [
      "phan": .strings(parts.filter(\.1).map(\.0)),
      "van_ban": .sentences(written?.leadership ?? []),
      "tong_don_vi": .integer(units.count),
      "co_ke_hoach": .integer(orNull: planned),
      "co_bao_cao": .integer(reports.count),
      "tuyen_truyen": .array(activities.map(\.json)),
      "kiem_tra": .array(inspections),
    ]
  }

  /// The results under each content over all units; a content without any is left out, and said.
  private mutating func contents(of reports: [UnitReport]) -> [JSONValue] {
    guard !reports.isEmpty else { return [] }
    return dossier.movement.contents.compactMap { content in
      let results = reports.map { ($0.unit, $0.results(of: content.number)) }
        .filter { !$0.1.isEmpty }
      guard !results.isEmpty else {
        report(.contentWithoutResult(content, at: dossier.unitReports.origin))
        return nil
      }
      let models = reports.flatMap { $0.models ?? [] }.filter { $0.content == content.number }
      return [
        "ten": .string(content.name),
        "so_lieu": .strings(sums(of: results.flatMap(\.1))),
        "don_vi": .array(
          results.map { unit, texts in
            [
              "ten": .string(dossier.unit(unit)?.name ?? unit.text),
              "ket_qua": .sentences(texts.map(\.text)),
            ]
          }),
        "mo_hinh": .strings(models.map(\.name)),
      ]
    }
  }

  /// The targets over all units: how many units are beyond, at and below the goal.
  ///
  /// Shares of units cannot be added up, so no mean of them is printed.
  private mutating func targets(of reports: [UnitReport]) -> [JSONValue] {
    let standings = reports.map { ($0.unit, self.standings(of: $0)) }
    return dossier.movement.targets.compactMap { target in
      let lines = standings.compactMap { unit, all in
        all.first { $0.target.id == target.id }.map { (unit, $0) }
      }
      guard let first = lines.first?.1 else { return nil }
      return [
        "ten": .string(target.name), "don_vi_tinh": .string(target.unitOfMeasure),
        "muc_tieu": first.goalsInJSON,
        "so_don_vi": .integer(lines.count),
        "vuot": .integer(lines.count { $0.1.rank == .beyond }),
        "dat": .integer(lines.count { $0.1.rank == .reached }),
        "chua_dat": .integer(lines.count { $0.1.rank == .missed }),
        "don_vi": .array(
          lines.map { unit, standing in
            [
              "ten": .string(dossier.unit(unit)?.name ?? unit.text), "ket_qua": standing.json,
            ]
          }),
      ]
    }
  }

  /// The years of the movement after those of the report; nil where none is left or known.
  private var nextPhase: String? {
    guard let last = dossier.period.years?.upperBound, let years, last < years.upperBound else {
      return nil
    }
    return Self.phase((last + 1)...years.upperBound)
  }

  /// What the annexes hold besides the targets and the awards.
  private func annexes(_ reports: [UnitReport]) -> [JSONValue.Member] {
    let models: [JSONValue] = reports.flatMap { report in
      (report.models ?? []).map { model in
        [
          "ten": .string(model.name), "don_vi": .string(dossier.unit(report.unit)?.name ?? ""),
          "nhan_rong": JSONValue(.boolean(model.isCopied == true)),
          "noi_thuc_hien": .string(model.venue ?? ""),
        ]
      }
    }
    let initiatives: [JSONValue] = recognisedInitiatives.map { initiative in
      let authors = initiative.authors.map { dossier.person($0.person)?.name ?? $0.person.text }
      return ["tac_gia": .strings(authors), "sang_kien": json(initiative)]
    }
    let difficulties: [JSONValue] = reports.flatMap { report in
      (report.difficulties ?? []).map { difficulty in
        [
          "don_vi": .string(dossier.unit(report.unit)?.name ?? ""),
          "noi_dung": .string(difficulty.text), "kien_nghi": .string(difficulty.proposal ?? ""),
          "huong_xu_ly": .string(difficulty.answer ?? ""),
        ]
      }
    }
    let missing = reportingUnits.filter { dossier.report(of: $0.id) == nil }.map(\.name)
    return [
      .init("mo_hinh", .array(models)), .init("sang_kien", .array(initiatives)),
      .init("kho_khan", .array(difficulties)), .init("chua_bao_cao", .strings(missing)),
    ]
  }
}

extension PeriodReport {
  /// What the office judges of the years.
  fileprivate var assessment: JSONValue {
    Composer.sections([
      ("uu_diem", strengths), ("han_che", limits), ("khach_quan", outerCauses),
      ("chu_quan", innerCauses), ("bai_hoc", lessons),
    ])
  }
}

extension Diagnostic {
  fileprivate static func writtenPartMissing(at place: Place) -> Diagnostic {
    .warning(
      Code("CO103"),
      "chưa có bao-cao.json, nên báo cáo không có phần đánh giá chung, nhiệm vụ và kiến nghị",
      at: place, help: "ghi phần nhận định của báo cáo vào bao-cao.json")
  }

  fileprivate static func nothingReported(at place: Place) -> Diagnostic {
    .warning(
      Code("CO095"),
      "chưa có báo cáo kết quả của phòng, đơn vị nào, nên báo cáo không có phần kết quả",
      at: place, help: "ghi báo cáo của từng phòng, đơn vị vào “bao_cao” của bao-cao-don-vi.json")
  }

  fileprivate static func publicityUnknown(_ units: [String], at place: Place) -> Diagnostic {
    .warning(
      Code("CO107"),
      "\(units.joined(separator: ", ")) chưa ghi hoạt động tuyên truyền, nên báo cáo không nêu tổng "
        + "số hoạt động",
      at: place.key("tuyen_truyen"),
      help: "ghi “tuyen_truyen” của đơn vị; không có thì ghi danh sách trống []")
  }

  fileprivate static func inspectionsUnknown(at place: Place) -> Diagnostic {
    .warning(
      Code("CO108"), "chưa biết có cuộc kiểm tra nào không, nên báo cáo không có phần kiểm tra",
      at: place, help: "ghi “kiem_tra” trong bao-cao.json; không có thì ghi danh sách trống []")
  }

  fileprivate static func contentWithoutResult(
    _ content: Movement.Item, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("CO097"),
      "chưa đơn vị nào báo cáo nội dung \(content.number) “\(content.name)”, nên báo cáo không có mục "
        + "này",
      at: place, help: "hỏi lại các đơn vị, rồi thêm kết quả vào bao-cao-don-vi.json")
  }
}
