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
  var parts: [Component: [Fragment]] = [:]
  /// The lines drawn below a part.
  var rules: [Component: [DrawnLine]] = [:]
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
  /// The cells left of the signer's: a second signature.
  var otherSignature: [Fragment] = []

  init(_ document: FinishedDocument) {
    for (index, section) in document.sections.enumerated() {
      // Marks may stand in the upper margin of the first page.
      if index == 0 { for paragraph in section.first.header { add(paragraph, 0, nil, nil) } }
      var tables = 0
      add(section.blocks, index, nil, &tables)
    }
    findHead()
    findTitle()
    findOpening()
    findSignature()
    findAnnexes()
    findBody()
    findStamps()
  }

  /// The text of a part, its pieces joined by spaces; nil when it was not found.
  func text(_ component: Component) -> String? {
    parts[component].map { $0.map(\.text).joined(separator: " ") }
  }

  /// The paragraph of a piece.
  func paragraph(_ fragment: Fragment) -> Paragraph { items[fragment.item].paragraph }

  private mutating func add(
    _ blocks: [Block], _ section: Int, _ cell: Item.Cell?, _ tables: inout Int
  ) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): add(paragraph, section, cell, nil)
      case .table(let table):
        tables += 1
        let number = section * 10_000 + tables
        let isData = table.isBordered
        for (row, cells) in table.rows.enumerated() {
          for (column, inner) in cells.cells.enumerated() {
            // A table inside a cell sets columns of its own; the outer cell says where it stands.
            let place =
              cell ?? Item.Cell(table: number, row: row, column: column, isData: isData)
            add(inner.blocks, section, place, &tables)
          }
        }
      }
    }
  }

  private mutating func add(
    _ paragraph: Paragraph, _ section: Int, _ cell: Item.Cell?, _ box: TextBox?
  ) {
    items.append(Item(paragraph: paragraph, section: section, cell: cell, box: box))
    for box in paragraph.boxes {
      for inner in box.paragraphs { add(inner, section, cell, box) }
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

// MARK: - The head

extension Anatomy {
  /// How far from the beginning the head is looked for, in paragraphs.
  private static let reach = 60

  private mutating func findHead() {
    let head = fragments(0..<min(Self.reach, items.count))
    let nation = head.first { Wording.bare($0.text).hasPrefix("cong hoa xa hoi chu ng") }
    let motto = head.first {
      let bare = Wording.bare($0.text)
      return bare.hasPrefix("doc lap") && bare.contains("hanh phuc")
    }
    let number = head.first { Self.isNumber($0.text) }
    let date = head.first {
      $0.text.contains("ngày") && $0.text.contains("năm")
        && $0.text.contains(/^[^;:]{0,60}ngày.{0,16}tháng.{0,16}năm[\s\d.…]{0,12}$/)
    }
    for (component, found) in [
      (Component.nation, nation), (.motto, motto), (.number, number), (.date, date),
    ] {
      if let found { parts[component] = [found] }
    }
    let anchors = [nation, motto, number, date].compactMap { $0?.item }
    headEnd = (anchors.max() ?? -1) + 1
    // The rest of the table that the head is set in belongs to it.
    let tables = Set(anchors.compactMap { items[$0].cell?.table })
    while headEnd < items.count, let cell = items[headEnd].cell, tables.contains(cell.table) {
      headEnd += 1
    }
    findAgencies(nation: nation, number: number)
    findLetterSubject()
    for component in [Component.motto, .issuer] { findRule(component, upTo: headEnd) }
  }

  static func isNumber(_ text: String) -> Bool {
    guard text.first == "S" || text.first == "s" else { return false }
    return text.contains(/^[Ss](ố|Ố)\s*:/) || text.contains(/^[Ss](ố|Ố)\s*[\d.…_ ]*\/\s*\S/)
  }

  /// The names above the number in the left column.
  private mutating func findAgencies(nation: Fragment?, number: Fragment?) {
    guard let nation else { return }
    let taken = [Component.nation, .motto, .number, .date].flatMap { parts[$0] ?? [] }
    let end = number.map { $0.item + 1 } ?? headEnd
    let names = fragments(0..<max(end, min(headEnd, nation.item + 1))).filter { piece in
      let isTaken = taken.contains { $0.item == piece.item && $0.text == piece.text }
      let cell = items[piece.item].cell
      // Beside the nation's name: in a column to its left, of the same table or between tabs.
      let isBeside =
        cell?.table == items[nation.item].cell?.table
        && piece.column < nation.column && items[piece.item].box == nil
      return !isTaken && isBeside && !Wording.isStroke(piece.text)
        && !piece.text.contains(/^(V\/v|Về việc)/)
    }
    // A tab-set head puts the names on the lines of the nation's name and the motto.
    guard !names.isEmpty else { return }
    let (parent, issuer) = Self.divided(names)
    if !parent.isEmpty { parts[.parent] = parent }
    parts[.issuer] = issuer
  }

  /// The names as those of the agency above and of the issuing one.
  ///
  /// The decree sets the first upright and the second bold. Where both are bold, one name may
  /// have been broken into two lines; then the words decide, and in doubt it is one name.
  private static func divided(_ names: [Fragment]) -> (parent: [Fragment], issuer: [Fragment]) {
    guard names.count > 1 else { return ([], names) }
    if let start = names.firstIndex(where: \.isBold), start > 0,
      names[start...].allSatisfy(\.isBold)
    {
      return (Array(names[..<start]), Array(names[start...]))
    }
    let start = names.indices.dropFirst().first { beginsAgency(names[$0].text) }
    guard let start, beginsAgency(names[0].text) else { return ([], names) }
    return (Array(names[..<start]), Array(names[start...]))
  }

  private static func beginsAgency(_ text: String) -> Bool {
    let kinds = [
      "ubnd", "uy ban", "hdnd", "hoi dong", "bo", "so", "van phong", "phong", "trung tam", "ban",
      "chi cuc", "cuc", "tong cuc", "vien", "truong", "benh vien", "thanh tra", "cong ty",
    ]
    let bare = Wording.bare(text)
    return kinds.contains { bare == $0 || bare.hasPrefix($0 + " ") }
  }

  private mutating func findLetterSubject() {
    let pieces = fragments(0..<headEnd)
    guard let start = pieces.firstIndex(where: { $0.text.contains(/^(V\/v|v\/v|V\/V)/) }) else {
      return
    }
    let first = pieces[start]
    parts[.letterSubject] = pieces[start...].filter {
      $0.column == first.column && areTogether($0.item, first.item)
        && !Wording.isStroke($0.text) && !(parts[.date]?.first?.item == $0.item && $0.column > 0)
    }
  }

  /// The lines drawn below a part: on its own paragraphs, or on the empty ones that follow.
  private mutating func findRule(_ component: Component, upTo end: Int) {
    guard let pieces = parts[component], let first = pieces.first, let last = pieces.last else {
      return
    }
    var found = pieces.flatMap { paragraph($0).lines }
    if pieces.count > 1, pieces.allSatisfy({ $0.item == first.item }) {
      found = paragraph(first).lines
    }
    for piece in items[last.item].fragments(at: last.item) where Wording.isStroke(piece.text) {
      found.append(Self.stroke(piece))
    }
    for index in (last.item + 1)..<max(end, last.item + 1) where index < items.count {
      guard areTogether(index, last.item) else { break }
      let pieces = items[index].fragments(at: index)
      let below = pieces.filter { $0.column == last.column }
      guard below.allSatisfy({ Wording.isStroke($0.text) }) else { break }
      found += below.map(Self.stroke)
      if pieces.isEmpty { found += items[index].paragraph.lines }
    }
    rules[component] = found
  }

  private static func stroke(_ piece: Fragment) -> DrawnLine {
    let scale = piece.runs.contains { $0.face.isRaised } ? 0.65 : 1
    let width = TextWidth.width(piece.text, bold: piece.isBold, points: piece.size * scale)
    return DrawnLine(kind: .underscores, length: width)
  }
}

// MARK: - Title and opening

extension Anatomy {
  private mutating func findTitle() {
    let ahead = fragments(headEnd..<min(headEnd + 12, items.count)).filter {
      items[$0.item].cell?.isData != true
    }
    guard let first = ahead.first(where: { !Wording.isStroke($0.text) }) else { return }
    let bare = Wording.bare(first.text)
    let isTitleLike =
      Wording.words(first.text).count <= 8
      && (paragraph(first).setting.alignment == .center || first.isBold
        || Wording.isCapitals(first.text))
    let isBody = BodyRole(first.text) != .plain || bare.hasPrefix("kinh gui")
    guard isTitleLike, !isBody, parts[.letterSubject] == nil else {
      isLetter = parts[.letterSubject] != nil || bare.hasPrefix("kinh gui")
      return
    }
    parts[.title] = [first]
    type = DocumentType.of(title: first.text)
    findSubject(after: first)
  }

  private mutating func findSubject(after title: Fragment) {
    let decides = ["NQ", "QĐ"].contains(type?.code)
    var found: [Fragment] = []
    for index in (title.item + 1)..<min(title.item + 6, items.count) {
      let pieces = items[index].fragments(at: index)
      guard areTogether(index, title.item), let piece = pieces.first else {
        // An empty paragraph before the subject is passed over, behind it the subject ends.
        if found.isEmpty, pieces.isEmpty, items[index].paragraph.lines.isEmpty { continue }
        break
      }
      let text = pieces.map(\.text).joined(separator: " ")
      let isCentred = paragraph(piece).setting.alignment == .center
      let isOther =
        Wording.isStroke(text) || text.hasPrefix("(") || Wording.bare(text).hasPrefix("kinh gui")
        || Wording.bare(text).hasPrefix("can cu") || BodyRole(text) != .plain
        || (decides && Wording.isCapitals(text)) || text.hasSuffix(":")
      guard !isOther, isCentred || (found.isEmpty && piece.isBold) else { break }
      found += pieces
    }
    guard let last = found.last else { return }
    parts[.subject] = found
    findRule(.subject, upTo: min(last.item + 4, items.count))
  }

  /// What stands between the title and the body: addressee, authority, bases, command.
  private mutating func findOpening() {
    let start = (parts[.subject]?.last ?? parts[.title]?.last).map { $0.item + 1 } ?? headEnd
    let ahead = start..<min(start + 40, items.count)
    if let first = ahead.prefix(12).first(where: {
      Wording.bare(items[$0].paragraph.plain).hasPrefix("kinh gui")
    }) {
      var found = items[first].fragments(at: first)
      for index in (first + 1)..<min(first + 40, items.count) {
        let pieces = items[index].fragments(at: index)
        guard let text = pieces.first?.text, text.hasPrefix("-") || text.hasPrefix("–") else {
          break
        }
        found += pieces
      }
      parts[.addressee] = found
    }
    guard let type, ["NQ", "QĐ"].contains(type.code) else {
      findBases(from: start)
      return
    }
    if let index = ahead.first(where: {
      items[$0].paragraph.plain.contains(/^QUYẾT\s+(ĐỊNH|NGHỊ)\s*:?$/)
    }) {
      parts[.command] = items[index].fragments(at: index)
      let names = fragments(start..<index).prefix {
        !Wording.bare($0.text).hasPrefix("can cu")
      }
      let shown = names.filter { Wording.isCapitals($0.text) }
      if !shown.isEmpty { parts[.authority] = shown }
    }
    findBases(from: (parts[.authority]?.last?.item).map { $0 + 1 } ?? start)
  }

  private mutating func findBases(from start: Int) {
    var found: [Fragment] = []
    for index in start..<min(start + 40, items.count) {
      let paragraph = items[index].paragraph
      if paragraph.isBlank { continue }
      let bare = Wording.bare(paragraph.plain)
      let isBase =
        bare.hasPrefix("can cu ") || bare.hasPrefix("theo de nghi ") || bare.hasPrefix("xet ")
      guard isBase else {
        if found.isEmpty, parts[.addressee]?.contains(where: { $0.item == index }) == true {
          continue
        }
        break
      }
      found += items[index].fragments(at: index)
    }
    // One paragraph that begins so opens the text; two, or one in a decision, are a list.
    let isList = Set(found.map(\.item)).count >= 2 || ["NQ", "QĐ"].contains(type?.code)
    if isList, !found.isEmpty { parts[.bases] = found }
  }
}
