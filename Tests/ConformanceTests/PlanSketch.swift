import Vocabulary

@testable import Conformance

/// A kế hoạch without fault, its parts by name so that a test can spoil one of them.
struct PlanSketch {
  var sheet = SketchSheet()
  var parent: SketchParagraph? = Self.small("UBND TỈNH SƠN LA")
  var issuer = Self.small("VĂN PHÒNG").with { $0.bold = true }
  var issuerRule = Self.rule(of: "VĂN PHÒNG", size: 13, share: 0.4)
  var nation = Self.small("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").with { $0.bold = true }
  var motto = SketchParagraph("Độc lập - Tự do - Hạnh phúc").with { $0.bold = true }
  var mottoRule = Self.rule(of: "Độc lập - Tự do - Hạnh phúc", size: 14, share: 1)
  var headIsBordered = false
  var headWidths = [60.0, 100.0]
  /// True when the columns of the head have changed places.
  var headIsMirrored = false
  var number = Self.small("Số: 15/KH-VPUB")
  /// What stands under the number: the trích yếu of a công văn.
  var underNumber: [SketchParagraph] = []
  var date = SketchParagraph("Sơn La, ngày 27 tháng 4 năm 2026").with { $0.italic = true }
  var title: SketchParagraph? = SketchParagraph("KẾ HOẠCH").with {
    $0.bold = true
    $0.before = 18
  }
  var subject: [SketchParagraph] = [
    SketchParagraph("Phát động Phong trào thi đua năm 2026").with { $0.bold = true }
  ]
  var subjectRule: SketchParagraph? = Self.rule(
    of: "Phát động Phong trào thi đua năm 2026", size: 14, share: 0.4)
  var opening: [SketchParagraph] = []
  var body: [SketchParagraph] = [
    Self.text("Thực hiện Kế hoạch số 12/KH-UBND của tỉnh, Văn phòng phát động thi đua như sau:"),
    Self.text("I. MỤC ĐÍCH, YÊU CẦU").with { $0.bold = true },
    Self.text("1. Mục đích").with { $0.bold = true },
    Self.text("Cán bộ, công chức, viên chức hoàn thành tốt nhiệm vụ được giao."),
    Self.text("2. Yêu cầu").with { $0.bold = true },
    Self.text("a) Thi đua thiết thực, tránh hình thức;"),
    Self.text("b) Kiểm tra, đôn đốc thường xuyên."),
    Self.text("II. TỔ CHỨC THỰC HIỆN").with { $0.bold = true },
    Self.text("1. Các phòng, đơn vị xây dựng kế hoạch và tổ chức thực hiện."),
    Self.text("2. Phòng Tổ chức theo dõi, đôn đốc, tổng hợp báo cáo./."),
  ]
  /// A table behind the body.
  var table: SketchBlock?
  var recipientsTitle = SketchParagraph("Nơi nhận:").with {
    $0.size = 12
    $0.bold = true
    $0.italic = true
    $0.align = "left"
  }
  var recipients: [SketchParagraph] = [
    Self.recipient("- Lãnh đạo Văn phòng;"), Self.recipient("- Các phòng, đơn vị;"),
    Self.recipient("- Lưu: VT, TCHCQT."),
  ]
  var authority: [SketchParagraph] = [
    SketchParagraph("CHÁNH VĂN PHÒNG").with { $0.bold = true }
  ]
  var signer = SketchParagraph("Trần Bình Minh").with {
    $0.bold = true
    $0.before = 72
  }
  /// The second signature of minutes, left of the first; the recipients then stand below.
  var secretary: [SketchParagraph] = []
  /// True to set the signature a row below the recipients.
  var signsBelow = false
  /// What follows the signature, each on pages of its own.
  var annexes: [SketchSection] = []
  /// True for the annexes alone, as a file of their own.
  var isAnnexAlone = false
  /// A certificate in place of the plan.
  var certificate: CertificateSketch?

  static func small(_ text: String) -> SketchParagraph {
    SketchParagraph(text).with { $0.size = 13 }
  }

  static func text(_ text: String) -> SketchParagraph {
    SketchParagraph(text).with {
      $0.align = "justify"
      $0.indent = 12.7
      $0.before = 6
    }
  }

  static func recipient(_ text: String) -> SketchParagraph {
    SketchParagraph(text).with {
      $0.size = 11
      $0.align = "left"
    }
  }

  /// An empty paragraph with a line as long as this share of a bold text.
  static func rule(of text: String, size: Double, share: Double) -> SketchParagraph {
    let width = TextWidth.width(text, bold: true, points: size).millimetres
    return SketchParagraph("").with {
      $0.size = 4
      $0.drawn = (width * share, true, true)
    }
  }

  var sections: [SketchSection] {
    if let certificate { return certificate.sections }
    let left = [parent].compactMap(\.self) + [issuer, issuerRule]
    let head = [[left, [nation, motto, mottoRule]], [[number] + underNumber, [date]]]
    var blocks: [SketchBlock] = [
      .table(
        widths: headIsMirrored ? headWidths.reversed() : headWidths,
        rows: headIsMirrored ? head.map { $0.reversed() } : head, bordered: headIsBordered)
    ]
    let opened: [SketchParagraph] = [title].compactMap(\.self) + subject
    let above: [SketchParagraph] = opened + [subjectRule].compactMap(\.self)
    blocks += (above + opening + body).map { .p($0) }
    blocks += [table].compactMap(\.self)
    let list = [recipientsTitle] + recipients
    let rows: [[[SketchParagraph]]]
    if !secretary.isEmpty {
      rows = [[secretary, authority + [signer]]]
    } else if signsBelow {
      rows = [[list, [SketchParagraph("")]], [[SketchParagraph("")], authority + [signer]]]
    } else {
      rows = [[list, authority + [signer]]]
    }
    blocks.append(.table(widths: [75, 85], rows: rows, bordered: false))
    if !secretary.isEmpty { blocks += list.map { .p($0) } }
    if isAnnexAlone { return annexes }
    return [SketchSection(sheet: sheet, blocks: blocks)] + annexes
  }

  func bytes(_ format: FinishedDocument.Format) throws -> [UInt8] {
    try SketchWriter.bytes(sections, format)
  }

  func with(_ change: (inout PlanSketch) -> Void) -> PlanSketch {
    var copy = self
    change(&copy)
    return copy
  }
}
