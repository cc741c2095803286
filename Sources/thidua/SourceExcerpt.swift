internal import Diagnostics

/// One line of a file and the caret under the stretch a finding is about.
///
/// A line too long for a screen is cut on both sides of the stretch.
struct SourceExcerpt: Hashable, Sendable {
  /// The line as it is shown.
  let line: String
  /// The carets, with the blanks that bring them under the stretch.
  let caret: String

  /// The columns an excerpt may take.
  static let limit = 96
  /// The columns shown before the stretch when the line is cut.
  private static let lead = 32

  /// Creates the excerpt of a span.
  init(_ span: TextSpan) {
    // A file in one line may be megabytes long: only what can be shown is looked at.
    let text = span.text
    let skipped = max(0, span.column - 1 - Self.limit)
    let start = text.index(text.startIndex, offsetBy: skipped, limitedBy: text.endIndex)
    let near = text[(start ?? text.endIndex)...].prefix(3 * Self.limit)
    let cells = VisibleText(near).cells
    let lower = min(span.column - 1 - skipped, cells.count)
    let upper = min(lower + max(1, span.length), cells.count)

    let fits =
      skipped == 0 && near.endIndex == text.endIndex && Self.width(cells[...]) <= Self.limit
    let first = fits ? 0 : Self.first(of: cells, before: lower, upTo: upper)
    let last = fits ? cells.count : Self.last(of: cells, from: first)
    let cutsBefore = first > 0 || skipped > 0
    let cutsAfter = last < cells.count || near.endIndex < text.endIndex
    line =
      (cutsBefore ? "…" : "") + cells[first..<last].map(\.text).joined() + (cutsAfter ? "…" : "")
    let blanks = Self.width(cells[first..<lower]) + (cutsBefore ? 1 : 0)
    let carets = Self.width(cells[lower..<max(lower, min(upper, last))])
    caret =
      String(repeating: " ", count: blanks) + String(repeating: "^", count: max(1, carets))
  }

  /// Where a cut line begins: at the line's own beginning, or so far on that the stretch has its
  /// lead, or less of it when the line ends soon.
  private static func first(of cells: [VisibleText.Cell], before lower: Int, upTo upper: Int) -> Int
  {
    var first = lower
    var used = min(width(cells[lower..<upper]), limit - lead)
    let after = min(width(cells[upper...]), limit - used - lead)
    used += max(0, after)
    while first > 0, used + cells[first - 1].width <= limit {
      first -= 1
      used += cells[first].width
    }
    return first
  }

  private static func last(of cells: [VisibleText.Cell], from first: Int) -> Int {
    var last = first
    var used = 0
    while last < cells.count, used + cells[last].width <= limit {
      used += cells[last].width
      last += 1
    }
    return last
  }

  private static func width(_ cells: ArraySlice<VisibleText.Cell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }
}
