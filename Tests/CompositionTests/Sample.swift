import Diagnostics
import Dossier
import Vocabulary

/// A small dossier of the launch, in which each test changes what it is about.
struct Sample {
  var heading = ["UBND TỈNH SƠN LA", "VĂN PHÒNG"]
  var signers = [Sample.signer("LD01", "Chánh Văn phòng")]
  var units = [
    Sample.unit("LD", "Lãnh đạo Văn phòng", .lanhDao, head: "LD01"),
    Sample.unit("TH", "Phòng Tổng hợp", .phong, head: "TH01"),
    Sample.unit(
      "TTTT", "Trung tâm Thông tin", .donViSuNghiep, head: "TTTT01", hasSeal: true,
      heading: ["VĂN PHÒNG UBND TỈNH SƠN LA", "TRUNG TÂM THÔNG TIN"]),
  ]
  var people = [
    Sample.person("LD01", "Vì Văn Thành", "Chánh Văn phòng"),
    Sample.person("LD02", "Lò Văn Thịnh", "Phó Chánh Văn phòng"),
    Sample.person("TH01", "Nguyễn Đức Long", "Trưởng phòng"),
    Sample.person("TH02", "Mùa A Sáng", "Phó Trưởng phòng"),
    Sample.person("TH03", "Lò Thị Xuân", "Chuyên viên"),
    Sample.person("TTTT01", "Quàng Văn Phúc", "Giám đốc", .vienChuc),
    Sample.person("TTTT04", "Hà Thu Trang", "Viên chức", .vienChuc),
    Sample.person("TTTT05", "Lường Văn Ín", "Lái xe", .nguoiLaoDong),
  ]
  var moment = Moment.phatDong
  var layers = [
    Movement.Layer(
      level: .tinh, launchedBy: "UBND tỉnh Sơn La", launchedOn: nil, paper: nil, fromYear: 2026,
      toYear: 2030, origin: .nowhere)
  ]
  var plan: Plan? = Sample.plan(signer: "Chánh Văn phòng")
  var unitPlans = [
    Sample.unitPlan(
      "TH",
      works: [
        Sample.work(1, "Phổ biến Kế hoạch", "TH01", deadline: "2026-06-30"),
        Sample.work(2, "Ký số văn bản", "TH03", deadline: "2027-12-31", target: "CT-02"),
      ]),
    Sample.unitPlan(
      "TTTT", works: [Sample.work(1, "Đăng tải Kế hoạch", "TTTT04")], without: [2]),
  ]
  var documents = [
    Sample.row("kh-phat-dong", .keHoach),
    Sample.row("kh-TH", .keHoachDonVi, unit: "TH"),
    Sample.row("kh-TTTT", .keHoachDonVi, unit: "TTTT"),
  ]

  var dossier: Dossier {
    Dossier(
      office: Office(
        symbol: "VPUB", name: "Văn phòng UBND tỉnh Sơn La",
        fullName: "Văn phòng Ủy ban nhân dân tỉnh Sơn La", heading: heading,
        authority: "CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH SƠN LA", headPost: "Chánh Văn phòng",
        placeName: "Sơn La", advisingUnit: ID("TH"), medium: .electronic, functionPaper: nil,
        signers: signers, accountant: nil, origin: .file("chung/co-quan.json")),
      units: units, people: people,
      movement: Movement(
        id: "dmst", name: "Đổi mới sáng tạo", layers: layers,
        contents: [
          .init(number: 1, name: "Đổi mới tư duy", origin: .nowhere),
          .init(number: 2, name: "Chuyển đổi số", origin: .nowhere),
        ], criteria: [], awards: [], prefersInitiatives: true,
        targets: [Sample.target("CT-02", "Tỷ lệ văn bản ký số", "%", [(2026, 98), (2027, 100)])],
        origin: .file("chung/phong-trao.json")),
      period: Period(
        id: "2026-phat-dong", name: "Phát động", moment: moment, countsFrom: nil, countsTo: nil,
        deadline: nil, origin: .file("ky/2026-phat-dong/dot.json")),
      plan: plan, unitPlans: unitPlans, documents: documents)
  }
}

extension Sample {
  static func signer(
    _ person: String, _ post: String, signsForHead: Bool = false, from: String? = nil,
    to: String? = nil
  ) -> Office.Signer {
    Office.Signer(
      person: ID(person), post: post, signsForHead: signsForHead, from: from.flatMap(day),
      to: to.flatMap(day), origin: .nowhere)
  }

