import Composition
import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Regulations
import TestSupport
import Testing

@Suite("Danh sách trích ngang đề nghị khen thưởng của từng phòng, đơn vị")
struct ProposalListTests {
  private typealias Change = ReviewSample.Change

  /// The report that GK-13 waits for, so that the unit has two people on its list.
  private static let secondPerson = Change(
    "de-nghi.json", #""bao_cao_thanh_tich": null"#, #""bao_cao_thanh_tich": "2026-12-02""#)

  private static func names(_ data: JSONValue) -> [[String]] {
    (data["khoi"]?.array ?? []).map { block in
      (block["dong"]?.array ?? []).compactMap { $0["ten"]?.string }
    }
  }

  @Test("one for each unit with somebody to list, under the unit's number")
  func orders() throws {
    let orders = try ReviewSample().orders(.danhSachDeNghi)
    #expect(orders.map(\.subject) == ["TH", "TCHCQT", "KGVX", "TTTT"])
    #expect(orders.map { Int($0.fileStem.prefix(3)) } == [2, 3, 5, 7])
    #expect(orders.allSatisfy { $0.form == .bangBieu && $0.state == .draft })
  }

  @Test("the lists hold who meets the rules, each once, and nobody else")
  func onlyMet() throws {
    let sample = try ReviewSample()
    let met = try #require(sample.dossier.review.nominations.content)
      .filter { sample.decisions.on($0.id)?.outcome == .met }
      .map { sample.dossier.name(of: $0.nominee) }
    let listed = sample.orders(.danhSachDeNghi).flatMap { Self.names($0.data).flatMap(\.self) }
    #expect(met.count == 6)
    #expect(listed.sorted() == met.sorted())
  }

  @Test("who is left out is named with the outcome, once for each unit")
  func leftOut() throws {
    let messages = try ReviewSample().messages("CO040")
    #expect(messages.count == 7)
    #expect(
      messages.last == "danh sách đề nghị của Trung tâm Thông tin (TTTT) không có GK-09 (Phàng A"
        + " Khứ, không đạt)")
    #expect(messages.joined().contains("GK-16") == false)
  }

  @Test("data")
  func data() throws {
    let data = try ReviewSample().data(.danhSachDeNghi, of: "TTTT")
    let golden = Fixture.folderURL("data")
      .appendingPathComponent("danh-sach-de-nghi.expected.json")
    try expectText(String(decoding: JSONWriter.pretty(data), as: UTF8.self), equals: golden)
  }

