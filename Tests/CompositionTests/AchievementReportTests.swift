import Composition
import Diagnostics
import Dossier
import LocatedJSON
import Testing

@Suite("Báo cáo thành tích của cá nhân và tập thể")
struct AchievementReportTests {
  private typealias Change = ReviewSample.Change

  private static func parts(_ order: DocumentOrder?) -> [String] {
    order?.data["phan"]?.texts ?? []
  }

  private static func report(
    _ kind: DocumentKind, of nominee: String, _ changes: Change...
  ) throws -> (order: DocumentOrder, sample: ReviewSample) {
    let sample = try ReviewSample(changes)
    return (try #require(sample.orders(kind).first { $0.subject == nominee }), sample)
  }

  @Test("one for each nomination that stands, under its number, withdrawn ones left out")
  func orders() throws {
    let sample = try ReviewSample()
    let collectives = sample.orders(.baoCaoThanhTichTapThe)
    let people = sample.orders(.baoCaoThanhTichCaNhan)
    #expect(collectives.map(\.subject) == ["TTTT", "TCHCQT", "NC"])
    #expect(collectives.map { $0.fileStem.prefix(3) } == ["001", "002", "012"])
    let standing = try #require(sample.dossier.review.nominations.content)
      .filter { $0.typedStatus != .rut }
    #expect(collectives.count + people.count == standing.count)
    #expect((collectives + people).allSatisfy { $0.form == .thanhTich })
    #expect((collectives + people).allSatisfy { $0.data["so_ky_hieu"]?.isNull == true })
  }

  @Test(
    "data",
    arguments: [
      (DocumentKind.baoCaoThanhTichCaNhan, "TH03"), (.baoCaoThanhTichCaNhan, "TH01"),
      (.baoCaoThanhTichTapThe, "TTTT"),
    ])
  func data(kind: DocumentKind, nominee: String) throws {
    let order = try ReviewSample().orders(kind).first { $0.subject == nominee }
    try expectData(order, equals: "\(kind.rawValue)-\(nominee)")
  }

  @Test("the day is that of the dossier's paper; without one the report is a draft")
  func day() throws {
    let (issued, _) = try Self.report(.baoCaoThanhTichCaNhan, of: "TH03")
    #expect(issued.state == .issued)
    #expect(issued.data["dia_danh_ngay"]?.string == "Sơn La, ngày 01 tháng 12 năm 2026")
    let (draft, _) = try Self.report(.baoCaoThanhTichCaNhan, of: "TCHCQT03")
    #expect(draft.state == .draft)
    #expect(draft.data["dia_danh_ngay"]?.string == "Sơn La, ngày      tháng      năm 2026")
  }

  @Test("who is known in full has every part and no finding")
  func complete() throws {
    let (order, sample) = try Self.report(.baoCaoThanhTichCaNhan, of: "TH03")
    #expect(
      Self.parts(order) == ["nhiem_vu", "ket_qua", "sang_kien", "chap_hanh", "cam_doan"])
    #expect(!(sample.messages("CO090") + sample.messages("CO091")).contains { $0.contains("TH03") })
    #expect(!sample.messages("CO091").contains { $0.contains("GK-03") })
  }

