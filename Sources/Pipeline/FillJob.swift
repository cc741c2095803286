internal import Composition
internal import Diagnostics
internal import Dossier
internal import Publishing
internal import Templating

/// One document to fill.
struct FillJob: Sendable {
  let order: DocumentOrder
  let template: TemplateStore.Loaded

  private var format: DocumentFormat { template.template.format }

  /// The path inside the published folder.
  var path: String { "\(order.kind.rawValue)/\(order.fileStem).\(format.rawValue)" }

  func fill() -> Diagnosed<[UInt8]> { template.template.render(order.data) }

  func document(_ file: WrittenFile) -> Manifest.Document {
    Manifest.Document(
      id: order.id, kind: order.kind.rawValue, format: format.rawValue, file: file,
      subject: order.subject, template: template.fileName,
      state: order.state == .issued ? .issued : .draft, form: order.form.rawValue,
      medium: order.medium == .paper ? .paper : .electronic)
  }

  /// Fills documents with a bounded number of workers; results in the order of the jobs.
  static func run(_ jobs: [FillJob], workers: Int) async -> [Diagnosed<[UInt8]>] {
    await withTaskGroup(of: (Int, Diagnosed<[UInt8]>).self) { group in
      var results: [Diagnosed<[UInt8]>?] = Array(repeating: nil, count: jobs.count)
      var next = 0
      while next < min(workers, jobs.count) {
        let (index, job) = (next, jobs[next])
        group.addTask { (index, job.fill()) }
        next += 1
      }
      for await (index, result) in group {
        results[index] = result
        guard next < jobs.count else { continue }
        let (following, job) = (next, jobs[next])
        group.addTask { (following, job.fill()) }
        next += 1
      }
      return results.compactMap { $0 }
    }
  }
}
