internal import Vocabulary

/// A part of a document that the decree names and sets rules for.
///
/// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục IV (the boxes of the page).
enum Component: Int, CaseIterable, Sendable {
  case nation, motto, parent, issuer, number, date, title, subject, letterSubject, addressee
  case authority, bases, command, signature, signer, recipientsTitle, recipients, annex, annexTitle
  case annexReference, urgency, circulation, drafter, copyForm, agencyMark, attached

  /// What a clerk calls it.
  var name: String {
    switch self {
    case .nation: "Quốc hiệu"
    case .motto: "Tiêu ngữ"
    case .parent: "tên cơ quan chủ quản"
    case .issuer: "tên cơ quan ban hành"
    case .number: "số, ký hiệu"
    case .date: "địa danh, thời gian"
    case .title: "tên loại"
    case .subject: "trích yếu"
    case .letterSubject: "trích yếu công văn"
    case .addressee: "Kính gửi"
    case .authority: "thẩm quyền ban hành"
    case .bases: "căn cứ ban hành"
    case .command: "lời ban hành"
    case .signature: "quyền hạn, chức vụ"
    case .signer: "họ tên người ký"
    case .recipientsTitle: "Nơi nhận"
    case .recipients: "danh sách nơi nhận"
    case .annex: "tiêu đề phụ lục"
    case .annexTitle: "tên phụ lục"
    case .annexReference: "dòng dẫn chiếu phụ lục"
    case .urgency: "dấu chỉ độ khẩn"
    case .circulation: "chỉ dẫn phạm vi lưu hành"
    case .drafter: "ký hiệu người soạn thảo"
    case .copyForm: "hình thức sao"
    case .agencyMark: "chữ ký số của cơ quan"
    case .attached: "văn bản kèm theo"
    }
  }
}

/// What is known of the parts of a document, by part.
struct PerComponent<Value: Sendable>: Sendable {
  private var values: [Value?] = Array(repeating: nil, count: Component.allCases.count)

  /// What is known of a part; nil when nothing is.
  subscript(component: Component) -> Value? {
    get { values[component.rawValue] }
    set { values[component.rawValue] = newValue }
  }

  /// The same, or something else when nothing is known.
  subscript(component: Component, default fallback: @autoclosure () -> Value) -> Value {
    get { values[component.rawValue] ?? fallback() }
    set { values[component.rawValue] = newValue }
  }

  /// What is known of any part, in their order.
  var known: [Value] { values.compactMap(\.self) }
}

/// A paragraph where it stands in the document.
struct Item: Sendable {
  /// A cell of a table.
  struct Cell: Hashable, Sendable {
    var table: Int
    var row: Int
    var column: Int
    /// True when the table shows lines, so that it holds data and does not only set columns.
    var isData: Bool
  }

  var paragraph: Paragraph
  var section: Int
  var cell: Cell?
  /// The box of text it stands in.
  var box: TextBox?
  /// How far its room begins right of the left margin; nil when that is not known.
  var left: Length?

  /// Its pieces, once it is known at which place it stands.
  private(set) var pieces: [Fragment]?

  init(
    paragraph: Paragraph, section: Int, cell: Cell? = nil, box: TextBox? = nil,
    left: Length? = nil
  ) {
    self.paragraph = paragraph
    self.section = section
    self.cell = cell
    self.box = box
    self.left = left
  }

  /// Splits the paragraph once for all that ask.
  mutating func split(at index: Int) { pieces = fragments(at: index) }

  /// True for an empty paragraph of the flow, which only makes room.
  var isSpacer: Bool {
    cell == nil && box == nil && paragraph.isBlank && paragraph.lines.isEmpty
      && paragraph.boxes.isEmpty
  }

  /// The pieces of the paragraph that stand on lines or in columns of their own.
  func fragments(at index: Int) -> [Fragment] {
    if let pieces { return pieces }
    var pieces: [Fragment] = []
    for line in Self.split(paragraph.runs, at: "\n") {
      let columns = Self.split(line, at: "\t")
      let printed = columns.filter { !Fragment.plain($0).isEmpty }
      // What stands behind a tab stands in the second column, also when the first is empty.
      let isMoved = columns.first.map { Fragment.plain($0).isEmpty } ?? false
      for (position, runs) in printed.enumerated() {
        let column = isMoved ? max(1, position) : position
        pieces.append(
          Fragment(
            item: index, column: cell?.column ?? column, runs: runs, isAligned: columns.count == 1))
      }
    }
    return pieces
  }

  private static func split(_ runs: [Run], at sign: Character) -> [[Run]] {
    guard let byte = sign.asciiValue, runs.contains(where: { $0.text.utf8.contains(byte) }) else {
      let kept = runs.allSatisfy { !$0.text.isEmpty || $0.isPageNumber }
      return [kept ? runs : runs.filter { !$0.text.isEmpty || $0.isPageNumber }]
    }
    var pieces: [[Run]] = [[]]
    for run in runs {
      let parts = run.text.split(separator: sign, omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { pieces.append([]) }
        if !part.isEmpty || run.isPageNumber {
          var piece = run
          piece.text = String(part)
          pieces[pieces.count - 1].append(piece)
        }
      }
    }
    return pieces
  }
}

/// A paragraph, or the piece of it that stands on a line or in a column of its own.
struct Fragment: Sendable {
  /// The place of its paragraph among the items.
  var item: Int
  /// The column of the table, or the piece between tabs.
  var column: Int
  let runs: [Run]
  /// False when tabs put it where it stands, so that the paragraph's alignment says nothing.
  var isAligned: Bool

  /// The text with no-break spaces as spaces and none at its ends.
  let text: String
  /// The runs in which letters or digits are printed; how signs look is hardly seen.
  var lettered: [Run] {
    func isLettered(_ run: Run) -> Bool {
      run.text.unicodeScalars.contains { $0.isLetter || $0.isNumber }
    }
    if runs.allSatisfy(isLettered) { return runs }
    let found = runs.filter(isLettered)
    return found.isEmpty
      ? runs.filter { $0.text.unicodeScalars.contains { !$0.isSpace } } : found
  }
  /// The size of its letters, in points.
  var size: Double { lettered.map(\.face.size).max() ?? 0 }
  /// True when all its letters are bold.
  var isBold: Bool { !lettered.isEmpty && lettered.allSatisfy(\.face.isBold) }

  init(item: Int, column: Int, runs: [Run], isAligned: Bool) {
    self.item = item
    self.column = column
    self.runs = runs
    self.isAligned = isAligned
    text = Self.plain(runs)
  }

  static func plain(_ runs: [Run]) -> String {
    let text = runs.count == 1 ? runs[0].shown : runs.reduce(into: "") { $0 += $1.shown }
    return text.withoutHardSpaces.trimmed
  }
}
