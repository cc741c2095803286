package import Diagnostics

/// What one input file records, or that there is no such file yet.
///
/// Without the file nothing is known: that is less than a file with empty lists.
package struct Recorded<Content: Sendable>: Sendable {
  /// What the file records; nil while there is no such file.
  package let content: Content?
  /// The file, or where a clerk would create it.
  package let origin: Place

  /// Creates a record.
  package init(_ content: Content?, origin: Place) {
    self.content = content
    self.origin = origin
  }

  /// No file, and no place for one.
  package static var absent: Recorded { Recorded(nil, origin: .nowhere) }
}
