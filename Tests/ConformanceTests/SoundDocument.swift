import LocatedJSON
import Testing

@testable import Conformance

/// Documents without fault, one for each layout that the checks tell apart.
enum SoundDocument: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case plan, letter, decision, annexed, minutes, invitation, chapters, submission
  case cited, signed, addressed, annexFile, enacting, copied, certificate, report

  var testDescription: String { rawValue }

  static let office: JSONValue = [
    "ma": "VPUB", "tieu_de": ["UBND TỈNH SƠN LA", "VĂN PHÒNG"], "dia_danh": "Sơn La",
    "chuc_danh_dung_dau": "Chánh Văn phòng",
    "don_vi": [
      ["ten": "Phòng Tổ chức", "ky_hieu": "TCHCQT", "co_so_van_ban": false],
      ["ten": "Phòng Tổng hợp", "ky_hieu": "TH", "co_so_van_ban": false],
    ],
  ]

  private var form: Form {
    switch self {
    case .certificate: .giayKhen
    case .report: .thanhTich
    default: .nd30
    }
  }

  var settings: LintSettings {
    let isSigned = [.signed, .annexFile].contains(self)
    return LintSettings(
      form: form, state: .issued,
      medium: isSigned ? .electronic : .paper,
      office: OfficeFacts(Self.office))
  }

  var sketch: PlanSketch {
    switch self {
    case .plan: PlanSketch()
    case .letter: Self.letterSketch
    case .decision: Self.decisionSketch
    case .annexed: Self.annexedSketch
    case .minutes: Self.minutesSketch
    case .invitation: Self.invitationSketch
    case .chapters: Self.chaptersSketch
    case .submission: Self.submissionSketch
    case .cited: Self.citedSketch
    case .signed: Self.signedSketch
    case .addressed: Self.addressedSketch
    case .annexFile: Self.annexFileSketch
    case .enacting: Self.enactingSketch
    case .copied: Self.copiedSketch
    case .report: Self.reportSketch
    case .certificate: PlanSketch().with { $0.certificate = CertificateSketch() }
    }
  }

  private static let closing = PlanSketch.text(
    "Văn phòng đề nghị các phòng, đơn vị nghiêm túc tổ chức thực hiện./.")

  private static func upright(_ text: String) -> SketchParagraph {
    PlanSketch.text(text).with { $0.align = "left" }
  }

  private static func bold(_ text: String) -> SketchParagraph {
    SketchParagraph(text).with {
      $0.bold = true
      $0.before = 6
    }
  }

  private static let letterSketch = PlanSketch().with {
    $0.number = PlanSketch.small("Số: 05/VPUB-TCHCQT")
    $0.underNumber = [
      PlanSketch.small("V/v nâng bậc lương năm 2026").with {
        $0.size = 12
        $0.before = 6
      }
    ]
    $0.title = nil
    $0.subject = []
    $0.subjectRule = nil
    $0.opening = [SketchParagraph("Kính gửi: Sở Nội vụ tỉnh Sơn La")]
    $0.body = [closing]
    $0.recipients[0].text = "- Như trên;"
  }

  private static let decisionSketch = PlanSketch().with {
    $0.number = PlanSketch.small("Số: 31/QĐ-VPUB")
    $0.title?.text = "QUYẾT ĐỊNH"
    let subject = "Về việc tặng Giấy khen của Chánh Văn phòng"
    $0.subject = [bold(subject)]
    $0.subjectRule = PlanSketch.rule(of: subject, size: 14, share: 0.4)
    func base(_ text: String) -> SketchParagraph { PlanSketch.text(text).with { $0.italic = true } }
    $0.opening = [
      bold("CHÁNH VĂN PHÒNG"), base("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
      base(
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về"
          + " chức năng, nhiệm vụ của Văn phòng;"), base("Theo đề nghị của Trưởng phòng Tổ chức."),
      bold("QUYẾT ĐỊNH:"),
    ]
    $0.body = [
      PlanSketch.text("Điều 1. Khen thưởng").with { $0.bold = true },
      PlanSketch.text("Tặng Giấy khen cho Phòng Tổng hợp đã có thành tích trong năm 2026."),
      PlanSketch.text("Điều 2. Trách nhiệm thi hành").with { $0.bold = true },
      PlanSketch.text("Trưởng phòng Tổ chức chịu trách nhiệm thi hành Quyết định này./."),
    ]
    $0.recipients[0].text = "- Như Điều 2;"
  }

  private static let annexedSketch = PlanSketch().with {
    $0.body[3].text =
      "Cán bộ, công chức, viên chức hoàn thành nhiệm vụ nêu tại Phụ lục I và Phụ lục II."
    $0.annexes = ["I", "II"].map { number in
      SketchSection(
        sheet: SketchSheet(),
        blocks: [
          .p(SketchParagraph("Phụ lục \(number)").with { $0.bold = true }),
          .p(SketchParagraph("CHỈ TIÊU THI ĐUA").with { $0.bold = true }),
          .p(
            SketchParagraph("(Kèm theo Kế hoạch số 15/KH-VPUB ngày 27 tháng 4 năm 2026)")
              .with { $0.italic = true }),
          .p(PlanSketch.text("Hoàn thành 100% nhiệm vụ được giao trong năm.")),
        ])
    }
  }

  private static let minutesSketch = PlanSketch().with {
    $0.number = PlanSketch.small("Số: 08/BB-VPUB")
    $0.date = SketchParagraph("")
    $0.title?.text = "BIÊN BẢN"
    let subject = "Họp bình xét thi đua năm 2026"
    $0.subject = [bold(subject)]
    $0.subjectRule = PlanSketch.rule(of: subject, size: 14, share: 0.4)
    $0.body = [
      PlanSketch.text("Thời gian bắt đầu: 8 giờ 00, ngày 27 tháng 4 năm 2026."),
      PlanSketch.text("Cuộc họp kết thúc vào 10 giờ 00 cùng ngày./."),
    ]
    $0.secretary = [
      SketchParagraph("THƯ KÝ").with { $0.bold = true },
      SketchParagraph("Lò Thị Mai").with {
        $0.bold = true
        $0.before = 72
      },
    ]
    $0.authority = [SketchParagraph("CHỦ TỌA").with { $0.bold = true }]
    $0.recipients = [PlanSketch.recipient("- Lưu: VT, Hồ sơ.")]
  }

  private static let invitationSketch = PlanSketch().with {
    $0.number = PlanSketch.small("Số: 18/GM-VPUB")
    $0.title?.text = "GIẤY MỜI"
    let subject = "Dự hội nghị tổng kết phong trào thi đua"
    $0.subject = [bold(subject)]
    $0.subjectRule = PlanSketch.rule(of: subject, size: 14, share: 0.4)
    $0.body = [
      PlanSketch.text("Văn phòng trân trọng kính mời đại diện các phòng, đơn vị dự hội nghị."),
      PlanSketch.text("Thời gian: 8 giờ 00, ngày 27 tháng 4 năm 2026."),
      PlanSketch.text("Địa điểm: Hội trường tầng 2, trụ sở Văn phòng./."),
    ]
  }

  private static let chaptersSketch = PlanSketch().with {
    $0.number = PlanSketch.small("Số: 20/QC-VPUB")
    $0.title?.text = "QUY CHẾ"
    $0.body = [
      bold("Chương I"), bold("QUY ĐỊNH CHUNG"), bold("Mục 1"), bold("PHẠM VI ÁP DỤNG"),
      PlanSketch.text("Điều 1. Phạm vi").with { $0.bold = true },
      PlanSketch.text("1. Quy chế này áp dụng cho các phòng, đơn vị của Văn phòng, gồm:"),
      PlanSketch.text("- Các phòng chuyên môn;"), PlanSketch.text("+ Phòng Tổng hợp;"),
      PlanSketch.text("2. Trường hợp khác thực hiện theo quy định tại điểm a khoản 1 Điều 1."),
      bold("Chương II"), bold("ĐIỀU KHOẢN THI HÀNH"),
      PlanSketch.text("Điều 2. Hiệu lực").with { $0.bold = true },
      PlanSketch.text("Quy chế này có hiệu lực kể từ ngày ký./."),
    ]
  }

  private static let citedSketch = PlanSketch().with {
    $0.body[3].text = "Cán bộ, công chức thực hiện đầy đủ nội dung của Kế hoạch số 12/KH-UBND."
  }

  /// The right column of the foot is 85 mm wide: the signature in its middle, the seal a third
  /// over its left.
  private static let signedSketch = PlanSketch().with {
    $0.authority.append(
      SketchParagraph("").with {
        $0.pictures = [SketchPicture(width: 36, left: -0.5), SketchPicture(width: 40, left: 22.5)]
      })
  }

  private static let addressedSketch = letterSketch.with {
    $0.recipients.append(PlanSketch.recipient("PL.(300)"))
    $0.sheet.firstFooter = [
      PlanSketch.recipient("Địa chỉ: Số 1, đường Tô Hiệu, tỉnh Sơn La").with { $0.isRuled = true },
      PlanSketch.recipient("Điện thoại: 0212 000 000"),
    ]
  }

  private static let annexFileSketch = annexedSketch.with {
    $0.isAnnexAlone = true
    $0.annexes = [$0.annexes[0]]
    $0.annexes[0].change(0) { $0.text = "Phụ lục" }
    $0.annexes[0].change(2) {
      $0.text = "(Kèm theo Kế hoạch số        /KH-VPUB ngày      tháng      năm 2026)"
    }
    $0.annexes[0].blocks.insert(.p(mark), at: 0)
  }

  /// The line by which an agency's signature on a file is shown.
  static let mark = SketchParagraph("Số: 15/KH-VPUB; 2026-04-27T09:30:00+07:00").with {
    $0.size = 10
    $0.align = "right"
  }

  private static let enactingSketch = decisionSketch.with {
    $0.body[1].text = "Ban hành kèm theo Quyết định này Quy chế thi đua, khen thưởng của Văn phòng."
    func head(_ text: String, bold isBold: Bool = true) -> SketchParagraph {
      PlanSketch.small(text).with { $0.bold = isBold }
    }
    $0.annexes = [
      SketchSection(
        sheet: SketchSheet(),
        blocks: [
          .table(
            widths: [60, 100],
            rows: [
              [
                [head("UBND TỈNH SƠN LA", bold: false), head("VĂN PHÒNG")],
                [
                  head("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), bold("Độc lập - Tự do - Hạnh phúc"),
                ],
              ]
            ], bordered: false),
          .p(bold("QUY CHẾ")), .p(bold("Thi đua, khen thưởng của Văn phòng")),
          .p(
            SketchParagraph("(Kèm theo Quyết định số 31/QĐ-VPUB ngày 27 tháng 4 năm 2026)")
              .with { $0.italic = true }),
          .p(PlanSketch.text("Quy chế này áp dụng cho các phòng, đơn vị của Văn phòng.")),
        ])
    ]
  }

  private static let copiedSketch = PlanSketch().with {
    $0.annexes = [
      SketchSection(
        sheet: SketchSheet(),
        blocks: [
          .p(
            SketchParagraph("").with {
              $0.size = 4
              $0.border = 0
            }),
          .table(
            widths: [60, 100],
            rows: [
              [
                [
                  PlanSketch.small("PHÒNG TỔNG HỢP").with { $0.bold = true },
                  PlanSketch.small("Số: 03/SY-TH"),
                ],
                [
                  bold("SAO Y"),
                  SketchParagraph("Sơn La, ngày 28 tháng 4 năm 2026").with { $0.italic = true },
                ],
              ]
            ], bordered: false),
        ])
    ]
  }

  /// A report of achievements: no number, no recipients, what it asks for in capitals without a line
  /// below, as its forms print it; the awards held stand in a table with numbers of their own.
  private static let reportSketch = PlanSketch().with {
    $0.parent = PlanSketch.small("VĂN PHÒNG UBND TỈNH SƠN LA")
    $0.issuer.text = "PHÒNG TỔNG HỢP"
    $0.issuerRule = PlanSketch.rule(of: $0.issuer.text, size: 13, share: 0.4)
    $0.headWidths = [75, 100]
    $0.number.text = ""
    $0.title?.text = "BÁO CÁO THÀNH TÍCH"
    $0.subject = [bold("ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA CHÁNH VĂN PHÒNG")]
    $0.subjectRule = nil
    $0.body = [
      PlanSketch.text("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH").with { $0.bold = true },
      PlanSketch.text(
        "Phòng Tổng hợp có 12 công chức, làm công tác tham mưu tổng hợp, theo dõi việc thực hiện chỉ"
          + " đạo của lãnh đạo tỉnh và chuẩn bị các phiên họp hằng tháng."),
      PlanSketch.text("II. THÀNH TÍCH ĐẠT ĐƯỢC").with { $0.bold = true },
      PlanSketch.text("Hoàn thành 100% nhiệm vụ được giao trong năm, trước hạn 12 nhiệm vụ."),
    ]
    let rows = [["Năm", "Quyết định"], ["2025", "Số 418/QĐ-VPUB ngày 25 tháng 12 năm 2025"]]
    $0.table = .table(
      widths: [30, 130], rows: rows.map { $0.map { [PlanSketch.small($0)] } }, bordered: true)
    $0.secretary = [
      SketchParagraph("XÁC NHẬN CỦA ĐƠN VỊ").with { $0.bold = true },
      SketchParagraph("Lò Thị Mai").with {
        $0.bold = true
        $0.before = 72
      },
    ]
    $0.authority = [SketchParagraph("TRƯỞNG PHÒNG").with { $0.bold = true }]
    $0.recipientsTitle.text = ""
    $0.recipients = []
  }

  private static let submissionSketch = PlanSketch().with {
    $0.number = PlanSketch.small("Số: 22/TTr-VPUB")
    $0.title?.text = "TỜ TRÌNH"
    $0.opening = [
      SketchParagraph("Kính gửi:").with { $0.before = 6 },
      upright("- Chủ tịch Ủy ban nhân dân tỉnh;"), upright("- Sở Nội vụ tỉnh Sơn La."),
    ]
    $0.body = [closing]
    $0.recipients[0].text = "- Như trên;"
  }
}
