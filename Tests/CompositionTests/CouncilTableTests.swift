import Composition
import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import TestSupport
import Testing

@Suite("Bảng tổng hợp trình Hội đồng")
struct CouncilTableTests {
  private typealias Change = ReviewSample.Change

  private static func lines(_ sample: ReviewSample) -> [JSONValue] {
    (sample.orders(.bangTongHop).first?.data["khoi"]?.array ?? [])
      .flatMap { $0["dong"]?.array ?? [] }
  }

  private static func line(_ name: String, _ sample: ReviewSample) throws -> JSONValue {
    try #require(lines(sample).first { $0["ten"]?.string == name })
  }

  @Test("data of the whole table")
  func data() throws {
    let orders = try ReviewSample().orders(.bangTongHop)
    #expect(orders.map(\.fileStem) == ["001-hd-01"])
    #expect(orders.first?.form == .bangBieu && orders.first?.state == .draft)
    try expectData(orders.first, equals: "bang-tong-hop")
  }

  @Test("everybody stands in it but who was withdrawn, whatever the rules say")
  func everybody() throws {
    let sample = try ReviewSample()
    let standing = (sample.dossier.review.nominations.content ?? []).filter {
      $0.typedStatus != .rut
    }
    #expect(Self.lines(sample).count == standing.count)
    #expect(
      Set(Self.lines(sample).compactMap { $0["ket_qua"]?.string })
        == ["dat", "khong_dat", "chua_ro"])
  }

  @Test("what is read by the council names no rule, key, file, id and no doubt about the law")
  func plainWords() throws {
    let sample = try ReviewSample()
    let kinds: [DocumentKind] = [
      .bangTongHop, .bienBanHoiDong, .bienBanKiemPhieu, .bienBanBinhXet, .congVanDeNghi,
    ]
    // The outcome's key is never printed: the template says it in words.
    let keys = ["dat", "khong_dat", "chua_ro"]
    let texts = kinds.flatMap(sample.orders).flatMap(\.data.texts).filter { !keys.contains($0) }
    #expect(texts.count > 400)
    let banned =
      /\bR\d\d\b|\b(GK|BK|TT|SK|LDTT)-\d|[a-z]_[a-z]|\.json|đối chiếu|chương trình|phần mềm/
    #expect(texts.filter { $0.contains(banned) } == [])
  }

  @Test("the reason is short and tells nothing that the file of an incident holds")
  func reasons() throws {
    let sample = try ReviewSample()
    #expect(
      try Self.line("Lò Văn Xôm", sample)["ly_do"]?.texts
        == ["mọi thành tích trong hồ sơ đều kết thúc trước khi hết thời hạn kỷ luật"])
    #expect(
      try Self.line("Phòng Nội chính", sample)["ly_do"]?.texts
        == [
          "kết quả bình xét của phòng, đơn vị: số người dự họp, số người đồng ý, số người không đồng ý"
        ])
    #expect(try Self.line("Cứ A Dơ", sample)["ly_do"]?.texts == [])
  }

  @Test("what only the office keeps is named, since the council may ask for it")
  func offices() throws {
    let sample = try ReviewSample(
      Change(
        "de-nghi.json",
        #""ngay_nhan_ho_so": "2026-12-04",\#n      "tom_tat": "Đề xuất quy trình"#,
        #""ngay_nhan_ho_so": null,\#n      "tom_tat": "Đề xuất quy trình"#))
    let reasons = try Self.line("Cầm Hoàng Thị Phương Nhung", sample)["ly_do"]?.texts
    #expect(reasons == ["ngày nhận hồ sơ"])
  }

  @Test("a rating that is not final says until when it reaches")
  func ratings() throws {
    let line = try Self.line("Lò Thị Xuân", try ReviewSample())
    #expect(
      line["xep_loai"]?.texts
        == ["2025", "hoàn thành xuất sắc", "", "2026", "hoàn thành xuất sắc", ""])
  }

  @Test("before the council has a meeting the table is there for it")
  func beforeMeeting() throws {
    let council = try String(
      contentsOf: Fixture.projectURL.appending(path: "Samples/2026-hang-nam/hoi-dong.json"),
      encoding: .utf8)
    let start = try #require(council.range(of: "\"phien\": [")).lowerBound
    let sessions = council[start...]
    let sample = try ReviewSample(
      [
        Change(
          "van-ban.json", #", "de_nghi": ["GK-02", "GK-01", "GK-03", "GK-06", "GK-05", "GK-04"]"#,
          ""),
        Change(
          "van-ban.json",
          #"    { "ma": "bb-hoi-dong", "loai": "bien-ban-hoi-dong", "phien": "HD-01", "so": null, "ngay": "2026-12-15" },\#n    { "ma": "bb-kiem-phieu", "loai": "bien-ban-kiem-phieu", "phien": "HD-01", "so": null, "ngay": "2026-12-15" },\#n"#,
          ""),
        Change("hoi-dong.json", String(sessions), "\"phien\": []\n}\n"),
      ], without: "bo-phieu.json")
    let orders = sample.orders(.bangTongHop)
    #expect(orders.map(\.fileStem) == ["001-hoi-dong"])
    #expect(orders.first?.data["hoi_dong"]?["ngay_hop"]?.string == "")
    #expect(sample.orders(.bienBanHoiDong).isEmpty)
  }

  @Test("what a line leaves blank is said")
  func noSummary() throws {
    let sample = try ReviewSample(
      Change(
        "de-nghi.json", #""tom_tat": "Tiết kiệm 9% nhiên liệu; không để xảy ra sự cố xe.""#,
        #""tom_tat": null"#))
    #expect(sample.messages("CO044").count == 1)
    #expect(try Self.line("Cứ A Dơ", sample)["tom_tat"]?.string == "")
  }
}
