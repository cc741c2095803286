internal import Composition
internal import Conformance
internal import Dossier
internal import Templating

/// Every document to fill, in the order of the list, each with its data only when its turn comes.
struct FillJobs: Sequence, Sendable {
  let orders: ComposedOrders
  /// The templates of each name, one a format; for look-up only.
  let templates: [String: [TemplateStore.Loaded]]
  /// The formats that are written into the folder.
  let published: [DocumentFormat]
  /// The format that PDFs are made from; nil when none are asked for.
  let printed: DocumentFormat?
  /// What files and documents may cost.
  let limits: SafetyLimits
  /// What the checks of form compare names with.
  let office: OfficeFacts?
  let stopwatch: Stopwatch?

  /// How many documents there are of some papers.
  func count(of kinds: [SurveyedKind]) -> Int {
    kinds.reduce(0) { $0 + $1.papers.count * (templates[$1.kind.rawValue]?.count ?? 0) }
  }

  func makeIterator() -> Iterator { Iterator(jobs: self) }

  struct Iterator: IteratorProtocol {
    private let jobs: FillJobs
    private var orders: ComposedOrders.Iterator
    private var waiting: ArraySlice<FillJob> = []

    fileprivate init(jobs: FillJobs) {
      self.jobs = jobs
      orders = jobs.orders.makeIterator()
    }

    mutating func next() -> FillJob? {
      while waiting.isEmpty {
        guard let order = jobs.stopwatch.measure(.composition, { orders.next() }) else {
          return nil
        }
        waiting = (jobs.templates[order.templateName] ?? []).map { job(order, $0) }[...]
      }
      return waiting.popFirst()
    }

    private func job(_ order: DocumentOrder, _ template: TemplateStore.Loaded) -> FillJob {
      let format = template.template.format
      return FillJob(
        order: order, template: template, limits: jobs.limits, office: jobs.office,
        isPublished: jobs.published.contains(format), isPrinted: jobs.printed == format)
    }
  }
}
