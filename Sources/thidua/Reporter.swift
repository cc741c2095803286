internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Pipeline

/// Prints what a run leaves, and ends with its status; nothing else in the program prints.
enum Reporter {
  /// The version of the program.
  static var version: String { World.version }

  /// Prints a result and throws its status when it is not zero.
  static func report(_ result: RunResult, as format: ReportOptions.Format) throws {
    switch format {
    case .text:
      write(result.output, to: STDOUT_FILENO)
      let notes = result.notes.flatMap { $0.split(separator: "\n") }
        .map { VisibleText.escaped($0.description) + "\n" }
      write(notes.joined(), to: STDERR_FILENO)
      if !result.findings.isEmpty || !result.tail.isEmpty {
        FindingPrinter.report(result.findings, tail: result.tail) { write($0, to: STDERR_FILENO) }
      }
    case .json:
      write(result.output, to: STDOUT_FILENO)
      FindingPrinter.records(result.findings) { write($0, to: STDOUT_FILENO) }
    }
    if result.status != .done { throw ExitCode(result.status.rawValue) }
  }

  /// Writes a text whole.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
