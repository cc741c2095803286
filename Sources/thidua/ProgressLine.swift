internal import Glibc
internal import Pipeline
internal import Synchronization

/// Says on standard error how far a long build has come.
///
/// On a terminal one line is written over again, at most five times a second, and wiped out at the
/// end. Elsewhere, as in the log of a nightly run, a line of its own every half minute.
final class ProgressLine: Sendable {
  private let isTerminal: Bool
  private let start = ContinuousClock.now
  private let last: Mutex<ContinuousClock.Instant>

  /// Begins the count of the time.
  init(isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    self.isTerminal = isTerminal
    last = Mutex(start)
  }

  /// Shows how far the build has come, if it is time.
  func show(_ progress: BuildProgress) {
    let now = ContinuousClock.now
    let pause: Duration = isTerminal ? .milliseconds(200) : .seconds(30)
    let isDue = last.withLock { last in
      guard now - last >= pause else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let text = Self.text(progress, after: (now - start) / .seconds(1))
    Reporter.write(isTerminal ? "\r\(text)\u{1B}[K" : text + "\n", to: STDERR_FILENO)
  }

  /// Wipes the line out.
  func clear() {
    if isTerminal { Reporter.write("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  /// Documents done, documents a second and the time that is left, if it goes on like this.
  static func text(_ progress: BuildProgress, after seconds: Double) -> String {
    let done = "đã lập \(progress.done)/\(progress.total) văn bản"
    guard seconds > 0, progress.done > 0 else { return done }
    let rate = Double(progress.done) / seconds
    let left = Int((Double(progress.total - progress.done) / rate).rounded(.up))
    return "\(done); \(Int(rate.rounded())) văn bản/giây; còn khoảng \(duration(left))"
  }

  private static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) giây" }
    if seconds < 3600 { return "\(seconds / 60) phút \(seconds % 60) giây" }
    return "\(seconds / 3600) giờ \(seconds % 3600 / 60) phút"
  }
}
