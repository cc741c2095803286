/// What a missing name becomes.
public enum MissingPolicy: String, Hashable, Sendable, CaseIterable {
  /// An error, which is what a document that someone signs needs.
  case error
  /// Nothing at all.
  case blank
}
