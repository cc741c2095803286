import Dossier
import Regulations

// The situations of initiatives, Bằng khen, titles and flags.

extension Situation {
  /// Turns the nomination into one for a Bằng khen of the province at the interim review.
  mutating func becomeBangKhen() {
    award = .bangKhenTinh
    level = .tinh
    moment = .soKet
    allowed = [.giayKhen, .bangKhenTinh]
    (decided, submitted) = (nil, nil)
  }

  /// Turns the nomination into one for another award, at a moment that has it.
  mutating func become(_ other: AwardForm, at moment: Moment = .hangNam) {
    award = other
    self.moment = moment
    allowed = [other]
    isCollective = [
      .coThiDuaTinh, .coThiDuaChinhPhu, .tapTheLaoDongTienTien, .tapTheLaoDongXuatSac,
    ].contains(other)
    (decided, submitted) = (nil, nil)
  }

  /// Ten people in the unit, so many of whom are Lao động tiên tiến of 2026.
  mutating func people(advanced: Int) {
    colleagues = Self.colleagues(9)
    titles = (["TH03"] + colleagues.map(\.id)).prefix(advanced)
      .map { ($0, .laoDongTienTien, 2026, .congTrang) }
  }

  /// The title of a Chiến sĩ thi đua cơ sở in two years.
  mutating func fighter(_ years: [Int], as type: CommendationType = .congTrang) {
    titles = years.map { ("TH03", .chienSiThiDuaCoSo, $0, type) }
  }

  /// Recognised initiatives, all put forward.
  mutating func recognise(_ ids: String...) {
    recognised = ids
    initiatives = ids
    certificate = "2026-11-20"
  }
}

extension RuleTests {
  static let initiatives: [Case] = [
    Case("R08", "an initiative that nothing used", .met) { $0.recognise("SK-1") },
    Case("R08", "an initiative that a colleague's award used", .unmet) {
      $0.recognise("SK-1")
      $0.usedInRegister = ["SK-1"]
    },
    Case("R08", "an initiative in two nominations", .undecided) {
      $0.recognise("SK-1")
      $0.second = [.init("TT-2", content: 1, "2026-05-01", "2026-06-01")]
    },
    Case("R08", "initiatives not known", .undecided) { $0.initiatives = nil },
    Case("R09", "a Bằng khen after a yearly Giấy khen of the movement", .met) {
      $0.becomeBangKhen()
      $0.register = [.init(achievements: [])]
    },
    Case("R09", "no register", .undecided) {
      $0.becomeBangKhen()
      $0.register = nil
    },
  ]

  static let certificates: [Case] = [
    Case("R12", "voted in the province's movement", .met) { $0.becomeBangKhen() },
    Case("R12", "voted in the office's movement alone", .unmet) {
      $0.becomeBangKhen()
      $0.level = .vanPhong
    },
    Case("R12", "exactly half of those present", .unmet) {
      $0.becomeBangKhen()
      $0.votes = (4, 8)
    },
    Case("R12", "no remark", .undecided) {
      $0.becomeBangKhen()
      $0.exemplary = nil
    },
    Case("R12", "Chiến sĩ thi đua cơ sở in the two years before", .met) {
      $0.becomeBangKhen()
      $0.level = .vanPhong
      $0.fighter([2024, 2025])
    },
    Case("R12", "Chiến sĩ thi đua cơ sở with a year between", .unmet) {
      $0.becomeBangKhen()
      $0.level = .vanPhong
      $0.fighter([2023, 2025])
    },
    Case("R12", "Chiến sĩ thi đua cơ sở of movements (R09)", .unmet) {
      $0.becomeBangKhen()
      $0.level = .vanPhong
      $0.fighter([2024, 2025], as: .phongTrao)
    },
    Case("R12", "excellent in two years, two recognised initiatives", .met) {
      $0.becomeBangKhen()
      $0.level = .vanPhong
      $0.recognise("SK-1", "SK-2")
      $0.finalRating = .hoanThanhXuatSac
      $0.earlierRatings = [2025: .hoanThanhXuatSac]
    },
    Case("R12", "two recognised initiatives, the year before not rated", .undecided) {
      $0.becomeBangKhen()
      $0.level = .vanPhong
      $0.recognise("SK-1", "SK-2")
      $0.finalRating = .hoanThanhXuatSac
    },
    Case("R12", "two recognised initiatives, good the year before", .unmet) {
      $0.becomeBangKhen()
      $0.level = .vanPhong
      $0.recognise("SK-1", "SK-2")
      $0.finalRating = .hoanThanhXuatSac
      $0.earlierRatings = [2025: .hoanThanhTot]
    },
    Case("R13", "united, voted in the office's movement", .met) {
      $0.becomeBangKhen()
      $0.isCollective = true
      $0.level = .vanPhong
    },
    Case("R13", "not united", .unmet) {
      $0.becomeBangKhen()
      $0.isCollective = true
      $0.united = false
    },
    Case("R13", "no meeting", .undecided) {
      $0.becomeBangKhen()
      $0.isCollective = true
      $0.votes = nil
    },
  ]

