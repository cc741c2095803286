internal import Vocabulary

/// The parts of a document, found by their words and places and never by style names.
///
/// What is not found is not there or not recognised; neither is a fault by itself.
struct Anatomy: Sendable {
  /// An annex, or a list that follows the signature.
  struct Annex: Sendable {
    /// The heading, such as `Phụ lục I`.
    var heading: Fragment
    /// The name below it.
    var title: [Fragment] = []
    /// The line that says what it belongs to.
    var reference: Fragment?
    /// The run of pages it stands in.
    var section: Int
  }

  /// Every paragraph, those of cells and boxes too, in reading order.
  var items: [Item] = []
  /// The pieces of each part.
  var parts = PerComponent<[Fragment]>()
  /// The lines drawn below a part.
  var rules = PerComponent<[DrawnLine]>()
  /// The items of the body, without tables.
  var body: [Int] = []
  /// What each item of the body is by its first words.
  var roles: [BodyRole] = []
  /// The items of the body together with those of its tables.
  var bodyRange = 0..<0
  /// The annexes.
  var annexes: [Annex] = []
  /// The type by the title; nil for a công văn and for titles of no known type.
  var type: DocumentType?
  /// True for a công văn: no title, but a subject under the number or an addressee.
  var isLetter = false
  /// The first item behind the head.
  var headEnd = 0
  /// True for a file that holds an annex and nothing else.
  var isAnnexAlone = false
  /// The cells left of the signer's: a second signature.
  var otherSignature: [Fragment] = []

  init(_ document: FinishedDocument) {
    for (index, section) in document.sections.enumerated() {
      // Marks may stand in the upper margin of the first page.
      if index == 0 { for paragraph in section.first.header { add(paragraph, 0, nil, nil, nil) } }
      var tables = 0
      add(section.blocks, index, nil, .zero, &tables)
    }
    findHead()
    findTitle()
    findOpening()
    findSignature()
    findAttached()
    findAnnexes()
    findBody()
    findStamps()
  }

  /// True when something of the head was found.
  var hasHead: Bool { [.nation, .motto, .number].contains { parts[$0] != nil } }

  /// The text of a part, its pieces joined by spaces; nil when it was not found.
  func text(_ component: Component) -> String? {
    parts[component].map { $0.map(\.text).joined(separator: " ") }
  }

  /// The paragraph of a piece.
  func paragraph(_ fragment: Fragment) -> Paragraph { items[fragment.item].paragraph }

  private mutating func add(
    _ blocks: [Block], _ section: Int, _ cell: Item.Cell?, _ left: Length, _ tables: inout Int
  ) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): add(paragraph, section, cell, left, nil)
      case .table(let table):
        tables += 1
        let number = section * 10_000 + tables
        let isData = table.isBordered
        for (row, cells) in table.rows.enumerated() {
          var edge = left
          for (column, inner) in cells.cells.enumerated() {
            // A table inside a cell sets columns of its own; the outer cell says where it stands.
            let place =
              cell ?? Item.Cell(table: number, row: row, column: column, isData: isData)
            add(inner.blocks, section, place, edge, &tables)
            edge = edge + inner.width
          }
        }
      }
    }
  }

  private mutating func add(
    _ paragraph: Paragraph, _ section: Int, _ cell: Item.Cell?, _ left: Length?, _ box: TextBox?
  ) {
    items.append(
      Item(paragraph: paragraph, section: section, cell: cell, box: box, left: left))
    items[items.count - 1].split(at: items.count - 1)
    for box in paragraph.boxes {
      for inner in box.paragraphs { add(inner, section, cell, nil, box) }
    }
  }

  /// The pieces of the items of a range, in reading order.
  func fragments(_ range: Range<Int>) -> [Fragment] {
    range.flatMap { items[$0].fragments(at: $0) }
  }

  /// True for an item that keeps two tables apart, which would otherwise grow together.
  func partsTables(_ index: Int) -> Bool {
    guard index > 0, index + 1 < items.count, let above = items[index - 1].cell,
      let below = items[index + 1].cell
    else { return false }
    return above.table != below.table
  }

  /// True when two items stand in one cell, or both in the flow.
  func areTogether(_ one: Int, _ other: Int) -> Bool { items[one].cell == items[other].cell }
}
