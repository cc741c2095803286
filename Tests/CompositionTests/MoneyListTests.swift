import Composition
import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import TestSupport
import Testing

@Suite("Danh sách nhận tiền thưởng của đợt xét hằng năm 2026")
struct MoneyListTests {
  private func list(_ changes: ReviewSample.Change...) throws -> DocumentOrder {
    try list(changes)
  }

  private func list(_ changes: [ReviewSample.Change]) throws -> DocumentOrder {
    let orders = try ReviewSample(changes).orders(.danhSachTienThuong)
    #expect(orders.count == 1)
    return try #require(orders.first)
  }

  private func amounts(_ list: DocumentOrder) -> [Int?] {
    (list.data["nguoi_nhan"]?.array ?? []).map { $0["so_tien"]?.whole }
  }

  @Test("data: the decision's order, each share as it was reckoned")
  func data() throws {
    let list = try list()
    #expect(list.id == "danh-sach-tien-thuong/001-qd-giay-khen")
    #expect(list.state == .issued && list.form == .bangBieu)
    let golden = Fixture.folderURL("data")
      .appendingPathComponent("danh-sach-tien-thuong.expected.json")
    try expectText(String(decoding: JSONWriter.pretty(list.data), as: UTF8.self), equals: golden)
  }

  @Test(
    "the base salary is that of the decision's day",
    arguments: [
      ("2026-06-30", 2_340_000, 1_410_000, 710_000), ("2026-07-01", 2_530_000, 1_520_000, 760_000),
    ])
  func boundary(day: String, base: Int, collective: Int, person: Int) throws {
    let list = try list(ReviewSample.decided(in: day))
    let rows = try #require(list.data["nguoi_nhan"]?.array)
    #expect(rows.allSatisfy { $0["muc_luong"]?.whole == base })
    #expect(amounts(list) == [collective, collective, person, person, person, person])
    #expect(list.data["tong"]?.whole == 2 * collective + 4 * person)
    #expect(list.data["ngay_tinh"]?.string == "")
  }

  @Test("while the decision has no day, the list says on which day's salary it was reckoned")
  func provisional() throws {
    let list = try list(ReviewSample.decision(number: nil, date: nil))
    #expect(list.state == .draft)
    #expect(list.data["ngay_tinh"]?.string == "25/12/2026")
    #expect(list.data["quyet_dinh"]?["so"]?.string == "số        /QĐ-VPUB")
    #expect(list.data["quyet_dinh"]?["ngay"]?.string?.hasPrefix("ngày      tháng      năm") == true)
  }

  @Test("a day without a number is a draft, its money is final")
  func unnumbered() throws {
    let list = try list(ReviewSample.decision(number: nil, date: "2026-12-22"))
    #expect(list.state == .draft)
    #expect(list.data["ngay_tinh"]?.string == "")
  }

  @Test("what the province pays is in no list of the office")
  func province() throws {
    let names = "[\"GK-02\", \"GK-01\", \"GK-03\", \"GK-06\", \"GK-05\", \"GK-04\"]"
    let sample = try ReviewSample(
      ReviewSample.Change("van-ban.json", names, names.replacing("]", with: ", \"BK-01\"]")))
    let list = try #require(sample.orders(.danhSachTienThuong).first)
    #expect(amounts(list).count == 6)
    #expect(sample.codes("CO06").contains("CO060"))
    let none = try ReviewSample(ReviewSample.Change("van-ban.json", names, "[\"BK-01\"]"))
    #expect(none.orders(.danhSachTienThuong).isEmpty)
  }

