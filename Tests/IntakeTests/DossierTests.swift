import Diagnostics
import Dossier
import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("the good period")
struct GoodPeriodTests {
  private func dossier() throws -> Dossier {
    let result = Intake.read(try Situation.good.period())
    #expect(lines(result.findings) == "")
    return try #require(result.value)
  }

  @Test("office and people")
  func people() throws {
    let dossier = try dossier()
    #expect(dossier.office.symbol == "VPUB")
    #expect(dossier.office.medium == .electronic)
    #expect(dossier.office.heading == ["UBND TỈNH SƠN LA", "VĂN PHÒNG"])
    #expect(dossier.units.map(\.id.text) == ["LD", "TH"])
    #expect(dossier.people.map(\.id.text) == ["LD01", "TH01", "TH03", "TH06"])
    let person = try #require(dossier.person(ID("TH03")))
    #expect(person.birthDate.map(String.init(describing:)) == "1988-03-14")
    #expect(person.management == .vanPhong)
    #expect(person.history.map(\.unit.text) == ["LD", "TH"])
    #expect(person.history[1].to == nil)
    #expect(person.origin.pointer == "/nguoi/2")
    #expect(person.origin.file == "chung/nhan-su.json")
    #expect(person.origin.span?.line == 5)
    #expect(dossier.person(ID("TH30")) == nil)
  }

  @Test("movement, with goals in the order of years")
  func movement() throws {
    let movement = try dossier().movement
    #expect(movement.layers.map(\.level) == [.tinh, .vanPhong])
    #expect(movement.layers[0].paper?.number == "1031/QĐ-UBND")
    #expect(movement.awards.map(\.moment) == [.hangNam, .soKet])
    let target = try #require(movement.targets.first)
    #expect(target.goals.map(\.year) == [2026, 2027])
    #expect(target.goal(in: 2026)?.description == "97,5")
    #expect(target.goal(in: 2028) == nil)
  }

  @Test("plan and units' plans")
  func plans() throws {
    let dossier = try dossier()
    let plan = try #require(dossier.plan)
    #expect(plan.sections.map(\.number) == ["I", "II"])
    #expect(plan.sections[1].clauses[0].title == nil)
    #expect(plan.sections[1].clauses[0].paragraphs == ["Tăng cường sự lãnh đạo."])
    let unitPlan = try #require(dossier.unitPlans.first)
    #expect(unitPlan.contentsWithout == [1])
    #expect(unitPlan.works.map(\.lead.text) == ["TH03"])
    #expect(unitPlan.works[0].target.flatMap(dossier.target)?.name == "Tỷ lệ văn bản ký số")
  }

  @Test("papers of our own and from outside")
  func papers() throws {
    let dossier = try dossier()
    #expect(dossier.documents(of: .keHoach).map(\.year) == [2026])
    #expect(dossier.documents(of: .keHoachDonVi).map(\.unit?.text) == ["TH"])
    #expect(dossier.documents.last?.kind == .external("Quyết định"))
  }

  @Test("a file of the period replaces the shared one")
  func replacement() throws {
    let period = try Situation.good.period()
    let shared = try #require(period.files.first { $0.path == "chung/co-quan.json" })
    let text = String(decoding: shared.bytes, as: UTF8.self)
      .replacingOccurrences(of: "\"VPUB\"", with: "\"VP\"")
    let own = InputFile(path: "dot/co-quan.json", bytes: Array(text.utf8), isShared: false)
    for files in [period.files + [own], [own] + period.files] {
      let result = Intake.read(
        PeriodFiles(folder: "dot", sharedFolder: .read("chung"), files: files))
      #expect(result.value?.office.symbol == "VP")
      #expect(result.value?.office.origin.file == "dot/co-quan.json")
    }
  }

