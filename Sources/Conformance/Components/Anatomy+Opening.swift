internal import Vocabulary

// MARK: - Title and opening

extension Anatomy {
  private static let enacting = Pattern(/^QUYẾT\s+(ĐỊNH|NGHỊ)\s*:?$/)

  mutating func findTitle() {
    let ahead = fragments(headEnd..<min(headEnd + 12, items.count)).filter {
      items[$0.item].cell?.isData != true
    }
    guard let first = ahead.first(where: { !Wording.isStroke($0.text) }) else { return }
    let bare = Wording.bare(first.text)
    let isTitleLike =
      Wording.words(first.text).count <= 8
      && (paragraph(first).setting.alignment == .center || first.isBold
        || Wording.isCapitals(first.text))
    let isBody = BodyRole(first.text) != .plain || bare.begins(with: "kinh gui")
    guard isTitleLike, !isBody, parts[.letterSubject] == nil else {
      isLetter = parts[.letterSubject] != nil || bare.begins(with: "kinh gui")
      return
    }
    type = DocumentType.of(title: first.text)
    // Below no head that is known, any short line might be called a title.
    guard hasHead || type != nil else { return }
    parts[.title] = [first]
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
        Wording.isStroke(text) || text.begins(with: "(")
        || Wording.bare(text).begins(with: "kinh gui")
        || Wording.bare(text).begins(with: "can cu") || BodyRole(text) != .plain
        || (decides && Wording.isCapitals(text)) || text.ends(with: ":")
      guard !isOther, isCentred || (found.isEmpty && piece.isBold) else { break }
      found += pieces
    }
    guard let last = found.last else { return }
    parts[.subject] = found
    findRule(.subject, upTo: min(last.item + 4, items.count))
  }

  /// What stands between the title and the body: addressee, authority, bases, command.
  mutating func findOpening() {
    let start = (parts[.subject]?.last ?? parts[.title]?.last).map { $0.item + 1 } ?? headEnd
    let ahead = start..<min(start + 40, items.count)
    if let first = ahead.prefix(12).first(where: {
      Wording.bare(items[$0].paragraph.plain).begins(with: "kinh gui")
    }) {
      var found = items[first].fragments(at: first)
      for index in (first + 1)..<min(first + 40, items.count) {
        let pieces = items[index].fragments(at: index)
        guard let text = pieces.first?.text, text.begins(with: "-") || text.begins(with: "–") else {
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
      let text = items[$0].paragraph.plain
      return text.begins(with: "QUYẾT") && Self.enacting.isIn(text)
    }) {
      parts[.command] = items[index].fragments(at: index)
      let names = fragments(start..<index).prefix {
        !Wording.bare($0.text).begins(with: "can cu")
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
        bare.begins(with: "can cu ") || bare.begins(with: "theo de nghi ")
        || bare.begins(with: "xet ")
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
