package import Dossier
internal import Vocabulary

/// What `thidua lint` is asked for.
package struct LintRequest: Sendable {
  /// Documents, and folders of documents.
  package var paths: [String]
  /// The kind of every document; nil to take it from a manifest, or to guess the profile.
  package var kind: DocumentKind?
  /// A JSON file that says what is known of the office.
  package var profile: String?
  /// `paper` or `electronic`.
  package var medium: String?
  /// `draft` or `issued`.
  package var state: String?
  /// The copy of the one document linted that gets a comment for each finding.
  package var annotated: String?
  /// The day that those comments bear, as `2026-04-27`.
  package var commentDay: String?
  /// The HTML file that lists every check for a person to sign.
  package var report: String?

  /// True for a day of the calendar, written as `2026-04-27`.
  package static func isDay(_ text: String) -> Bool { (try? CivilDate(text)) != nil }

  /// Creates a request.
  package init(paths: [String]) { self.paths = paths }
}
