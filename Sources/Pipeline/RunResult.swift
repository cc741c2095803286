package import Diagnostics
internal import Intake
internal import Printing
internal import Publishing

/// How a run ended, as the shell is told (sysexits).
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// The work is done; warnings may have been printed.
  case done = 0
  /// The command line asks for something that does not exist.
  case usage = 64
  /// The data, a template or a document is at fault.
  case data = 65
  /// An input is missing or cannot be read.
  case missingInput = 66
  /// A program that is called is missing.
  case unavailable = 69
  /// Our own fault.
  case ownFault = 70
  /// The output cannot be created.
  case cannotCreate = 73
  /// Writing failed.
  case writeFailed = 74
  /// The environment failed for now.
  case temporary = 75
}

/// What a run leaves for whoever called it: nothing is printed in this room.
package struct RunResult: Sendable {
  /// How it ended.
  package var status: ExitStatus
  /// What was found.
  package var findings: [Diagnostic]
  /// What standard output shows: a machine's result.
  package var output: String
  /// What a person reads besides the findings.
  package var notes: [String]
  /// The last words of the summary line.
  package var tail: String

  /// Creates a result; the status follows from the findings unless it is given.
  package init(
    _ findings: [Diagnostic], status: ExitStatus? = nil, output: String = "",
    notes: [String] = [], tail: String = ""
  ) {
    self.findings = findings
    self.status = status ?? ExitStatus.following(findings)
    self.output = output
    self.notes = notes
    self.tail = tail
  }

  /// The result of a run that could not read or write.
  init(_ failure: PublishingFailure, after findings: [Diagnostic] = [], tail: String = "") {
    self.init(
      findings + [failure.diagnostic],
      status: ExitStatus(rawValue: failure.exitStatus) ?? .ownFault,
      tail: tail)
  }
}

extension ExitStatus {
  /// The status that findings lead to.
  ///
  /// A missing input outweighs a faulty one only when it is all that is wrong.
  static func following(_ findings: [Diagnostic]) -> ExitStatus {
    let errors = findings.filter { $0.severity == .error }
    guard !errors.isEmpty else { return .done }
    if errors.contains(where: { $0.code == Intake.ownFaultCode }) { return .ownFault }
    // A failure of printing ends a run, so it stands last.
    if let last = errors.last, let status = PrintingFailure.exitStatus(of: last.code) {
      return ExitStatus(rawValue: status) ?? .ownFault
    }
    let missing = Intake.missingInputCodes + Diagnostic.missingInputCodes
    return errors.allSatisfy { missing.contains($0.code) } ? .missingInput : .data
  }
}
