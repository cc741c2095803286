internal import Diagnostics
internal import Dossier
internal import LocatedJSON
internal import Vocabulary

/// Kế hoạch triển khai của phòng, đơn vị: what each unit does to carry out the office's plan.
extension Composer {
  /// The orders for the units' plans, in the order of the units.
  mutating func keHoachDonVi() -> [DocumentOrder] {
    let units = dossier.units.filter { $0.kind != .lanhDao }
    for plan in dossier.unitPlans where !units.contains(where: { $0.id == plan.unit }) {
      report(.planOfLeaders(plan))
    }
    guard let years else {
      report(.phaseUnknown(dossier.movement))
      return []
    }
    var orders: [DocumentOrder] = []
    guard !dossier.unitPlans.isEmpty else {
      report(.noUnitPlans(at: place(ofFile: "ke-hoach-don-vi.json")))
      return []
    }
    for (index, unit) in units.enumerated() {
      guard let plan = dossier.unitPlans.first(where: { $0.unit == unit.id }) else {
        report(.unitWithoutPlan(unit, at: place(ofFile: "ke-hoach-don-vi.json")))
        continue
      }
      if let order = order(plan, of: unit, place: index + 1, years: years) { orders.append(order) }
    }
    return orders
  }

  private mutating func order(
    _ plan: UnitPlan, of unit: OfficeUnit, place: Int, years: ClosedRange<Int>
  ) -> DocumentOrder? {
    let row = row(.keHoachDonVi, of: unit)
    let head = head(
      .keHoachDonVi, by: Issuer(unit, of: dossier.office), title: "KẾ HOẠCH",
      subject: plan.subject, row: row, subjectPlace: plan.origin)
    reportOrderOfDays(of: row)
    reportContents(plan, of: unit)
    reportWorks(of: plan, unit, years: years)
    guard let signature = unitSignature(unit, row: row) else { return nil }
    let advising = dossier.unit(dossier.office.advisingUnit)
    let body: [JSONValue.Member] = [
      .init("don_vi", json(unit, on: row?.date)),
      .init("phong_tham_muu", ["ten": .string(advising?.name)]),
      .init("ke_hoach_goc", ["vien_dan": .string(citationOfPlan)]),
      .init(
        "phong_trao",
        ["ten": .string(dossier.movement.name), "giai_doan": .string(Self.phase(years))]),
      .init("muc_dich", .strings(plan.purposes)),
      .init("noi_dung", .array(dossier.movement.contents.map { json($0, of: plan) })),
      .init("giai_phap", .strings(plan.measures)),
      .init("to_chuc", .strings(plan.organisation)),
      signature.member,
    ]
    return order(
      .keHoachDonVi, place: place, name: unit.name, subject: unit.id.text, head: head, body: body,
      origin: plan.origin)
  }

  /// A unit as the templates of its papers read it.
  func json(_ unit: OfficeUnit, on day: CivilDate?) -> JSONValue {
    [
      "ten": .string(unit.name), "ky_hieu": .string(unit.symbol ?? unit.id.text),
      "goi": .string(unit.commonNoun), "nguoi_lam": .string(staff(of: unit, on: day)),
      "co_van_thu": JSONValue(.boolean(unit.hasSeal)),
      "la_phong_tham_muu": JSONValue(.boolean(unit.id == dossier.office.advisingUnit)),
    ]
  }

  private func json(_ content: Movement.Item, of plan: UnitPlan) -> JSONValue {
    let works = plan.works.filter { $0.content == content.number }
    let isWithout = works.isEmpty && plan.contentsWithout.contains(content.number)
    return [
      "so": .string(String(content.number)), "ten": .string(content.name),
      "khong_phat_sinh": JSONValue(.boolean(isWithout)), "viec": .array(works.map(json)),
    ]
  }

  private func json(_ work: UnitPlan.Work) -> JSONValue {
    [
      "viec": .string(work.task),
      "chi_tieu": .string(work.target.flatMap(dossier.target)?.sentence ?? ""),
      "chu_tri": .string(dossier.person(work.lead)?.name ?? work.lead.text),
      "thoi_han": .string(work.deadline?.shortForm ?? ""),
    ]
  }

