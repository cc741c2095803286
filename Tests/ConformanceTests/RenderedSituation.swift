import Testing

@testable import Conformance

/// The facts of a sound PDF of two pages, to be spoilt.
enum SoundPDF {
  typealias Word = RenderedDocument.Word
  typealias Box = RenderedDocument.Box

  /// A line of words of equal width, from this place on; a millimetre between them.
  static func line(_ text: String, left: Double, top: Double, height: Double = 5) -> [Word] {
    var start = left
    return text.split(separator: " ").map { word in
      let width = Double(word.count) * 2
      let box = Box(left: start, top: top, right: start + width, bottom: top + height)
      start += width + 1
      return Word(String(word), box)
    }
  }

  static let plan = RenderedDocument(
    version: 1.7,
    pages: [
      RenderedDocument.Page(
        width: 210, height: 297,
        lines: [
          line("UBND TỈNH SƠN LA", left: 35, top: 20),
          line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", left: 110, top: 20),
          line("Thực hiện Kế hoạch của tỉnh như sau:", left: 42, top: 60),
        ]),
      RenderedDocument.Page(
        width: 210, height: 297,
        lines: [
          line("2", left: 104, top: 12),
          line("Phòng Tổ chức theo dõi, đôn đốc./.", left: 42, top: 25),
          line("Nơi nhận:", left: 30, top: 40), line("CHÁNH VĂN PHÒNG", left: 130, top: 40),
          line("- Lưu: VT.", left: 30, top: 46), line("Trần Bình Minh", left: 133, top: 75),
        ]),
    ],
    fonts: [
      RenderedDocument.Font(name: "LiberationSerif", isEmbedded: true),
      RenderedDocument.Font(name: "LiberationSerif-Bold", isEmbedded: true),
    ], pictures: [])

  /// A certificate as the sketch of one is printed, nearly.
  static let certificate: RenderedDocument = {
    let sketch = CertificateSketch()
    var top = 20.0
    func next() -> Double {
      top += 8
      return top
    }
    var lines = sketch.lines.filter { !$0.text.isEmpty }.map { line in
      line.text.count > 40
        ? SoundPDF.line(line.text, left: 70, top: next())
        : SoundPDF.line(line.text, left: 120, top: next())
    }
    let foot = top
    lines += [sketch.decision, sketch.goldenBook].map {
      SoundPDF.line($0.text, left: 22, top: next())
    }
    top = foot
    lines += ([sketch.date] + sketch.post + [sketch.signer]).map {
      SoundPDF.line($0.text, left: 180, top: next())
    }
    return RenderedDocument(
      version: 1.7, pages: [RenderedDocument.Page(width: 297, height: 210, lines: lines)],
      fonts: plan.fonts, pictures: [])
  }()

  static let scan = RenderedDocument(
    version: 1.4, pages: [RenderedDocument.Page(width: 210, height: 297, lines: [])], fonts: [],
    pictures: [
      RenderedDocument.Picture(
        page: 1, width: 210, height: 297, resolution: 300, isInColour: true)
    ])
}

/// A change that makes a sound PDF fail one check.
struct RenderedSituation: CustomTestStringConvertible, Sendable {
  let id: String
  let what: String
  var base = SoundPDF.plan
  /// What the finding must quote.
  let seen: String
  let change: @Sendable (inout RenderedDocument) -> Void

  var testDescription: String { "\(id) \(what)" }

  init(
    _ id: String, _ what: String, base: RenderedDocument = SoundPDF.plan, seen: String,
    change: @escaping @Sendable (inout RenderedDocument) -> Void
  ) {
    (self.id, self.what, self.base, self.seen, self.change) = (id, what, base, seen, change)
  }

  static let all = [
    RenderedSituation("PG01", "letter paper", seen: "216 × 279 mm") {
      ($0.pages[1].width, $0.pages[1].height) = (215.9, 279.4)
    },
    RenderedSituation("PG08", "two pages without a number", seen: "không có ở lề trên") {
      $0.pages[1].lines.removeFirst()
    },
    RenderedSituation("PG09", "a number on page 1", seen: "có số trang") {
      $0.pages[0].lines.insert(SoundPDF.line("1", left: 104, top: 12), at: 0)
    },
    RenderedSituation("FN03", "a typeface of VNI", seen: "phông mã cũ VNI-Times") {
      $0.fonts = [RenderedDocument.Font(name: "VNI-Times", isEmbedded: true)]
    },
    RenderedSituation("FN05", "a fallback", seen: "DejaVuSerif") {
      $0.fonts.append(RenderedDocument.Font(name: "DejaVuSerif", isEmbedded: true))
    },
    RenderedSituation("FN05", "a typeface left out", seen: "LiberationSerif không nhúng") {
      $0.fonts[0].isEmbedded = false
    },
    RenderedSituation("HD01", "at the left", seen: "bên trái") {
      $0.pages[0].lines[1] = SoundPDF.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", left: 30, top: 20)
    },
    RenderedSituation("HD03", "on two lines", seen: "xuống dòng") {
      $0.pages[0].lines[1] = SoundPDF.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", left: 110, top: 20)
      $0.pages[0].lines.insert(SoundPDF.line("VIỆT NAM", left: 130, top: 26), at: 2)
    },
    RenderedSituation("SG07", "alone on a page", seen: "đứng một mình ở trang 2") {
      $0.pages[1].lines.remove(at: 1)
    },
    RenderedSituation("SG07", "torn from its name", seen: "họ tên ở trang sau") {
      let name = $0.pages[1].lines.removeLast()
      $0.pages.append(RenderedDocument.Page(width: 210, height: 297, lines: [name]))
    },
    RenderedSituation("SC01", "100 dpi", base: SoundPDF.scan, seen: "100 dpi") {
      $0.pictures[0].resolution = 100
    },
    RenderedSituation("SC01", "grey", base: SoundPDF.scan, seen: "ảnh xám hoặc đen trắng") {
      $0.pictures[0].isInColour = false
    },
    RenderedSituation("SC01", "PDF 1.3", base: SoundPDF.scan, seen: "1.3") { $0.version = 1.3 },
    RenderedSituation(
      "SC01", "made smaller", base: SoundPDF.scan, seen: "trang 148 × 210 mm"
    ) {
      ($0.pages[0].width, $0.pages[0].height) = (148, 210)
      ($0.pictures[0].width, $0.pictures[0].height) = (148, 210)
    },
    RenderedSituation("GK01", "A3", base: SoundPDF.certificate, seen: "420 × 297 mm") {
      ($0.pages[0].width, $0.pages[0].height) = (420, 297)
    },
    RenderedSituation("GK02", "upright", base: SoundPDF.certificate, seen: "đứng") {
      ($0.pages[0].width, $0.pages[0].height) = (210, 297)
    },
    RenderedSituation("GK03", "a foot on a second page", base: SoundPDF.certificate, seen: "2") {
      var second = $0.pages[0]
      second.lines = second.lines.suffix(2)
      $0.pages.append(second)
    },
  ]
}
