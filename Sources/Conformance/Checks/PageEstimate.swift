internal import Vocabulary

/// How many pages a run of pages fills, as far as that can be said without setting it.
struct PageEstimate {
  /// 1 for one page, 2 for more; nil when it is too close to call.
  let pages: Int?

  /// Estimates one run of pages; `recorded` is what the program that saved it says of all.
  init(_ section: Section, recorded: Int?) {
    let breaks = section.blocks.paragraphs.dropFirst().contains(where: \.beginsPage)
    if breaks || (recorded ?? 1) > 1 {
      pages = 2
      return
    }
    let filled = Self.height(section.blocks) / max(1, section.first.textHeight.points)
    // Line breaks are measured, not set: a tenth of a page is in doubt.
    pages = filled < 0.9 ? 1 : (filled > 1.1 ? 2 : nil)
  }

  /// The height of blocks below one another, in points.
  private static func height(_ blocks: [Block]) -> Double {
    blocks.reduce(0) { sum, block in
      switch block {
      case .paragraph(let paragraph):
        sum + paragraph.setting.before + paragraph.setting.after
          + paragraph.lineHeight * Double(paragraph.estimatedLines)
      case .table(let table):
        sum
          + table.rows.reduce(0) { total, row in
            total + (row.cells.map { height($0.blocks) }.max() ?? 0)
          }
      }
    }
  }
}

extension Paragraph {
  /// The number of lines it is set on, by the widths of Times New Roman.
  var estimatedLines: Int { max(1, printedLines.count) }

  /// The widths of the lines it is set on.
  var printedLines: [Length] {
    let width = room - setting.left - setting.right
    guard width > .zero else { return [] }
    let isBold = printedRuns.contains { $0.face.isBold }
    // A first line that begins farther in is as long as one with so much more before it.
    return TextWidth.wrap(
      plain, bold: isBold, points: size ?? markSize, within: width)
  }
}
