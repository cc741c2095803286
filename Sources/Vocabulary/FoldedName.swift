/// A name in the form in which names are compared.
///
/// Two names mean the same when their folded forms are equal, or when one of the two carries no
/// mark at all and the other is the same without its marks: `ho_ten` and `họ tên` do, `bằng` and
/// `bảng` do not.
package struct FoldedName: Hashable, Sendable {
  /// The folded form, marks kept; see ``VietnameseText/folded(_:)``.
  package let marked: String
  /// The folded form without marks.
  package let bare: String

  /// Folds a name.
  package init(_ text: String) {
    marked = VietnameseText.folded(text)
    bare = VietnameseText.bare(marked)
  }

  /// True when the name carries no mark at all.
  package var isUnmarked: Bool { marked == bare }

  /// True when the two mean the same.
  package func means(_ other: FoldedName) -> Bool {
    marked == other.marked || (bare == other.bare && (isUnmarked || other.isUnmarked))
  }
}
