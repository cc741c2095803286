import Composition
import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import Regulations
import TestSupport
import Testing

@Suite("Sổ khen thưởng và các dòng đề xuất của đợt xét hằng năm 2026")
struct RegisterTests {
  private func register(_ changes: ReviewSample.Change...) throws -> DocumentOrder {
    try register(changes)
  }

  private func register(_ changes: [ReviewSample.Change]) throws -> DocumentOrder {
    try #require(ReviewSample(changes).orders(.soKhenThuong).first)
  }

  private func proposed(_ order: DocumentOrder) -> [JSONValue] {
    order.companion?.content["khen_thuong"]?.array ?? []
  }

  private func expect(_ value: JSONValue?, golden name: String) throws {
    let value = try #require(value)
    try expectText(
      String(decoding: JSONWriter.pretty(value), as: UTF8.self),
      equals: Fixture.folderURL("data").appendingPathComponent("\(name).expected.json"))
  }

  @Test("the rows of the register in their order, then those of the decision")
  func data() throws {
    let order = try register()
    #expect(order.id == "so-khen-thuong/001-so-khen-thuong")
    try expect(order.data, golden: "so-khen-thuong")
  }

  @Test("the proposed rows have the shape of the register")
  func rows() throws {
    let order = try register()
    #expect(order.companion?.path == "so-khen-thuong.them.json")
    try expect(order.companion?.content, golden: "so-khen-thuong.them")
    #expect(try ReviewSample().codes("CO06") == ["CO065"])
  }

  @Test("entered into the register they are read without an error and proposed no more")
  func entered() throws {
    let before = try ReviewSample()
    let order = try #require(before.orders(.soKhenThuong).first)
    let after = try ReviewSample(ReviewSample.register(with: proposed(order)))
    #expect(!after.findings.hasErrors, "\(after.findings)")
    let again = try #require(after.orders(.soKhenThuong).first)
    #expect(again.companion == nil)
    #expect(after.codes("CO06").isEmpty)
    #expect(JSONWriter.pretty(again.data) == JSONWriter.pretty(order.data))
  }

  @Test(
    "a row that is entered is the same under a number written otherwise",
    arguments: ["412/QĐ-VPUB", "0412/QĐ-VPUB", "412/qđ-vpub", "412 / QĐ-VPUB"])
  func spelling(number: String) throws {
    let first = try #require(proposed(try register()).first)
    let row = String(decoding: JSONWriter.pretty(first), as: UTF8.self)
      .replacing("412/QĐ-VPUB", with: number)
    let order = try register(
      ReviewSample.Change("so-khen-thuong.json", "\n  ]\n", "," + row + "\n  ]\n"))
    #expect(proposed(order).count == 5)
  }

  @Test(
    "another number, another day or another awardee is another award",
    arguments: [
      ("412/QĐ-VPUB", "413/QĐ-VPUB"), ("2026-12-22", "2026-12-23"), ("TCHCQT", "KT"),
    ])
  func others(from: String, to: String) throws {
    let first = try #require(proposed(try register()).first)
    let row = String(decoding: JSONWriter.pretty(first), as: UTF8.self)
    #expect(row.contains(from))
    let order = try register(
      ReviewSample.Change(
        "so-khen-thuong.json", "\n  ]\n", "," + row.replacing(from, with: to) + "\n  ]\n"))
    #expect(proposed(order).count == 6)
  }

