import Composition
import Diagnostics
import Dossier
import LocatedJSON
import Regulations
import Testing

@Suite("Hội đồng bỏ phiếu ở nhiều phiên họp")
struct SeveralMeetingsTests {
  /// A meeting on 11/12/2026, written behind that of 15/12/2026, with its votes.
  private static func changes(
    votes: String, removesFromSecond: Bool = true
  ) -> [ReviewSample.Change] {
    let end = "hoàn thiện hồ sơ.\"\n    }\n  ]"
    let meeting =
      #"{ "ma": "HD-02", "ngay": "2026-12-11", "bat_dau": "08:00", "ket_thuc": "09:00", "#
      + #""dia_diem": "Phòng họp số 1", "chu_tri": "LD01", "thu_ky": "TCHCQT02", "#
      + #""co_mat": ["LD01", "LD02", "TH01", "TTTT01", "TCHCQT01", "TCHCQT02", "TCHCQT05"], "#
      + #""vang": [], "cach_bieu_quyet": "bo_phieu_kin", "#
      + #""ban_kiem_phieu": { "truong_ban": "LD02", "uy_vien": ["TCHCQT01"] }, "#
      + #""y_kien": [], "ket_luan": "Thống nhất." }"#
    let last =
      ",\n    { \"de_nghi\": \"GK-04\", \"dong_y\": 6, \"khong_dong_y\": 0, \"van_ban_dong_y\": 1 }"
    let further =
      #","phien_khac": [ { "phien": "HD-02", "#
      + #""phieu": { "phat_ra": 7, "thu_ve": 7, "hop_le": 7, "khong_hop_le": 0 }, "#
      + #""ket_qua": [ { "de_nghi": "GK-04", "# + votes + " } ] } ]"
    return [
      .init("hoi-dong.json", end, "hoàn thiện hồ sơ.\"\n    },\n    \(meeting)\n  ]"),
      .init(
        "bo-phieu.json", last + "\n  ]",
        (removesFromSecond ? "" : last) + "\n  ]\n" + further),
    ]
  }

  private static let passed = changes(votes: #""dong_y": 7, "khong_dong_y": 0"#)

  private static let list = #"["GK-02", "GK-01", "GK-03", "GK-06", "GK-05", "GK-04"]"#

  private static func listed(_ ids: String) -> ReviewSample.Change {
    .init("van-ban.json", list, "[\(ids)]")
  }

  @Test(
    "a proposal cites the meetings that passed those on its list, and no other",
    arguments: [
      (
        #""GK-02", "GK-01", "GK-03", "GK-06", "GK-05", "GK-04""#,
        "ngày 11 tháng 12 năm 2026 và ngày 15 tháng 12 năm 2026"
      ),
      (#""GK-04""#, "ngày 11 tháng 12 năm 2026"),
      (#""GK-02", "GK-01""#, "ngày 15 tháng 12 năm 2026"),
    ])
  func cited(ids: String, days: String) throws {
    let sample = try ReviewSample(Self.passed + [Self.listed(ids)])
    #expect(sample.findings.filter { $0.severity == .error }.isEmpty)
    let paper = try #require(sample.orders(.toTrinhGiayKhen).first)
    #expect(paper.data["hoi_dong"]?["ngay_hop"]?.string == days)
    let own = try ReviewSample(
      Self.passed + [
        Self.listed(ids),
        .init("quy-dinh.json", #""to_trinh_noi_bo": null"#, #""to_trinh_noi_bo": false"#),
      ])
    let decision = try #require(own.orders(.quyetDinhKhenThuong).first)
    #expect(decision.data["de_nghi"]?["tai"]?.string == "Biên bản họp \(days)")
  }

  @Test("each meeting has its table, its minutes and its count of votes")
  func papers() throws {
    let sample = try ReviewSample(Self.passed)
    for kind in [DocumentKind.bienBanHoiDong, .bienBanKiemPhieu] {
      let orders = sample.orders(kind)
      let rows = orders.map { order in
        let blocks = order.data["khoi"]?.array ?? order.data["nhom"]?.array ?? []
        return blocks.flatMap { $0["dong"]?.array ?? [] }.count
      }
      #expect(rows == [5, 1], "\(kind)")
    }
    #expect(sample.codes("CO075").isEmpty)
  }

  @Test("a nomination voted on again counts by the later meeting, its first minutes stand")
  func votedAgain() throws {
    let sample = try ReviewSample(
      Self.changes(votes: #""dong_y": 2, "khong_dong_y": 5"#, removesFromSecond: false))
    #expect(sample.findings.filter { $0.severity == .error }.isEmpty)
    let again = sample.findings.filter { $0.code == Code("RU039") }
    #expect(again.count == 1)
    #expect(
      again.first?.message.contains("HD-02 và ở phiên HD-01; lấy kết quả phiên HD-01") == true)
    let minutes = sample.orders(.bienBanHoiDong)
    let said = minutes.map { order in
      (order.data["khoi"]?.array ?? []).flatMap { $0["dong"]?.array ?? [] }
        .map { line in if case .boolean(true) = line["thong_qua"]?.kind { true } else { false } }
    }
    #expect(said == [Array(repeating: true, count: 6), [false]])
  }

  @Test("a meeting that was put off had before it what a later one voted on")
  func putOff() throws {
    let sample = try ReviewSample([Self.changes(votes: "")[0]])
    let counted = sample.orders(.bienBanHoiDong).map { order in
      String(describing: order.data["tham_dinh"])
    }
    #expect(counted.count == 2)
    #expect(counted.first == counted.last)
    // Not the other way round: what an earlier meeting voted on lies before no later one.
    let voted = try ReviewSample(Self.passed)
    let tables = voted.orders(.bangTongHop).map { order in
      (order.data["khoi"]?.array ?? []).flatMap { $0["dong"]?.array ?? [] }.count
    }
    #expect(tables.count == 2)
    #expect(tables[0] == tables[1] + 4)
  }

  @Test("before a vote no meeting is cited, although the council has met")
  func notVoted() throws {
    let sample = try ReviewSample([], without: "bo-phieu.json")
    let paper = try #require(sample.orders(.toTrinhGiayKhen).first)
    #expect(paper.data["hoi_dong"]?["ngay_hop"]?.string == "")
  }
}
