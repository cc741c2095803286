internal import CSystem
internal import Glibc

/// A run of another program, in a process group of its own, with nothing to read, and limited in
/// time, memory and words.
///
/// Nothing of its group is left when a run returns: a hostile file may make a program slow or
/// greedy, never lasting.
package struct ChildProgram {
  /// How a run came out whose words were read.
  package enum Reading: Hashable, Sendable {
    /// It ended by itself; 128 and more when a signal ended it.
    case ended(status: Int, words: [UInt8])
    /// No such program is installed.
    case missing
    /// It was ended because it took too long.
    case timedOut
    /// It was ended because it said too much.
    case tooManyWords
  }

  /// The program's path, or a name to be found in `PATH`, and its arguments.
  let command: [String]
  /// All that it sees of an environment, as `NAME=value`.
  let environment: [String]
  /// The folder in which it runs.
  let folder: String
  /// How long it may take.
  let seconds: Int
  /// How much memory it may ask for, in KiB.
  let memory: Int

  /// - Parameters:
  ///   - command: The program's path, or a name to be found in `PATH`, and its arguments.
  ///   - environment: All that it sees of an environment; a `PATH` and a plain language unless given.
  ///   - folder: The folder in which it runs.
  ///   - seconds: How long it may take.
  ///   - memory: How much memory it may ask for, in KiB.
  package init(
    _ command: [String], environment: [String]? = nil, folder: String = ".", seconds: Int,
    memory: Int
  ) {
    self.command = command
    // The user's language and settings do not reach an output.
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    self.environment = environment ?? ["PATH=" + path, "LC_ALL=C.UTF-8"]
    self.folder = folder
    self.seconds = seconds
    self.memory = memory
  }

  /// Runs it, its words and complaints going into a file.
  ///
  /// - Returns: its exit status, 128 and more when a signal ended it; nil when its time was over.
  /// - Throws: ``PrintingFailure/notStarted(program:code:)``.
  func run(log: String) throws(PrintingFailure) -> Int? {
    let words = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard words >= 0 else { throw .notStarted(program: command[0], code: errno) }
    defer { close(words) }
    let status = thidua_wait(try start(words: words, complaints: words), milliseconds(seconds))
    return status < 0 ? nil : Int(status)
  }

  /// Runs it and reads its words; its complaints are thrown away.
  ///
  /// - Parameter limit: How many bytes it may say.
  /// - Returns: how it came out.
  /// - Throws: ``PrintingFailure/notStarted(program:code:)``.
  package func read(atMost limit: Int) throws(PrintingFailure) -> Reading {
    var ends: [Int32] = [0, 0]
    // Only the copy that becomes its standard output reaches the program.
    let failure = thidua_pipe(&ends)
    guard failure == 0 else { throw .notStarted(program: command[0], code: failure) }
    defer { close(ends[0]) }
    let group: Int32
    do {
      defer { close(ends[1]) }
      group = try start(words: ends[1], complaints: -1)
    }
    let deadline = ContinuousClock.now + .seconds(seconds)
    var words: [UInt8] = []
    let isWhole = Self.read(ends[0], into: &words, atMost: limit, until: deadline)
    let left = isWhole == true ? (deadline - ContinuousClock.now) / .milliseconds(1) : 0
    switch (isWhole, thidua_wait(group, Int32(left.rounded(.up)))) {
    case (nil, _): return .tooManyWords
    case (true, 127): return .missing
    case (true, let status) where status >= 0: return .ended(status: Int(status), words: words)
    default: return .timedOut
    }
  }

  // MARK: Steps

  /// The group of the program, which has been started.
  private func start(words: Int32, complaints: Int32) throws(PrintingFailure) -> Int32 {
    // The shell sets the bounds that posix_spawn cannot, and becomes the program.
    let bounded =
      "ulimit -v \(memory) 2>/dev/null; ulimit -c 0; command -v \"$0\" >/dev/null || exit 127;"
      + " exec \"$0\" \"$@\""
    var group: Int32 = 0
    let code = Self.withPointers(["/bin/sh", "-c", bounded] + command) { arguments in
      Self.withPointers(environment) { environment in
        thidua_start(arguments, environment, folder, words, complaints, &group)
      }
    }
    guard code == 0 else { throw .notStarted(program: command[0], code: code) }
    return group
  }

  /// Reads to the end; false when time is up, nil when there is too much.
  private static func read(
    _ descriptor: Int32, into words: inout [UInt8], atMost limit: Int,
    until deadline: ContinuousClock.Instant
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
      guard words.count + count <= limit else { return nil }
      words += chunk[..<count]
    }
  }

  private func milliseconds(_ seconds: Int) -> Int32 { Int32(clamping: seconds * 1000) }

  private static func withPointers<Result>(
    _ texts: [String], _ use: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return use(pointers + [nil])
  }
}

/// The programs that are under way.
package enum RunningPrograms {
  /// Ends them all at once and has what they worked on removed; may be called where a signal is handled.
  package static func endAll() { thidua_break_off() }
}
