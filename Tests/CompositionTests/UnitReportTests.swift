import Composition
import Diagnostics
import Dossier
import LocatedJSON
import Testing

@Suite("Báo cáo kết quả của phòng, đơn vị")
struct UnitReportTests {
  private typealias Change = ReviewSample.Change

  @Test("one for each unit that reported, under the unit's number; who did not is named")
  func orders() throws {
    let sample = try ReviewSample()
    let orders = sample.orders(.baoCaoDonVi)
    #expect(orders.map(\.subject) == ["TH", "TCHCQT", "KT", "KGVX", "TTTT"])
    #expect(orders.map { $0.fileStem.prefix(3) } == ["001", "002", "003", "004", "006"])
    #expect(orders.allSatisfy { $0.state == .issued })
    #expect(sample.messages("CO095") == ["Phòng Nội chính (NC) chưa có báo cáo kết quả"])
  }

  @Test("data of a unit with numbers of its own", arguments: ["TH", "TTTT"])
  func data(unit: String) throws {
    let order = try ReviewSample().orders(.baoCaoDonVi).first { $0.subject == unit }
    try expectData(order, equals: "bao-cao-don-vi-\(unit)")
  }

  @Test("without the file no unit has a report, said once")
  func noFile() throws {
    let sample = try ReviewSample([], without: "bao-cao-don-vi.json")
    #expect(sample.orders(.baoCaoDonVi).isEmpty)
    #expect(sample.messages("CO095") == ["chưa có báo cáo kết quả của phòng, đơn vị nào"])
  }

  @Test(
    "results compare with the goal by the target's direction",
    arguments: [
      ("CT-01", "89.99", "chua_dat", "0,01", "false"), ("CT-01", "90", "dat", "", "false"),
      ("CT-01", "90.01", "vuot", "0,01", "true"), ("CT-04", "90.5", "chua_dat", "0,5", "true"),
      ("CT-04", "90", "dat", "", "false"), ("CT-04", "65", "vuot", "25", "false"),
    ])
  func directions(
    target: String, result: String, rank: String, difference: String, isHigher: String
  ) throws {
    let sample = try ReviewSample(
      Change(
        "bao-cao-don-vi.json",
        #""chi_tieu": { "CT-01": 97, "CT-02": 100, "CT-03": 1, "CT-04": 65 }"#,
        #""chi_tieu": { "\#(target)": \#(result) }"#))
    let rows = try #require(try sample.data(.baoCaoDonVi, of: "TTTT")["chi_tieu"]?.array)
    #expect(rows.count == 1)
    #expect(rows.first?["muc"]?.texts == [rank])
    #expect(rows.first?["chenh"]?.texts == [difference])
    #expect(rows.first?["cao_hon"]?.texts == [isHigher])
  }

  @Test("a result that is not known leaves its row out, and is said")
  func resultMissing() throws {
    #expect(try ReviewSample().messages("CO098").isEmpty)
    let sample = try ReviewSample(
      Change("bao-cao-don-vi.json", #""CT-01": 97, "CT-02": 100"#, #""CT-01": null, "CT-02": 100"#))
    let rows = try sample.data(.baoCaoDonVi, of: "TTTT")["chi_tieu"]?.array
    #expect(rows?.count == 3)
    #expect(sample.messages("CO098").count == 1)
  }

  @Test("a year without a goal stands under the last goal before it, with its year; else no row")
  func goals() throws {
    #expect(try ReviewSample().messages("CO099").isEmpty)
    let older = try ReviewSample(
      Change("phong-trao.json", #""2026": 98, "2027": 100"#, #""2025": 95, "2027": 100"#))
    let rows = try #require(try older.data(.baoCaoDonVi, of: "TTTT")["chi_tieu"]?.array)
    #expect(rows[1]["muc_tieu"]?.texts == ["2025", "95"])
    #expect(older.messages("CO099").count == 1)
    let later = try ReviewSample(
      Change("phong-trao.json", #""2026": 98, "2027": 100"#, #""2027": 100"#))
    #expect(try later.data(.baoCaoDonVi, of: "TTTT")["chi_tieu"]?.array?.count == 3)
    #expect(later.messages("CO099").count == 1)
  }

  @Test("a content without a result is left out, and said")
  func contentMissing() throws {
    #expect(try ReviewSample().messages("CO097").isEmpty)
    let sample = try ReviewSample(
      Change(
        "bao-cao-don-vi.json",
        #"{ "noi_dung": 5, "mo_ta": "Giảm 35% giấy in so với năm trước.", "so_lieu": [] }"#,
        #"{ "noi_dung": 4, "mo_ta": "Họp không giấy", "so_lieu": [ { "ten": "Cuộc họp không giấy", "so": 4 } ] }"#
      ))
    let contents = try #require(try sample.data(.baoCaoDonVi, of: "TTTT")["noi_dung"]?.array)
    #expect(contents.count == 4)
    // Figures of one name are added up, however it is capitalised; sentences end as sentences.
    #expect(contents[3]["so_lieu"]?.texts == ["50 cuộc họp không giấy"])
    #expect(contents[3]["ket_qua"]?.texts.last == "Họp không giấy.")
    #expect(sample.messages("CO097").count == 1)
  }

  @Test("parts that are not known are left out and said; known to be none, they stay")
  func gaps() throws {
    let sample = try ReviewSample(
      Change(
        "bao-cao-don-vi.json", #""nhiem_vu_toi": ["Hoàn thành kết nối"#,
        #""nhiem_vu_toi": null, "han_che": ["Hoàn thành kết nối"#),
      Change("bao-cao-don-vi.json", #""han_che": ["Một số thiết bị chưa đồng bộ."],"#, ""))
    let parts = try sample.data(.baoCaoDonVi, of: "TTTT")["phan"]?.texts
    #expect(parts == ["trien_khai", "ket_qua", "mo_hinh", "kho_khan", "kien_nghi"])
    #expect(sample.messages("CO100").count == 1)
    let none = try sample.data(.baoCaoDonVi, of: "KT")
    #expect(none["phan"]?.texts.contains("mo_hinh") == true)
    #expect(none["mo_hinh"]?.array?.isEmpty == true)
  }

  @Test("the office's plan is cited with number and day, or without both, and said")
  func citation() throws {
    let sample = try ReviewSample()
    #expect(try sample.data(.baoCaoDonVi, of: "TH")["ke_hoach"]?.string == "")
    #expect(sample.messages("CO102").count == 1)
    let cited = try ReviewSample(
      Change(
        "phong-trao.json", #""so": null, "ky_hieu": "KH-VPUB", "ngay": null"#,
        #""so": "15/KH-VPUB", "ky_hieu": "KH-VPUB", "ngay": "2026-05-05""#))
    #expect(
      try cited.data(.baoCaoDonVi, of: "TH")["ke_hoach"]?.string
        == "số 15/KH-VPUB ngày 05 tháng 5 năm 2026")
    #expect(cited.messages("CO102").isEmpty)
  }

  @Test("the leaders of the office report to nobody here")
  func leaders() throws {
    let sample = try ReviewSample(
      Change("bao-cao-don-vi.json", #""don_vi": "KT""#, #""don_vi": "LD""#))
    #expect(sample.orders(.baoCaoDonVi).map(\.subject) == ["TH", "TCHCQT", "KGVX", "TTTT"])
    #expect(sample.messages("CO096").count == 1)
  }
}