  @Test("people stand by given name, collectives in a block of their own before them")
  func order() throws {
    let data = try ReviewSample(Self.secondPerson).data(.danhSachDeNghi, of: "TCHCQT")
    #expect(
      Self.names(data) == [["Phòng Tổ chức - Hành chính - Quản trị"], ["Cứ A Dơ", "Hà Thị Thiềm"]])
    #expect(data["so_tap_the"]?.texts == ["1"] && data["so_ca_nhan"]?.texts == ["2"])
  }

  @Test("where the office puts people first, so does the list")
  func peopleFirst() throws {
    let sample = try ReviewSample(
      Change("quy-dinh.json", #""tap_the_truoc": null"#, #""tap_the_truoc": false"#))
    let blocks = try #require(
      try sample.data(.danhSachDeNghi, of: "TCHCQT")["khoi"]?.array)
    #expect(blocks.map { $0["la_tap_the"]?.texts } == [["false"], ["true"]])
  }

  @Test("a nomination that the unit never voted on is not on its list, which is said")
  func notVoted() throws {
    // No rule of the sample asks for a vote on a title, so this one meets them all.
    let sample = try ReviewSample(
      Change(
        "phong-trao.json", #""hang_nam": ["giay_khen"]"#,
        #""hang_nam": ["giay_khen", "lao_dong_tien_tien"]"#),
      Change("binh-xet.json", #", { "de_nghi": "LDTT-01", "dong_y": 4, "khong_dong_y": 0 }"#, ""))
    #expect(sample.decisions.on(ID("LDTT-01"))?.outcome == .met)
    #expect(
      Self.names(try sample.data(.danhSachDeNghi, of: "KGVX"))
        == [["Cầm Hoàng Thị Phương Nhung"]])
    #expect(
      sample.messages("CO040").contains {
        $0.hasSuffix("không có LDTT-01 (Lường Văn Ín, chưa được bình xét)")
      })
  }

  @Test("the days of all meetings that voted on somebody listed")
  func meetings() throws {
    let sample = try ReviewSample(
      Change(
        "binh-xet.json", #"{ "de_nghi": "GK-04", "dong_y": 7, "khong_dong_y": 0 }, "#, ""),
      Change(
        "binh-xet.json", #""cuoc_hop": ["#,
        """
        "cuoc_hop": [ { "don_vi": "TTTT", "ngay": "2026-12-02", "bat_dau": null, "ket_thuc": null,
          "dia_diem": null, "chu_tri": "TTTT01", "thu_ky": "TTTT03", "tong_so": 8, "co_mat": 6,
          "vang": [], "cach_bieu_quyet": "gio_tay", "y_kien": [],
          "ket_qua": [ { "de_nghi": "GK-04", "dong_y": 5, "khong_dong_y": 1 } ] },
        """))
    let data = try sample.data(.danhSachDeNghi, of: "TTTT")
    #expect(data["ngay_hop"]?.texts == ["01/12/2026", "02/12/2026"])
    #expect(data["nhieu_cuoc_hop"]?.texts == ["true"])
    let person = try #require(data["khoi"]?.array?.last?["dong"]?.array?.first)
    #expect(person["dong_y"]?.string == "5" && person["co_mat"]?.string == "6")
  }

  @Test("awards taken back, and those decided after the dossier came in, are not awards held")
  func pastAwards() throws {
    let row = #""nguoi": "TTTT04", "hinh_thuc": "giay_khen", "loai_khen": "phong_trao", "#
    let sample = try ReviewSample(
      Change(
        "so-khen-thuong.json", #""khen_thuong": ["#,
        #""khen_thuong": [ { \#(row)"nam": 2025, "quyet_dinh": { "so": "9/QĐ-VPUB","#
          + #" "ngay": "2025-03-03" }, "thu_hoi": { "quyet_dinh": { "so": "10/QĐ-VPUB","#
          + #" "ngay": "2025-06-03" }, "ly_do": "ghi nhầm" } }, "#
          + #"{ \#(row)"nam": 2027, "quyet_dinh": { "so": "11/QĐ-VPUB", "ngay": "2027-01-05" } },"#)
    )
    let lines = try sample.data(.danhSachDeNghi, of: "TTTT")["khoi"]?.array?.last?["dong"]
    let awards = try #require(lines?.array?.first?["khen_thuong"]?.array)
    #expect(awards.map { $0["ten"]?.string } == ["Lao động tiên tiến", "Giấy khen"])
    #expect(awards.map { $0["nam"]?.texts } == [["2024", "2025"], ["2026"]])
  }

  @Test("what a line leaves blank is said")
  func blanks() throws {
    let sample = try ReviewSample(
      Change(
        "de-nghi.json",
        #""tom_tat": "Xây dựng chuyên mục về phong trào trên Cổng thông tin điện tử của tỉnh.","#,
        ""),
      Change("nhan-su.json", #""ngay_sinh": "1995-08-21","#, ""))
    #expect(
      sample.messages("CO044") == [
        "đề nghị GK-04 (Hà Thu Trang) chưa có tóm tắt thành tích, nên ô tóm tắt để trống"
      ])
    #expect(
      sample.messages("CO041") == [
        "chưa biết năm sinh của TTTT04 (Hà Thu Trang), nên ô năm sinh để trống"
      ])
  }
}
