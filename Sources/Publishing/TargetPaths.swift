/// The target of a run and the hidden names beside it that a run uses.
struct TargetPaths: Hashable, Sendable {
  /// The folder that holds the target; `/` or without a slash at its end.
  let parent: String
  /// The target's own name.
  let name: String
  /// The target.
  let target: String

  /// Splits a path as the user gave it.
  ///
  /// - Throws: ``PublishingFailure/unnamed(path:)`` when it names no entry of its own, as `..`.
  init(_ path: String) throws(PublishingFailure) {
    var trimmed = Substring(path)
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, !last.isEmpty, last != ".", last != ".." else {
      throw .unnamed(path: path)
    }
    name = String(last)
    target = String(trimmed)
    let above = parts.dropLast().joined(separator: "/")
    parent = parts.count == 1 ? "." : above.isEmpty ? "/" : above
  }

  /// Where the new folder grows.
  var staging: String { beside("staging") }
  /// Where the old folder stands between two renames.
  var old: String { beside("old") }
  /// The note that two renames are under way.
  var journal: String { beside("journal") }
  /// What the target's documents were made of; the only one of these names that stays.
  var ledger: String { beside("ledger") }
  /// The same of the folder that grows, inside it.
  var stagedLedger: String { staging + "/" + Ledger.stagedName }
  /// The lock of the target.
  var lock: String { beside("lock") }

  private func beside(_ role: String) -> String {
    let hidden = ".\(name).thidua-\(role)"
    return switch parent {
    case "/": "/" + hidden
    case "." where !target.hasPrefix("./"): hidden
    default: parent + "/" + hidden
    }
  }
}
