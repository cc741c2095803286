internal import XMLTree

/// Which paragraphs, rows, items and lists hold nothing but block tags, and which tags stand at
/// the borders of their paragraphs; seen before the tree changes.
struct Blankness {
  private let format: DocumentFormat
  private let tags: [Tag]
  private var consumed: Set<ObjectIdentifier> = []
  private var first: Set<Int> = []
  private var last: Set<Int> = []

  /// Looks at the units of all tags of a part; their markers stand in the tree already.
  init(_ tags: [Tag], format: DocumentFormat) {
    self.format = format
    self.tags = tags
    var seen: Set<ObjectIdentifier> = []
    for tag in tags where tag.clause.isBlock && !Marker.isLine(tag.paragraph) {
      if !seen.contains(ObjectIdentifier(tag.paragraph)) { judgeBorders(of: tag.paragraph) }
      var unit: XMLNode? = tag.paragraph
      while let candidate = unit {
        let role = format.role(of: candidate)
        if [.paragraph, .row, .item, .list].contains(role),
          seen.insert(ObjectIdentifier(candidate)).inserted, holdsOnlyBlocks(candidate)
        {
          consumed.insert(ObjectIdentifier(candidate))
        }
        unit = role == .table || role == .story ? nil : candidate.parent
      }
    }
  }

  /// True for an element that holds nothing but block tags.
  func isConsumed(_ unit: XMLNode) -> Bool { consumed.contains(ObjectIdentifier(unit)) }
  /// True for a tag with nothing but block tags before it in its paragraph.
  func isFirst(_ number: Int) -> Bool { first.contains(number) }
  /// True for a tag with nothing but block tags behind it in its paragraph.
  func isLast(_ number: Int) -> Bool { last.contains(number) }

  private mutating func judgeBorders(of paragraph: XMLNode) {
    let content = contents(of: paragraph)
    first.formUnion(leadingBlocks(content))
    last.formUnion(leadingBlocks(content.reversed()))
  }

  /// What a paragraph shows, and its markers.
  private enum Piece { case marker(Int), visible }

  private func contents(of paragraph: XMLNode) -> [Piece] {
    var pieces: [Piece] = []
    _ = visit(paragraph) { piece in
      pieces.append(piece)
      return true
    }
    return pieces
  }

  private func leadingBlocks(_ pieces: some Sequence<Piece>) -> [Int] {
    var numbers: [Int] = []
    for case .marker(let number) in pieces.prefix(while: isBlock) { numbers.append(number) }
    return numbers
  }

  private func holdsOnlyBlocks(_ unit: XMLNode) -> Bool { visit(unit, isBlock) }

  private func isBlock(_ piece: Piece) -> Bool {
    if case .marker(let number) = piece { tags[number].clause.isBlock } else { false }
  }

  /// Shows the pieces below a node until one is refused; false when one was.
  private func visit(_ node: XMLNode, _ take: (Piece) -> Bool) -> Bool {
    for child in node.children {
      if let number = Marker.number(of: child) {
        guard take(.marker(number)) else { return false }
        continue
      }
      switch child.kind {
      case .comment, .processingInstruction: continue
      case .text:
        guard child.text.allSatisfy(\.isWhitespace) || take(.visible) else { return false }
      case .element:
        if Self.unseen.contains(child.name.local) { continue }
        if Self.properties.contains(child.name.local) {
          // Properties show nothing, but a section that ends here must end somewhere.
          let endsSection = child.firstChild("sectPr", in: Namespace.word) != nil
          guard !endsSection || take(.visible) else { return false }
          continue
        }
        guard isTransparent(child) || take(.visible) else { return false }
        guard visit(child, take) else { return false }
      }
    }
    return true
  }

  /// True for an element that shows only what it holds; not for drawings, fields and page breaks.
  private func isTransparent(_ node: XMLNode) -> Bool {
    node.name.local == "br"
      ? ["textWrapping", nil].contains(node.attribute("type", in: Namespace.word))
      : Self.transparent.contains(node.name.local)
  }

  private static let properties: Set<String> = [
    "pPr", "rPr", "tcPr", "trPr", "tblPrEx", "sdtPr", "sdtEndPr", "smartTagPr",
  ]
  /// What leaves no trace in print: positions, proofing marks, comments of reviewers.
  private static let unseen: Set<String> = [
    "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "bookmark",
    "bookmark-start", "bookmark-end", "soft-page-break", "commentRangeStart", "commentRangeEnd",
    "commentReference", "annotation", "annotation-end", "permStart", "permEnd", "annotationRef",
  ]
  private static let transparent: Set<String> = [
    "r", "t", "p", "h", "tc", "sdt", "sdtContent", "smartTag", "span", "hyperlink", "a", "s", "tab",
    "cr", "line-break", "softHyphen", "table-cell", "covered-table-cell", "table-row", "tr",
    "list-item", "list", "ins",
  ]
}
