/// What is asked of a paragraph in a row of a long table, behind the rows that stay in any case.
///
/// Checks that look at a document as a whole find there nothing to measure: they ask for its parts,
/// its pages and its body outside of tables.
enum RowChecks {
  private static let all =
    FontChecks.ofParagraph + WordingChecks.ofParagraph + BodyChecks.ofParagraph

  /// True when no check has anything to say of a paragraph, nothing hangs on it, it counts in no
  /// list, and no part of the document can begin with it.
  static func isUnremarkable(_ paragraph: Paragraph) -> Bool {
    paragraph.label.isEmpty && paragraph.boxes.isEmpty && paragraph.pictures.isEmpty
      && paragraph.lines.isEmpty && paragraph.lineAbove == nil && !paragraph.beginsPage
      && !paragraph.runs.contains(where: \.isPageNumber)
      && !Anatomy.mayMarkPart(paragraph.plain)
      && all.allSatisfy { $0(paragraph) == nil }
  }
}
