internal import Diagnostics
internal import Vocabulary

/// A finished document as a reader sees it: pages, and blocks with their effective properties.
///
/// One model for DOCX and ODT, so that each check is written once. It knows no style names.
struct FinishedDocument: Sendable {
  /// The format it was read from.
  enum Format: String, Hashable, Sendable, CaseIterable {
    /// Office Open XML.
    case docx
    /// OpenDocument.
    case odt
  }

  /// The format it was read from.
  var format: Format
  /// The runs of pages, at least one.
  var sections: [Section]
  /// Text that stands outside the flow: footnotes and endnotes.
  var notes: [Paragraph] = []
  /// The number of pages that the program that saved it last has recorded.
  var recordedPages: Int?
}

/// A run of pages of one setting, with the blocks that stand on them.
struct Section: Sendable {
  /// The page it opens with.
  var first: Sheet
  /// The pages that follow.
  var later: Sheet
  /// The left-hand pages that follow, where the document sets them apart.
  var even: Sheet?
  /// The number of its first page when the numbering starts anew.
  var startsAt: Int?
  /// What stands on it.
  var blocks: [Block] = []

  /// Every kind of page of the run, the first before the others.
  var pages: [Sheet] { [first, later] + [even].compactMap(\.self) }
}

/// A kind of page.
struct Sheet: Sendable {
  /// Width of the paper.
  var width: Length
  /// Height of the paper.
  var height: Length
  /// From the upper edge to where the body is said to begin.
  var top: Length
  /// From the upper edge to where the body begins once the header has taken its place.
  var body: Length
  /// From the lower edge to the body.
  var bottom: Length
  /// From the left edge to the body, the gutter included.
  var left: Length
  /// From the right edge to the body.
  var right: Length
  /// What stands in the upper margin.
  var header: [Paragraph] = []
  /// What stands in the lower margin.
  var footer: [Paragraph] = []
  /// True for numbers such as 1, 2, 3.
  var countsInArabic = true

  /// True when paper and margins are the same.
  func isAsLarge(as other: Sheet) -> Bool {
    width == other.width && height == other.height && top == other.top && bottom == other.bottom
      && left == other.left && right == other.right
  }

  /// The height left for text.
  var textHeight: Length { height - body - bottom }
  /// The width left for text.
  var textWidth: Length { width - left - right }
  /// True when the paper lies on its long side.
  var isLandscape: Bool { width > height }
}

/// What stands below one another in a body, a cell or a box.
indirect enum Block: Sendable {
  /// A paragraph or heading.
  case paragraph(Paragraph)
  /// A table.
  case table(Table)
}

/// A table.
struct Table: Sendable {
  /// The rows, from the top.
  var rows: [Row]

  /// A row.
  struct Row: Sendable {
    /// The cells, from the left.
    var cells: [Cell]
  }

  /// A cell.
  struct Cell: Sendable {
    /// The width, its inner margins included.
    var width: Length
    /// True when a line is seen on one of its sides.
    var isBordered: Bool
    /// What stands in it.
    var blocks: [Block]
  }

  /// True when one of its cells shows a line.
  var isBordered: Bool { rows.contains { $0.cells.contains { $0.isBordered } } }
}

extension [Block] {
  /// Every paragraph, those of cells too, in reading order.
  var paragraphs: [Paragraph] {
    flatMap { block in
      switch block {
      case .paragraph(let paragraph): [paragraph]
      case .table(let table): table.rows.flatMap { $0.cells.flatMap { $0.blocks.paragraphs } }
      }
    }
  }
}
