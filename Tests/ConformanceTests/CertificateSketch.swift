import Vocabulary

@testable import Conformance

/// A Giấy khen without fault, its lines by name so that a test can spoil one of them.
struct CertificateSketch {
  var sheet = Self.across
  var nation = Self.bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 15)
  var motto = Self.bold("Độc lập - Tự do - Hạnh phúc", 16)
  var mottoRule = PlanSketch.rule(of: "Độc lập - Tự do - Hạnh phúc", size: 16, share: 1)
  var granter = Self.red("CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH SƠN LA", 20)
  var giving = Self.bold("TẶNG", 17)
  var award = Self.red("GIẤY KHEN", 38)
  var inscription = [
    Self.bold("Bà Hà Thu Trang", 26), Self.plain("Viên chức, Trung tâm Thông tin"),
    Self.plain("Đã có thành tích xuất sắc trong Phong trào thi đua năm 2026"),
  ]
  var decision = Self.foot("Quyết định số: 431/QĐ-VPUB ngày 05 tháng 11 năm 2026", "left")
  var goldenBook = Self.foot("Số sổ vàng: 02", "left")
  var date = Self.foot("Sơn La, ngày 05 tháng 11 năm 2026", "center")
  var post = [Self.bold("CHÁNH VĂN PHÒNG", 14)]
  var signer = Self.bold("Trần Bình Minh", 14).with { $0.before = 60 }
  /// True when the columns of the foot have changed places.
  var footIsMirrored = false
  /// What stands before the first line.
  var opening: [SketchParagraph] = []

  private static let across: SketchSheet = {
    var sheet = SketchSheet()
    (sheet.width, sheet.height) = (297, 210)
    (sheet.left, sheet.right, sheet.top, sheet.bottom) = (22, 22, 14, 13)
    sheet.header = []
    return sheet
  }()

  static func plain(_ text: String) -> SketchParagraph {
    SketchParagraph(text).with {
      $0.size = 16
      $0.before = 6
    }
  }

  static func bold(_ text: String, _ size: Double) -> SketchParagraph {
    SketchParagraph(text).with {
      $0.bold = true
      $0.size = size
    }
  }

  private static func red(_ text: String, _ size: Double) -> SketchParagraph {
    bold(text, size).with { $0.colour = "FF0000" }
  }

  private static func foot(_ text: String, _ align: String) -> SketchParagraph {
    bold(text, 14).with {
      $0.italic = true
      $0.align = align
    }
  }

  var lines: [SketchParagraph] {
    opening + [nation, motto, mottoRule, granter, giving, award] + inscription
  }

  var sections: [SketchSection] {
    let row = [[decision, goldenBook].filter { !$0.text.isEmpty }, [date] + post + [signer]]
    return [
      SketchSection(
        sheet: sheet,
        blocks: lines.map { .p($0) } + [
          .table(
            widths: [130, 123], rows: [footIsMirrored ? row.reversed() : row], bordered: false)
        ])
    ]
  }
}
