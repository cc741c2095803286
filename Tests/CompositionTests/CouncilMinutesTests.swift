import Composition
import Diagnostics
import Dossier
import LocatedJSON
import TestSupport
import Testing

@Suite("Biên bản họp Hội đồng và biên bản kiểm phiếu")
struct CouncilMinutesTests {
  private typealias Change = ReviewSample.Change

  private static func lines(_ data: JSONValue?) -> [JSONValue] {
    (data?["khoi"]?.array ?? []).flatMap { $0["dong"]?.array ?? [] }
  }

  @Test("data", arguments: [DocumentKind.bienBanHoiDong, .bienBanKiemPhieu])
  func data(kind: DocumentKind) throws {
    let orders = try ReviewSample().orders(kind)
    #expect(orders.map(\.state) == [.issued])
    #expect(orders.map(\.fileStem) == ["001-hd-01"])
    try expectData(orders.first, equals: kind.rawValue)
  }

  @Test("the council's number bears the first letters of its name; without one it has none")
  func number() throws {
    let row = #""ma": "bb-hoi-dong", "loai": "bien-ban-hoi-dong", "phien": "HD-01", "so": "#
    let sample = try ReviewSample(Change("van-ban.json", row + "null", row + "\"3\""))
    let order = try #require(sample.orders(.bienBanHoiDong).first)
    #expect(order.data["so_ky_hieu"]?.string == "Số: 03/BB-HĐTĐKT")
    #expect(try ReviewSample().orders(.bienBanHoiDong).first?.data["so_ky_hieu"]?.string == nil)
  }

