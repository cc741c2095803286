import Diagnostics

/// Findings, sorted first by file and then by place in it.
struct FindingList {
  private var entries: [(file: Int, finding: Diagnostic)] = []

  /// Notes a finding about something in a file.
  mutating func add(_ finding: Diagnostic, in kind: FileKind) {
    entries.append((kind.position, finding))
  }

  /// Notes a finding about the folder, which comes before those about files.
  mutating func addFirst(_ finding: Diagnostic) { entries.append((-1, finding)) }

  /// Takes over the findings of another list.
  mutating func append(_ other: FindingList) { entries += other.entries }

  /// The findings in the order in which a clerk works through them.
  var sorted: [Diagnostic] {
    entries.indices.sorted { key($0) < key($1) }.map { entries[$0].finding }
  }

  // The index is the last key, since the sort itself promises no stability.
  private func key(_ index: Int) -> (Int, Int, Int, Int) {
    let span = entries[index].finding.place.span
    return (entries[index].file, span?.line ?? 0, span?.column ?? 0, index)
  }
}
