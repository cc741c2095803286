import Composition
import Diagnostics
import Dossier
import LocatedJSON
import TestSupport
import Testing

@Suite("Công văn hướng dẫn, đề nghị xét khen thưởng")
struct GuideLetterTests {
  private typealias Change = ReviewSample.Change

  @Test("data: number of office and unit, no tên loại")
  func data() throws {
    let orders = try ReviewSample().orders(.congVanDeNghi)
    #expect(orders.map(\.state) == [.issued])
    #expect(orders.first?.data["so_ky_hieu"]?.string == "Số: 640/VPUB-TCHCQT")
    #expect(orders.first?.data["ten_loai"] == nil)
    try expectData(orders.first, equals: "cong-van-de-nghi")
  }

  @Test("without its row it is a draft that says how the row is written")
  func noRow() throws {
    let sample = try ReviewSample(
      Change(
        "van-ban.json",
        #"    { "ma": "cv-huong-dan", "loai": "cong-van-de-nghi", "so": "640", "ngay": "2026-11-16", "nguoi_ky": "LD02" },\#n"#,
        ""))
    let order = try #require(sample.orders(.congVanDeNghi).first)
    #expect(order.state == .draft)
    #expect(order.data["so_ky_hieu"]?.string == "Số:        /VPUB-TCHCQT")
    #expect(order.data["ky"]?["quyen_han"]?.texts == ["CHÁNH VĂN PHÒNG"])
    #expect(sample.messages("CO001").count == 1)
  }

  @Test("limits of the office's own, each award by itself; none where it has set none")
  func quota() throws {
    #expect(try ReviewSample().orders(.congVanDeNghi).first?.data["so_luong"]?.texts == [])
    let sample = try ReviewSample(
      Change("quy-dinh.json", #""can_cu": null"#, #""can_cu": "Quy chế số 5/QC-VPUB""#),
      Change(
        "quy-dinh.json", #""so_luong_toi_da": null"#,
        #""so_luong_toi_da": { "giay_khen": { "tap_the": 2, "ca_nhan": null } }"#),
      Change(
        "quy-dinh.json", #""ty_le_toi_da": null"#,
        #""ty_le_toi_da": { "giay_khen": { "tap_the": null, "ca_nhan": 12.5 } }"#))
    let data = try #require(sample.orders(.congVanDeNghi).first).data
    #expect(
      data["so_luong"]?.texts == ["Giấy khen", "true", "false", "02", "false", "true", "12,5%"])
    #expect(data["can_cu_so_luong"]?.string == "Quy chế số 5/QC-VPUB")
  }

  @Test("the office's plan is cited once its number and day are known")
  func plan() throws {
    let paper = #""loai": "Kế hoạch", "so": null, "ky_hieu": "KH-VPUB", "ngay": null"#
    let sample = try ReviewSample(
      Change(
        "phong-trao.json", paper,
        #""loai": "Kế hoạch", "so": "8/KH-VPUB", "ky_hieu": "KH-VPUB", "ngay": "2026-05-04""#))
    #expect(
      sample.orders(.congVanDeNghi).first?.data["ke_hoach"]?.string
        == "Kế hoạch số 8/KH-VPUB ngày 04 tháng 5 năm 2026 của Văn phòng UBND tỉnh Sơn La")
    #expect(try ReviewSample().orders(.congVanDeNghi).first?.data["ke_hoach"]?.string == "")
  }

  @Test("a day that is not known leaves its sentence out and is told")
  func unknownDays() throws {
    let sample = try ReviewSample(
      Change("dot.json", #""han_nop": "2026-12-05""#, #""han_nop": null"#))
    #expect(
      sample.messages("CO077") == [
        "dot.json chưa ghi hạn nộp hồ sơ của đợt, nên công văn hướng dẫn không nói đến"
      ])
    #expect(sample.orders(.congVanDeNghi).first?.data["han_nop"]?.string == "")
  }

  @Test("a letter after the day by which it asks for dossiers")
  func afterDeadline() throws {
    let sample = try ReviewSample(
      Change("van-ban.json", #""ngay": "2026-11-16""#, #""ngay": "2026-12-06""#))
    #expect(sample.messages("CO078").count == 1)
    #expect(try ReviewSample().messages("CO078") == [])
  }
}
