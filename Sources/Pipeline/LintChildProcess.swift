internal import Glibc

/// A program that is called and whose output is read, within limits.
///
/// It runs in a process group of its own, so that nothing it started outlives it, with nothing to
/// read and its complaints thrown away. A hostile file may make it slow or greedy: time, memory
/// and output are bounded.
struct ChildProcess {
  /// How a run came out.
  enum Outcome {
    /// It ended by itself.
    case ended(status: Int32, output: [UInt8])
    /// No such program is installed.
    case missing
    /// It was ended because it took too long.
    case timedOut
    /// It was ended because it printed too much.
    case tooMuchOutput
  }

  /// How long it may take.
  var seconds = 20
  /// How many bytes it may print.
  var output = 32 << 20
  /// How many kibibytes of memory it may take.
  var memory = 1 << 20

  /// Runs a program found in `PATH`.
  func run(_ arguments: [String]) -> Outcome {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return .missing }
    defer { close(ends[0]) }
    // Only the copy that becomes its standard output reaches the program.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // The shell sets the bounds that posix_spawn cannot, and becomes the program.
    let bounded =
      "ulimit -v \(memory); ulimit -t \(seconds); ulimit -c 0; command -v \"$1\" >/dev/null || exit 127;"
      + " exec \"$@\""
    let child = Self.start(["/bin/sh", "-c", bounded, "sh"] + arguments, output: ends[1])
    close(ends[1])
    guard let child else { return .missing }
    let deadline = ContinuousClock.now + .seconds(seconds)
    var printed: [UInt8] = []
    let isWhole = read(ends[0], into: &printed, until: deadline)
    guard isWhole == true, let status = wait(for: child, until: deadline) else {
      kill(-child, SIGKILL)
      _ = waitpid(child, nil, 0)
      return isWhole == nil ? .tooMuchOutput : .timedOut
    }
    return status == 127 ? .missing : .ended(status: status, output: printed)
  }

  /// Reads to the end; false when time is up, nil when there is too much.
  private func read(
    _ descriptor: Int32, into bytes: inout [UInt8], until deadline: ContinuousClock.Instant
  ) -> Bool? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let left = (deadline - ContinuousClock.now) / .milliseconds(1)
      guard left > 0 else { return false }
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&request, 1, Int32(left.rounded(.up)))
      if ready < 0 && errno == EINTR { continue }
      guard ready > 0 else { return false }
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return true }
      guard bytes.count + count <= output else { return nil }
      bytes += chunk[..<count]
    }
  }

  /// The exit status, nil when time is up.
  ///
  /// What a signal ended counts as 128 and its number.
  private func wait(for child: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
    var status: Int32 = 0
    while ContinuousClock.now < deadline {
      let found = waitpid(child, &status, WNOHANG)
      if found == child {
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
      }
      usleep(2_000)
    }
    return nil
  }

  private static func start(_ arguments: [String], output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    // The user's language and settings do not reach the output.
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let words = arguments.map { strdup($0) } + [nil]
    let environment = [strdup("PATH=" + path), strdup("LC_ALL=C.UTF-8"), nil]
    defer { for word in words + environment { free(word) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, arguments[0], &actions, &attributes, words, environment)
    return failure == 0 ? child : nil
  }
}
