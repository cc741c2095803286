internal import Synchronization

/// A regular expression that is compiled once and used by every document.
///
/// A literal where it is used would be compiled anew each time, which takes longer than the search.
/// `Regex` is not `Sendable`, so one search at a time uses it.
final class Pattern<Output: Sendable>: Sendable {
  private let regex: Mutex<Regex<Output>>

  init(_ regex: sending Regex<Output>) { self.regex = Mutex(regex) }

  /// True when it is found anywhere in a text.
  func isIn(_ text: String) -> Bool {
    regex.withLock { regex in text.firstMatch(of: regex) != nil }
  }

  /// The first place at which it is found, with what its groups hold.
  func first(in text: String) -> Output? {
    regex.withLock { regex in text.firstMatch(of: regex)?.output }
  }

  /// Every place at which it is found.
  func all(in text: String) -> [Output] {
    regex.withLock { regex in text.matches(of: regex).map(\.output) }
  }
}