  @Test("votes are counted of all members, opinions in writing among them")
  func shares() throws {
    let lines = Self.lines(try ReviewSample().orders(.bienBanHoiDong).first?.data)
    #expect(
      lines.map { $0["dong_y"]?.string } == ["7/7", "7/7", "7/7", "6/7", "7/7", "7/7"])
    #expect(lines[3]["ty_le"]?.string == "85,71%")
  }

  @Test("whom the council did not pass is in the table and not in the conclusion")
  func failed() throws {
    let sample = try ReviewSample(
      Change(
        "bo-phieu.json", #""GK-05", "dong_y": 5, "khong_dong_y": 1, "van_ban_dong_y": 1"#,
        #""GK-05", "dong_y": 2, "khong_dong_y": 4, "van_ban_dong_y": 1"#),
      Change("van-ban.json", #""GK-06", "GK-05""#, #""GK-06""#))
    let data = try #require(sample.orders(.bienBanHoiDong).first).data
    #expect(Self.lines(data).map { $0["thong_qua"]?.texts }.filter { $0 == ["false"] }.count == 1)
    #expect(data["thong_nhat"]?.array?.map { $0["so_ca_nhan"]?.texts } == [["3"]])
    let tally = try #require(sample.orders(.bienBanKiemPhieu).first).data
    #expect(
      tally["nhom"]?.array?.last?["dong"]?.array?.last?["ten"]?.string
        == "Cầm Hoàng Thị Phương Nhung")
  }

  @Test("a threshold is named only where the office has set one")
  func threshold() throws {
    #expect(try ReviewSample().orders(.bienBanKiemPhieu).first?.data["nguong"]?.texts == [])
    let sample = try ReviewSample(
      Change(
        "quy-dinh.json", #""hoi_dong": null"#,
        #""hoi_dong": { "ty_le_thong_qua": { "giay_khen": 80 } }"#),
      Change("quy-dinh.json", #""can_cu": null"#, #""can_cu": "Quy chế số 5/QC-VPUB""#))
    #expect(
      sample.orders(.bienBanKiemPhieu).first?.data["nguong"]?.texts
        == ["Giấy khen của Chánh Văn phòng UBND tỉnh", "80%", "6", "6"])
  }

  @Test("a show of hands is not counted by tellers")
  func showOfHands() throws {
    let sample = try ReviewSample(
      Change(
        "hoi-dong.json", #""cach_bieu_quyet": "bo_phieu_kin""#, #""cach_bieu_quyet": "gio_tay""#))
    #expect(sample.orders(.bienBanKiemPhieu).isEmpty)
    let data = try #require(sample.orders(.bienBanHoiDong).first).data
    #expect(data["la_phieu_kin"]?.texts == ["false"])
    #expect(data["cach_bieu_quyet"]?.string == "giơ tay")
  }

  @Test("without tellers there is no count and the minutes do not speak of one")
  func noTellers() throws {
    let sample = try ReviewSample(
      Change(
        "hoi-dong.json",
        #""ban_kiem_phieu": { "truong_ban": "LD02", "uy_vien": ["TCHCQT01"] },"#, ""))
    #expect(sample.orders(.bienBanKiemPhieu).isEmpty)
    #expect(sample.messages("CO075").count == 1)
    #expect(sample.orders(.bienBanHoiDong).first?.data["la_phieu_kin"]?.texts == ["false"])
  }

  @Test("without votes the minutes are a draft without a table")
  func noVotes() throws {
    let sample = try ReviewSample(
      [
        Change(
          "van-ban.json", #", "de_nghi": ["GK-02", "GK-01", "GK-03", "GK-06", "GK-05", "GK-04"]"#,
          "")
      ], without: "bo-phieu.json")
    let order = try #require(sample.orders(.bienBanHoiDong).first)
    #expect(order.state == .draft && order.data["khoi"]?.texts == [])
    #expect(sample.messages("CO075").count == 1)
  }

  @Test(
    "who must be there and was not",
    arguments: [
      (
        #""chu_tri": "LD01",\#n      "thu_ky": "TCHCQT02""#,
        #""chu_tri": "TCHCQT05",\#n      "thu_ky": "TCHCQT02""#
      ),
      (#""thu_ky": "TCHCQT02""#, #""thu_ky": "TCHCQT05""#),
      (#""truong_ban": "LD02""#, #""truong_ban": "TCHCQT05""#),
    ])
  func absentInOffice(from: String, to: String) throws {
    let sample = try ReviewSample(Change("hoi-dong.json", from, to))
    let findings = sample.compose().findings.filter { $0.code == Code("CO072") }
    #expect(findings.map(\.severity) == [.error])
  }

  @Test(
    "attendance that does not add up",
    arguments: [
      (#""co_mat": ["LD01", "LD02", "TH01", "#, #""co_mat": ["LD01", "LD02", "#, "không được ghi"),
      (#""co_mat": ["LD01", "#, #""co_mat": ["LD01", "TCHCQT05", "#, "vừa có mặt vừa vắng mặt"),
      (#""co_mat": ["LD01", "#, #""co_mat": ["LD01", "KT01", "#, "không phải thành viên"),
    ])
  func attendance(from: String, to: String, words: String) throws {
    var changes = [Change("hoi-dong.json", from, to)]
    if words == "không được ghi" {
      changes.append(
        Change(
          "bo-phieu.json", #""phat_ra": 6, "thu_ve": 6, "hop_le": 6"#,
          #""phat_ra": 5, "thu_ve": 5, "hop_le": 5"#))
      changes.append(Change("bo-phieu.json", #""dong_y": 6"#, #""dong_y": 5"#))
      changes.append(Change("bo-phieu.json", #""khong_dong_y": 1"#, #""khong_dong_y": 0"#))
    }
    let messages = try ReviewSample(changes).messages("CO073")
    #expect(messages.count == 1 && messages.first?.contains(words) == true, "\(messages)")
  }

  @Test("a unit that met after the council, and a tờ trình before it, are errors")
  func order() throws {
    let late = try ReviewSample(
      Change("binh-xet.json", #""ngay": "2026-12-01""#, #""ngay": "2026-12-16""#))
    #expect(
      late.messages("CO076") == [
        "họp bình xét của đơn vị TTTT ngày 16/12/2026 biểu quyết “GK-01” sau phiên họp HD-01 ngày "
          + "15/12/2026 của Hội đồng"
      ])
    let early = try ReviewSample(
      Change("van-ban.json", #""ngay": "2026-12-17""#, #""ngay": "2026-12-14""#))
    #expect(early.messages("CO076").count == 1)
    #expect(try ReviewSample().messages("CO076") == [])
  }
}
