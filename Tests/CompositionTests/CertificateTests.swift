import Diagnostics
import Dossier
import Foundation
import Intake
import LocatedJSON
import TestSupport
import Testing

@testable import Composition

@Suite("Giấy khen của đợt xét hằng năm 2026")
struct CertificateTests {
  private typealias Change = ReviewSample.Change

  private static let list =
    #""GK-02", "GK-01", "GK-03", "GK-06", "GK-05", "GK-04"], "nguon": "van_phong" }"#
  private static let decided = #""so": "412", "ngay": "2026-12-22", "nguoi_ky": "LD01""#

  /// The orders and the findings for the sample with some of its texts changed.
  private func certificates(
    _ changes: [Change] = []
  ) throws -> (orders: [DocumentOrder], findings: [Diagnostic]) {
    let sample = try ReviewSample(changes)
    var composer = Composer(
      dossier: sample.dossier, decisions: sample.decisions, packs: sample.packs)
    return (composer.giayKhen(), composer.findings)
  }

  /// The key and the opening quote of the period's sentence.
  private static let sentence = #""giay_khen": "Đã"#

  @Test("one for each awardee of the decision, in the order of its list")
  func orders() throws {
    let (orders, findings) = try certificates()
    #expect(findings.isEmpty)
    #expect(
      orders.map(\.fileStem) == [
        "001-phong-to-chuc-hanh-chinh-quan-tri", "002-trung-tam-thong-tin", "003-lo-thi-xuan",
        "004-cu-a-do", "005-cam-hoang-thi-phuong-nhung", "006-ha-thu-trang",
      ])
    #expect(
      orders.map(\.subject) == ["TCHCQT", "TTTT", "TH03", "TCHCQT07", "KGVX04", "TTTT04"])
    #expect(orders.allSatisfy { $0.kind == .giayKhen && $0.form == .giayKhen })
    #expect(orders.allSatisfy { $0.state == .issued })
  }

  @Test(
    "data",
    arguments: [
      ("tap-the", "TTTT", decided), ("ca-nhan", "TH03", decided),
      ("ban-thu", "TH03", #""so": null, "ngay": null, "nam": 2026, "nguoi_ky": "LD02""#),
    ])
  func data(situation: String, subject: String, decision: String) throws {
    let (orders, _) = try certificates([Change("van-ban.json", Self.decided, decision)])
    let order = try #require(orders.first { $0.subject == subject })
    #expect(order.state == (situation == "ban-thu" ? .draft : .issued))
    try expectData(order, equals: "giay-khen-\(situation)")
  }

  @Test(
    "without a number or without a day it is a proof",
    arguments: [
      #""so": "412", "ngay": null, "nam": 2026, "nguoi_ky": "LD01""#,
      #""so": null, "ngay": "2026-12-22", "nguoi_ky": "LD01""#,
    ])
  func proof(decision: String) throws {
    let (orders, _) = try certificates([Change("van-ban.json", Self.decided, decision)])
    #expect(orders.count == 6)
    #expect(orders.allSatisfy { $0.state == .draft })
    let isProof = orders.map { order in
      if case .boolean(true) = order.data["la_ban_thu"]?.kind { true } else { false }
    }
    #expect(isProof == Array(repeating: true, count: 6))
  }

  @Test("places run on through all decisions, numbers of the golden book start anew")
  func severalDecisions() throws {
    let rows =
      Self.decided + #", "de_nghi": ["GK-02", "GK-03"] }, { "ma": "qd-2", "#
      + #""loai": "quyet-dinh-khen-thuong", "so": "413", "ngay": "2026-12-23", "#
      + #""nguoi_ky": "LD01", "de_nghi": ["GK-06"] }"#
    let (orders, _) = try certificates([
      Change("van-ban.json", Self.decided + #", "de_nghi": ["# + Self.list, rows)
    ])
    #expect(orders.map { $0.fileStem.prefix(3) } == ["001", "002", "003"])
    #expect(orders.map { $0.data["so_vang"]?.string } == ["01", "02", "01"])
    #expect(
      orders.map { $0.data["quyet_dinh"]?["so"]?.string } == [
        "412/QĐ-VPUB", "412/QĐ-VPUB", "413/QĐ-VPUB",
      ])
  }

  @Test("another award that the decision gives makes no Giấy khen and keeps its number")
  func otherAward() throws {
    let nominee = "\"nguoi\": \"TCHCQT07\",\n      \"hinh_thuc\": "
    let (orders, findings) = try certificates([
      Change("de-nghi.json", nominee + "\"giay_khen\"", nominee + "\"lao_dong_tien_tien\"")
    ])
    #expect(findings.isEmpty)
    #expect(orders.map { $0.data["so_vang"]?.string } == ["01", "02", "03", "05", "06"])
    #expect(orders.map { Int($0.fileStem.prefix(3)) } == [1, 2, 3, 4, 5])
  }

  @Test("a missing achievement sentence is an error that names nomination, file and key")
  func citationMissing() throws {
    let (orders, findings) = try certificates([
      Change("dot.json", Self.sentence, #""bang_khen_tinh": "Đã"#)
    ])
    #expect(orders.map(\.subject) == ["TTTT", "KGVX04"])
    #expect(findings.map(\.code.description) == Array(repeating: "CO036", count: 4))
    let finding = try #require(findings.first)
    #expect(finding.severity == .error)
    #expect(finding.message.contains("GK-02") && finding.help?.contains("de-nghi.json") == true)
    #expect(finding.place.file?.hasSuffix("de-nghi.json") == true)
    #expect(finding.place.pointer == "/de_nghi/1/cau_thanh_tich")
  }

  @Test("what cannot fit is an error that says where and by how much; the others are made")
  func tooLong() throws {
    let more = String(repeating: "và các nhiệm vụ khác, ", count: 8)
    let (orders, findings) = try certificates([
      Change(
        "de-nghi.json", "Đã có thành tích trong đề xuất, ",
        "Đã có thành tích trong đề xuất, " + more
      )
    ])
    #expect(!orders.map(\.subject).contains("KGVX04") && orders.count == 5)
    let finding = try #require(findings.first)
    #expect(findings.count == 1 && finding.code.description == "CO051")
    #expect(finding.message.contains("GK-05 (Cầm Hoàng Thị Phương Nhung)"))
    #expect(finding.place.pointer == "/de_nghi/4/cau_thanh_tich")
    let words = try #require(finding.help).split(separator: " ")
    let number = try #require(words.compactMap { Int($0) }.first)
    #expect(number > 20 && number < more.count)
    #expect(finding.help?.contains("“cau_thanh_tich”") == true)
  }

  @Test("the period's sentence, too long, is said once and not for each nomination")
  func periodTooLong() throws {
    let more = "Đã " + String(repeating: "góp phần hoàn thành nhiệm vụ, ", count: 12)
    let (_, findings) = try certificates([
      Change("dot.json", Self.sentence, #""giay_khen": ""# + more)
    ])
    #expect(findings.map(\.code.description) == ["CO051"])
    #expect(findings.first?.place.pointer == "/cau_thanh_tich/giay_khen")
  }

  @Test("a name or a post too long points to the file of people, or of units")
  func ownerTooLong() throws {
    let long = String(repeating: "Nguyễn ", count: 20) + "Xuân"
    let unit = String(repeating: "Trung tâm Thông tin ", count: 12) + "Sơn La"
    let (orders, findings) = try certificates([
      Change("nhan-su.json", "Lò Thị Xuân", long),
      Change("don-vi.json", "Trung tâm Thông tin", unit),
    ])
    #expect(!orders.map(\.subject).contains("TH03") && !orders.map(\.subject).contains("TTTT"))
    #expect(findings.allSatisfy { $0.code.description == "CO051" })
    let files = findings.map { $0.place.file?.split(separator: "/").last ?? "" }
    #expect(files == ["don-vi.json", "nhan-su.json", "nhan-su.json"])
  }

  @Test("a signer's post too long is said once for the decision, which then has no certificate")
  func signerTooLong() throws {
    let post = String(repeating: "Phó Chánh Văn phòng ", count: 4)
    let (orders, findings) = try certificates([
      Change("co-quan.json", #""chuc_vu": "Chánh Văn phòng""#, "\"chuc_vu\": \"\(post)Ủy ban\"")
    ])
    #expect(orders.isEmpty)
    #expect(findings.map(\.code.description).contains("CO051"))
  }
}
