import Composition
import Diagnostics
import Dossier
import LocatedJSON
import Regulations
import Testing
import Vocabulary

@Suite("Tờ trình và Quyết định tặng Giấy khen")
struct DecisionPaperTests {
  private typealias Change = ReviewSample.Change

  /// The row of the decision in `van-ban.json`, up to its day.
  private static let decided = #""so": "412", "ngay": "2026-12-22""#
  private static let decisionList =
    #""nguoi_ky": "LD01", "de_nghi": ["GK-02", "GK-01", "GK-03", "GK-06", "GK-05", "GK-04"]"#

  @Test("data of the two papers", arguments: [DocumentKind.toTrinhGiayKhen, .quyetDinhKhenThuong])
  func data(kind: DocumentKind) throws {
    let orders = try ReviewSample().orders(kind)
    #expect(orders.count == 1)
    #expect(orders.first?.state == .issued)
    try expectData(orders.first, equals: kind.rawValue)
  }

  @Test("a decision without number and day is a draft with blanks, reckoned on the paper's own day")
  func draft() throws {
    let sample = try ReviewSample([
      Change("van-ban.json", Self.decided, #""so": null, "ngay": null, "nam": 2026"#)
    ])
    let order = try #require(sample.orders(.quyetDinhKhenThuong).first)
    #expect(order.state == .draft)
    #expect(order.data["so_ky_hieu"]?.string == "Số:        /QĐ-VPUB")
    #expect(order.data["dia_danh_ngay"]?.string == "Sơn La, ngày      tháng      năm 2026")
    // The conference of the period, since the decision has no day of its own.
    #expect(order.data["tien_thuong"]?["ngay_tinh"]?.string == "25/12/2026")
    let proposal = try #require(sample.orders(.toTrinhGiayKhen).first)
    #expect(proposal.data["tien_thuong"]?["ngay_tinh"]?.string == "17/12/2026")
  }

  @Test("an issued paper on paper fills the reference of its list; an electronic one leaves it")
  func reference() throws {
    let electronic = try #require(try ReviewSample().orders(.quyetDinhKhenThuong).first)
    #expect(electronic.data["danh_sach"]?["so"]?.string == "số        /QĐ-VPUB")
    let sample = try ReviewSample([
      Change(
        "co-quan.json", #""van_ban_giay_hay_dien_tu": "dien_tu""#,
        #""van_ban_giay_hay_dien_tu": "giay""#)
    ])
    let order = try #require(sample.orders(.quyetDinhKhenThuong).first)
    #expect(order.data["danh_sach"]?["so"]?.string == "số 412/QĐ-VPUB")
    #expect(order.data["danh_sach"]?["ngay"]?.string == "ngày 22 tháng 12 năm 2026")
    let proposal = try #require(sample.orders(.toTrinhGiayKhen).first)
    #expect(proposal.data["danh_sach"]?["so"]?.string == "")
    #expect(proposal.data["danh_sach"]?["ngay"]?.string == "ngày 17 tháng 12 năm 2026")
  }

  @Test("an office without a tờ trình of its own: the decision rests on the council's minutes")
  func noInternalSubmission() throws {
    let sample = try ReviewSample([
      Change("quy-dinh.json", #""to_trinh_noi_bo": null"#, #""to_trinh_noi_bo": false"#)
    ])
    #expect(sample.orders(.toTrinhGiayKhen).isEmpty)
    let order = try #require(sample.orders(.quyetDinhKhenThuong).first)
    #expect(
      order.data["de_nghi"]?["nguoi"]?.string
        == "Hội đồng Thi đua - Khen thưởng Văn phòng UBND tỉnh")
    #expect(order.data["de_nghi"]?["tai"]?.string == "Biên bản họp ngày 15 tháng 12 năm 2026")
  }

  @Test("an office whose decisions state no money")
  func withoutMoney() throws {
    let sample = try ReviewSample([
      Change("quy-dinh.json", #""ghi_tien_thuong": null"#, #""ghi_tien_thuong": false"#)
    ])
    let order = try #require(sample.orders(.quyetDinhKhenThuong).first)
    #expect(order.data["tien_thuong"]?.isNull == true)
  }

  @Test("a list that mixes the blocks is printed block by block, and said")
  func mixedBlocks() throws {
    let sample = try ReviewSample([
      Change(
        "van-ban.json", Self.decisionList,
        #""nguoi_ky": "LD01", "de_nghi": ["GK-03", "GK-02", "GK-06", "GK-01", "GK-05", "GK-04"]"#)
    ])
    #expect(sample.codes("CO03") == ["CO031"])
    let order = try #require(sample.orders(.quyetDinhKhenThuong).first)
    #expect(
      Self.names(in: order).prefix(2) == [
        "Phòng Tổ chức - Hành chính - Quản trị", "Trung tâm Thông tin",
      ])
    #expect(Self.numbers(in: order) == ["1", "2", "3", "4", "5", "6"])
  }

  @Test("individuals first, numbers anew in each block: as the office says")
  func ownOrder() throws {
    let sample = try ReviewSample([
      Change("quy-dinh.json", #""tap_the_truoc": null"#, #""tap_the_truoc": false"#),
      Change("quy-dinh.json", #""so_vang_lien_tuc": null"#, #""so_vang_lien_tuc": false"#),
    ])
    let order = try #require(sample.orders(.quyetDinhKhenThuong).first)
    #expect(Self.numbers(in: order) == ["1", "2", "3", "4", "1", "2"])
    #expect(Self.names(in: order).last == "Trung tâm Thông tin")
  }

  @Test("a row without a list asks for one and gives no paper")
  func listUnknown() throws {
    let sample = try ReviewSample([
      Change("van-ban.json", Self.decisionList, #""nguoi_ky": "LD01", "de_nghi": null"#)
    ])
    #expect(sample.orders(.quyetDinhKhenThuong).isEmpty)
    #expect(sample.codes("CO03") == ["CO030"])
  }

  @Test("a missing row is proposed with its list, in the order of lists; the tờ trình first")
  func rowProposed() throws {
    let noDecision = Change(
      "van-ban.json", #""loai": "quyet-dinh-khen-thuong""#, #""loai": "so-khen-thuong""#)
    let both = try ReviewSample([
      noDecision,
      Change("van-ban.json", #""loai": "to-trinh-giay-khen""#, #""loai": "to-trinh-cap-tren""#),
    ])
    let first = both.compose().findings.filter { $0.code == Code("CO030") }
    #expect(first.count == 1)
    let help = try #require(first.first?.help)
    #expect(
      help.hasSuffix(
        #""loai": "to-trinh-giay-khen", "so": null, "ngay": null, "nam": 2026, "#
          + #""de_nghi": ["GK-02", "GK-01", "GK-06", "GK-05", "GK-04", "GK-03"] }"#), "\(help)")
    let one = try ReviewSample([noDecision])
    let second = one.compose().findings.filter { $0.code == Code("CO030") }
    #expect(second.count == 1)
    #expect(second.first?.message.contains("Quyết định tặng Giấy khen") == true)
  }

  @Test("without a sentence of achievement nothing is made up")
  func sentenceMissing() throws {
    let sample = try ReviewSample([
      Change("dot.json", #""giay_khen": "Đã có"#, #""bang_khen_tinh": "Đã có"#)
    ])
    #expect(sample.orders(.quyetDinhKhenThuong).isEmpty)
    let found = sample.compose().findings.filter { $0.code == Code("CO036") }
    // GK-01 and GK-05 have sentences of their own.
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test("a decision before its tờ trình is refused")
  func daysTurned() throws {
    let sample = try ReviewSample([
      Change("van-ban.json", Self.decided, #""so": "412", "ngay": "2026-12-16""#)
    ])
    #expect(sample.codes("CO03") == ["CO037"])
  }

  @Test("a deputy signs the decision for the head; its authority stays the head's")
  func deputy() throws {
    let sample = try ReviewSample([
      Change(
        "van-ban.json", Self.decisionList,
        Self.decisionList.replacing("LD01", with: "LD02"))
    ])
    let order = try #require(sample.orders(.quyetDinhKhenThuong).first)
    #expect(
      order.data["ky"]?["quyen_han"]?.array?.compactMap(\.string)
        == ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"])
    #expect(
      order.data["tham_quyen"]?.string == "CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH SƠN LA")
  }

  @Test(
    "the day of the decision chooses the law it cites",
    arguments: [
      ("2026-09-30", amended: false), ("2026-10-01", amended: true), ("2027-03-01", amended: true),
    ])
  func basis(day: String, amended: Bool) throws {
    let sample = try ReviewSample()
    let date = try #require(try? CivilDate(day))
    let sentences = sample.packs.references(on: date).map(\.sentence)
    #expect(sentences.first?.hasPrefix("Luật Thi đua, khen thưởng") == true)
    #expect(sentences.contains { $0.hasPrefix("Luật sửa đổi") } == amended)
    #expect(sentences.contains { $0.contains("152/2025") } == (day < "2027-03-01"))
  }

  private static func lines(of order: DocumentOrder) -> [JSONValue] {
    (order.data["khoi"]?.array ?? []).flatMap { $0["dong"]?.array ?? [] }
  }

  private static func names(in order: DocumentOrder) -> [String] {
    lines(of: order).compactMap { $0["ten"]?.string }
  }

  private static func numbers(in order: DocumentOrder) -> [String] {
    lines(of: order).compactMap { line in
      if case .number(let text) = line["so"]?.kind { text } else { nil }
    }
  }
}
