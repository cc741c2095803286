import Diagnostics
import Dossier
import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import Composition

@Suite("Từ hồ sơ của đợt đến dữ liệu của từng văn bản")
struct CompositionTests {
  private func compose(_ change: (inout Sample) -> Void = { _ in }) -> Diagnosed<[DocumentOrder]> {
    var sample = Sample()
    change(&sample)
    return Composition.compose(sample.dossier)
  }

  @Test("papers of the launch, in the order of the units")
  func order() throws {
    let composed = compose { $0.unitPlans.reverse() }
    let orders = try #require(composed.value)
    #expect(
      orders.map(\.id) == [
        "ke-hoach/001-ke-hoach", "ke-hoach-don-vi/001-phong-tong-hop",
        "ke-hoach-don-vi/002-trung-tam-thong-tin",
      ])
    #expect(orders.map(\.subject) == [nil, "TH", "TTTT"])
    #expect(orders.map(\.form) == [.nd30, .nd30, .nd30])
    #expect(orders.allSatisfy { $0.medium == .electronic && $0.state == .draft })
    #expect(orders.map(\.templateName) == ["ke-hoach", "ke-hoach-don-vi", "ke-hoach-don-vi"])
    #expect(composed.findings.isEmpty)
  }

  @Test("data", arguments: ["ke-hoach", "ke-hoach-don-vi-phong", "ke-hoach-don-vi-co-con-dau"])
  func data(name: String) throws {
    let composed = compose {
      $0.documents[0] = Sample.row("kh-phat-dong", .keHoach, number: "8", date: "2026-05-04")
    }
    let place = ["ke-hoach": 0, "ke-hoach-don-vi-phong": 1, "ke-hoach-don-vi-co-con-dau": 2][name]
    let order = try #require(composed.value)[try #require(place)]
    let golden = Fixture.folderURL("data").appendingPathComponent("\(name).expected.json")
    try expectText(String(decoding: JSONWriter.pretty(order.data), as: UTF8.self), equals: golden)
  }

  @Test("while the office's plan has no number, the units cite it with a blank")
  func draftCited() throws {
    let order = try #require(compose().value?.last)
    #expect(
      order.data["ke_hoach_goc"]?["vien_dan"]?.string
        == "Kế hoạch số        /KH-VPUB ngày      tháng      năm 2026 "
        + "của Văn phòng UBND tỉnh Sơn La")
  }

  @Test("every kind of paper has its place in the order of filing, once")
  func filing() {
    #expect(Set(Composition.filed) == Set(DocumentKind.allCases))
    #expect(Composition.filed.count == DocumentKind.allCases.count)
  }

  @Test("a unit without a plan leaves its place in the list empty")
  func gap() {
    let composed = compose { $0.unitPlans.removeFirst() }
    #expect(
      composed.value?.map(\.id) == [
        "ke-hoach/001-ke-hoach", "ke-hoach-don-vi/002-trung-tam-thong-tin",
      ])
    #expect(composed.findings.map(\.code.description) == ["CO002"])
    #expect(composed.findings.first?.place.file == "ky/2026-phat-dong/ke-hoach-don-vi.json")
  }

  @Test("a file without any row, and no plan of any unit, are each said once")
  func nothingYet() {
    let withoutRows = compose { $0.documents = [] }
    #expect(withoutRows.findings.map(\.code.description) == ["CO001"])
    #expect(withoutRows.value?.count == 3)
    let withoutPlans = compose { $0.unitPlans = [] }
    #expect(withoutPlans.findings.map(\.code.description) == ["CO002"])
    #expect(withoutPlans.value?.map(\.id) == ["ke-hoach/001-ke-hoach"])
  }

  @Test("a row that is missing is shown as it should be written")
  func missingRow() throws {
    let composed = compose { $0.documents.remove(at: 1) }
    let finding = try #require(composed.findings.first)
    #expect(composed.findings.count == 1)
    #expect(finding.severity == .warning)
    #expect(finding.place.file == "ky/2026-phat-dong/van-ban.json")
    #expect(
      finding.help
        == "thêm dòng { \"ma\": \"kh-TH\", \"loai\": \"ke-hoach-don-vi\", \"don_vi\": \"TH\", "
        + "\"so\": null, \"ngay\": null, \"nam\": 2026 }")
    #expect(composed.value?.count == 3)
  }

  @Test("a content for which the unit gives no answer, and one for which it says there is none")
  func contents() {
    let composed = compose {
      $0.unitPlans[0] = Sample.unitPlan("TH", without: [1])
    }
    #expect(composed.findings.map(\.code.description) == ["CO003"])
    #expect(composed.findings.first?.message.contains("nội dung 2 “Chuyển đổi số”") == true)
    let contents = composed.value?[1].data["noi_dung"]?.array
    // "Không phát sinh" is printed only where the data say so.
    #expect(contents?.map { $0["khong_phat_sinh"]?.isTrue } == [true, false])
  }

  @Test("people of the unit by the law they work under; those who left do not count")
  func staff() {
    func words(_ people: [Person]) -> String? {
      compose { $0.people += people }.value?[1].data["don_vi"]?["nguoi_lam"]?.string
    }
    #expect(words([]) == "Công chức")
    #expect(
      words([Sample.person("TH09", "Cứ A Dơ", "Lái xe", .nguoiLaoDong)])
        == "Công chức, người lao động")
    #expect(
      words([Sample.person("TH09", "Cứ A Dơ", "Lái xe", .nguoiLaoDong, left: "2026-01-31")])
        == "Công chức")
  }

  @Test("the phase is the office's, else the province's, else unknown")
  func phase() {
    func words(_ layers: [Movement.Layer]) -> String? {
      compose { $0.layers = layers }.value?.last?.data["phong_trao"]?["giai_doan"]?.string
    }
    func layer(_ level: Movement.Level, _ from: Int?, _ to: Int?) -> Movement.Layer {
      Movement.Layer(
        level: level, launchedBy: "", launchedOn: nil, paper: nil, fromYear: from, toYear: to,
        origin: .nowhere)
    }
    #expect(
      words([layer(.tinh, 2026, 2030), layer(.vanPhong, 2026, 2028)]) == "giai đoạn 2026-2028")
    #expect(
      words([layer(.tinh, 2026, 2030), layer(.vanPhong, 2026, nil)]) == "giai đoạn 2026-2030")
    #expect(words([layer(.tinh, 2026, 2026)]) == "năm 2026")
    #expect(compose { $0.layers = [] }.findings.map(\.code.description) == ["CO016"])
  }

  @Test("what stops or is worth a look", arguments: Situation.all)
  func finding(situation: Situation) {
    #expect(compose(situation.change).findings.map(\.code.description) == [situation.code])
  }

  @Test("every code raised has a page, and every page a code")
  func pages() throws {
    let folder = Fixture.projectURL.appendingPathComponent("Sources/Composition")
    var raised: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for match in text.matches(of: /Code\("(CO\d{3})"\)/) { raised.insert(String(match.1)) }
    }
    #expect(CompositionPages.all.map(\.code.description) == raised.sorted())
  }
}

