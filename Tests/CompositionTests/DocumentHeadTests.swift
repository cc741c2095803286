import Diagnostics
import Dossier
import LocatedJSON
import Testing

@testable import Composition

@Suite("Đầu văn bản: cơ quan, số, địa danh và ngày")
struct DocumentHeadTests {
  private func order(_ unit: OfficeUnit, _ row: DocumentRow) -> (DocumentOrder?, [String]) {
    var sample = Sample()
    sample.units = [unit]
    sample.unitPlans = [Sample.unitPlan(unit.id.text, without: [1, 2])]
    sample.documents = [
      Sample.row("kh", .keHoach, number: "15", date: "2026-05-04"), row,
    ]
    let composed = Composition.compose(sample.dossier)
    return (composed.value?.last, composed.findings.map(\.code.description))
  }

  @Test("a phòng carries no number, and its day alone makes it issued")
  func withoutSeries() {
    let unit = Sample.unit("TH", "Phòng Tổng hợp", .phong, head: "TH01")
    let (draft, _) = order(unit, Sample.row("kh-TH", .keHoachDonVi, unit: "TH"))
    #expect(draft?.data["so_ky_hieu"]?.isNull == true)
    #expect(draft?.data["co_quan_chu_quan"]?.string == "VĂN PHÒNG UBND TỈNH SƠN LA")
    #expect(draft?.data["co_quan_ban_hanh"]?.string == "PHÒNG TỔNG HỢP")
    #expect(draft?.state == .draft)
    let day = Sample.row("kh-TH", .keHoachDonVi, unit: "TH", date: "2026-05-20")
    #expect(order(unit, day).0?.state == .issued)
  }

  @Test("a number that the paper does not carry is not printed")
  func uselessNumber() {
    let unit = Sample.unit("TH", "Phòng Tổng hợp", .phong, head: "TH01")
    let (paper, codes) = order(
      unit, Sample.row("kh-TH", .keHoachDonVi, unit: "TH", number: "3", date: "2026-05-20"))
    #expect(paper?.data["so_ky_hieu"]?.isNull == true)
    #expect(codes == ["CO009"])
  }

  @Test("an inner series of a phòng")
  func innerSeries() {
    let unit = Sample.unit("TH", "Phòng Tổng hợp", .phong, head: "TH01", hasNumberSeries: true)
    let (paper, _) = order(
      unit, Sample.row("kh-TH", .keHoachDonVi, unit: "TH", number: "3", date: "2026-05-20"))
    #expect(paper?.data["so_ky_hieu"]?.string == "Số: 03/KH-TH")
    #expect(paper?.data["don_vi"]?["co_van_thu"]?.boolean == false)
  }

  @Test(
    "a unit with a seal is issued once it has both number and day",
    arguments: [
      (nil, nil, DocumentOrder.State.draft), ("7", nil, .draft), (nil, "2026-05-20", .draft),
      ("7", "2026-05-20", .issued),
    ] as [(String?, String?, DocumentOrder.State)])
  func state(number: String?, date: String?, expected: DocumentOrder.State) {
    let unit = Sample.unit(
      "TTTT", "Trung tâm Thông tin", .donViSuNghiep, head: "TTTT01", hasSeal: true)
    let row = Sample.row("kh-TTTT", .keHoachDonVi, unit: "TTTT", number: number, date: date)
    let (paper, codes) = order(unit, row)
    #expect(paper?.state == expected)
    #expect(codes.isEmpty)
    #expect(
      paper?.data["so_ky_hieu"]?.string
        == (number == nil ? "Số:        /KH-TTTT" : "Số: 07/KH-TTTT"))
  }

  @Test("a long name stays one text; the template breaks it")
  func longName() {
    let unit = Sample.unit("TCHCQT", "Phòng Tổ chức - Hành chính - Quản trị", .phong, head: "TH01")
    let (paper, _) = order(unit, Sample.row("kh", .keHoachDonVi, unit: "TCHCQT"))
    #expect(paper?.data["co_quan_ban_hanh"]?.string == "PHÒNG TỔ CHỨC - HÀNH CHÍNH - QUẢN TRỊ")
    #expect(paper?.id == "ke-hoach-don-vi/001-phong-to-chuc-hanh-chinh-quan-tri")
  }

  @Test("a name given in two lines is one name")
  func lines() {
    let office = Sample(heading: ["UBND TỈNH SƠN LA", "VĂN PHÒNG", "TIẾP CÔNG DÂN"]).dossier.office
    #expect(Issuer(office).name == "VĂN PHÒNG TIẾP CÔNG DÂN")
  }

  @Test("neither day nor year")
  func noYear() {
    let unit = Sample.unit("TH", "Phòng Tổng hợp", .phong, head: "TH01")
    let (paper, codes) = order(unit, Sample.row("kh-TH", .keHoachDonVi, unit: "TH", year: nil))
    #expect(paper?.data["dia_danh_ngay"]?.string == "Sơn La, ngày      tháng      năm      ")
    #expect(codes == ["CO006"])
  }
}

extension JSONValue {
  fileprivate var boolean: Bool? {
    if case .boolean(let value) = kind { value } else { nil }
  }
}
