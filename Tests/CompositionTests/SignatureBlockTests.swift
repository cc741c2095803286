import Diagnostics
import Dossier
import Testing

@testable import Composition

@Suite("Khối chữ ký — Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, khoản 7")
struct SignatureBlockTests {
  private static let deputy = Sample.signer(
    "LD02", "Phó Chánh Văn phòng", signsForHead: true, from: "2026-01-01", to: "2026-12-31")

  /// The signature of the office and the codes found, for one row of the plan.
  private func office(
    signers: [Office.Signer] = Sample().signers, row: DocumentRow?,
    plan post: String = "Chánh Văn phòng"
  ) -> (SignatureBlock?, [String]) {
    var composer = Composer(dossier: Sample(signers: signers).dossier)
    let block = composer.officeSignature(row: row, plan: Sample.plan(signer: post))
    return (block, composer.findings.map(\.code.description))
  }

  @Test("the signer that the plan prints, when the row names none")
  func printed() {
    let (block, codes) = office(row: Sample.row("kh", .keHoach))
    #expect(block == SignatureBlock(authority: ["CHÁNH VĂN PHÒNG"], name: "Trần Văn A"))
    #expect(codes.isEmpty)
  }

  @Test("a deputy that the plan prints signs for the head")
  func printedDeputy() {
    let (block, _) = office(row: nil, plan: "Phó Chánh Văn phòng")
    #expect(block?.authority == ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"])
  }

  @Test("a head that the row names, with a warning where the plan prints another")
  func head() {
    let (block, codes) = office(row: Sample.row("kh", .keHoach, signer: "LD01"))
    #expect(block == SignatureBlock(authority: ["CHÁNH VĂN PHÒNG"], name: "Vì Văn Thành"))
    #expect(codes == ["CO013"])
  }

  @Test(
    "a deputy signs on the days of the row in force",
    arguments: [
      ("2025-12-31", false), ("2026-01-01", true), ("2026-12-31", true), ("2027-01-01", false),
    ])
  func inForce(day: String, signs: Bool) {
    let row = Sample.row("kh", .keHoach, date: day, signer: "LD02")
    let (block, codes) = office(signers: [Self.deputy], row: row)
    #expect(
      block?.authority == (signs ? ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"] : nil))
    #expect(codes == (signs ? ["CO013"] : ["CO017"]))
  }

  @Test("while the day is not known, a row that has ended does not count")
  func ended() {
    let row = Sample.row("kh", .keHoach, signer: "LD02")
    #expect(office(signers: [Self.deputy], row: row).1 == ["CO017"])
    let open = Sample.signer("LD02", "Phó Chánh Văn phòng", signsForHead: true)
    #expect(office(signers: [open], row: row).0?.name == "Lò Văn Thịnh")
  }

  @Test("a deputy who became head signs as what they were on the day")
  func promoted() {
    let rows = [Self.deputy, Sample.signer("LD02", "Chánh Văn phòng", from: "2027-01-01")]
    let before = Sample.row("kh", .keHoach, date: "2026-12-31", signer: "LD02")
    let after = Sample.row("kh", .keHoach, date: "2027-01-01", signer: "LD02")
    #expect(office(signers: rows, row: before).0?.authority.first == "KT. CHÁNH VĂN PHÒNG")
    #expect(office(signers: rows, row: after).0?.authority == ["CHÁNH VĂN PHÒNG"])
  }

  @Test("a deputy whose row does not say that they sign for the head")
  func deputyAlone() {
    let (block, codes) = office(
      signers: [Sample.signer("LD02", "Phó Chánh Văn phòng")],
      row: Sample.row("kh", .keHoach, signer: "LD02"))
    #expect(block?.authority == ["PHÓ CHÁNH VĂN PHÒNG"])
    #expect(codes == ["CO020", "CO013"])
  }

  @Test("one who is not on the office's list")
  func unlisted() {
    let (block, codes) = office(row: Sample.row("kh", .keHoach, signer: "TH01"))
    #expect(block == nil)
    #expect(codes == ["CO004"])
  }

  @Test(
    "a unit",
    arguments: [
      ("TH01", nil, ["TRƯỞNG PHÒNG"], []),
      ("TH01", "TH02", ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"], []),
      (nil, "TH02", ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"], []),
      ("TH01", "TH03", ["CHUYÊN VIÊN"], ["CO014"]),
      ("TH01", "LD02", ["PHÓ CHÁNH VĂN PHÒNG"], ["CO014"]),
      (nil, nil, nil, ["CO005"]),
    ] as [(String?, String?, [String]?, [String])])
  func unit(head: String?, signer: String?, authority: [String]?, codes: [String]) {
    var composer = Composer(dossier: Sample().dossier)
    let block = composer.unitSignature(
      Sample.unit("TH", "Phòng Tổng hợp", .phong, head: head),
      row: Sample.row("kh-TH", .keHoachDonVi, unit: "TH", signer: signer))
    #expect(block?.authority == authority)
    #expect(composer.findings.map(\.code.description) == codes)
  }
}