  static func unit(
    _ id: String, _ name: String, _ kind: OfficeUnit.Kind, head: String?, hasSeal: Bool = false,
    hasNumberSeries: Bool? = nil, heading: [String]? = nil
  ) -> OfficeUnit {
    OfficeUnit(
      id: ID(id), name: name, kind: kind, symbol: id, head: head.map { ID($0) }, hasSeal: hasSeal,
      hasNumberSeries: hasNumberSeries ?? hasSeal, heading: heading, function: nil,
      origin: .file("chung/don-vi.json"))
  }

  /// A person of the unit that the letters of the id name.
  static func person(
    _ id: String, _ name: String, _ post: String, _ category: Person.Category = .congChuc,
    joined: String? = nil, left: String? = nil, history: [Person.Service] = []
  ) -> Person {
    Person(
      id: ID(id), name: name, sortName: nil, sex: .male, birthDate: nil, ethnicGroup: nil,
      unit: ID(String(id.prefix { $0.isLetter })), post: post, isLeader: false,
      category: category, management: .vanPhong, isPartyMember: nil, joined: joined.flatMap(day),
      left: left.flatMap(day), nativePlace: nil, residence: nil, qualification: nil, duties: nil,
      history: history, origin: .nowhere)
  }

  static func service(_ unit: String, from: CivilDate, to: String?) -> Person.Service {
    Person.Service(
      unit: ID(unit), post: "Chuyên viên", from: from, to: to.flatMap(day), origin: .nowhere)
  }

  static func plan(
    subject: String = "Phát động Phong trào thi đua", signer post: String,
    recipients: [String] = ["Sở Nội vụ", "Lưu: VT, TH"]
  ) -> Plan {
    Plan(
      subject: subject,
      signer: .init(post: post, name: "Trần Văn A", origin: .nowhere),
      opening: ["Văn phòng ban hành Kế hoạch như sau:"],
      sections: [
        .init(
          number: "I", title: "MỤC ĐÍCH", paragraphs: [],
          clauses: [
            .init(
              number: 1, title: "Mục đích", paragraphs: [],
              dashes: ["Tạo khí thế.", "Nhân rộng.."],
              origin: .nowhere)
          ], origin: .nowhere),
        .init(
          number: "II", title: "GIẢI PHÁP", paragraphs: ["Gồm:"],
          clauses: [
            .init(
              number: 1, title: nil, paragraphs: ["Tăng cường tuyên truyền."], dashes: [],
              origin: .nowhere)
          ], origin: .nowhere),
      ],
      closing: ["Yêu cầu thực hiện./."], recipients: recipients,
      origin: .file("ky/2026-phat-dong/ke-hoach.json"))
  }

  static func unitPlan(
    _ unit: String, works: [UnitPlan.Work] = [], without: [Int] = []
  ) -> UnitPlan {
    UnitPlan(
      unit: ID(unit), subject: "Triển khai Phong trào thi đua", purposes: ["Cụ thể hóa Kế hoạch."],
      works: works, contentsWithout: without, measures: ["Giao người phụ trách."],
      organisation: ["Báo cáo hằng quý."],
      origin: .file("ky/2026-phat-dong/ke-hoach-don-vi.json"))
  }

  static func work(
    _ content: Int, _ task: String, _ lead: String, deadline: String? = nil, target: String? = nil
  ) -> UnitPlan.Work {
    UnitPlan.Work(
      content: content, task: task, lead: ID(lead), deadline: deadline.flatMap(day),
      target: target.map { ID($0) }, origin: .nowhere)
  }

  static func target(
    _ id: String, _ name: String, _ measure: String, _ goals: [(Int, Int)],
    _ direction: Movement.Target.Direction = .up
  ) -> Movement.Target {
    Movement.Target(
      id: ID(id), content: 2, name: name, unitOfMeasure: measure,
      goals: goals.map { (year: $0.0, goal: Quantity(hundredths: $0.1 * 100)) },
      direction: direction, origin: .nowhere)
  }

  static func row(
    _ id: String, _ kind: DocumentKind, unit: String? = nil, number: String? = nil,
    date: String? = nil, year: Int? = 2026, signer: String? = nil
  ) -> DocumentRow {
    DocumentRow(
      id: ID(id), kind: .own(kind), unit: unit.map { ID($0) }, number: number,
      date: date.flatMap(day), year: year, signer: signer.map { ID($0) }, issuer: nil,
      signerName: nil, nominations: [], origin: .file("ky/2026-phat-dong/van-ban.json"))
  }

  static func day(_ text: String) -> CivilDate? { try? CivilDate(text) }
}
