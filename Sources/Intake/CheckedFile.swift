import Diagnostics
import LocatedJSON

/// An input file that could be read as JSON, its texts normalised.
struct CheckedFile {
  /// What the file holds.
  let kind: FileKind
  /// The text that places refer to.
  let source: SourceText
  /// The value at the top.
  let root: JSONValue

  /// Where a value of the file stands.
  func place(_ value: JSONValue, _ pointer: JSONPointer) -> Place {
    source.place(of: value.range, pointer: pointer)
  }
}
