import Diagnostics
import Testing

@testable import Conformance

/// A change that makes a sound document fail one check.
struct FaultSituation: CustomTestStringConvertible, Sendable {
  /// The check it fails.
  let id: String
  /// What is wrong.
  let what: String
  var base = SoundDocument.plan
  var severity = Severity.error
  /// Other checks that cannot hold once this one does not.
  var following: [String] = []
  /// The value that the finding must quote.
  var seen: String?
  /// True when the sound document lacks what the check is about.
  var twinLacks = false
  /// True when what is told of the document makes it fail, not what it holds.
  var isBySetting = false
  var setting: @Sendable (inout LintSettings) -> Void = { _ in }
  let change: @Sendable (inout PlanSketch) -> Void

  var testDescription: String { "\(id) \(what)" }

  init(
    _ id: String, _ what: String, base: SoundDocument = .plan, severity: Severity = .error,
    following: [String] = [], seen: String? = nil, twinLacks: Bool = false,
    change: @escaping @Sendable (inout PlanSketch) -> Void
  ) {
    self.id = id
    self.what = what
    self.base = base
    self.severity = severity
    self.following = following
    self.seen = seen
    self.twinLacks = twinLacks
    self.change = change
  }

  /// The same, with the fault in what is told of the document.
  private func told(_ setting: @escaping @Sendable (inout LintSettings) -> Void) -> FaultSituation {
    var copy = self
    copy.setting = setting
    copy.isBySetting = true
    return copy
  }

  static let all =
    pages + letters + head + numbers + titles + body + headings + foot + annexes + words + files
    + certificates + reports

  // MARK: The page

  private static let pages = [
    FaultSituation("PG01", "letter paper", seen: "215,9 mm × 279,4 mm") {
      $0.sheet.width = 215.9
      $0.sheet.height = 279.4
    },
    FaultSituation("PG02", "lying without a table") {
      ($0.sheet.width, $0.sheet.height) = (297, 210)
    },
    FaultSituation("PG03", "upper margin of 15 mm", seen: "15 mm") { $0.sheet.top = 15 },
    FaultSituation("PG04", "lower margin of 30 mm", seen: "30 mm") { $0.sheet.bottom = 30 },
    FaultSituation("PG05", "left margin of 25 mm", seen: "25 mm") { $0.sheet.left = 25 },
    FaultSituation("PG06", "right margin of 10 mm", seen: "10 mm") { $0.sheet.right = 10 },
    FaultSituation("PG07", "a header of five lines") {
      $0.sheet.header += Array(repeating: SketchParagraph("").with { $0.size = 14 }, count: 4)
    },
    FaultSituation("PG08", "two pages without a number", twinLacks: false) {
      $0.sheet.header = []
      $0.body[6].breaksPage = true
    },
    FaultSituation("PG09", "a number on page 1") {
      $0.sheet.firstHeader = $0.sheet.header
    },
    FaultSituation("PG10", "a bold number", seen: "đậm") { $0.sheet.header[0].bold = true },
    FaultSituation("PG10", "a number with words beside it", seen: "“Trang” kèm theo") {
      $0.sheet.header[0].text = "Trang "
    },
    FaultSituation("PG11", "numbering from 3", seen: "3") { $0.sheet.startsAt = 3 },
    FaultSituation("PG11", "a number in the footer", seen: "ở lề dưới") {
      $0.sheet.footer = $0.sheet.header
    },
    FaultSituation("PG12", "numbering that goes on in the annex", base: .annexed) {
      $0.annexes[0].sheet.startsAt = nil
    },
  ]

  // MARK: Letters

