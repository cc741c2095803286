import Composition
import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Regulations
import TestSupport
import Testing

@Suite("Tờ trình và Bằng khen của cấp trên ở đợt sơ kết, tổng kết")
struct UpwardTests {
  private typealias Change = ReviewSample.Change

  private static let printed = Change(
    "quy-dinh.json", #""in_bang_khen": null"#, #""in_bang_khen": true"#)

  @Test("every moment has its kinds, in one order of filing")
  func kinds() {
    let yearly = Composition.kinds(for: .hangNam)
    let interim = Composition.kinds(for: .soKet)
    #expect(interim.filter(yearly.contains) == yearly)
    #expect(interim.contains(.toTrinhBangKhen) && !yearly.contains(.toTrinhBangKhen))
    #expect(Moment.allCases.allSatisfy { !Composition.kinds(for: $0).isEmpty })
    for moment in Moment.allCases {
      #expect(Composition.kinds(for: moment).allSatisfy { $0.facts.moments.contains(moment) })
    }
  }

  @Test("an interim review is composed without an error", arguments: ["so_ket", "tong_ket"])
  func composes(moment: String) throws {
    let sample = try ReviewSample(
      ReviewSample.interim + [
        Self.printed, Change("dot.json", #""thoi_diem": "so_ket""#, "\"thoi_diem\": \"\(moment)\""),
      ])
    #expect(!(sample.findings + sample.compose().findings).hasErrors)
    let kinds = Set((sample.compose().value ?? []).map(\.kind))
    #expect(
      kinds.isSuperset(of: [
        .danhSachDeNghi, .toTrinhGiayKhen, .toTrinhBangKhen, .phieuNoiDungBangKhen,
        .quyetDinhKhenThuong, .giayKhen, .bangKhen, .soKhenThuong,
      ]))
  }

  @Test("data of the tờ trình for Bằng khen: province addressed, collectives first, no money")
  func proposal() throws {
    let sample = try ReviewSample(ReviewSample.interim)
    let orders = sample.orders(.toTrinhBangKhen)
    #expect(orders.map(\.id) == ["to-trinh-bang-khen/001-ttr-bang-khen"])
    #expect(orders.first?.state == .issued)
    try expectData(orders.first, equals: "to-trinh-bang-khen")
    #expect(sample.codes("CO08").isEmpty)
  }

  @Test("one sheet for each one proposed, the sentence letter for letter")
  func sheets() throws {
    let sample = try ReviewSample(ReviewSample.interim)
    let orders = sample.orders(.phieuNoiDungBangKhen)
    #expect(
      orders.map(\.fileStem) == ["001-phong-to-chuc-hanh-chinh-quan-tri", "002-lo-thi-xuan"])
    #expect(orders.map(\.subject) == ["TCHCQT", "TH03"])
    try expectData(orders.first, equals: "phieu-noi-dung-bang-khen-tap-the")
    try expectData(orders.last, equals: "phieu-noi-dung-bang-khen-ca-nhan")
    let sentence = sample.dossier.period.citation(for: .bangKhenTinh)
    #expect(orders.allSatisfy { $0.data["thanh_tich"]?.string == sentence })
  }

