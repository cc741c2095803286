import Composition
import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Regulations
import TestSupport
import Testing

@Suite("Phiếu đề nghị bổ sung, hoàn thiện hồ sơ của từng phòng, đơn vị")
struct SupplementRequestTests {
  private typealias Change = ReviewSample.Change

  private static func items(_ data: JSONValue, _ dossier: Int = 0) throws -> [JSONValue] {
    try #require(data["ho_so"]?.array?[dossier]["noi_dung"]?.array)
  }

  @Test("one for each unit with an undecided nomination, under the unit's number")
  func orders() throws {
    let orders = try ReviewSample().orders(.phieuBoSung)
    #expect(orders.map(\.subject) == ["LD", "TH", "TCHCQT", "KT", "NC"])
    #expect(orders.map { Int($0.fileStem.prefix(3)) } == [1, 2, 3, 4, 6])
    #expect(orders.allSatisfy { $0.form == .bangBieu && $0.state == .draft })
  }

  @Test("data", arguments: ["KT": "tra-lai", "TH": "giai-trinh"])
  func data(unit: String, situation: String) throws {
    let data = try ReviewSample().data(.phieuBoSung, of: unit)
    let golden = Fixture.folderURL("data")
      .appendingPathComponent("phieu-bo-sung-\(situation).expected.json")
    try expectText(String(decoding: JSONWriter.pretty(data), as: UTF8.self), equals: golden)
  }

  @Test("what is handed out names no rule, no file, no key and no doubt about the law")
  func handedOut() throws {
    let sample = try ReviewSample()
    let orders = sample.orders(.phieuBoSung) + sample.orders(.danhSachDeNghi)
    let texts = orders.flatMap(\.data.texts)
    #expect(texts.count > 100)
    let banned = /\b(R\d\d|GK-\d|BK-\d|TT-\d|SK-\d)|[a-z]_[a-z]|\.json|\[\]|đối chiếu|quy định mẫu/
    #expect(texts.filter { $0.contains(banned) } == [])
  }

  @Test(
    "what a person asked for on returning the dossier stands once",
    arguments: [
      // The words of the rule, the words of the person in other words, words of something else.
      (#"["báo cáo thành tích"]"#, ["Báo cáo thành tích"], [[]]),
      (#"["bản báo cáo có xác nhận"]"#, ["Báo cáo thành tích"], [["bản báo cáo có xác nhận"]]),
      (
        #"["Báo cáo thành tích", "ảnh tư liệu", "Ảnh tư liệu"]"#,
        ["Báo cáo thành tích", "Ảnh tư liệu"], [[], []]
      ),
    ] as [(String, [String], [[String]])])
  func returned(words: String, expected: [String], said: [[String]]) throws {
    let data = try ReviewSample(Change("ket-qua.json", #"["báo cáo thành tích"]"#, words))
      .data(.phieuBoSung, of: "TCHCQT")
    let items = try Self.items(data)
    #expect(items.map { $0["can"]?.string } == expected)
    #expect(
      items.map { $0["da_neu"]?.array?.compactMap(\.string) } == said.map(Optional.some))
  }

  @Test("a fact for which several rules wait is asked for once")
  func sharedFact() throws {
    let sample = try ReviewSample()
    let reasons = try #require(sample.decisions.on(ID("GK-11"))).reasons
    #expect(reasons.filter { $0.outcome == .undecided }.map(\.rule) == ["R05", "R06"])
    #expect(try Self.items(try sample.data(.phieuBoSung, of: "KT")).count == 1)
  }

  @Test(
    "the deadline is that of the last return; a dossier without one leaves it blank and says so")
  func deadline() throws {
    let sample = try ReviewSample(
      Change(
        "ket-qua.json", #"{ "de_nghi": "GK-11", "ngay": "2026-12-07","#,
        #"{ "de_nghi": "GK-11", "ngay": "2026-12-12", "thieu": ["đơn thư"], "han_bo_sung": "2026-12-14" },"#
          + #"{ "de_nghi": "GK-11", "ngay": "2026-12-07","#))
    #expect(
      try sample.data(.phieuBoSung, of: "KT")["ho_so"]?.array?.map { $0["han"]?.string }
        == ["14/12/2026"])
    #expect(
      try sample.data(.phieuBoSung, of: "TH")["ho_so"]?.array?.map { $0["han"]?.string } == [""])
    #expect(
      sample.messages("CO042") == [
        "chưa biết hạn bổ sung hồ sơ GK-14 (Lèo Thị Nương), nên hạn trên phiếu để trống"
      ])
  }

  @Test("what only the office keeps is not asked of the unit, which is said")
  func keptByOffice() throws {
    let sample = try ReviewSample(
      Change(
        "de-nghi.json",
        #""ngay_nhan_ho_so": "2026-12-04",\#n      "tom_tat": "Đề xuất quy trình"#,
        #""ngay_nhan_ho_so": null,\#n      "tom_tat": "Đề xuất quy trình"#))
    #expect(sample.orders(.phieuBoSung).contains { $0.subject == "KGVX" } == false)
    #expect(
      sample.messages("CO043") == [
        "GK-05 (Cầm Hoàng Thị Phương Nhung) còn thiếu ngày nhận hồ sơ; không hỏi đơn vị trên phiếu"
          + " bổ sung"
      ])
  }

  @Test("who was withdrawn is not asked about")
  func withdrawn() throws {
    let sample = try ReviewSample(
      Change("de-nghi.json", #""nguoi": "KT02","#, #""nguoi": "KT02", "trang_thai": "rut","#))
    #expect(sample.orders(.phieuBoSung).contains { $0.subject == "KT" } == false)
  }

  @Test("with its day in van-ban.json it is issued; the council's secretary answers for it")
  func issued() throws {
    let sample = try ReviewSample(
      Change(
        "van-ban.json", #"{ "ma": "bb-LD","#,
        #"{ "ma": "pbs-KT", "loai": "phieu-bo-sung", "don_vi": "KT", "so": null,"#
          + #" "ngay": "2026-12-07" }, { "ma": "bb-LD","#))
    let order = try #require(sample.orders(.phieuBoSung).first { $0.subject == "KT" })
    #expect(order.state == .issued)
    #expect(order.data["dia_danh_ngay"]?.string == "Sơn La, ngày 07 tháng 12 năm 2026")
    #expect(order.data["lien_he"]?["ten"]?.string == "bà Đinh Thị Chầm")
    #expect(order.data["ky"]?["ho_ten"]?.string == "Cầm Thị Hiền")
  }
}
