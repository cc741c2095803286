/// What is asked of a paragraph in a row of a long table, behind the rows that stay in any case.
///
/// The other checks measure the parts of a document, its pages and its body outside of tables;
/// ``RowSieve`` keeps the rows by which they find these.
enum RowChecks {
  private static let all =
    FontChecks.ofParagraph + WordingChecks.ofParagraph + BodyChecks.ofParagraph

  /// Words that checks look for anywhere in the text, in bare letters: to find them once is enough.
  static let sought = TypeChecks.invited.map(\.words) + [Anatomy.enclosed]

  /// True when no check has anything to say of a paragraph, nothing hangs on it, and it counts in no
  /// list.
  static func isUnremarkable(_ paragraph: Paragraph) -> Bool {
    paragraph.label.isEmpty && paragraph.boxes.isEmpty && paragraph.pictures.isEmpty
      && paragraph.lines.isEmpty && paragraph.lineAbove == nil && !paragraph.beginsPage
      && !paragraph.runs.contains(where: \.isPageNumber)
      && all.allSatisfy { $0(paragraph) == nil }
  }
}
