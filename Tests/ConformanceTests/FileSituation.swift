import Diagnostics
import Testing

@testable import Conformance

extension FaultSituation {
  // MARK: Citations, files, what follows the foot

  static let files = [
    FaultSituation(
      "CC04", "cited in full again", base: .cited, severity: .info,
      seen: "“Kế hoạch số 12/KH-UBND ngày 0…”"
    ) {
      $0.body[3].text =
        "Cán bộ, công chức thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của tỉnh."
    },
    FaultSituation("DS01", "a JPEG", base: .signed, seen: "JPEG") {
      $0.authority[1].pictures[1].file = .jpeg
    },
    FaultSituation("DS01", "paper around it", base: .signed, seen: "không trong") {
      $0.authority[1].pictures[1].file = .flat
    },
    FaultSituation("DS01", "at the right", base: .signed) {
      $0.authority[1].pictures[0].left = 17.5
      $0.authority[1].pictures[1].left = 40
    },
    FaultSituation("DS02", "a JPEG", base: .signed, seen: "JPEG") {
      $0.authority[1].pictures[0].file = .jpeg
    },
    FaultSituation("DS02", "beside the signature", base: .signed, seen: "0") {
      $0.authority[1].pictures[0].left = -20
    },
    FaultSituation("DS03", "none", base: .annexFile, seen: "không có") {
      $0.annexes[0].blocks.removeFirst()
    },
    FaultSituation("DS03", "size 13", base: .annexFile, seen: "13") {
      $0.annexes[0].change(0) { $0.size = 13 }
    },
    FaultSituation("DS03", "no time zone", base: .annexFile) {
      $0.annexes[0].change(0) { $0.text = "Số: 15/KH-VPUB; 2026-04-27T09:30:00" }
    },
    FaultSituation("DS03", "with a picture", base: .annexFile, seen: "có ảnh") {
      $0.annexes[0].change(0) { $0.pictures = [SketchPicture()] }
    },
    FaultSituation("DS04", "an annex signed by itself", base: .annexed) {
      $0.annexes[0].blocks.insert(.p(SoundDocument.mark), at: 0)
    },
    FaultSituation("MK04", "a drafter's mark of 13", base: .addressed, seen: "13") {
      $0.recipients[3].size = 13
    },
    FaultSituation("MK04", "an address of 13", base: .addressed, seen: "13") {
      $0.sheet.firstFooter[1].size = 13
    },
    FaultSituation("MK04", "no line", base: .addressed, seen: "không có") {
      $0.sheet.firstFooter[0].isRuled = false
    },
    FaultSituation("SC02", "another code", base: .copied) {
      $0.annexes[0].changeCell(1, row: 0, column: 0, index: 1) { $0.text = "Số: 03/SL-TH" }
    },
    FaultSituation("SC02", "a short line", base: .copied, seen: "60 mm") {
      $0.annexes[0].change(0) { $0.border = 50 }
    },
    FaultSituation("SC02", "not bold", base: .copied, seen: "không đậm") {
      $0.annexes[0].changeCell(1, row: 0, column: 1, index: 0) { $0.bold = false }
    },
    FaultSituation("TY03", "a day of its own", base: .enacting) {
      $0.annexes[0].changeCell(0, row: 0, column: 1, index: 1) {
        $0.text = "Sơn La, ngày 27 tháng 4 năm 2026"
      }
    },
    FaultSituation("TY03", "no reference", base: .enacting, seen: "không có") {
      $0.annexes[0].blocks.remove(at: 3)
    },
  ]
}

extension SketchSection {
  /// Changes one of its paragraphs.
  mutating func change(_ index: Int, _ edit: (inout SketchParagraph) -> Void) {
    guard case .p(let paragraph) = blocks[index] else { return }
    blocks[index] = .p(paragraph.with(edit))
  }

  /// Changes a paragraph of a cell of one of its tables.
  mutating func changeCell(
    _ block: Int, row: Int, column: Int, index: Int, _ edit: (inout SketchParagraph) -> Void
  ) {
    guard case .table(let widths, var rows, let bordered) = blocks[block] else { return }
    edit(&rows[row][column][index])
    blocks[block] = .table(widths: widths, rows: rows, bordered: bordered)
  }
}
