import Diagnostics
import Testing
import Vocabulary

@testable import Conformance

/// What the decree or its samples allow, and another document might do.
struct AllowedSituation: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var base = SoundDocument.plan
  var setting: @Sendable (inout LintSettings) -> Void = { _ in }
  let change: @Sendable (inout PlanSketch) -> Void

  private init(
    _ what: String, base: SoundDocument = .plan,
    change: @escaping @Sendable (inout PlanSketch) -> Void
  ) {
    testDescription = what
    self.base = base
    self.change = change
  }

  private func told(
    _ setting: @escaping @Sendable (inout LintSettings) -> Void
  ) -> AllowedSituation {
    var copy = self
    copy.setting = setting
    return copy
  }

  static let all = page + head + text + foot

  private static let page = [
    AllowedSituation("the widest margins, as Word rounds them") {
      ($0.sheet.top, $0.sheet.bottom, $0.sheet.left, $0.sheet.right) = (25.01, 25.01, 35.01, 20.01)
    },
    AllowedSituation("the narrowest margins, as Word rounds them") {
      ($0.sheet.top, $0.sheet.bottom, $0.sheet.left, $0.sheet.right) = (19.99, 19.99, 29.99, 14.99)
    },
    AllowedSituation("a page number of 13") { $0.sheet.header[0].size = 13 },
    AllowedSituation("one page without a number") {
      $0.sheet.header = []
      $0.body = Array($0.body.suffix(1))
      $0.body[0].text = "Phòng Tổ chức theo dõi, đôn đốc, tổng hợp báo cáo./."
    },
    AllowedSituation("a landscape annex that holds a table", base: .annexed) {
      ($0.annexes[0].sheet.width, $0.annexes[0].sheet.height) = (297, 210)
      let cell = SketchParagraph("Chỉ tiêu")
      $0.annexes[0].blocks.append(
        .table(widths: [80, 80], rows: [[[cell], [cell]], [[cell], [cell]]], bordered: true))
    },
  ]

  private static let head = [
    AllowedSituation("sizes 12, 13, 13") {
      ($0.nation.size, $0.motto.size, $0.date.size) = (12, 13, 13)
      $0.mottoRule = PlanSketch.rule(of: $0.motto.text, size: 13, share: 1)
    },
    AllowedSituation("the other spelling of HÒA") {
      $0.nation.text = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    },
    AllowedSituation("a line of a third") {
      $0.issuerRule = PlanSketch.rule(of: $0.issuer.text, size: 13, share: 0.334)
    },
    AllowedSituation("a line of a half") {
      $0.subjectRule = PlanSketch.rule(of: $0.subject[0].text, size: 14, share: 0.5)
    },
    AllowedSituation("one agency without another above") { $0.parent = nil }
      .told { $0.office = nil },
    AllowedSituation("an agency of a long name in two lines") {
      $0.parent = PlanSketch.small("UBND TỈNH SƠN LA")
      $0.issuer.text = "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG"
      $0.issuerRule = PlanSketch.rule(of: "BAN QUẢN LÝ DỰ ÁN", size: 13, share: 0.45)
      $0.number.text = "Số: 15/KH-BQLDA"
    }.told { $0.office = nil },
    AllowedSituation("a subject of two lines with a line for the shorter") {
      let long =
        "Phát động Phong trào thi đua đổi mới sáng tạo, chuyển đổi số, cải cách hành chính năm 2026"
      $0.subject[0].text = long
      $0.subjectRule = PlanSketch.rule(of: String(long.prefix(60)), size: 14, share: 0.4)
    },
    AllowedSituation("a subject broken by hand") {
      $0.subject = ["Phát động Phong trào thi đua", "năm 2026 của Văn phòng"].map { text in
        SketchParagraph(text).with { $0.bold = true }
      }
      $0.subjectRule = PlanSketch.rule(of: "Phát động Phong trào thi đua", size: 14, share: 0.4)
    },
    AllowedSituation("January, February and a day of one digit") {
      $0.date.text = "Sơn La, ngày 05 tháng 02 năm 2026"
    },
    AllowedSituation("a draft that waits for number and day") {
      $0.number.text = "Số:      /KH-VPUB"
      $0.date.text = "Sơn La, ngày      tháng      năm 2026"
    }.told { $0.state = .draft },
    AllowedSituation("a draft with dots") {
      $0.number.text = "Số: ……/KH-VPUB"
      $0.date.text = "Sơn La, ngày … tháng … năm 2026"
    }.told { $0.state = .draft },
    AllowedSituation("a number of four digits") { $0.number.text = "Số: 1031/KH-VPUB" },
    AllowedSituation("the mixed case of QyĐ") {
      $0.title?.text = "QUY ĐỊNH"
      $0.number.text = "Số: 15/QyĐ-VPUB"
    },
  ]

  private static let text = [
    AllowedSituation("an indent of 10 mm and lines of one and a half") {
      $0.body = $0.body.map { paragraph in
        paragraph.with { ($0.indent, $0.line) = (10, 1.5) }
      }
    },
    AllowedSituation("gaps below instead of above") {
      $0.body = $0.body.map { paragraph in
        paragraph.with { ($0.before, $0.after) = (0, 6) }
      }
    },
    AllowedSituation("a body of 13") {
      $0.body = $0.body.map { paragraph in paragraph.with { $0.size = 13 } }
    },
    AllowedSituation("an opening that begins with Căn cứ") {
      $0.body[0].text =
        "Căn cứ Quyết định số 1031/QĐ-UBND ngày 27/4/2026 của tỉnh, Văn phòng phát động như sau:"
    },
    AllowedSituation("an ellipsis, a range and an abbreviation") {
      $0.body[3].text = "Giai đoạn 2026-2030, các phòng (TH, NC, KT...) hoàn thành v.v. đúng hạn."
    },
    AllowedSituation("names of bodies of the people") {
      $0.body[3].text = "Hội đồng nhân dân, Ủy ban nhân dân và Tòa án nhân dân tỉnh phối hợp."
    },
    AllowedSituation("citations as they should be") {
      $0.body[3].text = "Thực hiện điểm a khoản 1 Điều 24 Chương III và Quyết định số 12/QĐ-UBND."
    },
    AllowedSituation("an item of a list without a full stop") {
      $0.body[2] = PlanSketch.text("1. Tổ chức hội nghị phát động;")
      $0.body[4] = PlanSketch.text("2. Ký kết giao ước thi đua;")
    },
    AllowedSituation("points through đ and e") {
      $0.body[5...6] = ArraySlice(
        ["a", "b", "c", "d", "đ", "e", "g"].map {
          PlanSketch.text("\($0)) Việc cần làm trong năm.")
        })
    },
    AllowedSituation("an upright word in italics inside a sentence") {
      $0.body[3].text = "Phong trào “Cán bộ, công chức thi đua xây dựng văn hóa công sở”."
    },
  ]

  private static let foot = [
    AllowedSituation("a deputy for the head") {
      $0.authority = ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"].map { text in
        SketchParagraph(text).with { $0.bold = true }
      }
    },
    AllowedSituation("for a collective") {
      $0.authority = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"].map { text in
        SketchParagraph(text).with { $0.bold = true }
      }
    }.told { $0.office = nil },
    AllowedSituation("by order, signed by a deputy") {
      $0.authority = ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"].map { text in
        SketchParagraph(text).with { $0.bold = true }
      }
    },
    AllowedSituation("room for the signature by empty lines") {
      $0.signer.before = 0
      $0.authority += Array(repeating: SketchParagraph(""), count: 4)
    },
    AllowedSituation("copies counted in the last line") {
      $0.recipients[2].text = "- Lưu: VT, TCHCQT (03 bản)."
    },
    AllowedSituation("a name of two letters") { $0.signer.text = "Y Ban" },
    AllowedSituation("an electronic annex with an open reference", base: .annexed) {
      for index in 0...1 {
        $0.annexes[index].change(2) {
          $0.text = "(Kèm theo Kế hoạch số        /KH-VPUB ngày      tháng      năm 2026)"
        }
      }
    }.told { $0.medium = .electronic },
  ]
}

@Suite("What the decree allows is not accused")
struct AllowedTests {
  @Test("allowed", arguments: AllowedSituation.all, FinishedDocument.Format.allCases)
  func allowed(situation: AllowedSituation, format: FinishedDocument.Format) throws {
    var settings = situation.base.settings
    situation.setting(&settings)
    let bytes = try situation.base.sketch.with(situation.change).bytes(format)
    let report = Conformance.lint(bytes, name: "a", settings: settings)
    #expect(report.faults.isEmpty, "\(report.faults.map(\.message))")
  }
}