  private static let letters = [
    FaultSituation("FN01", "a paragraph in Arial", seen: "Arial") { $0.body[3].font = "Arial" },
    FaultSituation("FN01", "a page number in Calibri", seen: "Calibri") {
      $0.sheet.header[0].font = "Calibri"
    },
    FaultSituation("FN02", "a red paragraph", seen: "#FF0000") { $0.body[3].colour = "FF0000" },
    FaultSituation("FN03", "combining marks", seen: "dấu tổ hợp rời") {
      $0.body[3].text = "Ca\u{301}n bộ, công chức, viên chức hoàn thành tốt nhiệm vụ."
    },
    FaultSituation("FN03", "TCVN3", seen: "mã TCVN3 (ABC)") {
      $0.body[3].text = "Céng hßa x· héi chñ nghÜa ViÖt Nam hoµn thµnh nhiÖm vô."
    },
    FaultSituation("FN04", "13 and 13", severity: .warning) {
      $0.motto.size = 13
      $0.date.size = 13
      $0.mottoRule = PlanSketch.rule(of: $0.motto.text, size: 13, share: 1)
    },
  ]

  // MARK: The head

  private static let head = [
    FaultSituation("HD01", "a word missing") { $0.nation.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA" },
    FaultSituation("HD01", "twice", seen: "lặp lại") {
      $0.body[3] = PlanSketch.text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
      $0.body[3].align = "justify"
    },
    FaultSituation("HD01", "at the left", seen: "bên trái") { $0.headIsMirrored = true },
    FaultSituation("HD02", "size 15", following: ["FN04", "HD03"], seen: "15") {
      $0.nation.size = 15
    },
    FaultSituation("HD02", "not bold", seen: "không đậm") { $0.nation.bold = false },
    FaultSituation("HD02", "left", seen: "trái") { $0.nation.align = "left" },
    FaultSituation("HD03", "a head too narrow for it", severity: .warning) {
      $0.headWidths = [75, 85]
    },
    FaultSituation("HD04", "en dashes") { $0.motto.text = "Độc lập – Tự do – Hạnh phúc" },
    FaultSituation("HD04", "italic", seen: "nghiêng") { $0.motto.italic = true },
    FaultSituation("HD05", "a line too short") {
      $0.mottoRule = PlanSketch.rule(of: $0.motto.text, size: 14, share: 0.5)
    },
    FaultSituation("HD05", "a dashed line", seen: "nét đứt") { $0.mottoRule.drawn?.solid = false },
    FaultSituation("HD05", "no line", seen: "không có") { $0.mottoRule.drawn = nil },
    FaultSituation("HD05", "a line beside the middle", severity: .warning) {
      $0.mottoRule.drawn?.centred = false
    },
    FaultSituation("HD06", "one and a half lines", seen: "1,5") { $0.nation.line = 1.5 },
    FaultSituation("HD06", "a gap", severity: .warning, seen: "6 pt") { $0.motto.before = 6 },
    FaultSituation("HD07", "bold", seen: "đậm") { $0.parent?.bold = true },
    FaultSituation("HD07", "small letters", following: []) { $0.parent?.text = "UBND tỉnh Sơn La" },
    FaultSituation("HD08", "size 14", seen: "14") {
      $0.issuer.size = 14
      $0.issuerRule = PlanSketch.rule(of: $0.issuer.text, size: 14, share: 0.4)
    },
    FaultSituation("HD09", "a line as long as the name") {
      $0.issuerRule = PlanSketch.rule(of: $0.issuer.text, size: 13, share: 1)
    },
    FaultSituation("HD09", "a line at the left") { $0.issuerRule.drawn?.centred = false },
    FaultSituation("HD10", "another office") {
      $0.issuer.text = "SỞ NỘI VỤ"
      $0.issuerRule = PlanSketch.rule(of: $0.issuer.text, size: 13, share: 0.4)
    },
    FaultSituation("HD11", "a border as line", severity: .warning, seen: "viền đoạn") {
      let side = (100 - ($0.mottoRule.drawn?.length ?? 0)) / 2
      $0.mottoRule.drawn = nil
      $0.mottoRule.border = side
    },
    FaultSituation("HD11", "underscores", severity: .warning, seen: "ký tự gạch dưới") {
      $0.mottoRule.drawn = nil
      $0.mottoRule.text = "____________________________"
      $0.mottoRule.size = 13
    },
    FaultSituation("HD11", "underlined", seen: "chữ gạch chân") {
      $0.motto.underlined = true
      $0.mottoRule.drawn = nil
    },
    FaultSituation("HD12", "borders", severity: .warning) { $0.headIsBordered = true },
  ]

  // MARK: Number and day

  private static let numbers = [
    FaultSituation("NO01", "size 14", seen: "14") { $0.number.size = 14 },
    FaultSituation("NO02", "spaces") { $0.number.text = "Số: 15 / KH-VPUB" },
    FaultSituation("NO02", "no colon") { $0.number.text = "Số 15/KH-VPUB" },
    FaultSituation("NO03", "one digit", seen: "5") { $0.number.text = "Số: 5/KH-VPUB" },
    FaultSituation("NO04", "another type", seen: "TTr") { $0.number.text = "Số: 15/TTr-VPUB" },
    FaultSituation("NO05", "a type in a công văn", base: .letter) {
      $0.number.text = "Số: 05/KH-VPUB"
    },
    FaultSituation("NO06", "an unknown office", seen: "SNV") { $0.number.text = "Số: 15/KH-SNV" },
    FaultSituation("DT01", "upright", seen: "đứng") { $0.date.italic = false },
    FaultSituation("DT02", "a padded month", seen: "04") {
      $0.date.text = "Sơn La, ngày 27 tháng 04 năm 2026"
    },
    FaultSituation("DT02", "a day of one digit", seen: "7") {
      $0.date.text = "Sơn La, ngày 7 tháng 4 năm 2026"
    },
    FaultSituation("DT02", "a bare January", seen: "1") {
      $0.date.text = "Sơn La, ngày 27 tháng 1 năm 2026"
    },
    FaultSituation("DT02", "no such day", seen: "31/4/2026") {
      $0.date.text = "Sơn La, ngày 31 tháng 4 năm 2026"
    },
    FaultSituation("DT03", "another place", seen: "“Hà Nội”") {
      $0.date.text = "Hà Nội, ngày 27 tháng 4 năm 2026"
    },
    FaultSituation("DT03", "no comma") { $0.date.text = "Sơn La ngày 27 tháng 4 năm 2026" },
    FaultSituation("DT04", "an open day when issued", seen: "bỏ trống") {
      $0.date.text = "Sơn La, ngày      tháng      năm 2026"
    },
  ]

  // MARK: Title and opening

  private static let titles = [
    FaultSituation("TT01", "small letters") { $0.title?.text = "Kế hoạch" },
    FaultSituation("TT01", "no type of the decree", following: []) {
      $0.title?.text = "PHƯƠNG HƯỚNG"
    },
    FaultSituation("TT02", "not bold", seen: "không đậm") { $0.subject[0].bold = false },
    FaultSituation("TT02", "capitals") {
      $0.subject[0].text = "PHÁT ĐỘNG PHONG TRÀO THI ĐUA"
      $0.subjectRule = PlanSketch.rule(of: $0.subject[0].text, size: 14, share: 0.4)
    },
    FaultSituation("TT03", "no line", seen: "không có") { $0.subjectRule = nil },
    FaultSituation("TT03", "a line too long") {
      $0.subjectRule = PlanSketch.rule(of: $0.subject[0].text, size: 14, share: 0.8)
    },
    FaultSituation("TT04", "a full stop", severity: .warning) { $0.subject[0].text += "." },
    FaultSituation("TT05", "size 14", base: .letter, seen: "14") { $0.underNumber[0].size = 14 },
    FaultSituation("TT05", "no gap", base: .letter, seen: "0 pt") { $0.underNumber[0].before = 0 },
    FaultSituation("CC01", "upright", base: .decision, seen: "đứng") {
      $0.opening[1].italic = false
    },
    FaultSituation("CC02", "a comma", base: .decision, seen: "“,”") {
      $0.opening[1].text = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022,"
    },
    FaultSituation("CC03", "no day", base: .decision, severity: .warning, seen: "không có ngày") {
      $0.opening[2].text = "Căn cứ Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh;"
    },
    FaultSituation("CC05", "no authority", base: .decision, seen: "không có") {
      $0.opening.remove(at: 0)
    },
    FaultSituation("CC05", "the command at the left", base: .decision, seen: "trái") {
      $0.opening[4].align = "left"
    },
  ]

  // MARK: The body

  private static let body = [
    FaultSituation("ND01", "two sizes", seen: "13") { $0.body[3].size = 13 },
    FaultSituation("ND02", "ragged", seen: "trái") { $0.body[0].align = "left" },
    FaultSituation("ND03", "no indent", seen: "0 mm") { $0.body[3].indent = 0 },
    FaultSituation("ND03", "two indents", seen: "10 mm") { $0.body[3].indent = 10 },
    FaultSituation("ND03", "a tab", seen: "bằng dấu cách hoặc tab") {
      $0.body[3].indent = 0
      $0.body[3].text = "\t" + $0.body[3].text
    },
    FaultSituation("ND04", "a gap of 3 pt", seen: "3 pt") { $0.body[3].before = 3 },
    FaultSituation("ND05", "double lines", seen: "2") { $0.body[3].line = 2 },
    FaultSituation("ND06", "a bold sentence", severity: .warning, seen: "đậm") {
      $0.body[3].bold = true
    },
    FaultSituation("ND07", "an empty paragraph", severity: .warning, seen: "đoạn trống") {
      $0.body.insert(PlanSketch.text(""), at: 4)
    },
    FaultSituation("ND07", "two full stops", severity: .warning) { $0.body[3].text += "." },
    FaultSituation("ND08", "no ./.", severity: .warning, seen: "không có ./.") {
      $0.body[9].text = "2. Phòng Tổ chức theo dõi, đôn đốc, tổng hợp báo cáo."
    },
    FaultSituation("ND09", "a blank", seen: "“……”") {
      $0.body[3].text = "Cán bộ, công chức hoàn thành …… nhiệm vụ được giao."
    },
    FaultSituation("ND09", "a tag of a template", seen: "thẻ “<<họ tên>>”") {
      $0.body[3].text = "Cán bộ <<họ tên>> hoàn thành tốt nhiệm vụ được giao."
    },
  ]

  private static let headings = [
    FaultSituation("HN01", "an Arabic chapter", base: .chapters, seen: "1") {
      $0.body[0].text = "Chương 1"
    },
    FaultSituation("HN02", "not bold", base: .chapters, seen: "không đậm") {
      $0.body[2].bold = false
    },
    FaultSituation("HN03", "an article without title", base: .chapters, seen: "không có") {
      $0.body[4].text = "Điều 1."
    },
    FaultSituation(
      "HN03", "an article of a decision without title", base: .decision, severity: .warning
    ) { $0.body[0].text = "Điều 1." },
    FaultSituation("HN04", "not bold", base: .chapters, seen: "không đậm") {
      $0.body[4].bold = false
    },
    FaultSituation("HN05", "small letters") { $0.body[1].text = "I. Mục đích, yêu cầu" },
    FaultSituation("HN06", "a title that is not bold", seen: "không đậm") {
      $0.body[2].bold = false
    },
    FaultSituation("HN06", "a bold sentence", seen: "đậm") { $0.body[9].bold = true },
    FaultSituation("HN07", "a letter left out", seen: "c)") {
      $0.body[6].text = "c) Kiểm tra, đôn đốc thường xuyên."
    },
    FaultSituation("HN07", "full stops", seen: "dấu chấm") {
      $0.body[6].text = "b. Kiểm tra, đôn đốc thường xuyên."
    },
    FaultSituation("HN08", "a number left out", severity: .warning, seen: "III") {
      $0.body[7].text = "III. TỔ CHỨC THỰC HIỆN"
    },
    FaultSituation("HN09", "an en dash", base: .chapters, severity: .warning) {
      $0.body[6].text = "– Các phòng chuyên môn;"
      $0.body.remove(at: 7)
    },
  ]

  // MARK: Signature, addressee, recipients

  private static let foot = [
    FaultSituation("SG01", "size 12", seen: "12") { $0.authority[0].size = 12 },
    FaultSituation("SG02", "no deputy", following: []) {
      $0.authority[0].text = "KT. CHÁNH VĂN PHÒNG"
    },
    FaultSituation("SG02", "a deputy alone", following: ["SG03"]) {
      $0.authority[0].text = "PHÓ CHÁNH VĂN PHÒNG"
    },
    FaultSituation("SG03", "another post", seen: "“GIÁM ĐỐC”") {
      $0.authority[0].text = "GIÁM ĐỐC"
    },
    FaultSituation("SG04", "a doctor", seen: "“TS”") { $0.signer.text = "TS. Trần Bình Minh" },
    FaultSituation("SG05", "no room", severity: .warning) { $0.signer.before = 12 },
    FaultSituation("SG06", "a row below", seen: "khác hàng với Nơi nhận") { $0.signsBelow = true },
    FaultSituation("NN01", "upright", seen: "đứng") { $0.recipientsTitle.italic = false },
    FaultSituation("NN02", "size 12", seen: "12") { $0.recipients[0].size = 12 },
    FaultSituation("NN02", "no semicolon", seen: "không có dấu") {
      $0.recipients[0].text = "- Lãnh đạo Văn phòng"
    },
    FaultSituation("NN03", "no registry") { $0.recipients[2].text = "- Lưu: TCHCQT." },
    FaultSituation("NN03", "an unknown unit", seen: "“XYZ”") {
      $0.recipients[2].text = "- Lưu: VT, XYZ."
    },
    FaultSituation("NN04", "no “as above”", base: .letter) {
      $0.recipients[0].text = "- Lãnh đạo Văn phòng;"
    },
    FaultSituation("NN05", "no such article", base: .decision, severity: .warning, seen: "Điều 7") {
      $0.recipients[0].text = "- Như Điều 7;"
    },
    FaultSituation("NN06", "a plan with an addressee", severity: .warning, following: ["NN04"]) {
      $0.opening = [SketchParagraph("Kính gửi: Sở Nội vụ")]
    },
    FaultSituation("NN06", "a submission without", base: .submission, seen: "không có") {
      $0.opening = []
    },
    FaultSituation("NN07", "italic", base: .letter, seen: "nghiêng") {
      $0.opening[0].italic = true
    },
    FaultSituation("NN07", "a list without semicolons", base: .submission, seen: "“,”") {
      $0.opening[1].text = "- Chủ tịch Ủy ban nhân dân tỉnh,"
    },
  ]

  // MARK: Annexes

  private static let annexes = [
    FaultSituation("PL01", "nowhere mentioned", base: .annexed) {
      $0.body[3].text = "Cán bộ, công chức hoàn thành nhiệm vụ nêu tại Phụ lục I."
    },
    FaultSituation("PL02", "capitals", base: .annexed) {
      $0.annexes[0].change(0) { $0.text = "PHỤ LỤC I" }
    },
    FaultSituation("PL02", "Arabic numbers", base: .annexed, following: ["PL01"]) {
      $0.annexes[0].change(0) { $0.text = "Phụ lục 1" }
    },
    FaultSituation("PL03", "small letters", base: .annexed) {
      $0.annexes[0].change(1) { $0.text = "Chỉ tiêu thi đua" }
    },
    FaultSituation("PL04", "upright", base: .annexed, seen: "đứng") {
      $0.annexes[0].change(2) { $0.italic = false }
    },
    FaultSituation("PL05", "another number on paper", base: .annexed) {
      $0.annexes[0].change(2) {
        $0.text = "(Kèm theo Kế hoạch số 16/KH-VPUB ngày 27 tháng 4 năm 2026)"
      }
    },
    FaultSituation("PL05", "filled in an electronic one", base: .annexed, seen: "đã điền") { _ in }
      .told { $0.medium = .electronic },
    FaultSituation("MK01", "no frame", seen: "không có", twinLacks: true) {
      $0.number.text = "Số: 15/KH-VPUB"
      $0.underNumber = [
        PlanSketch.small("KHẨN").with {
          $0.bold = true
          $0.colour = "FF0000"
        }
      ]
    },
    FaultSituation("MK02", "no frame", seen: "không có", twinLacks: true) {
      $0.underNumber = [PlanSketch.small("LƯU HÀNH NỘI BỘ").with { $0.bold = true }]
    },
    FaultSituation("MK03", "typed", severity: .warning) {
      $0.underNumber = [PlanSketch.small("MẬT").with { $0.bold = true }]
    },
  ]

  // MARK: A report of achievements

  private static let reports = [
    FaultSituation("DT01", "a report, upright", base: .report, seen: "đứng") {
      $0.date.italic = false
    },
    FaultSituation("DT02", "a report, a padded month", base: .report, seen: "04") {
      $0.date.text = "Sơn La, ngày 27 tháng 04 năm 2026"
    },
    FaultSituation("DT03", "a report, another place", base: .report, seen: "“Hà Nội”") {
      $0.date.text = "Hà Nội, ngày 27 tháng 4 năm 2026"
    },
    FaultSituation("TT01", "a report, not bold", base: .report, seen: "không đậm") {
      $0.title?.bold = false
    },
    FaultSituation("ND01", "a report, two sizes", base: .report, seen: "13") {
      $0.body[3].size = 13
    },
    FaultSituation("ND02", "a report, ragged", base: .report, seen: "trái") {
      $0.body[1].align = "left"
    },
    FaultSituation("ND03", "a report, no indent", base: .report, seen: "0 mm") {
      $0.body[3].indent = 0
    },
    FaultSituation("ND04", "a report, a gap of 3 pt", base: .report, seen: "3 pt") {
      $0.body[3].before = 3
    },
    FaultSituation("ND05", "a report, double lines", base: .report, seen: "2") {
      $0.body[3].line = 2
    },
  ]

  // MARK: Words and types

  private static let words = [
    FaultSituation("VH01", "a small letter", severity: .warning) {
      $0.body[3].text = "cán bộ, công chức, viên chức hoàn thành tốt nhiệm vụ."
    },
    FaultSituation("VH02", "a small article", seen: "“điều 4”") {
      $0.body[3].text = "Cán bộ, công chức thực hiện theo khoản 1 điều 4 của quy chế."
    },
    FaultSituation("VH03", "a small type", seen: "“kế hoạch số 12”") {
      $0.body[3].text = "Cán bộ, công chức thực hiện kế hoạch số 12/KH-UBND của tỉnh."
    },
    FaultSituation("VH04", "a capital “Và”", severity: .warning) {
      $0.body[3].text = "Văn phòng phối hợp với Bộ Tài nguyên Và Môi trường."
    },
    FaultSituation("VH05", "a capital “Tỉnh”", severity: .warning) {
      $0.body[3].text = "Cán bộ, công chức của Tỉnh Sơn La hoàn thành nhiệm vụ."
    },
    FaultSituation("VH06", "a small “nhân dân”", severity: .warning) {
      $0.body[3].text = "Cán bộ, công chức tận tụy phục vụ nhân dân."
    },
    FaultSituation("VH07", "a small syllable") { $0.signer.text = "Trần bình Minh" },
    FaultSituation("TY01", "a place and day", base: .minutes) {
      $0.date = SketchParagraph("Sơn La, ngày 27 tháng 4 năm 2026").with { $0.italic = true }
    },
    FaultSituation("TY01", "the chair at the left", base: .minutes) {
      ($0.secretary, $0.authority) = (
        $0.authority + [$0.signer], [$0.secretary[0]]
      )
    },
    FaultSituation("TY02", "no place", base: .invitation, severity: .warning) {
      $0.body[2].text = "Đề nghị các đại biểu đến dự đúng giờ./."
    },
    FaultSituation("TY04", "a decision of the other kind") {
      $0.number.text = "Số: 15/2026/QĐ-UBND"
    },
  ]
}