  static let titles: [Case] = [
    Case("R17", "advanced worker, excellent", .met) {
      $0.become(.chienSiThiDuaCoSo)
      $0.people(advanced: 1)
      $0.finalRating = .hoanThanhXuatSac
    },
    Case("R17", "advanced worker, good, an initiative recognised", .met) {
      $0.become(.chienSiThiDuaCoSo)
      $0.people(advanced: 1)
      $0.recognise("SK-1")
    },
    Case("R17", "advanced worker, good, no initiative", .unmet) {
      $0.become(.chienSiThiDuaCoSo)
      $0.people(advanced: 1)
    },
    Case("R17", "titles of the year in the register, not this one", .unmet) {
      $0.become(.chienSiThiDuaCoSo)
      $0.titles = [("TH10", .laoDongTienTien, 2026, .congTrang)]
      $0.finalRating = .hoanThanhXuatSac
    },
    Case("R17", "no title of the year in the register yet", .undecided) {
      $0.become(.chienSiThiDuaCoSo)
      $0.finalRating = .hoanThanhXuatSac
    },
    Case("R27", "one title in the year", .met) { $0.become(.laoDongTienTien) },
    Case("R27", "a higher title of the same year", .unmet) {
      $0.become(.laoDongTienTien)
      $0.fighter([2026])
    },
    Case("R27", "a higher title of another year", .met) {
      $0.become(.laoDongTienTien)
      $0.fighter([2025])
    },
    Case("R27", "no register", .undecided) {
      $0.become(.laoDongTienTien)
      $0.register = nil
    },
  ]

  static let collectiveTitles: [Case] = [
    Case("R15", "exactly 70 per cent advanced (Luật 06/2022, Điều 28 khoản 1)", .met) {
      $0.become(.tapTheLaoDongTienTien)
      $0.people(advanced: 7)
    },
    Case("R15", "60 per cent advanced", .unmet) {
      $0.become(.tapTheLaoDongTienTien)
      $0.people(advanced: 6)
    },
    Case("R15", "a member was reprimanded (khiển trách)", .met) {
      $0.become(.tapTheLaoDongTienTien)
      $0.people(advanced: 7)
      $0.colleagues[8].measure = .khienTrach
    },
    Case("R15", "a member was warned (cảnh cáo)", .unmet) {
      $0.become(.tapTheLaoDongTienTien)
      $0.people(advanced: 7)
      $0.colleagues[8].measure = .canhCao
    },
    Case("R15", "titles of the year not entered", .undecided) {
      $0.become(.tapTheLaoDongTienTien)
      $0.people(advanced: 0)
    },
    Case("R16", "excellent, 70 per cent advanced, one fighter", .met) { excellent(&$0) },
    Case("R16", "no Chiến sĩ thi đua cơ sở", .unmet) {
      excellent(&$0)
      $0.titles.removeLast()
    },
    Case("R16", "a member did not complete the tasks", .unmet) {
      excellent(&$0)
      $0.colleagues[8].rating = .khongHoanThanh
    },
    Case("R16", "a member is not rated", .undecided) {
      excellent(&$0)
      $0.colleagues[8].rating = nil
    },
  ]

  private static func excellent(_ situation: inout Situation) {
    situation.become(.tapTheLaoDongXuatSac)
    situation.people(advanced: 7)
    situation.finalRating = .hoanThanhXuatSac
    situation.titles.append(("TH10", .chienSiThiDuaCoSo, 2026, .congTrang))
  }

  static let flags: [Case] = [
    Case("R14", "province's movement of exactly three years (Luật 06/2022, Điều 26 khoản 2)", .met)
    {
      flag(&$0, .coThiDuaTinh, .tinh, 2026, 2028)
    },
    Case("R14", "province's movement of two years", .unmet) {
      flag(&$0, .coThiDuaTinh, .tinh, 2026, 2027)
    },
    Case("R14", "province's flag at the interim review", .unmet) {
      flag(&$0, .coThiDuaTinh, .tinh, 2026, 2030)
      $0.moment = .soKet
    },
    Case("R14", "last year of the movement not known", .undecided) {
      flag(&$0, .coThiDuaTinh, .tinh, 2026, nil)
    },
    Case(
      "R14", "Prime Minister's movement of exactly five years (Luật 06/2022, Điều 25 khoản 3)", .met
    ) {
      flag(&$0, .coThiDuaChinhPhu, .thuTuong, 2026, 2030)
      $0.moment = .soKet
    },
    Case("R14", "Prime Minister's movement of four years", .unmet) {
      flag(&$0, .coThiDuaChinhPhu, .thuTuong, 2026, 2029)
    },
  ]

  private static func flag(
    _ situation: inout Situation, _ award: AwardForm, _ level: Movement.Level, _ from: Int,
    _ to: Int?
  ) {
    situation.become(award, at: .tongKet)
    situation.level = level
    situation.layers = [(level, from, to)]
  }
}