  /// The people of a unit by the law they are employed under, such as `Công chức, người lao động`;
  /// all three where nobody of the unit is in the file.
  private func staff(of unit: OfficeUnit, on day: CivilDate?) -> String {
    let members = dossier.people(in: unit.id, on: day)
    let present = Person.Category.allCases.filter { category in
      members.contains { $0.category == category }
    }
    let words = (present.isEmpty ? Person.Category.allCases : present).map(\.noun)
    return VietnameseText.capitalised(words.joined(separator: ", "))
  }

  /// The office's plan as a unit's paper cites it; number and day stay blank while they are.
  private var citationOfPlan: String {
    let row = dossier.documents(of: .keHoach).first
    let number = PaperNumber(
      number: row?.number,
      symbol: Self.symbol(of: .keHoach, issuer: dossier.office.symbol), date: row?.date,
      year: row?.year)
    return "Kế hoạch \(number.citation) \(number.day) của \(dossier.office.name)"
  }

  /// The years of the movement as the office launched it.
  var years: ClosedRange<Int>? {
    let order: [Movement.Level] = [.vanPhong, .tinh, .thuTuong]
    let layers = order.compactMap { level in dossier.movement.layers.first { $0.level == level } }
    return layers.lazy.compactMap { layer in
      guard let from = layer.fromYear, let to = layer.toYear, from <= to else { return nil }
      return from...to
    }.first
  }

  /// The years in words, such as `giai đoạn 2026-2030`.
  static func phase(_ years: ClosedRange<Int>) -> String {
    years.count == 1
      ? "năm \(years.lowerBound)" : "giai đoạn \(years.lowerBound)-\(years.upperBound)"
  }

  /// Reports each content for which the unit neither has work nor says that it has none.
  private mutating func reportContents(_ plan: UnitPlan, of unit: OfficeUnit) {
    let answered = plan.works.map(\.content) + plan.contentsWithout
    for content in dossier.movement.contents where !answered.contains(content.number) {
      report(.contentEmpty(plan, unit, content))
    }
  }
}

extension OfficeUnit {
  /// What the unit is called without its own name: `phòng`, `Trung tâm`, `Ban`, else `đơn vị`.
  fileprivate var commonNoun: String {
    guard kind != .phong else { return "phòng" }
    return ["Trung tâm", "Nhà khách", "Ban"].first { name.hasPrefix($0 + " ") } ?? "đơn vị"
  }
}

extension Person.Category {
  fileprivate var noun: String {
    switch self {
    case .congChuc: "công chức"
    case .vienChuc: "viên chức"
    case .nguoiLaoDong: "người lao động"
    }
  }
}

extension Diagnostic {
  fileprivate static func noUnitPlans(at place: Place) -> Diagnostic {
    .warning(
      Code("CO002"), "chưa có kế hoạch triển khai của phòng, đơn vị nào", at: place,
      help: "thêm kế hoạch của từng phòng, đơn vị vào “ke_hoach” của ke-hoach-don-vi.json")
  }

  fileprivate static func unitWithoutPlan(_ unit: OfficeUnit, at place: Place) -> Diagnostic {
    .warning(
      Code("CO002"), "\(unit.name) (\(unit.id)) chưa có kế hoạch triển khai", at: place,
      help: "thêm một dòng có “don_vi” là “\(unit.id)” vào “ke_hoach”")
  }

  fileprivate static func contentEmpty(
    _ plan: UnitPlan, _ unit: OfficeUnit, _ content: Movement.Item
  ) -> Diagnostic {
    .warning(
      Code("CO003"),
      "\(unit.name) (\(unit.id)) chưa có việc nào ở nội dung \(content.number) “\(content.name)”",
      at: plan.origin,
      help: "thêm việc vào “noi_dung”, hoặc ghi \(content.number) vào “khong_phat_sinh”")
  }

  fileprivate static func planOfLeaders(_ plan: UnitPlan) -> Diagnostic {
    .warning(
      Code("CO015"),
      "kế hoạch của “\(plan.unit)” không được soạn: Lãnh đạo Văn phòng không lập "
        + "kế hoạch riêng",
      at: plan.origin, help: "bỏ dòng này, hoặc sửa “don_vi”")
  }

  fileprivate static func phaseUnknown(_ movement: Movement) -> Diagnostic {
    .error(
      Code("CO016"), "chưa biết phong trào thực hiện từ năm nào đến năm nào", at: movement.origin,
      help: "ghi “tu_nam” và “den_nam” cho tầng “van_phong” trong phong-trao.json")
  }
}
