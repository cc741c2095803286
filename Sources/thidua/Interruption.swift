internal import Glibc
internal import Pipeline

/// What happens on Ctrl-C: the program ends at once with status 130.
///
/// Nothing needs to be undone: the output folder is exchanged in one step at the very end, and what
/// was staged until then the next run takes up or clears away. From the moment the exchange begins
/// the program finishes, which takes no time, and ends with the status of the finished work.
/// Programs that were started end with this one.
enum Interruption {
  /// Listens for the keyboard's interrupt and for the polite request to end.
  static func listen() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        World.endPrograms()
        // Only what a signal may do: one write of bytes that stand in the program.
        let words = Interruption.words
        _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
        _exit(130)
      }
    }
  }

  /// From here on the run finishes.
  static func ignore() {
    for number in [SIGINT, SIGTERM] { signal(number, SIG_IGN) }
  }

  private static let words: StaticString = "\ndừng theo yêu cầu; thư mục kết quả vẫn như trước\n"
}
