import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

/// A fact of the yearly sample that cannot be true, and the code of what is said about it.
struct WrongFact: Sendable, CustomTestStringConvertible {
  let name: String
  let code: String
  let changes: [(file: String, from: String, to: String)]

  init(_ name: String, _ code: String, _ changes: (file: String, from: String, to: String)...) {
    self.name = name
    self.code = code
    self.changes = changes
  }

  var testDescription: String { name }

  static let all = [
    WrongFact(
      "an award that does not exist", "IN006",
      ("de-nghi.json", #""hinh_thuc": "giay_khen""#, #""hinh_thuc": "giay_khen_vang""#)),
    WrongFact(
      "two final ratings of one year", "IN012",
      ("xep-loai.json", #""nam": 2026"#, #""nam": 2025"#)),
    WrongFact(
      "two provisional ratings up to one day", "IN030",
      (
        "xep-loai.json", #""tam_thoi": []"#,
        #""tam_thoi": [ { "nam": 2026, "den_ngay": "2026-11-30", "ca_nhan": { "TH03": "hoan_thanh_tot" }, "tap_the": {} }, { "nam": 2026, "den_ngay": "2026-11-30", "ca_nhan": { "TH03": "hoan_thanh" }, "tap_the": {} } ]"#
      )),
    WrongFact(
      "more ballots handed out than members present", "IN029",
      ("bo-phieu.json", #""phat_ra": 6"#, #""phat_ra": 9"#)),
    WrongFact(
      "more votes than valid ballots", "IN029",
      (
        "bo-phieu.json", #""GK-02", "dong_y": 6, "khong_dong_y": 0"#,
        #""GK-02", "dong_y": 6, "khong_dong_y": 3"#
      )),
    WrongFact(
      "more opinions in writing than members absent", "IN029",
      ("bo-phieu.json", #""y_kien_van_ban": 1"#, #""y_kien_van_ban": 4"#)),
    WrongFact(
      "a vote on somebody who was not nominated", "IN020",
      ("bo-phieu.json", #""de_nghi": "GK-02""#, #""de_nghi": "GK-99""#)),
    WrongFact(
      "the votes of one meeting twice", "IN034",
      (
        "bo-phieu.json", #""y_kien_van_ban": 1"#,
        #""y_kien_van_ban": 1, "phien_khac": [ { "phien": "HD-01", "phieu": { "phat_ra": 6, "thu_ve": 6, "hop_le": 6, "khong_hop_le": 0 }, "ket_qua": [] } ]"#
      )),
    WrongFact(
      "a decision before the meeting that voted", "IN032",
      (
        "van-ban.json", #""so": "412", "ngay": "2026-12-22""#,
        #""so": "412", "ngay": "2026-12-14""#
      )),
    WrongFact(
      "a decision before its tờ trình", "CO037",
      (
        "van-ban.json", #""so": "412", "ngay": "2026-12-22""#,
        #""so": "412", "ngay": "2026-12-16""#
      )),
    WrongFact(
      "an award handed over before the decision", "IN035",
      (
        "ket-qua.json", #""de_nghi": "GK-02", "ngay": "2026-12-25""#,
        #""de_nghi": "GK-02", "ngay": "2026-12-21""#
      )),
    WrongFact(
      "a paper of those whom a meeting without quorum passed", "RU027",
      ("quy-dinh.json", #""hoi_dong": null"#, #""hoi_dong": { "so_du_hop_toi_thieu": "1/1" }"#),
      ("hoi-dong.json", #", "y_kien_van_ban": "2026-12-14""#, "")),
    WrongFact(
      "a paper that names somebody who is not eligible", "RU024",
      ("van-ban.json", #"["GK-02", "GK-01""#, #"["GK-08", "GK-02", "GK-01""#)),
    WrongFact(
      "a chair who was absent", "CO072",
      ("hoi-dong.json", #""chu_tri": "LD01""#, #""chu_tri": "TCHCQT05""#)),
    WrongFact(
      "a dossier received before there was a law to apply", "RU020",
      (
        "de-nghi.json", #""ngay_nhan_ho_so": "2026-12-03""#,
        #""ngay_nhan_ho_so": "2006-12-03""#
      )),
  ]
}

@Suite("Wrong facts stop a build")
struct WrongFactTests {
  private static let period = "2026-hang-nam"

  @Test("each has its message, and nothing is written", arguments: WrongFact.all)
  func stops(fact: WrongFact) async throws {
    let folder = try TemporaryFolder()
    for name in ["chung", Self.period] {
      try folder.lay(Fixture.projectURL.appending(path: "Samples/\(name)"), at: name)
    }
    for change in fact.changes {
      let path = ["chung/", "\(Self.period)/"].map { $0 + change.file }
        .first { folder.text($0) != nil }
      let name = try #require(path)
      let text = try #require(folder.text(name))
      try #require(text.contains(change.from), "\(change.file): \(change.from)")
      try folder.put(
        text.replacing(change.from, with: change.to, maxReplacements: 1), at: name)
    }
    var request = BuildRequest(period: folder.path + "/\(Self.period)")
    request.output = folder.path + "/output"
    request.templates = Fixture.projectURL.appending(path: "Templates").path
    let result = await Pipeline.build(request, in: World(workers: 1))
    #expect(result.status == .data)
    let found = result.findings.filter { $0.code == Code(fact.code) && $0.severity == .error }
    #expect(!found.isEmpty, "\(result.findings.filter { $0.severity == .error }.map(\.message))")
    #expect(found.allSatisfy { $0.help?.isEmpty == false && $0.place.file != nil })
    #expect(folder.snapshot("output") == nil)
  }

  @Test("a file that cannot be read and a period that is not there: 66, and nothing is written")
  func absent() async throws {
    let folder = try TemporaryFolder()
    var request = BuildRequest(period: folder.path + "/khong-co")
    request.output = folder.path + "/output"
    let result = await Pipeline.build(request, in: World(workers: 1))
    #expect(result.status == .missingInput)
    #expect(folder.snapshot("output") == nil)
  }
}
