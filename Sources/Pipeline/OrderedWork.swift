/// Work on many jobs at the same time, its products handed on in the order of the jobs.
///
/// Nobody waits for a whole batch: while one product is received, the workers are at the jobs
/// behind it. How far they may run ahead is bounded, and with it the memory that jobs and products
/// take: a job is asked for only when a worker may begin it.
struct OrderedWork<Jobs: Sequence & Sendable, Product: Sendable>: Sendable
where Jobs.Element: Sendable {
  typealias Job = Jobs.Element

  let jobs: Jobs
  /// How many jobs are worked on at the same time, at least 1.
  let workers: Int
  /// What is done with a job; the product must not depend on anything else.
  let work: @Sendable (Job) -> Product

  /// How many jobs for each worker may be under way or have their products wait for their turn.
  ///
  /// Products of short jobs wait here for a long one before them; more room takes more memory.
  static var ahead: Int { 4 }

  /// Hands each product to `receive`, in the order of the jobs.
  ///
  /// - Throws: what `receive` threw; no further job is begun.
  func run<Failure: Error>(
    _ receive: (Job, Product) throws(Failure) -> Void
  ) async throws(Failure) {
    guard workers > 1 else {
      for job in jobs { try receive(job, work(job)) }
      return
    }
    let failure: Failure? = await runTogether { job, product in
      do throws(Failure) {
        try receive(job, product)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// The same with a task for each job; a failure is returned, since a group forgets its type.
  private func runTogether<Failure: Error>(_ receive: (Job, Product) -> Failure?) async -> Failure?
  {
    await withTaskGroup(of: (Int, Job, Product).self) { group in
      // For look-up only: its order is never used.
      var waiting: [Int: (job: Job, product: Product)] = [:]
      var (begun, received, underWay) = (0, 0, 0)
      var jobs = jobs.makeIterator()
      func begin() {
        while underWay < workers, begun < received + workers * Self.ahead, let job = jobs.next() {
          let index = begun
          group.addTask { (index, job, work(job)) }
          begun += 1
          underWay += 1
        }
      }
      begin()
      while let (index, job, product) = await group.next() {
        underWay -= 1
        waiting[index] = (job, product)
        // The worker that is free goes on before anything is received.
        begin()
        while let next = waiting.removeValue(forKey: received) {
          if let failure = receive(next.job, next.product) { return failure }
          received += 1
          begin()
        }
      }
      return nil
    }
  }
}