/// A change to the sample and the one code it leads to.
struct Situation: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let code: String
  let change: @Sendable (inout Sample) -> Void

  static let all = [
    Situation(testDescription: "no plan", code: "CO011") { $0.plan = nil },
    Situation(testDescription: "a subject with a full stop", code: "CO007") {
      $0.plan = Sample.plan(subject: "Phát động.", signer: "Chánh Văn phòng")
    },
    Situation(testDescription: "letters put together from parts", code: "CO008") {
      $0.plan = Sample.plan(subject: "Pha\u{301}t động", signer: "Chánh Văn phòng")
    },
    Situation(testDescription: "a plan of the leaders", code: "CO015") {
      $0.unitPlans.append(Sample.unitPlan("LD"))
    },
    Situation(testDescription: "a number with its symbol", code: "CO012") {
      $0.documents[0] = Sample.row("kh", .keHoach, number: "8/KH-VPUB")
    },
    Situation(testDescription: "a number with its word", code: "CO012") {
      $0.documents[0] = Sample.row("kh", .keHoach, number: "Số: 8")
    },
    Situation(testDescription: "a number with blanks", code: "CO012") {
      $0.documents[0] = Sample.row("kh", .keHoach, number: " 8 ")
    },
    Situation(testDescription: "a number of zeros", code: "CO012") {
      $0.documents[0] = Sample.row("kh", .keHoach, number: "0")
    },
    Situation(testDescription: "a day of another year", code: "CO018") {
      $0.documents[0] = Sample.row("kh", .keHoach, number: "8", date: "2025-05-04")
    },
    Situation(testDescription: "a unit before the office", code: "CO019") {
      $0.documents[0] = Sample.row("kh", .keHoach, number: "15", date: "2026-05-10")
      $0.documents[2] = Sample.row("kh-TTTT", .keHoachDonVi, unit: "TTTT", date: "2026-05-04")
    },
    Situation(testDescription: "a unit while the office has no number", code: "CO019") {
      $0.documents[2] = Sample.row("kh-TTTT", .keHoachDonVi, unit: "TTTT", date: "2026-05-04")
    },
    Situation(testDescription: "a signer who has left", code: "CO021") {
      $0.people[5] = Sample.person(
        "TTTT01", "Quàng Văn Phúc", "Giám đốc", .vienChuc, left: "2026-03-01")
    },
    Situation(testDescription: "a leader of a work who has left", code: "CO021") {
      $0.people[6] = Sample.person(
        "TTTT04", "Hà Thu Trang", "Viên chức", .vienChuc, left: "2026-03-01")
    },
    Situation(testDescription: "a leader of another unit", code: "CO022") {
      $0.unitPlans[1] = Sample.unitPlan(
        "TTTT", works: [Sample.work(1, "Đăng tải", "TH02")], without: [2])
    },
    Situation(testDescription: "a deadline of another decade", code: "CO023") {
      $0.unitPlans[1] = Sample.unitPlan(
        "TTTT", works: [Sample.work(1, "Đăng tải", "TTTT04", deadline: "2016-06-30")],
        without: [2])
    },
    Situation(testDescription: "a target of another content", code: "CO024") {
      $0.unitPlans[1] = Sample.unitPlan(
        "TTTT", works: [Sample.work(1, "Đăng tải", "TTTT04", target: "CT-02")], without: [2])
    },
    Situation(testDescription: "a recipient with its signs", code: "CO025") {
      $0.plan = Sample.plan(signer: "Chánh Văn phòng", recipients: ["- Sở Nội vụ;", "Lưu: VT"])
    },
  ]
}

extension JSONValue {
  fileprivate var isTrue: Bool {
    if case .boolean(let value) = kind { value } else { false }
  }
}
