internal import Diagnostics
internal import Expressions
internal import XMLTree

/// A tag of a template: what it says and where it stands.
struct Tag {
  let raw: RawTag
  let clause: Clause
  let place: Place
  let paragraph: XMLNode
  let marker: XMLNode
  /// True for a condition that a filter of the next tag makes, and that nobody typed.
  var isDerived = false
}

/// A block: the tags that open, divide and close it.
struct Block {
  enum Reach {
    /// Both ends in one paragraph: the runs between.
    case inline
    /// The paragraphs, rows or items between; the unit of each tag, in order.
    case units([XMLNode])
    /// Columns of a table; ``ColumnPlan`` knows which.
    case columns
  }

  /// The numbers of its tags, in the order of the text.
  var tags: [Int]
  var reach = Reach.inline
  /// True for a `mỗi` without `hết`, which repeats the row or paragraph it stands in.
  var isImplicit = false
}
