internal import CSystem
internal import Glibc

/// A run of another program, in a process group of its own and with a limited time.
struct ChildProgram {
  let path: String
  let arguments: [String]
  /// All that it sees of an environment, as `NAME=value`.
  let environment: [String]
  /// The folder in which it runs.
  let folder: String
  /// The file that its words go into.
  let log: String

  /// Its exit status, 128 and more when a signal ended it; nil when its time was over.
  ///
  /// Either way nothing of its group is left when this returns.
  func run(seconds: Int) throws(PrintingFailure) -> Int? {
    var group: Int32 = 0
    let code = Self.withPointers([path] + arguments) { arguments in
      Self.withPointers(environment) { environment in
        thidua_start(path, arguments, environment, folder, log, &group)
      }
    }
    guard code == 0 else { throw .notStarted(program: path, code: code) }
    let status = thidua_wait(group, Int32(clamping: seconds * 1000))
    return status < 0 ? nil : Int(status)
  }

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
