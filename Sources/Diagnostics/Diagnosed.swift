/// A value, or none, and everything worth saying about how it came to be.
///
/// Rooms hand each other this: a room finishes its work, so that a clerk sees every fault of
/// one kind at once, and the pipeline stops before the next room when there was an error.
public struct Diagnosed<Value> {
  /// The value; present whenever no finding is an error, and perhaps even then.
  public var value: Value?
  /// What was found, in the order in which it was found.
  public var findings: [Diagnostic]

  /// Creates a result.
  public init(_ value: Value?, _ findings: [Diagnostic] = []) {
    self.value = value
    self.findings = findings
  }

  /// True when a finding stops the work.
  public var hasErrors: Bool { findings.hasErrors }
}

extension Diagnosed: Sendable where Value: Sendable {}

extension [Diagnostic] {
  /// True when a finding stops the work.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
