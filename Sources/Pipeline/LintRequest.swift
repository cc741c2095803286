package import Dossier

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
  /// The HTML file that lists every check for a person to sign.
  package var report: String?

  /// Creates a request.
  package init(paths: [String]) { self.paths = paths }
}
