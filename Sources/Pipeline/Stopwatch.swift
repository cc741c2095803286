internal import Glibc
internal import Synchronization

/// How long the stages of a run take, for whoever measures the program; no output depends on it.
///
/// Times of a processor, not of a clock on the wall: on a machine with other work the latter says
/// nothing. What waits for the disk is seen in the time of the whole run.
package final class Stopwatch: Sendable {
  /// A stage of a build.
  ///
  /// Those that workers share are the sum of all workers' times.
  package enum Stage: String, Hashable, Sendable, CaseIterable {
    /// JSON read and checked.
    case intake
    /// Rules evaluated.
    case rules
    /// The data of documents put together.
    case composition
    /// Templates compiled.
    case templates
    /// Keys of documents reckoned and documents of earlier runs looked at.
    case reuse
    /// Templates filled.
    case filling
    /// Documents judged by the rules of form.
    case lint
    /// Documents written to the staging folder.
    case writing
    /// Manifest written, what a person edited kept, the disk waited for, folders exchanged.
    case publishing
  }

  private let times = Mutex<[Stage: Duration]>([:])

  /// Creates a watch at zero.
  package init() {}

  /// Does a piece of work and adds its time to a stage.
  func measure<Value, Failure: Error>(
    _ stage: Stage, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let start = Self.now
    let value = try work()
    add(Self.now - start, to: stage)
    return value
  }

  /// The time that the processor has spent on this thread.
  static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Adds a time to a stage.
  func add(_ time: Duration, to stage: Stage) {
    times.withLock { $0[stage, default: .zero] += time }
  }

  /// The stages that took any time, in their order, with their seconds.
  package var seconds: [(stage: Stage, seconds: Double)] {
    let times = times.withLock(\.self)
    return Stage.allCases.compactMap { stage in times[stage].map { (stage, $0 / .seconds(1)) } }
  }
}

extension Stopwatch? {
  /// Does a piece of work, and measures it where somebody wants to know.
  func measure<Value, Failure: Error>(
    _ stage: Stopwatch.Stage, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard let self else { return try work() }
    return try self.measure(stage, work)
  }
}