  @Test(
    "a decision without number or day adds nothing, and it is said why",
    arguments: [(nil, "2026-12-22"), ("412", nil), (nil, nil)] as [(String?, String?)])
  func notIssued(number: String?, date: String?) throws {
    let sample = try ReviewSample(ReviewSample.decision(number: number, date: date))
    let order = try #require(sample.orders(.soKhenThuong).first)
    #expect(order.companion == nil)
    #expect(
      order.data["khen_thuong"]?.array?.count == sample.dossier.review.register.content?.count)
    #expect(sample.codes("CO06") == ["CO063"])
    #expect(sample.compose().findings.first { $0.code == Code("CO063") }?.severity == .info)
  }

  @Test("numbers of the golden book as the certificates print them, running on or by blocks")
  func goldenBook() throws {
    func numbers(_ order: DocumentOrder) -> [String?] {
      (order.data["khen_thuong"]?.array ?? []).suffix(6).map { $0["so_vang"]?.string }
    }
    #expect(numbers(try register()) == ["01", "02", "03", "04", "05", "06"])
    let blocks = try register(
      ReviewSample.Change(
        "quy-dinh.json", "\"so_vang_lien_tuc\": null", "\"so_vang_lien_tuc\": false"))
    #expect(numbers(blocks) == ["I.01", "I.02", "II.01", "II.02", "II.03", "II.04"])
    #expect(proposed(blocks).map { $0["so_thu_tu"]?.whole } == [1, 2, 1, 2, 3, 4])
  }

  @Test("without a register the book holds this period's awards, which is said")
  func noRegister() throws {
    let sample = try ReviewSample([], without: "so-khen-thuong.json")
    #expect(sample.codes("CO06") == ["CO064", "CO065"])
    let order = try #require(sample.orders(.soKhenThuong).first)
    #expect(order.data["khen_thuong"]?.array?.count == 6)
  }

  @Test("what the data do not hold is null in the proposed rows, and named")
  func gaps() throws {
    let sample = try ReviewSample(
      [ReviewSample.Change("van-ban.json", #", "nguon": "van_phong""#, "")],
      without: "ket-qua.json")
    let rows = proposed(try #require(sample.orders(.soKhenThuong).first))
    #expect(rows.count == 6 && rows.allSatisfy { $0["ngay_trao"]?.isNull == true })
    #expect(rows.allSatisfy { $0["nguon"]?.isNull == true })
    let finding = sample.compose().findings.first { $0.code == Code("CO066") }
    #expect(finding?.message.contains("“nguon” (6 dòng), “ngay_trao” (6 dòng)") == true)
  }

  @Test("an award taken back says by which decision")
  func revoked() throws {
    let number = "\"so\": \"240/QĐ-VPUB\""
    let decision = "{ \"so\": \"15/QĐ-VPUB\", \"ngay\": \"2026-11-05\" }"
    let sample = try ReviewSample(
      ReviewSample.Change(
        "so-khen-thuong.json", "\"ngay_trao\": \"2026-09-01\",\n      \"thu_hoi\": null",
        "\"ngay_trao\": null,\n      \"thu_hoi\": { \"quyet_dinh\": \(decision), \"ly_do\": \"x\" }"
      ), ReviewSample.Change("so-khen-thuong.json", number, number))
    let rows = try #require(
      sample.orders(.soKhenThuong).first?.data["khen_thuong"]?.array)
    let revoked = rows.filter { $0["thu_hoi"]?.isNull == false }
    #expect(revoked.map { $0["quyet_dinh"]?["so"]?.string } == ["240/QĐ-VPUB"])
    #expect(revoked.first?["thu_hoi"]?["so"]?.string == "15/QĐ-VPUB")
    #expect(revoked.first?["thu_hoi"]?["ngay"]?.string == "05/11/2026")
  }

  @Test(
    "money that was reckoned on the day of the decision",
    arguments: ["2026-06-30": 710_000, "2026-07-01": 760_000])
  func money(day: String, amount: Int) throws {
    let rows = proposed(try register(ReviewSample.decided(in: day)))
    #expect(rows.last?["so_tien"]?.whole == amount)
    #expect(rows.last?["quyet_dinh"]?["ngay"]?.string == day)
  }
}

@Suite("Dòng đã chép vào sổ, dưới mắt của R07")
struct RegisterAndRulesTests {
  private let rows: [JSONValue]

  init() throws {
    let order = try #require(try ReviewSample().orders(.soKhenThuong).first)
    rows = try #require(order.companion?.content["khen_thuong"]?.array)
  }

  private func outcomes(_ sample: ReviewSample) -> [String: RuleOutcome] {
    var found: [String: RuleOutcome] = [:]
    for nomination in sample.dossier.review.nominations.content ?? [] {
      found[nomination.id.text] =
        sample.decisions.on(nomination.id)?
        .reasons.first { $0.rule == "R07" }?.outcome
    }
    return found
  }

  @Test("the period that gave the awards, rebuilt, does not find itself")
  func samePeriod() throws {
    let before = try ReviewSample()
    let after = try ReviewSample(ReviewSample.register(with: rows))
    #expect(outcomes(before)["GK-03"] == .met)
    #expect(outcomes(after) == outcomes(before))
    #expect(after.decisions.map(\.outcome) == before.decisions.map(\.outcome))
  }

  // A next period that puts the same achievements forward: its dossiers came in a year later.
  @Test("the next period finds what was rewarded: one achievement, one award")
  func nextPeriod() throws {
    let later = ReviewSample.Change(
      "de-nghi.json", "\"ngay_nhan_ho_so\": \"2026-", "\"ngay_nhan_ho_so\": \"2027-")
    let without = outcomes(try ReviewSample(later))
    let with = outcomes(try ReviewSample(later, ReviewSample.register(with: rows)))
    for id in ["GK-01", "GK-02", "GK-03", "GK-04", "GK-05", "GK-06"] {
      #expect(without[id] == .met && with[id] == .unmet, "\(id)")
    }
  }

  @Test("the same achievement under another id is for the council to judge")
  func otherID() throws {
    let sample = try ReviewSample(
      ReviewSample.Change(
        "de-nghi.json", "\"ngay_nhan_ho_so\": \"2026-", "\"ngay_nhan_ho_so\": \"2027-"),
      ReviewSample.Change("de-nghi.json", "\"TT-2026-13\"", "\"TT-2027-13\""),
      ReviewSample.register(with: rows))
    #expect(outcomes(sample)["GK-02"] == .undecided)
  }
}
