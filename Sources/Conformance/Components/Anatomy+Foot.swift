internal import Vocabulary

// MARK: - Signature and recipients

extension Anatomy {
  private static let drafterMark = Pattern(/^\p{Lu}{1,5}\.\s?\(\d+\)$/)
  private static let authorityMarks = ["TM.", "KT.", "TL.", "TUQ.", "Q."]
  private static let annexHeading = Pattern(
    /^(Phụ lục|PHỤ LỤC|phụ lục|Phụ Lục)(\s+[IVXLC\d]+)?\s*[:.]?$/)

  /// True for the heading of an annex, such as `Phụ lục I`.
  static func isAnnexHeading(_ text: String) -> Bool {
    text.utf8.count < 40
      && (text.utf8.first == UInt8(ascii: "P") || text.utf8.first == UInt8(ascii: "p"))
      && annexHeading.isIn(text)
  }

  /// True for what stands above the recipients.
  static func isRecipientsTitle(_ text: String) -> Bool {
    text.begins(with: "Nơi nhận") || text.begins(with: "NƠI NHẬN")
  }

  mutating func findSignature() {
    let pieces = fragments(headEnd..<items.count)
    // Annexes may have a foot of their own: the document's is the first.
    if let title = pieces.first(where: { Self.isRecipientsTitle($0.text) }) {
      parts[.recipientsTitle] = [title]
      findRecipients(title)
      findSigner(beside: title)
      return
    }
    // Without recipients: the last table without lines that has capitals in its last column.
    let cells = pieces.filter { items[$0.item].cell.map { !$0.isData } ?? false }
    guard hasHead, let table = cells.last.flatMap({ items[$0.item].cell?.table }) else { return }
    let inside = cells.filter { items[$0.item].cell?.table == table }
    guard let column = inside.map(\.column).max(), column > 0 else { return }
    takeSignature(inside.filter { $0.column == column })
    otherSignature = inside.filter { $0.column < column }
  }

  private mutating func findRecipients(_ title: Fragment) {
    var found: [Fragment] = []
    for piece in fragments(title.item..<items.count) {
      if piece.item == title.item, piece.text == title.text { continue }
      guard areTogether(piece.item, title.item) else {
        if items[piece.item].cell == nil || items[title.item].cell == nil { break }
        continue
      }
      guard piece.column == title.column else { continue }
      let isListed =
        piece.text.begins(with: "-") || piece.text.begins(with: "–") || piece.text.begins(with: "+")
      if items[title.item].cell == nil, !isListed { break }
      if piece.text.utf8.last == UInt8(ascii: ")"), Self.drafterMark.isIn(piece.text) {
        parts[.drafter, default: []].append(piece)
      } else {
        found.append(piece)
      }
    }
    if !found.isEmpty { parts[.recipients] = found }
  }

  /// The cell, or the column between tabs, right of the recipients.
  private mutating func findSigner(beside title: Fragment) {
    if let cell = items[title.item].cell {
      let inside = fragments(headEnd..<items.count).filter {
        guard let other = items[$0.item].cell else { return false }
        return other.table == cell.table && other.row >= cell.row
      }
      guard let column = inside.map(\.column).max(), column > cell.column else {
        findMinutesSigners(before: title)
        return
      }
      takeSignature(inside.filter { $0.column == column })
    } else {
      let last = (parts[.recipients]?.last?.item ?? title.item) + 1
      let right = fragments(title.item..<min(last + 8, items.count)).filter {
        $0.column > title.column
      }
      if right.isEmpty { findMinutesSigners(before: title) } else { takeSignature(right) }
    }
  }

  /// Minutes: two signatures side by side above the recipients.
  private mutating func findMinutesSigners(before title: Fragment) {
    let above = fragments(headEnd..<title.item)
    guard let table = above.last.flatMap({ items[$0.item].cell }), !table.isData else { return }
    let inside = above.filter { items[$0.item].cell?.table == table.table }
    guard let column = inside.map(\.column).max(), column > 0 else { return }
    takeSignature(inside.filter { $0.column == column })
    otherSignature = inside.filter { $0.column < column }
  }

  private mutating func takeSignature(_ pieces: [Fragment]) {
    let lines = pieces.prefix {
      Wording.isCapitals($0.text) || Self.authorityMarks.contains(where: $0.text.begins)
    }
    if !lines.isEmpty { parts[.signature] = Array(lines) }
    let names = pieces.dropFirst(lines.count).filter {
      !$0.text.begins(with: "(") && !$0.text.begins(with: "[")
        && (2...8).contains(Wording.words($0.text).count)
    }
    if let name = names.last {
      parts[.signer] = [name]
    } else if lines.count > 1, let last = pieces.last, last.item == lines.last?.item,
      gap(from: lines[lines.count - 2], to: last) > 30
    {
      // A name in capitals far below the post.
      parts[.signature] = Array(lines.dropLast())
      parts[.signer] = [last]
    }
  }

