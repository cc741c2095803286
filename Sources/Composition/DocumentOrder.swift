package import Dossier
package import LocatedJSON
package import Diagnostics

/// One paper to be made: which template is filled with which data, and how the result is filed.
package struct DocumentOrder: Sendable {
  /// What paper it is.
  package let kind: DocumentKind
  /// The unit or the nominee it is about, as the files write the id; nil for a paper of the whole
  /// period.
  package let subject: String?
  /// The name of its files without suffix, such as `002-phong-to-chuc-hanh-chinh-quan-tri`.
  ///
  /// The digits are its place in the list of its kind; a paper that is missing leaves a gap, so
  /// that the others keep their names when it arrives.
  package let fileStem: String
  /// Whether its number and day are known.
  package let state: State
  /// Whether it is issued on paper or electronically.
  package let medium: Office.Medium
  /// What its template is given.
  package var data: JSONValue
  /// Where the input behind it stands, for findings about the paper as a whole.
  package let origin: Place
  /// What the build leaves beside the paper for a person to use; nil where there is nothing.
  package var companion: DataFile? = nil

  /// Whether a paper can be issued as it is.
  package enum State: String, Sendable {
    /// The day is known and, where the paper carries a number, the number.
    case issued
    /// A blank is left for the văn thư.
    case draft
  }

  /// The id in the manifest, such as `ke-hoach/001-ke-hoach`.
  package var id: String { "\(kind.rawValue)/\(fileStem)" }
  /// The name of its template without suffix.
  package var templateName: String { kind.rawValue }
  /// The profile it is checked by.
  package var form: DocumentKind.Form { kind.facts.form }
}

/// A file of data that a build leaves in its folder: no paper, and made from no template.
package struct DataFile: Sendable {
  /// The path relative to the folder.
  package let path: String
  /// What it holds.
  package let content: JSONValue
}
