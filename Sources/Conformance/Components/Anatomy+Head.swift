internal import Vocabulary

// MARK: - The head

extension Anatomy {
  /// How far from the beginning the head is looked for, in paragraphs.
  private static let reach = 60
  private static let dateLine = Pattern(
    /^[^;:]{0,60}ngày.{0,16}tháng.{0,16}năm[\s\d.…]{0,12}$/)
  private static let numberLine = Pattern(/^[Ss](ố|Ố)\s*(:|[\d.…_ ]*\/\s*\S)/)

  mutating func findHead() {
    let head = fragments(0..<min(Self.reach, items.count))
    let nation = head.first { Wording.isNation($0.text) }
    let motto = head.first { Wording.isMotto($0.text) }
    // A table of data holds numbers and days of other papers, unless the head itself has lines.
    let ownTable = nation.flatMap { items[$0.item].cell?.table }
    let own = head.filter { piece in
      items[piece.item].cell.map { !$0.isData || $0.table == ownTable } ?? true
    }
    let number = own.first { Self.isNumber($0.text) }
    let date = own.first {
      $0.text.has("ngày") && $0.text.has("năm")
        && Self.dateLine.isIn($0.text)
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
    guard text.first == "S" || text.first == "s", !isAgencyMark(text) else { return false }
    return numberLine.isIn(text)
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
        && !piece.text.begins(with: "V/v") && !piece.text.begins(with: "Về việc")
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
    guard let start = pieces.firstIndex(where: { $0.text.prefix(3).lowercased() == "v/v" }) else {
      return
    }
    let first = pieces[start]
    parts[.letterSubject] = pieces[start...].filter {
      $0.column == first.column && areTogether($0.item, first.item)
        && !Wording.isStroke($0.text) && !(parts[.date]?.first?.item == $0.item && $0.column > 0)
    }
  }

  /// The lines drawn below a part: on its own paragraphs, or on the empty ones that follow.
  mutating func findRule(_ component: Component, upTo end: Int) {
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
