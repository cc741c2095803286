import Composition
import Diagnostics
import Dossier
import Foundation
import Intake
import LocatedJSON
import Regulations
import TestSupport
import Testing

@Suite("Phiếu thẩm định của đợt xét hằng năm 2026")
struct AppraisalSheetTests {
  private let dossier: Dossier
  private let decisions: [Decision]
  private let packs: PackSet

  init() throws {
    let files = try ["chung", "2026-hang-nam"].flatMap { folder in
      let root = Fixture.projectURL.appendingPathComponent("Samples/\(folder)")
      return try FileManager.default.contentsOfDirectory(atPath: root.path)
        .filter { $0.hasSuffix(".json") }.sorted().map { name in
          InputFile(
            path: "\(folder)/\(name)",
            bytes: [UInt8](try Data(contentsOf: root.appendingPathComponent(name))),
            isShared: folder == "chung")
        }
    }
    let read = Intake.read(
      PeriodFiles(folder: "2026-hang-nam", sharedFolder: .read("chung"), files: files))
    dossier = try #require(read.value)
    packs = try #require(PackSet.embedded.value)
    decisions = try #require(Regulations.decide(dossier, packs: packs).value)
  }

  @Test("one for each nomination that stands, under its number in the file")
  func orders() throws {
    let composed = Composition.compose(dossier, decisions: decisions, packs: packs)
    let orders = try #require(composed.value).filter { $0.kind == .phieuThamDinh }
    let nominations = try #require(dossier.review.nominations.content)
    let numbers = nominations.indices.filter { nominations[$0].typedStatus != .rut }
    #expect(numbers.count == nominations.count - 1)
    #expect(orders.map { Int($0.fileStem.prefix(3)) } == numbers.map { $0 + 1 })
    #expect(orders.map(\.subject) == numbers.map { nominations[$0].nominee.id })
    #expect(orders.allSatisfy { $0.form == .bangBieu && $0.state == .draft })
    #expect(composed.findings.filter { $0.severity != .info }.isEmpty)
  }

  @Test("data", arguments: ["GK-07": "khong-dat", "GK-13": "chua-ro"])
  func data(nomination: String, outcome: String) throws {
    let orders = try #require(
      Composition.compose(dossier, decisions: decisions, packs: packs).value)
    let order = try #require(
      orders.first { $0.data["de_nghi"]?["ma"]?.string == nomination })
    let golden = Fixture.folderURL("data")
      .appendingPathComponent("phieu-tham-dinh-\(outcome).expected.json")
    try expectText(String(decoding: JSONWriter.pretty(order.data), as: UTF8.self), equals: golden)
  }

  @Test("only what is not met is explained")
  func explanations() throws {
    let orders = try #require(
      Composition.compose(dossier, decisions: decisions, packs: packs).value)
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
    let others = decisions.filter { $0.subject != .nominee(first.id) }
    let composed = Composition.compose(dossier, decisions: others, packs: packs)
    #expect(composed.value?.contains { $0.subject == first.nominee.id } == false)
    #expect(composed.findings.filter { $0.severity == .error }.map(\.code.description) == ["CO027"])
  }
}
