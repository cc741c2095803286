import Composition
import Diagnostics
import Dossier
import LocatedJSON
import Regulations
import Testing

@Suite("Phiếu thẩm định của đợt xét hằng năm 2026")
struct AppraisalSheetTests {
  private let dossier: Dossier
  private let sample: ReviewSample

  init() throws {
    sample = try ReviewSample()
    dossier = sample.dossier
  }

  @Test("one for each nomination that stands, under its number in the file")
  func orders() throws {
    let orders = sample.orders(.phieuThamDinh)
    let nominations = try #require(dossier.review.nominations.content)
    let numbers = nominations.indices.filter { nominations[$0].typedStatus != .rut }
    #expect(numbers.count == nominations.count - 1)
    #expect(orders.map { Int($0.fileStem.prefix(3)) } == numbers.map { $0 + 1 })
    #expect(orders.map(\.subject) == numbers.map { nominations[$0].nominee.id })
    #expect(orders.allSatisfy { $0.form == .bangBieu && $0.state == .draft })
    #expect(sample.codes("CO02").isEmpty)
  }

  @Test("data", arguments: ["GK-07": "khong-dat", "GK-13": "chua-ro"])
  func data(nomination: String, outcome: String) throws {
    let order = sample.orders(.phieuThamDinh)
      .first { $0.data["de_nghi"]?["ma"]?.string == nomination }
    try expectData(order, equals: "phieu-tham-dinh-\(outcome)")
  }

  @Test("only what is not met is explained")
  func explanations() throws {
    let orders = sample.orders(.phieuThamDinh)
    let rows = orders.flatMap { $0.data["kiem_tra"]?.array ?? [] }
    #expect(rows.count > orders.count)
    for row in rows {
      let isUnmet = row["ket_qua"]?.string == "khong_dat"
      #expect((row["cach_dat"]?.string != "") == isUnmet)
      #expect((row["vi"]?.string != "") == isUnmet)
      let isUndecided = row["ket_qua"]?.string == "chua_ro"
      #expect((row["thieu"]?.array?.isEmpty == false) == isUndecided)
    }
  }

  @Test("a nomination on which nothing was decided has no sheet, which is said")
  func undecided() throws {
    let first = try #require(dossier.review.nominations.content?.first)
    let others = sample.decisions.filter { $0.subject != .nominee(first.id) }
    let composed = Composition.compose(dossier, decisions: others, packs: sample.packs)
    let sheets = composed.value?.filter { $0.kind == .phieuThamDinh }
    #expect(sheets?.contains { $0.subject == first.nominee.id } == false)
    #expect(composed.findings.count { $0.code == Code("CO027") } == 1)
  }
}