  /// The nomination of TCHCQT07 turned into a second one of TH03, and the awards of the two.
  private func twoAwards(_ first: String, _ second: String) throws -> [JSONValue] {
    func award(_ person: String, _ award: String) -> String {
      "\"nguoi\": \"\(person)\",\n      \"hinh_thuc\": \"\(award)\""
    }
    let list = try list(
      ReviewSample.Change("de-nghi.json", award("TH03", "giay_khen"), award("TH03", first)),
      ReviewSample.Change("de-nghi.json", award("TCHCQT07", "giay_khen"), award("TH03", second)))
    let rows = try #require(list.data["nguoi_nhan"]?.array)
    #expect(list.data["tong"]?.whole == rows.compactMap { $0["so_tien"]?.whole }.reduce(0, +))
    return [rows[2], rows[3]]
  }

  @Test("two Giấy khen of one person at once: each is paid (Nghị định 152/2025, Điều 49 khoản 6)")
  func twoCommendations() throws {
    let rows = try twoAwards("giay_khen", "giay_khen")
    #expect(rows.map { $0["ten"]?.string } == ["Bà Lò Thị Xuân", "Bà Lò Thị Xuân"])
    #expect(rows.map { $0["so_tien"]?.whole } == [760_000, 760_000])
    #expect(rows.map { $0["hinh_thuc"]?.string } == ["Giấy khen", "Giấy khen"])
  }

  @Test("two titles of one year: the higher alone is paid (Nghị định 152/2025, Điều 49 khoản 5)")
  func twoTitles() throws {
    let rows = try twoAwards("lao_dong_tien_tien", "chien_si_thi_dua_co_so")
    #expect(rows.map { $0["so_tien"]?.whole } == [0, 2_530_000])
    #expect(
      rows.map { $0["hinh_thuc"]?.string } == [
        "Lao động tiên tiến (nhận mức của Chiến sĩ thi đua cơ sở)", "Chiến sĩ thi đua cơ sở",
      ])
  }

  @Test("a title and a commendation at once: both (Nghị định 152/2025, Điều 49 khoản 7)")
  func titleAndCommendation() throws {
    let rows = try twoAwards("lao_dong_tien_tien", "giay_khen")
    #expect(rows.map { $0["so_tien"]?.whole } == [760_000, 760_000])
  }

  @Test("a collective's head signs for its money; nobody is made up")
  func receivers() throws {
    let heads = try #require(try list().data["nguoi_nhan"]?.array)
      .compactMap { $0["nguoi_ky_nhan"]?.string }
    #expect(heads.prefix(2).allSatisfy { $0.hasPrefix("bà ") || $0.hasPrefix("ông ") })
    #expect(heads.dropFirst(2).allSatisfy(\.isEmpty) && heads.count == 6)
    let sample = try ReviewSample(
      ReviewSample.Change("don-vi.json", "\"truong\": \"TTTT01\"", "\"truong\": null"))
    #expect(sample.codes("CO06").contains("CO062"))
    let list = try #require(sample.orders(.danhSachTienThuong).first)
    #expect(list.data["nguoi_nhan"]?.array?[1]["nguoi_ky_nhan"]?.string == "")
  }

  @Test("an accountant nobody named leaves a blank, which is said")
  func accountant() throws {
    #expect(try list().data["ke_toan"]?.string?.isEmpty == false)
    let sample = try ReviewSample(
      ReviewSample.Change("co-quan.json", "\"ke_toan\": \"TCHCQT05\"", "\"ke_toan\": null"))
    #expect(sample.codes("CO06").contains("CO061"))
    let list = try #require(sample.orders(.danhSachTienThuong).first)
    #expect(list.data["ke_toan"]?.string == "")
  }

  @Test("a deputy who signs the decision signs the list for the head")
  func deputy() throws {
    let day = "\"ngay\": \"2026-12-22\", \"nguoi_ky\": "
    let list = try list(ReviewSample.Change("van-ban.json", day + "\"LD01\"", day + "\"LD02\""))
    #expect(
      list.data["ky"]?["quyen_han"]?.array?.map(\.string) == [
        "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG",
      ])
  }
}

extension JSONValue {
  /// The value as a whole number.
  var whole: Int? {
    if case .number(let text) = kind { Int(text) } else { nil }
  }
}