  @Test("two people of one name and unit with days of birth of their own are two")
  func sameName() throws {
    let period = try Situation.good.period()
    let files = period.files.map { file in
      guard file.name == "nhan-su.json" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacingOccurrences(of: "Mùa A Sáng", with: "Lò Thị Xuân")
      return InputFile(path: file.path, bytes: Array(text.utf8), isShared: true)
    }
    let result = Intake.read(
      PeriodFiles(folder: "dot", sharedFolder: .read("chung"), files: files))
    #expect(lines(result.findings) == "")
  }

  @Test("text comes out in NFC")
  func normalised() throws {
    let folder = Fixture.folderURL("bad").appending(path: "chu-to-hop-nfd")
    let result = Intake.read(try Situation(folder: folder).period())
    let name = try #require(result.value?.person(ID("TH03"))?.name)
    #expect(Array(name.utf8) == Array("Lò Thị Xuân".utf8))
  }
}

@Suite("what reading leaves as it is")
struct FaithfulReadingTests {
  @Test("text in an old encoding is reported, not rewritten")
  func legacy() throws {
    let folder = Fixture.folderURL("bad").appending(path: "bang-ma-tcvn3")
    let result = Intake.read(try Situation(folder: folder).period())
    let name = try #require(result.value?.person(ID("TH01"))?.name)
    #expect(Array(name.utf8) == Array("NguyÔn §øc Long".utf8))
  }

  @Test("the order in which files are handed in changes no finding")
  func order() throws {
    let folder = Fixture.folderURL("bad").appending(path: "nhieu-loi-nhieu-tep")
    let period = try Situation(folder: folder).period()
    let reversed = PeriodFiles(
      folder: period.folder, sharedFolder: period.sharedFolder, files: period.files.reversed())
    #expect(Intake.read(period).findings == Intake.read(reversed).findings)
  }
}

@Suite("a review with every file")
struct ReviewTests {
  @Test("has no finding")
  func sound() throws {
    let period = try Situation.review.period()
    #expect(Set(period.files.compactMap(\.kind)) == Set(FileKind.allCases))
    let result = Intake.read(period)
    #expect(lines(result.findings) == "")
    #expect(result.value?.period.moment == .soKet)
    #expect(result.value?.documents.map(\.nominations) == [nil, [ID("GK-01")], []])
  }

  @Test("does not need the plan of the launch")
  func withoutPlan() throws {
    let period = try Situation.review.period()
    let result = Intake.read(
      PeriodFiles(
        folder: period.folder, sharedFolder: period.sharedFolder,
        files: period.files.filter { $0.kind != .keHoach && $0.kind != .keHoachDonVi }))
    #expect(lines(result.findings) == "")
    #expect(result.value?.plan == nil)
  }
}

@Suite("kinds of papers")
struct DocumentKindTests {
  @Test("only a công văn has a number without an abbreviation")
  func abbreviations() {
    let kinds = DocumentKind.allCases.filter { $0.facts.form == .nd30 }
    #expect(kinds.filter { $0.facts.abbreviation == nil } == [.congVanDeNghi])
    #expect(
      DocumentKind.allCases.filter { $0.facts.abbreviation != nil }.allSatisfy(kinds.contains))
  }

  @Test("the launch has two kinds of papers")
  func launch() {
    let kinds = DocumentKind.allCases.filter { $0.facts.moments.contains(.phatDong) }
    #expect(kinds == [.keHoach, .keHoachDonVi])
  }
}

@Suite("quantities as Vietnamese papers write them")
struct QuantityTests {
  @Test(
    "from JSON to text",
    arguments: [
      ("0", "0"), ("97", "97"), ("97.5", "97,5"), ("97.05", "97,05"), ("1200", "1.200"),
      ("1000000.25", "1.000.000,25"), ("-3", "-3"), ("0.50", "0,5"), ("-0.5", "-0,5"),
    ])
  func text(json: String, expected: String) {
    #expect(Quantity(parsing: json)?.description == expected)
  }

  @Test(
    "what cannot be kept exactly is refused", arguments: ["1.234", "1e3", "1.", "x", "", "--1"])
  func refused(json: String) { #expect(Quantity(parsing: json) == nil) }
}