  @Test("an initiative that is not known is left out and said; none is printed as none")
  func initiatives() throws {
    let row = #""sang_kien": ["SK-2026-04"],"#
    let (silent, sample) = try Self.report(
      .baoCaoThanhTichCaNhan, of: "TH03", Change("de-nghi.json", row, #""sang_kien": null,"#))
    #expect(!Self.parts(silent).contains("sang_kien"))
    #expect(
      sample.messages("CO091").contains {
        $0.hasPrefix("báo cáo thành tích của đề nghị GK-03 (Lò Thị Xuân) không có phần: sáng kiến")
      })
    let (none, known) = try Self.report(
      .baoCaoThanhTichCaNhan, of: "TH03", Change("de-nghi.json", row, #""sang_kien": [],"#))
    #expect(Self.parts(none).contains("sang_kien"))
    #expect(none.data["sang_kien"]?.array?.isEmpty == true)
    #expect(!known.messages("CO091").contains { $0.contains("GK-03") })
  }

  @Test("no pledge is printed that the file on incidents denies on that day")
  func pledge() throws {
    let (order, sample) = try Self.report(.baoCaoThanhTichCaNhan, of: "KT04")
    #expect(!Self.parts(order).contains("cam_doan"))
    #expect(sample.messages("CO092").count == 1)
    let (ended, later) = try Self.report(
      .baoCaoThanhTichCaNhan, of: "KT04",
      Change(
        "su-viec.json", #""tu_ngay": "2026-11-10", "den_ngay": null"#,
        #""tu_ngay": "2026-11-10", "den_ngay": "2026-11-30""#))
    #expect(Self.parts(ended).contains("cam_doan"))
    #expect(later.messages("CO092").isEmpty)
  }

  @Test("awards held before the dossier came in, titles apart; without a register the part goes")
  func pastAwards() throws {
    let (order, _) = try Self.report(.baoCaoThanhTichCaNhan, of: "TH03")
    let titles = try #require(order.data["khen_thuong"]?["danh_hieu"]?.array)
    #expect(titles.map { $0["nam"]?.string } == ["2024", "2025", "2025"])
    #expect(order.data["khen_thuong"]?["hinh_thuc"]?.array?.isEmpty == true)
    let sample = try ReviewSample([], without: "so-khen-thuong.json")
    let bare = sample.orders(.baoCaoThanhTichCaNhan).first { $0.subject == "TH03" }
    #expect(bare?.data["khen_thuong"]?.isNull == true)
    #expect(
      sample.messages("CO091").contains { $0.contains("GK-03") && $0.contains("sổ") == false })
  }

  @Test(
    "nobody confirms his own report",
    arguments: [
      ("TH03", "don_vi", "Nguyễn Khắc Đoan"), ("TH01", "cap_trinh", "Vì Văn Thành"),
      ("LD01", "tren_co_quan", ""),
    ])
  func confirmation(nominee: String, role: String, name: String) throws {
    let (order, _) = try Self.report(.baoCaoThanhTichCaNhan, of: nominee)
    #expect(order.data["xac_nhan"]?["vai_tro"]?.string == role)
    #expect(order.data["xac_nhan"]?["ho_ten"]?.string == name)
    #expect(order.data["cap_trinh"]?.isNull == true)
  }

  @Test("an award that the office only submits is confirmed by the unit and then by the office")
  func threeSignatures() throws {
    let (order, _) = try Self.report(
      .baoCaoThanhTichCaNhan, of: "TH03",
      Change(
        "de-nghi.json", #""nguoi": "TH03",\#n      "hinh_thuc": "giay_khen""#,
        #""nguoi": "TH03",\#n      "hinh_thuc": "bang_khen_tinh""#))
    #expect(order.data["xac_nhan"]?["vai_tro"]?.string == "don_vi")
    #expect(order.data["cap_trinh"]?["quyen_han"]?.texts == ["CHÁNH VĂN PHÒNG"])
    #expect(
      order.data["trich_yeu"]?.string?.replacing("\u{A0}", with: " ")
        == "ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH")
  }

  @Test("a share of people that is not known of all is not counted short")
  func ethnicGroups() throws {
    let (order, sample) = try Self.report(.baoCaoThanhTichTapThe, of: "TTTT")
    #expect(order.data["nhan_su"]?.texts == ["8", "4", "5"])
    #expect(sample.messages("CO093").isEmpty)
    let person = try #require(
      sample.dossier.people.first { $0.unit == ID("TTTT") && $0.ethnicGroup == "Thái" })
    let (short, silent) = try Self.report(
      .baoCaoThanhTichTapThe, of: "TTTT",
      Change("nhan-su.json", #""dan_toc": "Thái", "don_vi": "TTTT""#, #""don_vi": "TTTT""#))
    #expect(short.data["nhan_su"]?["dan_toc_thieu_so"]?.isNull == true)
    #expect(silent.messages("CO093").count == 1)
    #expect(silent.messages("CO093").first?.contains(person.name) == true)
  }

  @Test("a content of which the nomination says nothing takes what the unit reported")
  func contents() throws {
    let (order, _) = try Self.report(.baoCaoThanhTichTapThe, of: "TTTT")
    let contents = try #require(order.data["noi_dung"]?.array)
    #expect(contents.count == 5)
    // The second content is the nomination's own, with its days; the first the unit's report's.
    #expect(contents[0]["viec"]?.array?.first?["tu_ngay"]?.string == "")
    #expect(contents[1]["viec"]?.array?.first?["tu_ngay"]?.string == "15/6/2026")
  }

  @Test("no report speaks of a rule, a file or a key")
  func clean() throws {
    let sample = try ReviewSample()
    let texts = (sample.orders(.baoCaoThanhTichCaNhan) + sample.orders(.baoCaoThanhTichTapThe))
      .flatMap { order in order.data.texts }
    #expect(!texts.contains { $0.contains(".json") || $0.contains("đồng chí") })
  }
}
