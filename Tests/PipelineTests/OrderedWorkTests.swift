import Glibc
import Synchronization
import Testing

@testable import Pipeline

// One after the other: two jobs that hold back at the same time would hold every thread there is.
@Suite("Work handed on in order", .serialized)
struct OrderedWorkTests {
  /// How many jobs are under way, and the most there ever were.
  private struct Load {
    var now = 0
    var most = 0
  }

  /// Holds the first job back until `others` have begun, or for a moment on a machine too busy
  /// for that, so that the jobs behind it are done before it.
  private func holdBack(_ number: Int, until others: Int, _ begun: borrowing Mutex<Int>) {
    guard number == 0 else { return }
    let end = ContinuousClock.now + .milliseconds(300)
    while begun.withLock(\.self) <= others, ContinuousClock.now < end { sched_yield() }
  }

  @Test(
    "comes in the order of the jobs, with no more workers than asked for", arguments: [1, 2, 5])
  func order(workers: Int) async {
    let load = Mutex(Load())
    let begun = Mutex(0)
    let work = OrderedWork(jobs: Array(0..<50), workers: workers) { number in
      load.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      begun.withLock { $0 += 1 }
      holdBack(number, until: 3, begun)
      load.withLock { $0.now -= 1 }
      return number * 3
    }
    var received: [Int] = []
    await work.run { job, product in
      #expect(product == job * 3)
      received.append(job)
    }
    #expect(received == Array(0..<50))
    #expect(load.withLock(\.most) <= workers)
  }

  @Test("does not run further ahead than the memory for it reaches", arguments: [1, 2, 5])
  func bounded(workers: Int) async {
    let begun = Mutex(0)
    let work = OrderedWork(jobs: Array(0..<200), workers: workers) { number in
      begun.withLock { $0 += 1 }
      holdBack(number, until: 150, begun)
      return number
    }
    var received = 0
    await work.run { _, _ in
      #expect(begun.withLock(\.self) - received <= workers * OrderedWork<[Int], Int>.ahead)
      received += 1
    }
    #expect(received == 200)
  }

  private struct Refused: Error, Equatable { let number: Int }

  @Test("stops where a product is refused", arguments: [1, 2, 5])
  func refused(workers: Int) async {
    let begun = Mutex(0)
    let work = OrderedWork(jobs: Array(0..<200), workers: workers) { number in
      begun.withLock { $0 += 1 }
      return number
    }
    var received: [Int] = []
    await #expect(throws: Refused(number: 20)) {
      try await work.run { job, _ throws(Refused) in
        if job == 20 { throw Refused(number: job) }
        received.append(job)
      }
    }
    #expect(received == Array(0..<20))
    #expect(begun.withLock(\.self) <= 21 + workers * OrderedWork<[Int], Int>.ahead)
  }

  @Test("of no jobs ends at once")
  func nothing() async {
    await OrderedWork(jobs: [Int](), workers: 3) { $0 }.run { job, _ in
      Issue.record("received \(job)")
    }
  }
}
