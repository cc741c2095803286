import Composition
import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import TestSupport
import Testing

@Suite("Báo cáo sơ kết, tổng kết Phong trào thi đua")
struct PeriodReportTests {
  private typealias Change = ReviewSample.Change

  private static let written = """
    { "lanh_dao_chi_dao": ["Ban hành Kế hoạch phát động"],
      "kiem_tra": [ { "ngay": "2026-10-12", "don_vi": "TH", "noi_dung": "Tiến độ",
        "ket_luan": "Đạt tiến độ." } ],
      "danh_gia": { "uu_diem": ["Phong trào đồng bộ."], "han_che": [],
        "nguyen_nhan": { "khach_quan": [], "chu_quan": ["Chưa chủ động."] }, "bai_hoc": [] },
      "nhiem_vu_toi": ["Cụ thể hóa chỉ tiêu."], "kien_nghi": [],
      "gui_cap_tren": { "kinh_gui": ["UBND tỉnh Sơn La", "Sở Nội vụ"], "gui": true } }
    """

  /// The yearly review taken as an interim review of two years, with what a person writes, the
  /// units' plans of the launch and a decision of the province.
  private static func sample(
    _ moment: String = "so_ket", _ kind: String = "bao-cao-so-ket", without absent: String? = nil,
    plans: Bool = true, written: String? = Self.written, changes: [Change] = []
  ) throws -> ReviewSample {
    let launch = Fixture.projectURL.appending(path: "Samples/2026-phat-dong/ke-hoach-don-vi.json")
    var further: [(name: String, text: String)] = []
    if let written { further.append(("bao-cao.json", written)) }
    if plans {
      further.append(("ke-hoach-don-vi.json", try String(contentsOf: launch, encoding: .utf8)))
    }
    let rows = """
      { "ma": "bc", "loai": "\(kind)", "so": "95", "ngay": "2027-01-20" },
          { "ma": "qd-tinh", "ben_ngoai": true, "loai": "Quyết định", "so": "2650/QĐ-UBND",
            "ngay": "2027-01-10", "co_quan": "Chủ tịch UBND tỉnh Sơn La", "de_nghi": ["BK-01"] },
          { "ma": "cv-huong-dan"
      """
    return try ReviewSample(
      [
        Change("dot.json", #""thoi_diem": "hang_nam""#, "\"thoi_diem\": \"\(moment)\""),
        Change("dot.json", #""tinh_tu_ngay": "2026-05-01""#, #""tinh_tu_ngay": "2025-12-20""#),
        Change("van-ban.json", #"{ "ma": "cv-huong-dan""#, rows),
      ] + changes, without: absent, adding: further)
  }

  private static func data(_ sample: ReviewSample) throws -> JSONValue {
    try #require((sample.orders(.baoCaoSoKet) + sample.orders(.baoCaoTongKet)).first).data
  }

  @Test("data", arguments: [("so_ket", "bao-cao-so-ket"), ("tong_ket", "bao-cao-tong-ket")])
  func golden(moment: String, kind: String) throws {
    let sample = try Self.sample(moment, kind)
    let orders = sample.orders(moment == "so_ket" ? .baoCaoSoKet : .baoCaoTongKet)
    #expect(orders.map(\.state) == [.issued])
    #expect(orders.first?.data["so_ky_hieu"]?.string == "Số: 95/BC-VPUB")
    try expectData(orders.first, equals: kind)
  }

  @Test("units with a plan and with a report are counted out of all but the leaders")
  func units() throws {
    let data = try Self.data(Self.sample())
    #expect(data["chi_dao"]?["tong_don_vi"]?.texts == ["6"])
    #expect(data["chi_dao"]?["co_ke_hoach"]?.texts == ["6"])
    #expect(data["chi_dao"]?["co_bao_cao"]?.texts == ["5"])
    #expect(data["chua_bao_cao"]?.texts == ["Phòng Nội chính"])
    #expect(try Self.sample().messages("CO101").isEmpty)
  }

  @Test("without the units' plans nothing is said of them, which is said")
  func plansUnknown() throws {
    let sample = try Self.sample(plans: false)
    #expect(try Self.data(sample)["chi_dao"]?["co_ke_hoach"]?.isNull == true)
    #expect(sample.messages("CO101").count == 1)
  }

  @Test("figures of one name are added up over the units, content by content")
  func figures() throws {
    let contents = try #require(try Self.data(Self.sample())["noi_dung"]?.array)
    #expect(
      contents.map { $0["so_lieu"]?.texts } == [
        ["09 buổi phổ biến"], [], ["02 sáng kiến được công nhận"], ["120 cuộc họp không giấy"], [],
      ])
  }

  @Test("targets are counted by units beyond, at and below the goal; no mean is taken")
  func targets() throws {
    let targets = try #require(try Self.data(Self.sample())["chi_tieu"]?.array)
    let counts = targets.map { target in
      ["so_don_vi", "vuot", "dat", "chua_dat"].flatMap { target[$0]?.texts ?? [] }
    }
    #expect(
      counts == [
        ["5", "4", "1", "0"], ["5", "4", "1", "0"], ["5", "0", "2", "3"], ["5", "3", "1", "1"],
      ])
  }

  @Test("awards by form and by person, from the decisions of the review and the province's")
  func awards() throws {
    let sample = try Self.sample()
    let awards = try #require(try Self.data(sample)["khen_thuong"])
    #expect(
      awards["hinh_thuc"]?.texts == [
        "Giấy khen", "2", "4", "Bằng khen của Chủ tịch UBND tỉnh", "0", "1",
      ])
    #expect(
      awards["trong_do"]?.texts == [
        "nu", "3", "dan_toc_thieu_so", "3", "lanh_dao", "1", "khong_lanh_dao", "4", "sang_kien",
        "1",
      ])
    #expect(["CO104", "CO105", "CO106"].flatMap(sample.messages).isEmpty)
  }

  @Test("rows entered into the register are not counted twice, and a later decision not at all")
  func countedOnce() throws {
    // What the yearly review proposes for the register, since a build of this period does not.
    let companions = try ReviewSample().compose().value?.compactMap(\.companion)
    let proposed = try #require(companions?.first?.content["khen_thuong"]?.array)
    let entered = try Self.sample(changes: [ReviewSample.register(with: proposed)])
    let awards = try Self.data(entered)["khen_thuong"]
    #expect(awards?["danh_sach"]?.array?.count == 7)
    let early = try Self.sample(changes: [
      Change(
        "van-ban.json", #""so": "95", "ngay": "2027-01-20""#, #""so": "95", "ngay": "2027-01-05""#)
    ])
    #expect(try Self.data(early)["khen_thuong"]?["danh_sach"]?.array?.count == 6)
  }

  @Test("a share that is not known of every awardee is left out, and said")
  func sharesUnknown() throws {
    let sample = try Self.sample(changes: [
      Change("nhan-su.json", #""dan_toc": "Thái",\#n      "don_vi": "TH""#, #""don_vi": "TH""#),
      Change("de-nghi.json", #""sang_kien": ["SK-2026-04"],"#, #""sang_kien": null,"#),
    ])
    let shares = try #require(try Self.data(sample)["khen_thuong"]?["trong_do"]?.texts)
    #expect(shares == ["nu", "3", "lanh_dao", "1", "khong_lanh_dao", "4"])
    #expect(sample.messages("CO105").count == 1 && sample.messages("CO106").count == 1)
  }

  @Test("without a register the part on awards goes, and is said")
  func noRegister() throws {
    let sample = try Self.sample(without: "so-khen-thuong.json")
    let data = try Self.data(sample)
    #expect(data["khen_thuong"]?.isNull == true)
    #expect(data["phan"]?.texts.contains("khen_thuong") == false)
    #expect(sample.messages("CO104").count == 1)
  }

  @Test("without what a person writes the figures stand alone, and it is said")
  func notWritten() throws {
    let sample = try Self.sample(written: nil)
    let data = try Self.data(sample)
    #expect(data["phan"]?.texts == ["chi_dao", "ket_qua", "khen_thuong"])
    #expect(data["kinh_gui"]?.array?.isEmpty == true)
    #expect(sample.messages("CO103").count == 1)
    #expect(try Self.sample().messages("CO103").isEmpty)
  }

  @Test("publicity that one unit did not tell is not counted short")
  func publicity() throws {
    let known = try Self.data(Self.sample())
    #expect(known["chi_dao"]?["phan"]?.texts == ["lanh_dao", "tuyen_truyen", "kiem_tra"])
    #expect(known["chi_dao"]?["tuyen_truyen"]?.array?.count == 3)
    let sample = try Self.sample(changes: [
      Change("bao-cao-don-vi.json", #""tuyen_truyen": []"#, #""tuyen_truyen": null"#)
    ])
    #expect(try Self.data(sample)["chi_dao"]?["phan"]?.texts == ["lanh_dao", "kiem_tra"])
    #expect(sample.messages("CO107").count == 1)
  }

  @Test("inspections that are not known are left out, and said")
  func inspections() throws {
    let text = Self.written.replacing(
      "\"kiem_tra\": [", with: "\"kiem_tra\": null, \"kien_nghi\": [")
    let start = try #require(text.range(of: "\"kien_nghi\": ["))
    let end = try #require(text.range(of: "} ],"))
    let without = String(text[..<start.lowerBound]) + String(text[end.upperBound...])
    let sample = try Self.sample(written: without)
    #expect(try Self.data(sample)["chi_dao"]?["phan"]?.texts == ["lanh_dao", "tuyen_truyen"])
    #expect(sample.messages("CO108").count == 1)
  }

  @Test("the years after the report's are those of the movement that are left")
  func nextPhase() throws {
    #expect(try Self.data(Self.sample())["giai_doan_toi"]?.string == "giai đoạn 2027-2030")
  }

  @Test("without any report there is no part on results")
  func nothingReported() throws {
    let sample = try Self.sample(without: "bao-cao-don-vi.json")
    let data = try Self.data(sample)
    #expect(data["phan"]?.texts.contains("ket_qua") == false)
    #expect(data["chua_bao_cao"]?.array?.count == 6)
  }
}
