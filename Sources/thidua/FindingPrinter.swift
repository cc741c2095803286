internal import Diagnostics
internal import Pipeline

/// Findings as a person or a program reads them; the caller prints.
enum FindingPrinter {
  /// Findings for a person, in their order, a blank line after each, and the closing line.
  ///
  /// - Parameters:
  ///   - findings: What was found.
  ///   - tail: What the run did or did not do, such as `chưa ghi gì vào thư mục kết quả`.
  ///   - write: Takes the text, each line ended, a piece at a time.
  static func report(_ findings: [Diagnostic], tail: String, to write: (String) -> Void) {
    inPieces(findings, to: write) { text($0) + "\n" }
    write(summary(findings, tail: tail) + "\n")
  }

  /// Findings for a program: one JSON object a line.
  static func records(_ findings: [Diagnostic], to write: (String) -> Void) {
    inPieces(findings, to: write) { $0.recordLine + "\n" }
  }

  /// Those of a large period are megabytes of text, of which only a piece is in memory.
  private static func inPieces(
    _ findings: [Diagnostic], to write: (String) -> Void, text: (Diagnostic) -> String
  ) {
    var piece = ""
    for finding in findings {
      piece += text(finding)
      guard piece.utf8.count >= 1 << 16 else { continue }
      write(piece)
      piece = ""
    }
    if !piece.isEmpty { write(piece) }
  }

  /// One finding for a person, each of its lines ended.
  static func text(_ finding: Diagnostic) -> String {
    let span = finding.place.span
    let number = span.map { String($0.line) } ?? ""
    let margin = String(repeating: " ", count: max(1, number.count))
    var lines = ["\(name(of: finding.severity))[\(finding.code)]: \(finding.message)"]
    if let place = describe(finding.place) { lines.append("\(margin) ┌─ \(place)") }
    var shown = lines.map(VisibleText.escaped)
    if let span {
      let excerpt = SourceExcerpt(span)
      shown.append("\(number) │ \(excerpt.line)")
      shown.append("\(margin) │ \(excerpt.caret)")
    }
    let notes = [
      finding.evidence.flatMap(describe),
      finding.citation.map { "căn cứ: \($0)" },
      finding.help.map { "giúp: \($0)" },
    ]
    shown += notes.compactMap { $0 }.map { VisibleText.escaped("\(margin) = \($0)") }
    return shown.map { $0 + "\n" }.joined()
  }

  /// The closing line, without its line end: how many of each severity, and what came of the run.
  static func summary(_ findings: [Diagnostic], tail: String) -> String {
    let counts = Severity.allCases.compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(name(of: severity))"
    }
    let counted = counts.isEmpty ? "không có lỗi" : counts.joined(separator: ", ")
    return tail.isEmpty ? counted : "\(counted); \(tail)"
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "lỗi"
    case .warning: "cảnh báo"
    case .info: "ghi chú"
    }
  }

  /// The line that says where; nil for a finding about the run as a whole.
  private static func describe(_ place: Place) -> String? {
    var text = place.file ?? ""
    if let span = place.span { text += ":\(span.line):\(span.column)" }
    if let pointer = place.pointer, !pointer.isEmpty { text += "  \(pointer)" }
    if let inside = describeInside(place) { text += text.isEmpty ? inside : ": \(inside)" }
    return text.isEmpty ? nil : text
  }

  /// The place inside a document: in a clerk's words, or failing them by part and paragraph.
  private static func describeInside(_ place: Place) -> String? {
    if let context = place.context { return context }
    let parts = [place.part, place.paragraph.map { "đoạn \($0 + 1)" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The line behind a check of form: what was measured, the value seen, the values allowed.
  private static func describe(_ evidence: Evidence) -> String? {
    let what = [evidence.component, evidence.property].compactMap { $0 }.joined(separator: ", ")
    let values = [
      evidence.seen.map { "thấy \($0)" }, evidence.allowed.map { "cho phép \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
    let parts = [what, values].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}