  @Test("Bằng khen: only where the office prints it, and only by the province's decision")
  func certificates() throws {
    #expect(try ReviewSample(ReviewSample.interim).orders(.bangKhen).isEmpty)
    let sample = try ReviewSample(ReviewSample.interim + [Self.printed])
    let orders = sample.orders(.bangKhen)
    #expect(orders.map(\.id) == ["bang-khen/001-lo-thi-xuan"])
    #expect(orders.first?.state == .issued)
    try expectData(orders.first, equals: "bang-khen")
    let undecided = try ReviewSample(
      ReviewSample.interim + [
        Self.printed,
        Change("van-ban.json", #""loai": "Quyết định""#, #""loai": "Thông báo""#),
      ])
    #expect(undecided.orders(.bangKhen).isEmpty)
  }

  @Test(
    "a decision of the province that is not known in full makes no Bằng khen, and it is said why",
    arguments: [
      (#""so": "2650/QĐ-UBND""#, #""so": null"#, "“so”"),
      (#""ngay": "2026-12-30""#, #""ngay": null"#, "“ngay”"),
      (#""nguoi_ky_ten": "Cầm Văn Mẫu""#, #""nguoi_ky_ten": null"#, "“nguoi_ky_ten”"),
      (#"["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]"#, "[]", "“nguoi_ky_quyen_han”"),
    ])
  func incomplete(from: String, to: String, named: String) throws {
    let sample = try ReviewSample(
      ReviewSample.interim + [Self.printed, Change("van-ban.json", from, to)])
    #expect(sample.orders(.bangKhen).isEmpty)
    #expect(sample.messages("CO084").count == 1)
    #expect(sample.messages("CO084").first?.contains("chưa có \(named),") == true)
  }

  @Test("without the body over the office nobody is addressed; it is said once")
  func superiorUnknown() throws {
    let sample = try ReviewSample(
      ReviewSample.interim + [
        Self.printed, Change("co-quan.json", Self.superior, #""ke_toan": "TCHCQT05""#),
      ])
    #expect(sample.codes("CO08") == ["CO080"])
    #expect(sample.orders(.toTrinhBangKhen).isEmpty && sample.orders(.bangKhen).isEmpty)
    // What the province prints does not depend on whom we address.
    #expect(sample.orders(.phieuNoiDungBangKhen).count == 2)
  }

  private static let superior = """
    "ke_toan": "TCHCQT05",
      "cap_tren": {
        "kinh_gui": ["Chủ tịch UBND tỉnh Sơn La", "Sở Nội vụ tỉnh Sơn La"],
        "nguoi_dung_dau": "Chủ tịch UBND tỉnh",
        "co_quan_tham_dinh": "Sở Nội vụ",
        "tham_quyen": "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA"
      }
    """

  @Test("a Giấy khen in a tờ trình for Bằng khen is refused")
  func wrongAward() throws {
    let sample = try ReviewSample(
      ReviewSample.interim + [
        Change("van-ban.json", #"["GK-02", "GK-03"]"#, #"["GK-02", "GK-03", "GK-06"]"#)
      ])
    #expect(sample.codes("CO08") == ["CO081"])
    #expect(sample.messages("CO081").first?.contains("GK-06 (Cứ A Dơ) đề nghị Giấy khen") == true)
    #expect(sample.orders(.toTrinhBangKhen).isEmpty)
  }

  @Test("a person's sentence names the province's movement; the office's is pointed out")
  func movement() throws {
    let sentence = #""bang_khen_tinh": "Đã có thành tích xuất sắc trong Phong trào thi đua"#
    let office = Change(
      "dot.json", sentence, sentence + " của Văn phòng UBND tỉnh")
    let sample = try ReviewSample(ReviewSample.interim + [office])
    #expect(sample.codes("CO08") == ["CO083"])
    let finding = try #require(sample.compose().findings.first { $0.code == Code("CO083") })
    #expect(finding.severity == .warning && finding.message.contains("GK-03 (Lò Thị Xuân)"))
    #expect(finding.place.pointer == "/cau_thanh_tich/bang_khen_tinh")
    #expect(sample.orders(.toTrinhBangKhen).count == 1)
    // The office's name alone names no movement.
    let work = try ReviewSample(
      ReviewSample.interim + [
        Change(
          "dot.json", sentence, #""bang_khen_tinh": "Đã có thành tích tại Văn phòng UBND tỉnh"#)
      ])
    #expect(work.codes("CO08").isEmpty)
    // A collective's rests on any movement.
    let collective = try ReviewSample(
      ReviewSample.interim + [
        office, Change("van-ban.json", #""de_nghi": ["GK-02", "GK-03"]"#, #""de_nghi": ["GK-02"]"#),
      ])
    #expect(collective.codes("CO08").isEmpty)
  }

  @Test("a missing row is proposed with those whom the council passed, once for each award")
  func rowProposed() throws {
    let flag = [
      ReviewSample.award("co_thi_dua_tinh", toUnit: "TTTT", level: "tinh"),
      Change("dot.json", #""thoi_diem": "so_ket""#, #""thoi_diem": "tong_ket""#),
      Change(
        "van-ban.json", #"["GK-01", "GK-06", "GK-05", "GK-04"]"#, #"["GK-06", "GK-05", "GK-04"]"#),
    ]
    let sample = try ReviewSample(
      ReviewSample.interim + flag + [
        Change("van-ban.json", ReviewSample.proposal + ",\n", "")
      ])
    let help = sample.compose().findings.filter { $0.code == Code("CO030") }.compactMap(\.help)
    #expect(help.count == 2)
    #expect(
      help.first?.contains(#""ma": "to-trinh-bang-khen", "loai": "to-trinh-bang-khen""#) == true)
    #expect(help.first?.contains(#""de_nghi": ["GK-02", "GK-03"]"#) == true)
    #expect(help.last?.contains(#""ma": "to-trinh-cap-tren-co-thi-dua-tinh""#) == true)
    #expect(help.last?.contains(#""de_nghi": ["GK-01"]"#) == true)
  }

  private static func higher(_ award: String, _ rows: String) -> [Change] {
    ReviewSample.interim + [
      Change("dot.json", #""thoi_diem": "so_ket""#, #""thoi_diem": "tong_ket""#),
      ReviewSample.award(award, toUnit: "TTTT", level: "tinh"),
      Change(
        "van-ban.json", #"["GK-01", "GK-06", "GK-05", "GK-04"]"#, #"["GK-06", "GK-05", "GK-04"]"#),
      Change("van-ban.json", ReviewSample.rowsEnd, "},\n" + rows + "\n  ]\n"),
    ]
  }

  private static func row(_ nominations: String) -> String {
    #"{ "ma": "ttr-cao", "loai": "to-trinh-cap-tren", "so": "30", "ngay": "2026-12-18", "#
      + #""nguoi_ky": "LD01", "de_nghi": [\#(nominations)] }"#
  }

  @Test(
    "a higher award has a tờ trình of its own; the Prime Minister's goes on through the province",
    arguments: [
      ("co_thi_dua_tinh", false), ("co_thi_dua_chinh_phu", true), ("bang_khen_thu_tuong", true),
    ])
  func higherAward(award: String, goesOn: Bool) throws {
    let sample = try ReviewSample(Self.higher(award, Self.row(#""GK-01""#)))
    let order = try #require(sample.orders(.toTrinhCapTren).first)
    guard case .boolean(goesOn)? = order.data["thu_tuong_tang"]?.kind else {
      Issue.record("\(award): \(String(describing: order.data["thu_tuong_tang"]))")
      return
    }
    let label = try #require(AwardForm(rawValue: award)).label
    #expect(order.data["hinh_thuc"]?.string == label)
    #expect(
      order.data["trich_yeu"]?.string?.replacing("\u{A0}", with: " ")
        == "Về việc đề nghị tặng \(label)")
    #expect(sample.orders(.phieuNoiDungBangKhen).count == 2)
  }

  @Test("two higher awards in one tờ trình are refused, and so is a Bằng khen of the province")
  func mixed() throws {
    let changes = Self.higher("co_thi_dua_tinh", Self.row(#""GK-01", "GK-06""#))
    let sample = try ReviewSample(
      changes + [
        ReviewSample.award("bang_khen_thu_tuong", toPerson: "TCHCQT07"),
        Change("van-ban.json", #"["GK-06", "GK-05", "GK-04"]"#, #"["GK-05", "GK-04"]"#),
        Change(
          "dot.json", #""giay_khen": "Đã"#,
          ReviewSample.sentence(for: "bang_khen_thu_tuong") + #""giay_khen": "Đã"#),
      ])
    #expect(sample.codes("CO08") == ["CO082"])
    #expect(sample.orders(.toTrinhCapTren).isEmpty)
  }
}

@Suite("Nhiều quyết định trong một đợt, và quyết định của cấp trên")
struct SeveralDecisionsTests {
  private typealias Change = ReviewSample.Change

  private static let single =
    #""de_nghi": ["GK-02", "GK-01", "GK-03", "GK-06", "GK-05", "GK-04"], "nguon": "van_phong" }"#

  /// Two decisions out of one tờ trình, the later one first in the file.
  private static let two = [
    ReviewSample.decision(date: "2026-12-24"),
    Change(
      "van-ban.json", single,
      #""de_nghi": ["GK-02", "GK-01"], "nguon": "van_phong" }, "#
        + #"{ "ma": "qd-2", "loai": "quyet-dinh-khen-thuong", "so": "410", "ngay": "2026-12-22", "#
        + #""nguoi_ky": "LD01", "de_nghi": ["GK-03", "GK-06", "GK-05", "GK-04"] }"#),
  ]

  private func rows(_ sample: ReviewSample) -> [JSONValue] {
    sample.orders(.soKhenThuong).first?.companion?.content["khen_thuong"]?.array ?? []
  }

  @Test("each has its paper, its money and its numbers; the register goes by the day")
  func two() throws {
    let sample = try ReviewSample(Self.two)
    #expect(!sample.compose().findings.hasErrors)
    #expect(
      sample.orders(.quyetDinhKhenThuong).map(\.fileStem) == ["001-qd-giay-khen", "002-qd-2"])
    #expect(
      sample.orders(.danhSachTienThuong).map { $0.data["nguoi_nhan"]?.array?.count } == [2, 4])
    let rows = rows(sample)
    #expect(
      rows.map { $0["quyet_dinh"]?["so"]?.string }
        == Array(repeating: "410/QĐ-VPUB", count: 4) + Array(repeating: "412/QĐ-VPUB", count: 2))
    #expect(rows.map { $0["so_thu_tu"]?.whole } == [1, 2, 3, 4, 1, 2])
    #expect(rows.map { $0["nguon"]?.string } == [nil, nil, nil, nil, "van_phong", "van_phong"])
    #expect(sample.messages("CO066").first?.contains("“nguon” (4 dòng)") == true)
  }

  @Test("each awardee's money goes by the day of the own decision, also in one tờ trình for two")
  func twoSalaries() throws {
    let sample = try ReviewSample(
      ReviewSample.decided(in: "2026-06-30") + [
        Change(
          "van-ban.json", Self.single,
          #""de_nghi": ["GK-02", "GK-01"] }, "#
            + #"{ "ma": "qd-2", "loai": "quyet-dinh-khen-thuong", "so": "413", "#
            + #""ngay": "2026-07-01", "nguoi_ky": "LD01", "#
            + #""de_nghi": ["GK-03", "GK-06", "GK-05", "GK-04"] }"#)
      ])
    let lists = sample.orders(.danhSachTienThuong)
    #expect(lists.map { $0.data["tong"]?.whole } == [2 * 1_410_000, 4 * 760_000])
    let money = try #require(sample.orders(.toTrinhGiayKhen).first?.data["tien_thuong"])
    #expect(money["tong"]?.whole == 2 * 1_410_000 + 4 * 760_000)
    #expect(money["ngay_tinh"]?.string == "")
  }

  @Test("a decision that rests on two tờ trình cites both")
  func twoProposals() throws {
    let row = #""nguoi_ky": "TCHCQT01", "de_nghi": ["#
    let sample = try ReviewSample(
      Change(
        "van-ban.json", row + #""GK-02", "GK-01", "GK-03", "GK-06", "GK-05", "GK-04"] }"#,
        row + #""GK-02", "GK-01"] }, { "ma": "ttr-2", "loai": "to-trinh-giay-khen", "so": null, "#
          + #""ngay": "2026-12-18", "de_nghi": ["GK-03", "GK-06", "GK-05", "GK-04"] }"#))
    let order = try #require(sample.orders(.quyetDinhKhenThuong).first)
    #expect(
      order.data["de_nghi"]?["tai"]?.string
        == "Tờ trình ngày 17 tháng 12 năm 2026 và Tờ trình ngày 18 tháng 12 năm 2026")
  }

  @Test("what the province decided enters the register: its number, no ordinal, no money of ours")
  func province() throws {
    let sample = try ReviewSample(
      ReviewSample.interim + [
        Change(
          "van-ban.json", #""de_nghi": ["GK-03"] }"#, #""de_nghi": ["GK-03"], "nguon": "tinh" }"#)
      ])
    let row = try #require(rows(sample).last)
    try expectText(row, "so-khen-thuong.them-cap-tren")
    #expect(rows(sample).count == 5)
    let lists = sample.orders(.danhSachTienThuong)
    #expect(lists.count == 1 && lists.first?.data["nguoi_nhan"]?.array?.count == 4)
    let printed = sample.orders(.soKhenThuong).first?.data["khen_thuong"]?.array?.last
    #expect(
      printed?["so_vang"]?.string == "" && printed?["quyet_dinh"]?["so"]?.string == "2650/QĐ-UBND")
  }

  @Test("entered once, it is proposed no more; without a number or a day it waits")
  func enteredOrWaiting() throws {
    let before = try ReviewSample(ReviewSample.interim)
    let after = try ReviewSample(
      ReviewSample.interim + [ReviewSample.register(with: rows(before))])
    #expect(!after.findings.hasErrors && rows(after).isEmpty)
    let waiting = try ReviewSample(
      ReviewSample.interim + [
        Change("van-ban.json", #""so": "2650/QĐ-UBND""#, #""so": null"#)
      ])
    #expect(rows(waiting).count == 4 && waiting.messages("CO063").count == 1)
    #expect(waiting.messages("CO063").first?.contains("“qd-tinh” chưa có số,") == true)
  }

  private func expectText(_ value: JSONValue, _ name: String) throws {
    try TestSupport.expectText(
      String(decoding: JSONWriter.pretty(value), as: UTF8.self),
      equals: Fixture.folderURL("data").appendingPathComponent("\(name).expected.json"))
  }
}
