import Composition
import Diagnostics
import Dossier
import LocatedJSON
import TestSupport
import Testing

@Suite("Biên bản họp bình xét của từng phòng, đơn vị")
struct UnitMinutesTests {
  private typealias Change = ReviewSample.Change

  /// The lines of the vote on a unit's minutes, block after block.
  private static func lines(_ data: JSONValue) -> [JSONValue] {
    (data["khoi"]?.array ?? []).flatMap { $0["dong"]?.array ?? [] }
  }

  @Test("one for each unit that met, under the unit's number")
  func orders() throws {
    let orders = try ReviewSample().orders(.bienBanBinhXet)
    #expect(orders.map(\.subject) == ["LD", "TH", "TCHCQT", "KT", "KGVX", "NC", "TTTT"])
    #expect(orders.allSatisfy { $0.form == .nd30 })
    // Trung tâm Thông tin keeps a series, and the văn thư has given no number yet.
    #expect(orders.map(\.state) == Array(repeating: .issued, count: 6) + [.draft])
    #expect(orders.last?.data["so_ky_hieu"]?.string == "Số:        /BB-TTTT")
  }

  @Test("data: somebody absent, collectives and people")
  func data() throws {
    let order = try ReviewSample().orders(.bienBanBinhXet).last
    try expectData(order, equals: "bien-ban-binh-xet")
  }

  @Test("minutes have no line of place and day")
  func noPlaceAndDay() throws {
    let orders = try ReviewSample().orders(.bienBanBinhXet)
    #expect(orders.allSatisfy { $0.data["dia_danh_ngay"] == nil })
  }

  @Test(
    "shares of those present, to two decimals",
    arguments: [
      (0, 7, "0%"), (1, 3, "33,33%"), (2, 3, "66,67%"), (6, 7, "85,71%"),
      (1, 16, "6,25%"), (1, 96, "1,04%"), (7, 7, "100%"), (0, 0, ""),
    ])
  func shares(part: Int, whole: Int, expected: String) throws {
    let sample = try ReviewSample(
      Change(
        "binh-xet.json", #""tong_so": 3,\#n      "co_mat": 3"#,
        #""tong_so": \#(whole),\#n      "co_mat": \#(whole)"#),
      Change("binh-xet.json", #""GK-15", "dong_y": 2"#, #""GK-15", "dong_y": \#(part)"#))
    let data = try sample.data(.bienBanBinhXet, of: "LD")
    #expect(Self.lines(data).map { $0["ty_le"]?.string } == [expected])
  }

  @Test("who was present and did not vote is counted, so that the votes add up")
  func abstained() throws {
    let data = try ReviewSample().data(.bienBanBinhXet, of: "TH")
    let abstained = try #require(data["khong_bieu_quyet"]?.array)
    #expect(abstained.map { $0["ten"]?.string } == ["ông Nguyễn Khắc Đoan"])
    #expect(try ReviewSample().data(.bienBanBinhXet, of: "NC")["khong_bieu_quyet"]?.texts == [])
  }

  @Test(
    "what is not known is left to be written by hand and said; the minutes stay a draft",
    arguments: [
      (
        #""bat_dau": "14:00",\#n      "ket_thuc": "15:20""#,
        #""bat_dau": null,\#n      "ket_thuc": "15:20""#, "giờ bắt đầu"
      ),
      (#""ket_thuc": "15:20""#, #""ket_thuc": null"#, "giờ kết thúc"),
      (
        #""y_kien": ["Nhất trí với báo cáo thành tích của các trường hợp được đề nghị."]"#,
        #""y_kien": null"#, "ý kiến thảo luận"
      ),
    ])
  func blanks(from: String, to: String, what: String) throws {
    let sample = try ReviewSample(Change("binh-xet.json", from, to))
    #expect(
      sample.messages("CO071") == [
        "biên bản họp ngày 02/12/2026 của Phòng Tổng hợp chưa có \(what), nên chỗ ấy để trống để "
          + "ghi tay"
      ])
    let order = try #require(sample.orders(.bienBanBinhXet).first { $0.subject == "TH" })
    #expect(order.state == .draft)
  }

  @Test("nobody spoke is another thing than nobody knows")
  func opinions() throws {
    let data = try ReviewSample().data(.bienBanBinhXet, of: "KT")
    #expect(data["biet_y_kien"]?.texts == ["true"] && data["y_kien"]?.texts == [])
  }

  @Test("what the meeting did not agree on stands in the table and not in the conclusion")
  func notCarried() throws {
    let sample = try ReviewSample(
      Change(
        "binh-xet.json", #""GK-14", "dong_y": 6, "khong_dong_y": 1"#,
        #""GK-14", "dong_y": 3, "khong_dong_y": 4"#))
    let data = try sample.data(.bienBanBinhXet, of: "TH")
    #expect(Self.lines(data).count == 3)
    #expect(
      data["thong_nhat"]?.array?.map { $0["so_ca_nhan"]?.texts } == [["1"], ["1"]])
    #expect(sample.messages("CO074").count == 1)
    #expect(try ReviewSample().messages("CO074") == [])
  }

  @Test("two meetings of a unit: the row belongs to the one of its day")
  func twoMeetings() throws {
    let sample = try ReviewSample(
      Change("binh-xet.json", #""don_vi": "KT","#, #""don_vi": "TH","#))
    let orders = sample.orders(.bienBanBinhXet).filter { $0.subject == "TH" }
    #expect(
      orders.map(\.fileStem) == ["002-phong-tong-hop", "002-phong-tong-hop-lan-2"])
    #expect(sample.messages("CO070") == [])
  }

  @Test("a row with another day or another signer than the meeting is told")
  func otherRow() throws {
    let sample = try ReviewSample(
      Change(
        "van-ban.json", #""don_vi": "TH", "so": null, "ngay": "2026-12-02", "nguoi_ky": "TH02""#,
        #""don_vi": "TH", "so": null, "ngay": "2026-11-02", "nguoi_ky": "TH01""#))
    #expect(sample.messages("CO070").count == 2)
    #expect(
      try sample.data(.bienBanBinhXet, of: "TH")["ky"]?["chu_toa"]?.string == "Cà Văn Liêm")
  }

  @Test("chair or secretary among those absent is an error", arguments: ["KGVX01", "KGVX03"])
  func absentInOffice(person: String) throws {
    let sample = try ReviewSample(
      Change("binh-xet.json", #""nguoi": "KGVX05""#, #""nguoi": "\#(person)""#))
    let findings = sample.compose().findings.filter { $0.code == Code("CO072") }
    #expect(findings.map(\.severity) == [.error])
  }

  @Test("more people absent than named")
  func unnamed() throws {
    let sample = try ReviewSample(
      Change("binh-xet.json", #""tong_so": 8,"#, #""tong_so": 9,"#))
    #expect(
      sample.messages("CO073") == [
        "cuộc họp ngày 01/12/2026 của Trung tâm Thông tin vắng 2 người nhưng “vang” chỉ ghi 1 người"
      ])
    #expect(
      try sample.data(.bienBanBinhXet, of: "TTTT")["du_hop"]?["vang"]?.texts == ["2"])
  }
}