  /// The empty height between two pieces of one column, in points.
  func gap(from upper: Fragment, to lower: Fragment) -> Double {
    guard upper.item < lower.item else { return 0 }
    var height = paragraph(upper).setting.after + paragraph(lower).setting.before
    for index in (upper.item + 1)..<lower.item
    where items[index].cell?.column == items[lower.item].cell?.column {
      let empty = items[index].paragraph
      guard empty.isBlank || empty.plain.begins(with: "(") || empty.plain.begins(with: "[") else {
        continue
      }
      height += empty.lineHeight + empty.setting.before + empty.setting.after
    }
    return height
  }
}

// MARK: - Annexes, body, stamps

extension Anatomy {
  /// The first item of the foot: of the table or the lines of signature and recipients.
  private var footStart: Int {
    let pieces =
      [Component.recipientsTitle, .signature].compactMap { parts[$0]?.first }
      + [otherSignature.first].compactMap(\.self)
    guard var start = pieces.map(\.item).min() else { return looseSignature }
    if let table = items[start].cell?.table {
      while start > 0, items[start - 1].cell?.table == table { start -= 1 }
    }
    return start
  }

  /// Where short lines under a post in capitals end the document: a signature in no table, of which
  /// it is not known who signs where, and yet no text.
  private var looseSignature: Int {
    var start = items.count
    for index in items.indices.reversed() {
      let pieces = items[index].fragments(at: index)
      guard items[index].cell == nil, pieces.allSatisfy({ Self.maySign($0.text) }) else { break }
      if pieces.contains(where: { Wording.isCapitals($0.text) && !BodyRole($0.text).isHeading }) {
        start = index
      }
    }
    return start
  }

  /// True for a post, a name, a place and day, or a remark in brackets.
  private static func maySign(_ text: String) -> Bool {
    Wording.isCapitals(text) || text.begins(with: "(") || text.begins(with: "[")
      || NumberChecks.Day(text) != nil
      || (text.unicodeScalars.last?.isLetter == true && Wording.words(text).count <= 8
        && BodyRole(text) == .plain)
  }

  /// The first item behind the foot.
  var footEnd: Int {
    let pieces = [Component.recipientsTitle, .recipients, .signature, .signer]
      .compactMap { parts[$0]?.last }
    guard var end = pieces.map(\.item).max() else { return items.count }
    let table = items[end].cell?.table
    while end < items.count,
      end == pieces.map(\.item).max() || (table != nil && items[end].cell?.table == table)
    {
      end += 1
    }
    return end
  }

  mutating func findAnnexes() {
    let start = isAnnexAlone ? 0 : footEnd
    guard start < items.count else { return }
    let pieces = fragments(start..<items.count)
    for (position, piece) in pieces.enumerated()
    where Self.isAnnexHeading(piece.text) {
      var annex = Annex(heading: piece, section: items[piece.item].section)
      for next in pieces[(position + 1)...].prefix(6) {
        if next.text.begins(with: "(") {
          annex.reference = next
          break
        }
        guard annex.title.count < 4, paragraph(next).setting.alignment == .center || next.isBold,
          items[next.item].cell?.isData != true
        else { break }
        annex.title.append(next)
      }
      annexes.append(annex)
    }
    guard !annexes.isEmpty else { return }
    parts[.annex] = annexes.map(\.heading)
    let titles = annexes.flatMap(\.title)
    if !titles.isEmpty { parts[.annexTitle] = titles }
    let references = annexes.compactMap(\.reference)
    if !references.isEmpty { parts[.annexReference] = references }
  }

  mutating func findBody() {
    let opening = [Component.title, .subject, .addressee, .authority, .bases, .command]
      .compactMap { parts[$0]?.last?.item }
    // Without head and title it is not known where a body would begin.
    guard hasHead || parts[.title] != nil else { return }
    let start = max(headEnd, (opening.max() ?? -1) + 1)
    let end = max(start, footStart)
    bodyRange = start..<end
    body = bodyRange.filter {
      let item = items[$0]
      let text = item.paragraph.plain
      return item.cell == nil && item.box == nil && !text.isEmpty && !Wording.isStroke(text)
    }
    roles = body.map { BodyRole(items[$0].paragraph.plain) }
  }

  mutating func findStamps() {
    for piece in fragments(0..<max(headEnd, min(10, items.count))) {
      let bare = Wording.bare(piece.text)
      if ["hoa toc", "thuong khan", "khan"].contains(bare) {
        parts[.urgency, default: []].append(piece)
      }
      if ["xem xong tra lai", "luu hanh noi bo"].contains(bare) {
        parts[.circulation, default: []].append(piece)
      }
    }
  }
}
