/// The stable name of a kind of finding, such as `IN002`.
///
/// Codes are never reused. Two letters name the room that raises it, three digits the kind.
public struct Code: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The code as it is printed and as `thidua explain` takes it.
  public let description: String

  /// Creates a code from its printed form.
  public init(_ text: String) { description = text }

  /// Orders codes by their printed form.
  public static func < (left: Code, right: Code) -> Bool { left.description < right.description }
}

/// How much a finding weighs.
public enum Severity: String, Hashable, Sendable, CaseIterable {
  /// The work stops before the next room.
  case error
  /// The work goes on; a person should look.
  case warning
  /// A result or a note, no fault.
  case info
}

/// One thing worth saying about an input, a template, a rule or a document.
///
/// A finding is data. The message is one Vietnamese sentence in lower case without a full stop
/// that names the thing and quotes the input; the help names one action. Only the command line
/// prints.
public struct Diagnostic: Hashable, Sendable {
  /// The stable name of the kind.
  public var code: Code
  /// How much it weighs.
  public var severity: Severity
  /// What is wrong, in Vietnamese.
  public var message: String
  /// Where it stands.
  public var place: Place
  /// What to do, in Vietnamese: one action.
  public var help: String?
  /// The legal or format source, when one is behind the finding.
  public var citation: String?
  /// The values behind a form check: component, property, value seen, range allowed.
  public var evidence: Evidence?

  /// Creates a finding.
  public init(
    _ severity: Severity, _ code: Code, _ message: String, at place: Place = .nowhere,
    help: String? = nil, citation: String? = nil, evidence: Evidence? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.place = place
    self.help = help
    self.citation = citation
    self.evidence = evidence
  }

  /// Creates a finding that stops the work before the next room.
  public static func error(
    _ code: Code, _ message: String, at place: Place = .nowhere, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.error, code, message, at: place, help: help)
  }

  /// Creates a finding that a person should look at; the work goes on.
  public static func warning(
    _ code: Code, _ message: String, at place: Place = .nowhere, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, code, message, at: place, help: help)
  }

  /// Creates a note.
  public static func info(
    _ code: Code, _ message: String, at place: Place = .nowhere, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.info, code, message, at: place, help: help)
  }
}

/// The values behind a check of a document's form.
public struct Evidence: Hashable, Sendable {
  /// The part of the document that was measured, such as `Quốc hiệu`.
  public var component: String?
  /// The property that was measured, such as `cỡ chữ`.
  public var property: String?
  /// The value seen.
  public var seen: String?
  /// The values allowed.
  public var allowed: String?

  /// Creates the evidence of one check.
  public init(
    component: String? = nil, property: String? = nil, seen: String? = nil, allowed: String? = nil
  ) {
    self.component = component
    self.property = property
    self.seen = seen
    self.allowed = allowed
  }
}
