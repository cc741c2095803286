internal import Glibc
internal import Pipeline

/// What happens on Ctrl-C: the program ends at once with status 130.
///
/// Nothing needs to be undone: the output folder is exchanged in one step at the very end, and
/// what was staged until then is cleared away by the next run. Programs that were started end with
/// this one.
enum Interruption {
  /// Listens for the keyboard's interrupt and for the polite request to end.
  static func listen() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        World.endPrograms()
        _exit(130)
      }
    }
  }
}
